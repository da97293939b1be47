"""Formulas without poles whose zeros are those of f, f' and f''.

Written as f = u/v e^(c/d), a fraction times an exponential, f' is again one with the same e^(c/d),
which is never 0; so off the zeros of v and d, f' is 0 where its numerator is, and that has no pole
and no 0/0 in the way of balls. Polynomials are multiplied out and what u and v share is cancelled,
so that what is 0 everywhere is seen to be.
"""

from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var, letters, nodes
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ZERO, _ONE = Num(0), Num(1)
_LARGEST = 2_000  # nodes of a numerator: beyond it the formula is taken as it is
_HIGHEST = 200  # degree of a polynomial that is multiplied out
_POLYNOMIAL = frozenset({"+", "-", "*", "/", "neg", "^"})


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
    for node in nodes(expr):
        if type(node) is Call and node.name not in _POLYNOMIAL:
            return None
        if type(node) is Var and node.name != variable:
            return None
    import flint

    found = evaluate(expr, {variable: flint.fmpq_poly([0, 1])}, Polynomials())
    return None if isinstance(found, Missing) or found.degree() > _HIGHEST else found


Zeros = list[Expr] | None


def numerators(expr: Expr, variable: str, orders: int) -> list[Zeros]:
    """For each order below `orders` the formulas that are 0 where that derivative is.

    Several have no zero in common. None where the derivative is best taken as it is.
    """
    found = _of(expr, variable, orders)
    if orders > 1 and found[1] is None:  # such as atan(1/x), whose slope is a fraction
        try:
            found[1:] = _of(derivative(expr, variable), variable, orders - 1, rational=True)
        except LimitError:
            return found
    return found


def _of(expr: Expr, variable: str, orders: int, rational: bool = False) -> list[Zeros]:
    nothing: list[Zeros] = [None] * orders
    parts = Fraction.of(expr)
    polys = [polynomial(part, variable) for part in (parts.u, parts.v, parts.c, parts.d)]
    if all(poly is not None for poly in polys):
        u, v, c, d = polys
        shared = u.gcd(v)
        if shared.degree() > 0:
            u, v = u / shared, v / shared
        found = [u]
        for k in range(orders - 1):
            found.append(_next(found[-1], v, c, d, k, lambda poly: poly.derivative()))
        return [_factors(each, variable) for each in found]
    if rational or not {variable} & {*letters(parts.v), *letters(parts.c)}:
        return nothing
    try:
        return _symbolic(parts, variable, orders)
    except LimitError:
        return nothing


def _next(n: "Any", v: "Any", c: "Any", d: "Any", k: int, slope: "Any") -> "Any":
    """The numerator over v^(k+2) d^(2k+2) of the derivative of n/(v^(k+1) d^(2k)) e^(c/d)."""
    inner = slope(c) * d - c * slope(d)
    fall = (k + 1) * slope(v) * d * d + 2 * k * d * slope(d) * v - v * inner
    return v * d * d * slope(n) - n * fall


class _Formula:
    """A formula with the operators of a polynomial, built tidily."""

    __slots__ = ("expr",)

    def __init__(self, expr: Expr) -> None:
        self.expr = expr

    def __mul__(self, other: "_Formula | int") -> "_Formula":
        factor = other.expr if isinstance(other, _Formula) else Num(other)
        return _Formula(call("*", self.expr, factor))

    __rmul__ = __mul__

    def __add__(self, other: "_Formula") -> "_Formula":
        return _Formula(call("+", self.expr, other.expr))

    def __sub__(self, other: "_Formula") -> "_Formula":
        return _Formula(call("-", self.expr, other.expr))


def _factors(poly: "Any", variable: str) -> list[Expr]:
    """The factors of a polynomial that cannot be split further, each once: so no zero is double."""
    if poly.degree() < 1:
        return [horner(poly, variable)]
    _, factors = poly.numer().factor()
    return [horner(factor, variable) for factor, _ in factors]


def _symbolic(parts: "Fraction", variable: str, orders: int) -> list[Zeros]:
    v, c, d = _Formula(parts.v), _Formula(parts.c), _Formula(parts.d)
    n = _Formula(parts.u)
    found: list[Zeros] = [[n.expr]]
    for k in range(orders - 1):
        n = _next(n, v, c, d, k, lambda part: _Formula(derivative(part.expr, variable)))
        if len(nodes(n.expr)) > _LARGEST:
            return [*found, *[None] * orders][:orders]
        found.append([n.expr])
    return found


def horner(poly: "Any", variable: str) -> Expr:
    """The polynomial as a formula, (a x + b) x + c: few operations, narrow balls."""
    found: Expr | None = None
    for coefficient in reversed(poly.coeffs()):
        ratio = Num(_ratio(coefficient))
        if found is None:
            found = ratio
            continue
        found = Var(variable) if found == _ONE else Call("*", (found, Var(variable)))
        if ratio.value:
            found = Call("+", (found, ratio))
    return _ZERO if found is None else found


def _ratio(coefficient: "Any") -> Ratio:
    below = getattr(coefficient, "q", 1)
    return Ratio(int(getattr(coefficient, "p", coefficient)), int(below))


class Fraction:
    """A formula as u/v e^(c/d)."""

    __slots__ = ("c", "d", "u", "v")

    def __init__(self, u: Expr, v: Expr = _ONE, c: Expr = _ZERO, d: Expr = _ONE) -> None:
        self.u = u
        self.v = v
        self.c = c
        self.d = d

    @property
    def exponent(self) -> tuple[Expr, Expr]:
        """What e is raised to."""
        return self.c, self.d

    @staticmethod
    def of(expr: Expr) -> "Fraction":
        """The formula taken apart as far as sums, products, powers and exponentials go."""
        new: dict[int, Fraction] = {}
        for node in nodes(expr):
            found = None
            if type(node) is Call and node.args:
                own = _TAKEN_APART.get(node.name)
                parts = [new[id(arg)] for arg in node.args]
                if own is not None and len(nodes(node)) < _LARGEST:
                    found = own(node, parts)
            new[id(node)] = found or Fraction(node)
        return new[id(expr)]


def _sum(node: Call, parts: list[Fraction]) -> Fraction | None:
    a, b = parts
    if a.exponent != b.exponent:
        return None
    if a.v == b.v:
        return Fraction(call(node.name, a.u, b.u), a.v, a.c, a.d)
    above = call(node.name, call("*", a.u, b.v), call("*", b.u, a.v))
    return Fraction(above, call("*", a.v, b.v), a.c, a.d)


def _exponents(a: Fraction, b: Fraction, sign: str) -> tuple[Expr, Expr]:
    if b.c == _ZERO:
        return a.exponent
    if a.d == b.d:
        return call(sign, a.c, b.c), a.d
    above = call(sign, call("*", a.c, b.d), call("*", b.c, a.d))
    return above, call("*", a.d, b.d)


def _product(_: Call, parts: list[Fraction]) -> Fraction:
    a, b = parts
    return Fraction(call("*", a.u, b.u), call("*", a.v, b.v), *_exponents(a, b, "+"))


def _quotient(_: Call, parts: list[Fraction]) -> Fraction:
    a, b = parts
    return Fraction(call("*", a.u, b.v), call("*", a.v, b.u), *_exponents(a, b, "-"))


def _minus(_: Call, parts: list[Fraction]) -> Fraction:
    (a,) = parts
    return Fraction(call("neg", a.u), a.v, a.c, a.d)


def _power(node: Call, parts: list[Fraction]) -> Fraction | None:
    base, exponent = node.args
    if base == Call("e"):
        return _exponential(node, parts[1:])
    minus = type(exponent) is Call and exponent.name == "neg"
    size = exponent.args[0] if minus else exponent  # type: ignore[union-attr]
    if type(size) is not Num or not size.value.is_integer:
        return None
    a = parts[0]
    above, below = [call("^", each, size) for each in ((a.v, a.u) if minus else (a.u, a.v))]
    return Fraction(above, below, call("*", exponent, a.c), a.d)


def _exponential(node: Call, parts: list[Fraction]) -> Fraction:
    (a,) = parts
    if a.c != _ZERO:
        return Fraction(_ONE, _ONE, node.args[-1])
    return Fraction(_ONE, _ONE, a.u, a.v)


def _sinc(node: Call, _: list[Fraction]) -> Fraction:
    return Fraction(Call("sin", node.args), node.args[0])


_TAKEN_APART: "dict[str, Any]" = {
    "+": _sum,
    "-": _sum,
    "*": _product,
    "/": _quotient,
    "neg": _minus,
    "^": _power,
    "exp": _exponential,
    "sinc": _sinc,
}
