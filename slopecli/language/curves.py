"""Curves that are no function of one letter, as they are written: by an equation, by a pair, polar.

    curve       = "(" formula "," formula ")" | "x =" formula "," "y =" formula    parametric
                | "r =" formula of θ, or a number                                  polar
                | formula "=" formula                                              implicit

Everything else, also y = x^2, is left to `parser.read`.
"""

from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.grammar import Grammar, is_condition
from slopecli.language.parser import grammar_for
from slopecli.language.text import text
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from slopecli.language.defined import Function
    from slopecli.language.grammar import Differentiate

POLAR = ("θ", "theta")
_OPEN, _CLOSED = "([{", ")]}"


class CurveReading:
    """A curve as written: both sides of its equation, or its two coordinates, or its radius.

    `kind` is "implicit", "parametric" or "polar".
    """

    __match_args__ = ("kind", "parts")
    __slots__ = ("kind", "notes", "parts")

    def __init__(self, kind: str, parts: tuple[Expr, ...], notes: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.parts = parts
        self.notes = notes

    @property
    def text(self) -> str:
        """The curve as a student writes it."""
        return self.spelled()

    def spelled(self, clear: bool = False) -> str:
        """The curve as `text` writes its parts."""
        written = [text(part, clear) for part in self.parts]
        if self.kind == "polar":
            return f"r = {written[0]}"
        return " = ".join(written) if self.kind == "implicit" else f"({', '.join(written)})"


def read_curve(
    source: str,
    names: "Iterable[str]" = (),
    *,
    strict: bool = False,
    differentiate: "Differentiate | None" = None,
    functions: "Mapping[str, Function] | None" = None,
    placed: "Iterable[str]" = (),
) -> CurveReading | None:
    """The curve that was typed; None where it is a function, which `parser.read` reads.

    The letters of a point are `placed`: y = x^2 is an equation where a point gives y, too.

    >>> read_curve("x^2 + y^2 = 25").kind
    'implicit'
    >>> read_curve("y = x^2") is None
    True
    """
    known = frozenset(names).union(functions or (), ("x", "y"))  # xy is a product in an equation
    if "=" in source and "/" in source and "d" in source and "d" not in known:
        from slopecli.language.equations import differential_equation, quotient_of_differentials

        if (at := quotient_of_differentials(source)) >= 0:
            raise differential_equation(source, at)
    tokens = Tokens(source, known)
    comma = _comma(tokens.kinds)
    if comma is None and "=" not in tokens.kinds:
        return None
    grammar = grammar_for(tokens, differentiate, functions)
    kind, parts = _pair(grammar, comma) if comma is not None else _equation(grammar, placed)
    if not kind:
        return None
    notes: tuple[str, ...] = ()
    found = CurveReading(kind, tuple([grammar.measured(part) for part in parts]))
    if tokens.doubts:
        if strict:
            from slopecli.language.mistakes import doubtful

            raise doubtful(tokens, found.spelled(clear=True))
        notes = (tell("read as: {formula}", formula=found.spelled(clear=True)),)
    found.notes = notes
    return found


def _comma(kinds: list[str]) -> int | None:
    """The comma of a pair: between two definitions, or in the bracket around everything."""
    depth = 0
    around = len(kinds) > 1 and kinds[0] == "(" and kinds[-2] == ")"
    for place, kind in enumerate(kinds):
        if kind == "," and depth == (1 if around else 0):
            return place
        if kind in _OPEN:
            depth += 1
        elif kind in _CLOSED:
            depth -= 1
            if not depth and place < len(kinds) - 2:
                around = False
    return None


def _pair(grammar: Grammar, comma: int) -> "tuple[str, list[Expr]]":
    """(cos t, sin t), or x = cos t, y = sin t. A pair of numbers is a point, which is no curve."""
    kinds, values = grammar.kinds, grammar.values
    bracket = kinds[0] == "("
    if "letter" not in kinds:
        return "", []
    if not bracket and not _defines(grammar, 0, "x") and not _defines(grammar, 0, "y"):
        return "", []
    parts: dict[str, Expr] = {}
    for name, start in (("x", 1 if bracket else 0), ("y", comma + 1)):
        place = start
        if values[place] in (Var("x"), Var("y")) and kinds[place + 1] == "=":
            name = str(values[place].name)  # type: ignore[union-attr]
            place += 2
        grammar.place = place
        parts[name] = grammar.formula()
        if start < comma and grammar.place != comma:
            return "", []
    if bracket:
        grammar.close(0)
    _ended(grammar)
    if len(parts) < 2 or any(is_condition(part) for part in parts.values()):
        return "", []
    return "parametric", [parts["x"], parts["y"]]


def _equation(grammar: Grammar, placed: "Iterable[str]") -> "tuple[str, list[Expr]]":
    """An equation in two letters, or a radius that depends on an angle."""
    kinds, values = grammar.kinds, grammar.values
    if kinds[0] == "letter" and kinds[1] == "=":
        name = str(values[0].name)  # type: ignore[union-attr]
        if name == "r" and _is_polar(grammar, placed):
            grammar.place = 2
            radius = grammar.formula()
            grammar.number(radius, 2)
            _ended(grammar)
            return "polar", [radius]
        if name != "x" and values[0] not in values[1:] and name not in placed:
            return "", []  # y = x^2 is a function
    elif kinds[1:3] == ["(", "letter"] and kinds[0] == "letter":
        return "", []  # f(x) = ...
    expr = grammar.formula()
    if not (type(expr) is Call and expr.name == "="):
        return "", []
    _ended(grammar)
    left, right = expr.args
    if len(letters(expr)) < 2:
        return "", []
    return "implicit", [left, right]


def _is_polar(grammar: Grammar, placed: "Iterable[str]") -> bool:
    """Whether this radius belongs to an angle: it names one, the point does, or it is a number."""
    if any(angle in placed or grammar.values.count(Var(angle)) for angle in POLAR):
        return True
    return "letter" not in grammar.kinds[2:] and grammar.kinds[2] != "end"


def _defines(grammar: Grammar, place: int, name: str) -> bool:
    return grammar.values[place] == Var(name) and grammar.kinds[place + 1] == "="


def _ended(grammar: Grammar) -> None:
    if grammar.kinds[grammar.place] != "end":
        from slopecli.language.mistakes import unexpected

        raise unexpected(grammar)
