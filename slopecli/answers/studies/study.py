"""A curve discussed: where it is defined, its zeros, extrema, inflections, poles, where it rises.

The axis is cut at every place where something may happen: the borders of the formula's parts, and
the zeros of f, f' and f''. Between two cuts all three keep their signs, so one sample tells them;
what happens at a cut follows from the signs beside it.
"""

from itertools import pairwise

from slopecli.answers.interval import Interval, too_far
from slopecli.answers.merging import merged, same_place
from slopecli.answers.studies.marks import Mark, far_limit
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.zeros.borders import borders
from slopecli.calculus.zeros.numerators import numerators
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve, Found, Zero, zeros
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var, letters, substitute
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

ORDERS = 3  # f, f' and f''
_MOST = 300  # places at which something happens
_NARROW = 96  # bits to which every place is narrowed
_BESIDE = 36  # bits: a cell so small beside a border is decided by the signs at its ends
_OUTSIDE = 60
_FARTHEST = 1_000  # bits of an end that is no fraction
_FINE = 256  # bits that tell a number just beside a border from it
HALF = Ratio(1, 2)


class Stretch:
    """Between two cuts: the signs of f, f' and f'', or `absent` where there is no curve."""

    __slots__ = ("absent", "high", "low", "signs")

    def __init__(self, low: Ratio, high: Ratio, signs: "list[int | None]", absent: bool) -> None:
        self.low = low
        self.high = high
        self.signs = signs
        self.absent = absent


class Study:
    """What was found, from left to right: `marks` are the cuts, `stretches` lie between them.

    `undecided` are places where more may happen than could be told, with the reason.
    """

    def __init__(self, expr: Expr, variable: str, interval: Interval) -> None:
        self.expr = expr
        self.variable = variable
        self.interval = interval
        self.marks: list[Mark] = []
        self.stretches: list[Stretch] = []
        self.undecided: list[tuple[Ratio, Ratio, str]] = []
        self.flat: list[tuple[Ratio, Ratio]] = []  # where the last formula looked at is 0 all over
        # At -inf and at inf; None where it is not known, "" where there is no curve.
        self.limits: tuple[str | None, str | None] | None = None

    def all(self, kind: str) -> list[Mark]:
        """The marks of a kind: zero, maximum, pole, ..."""
        return [mark for mark in self.marks if kind in mark.kinds]

    def where(self, order: int, sign: int) -> list[tuple[Mark, Mark]]:
        """Where a derivative has this sign, as far as f goes on without a break."""
        found: list[tuple[Mark, Mark]] = []
        for place, stretch in enumerate(self.stretches):
            if stretch.absent or stretch.signs[order] != sign:
                continue
            start, end = self.marks[place], self.marks[place + 1]
            if found and found[-1][1] is start and start.value is not None and start.goes_on:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def domain(self) -> list[tuple[Mark, Mark]]:
        """Where f is defined: from mark to mark; a mark has its own say whether it belongs."""
        found: list[tuple[Mark, Mark]] = []
        for place, mark in enumerate(self.marks):
            before = self.stretches[place - 1] if place else None
            joined = before is not None and not before.absent
            if mark.value is not None and not joined:
                found.append((mark, mark))
            if place < len(self.stretches) and not self.stretches[place].absent:
                after = self.marks[place + 1]
                if found and found[-1][1] is mark and mark.value is not None:
                    found[-1] = (found[-1][0], after)
                else:
                    found.append((mark, after))
        return found


def study(expr: Expr, variable: str, interval: Interval, *, beyond: bool = False) -> Study:
    """The curve over a range; with `beyond` also where it goes at both ends of the axis."""
    found = Study(expr, variable, interval)
    low, high = ends(interval)
    curve = Curve(expr, variable)
    special = cuts_of(found, expr, low, high)
    inner = list(special)
    for order, plain in enumerate(numerators(expr, variable, ORDERS)):
        what = ("f", "f'", "f''")[order]
        if plain is None:
            inner += zeros_between(found, special, curve, order, low, high, what)
        else:
            inner += _of_numerator(found, plain, order, low, high, what)
        if len(inner) > _MOST:
            raise _too_many()
    edges = [Zero(curve, 0, low, low, 1), Zero(curve, 0, high, high, 1)]
    for edge, point in zip(edges, (interval.left, interval.right), strict=True):
        edge.exact = point.expr
    found.marks = merged(found, curve, [*special], inner, edges)
    found.stretches = _stretches(curve, found.marks)
    for place, mark in enumerate(found.marks):
        before = found.stretches[place - 1] if place else None
        after = found.stretches[place] if place < len(found.stretches) else None
        mark.tell(before, after)
    _hide(found)
    if beyond:
        found.limits = (_far(expr, variable, -1), _far(expr, variable, 1))
    return found


def _of_numerator(
    found: Study, factors: list[Expr], order: int, low: Ratio, high: Ratio, what: str
) -> list[Zero]:
    """The zeros of a derivative as those of its numerator, factor by factor."""
    zeros_of: list[Zero] = []
    for factor in factors:
        cuts = cuts_of(found, factor, low, high)
        curve = Curve(factor, found.variable)
        zeros_of += zeros_between(found, cuts, curve, 0, low, high, what)
    for zero in zeros_of:
        zero.of = order
    return zeros_of


def _too_many() -> LimitError:
    return LimitError(
        tell("something happens at more than {most} places of this range.", most=_MOST),
        advice=tell("Take a shorter range: --range A B."),
    )


def _hide(found: Study) -> None:
    """Take away marks where nothing happens: borders of a part where the curve goes on."""
    place = 1
    while place < len(found.marks) - 1:
        one, two = found.stretches[place - 1], found.stretches[place]
        mark = found.marks[place]
        same = one.signs == two.signs and one.absent == two.absent
        if not mark.kinds and same and (mark.value is not None or one.absent):
            one.high = two.high
            del found.marks[place], found.stretches[place]
        else:
            place += 1


def _far(expr: Expr, variable: str, side: int) -> str | None:
    """The limit at an end of the axis: that of f(1/h) where h goes to 0; "" without a curve."""
    inverse = Call("/", (Num(side), Var(variable)))
    return far_limit(Curve(substitute(expr, {variable: inverse}), variable))


def cuts_of(found: Study, expr: Expr, low: Ratio, high: Ratio) -> list[Zero]:
    """Where a part of the formula may not be smooth."""
    cuts: list[Zero] = []
    for border in borders(expr):
        if letters(border) == [found.variable]:
            curve = Curve(border, found.variable)
            cuts = _cut(found, cuts, curve, 0, low, high, tell("a border"))
    return cuts


def ends(interval: Interval) -> tuple[Ratio, Ratio]:
    """Fractions just at the ends of the range, or just outside where they are irrational."""
    from slopecli.calculus.zeros.fractions import exactly

    found = []
    for side, point in ((-1, interval.left), (1, interval.right)):
        balls = Balls(128)
        value: Any = evaluate(point.expr, {}, balls)
        if type(value) is not Ratio:
            ball = balls.ball(value)
            edge = ball.lower() if side < 0 else ball.upper()
            if not abs(edge) < 2.0**_FARTHEST:
                raise too_far(point)
            value = exactly(edge) if abs(edge) > 2.0**-_FARTHEST else Ratio(0)
            value = value + Ratio(side, 1 << _OUTSIDE)
        found.append(value)
    return found[0], found[1]


def _cut(
    found: Study, cuts: list[Zero], curve: Curve, order: int, low: Ratio, high: Ratio, what: str
) -> list[Zero]:
    """The cuts with the zeros of one more curve between them."""
    more = [*cuts, *zeros_between(found, cuts, curve, order, low, high, what)]
    if len(more) > _MOST:
        raise _too_many()
    return sorted(more, key=lambda zero: zero.low)


def inside(zero: Zero, interval: Interval) -> bool:
    """Whether a zero lies in the range, its ends included."""
    low, high = ends(interval)
    for edge, point in ((low, interval.left), (high, interval.right)):
        bound = Zero(zero.curve, zero.order, edge, edge, 1)
        bound.exact = point.expr
        if same_place(bound, zero):
            return True
    return low < zero.high and zero.low < high


def zeros_between(
    found: Study,
    cuts: list[Zero],
    curve: Curve,
    order: int,
    low: Ratio,
    high: Ratio,
    what: str = "it",
) -> list[Zero]:
    """The zeros between the cuts; what could not be decided is kept with the reason."""
    result: list[Zero] = []
    found.flat = []
    for cut in cuts:
        cut.narrow(_NARROW)
    lefts = [low, *[cut.high for cut in cuts]]
    rights = [*[cut.low for cut in cuts], high]
    for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        if not left < right:
            continue
        open_ends = (place > 0, place < len(cuts))
        span = zeros(curve, order, *_opened(left, right, open_ends))
        result += [zero for zero in span.zeros if not _beyond(zero, found.interval, low, high)]
        found.flat += span.flat
        for cell in _doubtful(span, curve, order, (left, right)):
            found.undecided.append((*cell, what))
    return result


def _beyond(zero: Zero, interval: Interval, low: Ratio, high: Ratio) -> bool:
    """Whether a zero beside an end, which was moved outwards, is proven to lie outside."""
    near = Ratio(1, 1 << _OUTSIDE - 2)
    base = Constants(_FINE)
    for side, gap, point in (
        (-1, zero.low - low, interval.left),
        (1, high - zero.high, interval.right),
    ):
        if near < gap:
            continue
        exact = recognise(zero)
        if exact is None:
            zero.narrow(_FINE)
            place: Any = zero.high if side < 0 else zero.low
        else:
            place = evaluate(exact, {}, base)
        past = base.apply(ROWS["-"], [place, evaluate(point.expr, {}, base)])
        if not isinstance(past, Missing) and base.sign(past) == side:
            return True
    return False


def _opened(left: Ratio, right: Ratio, open_ends: tuple[bool, bool]) -> tuple[Ratio, Ratio]:
    """The stretch without its ends, where these are borders."""
    hair = (right - left) * Ratio(1, 1 << _NARROW)
    return left + hair if open_ends[0] else left, right - hair if open_ends[1] else right


def _doubtful(
    span: Found, curve: Curve, order: int, around: tuple[Ratio, Ratio]
) -> list[tuple[Ratio, Ratio]]:
    """The cells that stay open: not those tiny ones beside a border whose ends have one sign."""
    left, right = around
    tiny = (right - left) * Ratio(1, 1 << _BESIDE)
    doubtful = []
    for low, high in span.undecided:
        beside = high < left + tiny or right - tiny < low
        if not beside or _state(curve, order, low) != _state(curve, order, high):
            doubtful.append((low, high))
    return doubtful


def _state(curve: Curve, order: int, at: Ratio) -> str:
    """The sign of a derivative, or that there is no curve."""
    sign = curve.sign(at, order)
    if sign is not None:
        return str(sign)
    return "absent" if isinstance(curve.at(at, 0, Balls(_FINE)), Undefined) else f"unknown at {at}"


def _stretches(curve: Curve, marks: list[Mark]) -> list[Stretch]:
    found = []
    for one, two in pairwise(marks):
        low, high = one.high, two.low
        middle = low + (high - low) * HALF
        signs = [curve.sign(middle, order) for order in range(ORDERS)]
        absent = signs[0] is None and _state(curve, 0, middle) == "absent"
        found.append(Stretch(low, high, signs, absent))
    return found
