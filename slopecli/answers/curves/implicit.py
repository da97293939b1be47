"""Curves given by an equation: dy/dx and its kin at a point, to every order.

Beside a point with F = 0 and F_y other than 0 the curve is y = b + y1 h + y2 h^2 + ...; each
coefficient is the one that makes F vanish to the next order (Newton's method of undetermined
coefficients; the implicit function theorem says that it is the only one).
"""

from slopecli.answers.curves.coordinates import Coordinates, spelled
from slopecli.answers.curves.curve_slope import CurveSlope, Touch, difference
from slopecli.answers.proven import proven, told
from slopecli.answers.slope import CONSTANT_BITS
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, Rough, Undecided, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr, letters
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.proven import Work

_PLUS, _MINUS, _TIMES, _OVER = (ROWS[name] for name in ("+", "-", "*", "/"))
_NONE, _HALF, _ONE = Ratio(0), Ratio(1, 2), Ratio(1)


class Implicit:
    """The curve left = right through a point; its letters are across (x) and up (y)."""

    def __init__(self, left: Expr, right: Expr, at: Coordinates) -> None:
        self.left = left
        self.right = right
        self.expr = difference(left, right)
        self.at = at
        self.across, self.up = at
        self.digits = 15
        self.joined: Work | None = None  # the slope where two smooth branches meet

    def touch(self, found: CurveSlope) -> Touch | None:
        """Where a tangent is to be drawn; None where the curve has none."""
        if found.status not in ("ok", "vertical"):
            return None
        slope = (lambda base: self.slope(base, 1)) if found.status == "ok" else None
        return Touch(lambda base: self._here(base)[0], lambda base: self._here(base)[1], slope)

    def slope_here(self, order: int = 1, digits: int = 15) -> CurveSlope:
        """The slope at the point. Raises UnusableError where the curve does not go through it."""
        found = CurveSlope(f"{text(self.left)} = {text(self.right)}", self.at, order)
        self.digits = digits
        base = Constants(CONSTANT_BITS)
        if not self._passes(found, base):
            return found
        touch = Touch(lambda each: self._here(each)[0], lambda each: self._here(each)[1], None)
        found.x, found.y = proven(touch.x, digits).digits, proven(touch.y, digits).digits
        steep = self._rise(base, _NONE, _ONE)
        sign = None if isinstance(steep, Missing) else base.sign(steep)
        if sign is None:
            return self._unknown(found, steep if isinstance(steep, Missing) else None)
        if sign == 0:
            return self._upright(found, base, digits)
        number = proven(lambda each: self.slope(each, order), digits)
        if number.digits is None:
            return self._unknown(found, number.missing)
        found.slope = number.digits
        return found

    def slope(self, base: Balls, order: int) -> "Any":
        """The derivative of this order in one arithmetic."""
        if self.joined is not None and order == 1:
            return self.joined(base)
        here = dict(zip(self.at, self._here(base), strict=True))
        return slope_on(self.expr, self.across, self.up, here, base, order)

    def _here(self, base: Balls) -> "list[Any]":
        return [evaluate(point.expr, {}, base) for point in self.at.values()]

    def _rise(self, base: Balls, across: Ratio, up: Ratio, order: int = 1) -> "Any":
        """A Taylor coefficient of F on the way (across, up) from the point."""
        jets = Jets(base, order)
        x, y = self._here(base)
        point = {self.across: jets.variable(x, across), self.up: jets.variable(y, up)}
        found = evaluate(self.expr, point, jets)
        if isinstance(found, Missing):
            return found
        return found.coefficients[order] if type(found) is Jet else _NONE

    def _passes(self, found: CurveSlope, base: Constants) -> bool:
        """Whether the point is on the curve, by proof; says in the answer where it is unknown."""
        point = {name: evaluate(each.expr, {}, base) for name, each in self.at.items()}
        gap = evaluate(self.expr, point, base)
        if isinstance(gap, Undefined):
            found.undefined(gap)
            return False
        sign = None if isinstance(gap, Missing) else base.sign(gap)
        if sign is None:
            found.status = "unknown"
            found.reason = tell("nobody here can tell whether the point is exactly on the curve")
            found.message = tell("cannot decide: {reason}", reason=found.reason)
            return False
        if sign:
            raise self._beside(base, gap)
        return True

    def _beside(self, base: Constants, gap: "Any") -> UnusableError:
        place = spelled(self.at)[1]
        miss = told(gap if type(gap) is Ratio else base.ball(gap), base, 6) or tell("very little")
        balls = []
        for part in (self.left, self.right):
            point = {name: evaluate(each.expr, {}, base) for name, each in self.at.items()}
            value = evaluate(part, point, base)
            balls.append(value if type(value) is Ratio else base.ball(value))
        for digits in (6, 12):  # 24.999975 is 25 to six digits
            sides = [told(ball, base, digits) or tell("about 0") for ball in balls]
            if sides[0] != sides[1]:
                break
        return UnusableError(
            tell(
                "{place} is not on the curve: {left} is {value} there, and {right} is {other}."
                " It misses by {distance}."
                if letters(self.right)
                else "{place} is not on the curve: {left} is {value} there, not {other}."
                " It misses by {distance}.",
                place=place,
                left=text(self.left),
                value=sides[0],
                right=text(self.right),
                other=sides[1],
                distance=miss.lstrip("-"),
            ),
            advice=tell(
                "To find {up} from {across}, write --solve {up} --at {across}={value}.",
                up=self.up,
                across=self.across,
                value=self.at[self.across].text,
            ),
        )

    def _upright(self, found: CurveSlope, base: Constants, digits: int) -> CurveSlope:
        """F_y is 0: a vertical tangent, or a point where F_x is 0, too."""
        flat = self._rise(base, _ONE, _NONE)
        sign = None if isinstance(flat, Missing) else base.sign(flat)
        if sign is None:
            return self._unknown(found, flat if isinstance(flat, Missing) else None)
        if sign:
            return found.without("vertical", tell("the tangent is vertical there"))
        return self._singular(found, base, digits)

    def _singular(self, found: CurveSlope, base: Constants, digits: int) -> CurveSlope:
        """By the slopes of order 2: F is nearly A h^2 + 2 B h k + C k^2 beside the point."""
        kind = _sign(_discriminant(*self._bends(base), base), base)
        if kind is None:
            return found.without(
                "singular", tell("both partial slopes of the equation are 0 there")
            )
        if kind < 0:
            return found.without("isolated", tell("the curve is this one point here"))
        if kind == 0:
            return found.without(
                "singular",
                tell(
                    "both partial slopes of the equation are 0 there: a cusp, or branches that "
                    "touch"
                ),
            )
        known = [
            proven(lambda each, side=side: _branch(*self._bends(each), side, each), digits).digits  # type: ignore[misc]
            for side in (-1, 1)
        ]
        found.slopes = [each if each is not None else "vertical" for each in known]
        named = tell(" and ").join(found.slopes)
        return found.without(
            "singular",
            tell("the curve crosses itself there, with the slopes {slopes}", slopes=named),
        )

    def _bends(self, base: Balls) -> "tuple[Any, Any, Any]":
        """A, B and C."""
        flat, both, steep = [
            self._rise(base, Ratio(across), Ratio(up), 2) for across, up in ((1, 0), (1, 1), (0, 1))
        ]
        if any(isinstance(each, Missing) for each in (flat, both, steep)):
            return flat, both, steep
        mixed = base.apply(_MINUS, [base.apply(_MINUS, [both, flat]), steep])
        return flat, base.apply(_TIMES, [mixed, _HALF]), steep

    def _unknown(self, found: CurveSlope, missing: Missing | None) -> CurveSlope:
        if isinstance(missing, (Rough, Undecided)):
            from slopecli.answers.curves.at_corner import at_corner

            answer = at_corner(self, found, self.digits)
            if answer is not None:
                return answer
        return found.unknown(missing)


def slope_on(
    equation: Expr, across: str, up: str, here: "dict[str, Any]", base: Balls, order: int
) -> "Any":
    """The derivative of this order at a point where the equation is 0; `Missing` where none is."""
    from math import factorial

    jets = Jets(base, 1)
    rise = evaluate(equation, {**here, up: jets.variable(here[up])}, jets)
    if isinstance(rise, Missing):
        return rise
    steep = rise.coefficients[1] if type(rise) is Jet else _NONE
    terms = [here[up]]
    for k in range(1, order + 1):
        jets = Jets(base, k)
        point = {across: jets.variable(here[across]), up: Jet([*terms, _NONE])}
        rest = evaluate(equation, point, jets)
        if isinstance(rest, Missing):
            return rest
        term = base.apply(_OVER, [rest.coefficients[k] if type(rest) is Jet else _NONE, steep])
        if isinstance(term, Missing):
            return term
        terms.append(base.apply(ROWS["neg"], [term]))
    return base.apply(_TIMES, [terms[order], Ratio(factorial(order))])


def _sign(value: "Any", base: Constants) -> int | None:
    return None if isinstance(value, Missing) else base.sign(value)


def _discriminant(flat: "Any", mixed: "Any", steep: "Any", base: Balls) -> "Any":
    for each in (flat, mixed, steep):
        if isinstance(each, Missing):
            return each
    square = base.apply(_TIMES, [mixed, mixed])
    return base.apply(_MINUS, [square, base.apply(_TIMES, [flat, steep])])


def _branch(flat: "Any", mixed: "Any", steep: "Any", side: int, base: Balls) -> "Any":
    """A slope m with A + 2 B m + C m^2 = 0; the second root without cancelling digits.

    Where C is 0 one branch is vertical.
    """
    inner = _discriminant(flat, mixed, steep, base)
    root = inner if isinstance(inner, Missing) else base.apply(ROWS["sqrt"], [inner])
    if isinstance(root, Missing):
        return root
    down = base.apply(ROWS["neg"], [mixed])
    if type(steep) is Ratio and not steep:
        if side > 0:
            return Undefined()
        return base.apply(_OVER, [flat, base.apply(_TIMES, [Ratio(2), down])])
    return base.apply(
        _OVER, [base.apply(_PLUS, [down, base.apply(_TIMES, [Ratio(side), root])]), steep]
    )
