"""Tangents and normals as equations, their coefficients exact where they are fractions."""

from slopecli.answers.curves.curve_slope import Touch
from slopecli.answers.proven import Proven, proven
from slopecli.answers.slope import CONSTANT_BITS, Point, Slope
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants, written
from slopecli.calculus.digits import is_in_words
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.factors import ONE, ZERO, Factors, number
from slopecli.language.functions import ROWS
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.language.tidy import call
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.proven import Work

_SECONDS = 1.0
_EXACT = 10  # a slope seen from both sides only, of so few digits, is no rounded one
_LONGEST = 60  # signs of an exact form that is still easy to read
_MINUS, _TIMES, _OVER = (ROWS[name] for name in ("-", "*", "/"))


class Line:
    """y = slope x + intercept; where `slope` is None the line is x = intercept."""

    __slots__ = ("across", "equation", "intercept", "kind", "slope", "up")

    def __init__(self, kind: str, across: str, up: str) -> None:
        self.kind = kind
        self.across = across
        self.up = up
        self.slope: str | None = None
        self.intercept: str | None = None
        self.equation = ""


def touch_of_function(expr: Expr, variable: str, point: Point, found: Slope) -> Touch | None:
    """Where the tangent of a function is to be drawn; None where it has none."""
    if found.status not in ("ok", "vertical"):
        return None

    def here(base: Balls) -> "Any":
        return evaluate(point.expr, {}, base)

    def value(base: Balls) -> "Any":
        return evaluate(expr, {variable: here(base)}, base)

    def slope(base: Balls) -> "Any":
        found = evaluate(expr, {variable: Jets(base, 1).variable(here(base))}, Jets(base, 1))
        if isinstance(found, Missing):
            return found
        return found.coefficients[1] if type(found) is Jet else Ratio(0)

    if found.status == "vertical":
        return Touch(here, value, None)
    told = found.slope or ""
    if isinstance(slope(Constants(CONSTANT_BITS)), Missing) and len(told) <= _EXACT:
        return Touch(here, value, lambda base: evaluate(parse(told), {}, base))
    return Touch(here, value, slope)


def line_at(
    touch: Touch,
    kind: str = "tangent",
    *,
    across: str = "x",
    up: str = "y",
    digits: int = 15,
    exact: bool = False,
) -> Line | None:
    """The tangent, or with kind "normal" the line across it; None where digits are not known."""
    slope = touch.slope
    if kind == "normal":
        slope = _across(slope)
    found = Line(kind, across, up)
    if slope is None:
        shift = proven(touch.x, digits)
        if shift.digits is None:
            return None
        found.intercept = shift.digits
        found.equation = f"{across} = {text(_written(shift, touch.x, exact))}"
        return found
    below = _below(touch, slope)
    steep, shift = proven(slope, digits), proven(below, digits)
    if steep.digits is None or shift.digits is None:
        return None
    found.slope, found.intercept = steep.digits, shift.digits
    factor, rest = _written(steep, slope, exact), _written(shift, below, exact)
    found.equation = f"{up} = {text(_line(factor, rest, across))}"
    return found


def _across(slope: "Work | None") -> "Work | None":
    """-1 over the slope; upright where the slope is 0."""
    if slope is None:
        return lambda base: Ratio(0)
    flat = proven(slope)
    if flat.digits == "0":
        return None
    return lambda base: _done(_OVER, base, Ratio(-1), slope(base))


def _below(touch: Touch, slope: "Work") -> "Work":
    """Where the line meets x = 0: y - slope times x."""
    return lambda base: _done(
        _MINUS, base, touch.y(base), _done(_TIMES, base, slope(base), touch.x(base))
    )


def _done(row: "Any", base: Balls, one: "Any", other: "Any") -> "Any":
    for each in (one, other):
        if isinstance(each, Missing):
            return each
    return base.apply(row, [one, other])


def _written(known: Proven, work: "Work", exact: bool) -> Expr:
    """A fraction, with `exact` also sqrt(3)/2, else proven decimals."""
    assert known.digits is not None
    if known.ratio is not None:
        return number(known.ratio.numerator, known.ratio.denominator)
    if is_in_words(known.digits):
        raise LimitError(
            tell("A number of this line is {digits}: too far out to be drawn.", digits=known.digits)
        )
    return (exact_form(work) if exact else None) or parse(known.digits)


def exact_form(work: "Work") -> Expr | None:
    """The number written exactly, as sqrt(3)/2; None where no short form is found."""
    from slopecli.calculus.symbols import simplest

    constant = work(Constants(CONSTANT_BITS))
    if isinstance(constant, Missing):
        return None
    form = simplest(written(constant), _SECONDS)
    if form is None or len(text(form)) > _LONGEST:
        return None
    balls = Balls(CONSTANT_BITS)
    value, right = evaluate(form, {}, balls), work(balls)
    if isinstance(value, Missing) or isinstance(right, Missing):
        return None
    return form if balls.ball(value).overlaps(balls.ball(right)) else None


def _line(factor: Expr, rest: Expr, across: str) -> Expr:
    """factor x + rest, as a student writes it: 2x - 1, -x/2."""
    if factor == ZERO:
        return rest
    product = Factors().times(factor).times(Var(across)).product()
    if factor == ONE:
        product = Var(across)
    if rest == ZERO:
        return product
    minus = type(rest) is Call and rest.name == "neg"
    if minus:
        return Call("-", (product, rest.args[0]))  # type: ignore[union-attr]
    if type(rest) is Call and rest.name in ("+", "-"):
        return call("+", product, rest)
    return Call("+", (product, rest))
