"""Forward mode for every order: truncated Taylor series over any arithmetic.

A jet holds the Taylor coefficients f, f', f''/2!, ... of a value along one direction; a dual number
is a jet with two. One sentence differentiates every row of the table: the slope of f is the sum of
each partial times the slope of its argument; integrate it, put the value in front (Griewank and
Walther, Evaluating Derivatives, 2008, chapter 13).

Inside a rule the coefficients are worked out one by one, as they are asked for, and equal parts
share one jet (McIlroy, Power Series, Power Serious, 1999). So sec, whose rule sec(u)*tan(u) names
itself, takes its next coefficient from those before it: the work grows as the order squared.
"""

from slopecli.calculus.evaluate import Missing, Rough, Undecided, Undefined, evaluate
from slopecli.calculus.rules import named, partial
from slopecli.language.functions import ROWS, TRUTH, Row
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    More = Callable[[int], Any]

_PLUS, _MINUS, _TIMES, _OVER, _NEG = (ROWS[name] for name in ("+", "-", "*", "/", "neg"))
_ZERO = Ratio(0)
_ONE = Ratio(1)
_MULTIPLIED = 3  # up to this exponent a power is multiplied out
_SQUARED = 2**64  # up to this one too where the base may be 0: each square is a jet of its own


class Jet:
    """Taylor coefficients, the value first: `coefficients[k]` is the k-th derivative over k!.

    `more(k)` works out the k-th, once all before it are there.
    """

    __slots__ = ("coefficients", "more")

    def __init__(self, coefficients: "list[Any]", more: "More | None" = None) -> None:
        self.coefficients = coefficients
        self.more = more

    def term(self, k: int) -> "Any":
        """The k-th coefficient."""
        terms = self.coefficients
        while len(terms) <= k:
            if self.more is None:
                return _ZERO
            terms.append(self.more(len(terms)))
        return terms[k]


class _Lost(Exception):
    """A coefficient went missing while it was worked out."""

    def __init__(self, missing: Missing) -> None:
        self.missing = missing


class Jets:
    """The arithmetic of jets up to `order` over a base arithmetic; constants stay plain numbers.

    With `known` jets grow only as they are asked, and a part that is known is not made again.
    """

    def __init__(self, base: "Any", order: int = 1, known: "dict[Any, Any] | None" = None) -> None:
        self.base = base
        self.order = order
        self.known = known

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
        if self.known is None:
            return self._whole(row, values)
        key = (row.name, *[value if type(value) is Ratio else id(value) for value in values])
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = (self._jet(row, values), values)  # so no id is used anew
        return known[0]

    def _whole(self, row: Row, values: "list[Any]") -> "Any":
        """The jet with all its coefficients, made by jets that grow."""
        growing = Jets(self.base, self.order, {})
        try:
            found = growing.apply(row, values)
            if type(found) is Jet:
                found.term(self.order)
                found.more = None
        except _Lost as lost:
            return lost.missing
        return found

    def _jet(self, row: Row, values: "list[Any]") -> "Any":
        if row.name == "^":
            settled = self._power_settled(*values)
            if settled is not None:
                return settled
        here = [value.coefficients[0] if type(value) is Jet else value for value in values]
        value = self.base.apply(row, here)
        if isinstance(value, Missing):
            return value
        if self.order and row.smooth and not self._smooth_power(row, values):
            smooth = self.base.holds(row.smooth, here)
            if smooth is not True:
                return Rough(here) if smooth is False else smooth
        if row.name in TRUTH:
            return value
        if self.order and row.name == "polygamma" and type(values[0]) is Jet:
            return Rough(here)  # its order jumps from one whole number to the next
        jet = Jet([value])
        if self.order:
            own = _OWN.get(row.name)
            jet.more = own(self, jet, *values) if own else self._integral(row, values)
        return jet

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

    # How the next coefficient follows from those before it

    def _integral(self, row: Row, values: "list[Any]") -> "More":
        """By the partials of the row; they are looked at when the first slope is asked for."""
        slopes: list[Any] = []

        def more(k: int) -> "Any":
            if not slopes:
                slopes.append(self._slope(row, values))
            slope = slopes[0]
            term = slope.term(k - 1) if type(slope) is Jet else slope if k == 1 else _ZERO
            return term if k == 1 else self._do(_OVER, term, Ratio(k))

        return more

    def _slope(self, row: Row, values: "list[Any]") -> "Any":
        shorter = Jets(self.base, self.order - 1, self.known)
        point = named(values)
        slope: Any = None
        for position, argument in enumerate(values):
            if type(argument) is not Jet:
                continue
            rise = evaluate(partial(row, position), point, shorter)
            if isinstance(rise, Missing):
                raise _Lost(rise)
            moved = shorter.apply(_TIMES, [rise, self._derivative(argument)])
            slope = moved if slope is None else shorter.apply(_PLUS, [slope, moved])
            if isinstance(slope, Missing):
                raise _Lost(slope)
        return slope

    def _derivative(self, jet: Jet) -> Jet:
        """The jet of the slope."""
        return Jet([jet.term(1)], lambda k: self._do(_TIMES, Ratio(k + 1), jet.term(k + 1)))

    def _do(self, row: Row, *values: "Any") -> "Any":
        """One operation on coefficients."""
        result = self.base.apply(row, list(values))
        if isinstance(result, Missing):
            raise _Lost(result)
        return result

    def _add(self, jet: Jet, one: "Any", other: "Any", row: Row = _PLUS) -> "More":
        if type(other) is not Jet:
            return one.term  # type: ignore[no-any-return]
        if type(one) is not Jet:
            return other.term if row is _PLUS else self._negate(jet, other)
        return lambda k: self._do(row, one.term(k), other.term(k))

    def _subtract(self, jet: Jet, one: "Any", other: "Any") -> "More":
        return self._add(jet, one, other, _MINUS)

    def _negate(self, jet: Jet, one: Jet) -> "More":
        return lambda k: self._do(_NEG, one.term(k))

    def _multiply(self, jet: Jet, one: "Any", other: "Any") -> "More":
        if type(one) is not Jet:
            one, other = other, one
        if type(other) is not Jet:
            return lambda k: self._do(_TIMES, one.term(k), other)
        return lambda k: self._convolve(one, other, k)

    def _convolve(self, u: Jet, v: Jet, k: int, start: int = 0) -> "Any":
        """The k-th coefficient of the product, from u's coefficient `start` on."""
        total: Any = _ZERO
        for j in range(start, k + 1):
            one = u.term(j)
            if one == _ZERO:
                continue
            other = v.term(k - j)
            if other != _ZERO:
                total = self._do(_PLUS, total, self._do(_TIMES, one, other))
        return total

    def _divide(self, jet: Jet, one: "Any", other: "Any") -> "More":
        if type(other) is not Jet:
            return lambda k: self._do(_OVER, one.term(k), other)

        def more(k: int) -> "Any":
            known = self._convolve(other, jet, k, start=1)
            above = one.term(k) if type(one) is Jet else _ZERO
            return self._do(_OVER, self._do(_MINUS, above, known), other.coefficients[0])

        return more

    def _exponential(self, jet: Jet, exponent: Jet) -> "More":
        """By (e^u)' = e^u u'."""

        def more(k: int) -> "Any":
            total: Any = _ZERO
            for j in range(1, k + 1):
                term = exponent.term(j)
                if term != _ZERO:
                    rise = term if j == 1 else self._do(_TIMES, Ratio(j), term)
                    total = self._do(_PLUS, total, self._do(_TIMES, rise, jet.term(k - j)))
            return total if k == 1 else self._do(_OVER, total, Ratio(k))

        return more

    def _power(self, jet: Jet, base: "Any", exponent: "Any") -> "More":
        if type(exponent) is Jet:  # u^v is e^(v ln u)
            inner = self.apply(_TIMES, [exponent, self.apply(ROWS["ln"], [base])])
            if isinstance(inner, Missing):
                raise _Lost(inner)
            return self._exponential(jet, inner)
        whole = type(exponent) is Ratio and exponent.is_integer and exponent.numerator > 0
        small = whole and exponent.numerator <= _MULTIPLIED
        if small:
            return self._multiplied(base, exponent.numerator)
        if whole and not (sign := self.base.sign(base.coefficients[0])):
            if sign == 0 and exponent.numerator > self.order:
                return lambda k: _ZERO  # a zero so many times over has no slope of this order
            if exponent.numerator > _SQUARED:
                raise _Lost(Undecided([base.coefficients[0], exponent]))
            return self._multiplied(base, exponent.numerator)
        return self._fixed_power(jet, base, exponent)

    def _multiplied(self, base: Jet, exponent: int) -> "More":
        """A whole power by squaring: right also where the base is 0."""
        found: Any = None
        while True:
            if exponent % 2:
                found = base if found is None else self.apply(_TIMES, [found, base])
            exponent //= 2
            if not exponent:
                break
            base = self.apply(_TIMES, [base, base])
        if isinstance(found, Missing):
            raise _Lost(found)
        return found.term  # type: ignore[no-any-return]

    def _fixed_power(self, jet: Jet, base: Jet, exponent: "Any") -> "More":
        """By u (u^v)' = v u' u^v, J.C.P. Miller's recurrence (Knuth, TAOCP 2, 4.7)."""

        def more(k: int) -> "Any":
            total: Any = _ZERO
            for j in range(1, k + 1):
                term = base.term(j)
                if term == _ZERO:
                    continue
                weight = self._do(_MINUS, self._do(_TIMES, exponent, Ratio(j)), Ratio(k - j))
                product = self._do(_TIMES, self._do(_TIMES, weight, term), jet.term(k - j))
                total = self._do(_PLUS, total, product)
            return self._do(_OVER, total, self._do(_TIMES, Ratio(k), base.coefficients[0]))

        return more


# These know their next coefficient themselves; all else goes through the table's partials.
_OWN: "dict[str, Any]" = {
    "+": Jets._add,
    "-": Jets._subtract,
    "neg": Jets._negate,
    "*": Jets._multiply,
    "/": Jets._divide,
    "^": Jets._power,
    "realpow": Jets._power,
    "exp": Jets._exponential,
}
