"""Every zero of a formula over a stretch of the axis, isolated, and proven to be all there are.

The stretch is cut into cells until in each of them a ball that holds all its x shows that the
formula is not 0 there, or that some derivative of it is not. Where the m-th derivative is not 0,
the one before it rises or falls all the way and has one zero at most; its zero cuts the cell in two
where the derivative before that is monotone; and so on down to the formula itself. The signs at the
cuts tell where a zero lies between. (Neumaier, Interval Methods for Systems of Equations, 1990,
ch. 5, for interval Newton; the cascade of derivatives is as old as Rolle.)
"""

from math import comb

from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.calculus.zeros.fractions import exactly
from slopecli.language.expr import Expr
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

HALF = Ratio(1, 2)
BITS = 64
CELLS = 32  # at the start
MOST = 1_500  # cells in all
CROWD = 300  # zeros: after so many nobody wants to read more
NARROW = 40  # halvings after which a cell is left undecided
_CASCADE = 6  # derivatives that are looked at
_REFINED = 256  # bits to which a zero is narrowed before it is asked for its exact form
_CONSTANT_BITS = 256


class Curve:
    """A formula of one letter with its derivatives, over cells and at numbers."""

    def __init__(self, expr: Expr, variable: str) -> None:
        self.expr = expr
        self.variable = variable

    def over(self, low: Ratio, high: Ratio, order: int, bits: int = BITS) -> "Any":
        """Balls that hold f/0!, f'/1!, ... everywhere between; `Missing` where there are none."""
        balls = Balls(bits)
        here: Any = low
        if low != high:
            here = balls.ball(low).union(balls.ball(high))
        return self.at(here, order, balls)

    def near(self, low: Ratio, high: Ratio, order: int) -> "Any":
        """As `over`, but narrower in a short cell: by Taylor's formula from its middle."""
        wide = self.over(low, high, order + 1)
        balls = Balls(BITS)
        middle = (low + high) * HALF
        terms = wide if isinstance(wide, Missing) else self.at(middle, order, balls)
        if isinstance(terms, Missing):
            return terms
        terms = [*[balls.ball(term) for term in terms], balls.ball(wide[order + 1])]
        half = balls.ball((high - low) * HALF)
        reach = half.union(-half)
        found = []
        for k in range(order + 1):
            total = terms[order + 1] * comb(order + 1, k)
            for j in range(order, k - 1, -1):
                total = total * reach + terms[j] * comb(j, k)
            plain = balls.ball(wide[k])
            found.append(total if total.rad() < plain.rad() else wide[k])
        return found

    def at(self, here: "Any", order: int, base: Balls) -> "Any":
        """The Taylor coefficients at a number of the arithmetic."""
        jets = Jets(base, order)
        found = evaluate(self.expr, {self.variable: jets.variable(here)}, jets)
        if isinstance(found, Missing):
            return found
        if type(found) is not Jet:
            return [found, *[Ratio(0)] * order]
        return found.coefficients

    def sign(self, at: Ratio, order: int) -> int | None:
        """The sign of a derivative at a fraction; None where nobody can tell."""
        base: Balls
        for bits in (64, 256):
            base = Balls(bits)
            terms = self.at(at, order, base)
            sign = None if isinstance(terms, Missing) else base.sign(terms[order])
            if sign is not None:
                return sign
        base = Constants(_CONSTANT_BITS)
        terms = self.at(at, order, base)
        return None if isinstance(terms, Missing) else base.sign(terms[order])


class Zero:
    """One zero of a derivative of a curve, between `low` and `high`; there is no other.

    `exact` is the number itself as a formula, once it is known; `times` how often it is a zero, 0
    where that was not asked. `of` is the order of the slope that it tells about, where that is
    another: a numerator of f' is 0 where f' is.
    """

    __slots__ = ("curve", "exact", "high", "low", "of", "order", "rising", "times", "tried")

    def __init__(self, curve: Curve, order: int, low: Ratio, high: Ratio, rising: int) -> None:
        self.curve = curve
        self.order = self.of = order
        self.low = low
        self.high = high
        self.rising = rising  # the sign of the derivative at `high`
        self.times = 1
        self.exact: Expr | None = None
        self.tried = False

    def narrow(self, bits: int) -> None:
        """Close in on the zero until the cell is shorter than 2^-bits, as far as balls can."""
        goal = Ratio(1, 1 << bits)
        precision = bits + 64
        while goal < self.high - self.low:
            before = self.high - self.low
            self._newton(precision)
            if before * HALF < self.high - self.low and not self._halve(precision):
                return

    def _newton(self, bits: int) -> None:
        """The zero is where the tangent with some slope of the cell meets the axis."""
        balls = Balls(bits)
        middle = (self.low + self.high) * HALF
        slopes = self.curve.over(self.low, self.high, self.order + 1, bits)
        here = self.curve.at(middle, self.order, balls)
        if isinstance(slopes, Missing) or isinstance(here, Missing):
            return
        steep = balls.ball(slopes[self.order + 1]) * (self.order + 1)
        if steep.contains(0):
            return
        found = balls.ball(middle) - balls.ball(here[self.order]) / steep
        if found.is_finite():
            low, high = exactly(found.lower()), exactly(found.upper())
            if self.low < low < self.high:
                self.low = low
            if self.low < high < self.high:
                self.high = high

    def _halve(self, bits: int) -> bool:
        """Cut the cell in two by the sign in the middle; whether that could be told."""
        middle = _short((self.low + self.high) * HALF, bits)
        balls = Balls(bits)
        terms = self.curve.at(middle, self.order, balls)
        sign = None if isinstance(terms, Missing) else balls.sign(terms[self.order])
        if sign is None:
            sign = self.curve.sign(middle, self.order)
        if sign is None:
            return False
        if sign == 0:
            self.low = self.high = middle
        elif sign == self.rising:
            self.high = middle
        else:
            self.low = middle
        return True

    def ball(self, balls: Balls) -> "Any":
        """The number in an arithmetic of balls, as narrow as its precision."""
        if self.exact is not None:
            return evaluate(self.exact, {}, balls)
        if self.low == self.high:
            return self.low
        self.narrow(balls.bits)
        return balls.ball(self.low).union(balls.ball(self.high))


class Found:
    """The zeros in order; `undecided` cells may hold more; it is 0 all over `flat` ones."""

    def __init__(self) -> None:
        self.zeros: list[Zero] = []
        self.undecided: list[tuple[Ratio, Ratio]] = []
        self.flat: list[tuple[Ratio, Ratio]] = []
        self.spent = 0  # cells that were looked at


class UnclearError(Exception):
    """A sign that nobody can tell."""


def zeros(
    curve: Curve,
    order: int,
    low: Ratio,
    high: Ratio,
    cells: int = CELLS,
    most: int = MOST,
    is_late: "Callable[[], bool]" = lambda: False,
) -> Found:
    """The zeros of the derivative of this order from low to high.

    After `most` cells, 300 zeros, or once it is late, the rest is left undecided.
    """
    found = Found()
    step = (high - low) * Ratio(1, cells)
    queue = [(low + step * Ratio(k), low + step * Ratio(k + 1), 0) for k in range(cells)]
    queue.reverse()
    spent = 0
    while queue:
        start, end, depth = queue.pop()
        spent += 1
        if not is_late() and _decided(found, curve, order, start, end):
            continue
        if depth >= NARROW or spent > most or len(found.zeros) > CROWD or is_late():
            _join(found.undecided, start, end)
            continue
        middle = (start + end) * HALF
        queue += [(middle, end, depth + 1), (start, middle, depth + 1)]
    found.spent = spent
    return found


def _decided(found: Found, curve: Curve, order: int, low: Ratio, high: Ratio) -> bool:
    """Find the zeros in a cell, if it shows enough of them."""
    bounds = curve.over(low, high, order + 1)
    if isinstance(bounds, Undefined):
        return True
    if isinstance(bounds, Missing):
        return False
    here = bounds[order]
    balls = Balls(BITS)
    if balls.sign(here) == balls.sign(bounds[order + 1]) == 0:  # exactly, all over the cell
        _join(found.flat, low, high)
        return True
    if balls.sign(here) or _off_axis(curve, order, bounds, low, high):
        return True
    m = 1
    if not balls.sign(bounds[order + 1]):
        bounds = curve.near(low, high, order + _CASCADE)
        if isinstance(bounds, Missing):
            return False
        if balls.sign(bounds[order]):
            return True
        while m <= _CASCADE and not balls.sign(bounds[order + m]):
            m += 1
    if m > _CASCADE:
        return False
    try:
        cascade = _cascade(curve, order, order + m, low, high)
    except UnclearError:
        return False
    for zero in cascade:
        last = found.zeros[-1] if found.zeros else None
        if last is None or last.low != zero.low or zero.low != zero.high:
            found.zeros.append(zero)
    return True


def _off_axis(curve: Curve, order: int, bounds: "list[Any]", low: Ratio, high: Ratio) -> bool:
    """Whether the middle value and the slopes of the cell keep the curve off the axis."""
    balls = Balls(BITS)
    middle = (low + high) * HALF
    here = curve.at(middle, order, balls)
    if isinstance(here, Missing):
        return False
    half = balls.ball((high - low) * HALF)
    reach = half.union(-half) * balls.ball(bounds[order + 1]) * (order + 1)
    height = balls.ball(here[order]) + reach
    return bool(height > 0 or height < 0)


def _cascade(curve: Curve, order: int, top: int, low: Ratio, high: Ratio) -> list[Zero]:
    """The zeros of a derivative in a cell where the derivative of order `top` has none."""
    if order == top:
        return []
    return between(curve, order, _cascade(curve, order + 1, top, low, high), low, high)


def between(
    curve: Curve, order: int, cuts: "Sequence[Zero]", low: Ratio, high: Ratio
) -> list[Zero]:
    """The zeros of a derivative where it rises or falls all the way from cut to cut.

    The cuts are zeros of the derivative after it, or of its numerator. Raises UnclearError where a
    sign cannot be told.
    """
    found: list[Zero] = []
    before: Ratio | Zero = low
    sign = _sign(curve, order, low)
    if sign == 0:
        found.append(Zero(curve, order, low, low, 1))
    places: list[Ratio | Zero] = [*cuts, high]
    for cut in places:
        after = _sign(curve, order, cut)
        if after == 0:
            found.append(_again(curve, order, cut))
        elif sign == -after:
            found.append(Zero(curve, order, _right(before), _left(cut), after))
        before, sign = cut, after
    return found


def _again(curve: Curve, order: int, cut: "Ratio | Zero") -> Zero:
    """A zero at a cut: at the end of the cell, or where the next derivative is 0, too."""
    if isinstance(cut, Ratio):
        return Zero(curve, order, cut, cut, 1)
    zero = Zero(curve, order, cut.low, cut.high, 1)
    zero.exact, zero.tried = cut.exact, cut.tried
    zero.times = cut.times + 1 if cut.curve is curve else 0
    return zero


def _right(place: "Ratio | Zero") -> Ratio:
    return place if isinstance(place, Ratio) else place.high


def _left(place: "Ratio | Zero") -> Ratio:
    return place if isinstance(place, Ratio) else place.low


def _sign(curve: Curve, order: int, at: "Ratio | Zero") -> int:
    """The sign of a derivative at a fraction or at a zero of the derivative after it."""
    sign = curve.sign(at, order) if isinstance(at, Ratio) else sign_at(curve, order, at)
    if sign is None:
        raise UnclearError
    return sign


def sign_at(curve: Curve, order: int, zero: Zero) -> int | None:
    """The sign of a derivative of a curve at a zero of another; None where nobody can tell."""
    for bits in (32, 64, 128, _REFINED):
        if zero.exact is None:
            zero.narrow(bits)
        balls = Balls(2 * bits)
        terms = curve.at(zero.ball(balls), order, balls)
        sign = None if isinstance(terms, Missing) else balls.sign(terms[order])
        if sign is not None:
            return sign
    from slopecli.calculus.zeros.recognise import recognise

    exact = recognise(zero)
    if exact is None:
        return None
    base = Constants(_CONSTANT_BITS)
    here = evaluate(exact, {}, base)
    terms = curve.at(here, order, base)
    return None if isinstance(terms, Missing) else base.sign(terms[order])


def _short(value: Ratio, bits: int) -> Ratio:
    """A fraction near the value whose denominator is no longer than needed."""
    if value.denominator.bit_length() <= bits:
        return value
    return Ratio((value * Ratio(1 << bits)).__floor__(), 1 << bits)


def _join(cells: "list[tuple[Ratio, Ratio]]", low: Ratio, high: Ratio) -> None:
    """Add a cell; one that touches the last makes it longer."""
    if cells and cells[-1][1] == low:
        cells[-1] = (cells[-1][0], high)
    else:
        cells.append((low, high))
