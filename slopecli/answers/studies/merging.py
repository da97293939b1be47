"""Places that were found in different ways: which of them are one, proven, and in which order."""

from slopecli.answers.studies.doubts import Doubt
from slopecli.answers.studies.marks import Mark
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.normal_form import normal_difference_is_zero
from slopecli.calculus.zeros.fractions import exactly, simplest
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve, Zero, sign_at
from slopecli.language.expr import Call
from slopecli.language.factors import number
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_SAMPLES = (Ratio(7, 10), Ratio(-13, 10), Ratio(23, 10), Ratio(1, 7))
_SHORT = 40  # bits of a factor that is no accident
_NARROW = 96
_BITS = 256


def merged(
    curve: Curve,
    special: list[Zero],
    inner: list[Zero],
    edges: list[Zero],
    doubts: list[Doubt],
) -> list[Mark]:
    """All places from left to right, those that are one put together, those outside left out.

    Where nobody can tell whether two are one, `doubts` gets one more.
    """
    marks: list[Mark] = []
    borders = {id(zero) for zero in special}
    for edge in edges:
        mark = Mark(curve, edge, False)
        mark.edge = True
        marks.append(mark)
    for zero in inner:
        zero.narrow(_NARROW)
        if zero.high < edges[0].low or edges[1].high < zero.low:
            continue
        _place(doubts, marks, zero, id(zero) in borders)
    first, last = marks[0], marks[1]
    inside = sorted(marks[2:], key=lambda mark: mark.low)
    return [first, *inside, last]


def _place(doubts: list[Doubt], marks: list[Mark], zero: Zero, special: bool) -> None:
    """Add a zero to the marks: to one of them, if it is the same place."""
    for mark in marks:
        if not _touch(mark.zero, zero):
            continue
        same = _same(mark.zero, zero)
        if same is None:
            low, high = min(mark.low, zero.low), max(mark.high, zero.high)
            doubts.append(Doubt(low, high, tell("two places that cannot be told apart"), ()))
        if same is not False:
            if not special:
                mark.orders.add(zero.of)
            mark.special = mark.special or special
            return
    found = Mark(marks[0].curve, zero, special)
    if not special:
        found.orders.add(zero.of)
    marks.append(found)


def same_place(one: Zero, two: Zero) -> bool:
    """Whether two places are proven to be one."""
    for each in (one, two):
        each.narrow(_NARROW)
    return _touch(one, two) and _same(one, two) is True


def _touch(one: Zero, two: Zero) -> bool:
    hair = Ratio(1, 1 << (_NARROW // 2))
    return not (one.high + hair < two.low or two.high + hair < one.low)


def _same(one: Zero, two: Zero) -> bool | None:
    """Whether two zeros are one number; None where nobody can tell."""
    if _is_alone(one, two):
        return True
    for known, other in ((one, two), (two, one)):
        exact = recognise(known)
        if exact is None:
            continue
        base = Constants(_BITS)
        here = evaluate(exact, {}, base)
        terms = other.curve.at(here, other.order, base)
        if other.exact is not None:
            there = evaluate(other.exact, {}, base)
            gap = base.apply(ROWS["-"], [here, there])
            sign = None if isinstance(gap, Missing) else base.sign(gap)
            return None if sign is None else sign == 0
        sign = None if isinstance(terms, Missing) else base.sign(terms[other.order])
        if sign is not None:
            return sign == 0
    if sign_at(one.curve, one.order, two):
        return False
    return True if _proportional(one, two) else None


def _is_alone(one: Zero, two: Zero) -> bool:
    """Whether both are zeros of one curve that rises or falls over both their cells."""
    curve, order = one.curve, one.order
    if order != two.order or curve.expr != two.curve.expr:
        return False
    slopes = curve.over(min(one.low, two.low), max(one.high, two.high), order + 1, _BITS)
    return not isinstance(slopes, Missing) and bool(Balls(_BITS).sign(slopes[order + 1]))


def _proportional(one: Zero, two: Zero) -> bool:
    """Whether one formula is a multiple of the other, as f'' is of f = 3 sin(x) + 4 cos(x).

    Then a cell that holds one zero of each holds the same zero twice.
    """
    formulas = [derivative(each.curve.expr, each.curve.variable, each.order) for each in (one, two)]
    balls = Balls(_BITS)
    for sample in _SAMPLES:
        values = [evaluate(formula, {one.curve.variable: sample}, balls) for formula in formulas]
        if any(isinstance(value, Missing) for value in values):
            continue
        quotient = balls.apply(ROWS["/"], values)
        if isinstance(quotient, Missing):
            continue
        share = _share(balls.ball(quotient))
        if share is None:
            return False
        multiple = Call("*", (number(share.numerator, share.denominator), formulas[1]))
        return normal_difference_is_zero(formulas[0], multiple)
    return False


def _share(ball: "Any") -> Ratio | None:
    found = simplest(exactly(ball.lower()), exactly(ball.upper()))
    return found if found.bits < _SHORT else None
