"""Formulas without poles whose zeros are those of f, f' and f''.

With f = u/v in one fraction, f' is (u'v - uv')/v^2: where v is not 0 its zeros are those of the
numerator, and that has no pole and no 0/0 in the way of balls. Polynomials are multiplied out and
what u and v share is cancelled, so that what is 0 everywhere is seen to be.
"""

from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, letters, nodes
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ONE: Expr = Num(1)
_LARGEST = 2_000  # nodes of a numerator: beyond it the formula is taken as it is
_HIGHEST = 200  # degree of a polynomial that is multiplied out


class Polynomials:
    """The arithmetic of polynomials with exact coefficients; what is none is `Missing`."""

    def number(self, exact: Ratio) -> "Any":
        """A literal."""
        import flint

        return flint.fmpq_poly([flint.fmpq(exact.numerator, exact.denominator)])

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """Sums, products, whole powers, quotients by a number."""
        name = row.name
        if name == "neg":
            return -values[0]
        if name in ("+", "-", "*"):
            one, other = values
            return one + other if name == "+" else one - other if name == "-" else one * other
        if name == "/" and values[1].degree() == 0 and values[1] != 0:
            return values[0] / values[1][0]
        if name == "^" and values[1].degree() <= 0 and values[1].denom() == 1:
            power = int(values[1][0].p)
            if power >= 0 and power * max(values[0].degree(), 1) <= _HIGHEST:
                return values[0] ** power
        return Missing(values)


def polynomial(expr: Expr, variable: str) -> "Any":
    """The formula as a polynomial in the variable; None where it is none."""
    if any(type(n) is Call and n.name not in _POLYNOMIAL for n in nodes(expr)):
        return None
    import flint

    found = evaluate(expr, {variable: flint.fmpq_poly([0, 1])}, Polynomials())
    return None if isinstance(found, Missing) or found.degree() > _HIGHEST else found


_POLYNOMIAL = frozenset({"+", "-", "*", "/", "neg", "^"})


def numerators(expr: Expr, variable: str, orders: int) -> list[Expr] | None:
    """For each order below `orders` a formula that is 0 where that derivative is.

    None where the formula is no fraction, and is best taken as it is.
    """
    above, below = fraction(expr)
    over, under = polynomial(above, variable), polynomial(below, variable)
    if over is not None and under is not None:
        return _of_polynomials(over, under, variable, orders)
    if variable not in letters(below):
        return None
    slope = derivative(below, variable)
    found = [above]
    try:
        for order in range(1, orders):
            here = found[-1]
            rise = call("*", derivative(here, variable), below)
            fall = call("*", call("*", Num(order), here), slope)
            found.append(call("-", rise, fall))
            if len(nodes(found[-1])) > _LARGEST:
                return None
    except LimitError:
        return None
    return found


def _of_polynomials(over: "Any", under: "Any", variable: str, orders: int) -> list[Expr]:
    shared = over.gcd(under)
    if shared.degree() > 0:
        over, under = over / shared, under / shared
    found = [over]
    for order in range(1, orders):
        found.append(found[-1].derivative() * under - order * found[-1] * under.derivative())
    return [horner(each, variable) for each in found]


def horner(poly: "Any", variable: str) -> Expr:
    """The polynomial as a formula, ((a x + b) x + c): few operations, narrow balls."""
    from slopecli.language.expr import Var

    found: Expr | None = None
    x = Var(variable)
    for coefficient in reversed(poly.coeffs()):
        ratio = Num(Ratio(int(coefficient.p), int(coefficient.q)))
        if found is None:
            found = ratio
            continue
        found = Call("*", (found, x))
        if ratio.value:
            found = Call("+", (found, ratio))
    return Num(0) if found is None else found


def fraction(expr: Expr) -> tuple[Expr, Expr]:
    """The formula as one fraction: what stands above the line and what below."""
    new: dict[int, tuple[Expr, Expr]] = {}
    for node in nodes(expr):
        new[id(node)] = (node, _ONE)
        if type(node) is Call and node.args:
            own = _FRACTIONS.get(node.name)
            parts = [new[id(arg)] for arg in node.args]
            if own is not None and sum(len(nodes(a)) + len(nodes(b)) for a, b in parts) < _LARGEST:
                new[id(node)] = own(node, parts) or (node, _ONE)
    return new[id(expr)]


def _sum(node: Call, parts: list[tuple[Expr, Expr]]) -> tuple[Expr, Expr]:
    (a, b), (c, d) = parts
    if b == d:
        return call(node.name, a, c), b
    return call(node.name, call("*", a, d), call("*", c, b)), call("*", b, d)


def _product(_: Call, parts: list[tuple[Expr, Expr]]) -> tuple[Expr, Expr]:
    (a, b), (c, d) = parts
    return call("*", a, c), call("*", b, d)


def _quotient(_: Call, parts: list[tuple[Expr, Expr]]) -> tuple[Expr, Expr]:
    (a, b), (c, d) = parts
    return call("*", a, d), call("*", b, c)


def _minus(_: Call, parts: list[tuple[Expr, Expr]]) -> tuple[Expr, Expr]:
    ((a, b),) = parts
    return call("neg", a), b


def _power(node: Call, parts: list[tuple[Expr, Expr]]) -> tuple[Expr, Expr] | None:
    exponent = node.args[1]
    sign = type(exponent) is Call and exponent.name == "neg"
    size = exponent.args[0] if sign else exponent  # type: ignore[union-attr]
    if type(size) is not Num or not size.value.is_integer:
        return None
    a, b = [call("^", each, size) for each in parts[0]]
    return (b, a) if sign else (a, b)


def _sinc(node: Call, _: "list[tuple[Expr, Expr]]") -> tuple[Expr, Expr]:
    return Call("sin", node.args), node.args[0]


_FRACTIONS: "dict[str, Any]" = {
    "+": _sum,
    "-": _sum,
    "*": _product,
    "/": _quotient,
    "neg": _minus,
    "^": _power,
    "sinc": _sinc,
}
