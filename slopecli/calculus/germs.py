"""What a curve does just beside a point: generalised power series on one side.

A germ is c0 h^(v/q) + c1 h^((v+1)/q) + ... + O(h^(end/q)) for a small h > 0: Puiseux series with a
remainder (Knuth, The Art of Computer Programming 2, 4.7, for the series; Miller's recurrence for
powers). They tell what happens where value and slope alone meet 0/0, as in sqrt(x^2) at 0. The
remainder means "at most a constant times", so a bounded part such as sin(1/h) is O(1), no terms.
"""

from math import gcd

from slopecli.calculus.evaluate import Missing, Rough, TooLarge, Undecided, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.calculus.rules import named, rule
from slopecli.language.functions import ROWS, TRUTH, Row
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ZERO = Ratio(0)
_ONE = Ratio(1)
_EXACT = 1 << 60  # the end of a series that has no remainder
_SHORT = 64  # an exact series longer than this is cut
_GRAIN = 16  # an irrational exponent is rounded down to sixteenths
_LOG = 16  # ln(h) grows more slowly than h^(-1/16)
_FINEST = 20_000  # no root of h is drawn beyond this, since each of its powers takes a place
_FINEST_ALONE = 200_000  # of a series of one term
_FLAT = 1 << 10  # e^(-1/h) is smaller than every power; so far is far enough

_CEILING = frozenset(
    {"sin", "cos", "sign", "step", "sigmoid", "tanh", "atan", "acot", "erf", "erfc"}
)


class Germ:
    """A series in h^(1/q): `terms[i]` belongs to h^((start+i)/q), O(h^(end/q)) is left out.

    `terms` is empty or begins with a term that is not zero.
    """

    __slots__ = ("end", "q", "start", "terms")

    def __init__(self, q: int, start: int, terms: "list[Any]", end: int) -> None:
        self.q = q
        self.start = start
        self.terms = terms
        self.end = end

    def term(self, exponent: int) -> "Any":
        """The coefficient of h^(exponent/q), which must lie before `end`."""
        place = exponent - self.start
        return self.terms[place] if 0 <= place < len(self.terms) else _ZERO


class Germs:
    """The arithmetic of germs over exact constants, keeping `length` terms."""

    def __init__(self, base: "Any", length: int = 4) -> None:
        self.base = base
        self.length = length

    def number(self, exact: Ratio) -> "Any":
        """The value of a literal."""
        return exact

    def variable(self, value: "Any", side: int) -> "Any":
        """The variable at a distance h to the right (side 1) or left (side -1) of the value."""
        return self._germ(1, 0, [value, Ratio(side)], _EXACT)

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """The germ of the row; `Undefined` where it has no values on this side."""
        if not any(type(value) is Germ for value in values):
            return self.base.apply(row, values)
        own = _OWN.get(row.name)
        if own is not None:
            return own(self, *values)
        if row.name in TRUTH:
            return self._compare(row, values)
        if row.name == "polygamma" and type(values[0]) is Germ:
            return Undefined(values)  # an order that moves is not whole
        limits = [self._limit(value) for value in values]
        if not any(limit is None for limit in limits):
            smooth = (
                self.base.holds(row.smooth or row.exists, limits)
                if row.smooth or row.exists
                else True
            )
            if smooth is True:
                return self._compose(row, values, limits)
        if row.exists:
            holds = evaluate(rule(row.exists), named(values), self)
            if holds is False:
                return Undefined(values)
            if isinstance(holds, Missing):
                return holds
        if row.means:
            return evaluate(rule(row.means), named(values), self)
        if row.name in _CEILING:
            return Germ(1, 0, [], 0)
        return Undecided(values)

    def holds(self, condition: str, values: "list[Any]") -> "Any":
        """Whether a row's condition is true on this side."""
        return evaluate(rule(condition), named(values), self)

    def sign(self, value: "Any") -> int | None:
        """The sign on this side: that of the leading term. None where it cannot be told."""
        if type(value) is not Germ:
            return self.base.sign(value)  # type: ignore[no-any-return]
        if value.terms:
            return self.base.sign(value.terms[0])  # type: ignore[no-any-return]
        return 0 if value.end == _EXACT else None

    def _germ(self, q: int, start: int, terms: "list[Any]", end: int) -> "Any":
        """A germ with leading zeros removed and not more terms than are kept."""
        for term in terms:
            if isinstance(term, Missing):
                return term
        skip = 0
        while skip < len(terms):
            if terms[skip] is _ZERO:
                skip += 1
                continue
            sign = self.base.sign(terms[skip])
            if sign is None:
                return Undecided([terms[skip]])
            if sign:
                break
            skip += 1
        terms = terms[skip:]
        start += skip
        keep = (_SHORT if end == _EXACT else self.length) * q
        if len(terms) > keep:
            terms = terms[:keep]
            end = start + keep
        return Germ(q, start, terms, end)

    def _limit(self, value: "Any") -> "Any":
        """Where the value goes as h goes to 0; None where that is unknown or infinite."""
        if type(value) is not Germ:
            return value
        if value.end <= 0 or (value.terms and value.start < 0):
            return None
        return value.term(0)

    def _compare(self, row: Row, values: "list[Any]") -> "Any":
        difference = self._subtract(*values)
        if isinstance(difference, Missing):
            return difference
        sign = self.sign(difference)
        if sign is None:
            return Undecided(values)
        return self.base.apply(row, [Ratio(sign), _ZERO])

    def _compose(self, row: Row, values: "list[Any]", limits: "list[Any]") -> "Any":
        """The row's Taylor series at the limits, with the germs put in."""
        q = 1
        for value in values:
            if type(value) is Germ:
                q = q * value.q // gcd(q, value.q)
        steps = [
            self._subtract(value, limit) if type(value) is Germ else None
            for value, limit in zip(values, limits, strict=True)
        ]
        moving = [step for step in steps if step is not None]
        for step in moving:
            if isinstance(step, Missing):
                return step
        if len(moving) > 1:  # several germs at once: only through a row's meaning
            return (
                evaluate(rule(row.means), named(values), self) if row.means else Undecided(values)
            )
        step = moving[0]
        rise = step.start if step.terms else step.end
        order = self.length if rise >= step.q else self.length * step.q // max(rise, 1)
        jets = Jets(self.base, order)
        jet = jets.apply(
            row,
            [
                limit if step is None else jets.variable(limit)
                for step, limit in zip(steps, limits, strict=True)
            ],
        )
        if isinstance(jet, Rough) and row.means:  # sinc at 0: sin(h)/h for h > 0
            return evaluate(rule(row.means), named(values), self)
        if isinstance(jet, Missing):
            return jet
        coefficients = jet.coefficients if type(jet) is Jet else [jet]
        total: Any = Germ(step.q, 0, [], _EXACT)
        for coefficient in reversed(coefficients):
            product = self._multiply(total, step)
            if isinstance(product, Missing):
                return product
            total = self._add(product, coefficient)
            if isinstance(total, Missing):
                return total
        if type(jet) is Jet:
            end = rise * (order + 1)
            if end < total.end:
                total = self._germ(
                    total.q, total.start, total.terms[: max(end - total.start, 0)], end
                )
        return total

    def _pair(self, one: "Any", other: "Any") -> "tuple[Germ, Germ] | Missing":
        """Both as germs in the same root of h; `Missing` where one is, or may be 0 or not."""
        pair = []
        for value in (one, other):
            germ = value
            if type(value) is not Germ and not isinstance(value, Missing):
                germ = self._germ(1, 0, [value], _EXACT)
            if isinstance(germ, Missing):
                return germ
            pair.append(germ)
        q = pair[0].q * pair[1].q // gcd(pair[0].q, pair[1].q)
        if q > _FINEST and q > max(pair[0].q, pair[1].q):
            return TooLarge([one, other])
        return _spread(pair[0], q), _spread(pair[1], q)

    def _add(self, one: "Any", other: "Any") -> "Any":
        pair = self._pair(one, other)
        if isinstance(pair, Missing):
            return pair
        u, v = pair
        end = min(u.end, v.end)
        start = min([germ.start for germ in (u, v) if germ.terms], default=0)
        last = max(u.start + len(u.terms), v.start + len(v.terms))
        plus, count = ROWS["+"], max(0, min(last, end) - start)
        terms = [
            two if one is _ZERO else one if two is _ZERO else self.base.apply(plus, [one, two])
            for one, two in zip(_from(u, start, count), _from(v, start, count), strict=True)
        ]
        return self._germ(u.q, start, terms, end)

    def _subtract(self, one: "Any", other: "Any") -> "Any":
        return self._add(one, self._negate(other))

    def _negate(self, value: "Any") -> "Any":
        minus = ROWS["neg"]
        if type(value) is not Germ:
            return self.base.apply(minus, [value])
        terms = [self.base.apply(minus, [term]) for term in value.terms]
        return self._germ(value.q, value.start, terms, value.end)

    def _multiply(self, one: "Any", other: "Any") -> "Any":
        pair = self._pair(one, other)
        if isinstance(pair, Missing):
            return pair
        u, v = pair
        end = min(_after(u, v), _after(v, u))
        start = u.start + v.start
        terms: list[Any] = []
        if u.terms and v.terms:
            count = min(len(u.terms) + len(v.terms) - 1, end - start)
            terms = [self._product(u, v, k) for k in range(count)]
        return self._germ(u.q, start, terms, end)

    def _product(self, u: Germ, v: Germ, k: int) -> "Any":
        total: Any = _ZERO
        for j in range(max(0, k - len(v.terms) + 1), min(k + 1, len(u.terms))):
            one, other = u.terms[j], v.terms[k - j]
            if one != _ZERO and other != _ZERO:
                total = self.base.apply(
                    ROWS["+"], [total, self.base.apply(ROWS["*"], [one, other])]
                )
        return total

    def _divide(self, one: "Any", other: "Any") -> "Any":
        below = self._power(other, Ratio(-1))
        return below if isinstance(below, Missing) else self._multiply(one, below)

    def _power(self, base: "Any", exponent: "Any", real: bool = False) -> "Any":
        """A power of a germ by Miller's recurrence, its leading term taken out."""
        if type(exponent) is Ratio and not exponent:
            return _ONE
        if type(exponent) is Germ or type(base) is not Germ:
            logarithm = self.apply(ROWS["ln"], [base])
            if isinstance(logarithm, Missing):
                return logarithm
            inner = self._multiply(exponent, logarithm)
            return inner if isinstance(inner, Missing) else self.apply(ROWS["exp"], [inner])
        if not base.terms:
            return self._power_of_remainder(base, exponent)
        if type(exponent) is not Ratio:
            limit = self._limit(base)
            if limit is not None and self.base.sign(limit) == 1:
                return self._compose(ROWS["^"], [base, exponent], [limit, exponent])
            return self._irrational_power(base, exponent)
        name = "realpow" if real else "^"
        leading = self.base.apply(ROWS[name], [base.terms[0], exponent])
        if isinstance(leading, Missing):
            return leading
        q = base.q * exponent.denominator
        if q > (_FINEST if len(base.terms) > 1 else _FINEST_ALONE):
            return self._irrational_power(base, exponent)
        wide = _spread(base, q)
        start = base.start * exponent.numerator
        end = _EXACT if base.end == _EXACT else start + wide.end - wide.start
        if len(base.terms) == 1:
            return self._germ(q, start, [leading], end)
        whole = exponent.is_integer and exponent.numerator > 0
        longest = (len(wide.terms) - 1) * exponent.numerator + 1 if whole else _EXACT
        if base.end == _EXACT and longest > self.length * q:
            end = start + self.length * q
        count = min(end - start, self.length * q, longest)
        return self._germ(q, start, self._miller(wide.terms, exponent, leading, count), end)

    def _irrational_power(self, base: Germ, exponent: "Any") -> "Any":
        """A power such as h^pi, no series in a root of h: known by how fast it shrinks alone."""
        sign = self.sign(base)
        if sign is not None and sign < 0:
            return Undefined([base, exponent])
        rate = self.base.apply(ROWS["*"], [Ratio(base.start * _GRAIN, base.q), exponent])
        end = self.base.floor(rate)
        if sign is None or isinstance(end, Missing) or self.base.sign(end) != 1:
            return Undecided([base, exponent])
        small = type(end) is Ratio and end.numerator < _FLAT * _GRAIN
        return Germ(_GRAIN, 0, [], end.numerator if small else _FLAT * _GRAIN)

    def _miller(self, a: "list[Any]", power: Ratio, leading: "Any", count: int) -> "list[Any]":
        times, plus, over = ROWS["*"], ROWS["+"], ROWS["/"]
        b = [leading]
        for k in range(1, count):
            total: Any = _ZERO
            for j in range(1, min(k, len(a) - 1) + 1):
                if a[j] == _ZERO or b[k - j] == _ZERO:
                    continue
                weight = power * Ratio(j) - Ratio(k - j)
                product = self.base.apply(times, [a[j], b[k - j]])
                total = self.base.apply(plus, [total, self.base.apply(times, [weight, product])])
            b.append(self.base.apply(over, [total, self.base.apply(times, [Ratio(k), a[0]])]))
        return b

    def _power_of_remainder(self, base: Germ, exponent: "Any") -> "Any":
        if base.end == _EXACT:
            return self.base.apply(ROWS["^"], [_ZERO, exponent])
        if type(exponent) is Ratio and exponent.is_integer and exponent.numerator > 0:
            return Germ(base.q, 0, [], base.end * exponent.numerator)
        return Undecided([base, exponent])

    def _realpow(self, base: "Any", exponent: Ratio) -> "Any":
        return self._power(base, exponent, real=True)

    def _floor(self, value: Germ) -> "Any":
        """The whole number below; just under a whole number it is the one before."""
        limit = self._limit(value)
        if limit is None:
            return Undecided([value])
        below = self.base.floor(limit)
        if isinstance(below, Missing) or self.base.sign(self.base.apply(ROWS["-"], [limit, below])):
            return below
        step = self.sign(self._subtract(value, below))
        if step is None:
            return Undecided([value])
        return self.base.apply(ROWS["-"], [below, _ONE]) if step < 0 else below

    def _round(self, value: Germ) -> "Any":
        return self._floor(self._add(value, Ratio(1, 2)))

    def _ln(self, value: "Any") -> "Any":
        """Smooth where the limit is positive; else slower than every power of h."""
        limit = self._limit(value)
        sign = self.sign(value)
        if sign is None:
            return Undecided([value])
        if sign <= 0:
            return Undefined([value])
        if limit is not None and self.base.sign(limit) == 1:
            return self._compose(ROWS["ln"], [value], [limit])
        return Germ(_LOG, 0, [], -1)

    def _exp(self, value: "Any") -> "Any":
        """Smooth at a finite limit; flatter than every power where the exponent sinks for ever."""
        limit = self._limit(value)
        if limit is not None:
            return self._compose(ROWS["exp"], [value], [limit])
        if value.terms and value.start < 0 and self.sign(value) == -1:
            return Germ(1, 0, [], _FLAT)
        return Undecided([value])


def _spread(germ: Germ, q: int) -> Germ:
    """The same germ written in a higher root of h."""
    wide = q // germ.q
    if wide == 1:
        return germ
    terms: list[Any] = []
    for term in germ.terms:
        terms += [term, *[_ZERO] * (wide - 1)]
    if terms:
        del terms[len(terms) - wide + 1 :]
    end = germ.end if germ.end == _EXACT else germ.end * wide
    return Germ(q, germ.start * wide, terms, end)


def _from(germ: Germ, start: int, count: int) -> "list[Any]":
    """So many terms from the exponent `start` on; mostly zeros, where the root of h is high."""
    skip = germ.start - start if germ.terms else 0
    if skip < 0:
        return _from(Germ(germ.q, start, germ.terms[-skip:], germ.end), start, count)
    terms = ([_ZERO] * skip + germ.terms)[:count]
    return terms + [_ZERO] * (count - len(terms))


def _after(known: Germ, other: Germ) -> int:
    """Where the product's remainder begins: the first germ's lowest term times the other's end."""
    if other.end == _EXACT:
        return _EXACT
    if known.terms:
        return known.start + other.end
    return _EXACT if known.end == _EXACT else known.end + other.end


_OWN: "dict[str, Any]" = {
    "+": Germs._add,
    "-": Germs._subtract,
    "neg": Germs._negate,
    "*": Germs._multiply,
    "/": Germs._divide,
    "^": Germs._power,
    "realpow": Germs._realpow,
    "floor": Germs._floor,
    "round": Germs._round,
    "ln": Germs._ln,
    "exp": Germs._exp,
}
