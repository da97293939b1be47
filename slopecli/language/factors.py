"""A product taken apart: a number in front, and bases with their powers; put together tidily.

Equal bases meet here, so x * x^2 is x^3 and x/sqrt(x) is sqrt(x). Brackets are never multiplied
out. For formulas to be shown only: x/x is 1 here, also where x is 0.
"""

from math import gcd

from slopecli.language.expr import Call, Expr, Num, Var, whole
from slopecli.language.powers import power
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    # A base with its literal powers, or with the kind of exponent that it is kept apart for.
    Key = Expr | tuple[str, Expr]
    Exponent = int | Ratio | Expr

ONE = Num(1)
ZERO = Num(0)
_HALF = Ratio(1, 2)
_TAKEN_APART = frozenset({"*", "/", "neg", "sqrt", "^", "realpow"})
_ROOTED = frozenset({"^", "realpow", "sqrt"})
_SPECIAL = _ROOTED | {"sign"}
_FOLDED = 64  # bits: 2^10 is 1024, but 2^100 stays as it is


def literal(expr: Expr) -> "Ratio | None":
    """The value of a number, a fraction of whole numbers, or minus one of these; else None."""
    sign = 1
    if type(expr) is Call and expr.name == "neg":
        sign, expr = -1, expr.args[0]
    if type(expr) is Num:
        return expr.value if sign > 0 else -expr.value
    if type(expr) is Call and expr.name == "/":
        top, bottom = expr.args
        if type(top) is Num and type(bottom) is Num and bottom.value:
            value = top.value / bottom.value
            return value if sign > 0 else -value
    return None


def number(top: int, bottom: int = 1, decimal: bool = False) -> Expr:
    """An exact fraction as a tidy expression; as a decimal where its parts were, if that ends."""
    value = Ratio(top, bottom)
    size = abs(value)
    if size.denominator == 1:
        found: Expr = whole(size.numerator)
    elif decimal and size.is_decimal:
        found = Num(size)
    else:
        found = Call("/", (whole(size.numerator), whole(size.denominator)))
    return found if value.numerator >= 0 else Call("neg", (found,))


class Factors:
    """A product being collected; `times` and `over` change it, `product` reads it off."""

    __slots__ = ("bottom", "decimal", "powers", "top")
    top: int
    bottom: int
    decimal: bool
    powers: "dict[Key, Exponent]"

    def __init__(self, top: int = 1, bottom: int = 1, decimal: bool = False) -> None:
        self.top = top
        self.bottom = bottom
        self.decimal = decimal
        self.powers = {}

    def times(self, expr: Expr, sign: int = 1) -> "Factors":
        """Multiply by an expression, or divide with sign -1."""
        if type(expr) is Var or (type(expr) is Call and expr.name not in _TAKEN_APART):
            self._add(expr, sign)
            return self
        stack = [(expr, sign)]
        while stack:
            node, sign = stack.pop()
            if type(node) is Num:
                self._number(node, sign)
            elif type(node) is Var:
                self._add(node, sign)
            else:
                assert type(node) is Call
                name = node.name
                if name == "*":
                    stack.append((node.args[1], sign))
                    stack.append((node.args[0], sign))
                elif name == "/":
                    stack.append((node.args[1], -sign))
                    stack.append((node.args[0], sign))
                elif name == "neg":
                    self.top = -self.top
                    stack.append((node.args[0], sign))
                elif name == "sqrt":
                    self._add(node.args[0], Ratio(sign, 2))
                elif name in ("^", "realpow"):
                    self._power(node, sign)
                else:
                    self._add(node, sign)
        return self

    def over(self, expr: Expr) -> "Factors":
        """Divide by an expression."""
        return self.times(expr, -1)

    def times_power(self, other: "Factors", exponent: int) -> "Factors":
        """Multiply by a whole power of another product."""
        if not other.top and exponent < 0:
            self._add(ZERO, exponent)  # 1/0 stays as it stands, and so has no value
        elif other.top != 1 or other.bottom != 1:
            value = Ratio(other.top, other.bottom) ** exponent
            self.top *= value.numerator
            self.bottom *= value.denominator
        self.decimal = self.decimal or other.decimal
        for key, power_ in other.powers.items():
            if type(power_) is int:
                self._add(key, power_ * exponent)
            elif isinstance(power_, int | Ratio):
                found = _ratio(power_) * Ratio(exponent)
                self._add(key, found.numerator if found.denominator == 1 else found)
            else:
                assert type(key) is tuple
                upper = (key[0] == "above") is (exponent > 0)
                raised_ = Factors(abs(exponent)).times(power_).product()
                self._exponential(key[1], raised_, 1 if upper else -1)
        return self

    def times_base(self, base: Expr, exponent: int) -> "Factors":
        """Multiply by a letter, or a base that is no product or power itself, to a whole power."""
        self._add(base, exponent)
        return self

    def _number(self, node: Num, sign: int) -> None:
        value = node.value
        if value.denominator != 1:
            self.decimal = True
        if sign > 0:
            self.top *= value.numerator
            self.bottom *= value.denominator
        elif value.numerator:
            self.top *= value.denominator
            self.bottom *= value.numerator
        else:
            self._add(node, sign)  # 1/0 stays as it stands, and so has no value

    def _power(self, node: Call, sign: int) -> None:
        base, exponent = node.args
        value = literal(exponent)
        if value is None:
            if type(base) is Num or (type(base) is Call and not base.args):
                self._exponential(base, exponent, sign)
            else:
                self._add(node, sign)
        elif type(exponent) is Num and value.denominator != 1:
            self._add(("decimal", base), value if sign > 0 else -value)
        elif value.denominator == 1:
            self._add(base, value.numerator * sign)
        else:
            self._add(base, value if sign > 0 else -value)

    def _exponential(self, base: Expr, exponent: Expr, sign: int) -> None:
        """e^x * e^(2x) is e^(3x); above and below a fraction's line they are kept apart."""
        key = ("above" if sign > 0 else "below", base)
        known = self.powers.get(key)
        if known is not None:
            assert not isinstance(known, int | Ratio)
            exponent = total([(1, known), (1, exponent)])
        self.powers[key] = exponent

    def _add(self, key: "Key", exponent: "int | Ratio") -> None:
        known = self.powers.get(key)
        if known is None:
            self.powers[key] = exponent
        elif type(known) is int and type(exponent) is int:
            self.powers[key] = known + exponent
        else:
            total = _ratio(known) + _ratio(exponent)
            self.powers[key] = total.numerator if total.denominator == 1 else total

    def product(self) -> Expr:
        """The tidy product: number first, then letters, then the rest in the order it came."""
        if not self.top:
            return ZERO
        above: list[Expr] = []
        below: list[Expr] = []
        powers = self.powers
        if not powers:
            return number(self.top, self.bottom, self.decimal)
        if len(powers) > 1 or not self._is_plain():
            self._settle()
        if powers:
            for key, exponent in powers.items():
                if isinstance(exponent, int):
                    if exponent == 1 and type(key) is not tuple:
                        above.append(key)  # type: ignore[arg-type]
                    elif exponent > 0:
                        above.append(raised(key, exponent))
                    elif exponent:
                        below.append(raised(key, -exponent))
                elif not isinstance(exponent, Ratio):
                    assert type(key) is tuple
                    (above if key[0] == "above" else below).append(Call("^", (key[1], exponent)))
                elif exponent.numerator > 0:
                    above.append(raised(key, exponent))
                else:
                    below.append(raised(key, -exponent))
        return self._joined(above, below)

    def _is_plain(self) -> bool:
        """Whether there is but one base, of which nothing more can be said."""
        for key in self.powers:
            if type(key) is Call:
                return key.name not in _SPECIAL
            return type(key) is Var
        return False

    def _settle(self) -> None:
        """What can be said only when all factors are known."""
        powers = self.powers
        for key in list(powers):
            exponent = powers.get(key)
            if type(key) is Num:
                self._fold(key)
            elif type(key) is tuple:
                kind, base = key
                if kind == "decimal":
                    if type(powers.get(base)) is int:  # x * x^0.2 is x^1.2
                        del powers[key]
                        self._add(key, exponent)  # type: ignore[arg-type]
                        self._add(key, powers.pop(base))  # type: ignore[arg-type]
                elif kind == "above" and ("below", base) in powers:
                    below = powers.pop(("below", base))
                    del powers[key]
                    self._quotient_of_exponentials(base, exponent, below)  # type: ignore[arg-type]
            elif type(key) is Call:
                if key.name == "sign" and exponent == 1:
                    self._size_and_sign(key)
                elif key.name in _ROOTED and isinstance(exponent, int) and exponent:
                    if literal(key.args[-1]) is None and key.name != "sqrt":
                        continue
                    del powers[key]  # sqrt(x^2)^2 is x^2
                    self.times_power(Factors().times(key), exponent)

    def _fold(self, key: Num) -> None:
        """sqrt(2)*sqrt(2) is 2; 2^10 is 1024, but 2^100 stays."""
        exponent = self.powers[key]
        if type(exponent) is int and key.value and key.value.power_bits(exponent) <= _FOLDED:
            del self.powers[key]
            value = key.value**exponent
            self.top *= value.numerator
            self.bottom *= value.denominator
            self.decimal = self.decimal or key.value.denominator != 1

    def _quotient_of_exponentials(self, base: Expr, above: Expr, below: Expr) -> None:
        exponent = total([(1, above), (-1, below)])
        if type(exponent) is Call and exponent.name == "neg":
            self.powers["below", base] = exponent.args[0]
        elif exponent != ZERO:
            self.powers["above", base] = exponent

    def _size_and_sign(self, key: Call) -> None:
        """x sign(x) is |x|, and sign(x)/|x| is 1/x, wherever the left side has a value."""
        powers, inner = self.powers, key.args[0]
        size = Call("abs", (inner,))
        known = powers.get(inner)
        if isinstance(known, int) and known > 0:
            del powers[key]
            powers[inner] = known - 1
            self._add(size, 1)
        elif powers.get(size) == -1:
            del powers[key], powers[size]
            self._add(inner, -1)

    def _joined(self, above: list[Expr], below: list[Expr]) -> Expr:
        top, bottom, decimal = self.top, self.bottom, self.decimal
        if below and not decimal:
            for place, factor in enumerate(below):
                if type(factor) is Call and factor.name in ("+", "-"):
                    lighter = _without_fractions(factor, top)
                    if lighter is not None:  # 2/(1 + x/3) is 6/(3 + x)
                        scale, below[place] = lighter
                        top, bottom = top * scale.numerator, bottom * scale.denominator
        if bottom != 1:
            common = gcd(top, bottom)
            if bottom < 0:
                common = -common
            top, bottom = top // common, bottom // common
        negative = top < 0 and not _turned(above, below, top)
        top = abs(top)
        if len(above) > 1:
            above.sort(key=_rank)
        if len(below) > 1:
            below.sort(key=_rank)
        if decimal and bottom != 1 and Ratio(top, bottom).is_decimal:
            above.insert(0, Num(Ratio(top, bottom)))
        else:
            if top != 1 or not above:
                above.insert(0, whole(top))
            if bottom != 1:
                below.insert(0, whole(bottom))
        found = _chain(above)
        if below:
            found = Call("/", (found, _chain(below)))
        return Call("neg", (found,)) if negative else found


def _turned(above: list[Expr], below: list[Expr], top: int) -> bool:
    """Take a minus into a sum or difference: -2(1 - x) is 2(x - 1), -(-a + b) is a - b."""
    for side in (above, below):
        for place, factor in enumerate(side):
            if type(factor) is Call and factor.name in ("+", "-"):
                lone = len(above) == 1 and not below and top == -1
                difference = factor.name == "-" and not _is_sum(factor.args[0])
                if lone or difference or _begins_with_minus(factor):
                    side[place] = total([(-1, factor)])
                    return True
    return False


def _is_sum(expr: Expr) -> bool:
    return type(expr) is Call and expr.name in ("+", "-")


def _begins_with_minus(expr: Expr) -> bool:
    while type(expr) is Call and expr.name in ("+", "-"):
        expr = expr.args[0]
    return type(expr) is Call and expr.name == "neg"


def raised(key: "Key", exponent: "int | Ratio") -> Expr:
    """A base to a literal power > 0, with a root sign for 1/2."""
    if type(key) is tuple:
        return Call("^", (key[1], number(*_ends(exponent), True)))
    if exponent == 1:
        return key  # type: ignore[return-value]
    if isinstance(exponent, int):
        return Call("^", (key, whole(exponent)))  # type: ignore[arg-type]
    if exponent == _HALF:
        return Call("sqrt", (key,))  # type: ignore[arg-type]
    return power(key, number(*_ends(exponent)))  # type: ignore[arg-type]


def _ends(value: "int | Ratio") -> tuple[int, int]:
    return (value, 1) if isinstance(value, int) else (value.numerator, value.denominator)


def _ratio(value: "Exponent") -> Ratio:
    if isinstance(value, int):
        return Ratio(value)
    assert isinstance(value, Ratio)
    return value


def _rank(expr: Expr) -> int:
    """Where a factor stands: 2 pi x sin(x) ln(2)."""
    if type(expr) is Call:
        if not expr.args:
            return 1
        first = expr.args[0]
        if type(first) is Var:
            return 2 if expr.name == "^" and literal(expr.args[1]) is not None else 3
        if type(first) is Num or (type(first) is Call and not first.args):
            if expr.name == "sqrt":
                return 1
            if len(expr.args) == 1:
                return 4
            return 1 if expr.name in ("^", "realpow") and literal(expr.args[1]) is not None else 3
        return 3
    return 2 if type(expr) is Var else 0


def _chain(factors: list[Expr]) -> Expr:
    found = factors[0]
    for factor in factors[1:]:
        found = Call("*", (found, factor))
    return found


def _without_fractions(below: Expr, top: int) -> tuple[Ratio, Expr] | None:
    """A divisor times the number that clears its fractions, or cancels against what is above."""
    from slopecli.language import terms as sums

    content = sums.content(below)
    if content is None:
        return None
    scale = Ratio(content.denominator, gcd(content.numerator, top))
    return None if scale == Ratio(1) else (scale, sums.scaled(below, scale))


def total(terms: list[tuple[int, Expr]]) -> Expr:
    """The tidy sum: `terms.total`, which needs this module, as a term is a product."""
    from slopecli.language import terms as sums

    return sums.total(terms)
