"""A slope as an exact expression: 1/2, sqrt(3)/2, 2 ln(2)."""

from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Call, Expr, letters, nodes, substitute
from slopecli.language.factors import Factors, number
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.language.tidy import call

_BITS = 256
_SECONDS = 1.0


def exact_slope(
    expr: Expr, variable: str, point: Expr, order: int = 1, *, longest: int = 40
) -> Expr | None:
    """The slope at a constant point, written exactly in at most `longest` characters, or None.

    Ask only where there is a slope. Rational slopes need no SymPy.
    """
    formula = derivative(expr, variable, order)
    balls = Balls(_BITS)
    value = evaluate(formula, {variable: evaluate(point, {}, balls)}, balls)
    if isinstance(value, Missing):
        return None
    found = _rational(value)
    if found is None:
        found = _irrational(substitute(formula, {variable: point}), balls.ball(value))
    return None if found is None or len(text(found)) > longest else found


def _rational(value: object) -> Expr | None:
    if type(value) is Ratio:
        return number(value.numerator, value.denominator)
    if type(value) is PiMultiple:
        return Factors(value.ratio.numerator, value.ratio.denominator).times(Call("pi")).product()
    return None


def _irrational(constant: Expr, ball: object) -> Expr | None:
    """The easier of the constant as it stands and SymPy's form, if it has the right value."""
    from slopecli.calculus.symbols import simplest

    forms = [_tidied(constant), simplest(constant, _SECONDS)]
    proven = [form for form in forms if form is not None and _has_value(form, ball)]
    return min(proven, key=_effort, default=None)


def _effort(form: Expr) -> tuple[int, int]:
    """How hard a form is to read: sqrt(3)/2 is easier than cos(pi/6)."""
    operators = {"+", "-", "*", "/", "^", "neg", "sqrt"}
    functions = [
        node
        for node in nodes(form)
        if type(node) is Call and node.args and node.name not in operators
    ]
    return len(functions), len(text(form))


def _tidied(constant: Expr) -> Expr:
    new: dict[int, Expr] = {}
    for node in nodes(constant):
        new[id(node)] = node
        if type(node) is Call and node.args:
            new[id(node)] = call(node.name, *[new[id(arg)] for arg in node.args])
    return new[id(constant)]


def _has_value(form: Expr, ball: object) -> bool:
    balls = Balls(_BITS)
    value = Missing() if letters(form) else evaluate(form, {}, balls)
    return not isinstance(value, Missing) and bool(balls.ball(value).overlaps(ball))
