"""What is asked of a curve that is no function of one letter: parts, letters, points."""

from slopecli.answers.curves.coordinates import Coordinates, coordinates, names_in, sample_point
from slopecli.answers.question import inner_derivative, read_formula, with_values
from slopecli.answers.values import assignments, place, split
from slopecli.errors import UnusableError
from slopecli.language.curves import POLAR, read_curve
from slopecli.language.expr import Expr, Var, letters
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_THETA = "theta"
SPACE = ("x", "y", "z")  # letters that are variables where several of them meet


class CurveQuestion:
    """A curve ready to be asked about: `kind` is implicit, parametric, polar, or several.

    `parts` have every one of the `parameters` replaced; `letters` are those that a point must name.
    `degrees` says that angles are in degrees, the angle of a polar curve among them.
    """

    __slots__ = (
        "degrees",
        "kind",
        "letters",
        "notes",
        "order",
        "parameters",
        "parts",
        "points",
        "written",
    )

    def __init__(
        self,
        kind: str,
        parts: tuple[Expr, ...],
        names: list[str],
        points: list[Coordinates],
        notes: tuple[str, ...],
        written: str,
        degrees: bool = False,
        parameters: "dict[str, Expr] | None" = None,
        order: int = 1,
    ) -> None:
        self.degrees = degrees
        self.parameters = parameters or {}
        self.kind = kind
        self.parts = parts
        self.letters = names
        self.points = points
        self.notes = notes
        self.written = written
        self.order = order

    @property
    def axes(self) -> tuple[str, str]:
        """The letters across and up: those of an equation, else x and y."""
        if self.kind != "implicit":
            return "x", "y"
        across, up = self.letters
        return across, up


def ask_curve(
    source: str,
    *,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    at: "Sequence[str]" = (),
    degrees: bool = False,
    strict: bool = False,
    solved: str | None = None,
) -> CurveQuestion | None:
    """The curve that was typed; None where it is a function of one letter or of several.

    Where a letter is `solved` for, the points leave it out.
    """
    notes: list[str] = []
    parameters = assignments(let, strict, notes, degrees)
    if "\\theta" not in source and _THETA not in parameters:  # the letter reads better: 2θ
        source = source.replace(_THETA, POLAR[0])
        at = [each.replace(_THETA, POLAR[0]) for each in at]
        variable = POLAR[0] if variable == _THETA else variable
    named = {name for each in at for name in names_in(each)}
    names = {*parameters, *named, *([variable] if variable else [])}
    inner = inner_derivative(degrees)
    placed = named | {solved} if solved else named
    reading = read_curve(source, names, strict=strict, differentiate=inner, placed=placed)
    if reading is None:
        return None
    parts = tuple([with_values(part, parameters, degrees) for part in reading.parts])
    free = sorted({name for part in parts for name in letters(part)})
    wanted = _letters(reading.kind, free, variable, source, _told(parts))
    if reading.kind == "polar" and not wanted:
        wanted = [name for name in POLAR if name in named][:1] or [POLAR[0]]
        if not named:
            notes.append(tell("read as: the polar curve {curve}", curve=reading.text))
    if solved is not None and reading.kind == "implicit":
        _check_solved(solved, wanted, named)
    elif reading.kind == "implicit":
        for each in at:
            _check_whole(each, wanted)
    notes += reading.notes
    given = [name for name in wanted if name != solved]
    points = [
        coordinates(each, parameters, given, degrees=degrees, strict=strict, notes=notes)
        for each in at
    ]
    return CurveQuestion(
        reading.kind, parts, wanted, points, tuple(notes), reading.text, degrees, parameters
    )


def _check_whole(typed: str, wanted: list[str]) -> None:
    """Refuse --at x=3 for x^2 + y^2 = 25, where y is 4 or -4."""
    if len(split(typed.strip(" ()"))) > 1:
        return
    name, value = place(typed)
    name = name or wanted[0]
    if name in wanted:
        other = next(each for each in wanted if each != name)
        raise UnusableError(
            tell("the point {typed} does not say where {missing} is.", typed=typed, missing=other),
            advice=tell(
                "Give both, as in {sample}, or have {missing} found: --at {name}={value} --solve"
                " {missing}",
                sample=sample_point(wanted),
                missing=other,
                name=name,
                value=value,
            ),
        )


def _check_solved(solved: str, wanted: list[str], named: set[str]) -> None:
    if solved not in wanted:
        raise UnusableError(
            tell("there is no {letter} in this curve to be found.", letter=solved),
            advice=tell("Its letters are {wanted}.", wanted=tell(" and ").join(wanted)),
        )
    if solved in named:
        other = next(name for name in wanted if name != solved)
        raise UnusableError(
            tell("{letter} is what is to be found, so the point cannot give it.", letter=solved),
            advice=tell("Give the other letter, as in --at {other}=1.", other=other),
        )


def _told(parts: "Sequence[Expr]") -> str | None:
    """The s of s = t^2, which tells what s is; asked is then the slope of s."""
    left, *right = parts
    if type(left) is not Var or any(left.name in letters(part) for part in right):
        return None
    return left.name


def _letters(
    kind: str, free: list[str], variable: str | None, source: str, up: str | None
) -> list[str]:
    if kind == "implicit":
        if len(free) != 2:
            raise UnusableError(
                tell(
                    "this curve has {count} letters: {letters}.",
                    count=len(free),
                    letters=", ".join(free),
                ),
                source=source,
                advice=tell(
                    "An equation in two letters is a curve; give the others values with --let."
                ),
            )
        if variable is None and free[0] == "r" and free[1] in POLAR:
            raise UnusableError(
                tell("{source} is no polar curve as it stands.", source=source),
                advice=tell(
                    "Solve it for r, as in r = sqrt(cos(2θ)); or write -x r for the slope dθ/dr."
                ),
            )
        others = [name for name in free if name != up]
        across = variable if variable in free else "x" if "x" in free else others[0]
        return [across, *[name for name in free if name != across]]
    if kind == "polar":
        preferred = [name for name in free if name in POLAR]
        others = [name for name in free if name not in preferred[:1]]
    else:
        chosen = variable or ("t" if "t" in free else free[0] if free else "t")
        preferred = [chosen]
        others = [name for name in free if name != chosen]
    if others:
        raise UnusableError(
            tell("{letter} has no value.", letter=others[0]),
            source=source,
            start=max(source.find(others[0]), 0),
            advice=tell("Give it one, as in --let {letter}=2.", letter=others[0]),
        )
    return preferred[:1]


def ask_several(
    source: str,
    *,
    let: "Iterable[str]" = (),
    at: "Sequence[str]" = (),
    degrees: bool = False,
    strict: bool = False,
) -> CurveQuestion:
    """A formula of several letters, with points that give each of them a value."""
    notes: list[str] = []
    parameters = assignments(let, strict, notes, degrees)
    named = list(dict.fromkeys([name for each in at for name in names_in(each)]))
    names = {*parameters, *named}
    reading = read_formula(source, names, parameters, degrees=degrees, strict=strict)
    expr = reading.expr
    notes += reading.notes
    free = letters(expr)
    wanted = [*named, *[name for name in free if name not in named]]
    if not at:
        wanted = [name for name in free if name in SPACE] or free
    points = [
        coordinates(each, parameters, wanted, degrees=degrees, strict=strict, notes=notes)
        for each in at
    ]
    return CurveQuestion(
        "several", (expr,), wanted, points, tuple(notes), source, order=reading.order
    )
