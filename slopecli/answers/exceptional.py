"""The points that balls alone cannot answer: exact zeros, corners, ends, jumps, no value at all."""

from slopecli.answers.reasons import reason_undecided, reason_undefined
from slopecli.answers.slope import CONSTANT_BITS, Search, Slope, value_of
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constant, Constants, written
from slopecli.calculus.digits import of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, Rough, Undefined, evaluate
from slopecli.calculus.sides import Side, side
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

LONG = 40  # a formula longer than this is called "the curve" in a sentence


class Exceptional:
    """One question, asked of exact constants, then of each side of the point apart."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.constants = Constants(CONSTANT_BITS)
        self.place = (search.variable, search.point.text)
        self.where = f"{search.variable} = {search.point.text}"

    def answer(self, result: "Any") -> Slope:
        """What there is to say, after balls have come to this result."""
        if isinstance(result, Undefined):
            return self._undefined(result)
        if isinstance(result, Rough):
            return self._beside()
        return self._exactly()

    def _exactly(self) -> Slope:
        result = self.search.jet(self.constants, self.search.order)
        if isinstance(result, Undefined):
            return self._undefined(result)
        if isinstance(result, Rough):
            return self._beside()
        if isinstance(result, Missing):
            return self._unknown(reason_undecided(result, *self.place))
        slope, note = self._digits_of(self.search.derivative(result, self.constants))
        if slope is None:
            return self._unknown(tell("nobody here can tell whether the slope is exactly 0"))
        found = self.search.found(slope)
        found.note = note
        if self.search.with_value:
            found.value = self._digits_of(value_of(result))[0]
        return found

    def _digits_of(self, number: "Any") -> tuple[str | None, str | None]:
        """The digits of a constant, and a note where fewer can be proven than were asked for."""
        if type(number) is Ratio:
            return of_ratio(number, self.search.digits), None
        expr, bits = written(number), 64
        balls = Balls(bits)
        while bits <= self.search.limit:
            balls = Balls(bits)
            ball = evaluate(expr, {}, balls)
            if not isinstance(ball, Missing):
                found = self.search.digits_in(ball, balls)
                if found is not None:
                    return found, None
            bits *= 2
        if type(number) is Constant and self.constants.sign(number) == 0:
            return "0", None
        ball = evaluate(expr, {}, balls)
        if not isinstance(ball, Missing):
            for fewer in range(self.search.digits - 1, 0, -1):
                found = of_ball(balls.ball(ball), fewer)
                if found is not None:
                    return found, tell(
                        "only {count} digits are proven: the next is a tie", count=fewer
                    )
        return None, None

    def _beside(self) -> Slope:
        """Look at each side of a point where the curve is not smooth."""
        value = self.search.jet(self.constants, 0)
        if isinstance(value, Undefined):
            return self._undefined(value)
        if isinstance(value, Missing):
            return self._unknown(reason_undecided(value, *self.place))
        value = value_of(value)
        search = self.search
        here = evaluate(search.point.expr, {}, self.constants)
        left, right = [
            side(search.expr, search.variable, here, value, direction, search.order, self.constants)
            for direction in (-1, 1)
        ]
        found = self._compare(left, right)
        if self.search.with_value:
            found.value = self._digits_of(value)[0]
        return found

    def _compare(self, left: Side, right: Side) -> Slope:
        kinds = {left.kind, right.kind}
        if "jump" in kinds:
            return self._told("jump")
        if "unknown" in kinds:
            missing = left.missing or right.missing
            return self._unknown(reason_undecided(missing, *self.place))
        if kinds == {"absent"}:
            return self._told("isolated")
        for k in range(self.search.order):
            both = [each for each in (left, right) if each.kind != "absent"]
            if any(len(each.slopes) <= k for each in both):
                return self._sides("vertical", left, right, k)
            if len(both) == 2:
                difference = self.constants.apply(ROWS["-"], [left.slopes[k], right.slopes[k]])
                if isinstance(difference, Missing) or self.constants.sign(difference) is None:
                    return self._unknown(tell("nobody here can tell whether both sides agree"))
                if self.constants.sign(difference) != 0:
                    return self._sides("corner", left, right, k)
        k = self.search.order - 1
        if "absent" in kinds:
            return self._sides("endpoint", left, right, k)
        slope, note = self._digits_of(left.slopes[k])
        if slope is None:
            return self._unknown(tell("nobody here can tell whether the slope is exactly 0"))
        found = self.search.found(slope)
        found.note = note
        return found

    def _sides(self, status: str, left: Side, right: Side, k: int) -> Slope:
        found = self.search.record(status)
        for name, each in (("left", left), ("right", right)):
            if each.kind == "absent":
                continue
            if len(each.slopes) > k:
                setattr(found, name, self._digits_of(each.slopes[k])[0])
            else:
                setattr(found, name, "inf" if each.sign > 0 else "-inf")
        return self._explained(found, k + 1)

    def _told(self, status: str) -> Slope:
        return self._explained(self.search.record(status), 1)

    def _explained(self, found: Slope, order: int) -> Slope:
        """The sentence for a point without a slope."""
        name = text(self.search.expr)
        curve = name if len(name) <= LONG else tell("the curve")
        if order > 1:
            curve = tell("the slope of order {lower} of {curve}", lower=order - 1, curve=curve)
        sides = tell(", ").join(
            [
                tell("left {number}" if where == "left" else "right {number}", number=number)
                for where, number in (("left", found.left), ("right", found.right))
                if number is not None
            ]
        )
        found.reason = {
            "corner": tell("{curve} has a corner there ({sides})", curve=curve, sides=sides),
            "vertical": tell(
                "{curve} has a vertical tangent there ({sides})", curve=curve, sides=sides
            ),
            "endpoint": tell(
                "{curve} ends there, with a slope on one side only ({sides})",
                curve=curve,
                sides=sides,
            ),
            "jump": tell("{curve} jumps there", curve=curve),
            "isolated": tell("{curve} has a value at this one point only", curve=curve),
        }[found.status]
        found.message = tell("no slope at {place}: {reason}", place=self.where, reason=found.reason)
        return found

    def _undefined(self, missing: Undefined) -> Slope:
        found = self.search.record("undefined")
        found.reason = reason_undefined(missing, *self.place)
        found.message = tell("undefined: {reason}", reason=found.reason)
        return found

    def _unknown(self, reason: str) -> Slope:
        found = self.search.record("unknown")
        found.reason = reason
        found.message = tell(
            "cannot decide the slope at {place}: {reason}", place=self.where, reason=reason
        )
        return found
