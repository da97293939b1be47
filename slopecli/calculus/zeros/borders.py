"""Where a formula may stop being smooth: at zeros of simpler formulas, its borders.

The function table says for each row where it exists and where it is smooth, as comparisons of its
arguments; a border is where both sides of a comparison are equal. Between the borders of all its
parts a formula is smooth, or has no value at all.
"""

from slopecli.calculus.rules import named, rule
from slopecli.language.expr import Call, Expr, Num, letters, nodes, substitute
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.ratio import Ratio

_HALF = Call("/", (Num(1), Num(2)))
_STEPS = {"floor", "ceil", "trunc"}
_GAMMAS = {"gamma": 0, "digamma": 0, "factorial": 0, "polygamma": 1}


def borders(expr: Expr) -> list[Expr]:
    """Formulas that are 0 wherever a part of this one may not be smooth; inner parts first."""
    found: dict[Expr, None] = {}
    for node in nodes(expr):
        if type(node) is Call and node.args:
            for border in _of(node):
                if letters(border):
                    found[border] = None
    return list(found)


def _of(node: Call) -> list[Expr]:
    name, args = node.name, node.args
    if name in _STEPS or name in _GAMMAS:
        return [_whole(args[_GAMMAS.get(name, 0)])]
    if name == "round":
        return [_whole(Call("+", (args[0], _HALF)))]
    if name == "mod":
        return [args[1], _whole(Call("/", args))]
    if name in ("sinc", "atan2", "hypot"):
        return list(args)
    if name == "^":
        return _of_power(*args)
    row = ROWS[name]
    found: list[Expr] = []
    for condition in (row.exists, row.smooth):
        if condition:
            found += [substitute(each, named(list(args))) for each in _sides(rule(condition))]
    return found


def _of_power(base: Expr, exponent: Expr) -> list[Expr]:
    """Whole exponents from 0 on are smooth everywhere; others have a border where the base is 0."""
    if type(exponent) is Num and exponent.value.is_integer and Ratio(0) <= exponent.value:
        return []
    return [base]


def _whole(expr: Expr) -> Expr:
    """0 where the number is whole."""
    return Call("sin", (Call("*", (Call("pi"), expr)),))


def _sides(condition: Expr) -> list[Expr]:
    """For each comparison in a condition the difference of its sides."""
    found: list[Expr] = []
    stack = [condition]
    while stack:
        node = stack.pop()
        if type(node) is not Call:
            continue
        if node.name in ("and", "or"):
            stack += node.args
        elif node.name in TRUTH:
            one, two = node.args
            zero = type(two) is Num and not two.value
            found.append(one if zero else Call("-", (one, two)))
    return found
