"""A normal form: formulas as fractions of polynomials in a few building blocks.

The blocks are the letters, the constants, and the functions of arguments that are brought to this
form themselves: e^x, sin x, cos x, ln x, roots. What is known of the blocks (sin^2 + cos^2 = 1, the
square of a root) is used; two formulas with the same form are equal wherever both have a value.
Not every equality is found; none is claimed that does not hold.
"""

from slopecli.calculus.rules import named, rule
from slopecli.language.expr import Call, Expr, Num, Var, nodes, substitute
from slopecli.language.factors import literal
from slopecli.language.functions import TRUTH
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

BLOCKS = 16  # different building blocks that are told apart
_PARTS = 12  # e^(x/12) is the block, so that e^(x/2) and e^(x/3) are powers of it
_PART = Ratio(1, _PARTS)
_HIGHEST = 400  # powers beyond it are left alone
_LONGEST = 400  # terms of a polynomial beyond which nothing is multiplied out
_TURNS = 8  # sin(8x) is still expanded in sin x and cos x
_SPELLED = {
    "sinh": "(exp(u) - exp(-u))/2",
    "cosh": "(exp(u) + exp(-u))/2",
    "tanh": "(exp(u) - exp(-u))/(exp(u) + exp(-u))",
    "coth": "(exp(u) + exp(-u))/(exp(u) - exp(-u))",
    "sech": "2/(exp(u) + exp(-u))",
    "csch": "2/(exp(u) - exp(-u))",
    "tan": "sin(u)/cos(u)",
    "cot": "cos(u)/sin(u)",
    "sec": "1/cos(u)",
    "csc": "1/sin(u)",
    "log": "ln(u)/ln(v)",
    "log10": "ln(u)/ln(10)",
    "log2": "ln(u)/ln(2)",
    "sigmoid": "1/(1 + exp(-u))",
    "sign": "u/abs(u)",
    "cbrt": "realpow(u, 1/3)",
    "sinc": "sin(u)/u",
    "tau": "2*pi",
}
_ODD = frozenset("asin atan asinh atanh erf".split())


class TooHardError(Exception):
    """The formula is too large to be brought to this form."""


def normal_difference_is_zero(one: Expr, other: Expr) -> bool:
    """Whether both formulas have the same form."""
    try:
        form = Form()
        if form.same(form.of(one), form.of(other)):
            return True
        units = form.common_units()
        if not units:
            return False
        form = Form(units)
        return form.same(form.of(one), form.of(other))
    except TooHardError:
        return False


def normal_difference_vanishes_on(one: Expr, other: Expr, equation: Expr) -> bool:
    """Whether two formulas are equal wherever the equation is 0.

    The numerator of their difference is a multiple of the equation's numerator.
    """
    try:
        form = Form()
        (above, below), (top, bottom) = form.of(one), form.of(other)
        curve = form.of(equation)[0]
        if curve.is_constant():
            return False
        difference = form._checked(above * bottom - top * below)
        return bool(divmod(difference, curve)[1] == form.zero)
    except TooHardError:
        return False


def linear(expr: Expr, parts: "Sequence[Expr]") -> "list[Ratio] | None":
    """The numbers beside the parts in a sum, and the number that is left; None where more is."""
    form = Form()
    try:
        blocks = [form.of(part)[0] for part in parts]
        above, below = form.of(expr)
    except TooHardError:
        return None
    found = []
    for block in (*blocks, form.one):
        (exponents,) = block.monoms()
        share = above[exponents] / below.leading_coefficient()
        found.append(_ratio(share))
        above -= block * above[exponents]
    return found if below.is_constant() and above == form.zero else None


class Form:
    """Fractions (numerator, denominator) over one set of building blocks.

    Raises TooHardError where a formula is too large, or no such fraction.
    """

    def __init__(self, units: "dict[Any, Ratio] | None" = None) -> None:
        import flint

        self.context = flint.fmpq_mpoly_ctx.get([f"b{k}" for k in range(BLOCKS)], "lex")
        self.one = self.context.constant(1)
        self.zero = self.context.constant(0)
        self.blocks: dict[Any, Any] = {}
        self.meanings: list[tuple[Any, ...]] = []  # of each block: a function and its fractions
        # For a block b, the power n and the fraction that b^n equals, the latest block first.
        self.relations: list[tuple[int, int, Any]] = []
        self.not_negative: set[Expr] = set()  # bases of even roots: odd ones of them are the same
        self.units = units or {}  # the angle that all angles of a kind are multiples of
        self.angles: dict[Any, set[Ratio]] = {}

    def common_units(self) -> "dict[Any, Ratio]":
        """For each kind of angle of which several were met, that of which all are multiples."""
        return {way: _unit(sizes) for way, sizes in self.angles.items() if len(sizes) > 1}

    def same(self, one: "Any", other: "Any") -> bool:
        """Whether the fractions are equal by what is known of the blocks."""
        return bool(self.reduced(one[0] * other[1] - other[0] * one[1]) == self.zero)

    def reduced(self, poly: "Any") -> "Any":
        """The polynomial by what is known of the blocks, times denominators of their arguments."""
        self._checked(poly)
        for place, power, value in reversed(self.relations):
            poly = self.replaced(poly, place, power, value)
        return poly

    def replaced(self, poly: "Any", place: int, power: int, value: "Any") -> "Any":
        """The polynomial with b^power replaced by a fraction, times what its denominator takes."""
        parts: dict[int, Any] = {}
        for exponents, coefficient in poly.to_dict().items():
            times, rest = divmod(exponents[place], power)
            left = (*exponents[:place], rest, *exponents[place + 1 :])
            parts.setdefault(times, {})[left] = coefficient
        highest = max(parts, default=0)
        if not highest:
            return poly
        above, below = value
        total = self.zero
        for times, terms in parts.items():
            part = self.context.from_dict(terms)
            total = self._checked(total + part * above**times * below ** (highest - times))
        return total

    def _checked(self, poly: "Any") -> "Any":
        if len(poly) > _LONGEST:
            raise TooHardError
        return poly

    def _block(self, key: "Any", *meaning: "Any") -> "Any":
        """The generator for this key; a new one where it is new."""
        known = self.blocks.get(key)
        if known is None:
            if len(self.blocks) == BLOCKS:
                raise TooHardError
            known = self.blocks[key] = self.context.gen(len(self.blocks))
            self.meanings.append(meaning)
        return known

    def _related(self, key: "Any", power: int, value: "Any", *meaning: "Any") -> "Any":
        """A block whose power is known."""
        new = key not in self.blocks
        block = self._block(key, *meaning)
        if new:
            self.relations.append((len(self.blocks) - 1, power, value))
        return block

    def of(self, expr: Expr) -> "Any":
        """The fraction that a formula is; numerator and denominator have no common factor."""
        found: dict[int, Any] = {}
        self.not_negative |= {
            node.args[0] for node in nodes(expr) if type(node) is Call and _is_even_root(node)
        }
        for node in nodes(expr):
            if type(node) is Num:
                value: Any = self._constant(node.value)
            elif type(node) is Var:
                value = self._block(node.name, node), self.one
            else:
                assert type(node) is Call
                value = self._call(node, [found[id(arg)] for arg in node.args])
            found[id(node)] = value
        return found[id(expr)]

    def _constant(self, value: Ratio) -> "Any":
        return self.context.constant(value.numerator), self.context.constant(value.denominator)

    def _call(self, node: Call, args: "list[Any]") -> "Any":
        name = node.name
        if name in _SPELLED:
            return self.of(substitute(rule(_SPELLED[name]), named([*node.args])))
        if name in ("+", "-"):
            return self._sum(args[0], args[1] if name == "+" else self._negative(args[1]))
        match name:
            case "*":
                return self._product(*args)
            case "/":
                return self._product(args[0], self._inverse(args[1]))
            case "neg":
                return self._negative(args[0])
            case "^" | "realpow":
                even = name == "^" or node.args[0] in self.not_negative
                return self._power("^" if even else name, *args)
            case "sqrt":
                return self._root(args[0], Ratio(1, 2))
            case "e":
                return self._exponential(self._constant(Ratio(1)))
            case "exp":
                return self._exponential(args[0])
            case "ln":
                return self._logarithm(args[0])
            case "sin" | "cos":
                return self._circular(args[0])[name == "cos"]
            case "abs":
                return self._size(args[0])
        return self._other(name, args)

    def _sum(self, one: "Any", other: "Any") -> "Any":
        if one[1] == other[1]:
            return self._lowest(one[0] + other[0], one[1])
        return self._lowest(one[0] * other[1] + other[0] * one[1], one[1] * other[1])

    def _product(self, one: "Any", other: "Any") -> "Any":
        return self._lowest(one[0] * other[0], one[1] * other[1])

    @staticmethod
    def _negative(value: "Any") -> "Any":
        return -value[0], value[1]

    def _inverse(self, value: "Any") -> "Any":
        if value[0] == self.zero:
            raise TooHardError
        return value[1], value[0]

    def _lowest(self, above: "Any", below: "Any") -> "Any":
        self._checked(above)
        if self._checked(below) == self.one:
            return above, below
        shared = above.gcd(below)
        above, below = above / shared, below / shared
        leading = below.leading_coefficient()
        return above / leading, below / leading

    def _raised(self, value: "Any", exponent: int) -> "Any":
        if exponent < 0:
            value, exponent = self._inverse(value), -exponent
        size = len(value[0]) + len(value[1])
        if exponent > _HIGHEST or (size > 2 and size**exponent > 10**9):
            raise TooHardError
        return self._checked(value[0] ** exponent), self._checked(value[1] ** exponent)

    def _power(self, name: str, base: "Any", exponent: "Any") -> "Any":
        exact = _number(exponent)
        if exact is not None:
            if exact.is_integer:
                return self._raised(base, exact.numerator)
            return self._root(base, exact) if name == "^" else self._real_root(base, exact)
        if base == self._exponential(self._constant(Ratio(1))):
            return self._exponential(exponent)
        return self._exponential(exponent, _key(base), base)

    def _root(self, base: "Any", exponent: Ratio) -> "Any":
        """base^(p/q), the base not negative; numbers are taken apart into primes."""
        exact = _number(base)
        if exact is not None and exact.numerator > 0:
            return self._root_of_number(exact, exponent)
        if base[0] == self.zero:
            return self._raised(base, 1 if exponent.numerator > 0 else -1)
        content = abs(_content(base))
        if content and content != Ratio(1):
            rest = self._product(base, self._constant(Ratio(1) / content))
            return self._product(
                self._root_of_number(content, exponent), self._root(rest, exponent)
            )
        side = _square_root(base)
        if side is not None:
            return self._root(self._size(side), exponent * Ratio(2))
        parts = exponent * Ratio(_PARTS)
        if not parts.is_integer:
            return self._block(("power", _key(base), exponent), "^", base, exponent), self.one
        block = self._related(("root", _key(base)), _PARTS, base, "^", base, _PART)
        return self._raised((block, self.one), parts.numerator)

    def _root_of_number(self, value: Ratio, exponent: Ratio) -> "Any":
        import flint

        parts = exponent * Ratio(_PARTS)
        if value.bits > 64 or not parts.is_integer:
            key = ("power", value, exponent)
            return self._block(key, "^", self._constant(value), exponent), self.one
        found = self._constant(Ratio(1))
        for number, sign in ((value.numerator, 1), (value.denominator, -1)):
            for prime, times in flint.fmpz(number).factor():
                whole, rest = divmod(parts.numerator * times * sign, _PARTS)
                found = self._product(found, self._raised(self._constant(Ratio(int(prime))), whole))
                if rest:
                    base = self._constant(Ratio(int(prime)))
                    block = self._related(("root", int(prime)), _PARTS, base, "^", base, _PART)
                    found = self._product(found, (block**rest, self.one))
        return found

    def _real_root(self, base: "Any", exponent: Ratio) -> "Any":
        degree = exponent.denominator
        key, part = ("real root", degree, _key(base)), Ratio(1, degree)
        block = self._related(key, degree, base, "realpow", base, part)
        return self._raised((block, self.one), exponent.numerator)

    def _exponential(self, exponent: "Any", key: "Any" = "e", base: "Any" = None) -> "Any":
        """base^exponent, one block for each term of the exponent; e where no base is given."""
        found = self._constant(Ratio(1))
        if exponent[0] == self.zero:
            return found
        for name, term, weight in self._terms(exponent):
            if base is not None and not name:
                factor = self._root(base, weight)
            else:
                parts = weight * Ratio(_PARTS)
                meaning = "exp", base, term
                if parts.is_integer and abs(parts.numerator) <= _HIGHEST:
                    block = self._block(("exponential", key, name), *meaning, _PART)
                    factor = self._raised((block, self.one), parts.numerator)
                else:
                    block = self._block(("exponential", key, name, weight), *meaning, weight)
                    factor = block, self.one
            found = self._product(found, factor)
        return found

    def _terms(self, value: "Any") -> "list[tuple[Any, Any, Ratio]]":
        """The terms of a fraction: each by its name, without its number, and the number."""
        above, below = value
        scale, name = Ratio(1), str(below)
        if below.is_constant():
            scale, name, below = _ratio(below.leading_coefficient()), "", self.one
        return [
            (
                (exponents, name) if any(exponents) or name else (),
                (self.context.from_dict({exponents: 1}), below),
                _ratio(coefficient) / scale,
            )
            for exponents, coefficient in above.to_dict().items()
        ]

    def _logarithm(self, value: "Any") -> "Any":
        """ln of a number by its primes; of c*u as ln c + ln u."""
        import flint

        exact = _number(value)
        content = _content(value) if exact is None else exact
        if content.numerator <= 0 or content.bits > 64:
            return self._block(("ln", _key(value)), "ln", value), self.one
        total = self.zero
        for number, sign in ((content.numerator, 1), (content.denominator, -1)):
            for prime, times in flint.fmpz(number).factor():
                ln = self._block(("ln", int(prime)), "ln", self._constant(Ratio(int(prime))))
                total = total + ln * (sign * int(times))
        if exact is None:
            rest = self._product(value, self._constant(Ratio(1) / content))
            total = total + self._block(("ln", _key(rest)), "ln", rest)
        return total, self.one

    def _circular(self, angle: "Any") -> "tuple[Any, Any]":
        """sin and cos of an angle, a whole multiple of what is common to the angles met."""
        if angle[0] == self.zero:
            return self._constant(Ratio(0)), self._constant(Ratio(1))
        content = _content(angle)
        way = _key(self._product(angle, self._constant(Ratio(1) / content)))
        self.angles.setdefault(way, set()).add(abs(content))
        turns = content / self.units.get(way, abs(content))
        if not turns.is_integer or abs(turns.numerator) > _TURNS:
            turns = Ratio(1 if content.numerator > 0 else -1)
        once = self._product(angle, self._constant(Ratio(1) / turns))
        key = _key(once)
        cosine = self._block(("cos", key), "cos", once)
        sine = self._related(("sin", key), 2, (1 - cosine**2, self.one), "sin", once)
        s, c = self.zero, self.one
        for _ in range(abs(turns.numerator)):
            s, c = s * cosine + c * sine, c * cosine - s * sine
        return (s if turns.numerator > 0 else -s, self.one), (c, self.one)

    def _size(self, value: "Any") -> "Any":
        content = _content(value)
        if not content:
            return value
        rest = self._product(value, self._constant(Ratio(1) / content))
        block = self._related(("abs", _key(rest)), 2, self._raised(rest, 2), "abs", rest)
        return self._product(self._constant(abs(content)), (block, self.one))

    def _other(self, name: str, args: "list[Any]") -> "Any":
        if name in ("if", "and", "or", "undefined") or name in TRUTH:
            raise TooHardError
        negative = name in _ODD and _content(args[0]).numerator < 0
        inside = [self._negative(arg) if negative else arg for arg in args]
        value = self._block((name, *map(_key, inside)), name, *inside), self.one
        return self._negative(value) if negative else value


def _is_even_root(node: Call) -> bool:
    if node.name != "^":
        return node.name == "sqrt"
    exponent = literal(node.args[1])
    return exponent is not None and not exponent.is_integer


def _key(value: "Any") -> tuple[str, str]:
    return str(value[0]), str(value[1])


def _number(value: "Any") -> Ratio | None:
    """The fraction's value where it is a number."""
    above, below = value
    if not (above.is_constant() and below.is_constant()):
        return None
    top, bottom = above.leading_coefficient(), below.leading_coefficient()
    return _ratio(top / bottom)


def _square_root(value: "Any") -> "Any":
    """What the fraction is the square of; None where it is no square."""
    from flint.utils.flint_exceptions import DomainError

    try:
        return value[0].sqrt(), value[1].sqrt()
    except DomainError:
        return None


def _ratio(value: "Any") -> Ratio:
    return Ratio(int(value.p), int(value.q))


def _content(value: "Any") -> Ratio:
    """The number in front: the leading coefficient's."""
    above, below = value
    if not above:
        return Ratio(0)
    return _ratio(above.leading_coefficient() / below.leading_coefficient())


def _unit(sizes: "set[Ratio]") -> Ratio:
    """The largest angle of which all are whole multiples."""
    from math import gcd, lcm

    below = lcm(*[size.denominator for size in sizes])
    return Ratio(gcd(*[size.numerator * (below // size.denominator) for size in sizes]), below)
