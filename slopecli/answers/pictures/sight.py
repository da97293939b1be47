"""What a curve is seen to do at a point and over a stretch of the axis, by balls.

At a point the answer is f, f', ... as doubles. Over a stretch a ball holds every x of it, and what
comes out holds every f(x): where that is finite, the curve has no gap, pole or jump there. This is
a proof, not a guess from samples.
"""

from math import factorial, inf

from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.comparing.tape import Tape
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, nodes
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_BITS = (64, 256, 1024)  # tried in turn where digits cancel
_ENOUGH = 54  # bits: those of a double
_TINY = 1e-15
_CUT = frozenset({"atan2"})  # a ball across its cut is finite, though it jumps there


class Band:
    """Over a stretch: the bounds of f, f', ... as far as each is continuous there.

    `absent` says that there is no value anywhere on the stretch; `missing` why bounds are missing.
    """

    __slots__ = ("absent", "bounds", "missing")

    def __init__(
        self,
        bounds: "list[tuple[float, float]]",
        absent: bool = False,
        missing: "Missing | None" = None,
    ) -> None:
        self.bounds = bounds
        self.absent = absent
        self.missing = missing


class Sight:
    """A curve and its slopes up to an order. Places are fractions, of pi where `in_pi`."""

    def __init__(self, expr: Expr, variable: str, order: int, in_pi: bool) -> None:
        self.expr = expr
        self.variable = variable
        self.order = order
        self.in_pi = in_pi
        self._seen: dict[Ratio, list[float]] = {}
        self._tape = _tape(expr, variable, order)

    def number(self, place: Ratio) -> "Any":
        """The exact number at a place."""
        return PiMultiple(place) if self.in_pi and place else place

    def x(self, place: Ratio) -> float:
        """The nearest double."""
        if self.in_pi:
            return float(self._ball(place, Balls(64)))
        return place.numerator / place.denominator

    def at(self, place: Ratio) -> list[float]:
        """f, f', ... at a place, as far as they exist."""
        found = self._seen.get(place)
        if found is None:
            found = self._seen[place] = self._at(place)
        return found

    def _at(self, place: Ratio) -> list[float]:
        quick = self._quickly(self._ball(place, Balls(64)))
        if quick is not None and all(map(_sharp, quick)):
            return [_double(number) for number in quick]
        numbers: list[Any] = []
        for bits in _BITS:
            balls = Balls(bits)
            moving = self._moving(self._ball(place, balls), balls)
            result = evaluate(self.expr, {self.variable: moving}, Jets(balls, self.order))
            if isinstance(result, Missing):
                return self.exactly(self.number(place))
            numbers = [balls.ball(each) for each in self._terms(result)]
            if all(map(_sharp, numbers)):
                break
        return [_double(number) * factorial(k) for k, number in enumerate(numbers)]

    def exactly(self, number: "Any") -> list[float]:
        """f, f', ... at an exact number, as far as they exist without looking at its sides."""
        for order in (self.order, 0):
            balls = Balls(256)
            jets = Jets(balls, order)
            result = evaluate(self.expr, {self.variable: self._moving(number, balls, order)}, jets)
            if not isinstance(result, Missing):
                terms = [float(balls.ball(each)) for each in self._terms(result, order)]
                return [term * factorial(k) for k, term in enumerate(terms)]
        return []

    def over(self, start: Ratio, end: Ratio) -> Band:
        """The bounds between two places."""
        balls = Balls(64)
        stretch = self._ball(start, balls).union(self._ball(end, balls))
        numbers = self._quickly(stretch)
        if numbers is not None:
            return Band([_ends(number, 1) for number in numbers])
        missing: Missing | None = None
        for order in (self.order, 0):
            result = evaluate(
                self.expr,
                {self.variable: self._moving(stretch, balls, order)},
                Jets(balls, order),
            )
            if not isinstance(result, Missing):
                terms = [balls.ball(each) for each in self._terms(result, order)]
                bounds = [_ends(term, factorial(k)) for k, term in enumerate(terms)]
                return Band(bounds, missing=missing)
            missing = result
            if result.call is not None and result.call.name in _CUT:
                break
        return Band([], absent=isinstance(missing, Undefined), missing=missing)

    def _quickly(self, here: "Any") -> "list[Any] | None":
        """The balls of f, f', ... by their formulas, in one go; None where that does not tell."""
        if self._tape is None:
            return None
        numbers = self._tape.run([here])
        return None if isinstance(numbers, Missing) else list(numbers)

    def breaks(self, start: Ratio, end: Ratio) -> bool:
        """Whether the curve itself, whatever its slopes, is undecided between two places."""
        balls = Balls(64)
        stretch = self._ball(start, balls).union(self._ball(end, balls))
        found = evaluate(self.expr, {self.variable: stretch}, balls)
        return isinstance(found, Missing) and not isinstance(found, Undefined)

    def decides(self, band: Band) -> bool:
        """Whether all is known over a stretch: every slope is continuous, or there is no curve."""
        return band.absent or len(band.bounds) > self.order

    def _ball(self, place: Ratio, balls: Balls) -> "Any":
        return balls.ball(self.number(place))

    def _moving(self, here: "Any", balls: Balls, order: int | None = None) -> "Any":
        order = self.order if order is None else order
        return Jets(balls, order).variable(here)

    def _terms(self, result: "Any", order: int | None = None) -> "list[Any]":
        order = self.order if order is None else order
        terms = result.coefficients if type(result) is Jet else [result]
        return [*terms, *[Ratio(0)] * (order + 1 - len(terms))]


def _tape(expr: Expr, variable: str, order: int) -> "Tape | None":
    """The formulas of f, f', ... as a list of steps, ten times as fast as a walk.

    Only where they cannot have a value at a place where the curve has no slope, as sign(x), the
    formula for the slope of |x|, has at 0.
    """
    if not all(_surely_smooth(node) for node in nodes(expr) if type(node) is Call):
        return None
    try:
        formulas = [derivative(expr, variable, k) for k in range(order + 1)]
    except LimitError:
        return None
    return Tape(formulas, [variable])


def _surely_smooth(call: Call) -> bool:
    if call.name == "^":
        base, exponent = call.args
        if type(base) is Call and base.name == "e":
            return True
        return type(exponent) is Num and exponent.value.is_integer
    return not ROWS[call.name].smooth or call.name == "sqrt"


def _sharp(number: "Any") -> bool:
    if number.rel_accuracy_bits() >= _ENOUGH:
        return True
    return number.contains(0) and float(number.rad()) <= _TINY


def _double(number: "Any") -> float:
    """The nearest double; 0 where the ball is a tiny one around 0."""
    return 0.0 if number.contains(0) else float(number)


def _ends(term: "Any", weight: int) -> tuple[float, float]:
    low, high = float(term.lower()) * weight, float(term.upper()) * weight
    return (low, high) if low == low and high == high else (-inf, inf)
