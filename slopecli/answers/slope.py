"""The slope at a point: every digit proven, or the reason why there is none."""

from slopecli.answers.reasons import reason_undecided, reason_undefined
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constant, Constants, written
from slopecli.calculus.digits import is_beyond_digits, of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, Rough, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.calculus.sides import Side, side
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.language.text import text

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

DECIDE_BITS = 512  # a ball that cannot tell at this precision is asked of exact constants
CONSTANT_BITS = 256
LONG = 40  # a formula longer than this is called "the curve" in a sentence


class Point:
    """A place on the axis: as typed, and as a constant expression."""

    __slots__ = ("expr", "text")

    def __init__(self, text: str, expr: Expr) -> None:
        self.text = text
        self.expr = expr


class Slope:
    """The slope of a curve at a point.

    Numbers are their proven digits as text; `left` and `right` may be "inf" or "-inf". `status` is
    one of ok, corner, vertical, endpoint, jump, isolated, undefined, unknown. `message` is a
    sentence for every status but ok, and `reason` the part of it that says why; `note` says where
    fewer digits are proven than were asked for.
    """

    __slots__ = (
        "at",
        "expr",
        "left",
        "message",
        "note",
        "order",
        "reason",
        "right",
        "slope",
        "status",
        "value",
        "variable",
    )

    def __init__(self, expr: Expr, variable: str, at: Point, order: int, status: str) -> None:
        self.expr = expr
        self.variable = variable
        self.at = at
        self.order = order
        self.status = status
        self.value: str | None = None
        self.slope: str | None = None
        self.left: str | None = None
        self.right: str | None = None
        self.reason: str | None = None
        self.message: str | None = None
        self.note: str | None = None

    @property
    def text(self) -> str:
        """What text mode prints: the slope, or the word for why there is none."""
        return self.slope if self.slope is not None else self.status


def check_point(point: Point) -> None:
    """Raise UnusableError unless the point is a number."""
    here = evaluate(point.expr, {}, Balls(CONSTANT_BITS))
    if isinstance(here, Missing):
        here = evaluate(point.expr, {}, Constants(CONSTANT_BITS))
    if isinstance(here, Missing):
        raise UnusableError(
            f"the point {point.text} is not a number.",
            advice="Give a point such as 2, -0.5, pi/3 or sqrt(2).",
        )


def slope_at(
    expr: Expr,
    variable: str,
    point: Point,
    *,
    order: int = 1,
    digits: int = 15,
    with_value: bool = True,
) -> Slope:
    """The slope of order `order` (1: the slope, 2: the slope of the slope) at the point.

    All other letters of the expression must have been replaced by constants before. Without
    `with_value` the digits of f itself are not worked out.
    """
    return _Search(expr, variable, point, order, digits, with_value).answer()


class _Search:
    """One question, asked of balls first, then of exact constants, then of each side apart."""

    def __init__(
        self, expr: Expr, variable: str, point: Point, order: int, digits: int, with_value: bool
    ) -> None:
        self.expr = expr
        self.variable = variable
        self.point = point
        self.order = order
        self.digits = digits
        self.with_value = with_value
        self.limit = max(4096, 8 * digits)

    def answer(self) -> Slope:
        bits = 64
        while bits < 3.4 * self.digits + 12:
            bits *= 2
        while True:
            result = self._jet(Balls(bits), self.order)
            if isinstance(result, Undefined):
                return self._undefined(result)
            if isinstance(result, Rough):
                return self._beside()
            if isinstance(result, Missing):
                if bits >= DECIDE_BITS:
                    return self._exactly()
            else:
                found = self._proven(result, Balls(bits))
                if found is not None:
                    return found
                if bits >= self.limit:
                    return self._exactly()
            bits *= 2

    def _jet(self, base: Balls, order: int) -> "Any":
        here = evaluate(self.point.expr, {}, base)
        jets = Jets(base, order)
        if isinstance(here, Missing):
            return here
        return evaluate(self.expr, {self.variable: jets.variable(here)}, jets)

    def _derivative(self, result: "Any", base: Balls) -> "Any":
        if type(result) is not Jet:
            return result if self.order == 0 else Ratio(0)
        top = result.coefficients[self.order]
        from math import factorial

        return base.apply(ROWS["*"], [top, Ratio(factorial(self.order))]) if self.order > 1 else top

    def _proven(self, result: "Any", balls: Balls) -> Slope | None:
        slope = self._digits_in(self._derivative(result, balls), balls)
        value: str | None = None
        if self.with_value:
            value = self._digits_in(_value(result), balls)
            if value is None:
                return None
        if slope is None:
            return None
        return self._found("ok", slope=slope, value=value)

    def _digits_in(self, number: "Any", balls: Balls) -> str | None:
        if type(number) is Ratio:
            return of_ratio(number, self.digits)
        ball = balls.ball(number)
        return _in_words(ball) or of_ball(ball, self.digits)

    def _exactly(self) -> Slope:
        constants = Constants(CONSTANT_BITS)
        result = self._jet(constants, self.order)
        if isinstance(result, Undefined):
            return self._undefined(result)
        if isinstance(result, Rough):
            return self._beside()
        if isinstance(result, Missing):
            return self._unknown(reason_undecided(result, self.variable, self.point.text))
        slope, note = self._digits_of(self._derivative(result, constants), constants)
        if slope is None:
            return self._unknown("nobody here can tell whether the slope is exactly 0")
        found = self._found("ok", slope=slope)
        found.note = note
        if self.with_value:
            found.value = self._digits_of(_value(result), constants)[0]
        return found

    def _digits_of(self, number: "Any", constants: Constants) -> tuple[str | None, str | None]:
        """The digits of a constant, and a note where fewer can be proven than were asked for."""
        if type(number) is Ratio:
            return of_ratio(number, self.digits), None
        expr, bits = written(number), 64
        balls = Balls(bits)
        while bits <= self.limit:
            balls = Balls(bits)
            ball = evaluate(expr, {}, balls)
            if not isinstance(ball, Missing):
                found = self._digits_in(ball, balls)
                if found is not None:
                    return found, None
            bits *= 2
        if type(number) is Constant and constants.sign(number) == 0:
            return "0", None
        ball = evaluate(expr, {}, balls)
        if not isinstance(ball, Missing):
            for fewer in range(self.digits - 1, 0, -1):
                found = of_ball(balls.ball(ball), fewer)
                if found is not None:
                    return found, f"only {fewer} digits are proven: the next is a tie"
        return None, None

    def _beside(self) -> Slope:
        """Look at each side of a point where the curve is not smooth."""
        constants = Constants(CONSTANT_BITS)
        value = self._jet(constants, 0)
        if isinstance(value, Undefined):
            return self._undefined(value)
        if isinstance(value, Missing):
            return self._unknown(reason_undecided(value, self.variable, self.point.text))
        value = _value(value)
        here = evaluate(self.point.expr, {}, constants)
        left, right = [
            side(self.expr, self.variable, here, value, direction, self.order, constants)
            for direction in (-1, 1)
        ]
        found = self._compare(left, right, constants)
        if self.with_value:
            found.value = self._digits_of(value, constants)[0]
        return found

    def _compare(self, left: Side, right: Side, constants: Constants) -> Slope:
        kinds = {left.kind, right.kind}
        if "jump" in kinds:
            return self._told("jump")
        if "unknown" in kinds:
            missing = left.missing or right.missing
            return self._unknown(reason_undecided(missing, self.variable, self.point.text))
        if kinds == {"absent"}:
            return self._told("isolated")
        for k in range(self.order):
            both = [each for each in (left, right) if each.kind != "absent"]
            if any([len(each.slopes) <= k for each in both]):
                return self._sides("vertical", left, right, k, constants)
            if len(both) == 2:
                difference = constants.apply(ROWS["-"], [left.slopes[k], right.slopes[k]])
                if isinstance(difference, Missing) or constants.sign(difference) is None:
                    return self._unknown("nobody here can tell whether both sides agree")
                if constants.sign(difference) != 0:
                    return self._sides("corner", left, right, k, constants)
        k = self.order - 1
        if "absent" in kinds:
            return self._sides("endpoint", left, right, k, constants)
        slope, note = self._digits_of(left.slopes[k], constants)
        if slope is None:
            return self._unknown("nobody here can tell whether the slope is exactly 0")
        found = self._found("ok", slope=slope)
        found.note = note
        return found

    def _sides(
        self, status: str, left: Side, right: Side, k: int, constants: Constants
    ) -> Slope:
        found = Slope(self.expr, self.variable, self.point, self.order, status)
        for name, each in (("left", left), ("right", right)):
            if each.kind == "absent":
                continue
            if len(each.slopes) > k:
                setattr(found, name, self._digits_of(each.slopes[k], constants)[0])
            else:
                setattr(found, name, "inf" if each.sign > 0 else "-inf")
        return self._explained(found, k + 1)

    def _told(self, status: str) -> Slope:
        return self._explained(Slope(self.expr, self.variable, self.point, self.order, status), 1)

    def _explained(self, found: Slope, order: int) -> Slope:
        """The sentence for a point without a slope."""
        name = text(self.expr)
        curve = name if len(name) <= LONG else "the curve"
        if order > 1:
            curve = f"the slope of order {order - 1} of {curve}"
        sides = ", ".join(
            [
                f"{where} {number}"
                for where, number in (("left", found.left), ("right", found.right))
                if number is not None
            ]
        )
        found.reason = {
            "corner": f"{curve} has a corner there ({sides})",
            "vertical": f"{curve} has a vertical tangent there ({sides})",
            "endpoint": f"{curve} ends there, with a slope on one side only ({sides})",
            "jump": f"{curve} jumps there",
            "isolated": f"{curve} has a value at this one point only",
        }[found.status]
        found.message = f"no slope at {self.variable} = {self.point.text}: {found.reason}"
        return found

    def _found(self, status: str, slope: str, value: str | None = None) -> Slope:
        found = Slope(self.expr, self.variable, self.point, self.order, status)
        found.slope = slope
        found.value = value
        return found

    def _undefined(self, missing: Undefined) -> Slope:
        found = Slope(self.expr, self.variable, self.point, self.order, "undefined")
        found.reason = reason_undefined(missing, self.variable, self.point.text)
        found.message = f"undefined: {found.reason}"
        return found

    def _unknown(self, reason: str) -> Slope:
        found = Slope(self.expr, self.variable, self.point, self.order, "unknown")
        found.reason = reason
        found.message = f"cannot decide the slope at {self.variable} = {self.point.text}: {reason}"
        return found


def _value(result: "Any") -> "Any":
    return result.coefficients[0] if type(result) is Jet else result


def _in_words(ball: "Any") -> str | None:
    """A number whose exponent has more than nine digits, in words."""
    if not is_beyond_digits(ball):
        return None
    if ball > 0:
        return "above 10^999999999" if ball > 1 else "between 0 and 10^-999999999"
    if ball < 0:
        return "below -10^999999999" if ball < -1 else "between -10^-999999999 and 0"
    return None
