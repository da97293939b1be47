"""A row's rule at given arguments, as a tidy formula; the quotient has one of its own."""

from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.language.expand import expanded
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.factors import ZERO, Factors, literal, number
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio
from slopecli.language.terms import content, scaled, total
from slopecli.language.tidy import call


def by_rule(row: Row, values: dict[str, Expr]) -> Expr:
    """The derivative as the row's shape has it, or the sum of each partial times its slope."""
    if row.shape:
        return _filled(row.shape, values)
    terms: list[tuple[int, Expr]] = []
    for name, partial in zip(ARGUMENTS, row.partials, strict=False):
        slope = values["d" + name]
        if slope != ZERO:
            terms.append((1, _multiplied(Factors(), rule(partial), values).times(slope).product()))
    return terms[0][1] if len(terms) == 1 else total(terms)


def _filled(text: str, values: dict[str, Expr]) -> Expr:
    expr = rule(text)
    if type(expr) is Call and expr.name in ("*", "/", "neg"):
        return _multiplied(Factors(), expr, values).product()
    return _built(expr, values)


def _multiplied(product: Factors, expr: Expr, values: dict[str, Expr]) -> Factors:
    """Multiply by a rule, its letters replaced, without building the products inside it."""
    stack = [(expr, 1)]
    while stack:
        node, sign = stack.pop()
        if type(node) is Call and node.name in ("*", "/"):
            stack.append((node.args[1], sign if node.name == "*" else -sign))
            stack.append((node.args[0], sign))
        elif type(node) is Call and node.name == "neg":
            product.top = -product.top
            stack.append((node.args[0], sign))
        else:
            product.times(_built(node, values), sign)
    return product


def _built(expr: Expr, values: dict[str, Expr]) -> Expr:
    """A rule with its letters replaced; rules are small, so this may recurse."""
    if type(expr) is Var:
        return values[expr.name]
    if type(expr) is Call and expr.args:
        return call(expr.name, *[_built(arg, values) for arg in expr.args])
    return expr


def quotient(u: Expr, v: Expr, du: Expr, dv: Expr) -> Expr:
    """(du*v - u*dv)/v^2, where what both terms share with v is cancelled first.

    So x/e^x gives (1 - x)/e^x, and x/sqrt(x^2 + 1) gives 1/(x^2 + 1)^(3/2).
    """
    divisor = Factors().times(v)
    first, second = Factors().times(du).times(v), Factors().times(u).times(dv)
    shared = Factors()
    for key, exponent in divisor.powers.items():
        one, two = first.powers.get(key, 0), second.powers.get(key, 0)
        if isinstance(exponent, int | Ratio):
            least = one if _less(one, two) else two
            if least != 0:
                shared.powers[key] = least
        elif one == two:
            shared.powers[key] = one
    first.times_power(shared, -1)
    second.times_power(shared, -1)
    above = [(1, first.product()), (-1, second.product())]
    if any(_is_quotient(term) for _, term in above):  # no fractions within the fraction
        terms = [Factors().times(term).times(shared.product()) for _, term in above]
        return total(
            [
                (sign, term.times_power(divisor, -2).product())
                for (sign, _), term in zip(above, terms, strict=True)
            ]
        )
    difference = expanded(total(above))
    part = content(difference)
    if part is not None and part != Ratio(1):
        difference = scaled(difference, Ratio(1) / part)
        shared.times(number(part.numerator, part.denominator))
    return shared.times(difference).times_power(divisor, -2).product()


def _is_quotient(term: Expr) -> bool:
    if type(term) is Call and term.name == "neg":
        term = term.args[0]
    return type(term) is Call and term.name == "/" and literal(term) is None


def _less(one: "int | Ratio | Expr", two: "int | Ratio | Expr") -> bool:
    left = Ratio(one) if isinstance(one, int) else one
    right = Ratio(two) if isinstance(two, int) else two
    assert isinstance(left, Ratio)
    assert isinstance(right, Ratio)
    return left < right
