"""Tree to Unicode for a terminal: x², √, π, and fractions on several lines.

A box is a rectangle of text with the line that its neighbours align with. Brackets follow from the
binding powers in the function table, as in text.py.
"""

from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS
from slopecli.language.text import decimal, text
from slopecli.wording import tell

_ATOM = 100
_PRODUCT = ROWS["*"].infix
_POWER = ROWS["^"].infix
_LARGEST = 5_000  # nodes: a picture of more fits no terminal
_SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠", "-": "-"}
_CONSTANTS = {"pi": "π", "tau": "τ", "phi": "φ"}
_RAISED = dict(zip("0123456789-+()nxtabckm", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁽⁾ⁿˣᵗᵃᵇᶜᵏᵐ", strict=True))
_BRACKETS = {"(": "⎛⎜⎝", ")": "⎞⎟⎠", "|": "│││"}


class _Box:
    """Lines of equal width; `base` is the line on which the formula stands."""

    __slots__ = ("base", "first", "last", "lines", "power")

    def __init__(self, lines: list[str], base: int, power: int, first: str, last: str) -> None:
        self.lines = lines
        self.base = base
        self.power = power
        self.first = first
        self.last = last

    @property
    def width(self) -> int:
        return len(self.lines[0])


def pretty(expr: Expr) -> str:
    """The formula on one or more lines.

    >>> from slopecli.language.parser import parse
    >>> print(pretty(parse("x^2 sin(2x)")))
    x²·sin(2x)
    """
    order = nodes(expr)
    if len(order) > _LARGEST:
        raise LimitError(
            tell(
                "The formula has more than {most} parts, too many for a picture.",
                most=f"{_LARGEST:,}",
            )
        )
    boxes: dict[int, _Box] = {}
    for node in order:
        boxes[id(node)] = _box(node, boxes)
    return "\n".join([line.rstrip() for line in boxes[id(expr)].lines])


def _box(node: Expr, boxes: dict[int, _Box]) -> _Box:
    if type(node) is Num:
        return _line(decimal(node.value), "number")
    if type(node) is Var:
        return _line(node.name, "letter" if len(node.name) == 1 else "name")
    assert type(node) is Call
    args = [boxes[id(arg)] for arg in node.args]
    name = node.name
    row = ROWS[name]
    if not args:
        return _line(_CONSTANTS.get(name, name), "letter")
    if name == "/":
        return _fraction(*args)
    if name in ("^", "realpow"):
        return _raised(args[0], node.args[1])
    if name == "neg":
        inner = args[0]
        if inner.power < _PRODUCT or inner.first == "minus" or inner.last == "fraction":
            inner = inner if inner.last == "fraction" and inner.power >= _PRODUCT else _group(inner)
        return _beside([_line("-"), inner], _PRODUCT, "minus", inner.last)
    if name == "*":
        return _product(*args)
    if name == "factorial":
        inner = args[0] if args[0].power == _ATOM and args[0].last != "call" else _group(args[0])
        return _beside([inner, _line("!")], row.postfix, inner.first, "power")
    if row.infix:
        return _infix(name, *args)
    if name == "abs":
        return _group(args[0], "|", "|")
    if name in ("sqrt", "cbrt"):
        inner = args[0] if args[0].last in ("letter", "number") else _group(args[0])
        if inner.power < _ATOM:
            inner = _group(args[0])
        return _beside([_line("√" if name == "sqrt" else "∛"), inner], _ATOM, "call", "call")
    parts: list[_Box] = []
    for arg in args:
        parts += [_line(", "), arg] if parts else [arg]
    inside = _group(_beside(parts, 0, "call", "call"))
    return _beside([_line(name), inside], _ATOM, "call", "call")


def _line(string: str, kind: str = "call") -> _Box:
    return _Box([string], 0, _ATOM, kind, kind)


def _beside(boxes: list[_Box], power: int, first: str, last: str) -> _Box:
    """Boxes side by side, aligned on their base lines."""
    above = max([box.base for box in boxes])
    below = max([len(box.lines) - box.base for box in boxes])
    lines = [""] * (above + below)
    for box in boxes:
        blank = " " * box.width
        for place in range(above + below):
            row = place - above + box.base
            lines[place] += box.lines[row] if 0 <= row < len(box.lines) else blank
    return _Box(lines, above, power, first, last)


def _group(inner: _Box, left: str = "(", right: str = ")") -> _Box:
    """Brackets as tall as what they hold."""
    kind = "group" if left == "(" else "call"
    if len(inner.lines) == 1:
        return _Box([left + inner.lines[0] + right], 0, _ATOM, kind, kind)
    size = len(inner.lines)
    lines = []
    for place, line in enumerate(inner.lines):
        part = 0 if place == 0 else 2 if place == size - 1 else 1
        lines.append(_BRACKETS[left][part] + line + _BRACKETS[right][part])
    return _Box(lines, inner.base, _ATOM, kind, kind)


def _fraction(above: _Box, below: _Box) -> _Box:
    width = max(above.width, below.width) + 2
    lines = [line.center(width) for line in above.lines]
    lines.append("─" * width)
    lines += [line.center(width) for line in below.lines]
    return _Box(lines, len(above.lines), _PRODUCT + 1, "fraction", "fraction")


def _raised(base: _Box, exponent: Expr) -> _Box:
    if base.power < _ATOM or base.last == "power" or base.first == "fraction":
        base = _group(base)
    typed = text(exponent)
    if set(typed) <= _RAISED.keys() and len(typed) <= 6:
        small = _line("".join([_RAISED[letter] for letter in typed]))
    else:
        bare = type(exponent) is not Call or not exponent.args
        small = _line(f"^{typed}" if bare else f"^({typed})")
    return _beside([base, small], _POWER, base.first, "power")


def _product(left: _Box, right: _Box) -> _Box:
    if left.power < _PRODUCT or left.first == "minus":
        left = _group(left)
    if right.power <= _PRODUCT or right.first == "minus":
        right = _group(right)
    glued = left.last == "number" and right.first in ("letter", "group") and left.lines != ["0"]
    glued = glued or (left.last == "letter" and right.first == "group")
    parts = [left, right] if glued else [left, _line("·"), right]
    return _beside(parts, _PRODUCT, left.first, right.last)


def _infix(name: str, left: _Box, right: _Box) -> _Box:
    power = ROWS[name].infix
    if left.power < power:
        left = _group(left)
    if right.power <= power or (right.first == "minus" and power >= ROWS["+"].infix):
        right = _group(right)
    sign = _line(f" {_SIGNS.get(name, name)} ")
    return _beside([left, sign, right], power, left.first, right.last)
