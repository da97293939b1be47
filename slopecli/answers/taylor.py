"""The Taylor polynomial at a point, its coefficients exact fractions where they are rational."""

from functools import partial

from slopecli.answers.proven import fraction, proven
from slopecli.answers.slope import CONSTANT_BITS, Point, Slope, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constant, Constants, written
from slopecli.calculus.digits import is_in_words
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.calculus.sides import Side, side
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.factors import ONE, ZERO, Factors, number
from slopecli.language.functions import ROWS
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


class Taylor:
    """f(a) + f'(a)(x - a) + ... to the power `order`.

    `coefficients` are numbers as formulas: fractions, exact forms, or else proven decimals, which
    `digits` holds for all of them. Where there is none, `fault` is the slope that is missing.
    """

    __slots__ = ("at", "coefficients", "digits", "expr", "fault", "order", "variable")

    def __init__(self, expr: Expr, variable: str, at: Point, order: int) -> None:
        self.expr = expr
        self.variable = variable
        self.at = at
        self.order = order
        self.coefficients: list[Expr] = []
        self.digits: list[str] = []
        self.fault: Slope | None = None

    @property
    def polynomial(self) -> Expr:
        """The polynomial as a formula in powers of x - a."""
        found: Expr | None = None
        base = call("-", Var(self.variable), self.at.expr)
        for power, coefficient in enumerate(self.coefficients):
            if coefficient == ZERO:
                continue
            minus = type(coefficient) is Call and coefficient.name == "neg"
            size = coefficient.args[0] if minus else coefficient  # type: ignore[union-attr]
            term = _term(size, base, power)
            if found is None:
                found = Call("neg", (term,)) if minus else term
            else:
                found = Call("-" if minus else "+", (found, term))
        return ZERO if found is None else found


def taylor_at(
    expr: Expr, variable: str, point: Point, order: int, *, digits: int = 15, exact: bool = False
) -> Taylor:
    """The Taylor polynomial of f at a point; with `exact` also irrational coefficients exactly."""
    found = Taylor(expr, variable, point, order)
    series = _Series(expr, variable, point, order)
    for power in range(order + 1):
        coefficient = proven(lambda base, power=power: series.term(base, power), digits)  # type: ignore[misc]
        if coefficient.digits is None:
            return _beside(found, digits)
        ratio = coefficient.ratio or fraction(lambda base, power=power: series.term(base, power))  # type: ignore[misc]
        formula = _written(coefficient.digits, ratio)
        if exact and ratio is None:
            formula = _exactly(found, power) or formula
        found.coefficients.append(formula)
        found.digits.append(coefficient.digits)
    return found


class _Series:
    """The Taylor coefficients in one arithmetic after another, each worked out once."""

    def __init__(self, expr: Expr, variable: str, point: Point, order: int) -> None:
        self.expr = expr
        self.variable = variable
        self.point = point
        self.order = order
        self._known: dict[tuple[type, int], Any] = {}

    def term(self, base: Balls, power: int) -> "Any":
        key = (type(base), base.bits)
        if key not in self._known:
            jets = Jets(base, self.order)
            here = evaluate(self.point.expr, {}, base)
            if not isinstance(here, Missing):
                here = evaluate(self.expr, {self.variable: jets.variable(here)}, jets)
            self._known[key] = here
        found = self._known[key]
        if isinstance(found, Missing):
            return found
        if type(found) is not Jet:
            return Ratio(0) if power else found
        return found.coefficients[power]


def _beside(found: Taylor, digits: int) -> Taylor:
    """Where a part is not smooth, by the series on each side; a slope that is missing is the fault.

    Both sides must agree to every order.
    """
    base = Constants(CONSTANT_BITS)
    here = evaluate(found.at.expr, {}, base)
    value = evaluate(found.expr, {found.variable: here}, base)
    sides: list[Side] = []
    if not isinstance(value, Missing):
        sides = [
            side(found.expr, found.variable, here, value, direction, max(found.order, 1), base)
            for direction in (-1, 1)
        ]
    found.coefficients, found.digits = [], []
    for power in range(found.order + 1):
        term = value if not power else _agreed(sides, power, base)
        slope = (
            None
            if term is not None
            else slope_at(found.expr, found.variable, found.at, order=power)
        )
        known = None if term is None else proven(partial(_in, term), digits)
        if known is None or known.digits is None:
            found.fault = slope or slope_at(found.expr, found.variable, found.at, order=power)
            return found
        found.coefficients.append(_written(known.digits, known.ratio))
        found.digits.append(known.digits)
    return found


def _in(term: "Any", arithmetic: "Any") -> "Any":
    """A coefficient that is known exactly, in another arithmetic."""
    return evaluate(written(term), {}, arithmetic) if type(term) is Constant else term


def _agreed(sides: "list[Side]", power: int, base: Constants) -> "Any":
    """The coefficient that both sides have; None where they have not the same."""
    from math import factorial

    if len(sides) < 2 or any(len(each.slopes) < power for each in sides):
        return None
    left, right = [each.slopes[power - 1] for each in sides]
    difference = base.apply(ROWS["-"], [left, right])
    if isinstance(difference, Missing) or base.sign(difference) != 0:
        return None
    return base.apply(ROWS["/"], [left, Ratio(factorial(power))])


def _written(digits: str, ratio: Ratio | None) -> Expr:
    """A fraction as a student writes it; a decimal as it is."""
    if ratio is not None:
        return number(ratio.numerator, ratio.denominator)
    if is_in_words(digits):
        raise LimitError(
            tell(
                "A coefficient is {digits}: too far out to be written in a polynomial.",
                digits=digits,
            )
        )
    return parse(digits)


def _exactly(found: Taylor, power: int) -> Expr | None:
    from math import factorial

    from slopecli.answers.exact import exact_slope

    slope = exact_slope(found.expr, found.variable, found.at.expr, power)
    return None if slope is None else call("/", slope, Num(factorial(power)))


def _term(size: Expr, base: Expr, power: int) -> Expr:
    if not power:
        return size
    moving = base if power == 1 else Call("^", (base, Num(power)))
    if size == ONE:
        return moving
    above = Factors().times(size)
    return above.times(moving).product()
