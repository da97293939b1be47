"""A number that was given for the slope at a point, beside the digits of the right one."""

from slopecli.answers.homework.answer import DECIMALS, TOO_FEW_DIGITS, rounded_decimals
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.verdict import Verdict, Witness
from slopecli.calculus.balls import Balls
from slopecli.calculus.digits import is_in_words, of_ball
from slopecli.calculus.evaluate import Missing
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr, letters
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from slopecli.answers.curves.curve_slope import CurveSlope
    from slopecli.answers.slope import Slope

BITS = 256  # of a number that was given
DIGITS = 40  # of the slope that it is compared with
_SHOWN = 15
_BY_CHANCE = 12  # zeros at the end of forty digits that are no chance any more
NO_SLOPE = frozenset(
    {"", "none", "undefined", "dne", "doesnotexist", "noslope", "notdefined", "nosolution", "n/a"}
    | {"notdifferentiable", "corner", "vertical", "jump", "endpoint", "isolated", "infinite"}
)


class PointTask:
    """One point of a function or a curve, the slope there, and what was handed in for it.

    `at` are the letters' values as they are told.
    """

    __slots__ = ("answer", "at", "notes", "slope", "source")

    def __init__(
        self,
        source: str,
        answer: str,
        at: "dict[str, Ratio | str]",
        slope: "Slope | CurveSlope",
        notes: tuple[str, ...],
    ) -> None:
        self.source = source
        self.answer = answer
        self.at = at
        self.slope = slope
        self.notes = notes

    @property
    def right(self) -> "Any":
        """The slope as a ball; None where there is none."""
        return slope_as_ball(self.slope)

    def checked(self, verdict: Verdict, yours: str | None = None) -> Check:
        """The record; where there is no slope, the right answer is the word for why."""
        right = None if self.right is None else shown(self.right)
        if verdict.verdict == "wrong":
            verdict.witness = Witness(self.at, yours, right)
        right = right or self.slope.text
        return Check(self.source, self.answer, "slope", verdict, right=right, notes=self.notes)

    def unknown(self) -> Check:
        """The verdict where the slope itself could not be decided."""
        verdict = Verdict("unknown")
        verdict.reason = self.slope.reason or tell("the slope is {slope}", slope=self.slope.text)
        return self.checked(verdict)

    def no_slope(self) -> Check:
        """The verdict on the word that there is no slope."""
        if self.slope.status == "unknown":
            return self.unknown()
        if self.slope.status == "ok":
            return self.checked(Verdict("wrong", "proved"))
        return self.checked(Verdict("correct", "proved", 1))

    def compared(self, value: "Any", candidates: "Iterable[tuple[Mistake, Any]]") -> Check:
        """The verdict on a number, `Missing` where the answer has none at the point.

        A wrong one is held against the numbers that mistakes give, None where they give none.
        """
        ball = None if isinstance(value, Missing) else Balls(BITS).ball(value)
        if self.slope.slope is not None and is_in_words(self.slope.slope):
            return self.unknown()
        if ball is None or self.slope.slope is None:
            return self.checked(Verdict("wrong", "proved"), None if ball is None else shown(ball))
        verdict = number_verdict(self.answer, self.slope.slope, ball, type(value) is Ratio)
        found = self.checked(verdict, shown(ball))
        if verdict.verdict == "wrong" and not verdict.notes:
            right, wide = self.right, as_given(self.answer, ball)
            alike = (
                [mistake]
                for mistake, number in candidates
                if number is not None and number.overlaps(wide) and not number.overlaps(right)
            )
            found.mistakes = cut_off(self.answer, right, ball) or next(alike, [])
        return found


def says(answer: str, words: frozenset[str]) -> bool:
    """Whether the answer is one of these words, however it is spelled."""
    return "".join(answer.lower().split()).strip(".") in words


def check_is_number(given: Expr, answer: str) -> None:
    """Raise UnusableError where a letter is left in the answer at the point."""
    strange = letters(given)
    if strange:
        raise UnusableError(
            tell("the answer is no number: {letter} has no value.", letter=strange[0]),
            source=answer,
            start=max(answer.find(strange[0]), 0),
        )


def ball_of(slope: str) -> "tuple[Any, bool]":
    """The digits as a ball that holds what they were rounded from, and whether they are all.

    Digits that end early are those of a decimal; a zero or two at the end come by chance, and are
    not written.
    """
    import flint

    flint.ctx.prec = BITS
    mantissa = slope.lstrip("-").partition("e")[0].replace(".", "").lstrip("0")
    middle = flint.arb(slope)
    ball = middle + abs(middle) * flint.arb(0, 10.0 ** (1 - DIGITS))
    return ball, len(mantissa) < DIGITS - _BY_CHANCE


def slope_as_ball(slope: "Slope | CurveSlope") -> "Any":
    """The slope as a ball; None where there is none, or no digits of it."""
    if slope.slope is None or is_in_words(slope.slope):
        return None
    return ball_of(slope.slope)[0]


def shown(ball: "Any") -> str:
    """The number with as many digits as are shown."""
    return of_ball(ball, _SHOWN) or "0"


def number_verdict(answer: str, slope: str, value: "Any", exact: bool) -> Verdict:
    """The verdict on a number, by the digits of the right one; `exact` if it is a fraction."""
    right, complete = ball_of(slope)
    if right.overlaps(value):
        return Verdict("correct", "proved" if exact and complete else "sampled", 1)
    for fewest in (DECIMALS, 1):
        for decimal, half in rounded_decimals(answer, fewest).items():
            given = (abs(value) - _ball(decimal)).contains(0)
            if given and abs(right - value) <= _ball(half):
                if fewest == DECIMALS:
                    return Verdict("correct", "rounded", 1)
                verdict = Verdict("wrong", "proved")
                verdict.notes = [tell(TOO_FEW_DIGITS)]
                return verdict
    return Verdict("wrong", "proved")


def as_given(answer: str, value: "Any") -> "Any":
    """The number as wide as its decimals leave it open: 1.33 may be 4/3."""
    for decimal, half in rounded_decimals(answer).items():
        if (abs(value) - _ball(decimal)).contains(0):
            wide = _ball(half)
            return value + wide.union(-wide)
    return value


def cut_off(answer: str, right: "Any", value: "Any") -> list[Mistake]:
    """The mistake where the answer is the right number with its last digits left away."""
    for decimal, half in rounded_decimals(answer).items():
        given = (abs(value) - _ball(decimal)).contains(0)
        if given and abs(right - value) <= _ball(half) * 2:
            told = tell("decimals were cut off: round them")
            return [Mistake("rounded", "", told, law=tell("to round"))]
    return []


def at_point(mistake: str, message: str) -> Mistake:
    """A mistake that gives another number at the point."""
    return Mistake(mistake, "", message, law=tell("the slope at this point"))


def _ball(value: Ratio) -> "Any":
    return Balls(BITS).ball(value)
