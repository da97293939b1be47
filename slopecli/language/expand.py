"""Brackets multiplied out, where that makes a formula shorter: 2x(x - 1) - x^2 is x^2 - 2x."""

from slopecli.language.expr import Call, Expr, Var
from slopecli.language.factors import Factors
from slopecli.language.fractions import signed
from slopecli.language.terms import total

_TERMS = 12  # more than this are not multiplied out
_LONGEST = 2_000  # nodes


def expanded(expr: Expr) -> Expr:
    """The sum with the brackets in its terms multiplied out, if that is shorter; else as it is."""
    terms = signed(expr, _TERMS)
    if not 2 <= len(terms) <= _TERMS or not any(_sums(term) for _, term in terms):
        return expr
    parts: list[tuple[int, Expr]] = []
    for sign, term in terms:
        parts += [(sign * side, part) for side, part in _multiplied_out(term)]
        if len(parts) > 2 * _TERMS:
            return expr
    found = _by_degree(total(parts))
    size = _size(expr)
    return found if size <= _LONGEST and _size(found, size) < size else expr


def _by_degree(expr: Expr) -> Expr:
    """A polynomial in one letter with its highest power first; everything else as it is."""
    terms = signed(expr, _TERMS)
    degrees: list[int] = []
    seen: set[Expr] = set()
    for _, term in terms:
        factors = Factors().times(term)
        degree = 0
        for key, exponent in factors.powers.items():
            if type(key) is not Var or not isinstance(exponent, int):
                return expr
            seen.add(key)
            degree += exponent
        degrees.append(-degree)
    if len(seen) != 1 or degrees == sorted(degrees):
        return expr
    order = sorted(range(len(terms)), key=degrees.__getitem__)
    return total([terms[place] for place in order])


def _sums(term: Expr) -> list[Expr]:
    """The sums among the factors of a product."""
    found: list[Expr] = []
    stack = [term]
    while stack:
        node = stack.pop()
        if type(node) is Call:
            if node.name == "*":
                stack.extend(node.args)
            elif node.name in ("+", "-"):
                found.append(node)
    return found


def _multiplied_out(term: Expr) -> list[tuple[int, Expr]]:
    """The terms of a product of at most two sums and anything else."""
    sums = _sums(term)
    if not 1 <= len(sums) <= 2:
        return [(1, term)]
    rest = Factors().times(term)
    for each in sums:
        rest.over(each)
    parts = [(1, rest.product())]
    for each in sums:
        parts = [
            (sign * side, Factors().times(part).times(other).product())
            for sign, part in parts
            for side, other in signed(each, _TERMS)
        ]
    return parts


def _size(expr: Expr, most: int = _LONGEST) -> int:
    """How many nodes are written, roughly as many as characters; counted up to a limit."""
    count = 0
    stack = [expr]
    while stack and count <= most:
        node = stack.pop()
        count += 1
        if type(node) is Call:
            stack.extend(node.args)
    return count
