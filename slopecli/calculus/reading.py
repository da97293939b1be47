"""What a formula says before it is derived: plain numbers worked out, and what moves."""

from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.factors import literal
from slopecli.language.functions import TRUTH
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

_ARITHMETIC = frozenset({"+", "-", "*", "/", "^"})


def read(order: list[Expr], variable: str) -> tuple[dict[int, Expr], set[int]]:
    """The tidy form of each node, and which nodes depend on the variable; keyed by `id`."""
    values: dict[int, Expr] = {}
    depends: set[int] = set()
    changed: set[int] = set()
    plain: dict[int, Ratio] = {}  # exact numbers, also as fractions and with a minus
    for node in order:
        key = id(node)
        values[key] = node
        if type(node) is Var:
            if node.name == variable:
                depends.add(key)
        elif type(node) is Num:
            plain[key] = node.value
        elif type(node) is Call and node.args:
            name = node.name
            keys = [id(arg) for arg in node.args]
            if not depends.isdisjoint(keys):
                depends.add(key)
            elif plain.keys() >= set(keys):
                if name not in TRUTH:
                    found = _worked_out(name, [values[each] for each in keys])
                    value = literal(found)
                    if value is not None:
                        plain[key] = value
                    if found != node:  # 1/2 is worked out, and the same
                        values[key] = found
                        changed.add(key)
                continue
            if not changed.isdisjoint(keys) or (name in _ARITHMETIC and _has_unit(node)):
                values[key] = call(name, *[values[each] for each in keys])
                changed.add(key)
    return values, depends


def _worked_out(name: str, args: list[Expr]) -> Expr:
    """An operator or function of plain numbers."""
    if len(args) == 2 and name in _ARITHMETIC:
        one, two = args
        if type(one) is Num and type(two) is Num:
            u, v = one.value, two.value
            if u.denominator == 1 == v.denominator:  # the usual case, without the general means
                if name == "*":
                    return Num(u * v)
                if name == "+":
                    return Num(u + v)
    return call(name, *args)


def _has_unit(node: Call) -> bool:
    """Whether an argument is 0 or 1, so that the node is not tidy."""
    for arg in node.args:
        if type(arg) is Num:
            value = arg.value
            if value.denominator == 1 and 0 <= value.numerator <= 1:
                return True
    return False
