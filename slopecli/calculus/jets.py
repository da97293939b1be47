"""Forward mode for every order: truncated Taylor series over any arithmetic.

A jet holds the Taylor coefficients f, f', f''/2!, ... of a value along one direction; a dual number
is a jet with two. One sentence differentiates every row of the table: the slope of f is the sum of
each partial times the slope of its argument; integrate it, put the value in front. The partials are
evaluated by the same walk on jets one order shorter, so every order follows from the first
(Griewank and Walther, Evaluating Derivatives, 2008, chapter 13).
"""

from slopecli.calculus.evaluate import Missing, Rough, Undefined, evaluate
from slopecli.calculus.rules import named, partial
from slopecli.language.functions import ROWS, TRUTH, Row
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_PLUS, _MINUS, _TIMES, _OVER, _NEG = (ROWS[name] for name in ("+", "-", "*", "/", "neg"))
_ZERO = Ratio(0)
_ONE = Ratio(1)


class Jet:
    """Taylor coefficients, the value first: `coefficients[k]` is the k-th derivative over k!."""

    __slots__ = ("coefficients",)

    def __init__(self, coefficients: "list[Any]") -> None:
        self.coefficients = coefficients


class Jets:
    """The arithmetic of jets up to `order` over a base arithmetic; constants stay plain numbers."""

    def __init__(self, base: "Any", order: int = 1) -> None:
        self.base = base
        self.order = order

    def number(self, exact: Ratio) -> "Any":
        """The value of a literal."""
        return self.base.number(exact)

    def variable(self, value: "Any", slope: "Any" = _ONE) -> Jet:
        """The jet of a variable that moves with this slope."""
        return Jet([value, slope, *[_ZERO] * (self.order - 1)][: self.order + 1])

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """The jet of the row; plain where no argument moves; `Rough` where it is not smooth."""
        if not any(type(value) is Jet for value in values):
            return self.base.apply(row, values)
        if row.name == "^":
            settled = self._power_settled(*values)
            if settled is not None:
                return settled
        here = [value.coefficients[0] if type(value) is Jet else value for value in values]
        value = self.base.apply(row, here)
        if isinstance(value, Missing):
            return value
        if row.smooth and self.order and not self._smooth_power(row, values):
            smooth = self.base.holds(row.smooth, here)
            if smooth is not True:
                return Rough(here) if smooth is False else smooth
        if row.name in TRUTH:
            return value
        if not self.order:
            return Jet([value])
        rises = _LINEAR.get(row.name)
        if rises is not None:
            return Jet(rises(self, value, *values))
        return self._integrate(row, value, values)

    def _power_settled(self, base: "Any", exponent: "Any") -> "Any":
        """What the rule for u^v cannot say: a zero exponent, a base that is not positive."""
        if type(exponent) is not Jet:
            return _ONE if exponent == _ZERO else None
        root = base.coefficients[0] if type(base) is Jet else base
        sign = self.base.sign(root)
        if sign is None or sign > 0:
            return None
        if sign == 0 and type(base) is not Jet and self.base.sign(exponent.coefficients[0]) == 1:
            return _ZERO
        return Undefined([root, exponent.coefficients[0]])

    @staticmethod
    def _smooth_power(row: Row, values: "list[Any]") -> bool:
        """Whether this is a power with a whole exponent: smooth wherever it has a value."""
        return row.name == "^" and type(values[1]) is Ratio and values[1].is_integer

    def _integrate(self, row: Row, value: "Any", values: "list[Any]") -> "Any":
        if row.name == "exp":
            return Jet(self._grown(value, values[0]))
        if row.name == "^" and type(values[1]) is Jet:
            logarithm = self.apply(ROWS["ln"], [values[0]])
            return Jet(self._grown(value, self.apply(_TIMES, [values[1], logarithm])))
        shorter = Jets(self.base, self.order - 1)
        point = named([shorter.cut(argument) for argument in values])
        slope: Any = None
        for position, argument in enumerate(values):
            if type(argument) is not Jet:
                continue
            rise = evaluate(partial(row, position), point, shorter)
            if isinstance(rise, Missing):
                return rise
            moved = shorter.apply(_TIMES, [rise, _derivative(self, argument)])
            slope = moved if slope is None else shorter.apply(_PLUS, [slope, moved])
        terms = slope.coefficients if type(slope) is Jet else [slope]
        terms = [*terms, *[_ZERO] * (self.order - len(terms))]
        return Jet([value, *[self._over(term, k) for k, term in enumerate(terms, 1)]])

    def _grown(self, value: "Any", exponent: Jet) -> "list[Any]":
        """The jet of e^exponent from its value, by (e^u)' = e^u u': once through, not per order."""
        rises = _derivative(self, exponent).coefficients
        grown = [value]
        for k in range(1, self.order + 1):
            total: Any = _ZERO
            for j in range(k):
                product = self.base.apply(_TIMES, [rises[j], grown[k - 1 - j]])
                total = self.base.apply(_PLUS, [total, product])
            grown.append(self._over(total, k))
        return grown

    def cut(self, value: "Any") -> "Any":
        """The same jet to this order."""
        return Jet(value.coefficients[: self.order + 1]) if type(value) is Jet else value

    def _over(self, term: "Any", whole: int) -> "Any":
        return term if whole == 1 else self.base.apply(_OVER, [term, Ratio(whole)])

    def _add(self, value: "Any", one: "Any", other: "Any", row: Row = _PLUS) -> "list[Any]":
        if type(other) is not Jet:
            return [value, *one.coefficients[1:]]
        if type(one) is not Jet:
            rest = other.coefficients[1:]
            return [value, *(rest if row is _PLUS else [self._minus(term) for term in rest])]
        pairs = zip(one.coefficients[1:], other.coefficients[1:], strict=True)
        return [value, *[self.base.apply(row, [u, v]) for u, v in pairs]]

    def _subtract(self, value: "Any", one: "Any", other: "Any") -> "list[Any]":
        return self._add(value, one, other, _MINUS)

    def _minus(self, term: "Any") -> "Any":
        return self.base.apply(_NEG, [term])

    def _negate(self, value: "Any", one: Jet) -> "list[Any]":
        return [value, *[self._minus(term) for term in one.coefficients[1:]]]

    def _multiply(self, value: "Any", one: "Any", other: "Any") -> "list[Any]":
        times = self.base.apply
        if type(one) is not Jet:
            one, other = other, one
        if type(other) is not Jet:
            return [value, *[times(_TIMES, [term, other]) for term in one.coefficients[1:]]]
        u, v = one.coefficients, other.coefficients
        return [value, *[self._convolve(u, v, k) for k in range(1, self.order + 1)]]

    def _convolve(self, u: "list[Any]", v: "list[Any]", k: int, start: int = 0) -> "Any":
        """The k-th coefficient of the product, from u's coefficient `start` on."""
        total: Any = _ZERO
        for j in range(start, k + 1):
            if u[j] != _ZERO and v[k - j] != _ZERO:
                total = self.base.apply(_PLUS, [total, self.base.apply(_TIMES, [u[j], v[k - j]])])
        return total

    def _divide(self, value: "Any", one: "Any", other: "Any") -> "list[Any]":
        over = self.base.apply
        if type(other) is not Jet:
            return [value, *[over(_OVER, [term, other]) for term in one.coefficients[1:]]]
        v = other.coefficients
        u = one.coefficients if type(one) is Jet else [one, *[_ZERO] * self.order]
        quotient = [value]
        for k in range(1, self.order + 1):
            known = self._convolve(v, [*quotient, _ZERO], k, start=1)
            quotient.append(over(_OVER, [over(_MINUS, [u[k], known]), v[0]]))
        return quotient


def _derivative(jets: Jets, jet: Jet) -> Jet:
    """The jet of the slope, one order shorter."""
    times = jets.base.apply
    terms = enumerate(jet.coefficients[1:], 1)
    return Jet([term if k == 1 else times(_TIMES, [Ratio(k), term]) for k, term in terms])


# The four operations on series themselves; all else goes through the table's partials.
_LINEAR: "dict[str, Any]" = {
    "+": Jets._add,
    "-": Jets._subtract,
    "neg": Jets._negate,
    "*": Jets._multiply,
    "/": Jets._divide,
}
