"""A sum taken apart into its terms, like ones collected; put together tidily."""

from math import gcd, lcm

from slopecli.language.expr import Call, Expr, Num
from slopecli.language.factors import ZERO, Factors
from slopecli.language.fractions import cancelled
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    Key = Expr | tuple[tuple[Expr, ...], tuple[Expr, ...]]
    Parts = tuple[int, int, bool, list[Expr], list[Expr]]

_TWO = Num(2)
_JOINED = 8  # terms over one divisor; more are left alone


class _Term:
    """A number times something; `whole` is the term as it came, until a like one joins it.

    Its factors above and below the fraction's line stand in the order in which they came.
    """

    __slots__ = ("above", "below", "bottom", "decimal", "sign", "top", "whole")

    def __init__(self, sign: int, whole: Expr, parts: "Parts") -> None:
        self.sign = sign
        self.whole: Expr | None = whole
        self.top, self.bottom, self.decimal, self.above, self.below = parts

    @property
    def ratio(self) -> Ratio:
        """The number in front."""
        return Ratio(self.top, self.bottom)


def total(terms: list[tuple[int, Expr]]) -> Expr:
    """The tidy sum of the terms, each with a sign; sums among them are opened, in any depth."""
    return _total([(sign, 1, node) for sign, node in reversed(terms)])


def scaled(expr: Expr, ratio: Ratio) -> Expr:
    """The sum with each of its terms multiplied by a fraction."""
    return _total([(ratio.numerator, ratio.denominator, expr)])


def content(expr: Expr) -> Ratio | None:
    """The greatest fraction that divides the number of each term; None where one is a decimal."""
    above, below = 0, 1
    stack = [expr]
    while stack:
        node = stack.pop()
        if type(node) is Call and node.name in ("+", "-", "neg"):
            stack.extend(node.args)
            continue
        top, bottom, decimal, _, _ = split(node)
        if decimal:
            return None
        value = Ratio(top, bottom)
        above, below = gcd(above, value.numerator), lcm(below, value.denominator)
    return Ratio(above, below) if above else None


def _total(stack: list[tuple[int, int, Expr]]) -> Expr:
    found: dict[Key, _Term] = {}
    while stack:
        top, bottom, node = stack.pop()
        if type(node) is Call:
            name = node.name
            if name == "+" or name == "-":
                stack.append((top if name == "+" else -top, bottom, node.args[1]))
                stack.append((top, bottom, node.args[0]))
                continue
            if name == "neg":
                stack.append((-top, bottom, node.args[0]))
                continue
            if name == "*" or name == "/":
                opened = _multiple_of_sum(node)
                if opened is not None:  # 2(x + 1) + 3 is 2x + 5
                    ratio, inner = opened
                    stack.append((top * ratio.numerator, bottom * ratio.denominator, inner))
                    continue
        elif type(node) is Num and not node.value:
            continue
        _collect(found, top, bottom, node)
    if len(found) > 1:
        _join_squares(found)
        _join_fractions(found)
    return _sum(found)


def _multiple_of_sum(node: Call) -> tuple[Ratio, Expr] | None:
    """The fraction and the sum, where the node is a plain fraction times a sum."""
    one, two = node.args
    if node.name == "*":
        if type(one) is Num and one.value.denominator == 1 and _is_sum(two):
            return one.value, two
    elif type(two) is Num and two.value.numerator and two.value.denominator == 1:
        if _is_sum(one):
            return Ratio(1) / two.value, one
        if type(one) is Call and one.name == "*":
            inner = _multiple_of_sum(one)
            if inner is not None:
                return inner[0] / two.value, inner[1]
    return None


def _is_sum(expr: Expr) -> bool:
    return type(expr) is Call and expr.name in ("+", "-")


def _collect(found: "dict[Key, _Term]", top: int, bottom: int, node: Expr) -> None:
    term = _Term(1 if top > 0 else -1, node, split(node))
    term.top *= top
    term.bottom *= bottom
    key = like(term.above, term.below)
    known = found.get(key)
    if known is not None:
        _rewrite(known, known.ratio + term.ratio)
        known.decimal = known.decimal or term.decimal
        return
    found[key] = term
    if bottom != 1 or not -1 <= top <= 1:
        _rewrite(term, term.ratio)


def _rewrite(term: _Term, value: Ratio) -> None:
    term.whole = None
    term.sign = 1 if value.numerator >= 0 else -1
    term.top, term.bottom = value.numerator, value.denominator


_SQUARES = {"sin": ("cos", 1), "cosh": ("sinh", -1)}


def _join_squares(found: "dict[Key, _Term]") -> None:
    """sin^2 + cos^2 is 1 and cosh^2 - sinh^2 is 1, also when both are multiplied by the same."""
    for one in list(found.values()):
        for place, factor in enumerate(one.above):
            if type(factor) is not Call or factor.name != "^":
                continue
            inner = factor.args[0]
            if type(inner) is not Call or inner.name not in _SQUARES or factor.args[1] != _TWO:
                continue
            partner, sign = _SQUARES[inner.name]
            other = Call("^", (Call(partner, inner.args), _TWO))
            rest = one.above[:place] + one.above[place + 1 :]
            two = found.get(like([*rest, other], one.below))
            if two is None or one is two or not one.top:
                continue
            if one.ratio == Ratio(sign * two.top, two.bottom):
                whole = _times(one, rest)
                one.top = two.top = 0
                _collect(found, 1, 1, whole)


def _join_fractions(found: "dict[Key, _Term]") -> None:
    """Look for terms over the same divisor that cancel it together."""
    fractions = [(key[1], term) for key, term in found.items() if type(key) is tuple and key[1]]
    if len(fractions) < 2:
        return
    groups: dict[tuple[Expr, ...], list[_Term]] = {}
    for below, term in fractions:
        if term.top and not term.decimal:
            groups.setdefault(below, []).append(term)
    for terms in groups.values():
        if 2 <= len(terms) <= _JOINED:
            whole = cancelled([(term.ratio, term.above) for term in terms], terms[0].below)
            if whole is not None:
                for term in terms:
                    term.top = 0
                _collect(found, 1, 1, whole)


def split(node: Expr) -> "Parts":
    """The number in front of a term, and the factors above and below the fraction's line."""
    if type(node) is Num:
        value = node.value
        return value.numerator, value.denominator, value.denominator != 1, [], []
    if type(node) is not Call or node.name not in ("*", "/"):
        return 1, 1, False, [node], []
    top = bottom = 1
    decimal = False
    above: list[Expr] = []
    below: list[Expr] = []
    stack: list[tuple[Expr, bool]] = [(node, True)]
    while stack:
        part, upper = stack.pop()
        if type(part) is Num and (upper or part.value):
            value = part.value
            decimal = decimal or value.denominator != 1
            if upper:
                top, bottom = top * value.numerator, bottom * value.denominator
            else:
                top, bottom = top * value.denominator, bottom * value.numerator
        elif type(part) is Call and part.name in ("*", "/"):
            stack.append((part.args[1], upper if part.name == "*" else not upper))
            stack.append((part.args[0], upper))
        elif type(part) is Call and part.name == "neg":
            top = -top
            stack.append((part.args[0], upper))
        else:
            (above if upper else below).append(part)
    return top, bottom, decimal, above, below


def like(above: list[Expr], below: list[Expr]) -> "Key":
    """What is the same for like terms, in whatever order their factors came."""
    if len(above) == 1 and not below:
        return above[0]
    return tuple(sorted(above, key=hash)), tuple(sorted(below, key=hash))


def _sum(found: "dict[Key, _Term]") -> Expr:
    result: Expr | None = None
    terms = [term for term in found.values() if term.top]
    if len(terms) == 2 and terms[0].sign < 0 < terms[1].sign:
        terms.reverse()  # 2x - sin(x) reads better than -sin(x) + 2x
    for term in terms:
        part = term.whole
        if part is None:
            term.top = abs(term.top)
            part = _times(term, term.above)
        if result is None:
            result = part if term.sign > 0 else Call("neg", (part,))
        else:
            result = Call("+" if term.sign > 0 else "-", (result, part))
    return ZERO if result is None else result


def _times(term: _Term, above: list[Expr]) -> Expr:
    """The number in front of a term times these factors, over those below its line."""
    product = Factors(term.top, term.bottom, term.decimal)
    for factor in above:
        product.times(factor)
    for factor in term.below:
        product.over(factor)
    return product.product()
