"""What is asked: a formula, its variable, the letters that have values, the points."""

from slopecli.answers.slope import Point
from slopecli.answers.values import assignments, place, point, split
from slopecli.errors import UnusableError
from slopecli.language.binding import NAMES_OF_FUNCTIONS
from slopecli.language.expr import Expr, letters, substitute
from slopecli.language.parser import read
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypedDict

    from slopecli.language.parser import Reading

    class Conventions(TypedDict, total=False):
        """How what is typed is to be read; handed on as a whole to `ask` or `ask_curve`."""

        variable: str | None
        let: Sequence[str]  # a=2 for each letter that has a value
        degrees: bool
        strict: bool  # refuse what can be read in two ways


DEFAULT = "x"  # the variable of a constant
_VARIABLES = ("x", "t", "θ", "u", "s", "z")  # the first of these is named where we ask


def may_be_curve(source: str) -> bool:
    """Whether this may be no function but a curve: costs nothing to ask."""
    return "=" in source or ("," in source and source.lstrip()[:1] == "(")


class Question:
    """A formula of one variable, ready to be asked about.

    `notes` are sentences that say how an ambiguous input was read. `order` is what the input itself
    asks for: 2 for (x^2)''. `degrees` says that angles are in degrees; `guessed` that nobody said
    which letter is the variable.
    """

    __slots__ = (
        "degrees",
        "expr",
        "guessed",
        "notes",
        "order",
        "parameters",
        "points",
        "source",
        "variable",
    )

    def __init__(
        self,
        source: str,
        expr: Expr,
        variable: str,
        *,
        parameters: dict[str, Expr],
        points: list[Point],
        notes: tuple[str, ...],
        order: int,
        degrees: bool,
        guessed: bool = False,
    ) -> None:
        self.guessed = guessed
        self.source = source
        self.expr = expr
        self.variable = variable
        self.parameters = parameters
        self.points = points
        self.notes = notes
        self.order = order
        self.degrees = degrees

    @property
    def moves(self) -> bool:
        """Whether the variable occurs in the formula at all."""
        return self.variable in letters(self.expr)

    @property
    def constants(self) -> list[str]:
        """The letters that stand still without a value."""
        return [name for name in letters(self.fixed) if name != self.variable]

    @property
    def fixed(self) -> Expr:
        """The formula with every parameter replaced by its value."""
        return substitute(self.expr, self.parameters)


def ask(
    source: str,
    *,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    at: "Sequence[str]" = (),
    degrees: bool = False,
    strict: bool = False,
    numeric: bool = True,
) -> Question:
    """Read a question as typed: the formula, `a=2` for each parameter, a point for each `at`.

    With `numeric` every letter but the variable needs a value. Raises SlopeError where something
    cannot be read or used.
    """
    notes: list[str] = []
    parameters = assignments(let, strict, notes, degrees)
    places = [place(each) for each in at]
    named = {name for name, _ in places if name is not None}
    names = {*parameters, *named, *([variable] if variable else [])}
    reading = read_formula(source, names, degrees=degrees, strict=strict)
    expr = reading.expr
    if len(named) > 1:
        raise UnusableError(
            tell(
                "the points name {count} variables: {names}.",
                count=len(named),
                names=", ".join(sorted(named)),
            ),
            advice=tell("A point of one curve names one variable, as in --at t=1."),
        )
    stated = variable or next(iter(named), None) or reading.variable
    chosen = _variable(expr, stated, parameters, source)
    if numeric:
        _complete(expr, chosen, parameters, source, at)
    notes += reading.notes
    if source.partition("=")[0].strip() == "r" and chosen in letters(expr):
        notes.append(_radius(reading.expr, chosen))
    for _, typed in places:
        if typed[:1] == "(" and typed[-1:] == ")" and "," in typed:
            _check_pair(typed, chosen)
    points = [
        point(typed, tell("the point {typed}", typed=typed), parameters, strict, notes, degrees)
        for _, typed in places
    ]
    return Question(
        source,
        expr,
        chosen,
        parameters=parameters,
        points=points,
        notes=tuple(notes),
        order=reading.order,
        degrees=degrees,
        guessed=stated is None,
    )


def _check_pair(typed: str, variable: str) -> None:
    """Refuse --at "(3, 9)" for x^2: the second number follows from the first."""
    parts = split(typed[1:-1])
    if len(parts) > 1:
        raise UnusableError(
            tell(
                "{typed} is a point of the plane; here {letter} alone is asked for.",
                typed=typed,
                letter=variable,
            ),
            advice=tell("Write --at {value}.", value=parts[0]),
        )


def _radius(expr: Expr, variable: str) -> str:
    """What is said of r = 2 cos(3t), which looks like a polar curve."""
    from slopecli.language.text import text

    return tell(
        "read as: r({letter}) = {formula}, a function; for a polar curve write θ for {letter}.",
        letter=variable,
        formula=text(expr, clear=True),
    )


def read_formula(
    source: str,
    names: "Iterable[str]",
    values: "dict[str, Expr] | None" = None,
    *,
    degrees: bool = False,
    strict: bool = False,
) -> "Reading":
    """A formula as typed, letters replaced by `values`, angles turned where they are in degrees.

    Raises UnreadableError, and UnusableError for a derivative inside a formula in degrees.
    """
    reading = read(source, names, strict=strict, differentiate=inner_derivative(degrees))
    reading.expr = with_values(reading.expr, values or {}, degrees)
    return reading


def with_values(expr: Expr, values: dict[str, Expr], degrees: bool) -> Expr:
    """The formula, its angles turned where they are in degrees, with values for its letters."""
    if degrees:
        from slopecli.language.degrees import in_degrees

        expr = in_degrees(expr)
    return substitute(expr, values)


def read_function(
    source: str,
    names: "Iterable[str]",
    variable: str | None,
    values: "dict[str, Expr] | None" = None,
    *,
    degrees: bool = False,
    strict: bool = False,
) -> "Reading":
    """The same, where (x^2)' and d/dx x^2 stand for the derivative, 2x.

    Without a variable, the letter is the one that `slope` would take.
    """
    reading = read_formula(source, names, values, degrees=degrees, strict=strict)
    if reading.asked and reading.order:
        chosen = reading.variable or variable or _variable(reading.expr, None, {}, source)
        reading.expr = _derivative(reading.expr, chosen, reading.order)
    return reading


def inner_derivative(degrees: bool) -> "Callable[[Expr, str, int], Expr]":
    """How a derivative that stands inside a formula is taken while it is read."""
    return _not_in_degrees if degrees else _derivative


def _derivative(expr: Expr, variable: str, order: int) -> Expr:
    """The derivative of a part of a formula, as in (x^2)' + 1."""
    from slopecli.calculus.derive import derivative

    return derivative(expr, variable, order)


def _not_in_degrees(expr: Expr, variable: str, order: int) -> Expr:
    """Degrees come into the formula after it is read, too late for a derivative inside it."""
    raise UnusableError(
        tell("a derivative inside a formula cannot be taken in degrees."),
        advice=tell("Write out the derivative, or leave out --degrees."),
    )


def _variable(expr: Expr, chosen: str | None, parameters: dict[str, Expr], source: str) -> str:
    if chosen is not None:
        if chosen in parameters:
            raise UnusableError(
                tell(
                    "{letter} is the variable, so it cannot have the fixed value of --let.",
                    letter=chosen,
                ),
                advice=tell(
                    "Leave out --let {letter}=..., or name another variable with -x.", letter=chosen
                ),
            )
        return chosen
    free = [name for name in letters(expr) if name not in parameters]
    if len(free) == 1:
        return free[0]
    if not free or DEFAULT in free:
        return DEFAULT
    raise UnusableError(
        tell("which letter is the variable: {letters}?", letters=", ".join(free)),
        source=source,
        start=max(source.find(free[0]), 0),
        advice=tell("Name it, as in -x {letter}.", letter=likely(free)),
    )


def likely(free: "Sequence[str]") -> str:
    """The letter that is most often the variable: in A e^(k t) it is t."""
    return next((letter for letter in _VARIABLES if letter in free), free[0])


def _complete(
    expr: Expr, variable: str, parameters: dict[str, Expr], source: str, at: "Sequence[str]"
) -> None:
    free = [name for name in letters(expr) if name not in parameters]
    missing = [name for name in free if name != variable]
    if not missing:
        return
    name = missing[0]
    for each in at:
        if "," in each:
            from slopecli.answers.curves.coordinates import values_without_letters

            if len(split(each.strip(" ()"))) > 1:
                raise values_without_letters(each, free)
    start = max(source.find(name), 0)
    advice = tell("Give it one, as in --let {letter}=2.", letter=name)
    if name in NAMES_OF_FUNCTIONS and source[start + 1 : start + 2] == "(":
        advice = tell("For a function write its formula in place of {letter}(...).", letter=name)
    raise UnusableError(
        tell("{letter} has no value.", letter=name), source=source, start=start, advice=advice
    )
