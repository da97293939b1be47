"""Right, wrong or unknown: what a comparison of two formulas means to the one who asked."""

from slopecli.calculus.constants import written
from slopecli.calculus.digits import of_ball, of_ratio
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

    from slopecli.calculus.comparing.compare import Comparison, Sampled
    from slopecli.calculus.comparing.sampling import Place

_BITS = 256  # of the numbers in a witness
_LONG = 400  # digits of an exponent's size beyond which a number is left as it is
_SHOWN = 3  # digits of a witness in a sentence, or more where the numbers would look alike
_VERDICTS = {"same": "correct", "different": "wrong", "unknown": "unknown"}


class Witness:
    """A point at which two formulas differ: the letters' values, and both numbers."""

    __slots__ = ("at", "right", "yours")

    def __init__(self, at: "dict[str, Ratio | str]", yours: str | None, right: str | None) -> None:
        self.at = at
        self.yours = yours
        self.right = right

    @property
    def where(self) -> str:
        """Such as "x = 1, a = 2"."""
        return ", ".join([f"{name} = {spelled(value)}" for name, value in self.at.items()])

    @property
    def brief(self) -> tuple[str | None, str | None]:
        """Both numbers with three digits, or as many as it takes to see that they differ."""
        digits = _SHOWN
        while True:
            one, other = _cut(self.yours, digits), _cut(self.right, digits)
            if one != other or digits >= 15:
                return (one, other) if one != other else (self.yours, self.right)
            digits += 1


class Verdict:
    """`verdict` is "correct", "wrong" or "unknown"; `certainty` "proved", "sampled" or "rounded".

    `points` is at how many points both agree. `domain` says where the second formula has values,
    measured by the first; `notes` tell it in words; `reason` says why it is unknown.
    """

    __slots__ = ("certainty", "domain", "notes", "points", "reason", "verdict", "witness")

    def __init__(self, verdict: str, certainty: str = "sampled", points: int = 0) -> None:
        self.verdict = verdict
        self.certainty = certainty
        self.points = points
        self.domain = "same"
        self.witness: Witness | None = None
        self.notes: list[str] = []
        self.reason: str | None = None


def verdict_of(found: "Comparison", key: "Sampled", answer: "Sampled") -> Verdict:
    """The verdict on an answer that was compared with a key."""
    verdict = Verdict(_VERDICTS[found.verdict], found.certainty, found.points)
    verdict.domain = found.domain
    if found.place is not None:
        at: dict[str, Ratio | str] = dict(zip(key.letters, found.place, strict=True))
        yours = None if found.other is None else number_at(answer, found.place)
        verdict.witness = Witness(at, yours, number_at(key, found.place))
    if verdict.verdict == "unknown":
        verdict.reason = (
            tell("there are too few points at which both have a value that can be worked out")
            if found.points
            else tell("I find no point at which both have a value that can be worked out")
        )
    return verdict


def domain_notes(found: "Comparison", names: "Sequence[str]", yours: str, right: str) -> list[str]:
    """Where only one of two equal functions has a value, with a point for each case."""
    notes = []
    for place, has, lacks in ((found.beyond, yours, right), (found.lacking, right, yours)):
        if place is not None:
            at = Witness(dict(zip(names, place, strict=True)), None, None).where
            notes.append(
                tell(
                    "equal where both have a value; only {has} has one at {at}, not {lacks}",
                    has=has,
                    at=at,
                    lacks=lacks,
                )
            )
    return notes


def stranger(known: "Sequence[str]", used: "Sequence[str]", whose: str) -> list[str]:
    """A letter that does not occur on the other side is likely a slip."""
    new = [name for name in used if name not in known]
    if not new:
        return []
    missing = [name for name in known if name not in used]
    if len(missing) == 1 and len(new) == 1:
        return [
            tell(
                "{whose} has the letter {letter}, which does not occur in the question;"
                " did you mean {near}?",
                whose=whose,
                letter=new[0],
                near=missing[0],
            )
        ]
    return [
        tell(
            "{whose} has the letter {letters}, which does not occur in the question"
            if len(new) == 1
            else "{whose} has the letters {letters}, which does not occur in the question",
            whose=whose,
            letters=", ".join(new),
        )
    ]


def spelled(value: "Ratio | str") -> str:
    """A place as a student would write it: 1/3, 0.25."""
    if isinstance(value, str):
        return value
    if value.is_decimal and value.denominator != 2:
        return of_ratio(value)
    return text(written(value))


def number_at(curve: "Sampled", place: "Place") -> str | None:
    """Fifteen digits of a curve at a point."""
    for bits in (_BITS, 8 * _BITS):
        value = curve.fine(place, bits)
        if hasattr(value, "mid"):
            found = of_ball(value)
            if found is not None:
                return found
    return "0" if hasattr(value, "mid") else None


def _cut(number: str | None, digits: int) -> str | None:
    """The number to so many significant digits."""
    if number is None:
        return None
    if abs(int(number.partition("e")[2] or 0)) > _LONG:
        return number
    exact = _decimal(number)
    return of_ratio(_decimal(of_ratio(exact, digits)))  # 2420, not 2.42e+3


def _decimal(number: str) -> Ratio:
    """What a decimal says."""
    mantissa, _, exponent = number.partition("e")
    whole, _, fraction = mantissa.partition(".")
    shift = int(exponent or 0) - len(fraction)
    value = Ratio(int(whole + fraction))
    ten = Ratio(10)
    return value * ten**shift if shift >= 0 else value / ten**-shift
