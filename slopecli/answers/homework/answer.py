"""An answer as a student writes it: with f'(x) = in front, dx behind, rounded decimals."""

from slopecli.answers.question import read_function
from slopecli.errors import UnreadableError
from slopecli.language.expr import Expr
from slopecli.language.ratio import Ratio
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable

    from slopecli.answers.question import Question

PRIMES = "'\u2019\u2032\u2033"
ROUGHLY = ("≈", "\\approx")
_LATEX = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))
_NAMING = ("answer", "derivative", "slope", "solution", "result", "答案", "导数", "斜率")
DECIMALS = 3  # digits of a decimal that may have been rounded

TOO_FEW_DIGITS = phrase("to the digits you gave it would agree; give at least three digits")


class Answer:
    """An answer as a tree; `rounded` gives half a unit in the last place of each long decimal."""

    __slots__ = ("expr", "notes", "rounded", "source")

    def __init__(self, source: str, expr: Expr, notes: tuple[str, ...]) -> None:
        self.source = source
        self.expr = expr
        self.notes = notes
        self.rounded = rounded_decimals(source)

    @property
    def short_decimals(self) -> dict[Ratio, Ratio]:
        """The same with decimals of fewer digits; empty where there are none of fewer."""
        found = rounded_decimals(self.source, 1)
        return found if found != self.rounded else {}


def read_answer(
    source: str, names: "Iterable[str]", question: "Question", *, strict: bool = False
) -> Answer:
    """Read an answer. Raises UnreadableError where it is no formula."""
    variable = question.variable
    formula = bare(source, variable)
    if not formula.strip():
        raise UnreadableError(tell("there is no answer."), source=source or None)
    reading = read_function(formula, names, variable, degrees=question.degrees, strict=strict)
    return Answer(source, reading.expr, reading.notes)


def bare(source: str, variable: str = "x") -> str:
    """The formula without what stands before it, as f'(x) = or dy/dx =, and without a final dx."""
    source = unwrapped(source)
    label, equals, rest = source.rpartition("=")
    if equals and label.rstrip()[-1:] not in ("<", ">", "!") and is_label(label, variable):
        source = rest
    stripped = source.rstrip()
    differential = "d" + variable
    if (
        stripped.endswith(differential)
        and stripped[: -len(differential)].rstrip() != (stripped[: -len(differential)])
    ):
        source = stripped[: -len(differential)]
    return source


def unwrapped(source: str) -> str:
    """The answer without $ around it, a full stop behind it, or words, as in Answer: 2x."""
    text = source.strip().rstrip(";,；，。")
    for start, end in _LATEX:
        inside = text.removeprefix(start).removesuffix(end)
        if len(inside) == len(text) - len(start) - len(end) and start not in inside:
            text = inside.strip()
    if text.endswith(".") and not text[-2:-1].isdecimal():
        text = text[:-1]
    for sign in (":", "：", " is "):
        words, found, rest = text.partition(sign)
        if found and words.strip().lower().removeprefix("the ") in _NAMING:
            text = rest
    for sign in ROUGHLY:
        text = text.replace(sign, "=")
    return text


def is_label(text: str, variable: str = "x") -> bool:
    """Whether this names what is asked: f'(x), y', dy/dx, the slope, an integral sign."""
    label = "".join(text.split()).lower().strip("$")
    label = label.replace("^{\\prime}", "'").replace("^\\prime", "'")
    if not label:
        return True
    for start in ("\u222b", "\\int", "d/d", "\\frac{d", "slope", "answer", "derivative"):
        if label.startswith(start):
            return True
    if label[0] == "d" and "/d" in label[:8]:
        return True
    for mark in ("(" + variable.lower() + ")", "(x)"):
        label = label.removesuffix(mark)
    if label.endswith(")") and "(" in label:  # a number in the bracket: f'(2)
        label = label[: label.index("(")]
    name = label.rstrip(PRIMES).removeprefix("d")
    if not name and label == "d":
        return True
    return len(name) == 1 and name.isalpha() and name not in (variable.lower(), "e", "π")


def rounded_decimals(source: str, fewest: int = DECIMALS) -> dict[Ratio, Ratio]:
    """Each decimal of at least so many digits, with half a unit in its last place."""
    found: dict[Ratio, Ratio] = {}
    for number, shift in _decimals(source):
        whole, _, fraction = number.partition(".")
        if len((whole + fraction).lstrip("0")) >= fewest and fraction:
            unit = Ratio(10) ** (shift - len(fraction))
            value = Ratio(int(whole + fraction)) * unit
            half = unit / Ratio(2)
            known = found.get(value)
            found[value] = half if known is None or known < half else known
    return found


def _decimals(source: str) -> list[tuple[str, int]]:
    """The runs of ASCII digits with a point in them, and the power of ten of 1.5e-6."""
    found = []
    run = ""
    for place, sign in enumerate(source + " "):
        if sign in "0123456789.":
            run += sign
        else:
            if run.count(".") == 1 and len(run) > 1:
                found.append((run, _power_of_ten(source[place : place + 6])))
            run = ""
    return found


def _power_of_ten(behind: str) -> int:
    """The exponent in e-6, as it follows a number; 0 where there is none."""
    if behind[:1] not in ("e", "E"):
        return 0
    sign = behind[1:2] if behind[1:2] in ("+", "-") else ""
    digits = ""
    for letter in behind[1 + len(sign) :]:
        if letter not in "0123456789":
            break
        digits += letter
    return int(sign + digits) if digits else 0
