"""A sum taken apart into its terms, like ones collected; put together tidily."""

from slopecli.language.expr import Call, Expr, Num
from slopecli.language.factors import ZERO, Factors
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    Key = Expr | tuple[tuple[Expr, ...], tuple[Expr, ...]]


class _Term:
    """A number times something; `whole` is the term as it came, until a like one joins it."""

    __slots__ = ("bottom", "decimal", "sign", "top", "whole")

    def __init__(self, sign: int, whole: Expr, top: int, bottom: int, decimal: bool) -> None:
        self.sign = sign
        self.whole: Expr | None = whole
        self.top = top
        self.bottom = bottom
        self.decimal = decimal


def total(terms: list[tuple[int, Expr]]) -> Expr:
    """The tidy sum of the terms, each with a sign; sums among them are opened, in any depth."""
    found: dict[Key, _Term] = {}
    stack = terms[::-1]
    while stack:
        sign, node = stack.pop()
        if type(node) is Call:
            name = node.name
            if name == "+" or name == "-":
                stack.append((sign if name == "+" else -sign, node.args[1]))
                stack.append((sign, node.args[0]))
                continue
            if name == "neg":
                stack.append((-sign, node.args[0]))
                continue
        elif type(node) is Num and not node.value:
            continue
        _collect(found, sign, node)
    return _sum(found)


def _collect(found: "dict[Key, _Term]", sign: int, node: Expr) -> None:
    top, bottom, decimal, key = _split(node)
    known = found.get(key)
    if known is None:
        found[key] = _Term(sign, node, sign * top, bottom, decimal)
    else:
        value = Ratio(known.top, known.bottom) + Ratio(sign * top, bottom)
        known.whole = None
        known.sign = 1 if value.numerator >= 0 else -1
        known.top, known.bottom = value.numerator, value.denominator
        known.decimal = known.decimal or decimal


def _split(node: Expr) -> "tuple[int, int, bool, Key]":
    """The number in front of a term, and the rest in a form that is the same for like terms."""
    if type(node) is Num:
        value = node.value
        return value.numerator, value.denominator, value.denominator != 1, ((), ())
    if type(node) is not Call or node.name not in ("*", "/"):
        return 1, 1, False, node
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
    if len(above) == 1 and not below:
        return top, bottom, decimal, above[0]
    above.sort(key=hash)
    below.sort(key=hash)
    return top, bottom, decimal, (tuple(above), tuple(below))


def _sum(found: "dict[Key, _Term]") -> Expr:
    result: Expr | None = None
    for key, term in found.items():
        if not term.top:
            continue
        part = term.whole
        if part is None:
            part = _times(abs(term.top), term.bottom, term.decimal, key)
        if result is None:
            result = part if term.sign > 0 else Call("neg", (part,))
        else:
            result = Call("+" if term.sign > 0 else "-", (result, part))
    return ZERO if result is None else result


def _times(top: int, bottom: int, decimal: bool, key: "Key") -> Expr:
    product = Factors(top, bottom, decimal)
    if not isinstance(key, tuple):
        return product.times(key).product()
    for factor in key[0]:
        product.times(factor)
    for factor in key[1]:
        product.over(factor)
    return product.product()
