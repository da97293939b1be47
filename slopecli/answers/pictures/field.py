"""F over a box of the plane, all of it at once, and at single points.

A ball that holds all x and all y of a box gives a ball that holds every F there. Where that does
not hold 0, there is no curve F = 0.
"""

from math import hypot, inf

from slopecli.calculus.balls import HALF, Balls
from slopecli.calculus.comparing.tape import Tape
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, Undecided, Undefined, evaluate
from slopecli.calculus.zeros.quotients import Fraction
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, letters, nodes
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

FINEST = 48  # halvings of the window: the grid on which boxes lie
# A little more than the window, so that corners of boxes do not meet the round numbers where curves
# cross themselves.
_BEYOND = (0.00731, 0.01127, 0.00893, 0.01351)

EMPTY, SMOOTH, STEADY, OPEN = "empty", "smooth", "steady", "open"


class Window:
    """The part of the plane that is seen."""

    __slots__ = ("high", "left", "low", "right")

    def __init__(self, left: float, right: float, low: float, high: float) -> None:
        self.left = left
        self.right = right
        self.low = low
        self.high = high

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From low to high."""
        return self.high - self.low

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is seen."""
        return self.left <= x <= self.right and self.low <= y <= self.high


class Box:
    """A square of the grid: its corner, its size in units of the grid, what is known of it.

    `kind` is EMPTY, SMOOTH (one arc after another, without loops), STEADY (F is continuous where it
    is defined) or OPEN (F may break).
    """

    __slots__ = ("i", "j", "kind", "size", "turn")

    def __init__(self, i: int, j: int, size: int, kind: str = OPEN, turn: float = inf) -> None:
        self.i = i
        self.j = j
        self.size = size
        self.kind = kind
        self.turn = turn  # at most this angle, in radians, between two of its gradients


class Field:
    """F over boxes and at points, F = 0 being the curve of the letters across and up."""

    def __init__(self, expr: Expr, across: str, up: str, window: Window) -> None:
        import flint

        self.arb = flint.arb
        self.expr = expr
        self.letters = (across, up)
        self.window = window
        less, more, under, over = _BEYOND
        self.x0, self.y0 = window.left - less * window.width, window.low - under * window.height
        self.unit_x = window.width * (1 + less + more) / (1 << FINEST)
        self.unit_y = window.height * (1 + under + over) / (1 << FINEST)
        self._numerator = _numerator(expr)
        self._value = Tape([expr], self.letters)
        self._finely = Tape([expr], self.letters, 256)
        try:
            slopes = [derivative(expr, name) for name in self.letters]
            self._whole: Tape | None = Tape([expr, *slopes], self.letters)
        except LimitError:
            self._whole = None
        self._seen: dict[tuple[int, int], float | None] = {}

    def x(self, i: int) -> float:
        """Where a line of the grid lies."""
        return self.x0 + self.unit_x * i

    def y(self, j: int) -> float:
        """Where a line of the grid lies."""
        return self.y0 + self.unit_y * j

    def at(self, x: float, y: float) -> float | None:
        """F at a point, 0 where not even its sign is known; None where there is none."""
        for tape in (self._value, self._finely):
            found = tape.run([self.arb(x), self.arb(y)])
            if not isinstance(found, Missing) and not found[0].contains(0):
                return float(found[0].mid())
        return None if isinstance(found, Missing) else 0.0

    def corner(self, i: int, j: int) -> float | None:
        """F at a corner of boxes."""
        if (i, j) not in self._seen:
            self._seen[i, j] = self.at(self.x(i), self.y(j))
        return self._seen[i, j]

    def look(self, i: int, j: int, size: int) -> Box:
        """A box with what balls can tell of it."""
        here = [
            self.arb(self.x(i)).union(self.arb(self.x(i + size))),
            self.arb(self.y(j)).union(self.arb(self.y(j + size))),
        ]
        whole: Any = self._whole.run(here) if self._whole is not None else Missing()
        if isinstance(whole, Missing):
            value = self._value.run(here)
            if isinstance(value, Undefined):
                return Box(i, j, size, EMPTY)
            if isinstance(value, Missing):
                return Box(i, j, size, self._bordered(here))
            return Box(i, j, size, STEADY if value[0].contains(0) else EMPTY)
        value, flat, steep = whole
        if not value.contains(0) or self._misses(here, flat, steep):
            return Box(i, j, size, EMPTY)
        across, up = (float(each.mid()) for each in (flat, steep))
        width, height = (float(each.rad()) for each in (flat, steep))
        if _least(across, width) + _least(up, height) > 0:
            return Box(i, j, size, SMOOTH, self._turned(across, up, width, height))
        return Box(i, j, size, STEADY)

    def _bordered(self, here: "list[Any]") -> str:
        """What is known of a box in which F is not defined everywhere, or has a pole."""
        hulls = Hulls()
        point = dict(zip(self.letters, here, strict=True))
        value = evaluate(self.expr, point, hulls)
        if isinstance(value, Missing):
            value = evaluate(self._numerator, point, hulls) if self._numerator else value
            if isinstance(value, Missing) or hulls.ball(value).contains(0):
                return OPEN
            return EMPTY
        return STEADY if hulls.ball(value).contains(0) else EMPTY

    def _misses(self, here: "list[Any]", flat: "Any", steep: "Any") -> bool:
        """Whether F is not 0 by the mean value theorem from the middle of the box."""
        middle = [self.arb(each.mid()) for each in here]
        value = self._value.run(middle)
        if isinstance(value, Missing):
            return False
        reach = flat * (here[0] - middle[0]) + steep * (here[1] - middle[1])
        return not (value[0] + reach).contains(0)

    def _turned(self, across: float, up: float, width: float, height: float) -> float:
        """The angle between two gradients at most, as it is seen."""
        length = hypot(across * self.unit_y, up * self.unit_x)
        return 2 * hypot(width * self.unit_y, height * self.unit_x) / length if length else inf


class Hulls(Balls):
    """Balls that hold every value that there is, where an argument is partly out of its domain."""

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """As for balls, but roots also of what may be below 0."""
        found = super().apply(row, values)
        if isinstance(found, Undecided) and row.name in ("sqrt", "^", "realpow"):
            exponent = HALF if row.name == "sqrt" else values[1]
            if type(exponent) is Ratio and exponent.numerator > 0:
                return self._root(self.ball(values[0]), exponent, row.name == "realpow")
        return found

    def _root(self, base: "Any", exponent: Ratio, real: bool) -> "Any":
        above = self._size(base.upper(), exponent)
        if not real:
            return above.union(0)
        below = self._size(-base.lower(), exponent)
        return above.union(-below if exponent.numerator % 2 else below).union(0)

    def _size(self, length: "Any", exponent: Ratio) -> "Any":
        return length ** self.ball(exponent) if length > 0 else length * 0


def _numerator(expr: Expr) -> Expr | None:
    """A formula without poles that is 0 where this one is, if it is a fraction."""
    if not any(
        type(node) is Call and node.name == "/" and letters(node.args[1]) for node in nodes(expr)
    ):
        return None
    return Fraction.of(expr).u


def _least(middle: float, reach: float) -> float:
    """The smallest product of two numbers that lie within reach of the middle."""
    if abs(middle) > reach:
        return float((abs(middle) - reach) ** 2)
    return middle * middle - reach * reach
