"""An answer about an equation, compared with the right one at points of the curve.

Two answers are the same if they are equal on the curve, whatever they are elsewhere. The right one
is worked out there in balls by jets, without a formula, at points that are proven to lie on it.
"""

from slopecli.answers.curves.implicit import slope_on
from slopecli.answers.homework.curves.task import CurveTask
from slopecli.answers.homework.verdict import Verdict, Witness
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.on_curve import CurvePlace, places_on
from slopecli.calculus.comparing.proof import Proof
from slopecli.calculus.comparing.rounded import meets_when_rounded
from slopecli.calculus.comparing.sampling import PARAMETERS
from slopecli.calculus.comparing.tape import walk
from slopecli.calculus.digits import of_ball
from slopecli.calculus.evaluate import Missing, Undecided, Undefined
from slopecli.calculus.normal_form import normal_difference_vanishes_on
from slopecli.language.expr import letters
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

ENOUGH = 16  # points of the curve at which both have a value, and agree
_WITNESSES = 4  # points that a proof has to stand besides
_NEVER = 8  # points where only the answer has no value, of none with one, that make it wrong
_LOOKS = 160  # points of the curve that are tried
_BITS = (128, 512, 2048)
_SURE = 30  # bits of a ball that must be right before meeting counts as agreement
_CONFIRMED_BITS = 768
_STEPS = (-9, -4, -1, 2, 5, 11)  # to points beside one, on both sides
_PLAINER = 24  # points beside the first witness among which a simpler one is looked for


class OnCurve:
    """Key and answer at points of a curve that is given by an equation."""

    def __init__(self, task: CurveTask) -> None:
        self.task = task
        self.across, self.up = task.question.letters
        self.equation = task.equation
        used = [] if task.given is None else letters(task.given)
        strange = [name for name in used if name not in task.question.letters]
        self.found: list[CurvePlace] = []
        self.search = places_on(self.equation, [self.across, self.up])
        self.strange = dict(zip(strange, PARAMETERS, strict=False))

    def key(self, place: CurvePlace, bits: int) -> "Any":
        """The slope there, by jets: a ball, or `Missing`."""
        balls = Balls(bits)
        found = slope_on(
            self.equation, self.across, self.up, place.at(balls), balls, self.task.order
        )
        if isinstance(found, Missing):
            return found
        ball = balls.ball(found)
        return ball if ball.is_finite() else Undecided()

    def yours(self, place: CurvePlace, bits: int) -> "Any":
        """What the answer gives there: a ball, or `Missing`."""
        balls = Balls(bits)
        assert self.task.given is not None
        found = walk([self.task.given], {**place.at(balls), **self.strange}, balls)
        return found if isinstance(found, Missing) else found[-1]

    def places(self) -> "Iterator[CurvePlace]":
        """The points at which they are compared; each is looked for once."""
        for place in range(_LOOKS):
            while len(self.found) <= place:
                more = next(self.search, None)
                if more is None:
                    return
                self.found.append(more)
            yield self.found[place]


def on_equation(task: CurveTask, prove: bool) -> tuple[Verdict, list[CurvePlace]]:
    """The verdict on an answer, and points of the curve where a wrong one can be looked at."""
    on = OnCurve(task)
    given, formula = task.given, task.formula
    if given is None:
        return _without_slope(on), list(_first(on.places(), _PLAINER))
    proved = formula is not None and (
        Proof(formula, given, prove)() or normal_difference_vanishes_on(formula, given, on.equation)
    )
    enough = ENOUGH if not proved else _WITNESSES
    agreed: list[CurvePlace] = []
    lacking: list[CurvePlace] = []
    different: CurvePlace | None = None
    for place in on.places():
        met = _meet(on, place)
        if met is False:
            different = place
            break
        if met:
            agreed.append(place)
        elif _lacks(on, place):
            lacking.append(place)
        if len(agreed) == enough or (not agreed and len(lacking) == _NEVER):
            break
    for place in agreed[::2] if different is None else ():
        if _meet(on, place, (_CONFIRMED_BITS,)) is False:
            different = place
    if different is None and not agreed and len(lacking) == _NEVER:
        different = lacking[0]
    if different is not None and not proved:
        return _differs(on, different, len(agreed))
    if different is None and (proved or len(agreed) >= ENOUGH):
        return Verdict("correct", "proved" if proved else "sampled", len(agreed)), []
    verdict = Verdict("unknown", points=len(agreed))
    verdict.reason = tell(
        "I find only {count} points of the curve at which both have a value", count=len(agreed)
    )
    return verdict, []


def _lacks(on: OnCurve, place: CurvePlace) -> bool:
    """Whether the curve has a slope there, and the answer no value."""
    if type(on.yours(place, _BITS[0])) is not Undefined:
        return False
    return not isinstance(on.key(place, _BITS[0]), Missing)


def _differs(on: OnCurve, place: CurvePlace, points: int) -> tuple[Verdict, list[CurvePlace]]:
    """Wrong at this point of the curve, if it is no matter of rounding."""
    if on.task.answer.rounded and _rounded(on, on.task):
        return Verdict("correct", "rounded", points), []
    near = list(_first(on.places(), _PLAINER))
    wrong = Verdict("wrong", "proved", points)
    wrong.witness = witness_at(on, _plainest(on, place, near))
    wrong.notes = _partly_right(on, near)
    return wrong, near


def _first(places: "Iterator[CurvePlace]", most: int) -> "Iterator[CurvePlace]":
    from itertools import islice

    return islice(places, most)


def _meet(on: OnCurve, place: CurvePlace, precisions: tuple[int, ...] = _BITS) -> bool | None:
    """Whether key and answer are equal there, as far as balls tell; None where one is missing."""
    for bits in precisions:
        key, yours = on.key(place, bits), on.yours(place, bits)
        if isinstance(key, Missing) or isinstance(yours, Missing):
            continue
        if not key.overlaps(yours):
            return False
        if all(ball.rel_accuracy_bits() >= _SURE or _is_nothing(ball) for ball in (key, yours)):
            return True
    return None


def _is_nothing(ball: "Any") -> bool:
    import flint

    return bool(ball.contains(0)) and bool(abs(ball) < flint.arb(2) ** -64)


def _plainest(on: OnCurve, first: CurvePlace, near: list[CurvePlace]) -> CurvePlace:
    """The point that is shown: one with whole coordinates if there is one, as (3, 4)."""
    return next((each for each in near if each.plain() and _meet(on, each) is False), first)


def _partly_right(on: OnCurve, places: list[CurvePlace]) -> list[str]:
    """That the answer is right on another part of the curve: the upper half of a circle.

    Single points at which it happens to be right are no part: what is beside them is tried too.
    """
    met = [place for place in places if _rises(on, place) and _meet(on, place)]
    if len(met) < _WITNESSES:
        return []
    for place in sorted(met, key=lambda each: not each.plain())[:_WITNESSES]:
        near = [place.beside(on.equation, Ratio(step, 997)) for step in _STEPS]
        if all(each is not None and _meet(on, each) for each in near):
            return [
                tell(
                    "it is right at all {count} points tried around {where},"
                    " but not on all of the curve",
                    count=len(near) + 1,
                    where=witness_at(on, place).where,
                )
            ]
    return []


def _rises(on: OnCurve, place: CurvePlace) -> bool:
    """Whether the slope is not 0 there: at 0 too much agrees by chance."""
    key = on.key(place, _BITS[0])
    return not isinstance(key, Missing) and not key.contains(0)


def witness_at(on: OnCurve, place: CurvePlace) -> Witness:
    """A point of the curve with both numbers there."""
    at: dict[str, Any] | None = place.plain()
    if at is None:
        at = {name: _digits(lambda bits, n=name: Balls(bits).ball(place.at(Balls(bits))[n]))
              for name in place.letters}  # fmt: skip
    yours = None if on.task.given is None else _digits(lambda bits: on.yours(place, bits))
    return Witness(at, yours, _digits(lambda bits: on.key(place, bits)))


def _digits(work: "Any") -> str | None:
    """Fifteen proven digits of a number that is worked out with more and more bits."""
    value: Any = None
    for bits in _BITS:
        value = work(bits)
        found = None if isinstance(value, Missing) else of_ball(value)
        if found is not None:
            return found
    return None if isinstance(value, Missing) else "0"


def _without_slope(on: OnCurve) -> Verdict:
    """An equation without y' gives no slope; the curve has one."""
    smooth = [
        place
        for place in _first(on.places(), _PLAINER)
        if not isinstance(on.key(place, _BITS[0]), Missing)
    ]
    if not smooth:
        verdict = Verdict("unknown")
        verdict.reason = tell("I find no point of the curve with a slope")
        return verdict
    verdict = Verdict("wrong", "proved")
    plain = [place for place in smooth if place.plain()]
    verdict.witness = witness_at(on, (plain or smooth)[0])
    return verdict


def _rounded(on: OnCurve, task: CurveTask) -> bool:
    """Whether the key passes through the answer's balls where each decimal is read as rounded."""
    assert task.given is not None

    def there() -> "Iterator[tuple[dict[str, Any], Any]]":
        for place in _first(on.places(), 2 * ENOUGH):
            right = on.key(place, _BITS[0])
            if not isinstance(right, Missing):
                yield place.at(Balls(_BITS[0])), right

    return meets_when_rounded(task.given, task.answer.rounded, there(), ENOUGH)
