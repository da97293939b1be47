"""Formulas without poles whose zeros are those of f, f' and f''.

Each is brought to its normal form, a fraction of polynomials in x and a few building blocks, with
what both have in common cancelled; it is 0 where a factor of the numerator is. So no pole and no
0/0 is in the way of balls, what is 0 everywhere is seen to be, and few zeros are double ones.
"""

from contextlib import suppress

from slopecli.calculus.derive import derivative
from slopecli.calculus.normal_form import Form, TooHardError
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, letters, nodes
from slopecli.language.factors import number
from slopecli.language.powers import power
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_ONE = Num(1)
_ROOTS = ("^", "exp")  # of such blocks only powers matter: e^(2x) - 1 is not split in e^(x/12)
_LIKE_INSIDE = (
    "^",
    "realpow",
    "abs",
    "asin",
    "atan",
    "asinh",
    "atanh",
    "erf",
)  # 0 where their u is


def numerator(expr: Expr, variable: str, order: int) -> list[Expr] | None:
    """Formulas one of which is 0 wherever the derivative of this order is.

    Each may also be 0 where f has no value. None where the derivative is best taken as it is.
    """
    try:
        return _factors(_almost_everywhere(derivative(expr, variable, order)), variable)
    except (LimitError, TooHardError):
        return None


def _almost_everywhere(expr: Expr) -> Expr:
    """The formula as it is off the borders: if(x = 0, a, b) is b."""
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        found: Expr = node
        if type(node) is Call and node.args:
            parts = tuple([new[id(arg)] for arg in node.args])
            condition = parts[0]
            if node.name == "if" and type(condition) is Call and condition.name in ("=", "!="):
                found = parts[2 if condition.name == "=" else 1]
            elif any(part is not arg for part, arg in zip(parts, node.args, strict=True)):
                found = Call(node.name, parts)
        new[id(node)] = found
    return new[id(expr)]


def _factors(expr: Expr, variable: str) -> list[Expr]:
    """The factors of the numerator, in sin(x) and sin(2x) or all in sin(x): the plainer ones."""
    form = Form()
    found = _factors_in(form, expr, variable)
    units = form.common_units()
    if units:
        with suppress(TooHardError):
            found = min(found, _factors_in(Form(units), expr, variable), key=_length)
    return found


def _factors_in(form: Form, expr: Expr, variable: str) -> list[Expr]:
    above = form.of(expr)[0]
    reduced = form.reduced(above)
    if reduced == form.zero:
        return [Num(0)]
    spelled = _Spelled(form)
    alike = [above, reduced, _in_sines(form, reduced)]
    ways = [list(dict.fromkeys(spelled.factors(way))) for way in alike]
    plainest = min(ways, key=_length)
    return [each for each in plainest if variable in letters(each)] or [_ONE]


def _length(factors: list[Expr]) -> int:
    """The parts of the longest factor."""
    return max([len(nodes(each)) for each in factors], default=0)


def _in_sines(form: Form, poly: "Any") -> "Any":
    """The polynomial with 1 - sin^2 for cos^2; the sine of an angle comes after its cosine."""
    for place, _, _ in form.relations:
        if form.meanings[place][0] == "sin":
            square = 1 - form.context.gen(place) ** 2
            poly = form.replaced(poly, place - 1, 2, (square, form.one))
    return poly


class _Spelled:
    """Polynomials in the blocks of a form as formulas again."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def factors(self, poly: "Any") -> "Iterator[Expr]":
        """Formulas that are 0, one or the other, where the polynomial is."""
        for place, _, (square, _) in self.form.relations:
            if self.form.meanings[place][0] == "sin":  # (1 - cos u)(1 + cos u) has double zeros
                rest, left = divmod(poly, square)
                while left == self.form.zero:
                    poly = rest
                    yield self._power(place, 1)
                    rest, left = divmod(poly, square)
        flat, strides = self._flattened(poly)
        for factor, _ in flat.factor()[1]:
            used = [place for place, degree in enumerate(factor.degrees()) if degree]
            if len(used) == len(factor) == 1:
                yield from self._alone(used[0])
            else:
                yield self._tangent(used, factor) or self.sum(factor.inflate(strides))

    def _flattened(self, poly: "Any") -> "tuple[Any, list[int]]":
        """The polynomial in the powers of roots that occur, and which these are."""
        flat, strides = poly.deflation()
        names = [meaning[0] for meaning in self.form.meanings]
        roots = [place < len(names) and names[place] in _ROOTS for place in range(len(strides))]
        other = [1 if root else stride for root, stride in zip(roots, strides, strict=True)]
        return flat.inflate(other), [
            stride if root else 1 for root, stride in zip(roots, strides, strict=True)
        ]

    def _alone(self, place: int) -> "Iterator[Expr]":
        """A block as a factor."""
        name, *parts = self.form.meanings[place]
        if name in _LIKE_INSIDE:
            yield from self.factors(parts[0][0])
        elif name == "ln":
            above, below = parts[0]
            yield from self.factors(above - below)
        elif name != "exp":  # which is never 0
            yield self._power(place, 1)

    def _tangent(self, used: list[int], poly: "Any") -> Expr | None:
        """1 - cos u is 0 where sin(u/2) is, but does not cross the axis there."""
        name, *parts = self.form.meanings[used[0]]
        terms = list(poly.to_dict().values())
        if len(used) > 1 or name not in ("sin", "cos") or poly.total_degree() > 1:
            return None
        if abs(terms[0]) != abs(terms[1]):
            return None
        opposite = terms[0] == -terms[1]
        half = Call("/", (self._fraction(parts[0]), Num(2)))
        if name == "sin":
            quarter = Call("/", (Call("pi"), Num(4)))
            return Call("sin", (Call("-" if opposite else "+", (half, quarter)),))
        return Call("sin" if opposite else "cos", (half,))

    def _fraction(self, value: "Any") -> Expr:
        above, below = map(self.sum, value)
        return above if below == _ONE else Call("/", (above, below))

    def sum(self, poly: "Any") -> Expr:
        """The polynomial as (a x + b) x + c, so that balls stay narrow; the same in each block."""
        return self._by_powers([*poly.to_dict().items()], 0)

    def _by_powers(self, terms: "list[tuple[tuple[int, ...], Any]]", place: int) -> Expr:
        while place < len(self.form.meanings) and not any(powers[place] for powers, _ in terms):
            place += 1
        if place == len(self.form.meanings):
            return number(int(terms[0][1].p), int(terms[0][1].q)) if terms else Num(0)
        parts: dict[int, list[Any]] = {}
        for powers, coefficient in terms:
            parts.setdefault(powers[place], []).append((powers, coefficient))
        found: Expr | None = None
        highest = sorted(parts, reverse=True)
        for times, less in zip(highest, [*highest[1:], 0], strict=True):
            part = self._by_powers(parts[times], place + 1)
            found = part if found is None else Call("+", (found, part))
            if times > less:
                block = self._power(place, times - less)
                found = block if found == _ONE else Call("*", (found, block))
        assert found is not None
        return found

    def _power(self, place: int, times: int) -> Expr:
        """A block, multiplied by itself so many times."""
        name, *parts = self.form.meanings[place]
        if name in ("^", "realpow"):
            base, exponent = parts
            return Call(name, (self._fraction(base), _number(exponent * Ratio(int(times)))))
        if name == "exp":
            base, term, weight = parts
            weight = weight * Ratio(int(times))
            exponent = self._fraction(term)
            if weight != Ratio(1):
                exponent = Call("*", (_number(weight), exponent))
            return Call("^", (Call("e") if base is None else self._fraction(base), exponent))
        block = Call(name, tuple(map(self._fraction, parts))) if type(name) is str else name
        return block if times == 1 else power(block, Num(int(times)))


def _number(value: Ratio) -> Expr:
    return number(value.numerator, value.denominator)
