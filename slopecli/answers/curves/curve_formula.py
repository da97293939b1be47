"""The slopes of curves as formulas: dy/dx = -x/y, and the partial derivatives."""

from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.parametric import from_polar
from slopecli.calculus.derive import derivative
from slopecli.language.expr import Expr, substitute
from slopecli.language.factors import Factors
from slopecli.language.terms import total
from slopecli.language.tidy import call


def formulas(question: CurveQuestion, order: int = 1) -> dict[str, Expr]:
    """Each slope of this order under its name, such as dy/dx."""
    if question.kind == "several":
        return _partials(question.parts[0], question.letters, order)
    name = formula_name(question, order)
    if question.kind == "implicit":
        across, up = question.letters
        left, right = question.parts
        return {name: implicit_formula(left, right, across, up, order)}
    return {name: parametric_formula(*pair_of(question), question.letters[0], order)}


def pair_of(question: CurveQuestion) -> tuple[Expr, Expr]:
    """Both coordinates of a pair or a polar curve as functions of its parameter."""
    if question.kind == "polar":
        return from_polar(question.parts[0], question.letters[0], question.degrees)
    x, y = question.parts
    return x, y


def formula_name(question: CurveQuestion, order: int) -> str:
    """What the slope of a curve is called: dy/dx, d^2y/dx^2."""
    across, up = question.axes
    return f"d{up}/d{across}" if order == 1 else f"d^{order}{up}/d{across}^{order}"


def _partials(expr: Expr, letters: list[str], order: int) -> dict[str, Expr]:
    if order < 2:
        return {f"df/d{name}": derivative(expr, name, order) for name in letters}
    found: dict[str, Expr] = {}
    for place, one in enumerate(letters):
        for other in letters[place:]:
            name = f"d^2f/d{one}^2" if one == other else f"d^2f/(d{one} d{other})"
            found[name] = derivative(derivative(expr, one), other)
    return found


def partial_slope(left: Expr, right: Expr, letter: str) -> Expr:
    """The slope of left - right in one letter, the other standing still."""
    return total([(1, derivative(left, letter)), (-1, derivative(right, letter))])


def implicit_formula(left: Expr, right: Expr, across: str, up: str, order: int = 1) -> Expr:
    """dy/dx = -F_x/F_y; each further order by the chain rule, dy/dx put in for y'."""
    flat, steep = partial_slope(left, right, across), partial_slope(left, right, up)
    slope = Factors(-1).times(flat).over(steep).product()
    found = slope
    for _ in range(order - 1):
        along = call("*", derivative(found, up), slope)
        found = call("+", derivative(found, across), along)
    return found


def parametric_formula(x: Expr, y: Expr, parameter: str, order: int = 1) -> Expr:
    """dy/dx = y'/x'; each further order is the one before, derived and divided by x' again."""
    speed = derivative(x, parameter)
    found = y
    for _ in range(order):
        found = call("/", derivative(found, parameter), speed)
    return substitute(found, {})
