"""A picture of curves that are no functions: equations, parametric and polar curves, and functions
among them. Decided here: which part of the plane shows them well.
"""

from itertools import pairwise
from math import ceil, floor, log10

from slopecli.answers.curves.parametric import from_polar
from slopecli.answers.interval import Interval
from slopecli.answers.pictures.curve import Curve, trace
from slopecli.answers.pictures.drawn import Drawn
from slopecli.answers.pictures.equation import Traced, trace_equation
from slopecli.answers.pictures.field import Window
from slopecli.answers.pictures.plot import Panel, Picture
from slopecli.answers.pictures.sight import Sight
from slopecli.answers.pictures.survey import survey
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

_USUAL = (10.0, 100.0, 1000.0)  # how far to look where no range is given
_COARSE = 200  # dots of a first look
_EFFORT = 0.2  # of that for the picture itself
_ROOM = 0.06  # of the curve's size, around it
_AROUND = 0.6  # and around the turning points of a curve that leaves the picture
_CLOSER = 6  # looks at what is small in the picture
_MUCH = 10  # times smaller than the picture
_SMALLEST = 1e-3  # of the picture: what is smaller is not looked at closer
_FLATTEST, _STEEPEST = 6.5, 0.4  # width over height: else each axis has a scale of its own


class Drawing:
    """One curve to be drawn: `kind` is function, implicit, parametric or polar.

    `interval` is that of the parameter, where there is one. The angle of a polar curve is in
    degrees where `degrees` says so.
    """

    __slots__ = ("degrees", "interval", "kind", "letters", "parts", "written")

    def __init__(
        self,
        kind: str,
        parts: "tuple[Expr, ...]",
        letters: "Sequence[str]",
        written: str,
        interval: Interval | None = None,
        degrees: bool = False,
    ) -> None:
        self.degrees = degrees
        self.kind = kind
        self.parts = parts
        self.letters = list(letters)
        self.written = written
        self.interval = interval


class Plane(Picture):
    """Curves in a window; `square` says that both axes have the same scale."""

    __slots__ = ("drawings", "square", "traced", "up", "window")

    def __init__(
        self, drawings: "Sequence[Drawing]", axes: "tuple[str, str]", window: Window, square: bool
    ) -> None:
        self.drawings = list(drawings)
        self.expressions = [each.parts[0] for each in drawings]
        self.variable, self.up = axes
        self.surveys = []
        self.studies = []
        self.panels: list[Panel] = []
        self.in_pi = False
        self.window = window
        self.left, self.right = window.left, window.right
        self.square = square
        self.traced: dict[int, Traced | Drawn] = {}

    def name(self, curve: Curve) -> str:
        """The curve as it was written."""
        return self.drawings[curve.number].written

    def digits(self, curve: Curve) -> int:
        """Fewer of an equation, whose points are found by closing in on them."""
        return 6 if self.drawings[curve.number].kind == "implicit" else 15

    def formulas(self, curve: Curve) -> "list[str | Expr]":
        """The same name as formulas and the signs between them."""
        drawing = self.drawings[curve.number]
        one, *others = drawing.parts
        if drawing.kind == "parametric":
            return ["(", one, ", ", *others, ")"]
        if drawing.kind == "implicit":
            return [one, " = ", *others]
        return [f"{'r' if drawing.kind == 'polar' else self.up} = ", one]


def plane(
    drawings: "Sequence[Drawing]",
    axes: "tuple[str, str]",
    *,
    across: "tuple[float, float] | None" = None,
    heights: "tuple[float, float] | None" = None,
    dots: int = 1000,
    cells: int = 128,
) -> Plane:
    """What is to be drawn of the curves, to be seen in so many dots from side to side.

    Raises UnusableError where no curve comes by.
    """
    drawn = {
        number: Drawn(*_coordinates(each), each.letters[0], each.interval, cells)
        for number, each in enumerate(drawings)
        if each.interval is not None
    }
    window = _window(drawings, axes, drawn, across, heights)
    ratio = window.width / window.height
    found = Plane(drawings, axes, window, _STEEPEST <= ratio <= _FLATTEST)
    curves = []
    for number, each in enumerate(drawings):
        if number in drawn:
            curves.append(drawn[number].trace(window, dots, number))
            found.traced[number] = drawn[number]
        elif each.kind == "implicit":
            traced = trace_equation((each.parts[0], each.parts[1]), axes, window, dots, number)
            curves.append(traced.curve)
            found.traced[number] = traced
        else:
            curves.append(_function(each, window, dots, number))
    if all(curve.is_empty for curve in curves):
        raise _nothing(window)
    found.panels = [Panel((0,), (window.low, window.high), curves)]
    return found


def _coordinates(each: Drawing) -> "tuple[Expr, Expr]":
    if each.kind == "polar":
        return from_polar(each.parts[0], each.letters[0], each.degrees)
    x, y = each.parts
    return x, y


def _nothing(window: Window) -> UnusableError:
    return UnusableError(
        tell(
            "there is nothing to draw between {left} and {right}.",
            left=f"({window.left:.6g}, {window.low:.6g})",
            right=f"({window.right:.6g}, {window.high:.6g})",
        ),
        advice=tell("Take a range where the curve exists: --range A B, and --y C D."),
    )


def _function(each: Drawing, window: Window, dots: int, number: int) -> Curve:
    """A function among other curves: without its slope."""
    from slopecli.answers.interval import place

    ends = [place(Ratio(*end.as_integer_ratio())) for end in (window.left, window.right)]
    seen = survey(Sight(each.parts[0], each.letters[0], 1, False), Interval(*ends))
    seen.refine(window.low, window.high, dots, dots, 0)
    return trace(seen, 0, number, window.low, window.high)


def _window(
    drawings: "Sequence[Drawing]",
    axes: "tuple[str, str]",
    drawn: "dict[int, Drawn]",
    across: "tuple[float, float] | None",
    heights: "tuple[float, float] | None",
) -> Window:
    """The part of the plane that shows the curves well, as far as it is not given."""
    if across and heights:
        return Window(*across, *heights)
    shown = [each.window() for each in drawn.values()]
    if len(shown) == len(drawings):
        whole = _hull(shown)
        return Window(*(across or (whole.left, whole.right)), *(heights or (whole.low, whole.high)))
    window = Window(0, 0, 0, 0)
    for reach in _USUAL:
        far = max(reach, *map(abs, across or heights or (reach,)))
        window = Window(*(across or (-far, far)), *(heights or (-far, far)))
        for look in range(_CLOSER):
            found = [
                box
                for number, each in enumerate(drawings)
                if number not in drawn
                for box in _extent(each, axes, window, number, zoom=across is None)
            ]
            if not found and look:
                return window
            if not found:
                break
            whole = _hull([*found, *shown])
            sides = across or _roomy(whole.left, whole.right, window.left, window.right)
            before = max(window.width, window.height)
            window = Window(
                *sides, *(heights or _roomy(whole.low, whole.high, window.low, window.high))
            )
            if not whole.width and not whole.height and not across and not heights:
                return Window(whole.left - 1, whole.left + 1, whole.low - 1, whole.low + 1)
            if max(window.width, window.height) * _MUCH > before:
                return window
    raise _nothing(window)


def _hull(windows: list[Window]) -> Window:
    return Window(
        min([each.left for each in windows]),
        max([each.right for each in windows]),
        min([each.low for each in windows]),
        max([each.high for each in windows]),
    )


def _roomy(start: float, end: float, first: float, last: float) -> tuple[float, float]:
    """A little more than from start to end, in round numbers; all there is where that is most."""
    length = end - start
    room = max(length * _ROOM, (last - first) * _SMALLEST)
    if length > (last - first) * (1 - _ROOM):
        return first, last
    unit = 10.0 ** floor(log10(length + 2 * room) - 1.3)
    return floor((start - room) / unit) * unit, ceil((end + room) / unit) * unit


def _extent(
    each: Drawing, axes: "tuple[str, str]", window: Window, number: int, *, zoom: bool
) -> list[Window]:
    """Where the curve lies in the window; where it leaves that, what is worth seeing of it."""
    if each.kind == "implicit":
        sides = each.parts[0], each.parts[1]
        traced = trace_equation(sides, axes, window, _COARSE, number, _EFFORT)
        curve = traced.curve
        special = [(spot.x, spot.y) for spot, _ in traced.spots]
    else:
        curve, special = _function(each, window, _COARSE, number), []
    points = [point for stroke in curve.strokes for point in stroke] + curve.dots + special
    inside = [point for point in points if window.holds(*point)]
    if not inside:
        return []
    whole = _around(inside)
    leaves = len(inside) < len(points)
    if not leaves or not zoom:
        return [whole]
    turning = [point for point in [*special, *_turning(curve)] if window.holds(*point)]
    if not turning:
        return [whole]
    core = _around(turning)
    size = max(core.width, core.height)
    if size < window.width * 10 * _SMALLEST:
        return [whole]
    room = size * _AROUND
    return [
        Window(
            max(core.left - room, whole.left),
            min(core.right + room, whole.right),
            max(core.low - room, whole.low),
            min(core.high + room, whole.high),
        )
    ]


def _around(points: "list[tuple[float, float]]") -> Window:
    across, up = [x for x, _ in points], [y for _, y in points]
    return Window(min(across), max(across), min(up), max(up))


def _turning(curve: Curve) -> "list[tuple[float, float]]":
    """Where a stroke turns from right to left, or from up to down."""
    found = []
    for stroke in curve.strokes:
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(stroke)]
        for k, (one, other) in enumerate(pairwise(steps)):
            if one[0] * other[0] < 0 or one[1] * other[1] < 0:
                found.append(stroke[k + 1])
    return found
