"""A formula as a fraction times an exponential: its numerator is 0 where it is, and has no pole."""

from slopecli.language.expr import Call, Expr, Num, nodes
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ZERO, _ONE = Num(0), Num(1)
_LARGEST = 2_000  # nodes of a part: beyond it the formula is taken as it is


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
