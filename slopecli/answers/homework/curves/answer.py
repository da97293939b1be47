"""An answer about a curve: a formula, perhaps with y' in it, or a whole equation for y'."""

from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.homework.answer import PRIMES, bare, rounded_decimals
from slopecli.answers.question import with_values
from slopecli.calculus.derive import derive
from slopecli.errors import UnreadableError, UnusableError
from slopecli.language.curves import POLAR
from slopecli.language.expr import Call, Expr, Var, letters, substitute
from slopecli.language.factors import ZERO
from slopecli.language.parser import read
from slopecli.language.text import text
from slopecli.wording import tell

_HIGHEST = 4  # as many primes are read
_NUMBERS = frozenset("0123456789.,;/-) ")


class CurveAnswer:
    """What was handed in: `expr` is the slope that it gives, in the letters of the curve and y'.

    `equation` is the equation that was given instead of a formula, as the difference of its sides.
    Where the slope that is asked does not occur in it, `expr` is None.
    """

    __slots__ = ("equation", "expr", "notes", "rounded", "source")

    def __init__(self, source: str, expr: Expr | None, notes: tuple[str, ...]) -> None:
        self.source = source
        self.expr = expr
        self.notes = notes
        self.equation: Expr | None = None
        self.rounded = rounded_decimals(source)


def read_curve_answer(
    source: str, question: CurveQuestion, order: int, *, strict: bool = False
) -> CurveAnswer:
    """Read an answer. Raises UnreadableError where it is none.

    Lower slopes in it stay as letters: y', y''.
    """
    names = _named(question)
    asked = slope_name(question, order)
    sides = _sides(_with_primes(source), names, question)
    if not all(side.strip() for side in sides):
        raise UnreadableError(tell("there is no answer."), source=source or None)
    notes: list[str] = []
    known = {**question.parameters, **names}
    given = [_read(side, known, question, strict, notes) for side in sides]
    if len(given) == 1:
        if asked in letters(given[0]):
            raise UnusableError(
                tell("the answer has {slope} in it, and {slope} is what was asked.", slope=asked),
                advice=tell("Solve for {slope}, or give the whole equation.", slope=asked),
            )
        return CurveAnswer(source, given[0], tuple(notes))
    equation = Call("-", (given[0], given[1]))
    found = CurveAnswer(source, _solved(equation, asked), tuple(notes))
    found.equation = equation
    return found


def _solved(equation: Expr, slope: str) -> Expr | None:
    """The slope from an equation in which it stands by itself, times something at most."""
    if slope not in letters(equation):
        return None
    steep = derive(equation, slope).result
    if slope in letters(steep):
        raise UnusableError(
            tell("this equation cannot be solved for {slope} here.", slope=slope),
            advice=tell("Solve it yourself: {slope} = ...", slope=slope),
        )
    rest = substitute(equation, {slope: ZERO})
    return Call("neg", (Call("/", (rest, steep)),))


def slope_name(question: CurveQuestion, order: int) -> str:
    """The letter that stands for a slope in an answer: y', or q' where the curve's letters are."""
    return question.axes[1] + "'" * order


def _named(question: CurveQuestion) -> dict[str, Expr]:
    """How a slope may be written, and the letter that stands for it: y', dy/dx, y'(x), ..."""
    across, up = question.axes
    found: dict[str, Expr] = {}
    if question.letters[0] in POLAR:
        found = dict.fromkeys(POLAR, Var(question.letters[0]))
    for order in range(1, _HIGHEST + 1):
        slope = Var(slope_name(question, order))
        power = "" if order == 1 else f"^{order}"
        spelled = [f"d{power}{up}/d{across}{power}"]
        if order > 1:
            spelled += [f"d{order}{up}/d{across}{order}", f"d^{order}{up}/(d{across})^{order}"]
        if question.kind == "implicit":  # of a pair, y' is the speed of y
            spelled += [up + "'" * order, up + "'" * order + f"({across})"]
        for name in spelled:
            found[name] = slope
    return found


def _with_primes(source: str) -> str:
    """Every sign for a prime as the one on keyboards; fractions of LaTeX in one line."""
    for prime in PRIMES[1:]:
        source = source.replace(prime, "'" if prime != "\u2033" else "''")
    for old, new in (("\\prime", "'"), ("^{'}", "'"), ("\u00b2y/d", "^2y/d")):
        source = source.replace(old, new)
    if "\\frac{d" in source:
        head, _, rest = source.partition("\\frac{d")
        above, middle, tail = rest.partition("}{")
        below, close, end = tail.partition("}")
        if middle and close and "\\" not in above + below:
            return _with_primes(f"{head}(d{above}/{below}){end}")
    return source


def _sides(source: str, names: dict[str, Expr], question: CurveQuestion) -> list[str]:
    """The formula behind y' =, or both sides of an equation."""
    left, equals, _ = source.partition("=")
    if not equals:
        return [bare(source, question.letters[0])]
    label = "".join(left.split()).strip("$()")
    if label in names or _names_a_place(label, names) or _is_word(label, question):
        return [bare(source.rpartition("=")[2], question.letters[0])]
    head, _, last = source.rpartition("=")
    return [head.rpartition("=")[2], last]


def _names_a_place(label: str, names: dict[str, Expr]) -> bool:
    """Whether this is a slope with a point in brackets: y'(3), dy/dx(3,4); but not y'(x + 1)."""
    name, bracket, inside = label.partition("(")
    digits = set(inside) & set("0123456789")
    return bool(bracket) and name in names and bool(digits) and set(inside) <= _NUMBERS


def _is_word(label: str, question: CurveQuestion) -> bool:
    """Whether this only names the answer: slope, m, f'(t), (dy/dx)(3, 4)."""
    plain = label.lower()
    if any(plain.startswith(word) for word in ("slope", "answer", "derivative", "d/d")):
        return True
    name = plain.partition("(")[0].rstrip("'")
    if plain.startswith("d") and "/d" in plain[:8] and not set("+*") & set(plain):
        return True
    known = {"x", "y", *question.letters}
    if plain in ("dx", "dy") or plain == "d" + question.letters[-1]:
        return True  # dy = ... dx
    return not label or (len(name) == 1 and name.isalpha() and name not in known)


def _read(
    source: str, known: dict[str, Expr], question: CurveQuestion, strict: bool, notes: list[str]
) -> Expr:
    declared = {"x", "y", *question.letters, *known}
    reading = read(source, declared, strict=strict, differentiate=_refused)
    notes += reading.notes
    if reading.asked:
        _refused(reading.expr, "", 1)
    return with_values(reading.expr, known, question.degrees)


def _refused(expr: Expr, variable: str, order: int) -> Expr:
    raise UnusableError(
        tell("a derivative is what was asked: give it as a formula."),
        source=text(expr),
        end=len(text(expr)),
    )
