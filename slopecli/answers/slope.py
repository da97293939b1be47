"""The slope at a point: every digit proven, or the reason why there is none."""

from slopecli.calculus.balls import Balls
from slopecli.calculus.digits import bits_for, in_words, of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, Rough, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


DECIDE_BITS = 512  # a ball that cannot tell at this precision is asked of exact constants
CONSTANT_BITS = 256


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

    def __repr__(self) -> str:
        return f"<Slope {self.text} at {self.variable} = {self.at.text}>"

    def __float__(self) -> float:
        """The slope as a double. Raises ValueError, saying why, where there is none."""
        if self.slope is None:
            raise ValueError(self.message)
        return float(self.slope)

    @property
    def text(self) -> str:
        """What text mode prints: the slope, or the word for why there is none."""
        return self.slope if self.slope is not None else self.status


def check_point(point: Point) -> None:
    """Raise UnusableError unless the point is a number."""
    here = evaluate(point.expr, {}, Balls(CONSTANT_BITS))
    if isinstance(here, Missing):
        from slopecli.calculus.constants import Constants

        here = evaluate(point.expr, {}, Constants(CONSTANT_BITS))
    if isinstance(here, Missing):
        raise UnusableError(
            tell("the point {point} is not a number.", point=point.text),
            advice=tell("Give a point such as 2, -0.5, pi/3 or sqrt(2)."),
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
    return Search(expr, variable, point, order, digits, with_value).answer()


class Search:
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
        """The answer of balls, at growing precision; else that of the rooms behind them."""
        bits = bits_for(self.digits)
        while True:
            result = self.jet(Balls(bits), self.order)
            if isinstance(result, (Undefined, Rough)):
                break
            if not isinstance(result, Missing):
                found = self._proven(result, Balls(bits))
                if found is not None:
                    return found
            if bits >= (DECIDE_BITS if isinstance(result, Missing) else self.limit):
                break
            bits *= 2
        from slopecli.answers.exceptional import Exceptional

        return Exceptional(self).answer(result)

    def jet(self, base: Balls, order: int) -> "Any":
        """The Taylor coefficients at the point in this arithmetic; plain where nothing moves."""
        here = evaluate(self.point.expr, {}, base)
        jets = Jets(base, order)
        if isinstance(here, Missing):
            return here
        return evaluate(self.expr, {self.variable: jets.variable(here)}, jets)

    def derivative(self, result: "Any", base: Balls) -> "Any":
        """The derivative that was asked for, from the Taylor coefficients."""
        if type(result) is not Jet:
            return result if self.order == 0 else Ratio(0)
        top = result.coefficients[self.order]
        if self.order < 2:
            return top
        from math import factorial

        return base.apply(ROWS["*"], [top, Ratio(factorial(self.order))])

    def _proven(self, result: "Any", balls: Balls) -> Slope | None:
        slope = self.digits_in(self.derivative(result, balls), balls)
        value: str | None = None
        if self.with_value:
            value = self.digits_in(value_of(result), balls)
            if value is None:
                return None
        if slope is None:
            return None
        return self.found(slope, value)

    def digits_in(self, number: "Any", balls: Balls) -> str | None:
        """The digits of a number, if this precision proves them."""
        if type(number) is Ratio:
            return of_ratio(number, self.digits)
        ball = balls.ball(number)
        return in_words(ball) or of_ball(ball, self.digits)

    def record(self, status: str) -> Slope:
        """An answer still without numbers."""
        return Slope(self.expr, self.variable, self.point, self.order, status)

    def found(self, slope: str, value: str | None = None) -> Slope:
        """The answer where there is a slope."""
        found = self.record("ok")
        found.slope = slope
        found.value = value
        return found


def value_of(result: "Any") -> "Any":
    """The value itself, from the Taylor coefficients."""
    return result.coefficients[0] if type(result) is Jet else result
