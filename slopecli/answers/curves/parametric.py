"""Curves that a parameter draws, (x(t), y(t)), and polar ones: dy/dx and its kin, to every order.

Along the curve the slope is y'/x', its own slope is (y'/x')'/x', and so on: each is a quotient of
jets one order shorter (so the second derivative is not y''/x'').
"""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_slope import CurveSlope, Touch
from slopecli.answers.proven import proven
from slopecli.answers.slope import CONSTANT_BITS
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.language.degrees import PER_DEGREE
from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_TIMES, _OVER = ROWS["*"], ROWS["/"]
_NONE, _ONE = Ratio(0), Ratio(1)
_FIRST = 12  # orders that are looked at where a curve stands still


def from_polar(radius: Expr, angle: str, degrees: bool = False) -> tuple[Expr, Expr]:
    """The coordinates of a polar curve: (r cos θ, r sin θ)."""
    turned: Expr = Var(angle)
    if degrees:
        turned = Call("*", (turned, PER_DEGREE))
    x, y = [Call("*", (radius, Call(name, (turned,)))) for name in ("cos", "sin")]
    return x, y


class Parametric:
    """The curve (x(t), y(t)) at a value of its parameter."""

    def __init__(self, x: Expr, y: Expr, at: Coordinates, written: str) -> None:
        self.x = x
        self.y = y
        self.at = at
        self.written = written
        ((self.variable, self.point),) = at.items()

    def touch(self, found: CurveSlope) -> Touch | None:
        """Where a tangent is to be drawn; None where the curve has none."""
        if found.status not in ("ok", "vertical"):
            return None
        slope = (lambda base: self.slope(base, 1)) if found.status == "ok" else None
        if slope is not None and self._still():
            slope = lambda base: self._limit(base, *self._first())  # noqa: E731
        return Touch(
            lambda base: self._value(self.x, base), lambda base: self._value(self.y, base), slope
        )

    def slope_here(self, order: int = 1, digits: int = 15) -> CurveSlope:
        """The slope at the parameter's value."""
        found = CurveSlope(self.written, self.at, order)
        coordinates = [
            proven(lambda base, part=part: self._value(part, base), digits)  # type: ignore[misc]
            for part in (self.x, self.y)
        ]
        for each in coordinates:
            if each.digits is None:
                return _lost(found, each.missing)
        found.x, found.y = [each.digits for each in coordinates]
        if not order:
            found.slope = found.y
            return found
        base = Constants(CONSTANT_BITS)
        speed = self._jet(self.x, base, 1)
        if isinstance(speed, Missing):
            return _lost(found, speed)
        sign = base.sign(speed.term(1))
        if sign is None:
            return _lost(found, None)
        if sign == 0:
            return self._upright(found, base, digits)
        number = proven(lambda each: self.slope(each, order), digits)
        if number.digits is None:
            return _lost(found, number.missing)
        found.slope = number.digits
        return found

    def slope(self, base: Balls, order: int) -> "Any":
        """The derivative of this order in one arithmetic."""
        x, y = self._jet(self.x, base, order), self._jet(self.y, base, order)
        if isinstance(x, Missing) or isinstance(y, Missing):
            return x if isinstance(x, Missing) else y
        speed, found = _derivative(x, order, base), y
        for shorter in range(order - 1, -1, -1):
            jets = Jets(base, shorter)
            rise = _derivative(found, shorter + 1, base)
            found = jets.apply(_OVER, [rise, Jet(speed.coefficients[: shorter + 1])])
            if isinstance(found, Missing):
                return found
        return found.coefficients[0]

    def _value(self, part: Expr, base: Balls) -> "Any":
        here = evaluate(self.point.expr, {}, base)
        return here if isinstance(here, Missing) else evaluate(part, {self.variable: here}, base)

    def _jet(self, part: Expr, base: Balls, order: int) -> "Any":
        jets = Jets(base, order)
        here = evaluate(self.point.expr, {}, base)
        found = evaluate(part, {self.variable: jets.variable(here)}, jets)
        if isinstance(found, Missing) or type(found) is Jet:
            return found
        return Jet([found, *[_NONE] * order])

    def stands_still(self) -> bool:
        """Whether neither x nor y moves, proven."""
        base = Constants(CONSTANT_BITS)
        jets = [self._jet(part, base, 1) for part in (self.x, self.y)]
        return all(not isinstance(jet, Missing) and base.sign(jet.term(1)) == 0 for jet in jets)

    def _still(self) -> bool:
        base = Constants(CONSTANT_BITS)
        return base.sign(self._jet(self.x, base, 1).term(1)) == 0

    def _first(self) -> "tuple[int, int]":
        """The first orders to which x and y move; 0 where that is not known."""
        exact = Constants(CONSTANT_BITS)
        orders = []
        for part in (self.x, self.y):
            jet = self._jet(part, exact, _FIRST)
            order = 0
            if not isinstance(jet, Missing):
                for k in range(1, _FIRST + 1):
                    sign = exact.sign(jet.term(k))
                    if sign != 0:
                        order = k if sign is not None else 0
                        break
            orders.append(order)
        return orders[0], orders[1]

    def _limit(self, base: Balls, across: int, up: int) -> "Any":
        """The slope towards the point: that of the leading terms."""
        if up > across or not up:
            return _NONE
        x, y = self._jet(self.x, base, across), self._jet(self.y, base, across)
        if isinstance(x, Missing) or isinstance(y, Missing):
            return x if isinstance(x, Missing) else y
        return base.apply(_OVER, [y.term(up), x.term(across)])

    def _upright(self, found: CurveSlope, base: Constants, digits: int) -> CurveSlope:
        """x stands still: a vertical tangent, or a point where both do."""
        across, up = self._first()
        if not across and self.variable not in letters(self.x):
            return found.without("vertical", tell("the curve is an upright line"))
        if not across:
            return _lost(found, None)
        if not up and base.sign(self._jet(self.y, base, 1).term(1)) is None:
            return _lost(found, None)
        if up and up < across:
            return self._vertical(found, base, across, up)
        limit = proven(lambda each: self._limit(each, across, up), digits)
        if limit.digits is None:
            return _lost(found, limit.missing)
        if across % 2 == 0:
            found.slopes = [limit.digits]
            return found.without(
                "singular",
                tell("the curve turns back there, with the slope {slope}", slope=limit.digits),
            )
        if found.order > 1:
            return found.without("singular", tell("x and y both stand still there"))
        found.slope = limit.digits
        return found

    def _vertical(self, found: CurveSlope, base: Constants, across: int, up: int) -> CurveSlope:
        """y moves first. Where x goes on in one way, each side has a slope of its own sign."""
        if across % 2:
            x = base.sign(self._jet(self.x, base, across).term(across)) or 1
            y = base.sign(self._jet(self.y, base, up).term(up)) or 1
            right = x * y
            left = right if up % 2 else -right
            if x < 0 and not up % 2:
                left, right = right, left
            found.left, found.right = ["inf" if side > 0 else "-inf" for side in (left, right)]
        if across % 2 and not up % 2:
            return found.without("vertical", tell("a cusp, the tangent is vertical there"))
        return found.without("vertical", tell("the tangent is vertical there"))


def _lost(found: CurveSlope, missing: Missing | None) -> CurveSlope:
    """The answer where a number is missing."""
    return found.undefined(missing) if isinstance(missing, Undefined) else found.unknown(missing)


def _derivative(jet: Jet, order: int, base: Balls) -> Jet:
    """The jet of the slope, to one order less."""
    terms = [base.apply(_TIMES, [Ratio(k), jet.term(k)]) for k in range(1, order + 1)]
    return Jet(terms)
