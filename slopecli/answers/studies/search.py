"""Where f, f' or f'' is 0 over a range: every place, and the cells in which it is not known.

The range is cut at the borders of the formula's parts. Where a derivative has a numerator, its
factors are searched: they have no poles. f itself rises or falls all the way from one zero of f' to
the next, so there the signs at both ends tell whether a zero lies between.
"""

from math import inf
from time import process_time

from slopecli.answers.interval import Interval, too_far
from slopecli.answers.studies.doubts import EVERY_ORDER, Doubt
from slopecli.answers.studies.merging import same_place
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.zeros.borders import borders
from slopecli.calculus.zeros.numerators import numerator
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import (
    CELLS,
    CROWD,
    Curve,
    Found,
    UnclearError,
    Zero,
    between,
    zeros,
)
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, letters, nodes
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_NARROW = 96  # bits to which every place is narrowed
_BESIDE = 36  # bits: a cell so small beside a border is decided by the signs at its ends
_OUTSIDE = 60
_FARTHEST = 1_000  # bits of an end that is no fraction
_LONG = 30  # operations of a polynomial: balls of longer ones are wide
_FINE = 256  # bits that tell a number just beside a border from it


class Search:
    """The search on one formula over a range.

    `special` are the places where a part of the formula may not be smooth. `doubts` are cells
    in which more may be than could be told; `flat` is where the derivative that was
    looked at last is 0 all over. After so many `seconds` of work it is late: what has not been
    looked at by then stays undecided. Raises LimitError where there are more than 300 places.
    """

    def __init__(
        self, expr: Expr, variable: str, interval: Interval, seconds: float | None = None
    ) -> None:
        self.late = False
        self._end = inf if seconds is None else process_time() + seconds
        self.curve = Curve(expr, variable)
        self.interval = interval
        self.low, self.high = _ends(interval)
        self.doubts: list[Doubt] = []
        self.flat: list[tuple[Ratio, Ratio]] = []
        self._turns: list[Zero] | None = None  # the zeros of f', if they are all known
        self.special = self._borders(expr)

    def zeros(self, order: int) -> list[Zero]:
        """Where a derivative is 0; also special places at which only its numerator is.

        Ask for those of f' before those of f: they are a help.
        """
        factors = numerator(self.curve.expr, self.curve.variable, order)
        before = len(self.doubts)
        self.flat = []
        if factors is None or (order == 0 and self._turns is not None and not _is_plain(factors)):
            found = self._between(self.special, self.curve, order, (order,))
        else:
            found = self._of_factors(factors, order)
        if order == 1 and len(self.doubts) == before and not self.flat:
            self._turns = self.apart(found)
        return found

    def _is_late(self) -> bool:
        self.late = self.late or process_time() > self._end
        return self.late

    def _of_factors(self, factors: list[Expr], order: int) -> list[Zero]:
        found: list[Zero] = []
        flat: list[tuple[Ratio, Ratio]] = []
        balls = Balls(_FINE)
        for factor in factors:
            curve = Curve(factor, self.curve.variable)
            cuts = self.special if curve.expr == self.curve.expr else self._borders(factor)
            for zero in self._between(cuts, curve, 0, (order,)):
                zero.of = order
                if not isinstance(self.curve.at(zero.ball(balls), 0, balls), Undefined):
                    found.append(zero)
            flat += self.flat
        self.flat = flat
        return found

    def _borders(self, expr: Expr) -> list[Zero]:
        """Where a part of a formula may not be smooth."""
        lines: dict[Expr, None] = {}
        for border in borders(expr):
            for line in numerator(border, self.curve.variable, 0) or [border]:
                if letters(line) == [self.curve.variable]:
                    lines[line] = None
        cuts: list[Zero] = []
        for line in lines:
            curve = Curve(line, self.curve.variable)
            cuts += self._between(cuts, curve, 0)
            if len(cuts) > CROWD:
                raise too_many()
            cuts.sort(key=lambda zero: zero.low)
        return cuts

    def _between(
        self, cuts: list[Zero], curve: Curve, order: int, orders: tuple[int, ...] = EVERY_ORDER
    ) -> list[Zero]:
        """The zeros between the cuts; the signs of `orders` are in doubt where more may be."""
        what = ("f", "f'", "f''")[orders[0]] if orders != EVERY_ORDER else tell("a border")
        result: list[Zero] = []
        self.flat = []
        for cut in cuts:
            cut.narrow(_NARROW)
        lefts = [self.low, *[cut.high for cut in cuts]]
        rights = [*[cut.low for cut in cuts], self.high]
        for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
            if not left < right:
                continue
            low, high = _opened(left, right, (place > 0, place < len(cuts)))
            span = self._from_turn_to_turn(low, high) if curve is self.curve and not order else None
            if span is None:
                share = (high - low) / (self.high - self.low)
                cells = 2 + (share * Ratio(CELLS)).__floor__()
                span = zeros(curve, order, low, high, cells, is_late=self._is_late)
            result += [zero for zero in span.zeros if not self._beyond(zero)]
            self.flat += span.flat
            for cell in _doubtful(span, curve, order, (left, right)):
                self.doubts.append(Doubt(*cell, what, orders))
        return result

    def _from_turn_to_turn(self, low: Ratio, high: Ratio) -> Found | None:
        """The zeros of f by its signs where its slope is 0; None where that does not tell."""
        if self._turns is None:
            return None
        inside = [turn for turn in self._turns if not (turn.high < low or high < turn.low)]
        if any(turn.low < low or high < turn.high for turn in inside):
            return None
        inside = [turn for turn in inside if low < turn.low or turn.high < high]
        found = Found()
        try:
            found.zeros = between(self.curve, 0, inside, low, high)
        except UnclearError:
            return None
        return found

    def apart(self, places: list[Zero]) -> list[Zero] | None:
        """The places that are not special, from left to right, each once; None where it is not
        known which of them are one."""
        apart: list[Zero] = []
        for zero in sorted(places, key=lambda zero: zero.low):
            zero.narrow(_NARROW)
            if any(same_place(zero, special) for special in self.special):
                continue
            if not apart or apart[-1].high < zero.low:
                apart.append(zero)
            elif not same_place(apart[-1], zero):
                return None
        return apart

    def holds(self, zero: Zero) -> bool:
        """Whether a zero lies in the range, its ends included."""
        if any(same_place(edge, zero) for edge in self.edges()):
            return True
        return self.low < zero.high and zero.low < self.high

    def edges(self) -> list[Zero]:
        """Both ends of the range as places."""
        found = []
        for end, point in ((self.low, self.interval.left), (self.high, self.interval.right)):
            edge = Zero(self.curve, 0, end, end, 1)
            edge.exact = point.expr
            found.append(edge)
        return found

    def _beyond(self, zero: Zero) -> bool:
        """Whether a zero beside an end, which was moved outwards, is proven to lie outside."""
        near = Ratio(1, 1 << _OUTSIDE - 2)
        base = Constants(_FINE)
        for side, gap, point in (
            (-1, zero.low - self.low, self.interval.left),
            (1, self.high - zero.high, self.interval.right),
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


def too_many() -> LimitError:
    """Where so much happens that no table can show it."""
    return LimitError(
        tell("something happens at more than {most} places of this range.", most=CROWD),
        advice=tell("Take a shorter range: --range A B."),
    )


def _is_plain(factors: list[Expr]) -> bool:
    """Whether the factors say more than f does: several, or a polynomial of a low degree."""
    arithmetic = ("+", "-", "*", "/", "neg", "^")
    calls = [node for node in nodes(factors[0]) if type(node) is Call and node.args]
    return len(factors) > 1 or (
        len(calls) < _LONG and all(node.name in arithmetic for node in calls)
    )


def _ends(interval: Interval) -> tuple[Ratio, Ratio]:
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
        if not beside or state(curve, order, low) != state(curve, order, high):
            doubtful.append((low, high))
    return doubtful


def state(curve: Curve, order: int, at: Ratio) -> str:
    """The sign of a derivative, or that there is no curve."""
    sign = curve.sign(at, order)
    if sign is not None:
        return str(sign)
    return "absent" if isinstance(curve.at(at, 0, Balls(_FINE)), Undefined) else f"unknown at {at}"
