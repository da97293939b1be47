"""Tree to MathML, which browsers set themselves: for pages that work without a network.

Brackets follow from the binding powers in the function table, as in text.py. A fraction's line, a
root sign and a raised exponent are brackets themselves.
"""

from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS
from slopecli.language.text import decimal
from slopecli.wording import tell

_ATOM = 100
_PRODUCT = ROWS["*"].infix
_POWER = ROWS["^"].infix
_SIGNS = {
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "<": "&lt;",
    ">": "&gt;",
    "-": "−",
    "and": "∧",
    "or": "∨",
}
_CONSTANTS = {"pi": "π", "e": "e", "tau": "τ", "phi": "φ"}
_FENCES = {"abs": ("|", "|"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}
_TIMES = "<mo>&#8290;</mo>"  # invisible times
_APPLY = "<mo>&#8289;</mo>"  # invisible function application


class _Set:
    """A part as MathML: how tightly it binds, and whether it begins with a digit or a minus."""

    __slots__ = ("code", "first", "last", "power")

    def __init__(self, code: str, power: int = _ATOM, first: str = "", last: str = "") -> None:
        self.code = code
        self.power = power
        self.first = first
        self.last = last or first


def mathml(expr: Expr) -> str:
    """The formula as a `math` element.

    >>> from slopecli.language.parser import parse
    >>> print(mathml(parse("x/2")))
    <math displaystyle="true"><mfrac><mi>x</mi><mn>2</mn></mfrac></math>
    """
    done: dict[int, _Set] = {}
    for node in nodes(expr):
        done[id(node)] = _part(node, done)
    return f'<math displaystyle="true">{done[id(expr)].code}</math>'


def _part(node: Expr, done: dict[int, _Set]) -> _Set:
    if type(node) is Num:
        return _number(decimal(node.value))
    if type(node) is Var:
        return _Set(f"<mi>{_escaped(node.name)}</mi>")
    assert type(node) is Call
    args = [done[id(arg)] for arg in node.args]
    known = _KNOWN.get(node.name)
    if known is not None:
        return known(args)
    row = ROWS[node.name]
    if not args:
        return _Set(f"<mi>{_CONSTANTS.get(node.name, node.name)}</mi>")
    if row.infix:
        return _infix(node.name, args)
    if node.name in _FENCES:
        return _Set(_fenced(args[0], *_FENCES[node.name]))
    inside = "<mo>,</mo>".join([arg.code for arg in args])
    return _Set(f"<mi>{_escaped(node.name)}</mi>{_APPLY}{_fenced(_Set(inside))}", first="call")


def _number(digits: str) -> _Set:
    mantissa, _, power = digits.partition("e")
    if not power:
        return _Set(f"<mn>{digits}</mn>", first="number")
    sign, size = ("<mo>−</mo>", power[1:]) if power[0] == "-" else ("", power)
    tens = f"<msup><mn>10</mn><mrow>{sign}<mn>{size}</mn></mrow></msup>"
    if mantissa == "1":
        return _Set(tens, _POWER, "number")
    return _Set(f"<mn>{mantissa}</mn><mo>·</mo>{tens}", _PRODUCT, "number")


def _escaped(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fenced(inside: _Set, left: str = "(", right: str = ")") -> str:
    return f"<mrow><mo>{left}</mo>{inside.code}<mo>{right}</mo></mrow>"


def _group(part: _Set) -> _Set:
    return _Set(_fenced(part), first="group")


def _row(part: _Set) -> str:
    return f"<mrow>{part.code}</mrow>" if part.power < _ATOM else part.code


def _infix(name: str, args: list[_Set]) -> _Set:
    power = ROWS[name].infix
    left, right = args
    if left.power < power:
        left = _group(left)
    if right.power <= power or right.first == "minus":
        right = _group(right)
    sign = _SIGNS.get(name, name)
    return _Set(f"{left.code}<mo>{sign}</mo>{right.code}", power, left.first, right.last)


def _negative(args: list[_Set]) -> _Set:
    inner = args[0]
    if inner.power < _PRODUCT or inner.first == "minus":
        inner = _group(inner)
    return _Set(f"<mo>−</mo>{inner.code}", _PRODUCT, "minus", inner.last)


def _product(args: list[_Set]) -> _Set:
    left, right = args
    if left.power < _PRODUCT or left.first == "minus":
        left = _group(left)
    if right.power <= _PRODUCT or right.first == "minus":
        right = _group(right)
    dot = right.first == "number" or (left.last == "number" and right.first == "fraction")
    between = "<mo>·</mo>" if dot else _TIMES
    return _Set(f"{left.code}{between}{right.code}", _PRODUCT, left.first, right.last)


def _quotient(args: list[_Set]) -> _Set:
    above, below = (_row(arg) for arg in args)
    return _Set(f"<mfrac>{above}{below}</mfrac>", _PRODUCT + 1, "fraction")


def _raised(args: list[_Set]) -> _Set:
    base, exponent = args
    if base.power <= _POWER or base.first in ("call", "fraction"):
        base = _group(base)
    return _Set(f"<msup>{_one(base)}{_row(exponent)}</msup>", _POWER, base.first)


def _one(part: _Set) -> str:
    return f"<mrow>{part.code}</mrow>"


def _root(args: list[_Set]) -> _Set:
    return _Set(f"<msqrt>{args[0].code}</msqrt>")


def _cube_root(args: list[_Set]) -> _Set:
    return _Set(f"<mroot>{_one(args[0])}<mn>3</mn></mroot>")


def _factorial(args: list[_Set]) -> _Set:
    inner = args[0] if args[0].power == _ATOM and args[0].first != "call" else _group(args[0])
    return _Set(f"{inner.code}<mo>!</mo>", ROWS["factorial"].postfix, inner.first)


def _branches(args: list[_Set]) -> _Set:
    condition, then, otherwise = (arg.code for arg in args)
    lines = [
        (then, f"<mtext>{tell('if')}&#160;</mtext>{condition}"),
        (otherwise, f"<mtext>{tell('otherwise')}</mtext>"),
    ]
    table = "".join([f"<mtr><mtd>{value}</mtd><mtd>{when}</mtd></mtr>" for value, when in lines])
    return _Set(f'<mrow><mo stretchy="true">{{</mo><mtable>{table}</mtable></mrow>')


_KNOWN = {
    "neg": _negative,
    "*": _product,
    "/": _quotient,
    "^": _raised,
    "realpow": _raised,
    "sqrt": _root,
    "cbrt": _cube_root,
    "factorial": _factorial,
    "if": _branches,
}
