"""A curve given by an equation, as strokes and marks in a window."""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_slope import CurveSlope, difference
from slopecli.answers.curves.implicit import Implicit
from slopecli.answers.interval import double
from slopecli.answers.pictures.boxes import Boxes
from slopecli.answers.pictures.curve import Curve, Mark
from slopecli.answers.pictures.field import Field, Window
from slopecli.answers.pictures.outline import Outline, Spot
from slopecli.answers.slope import Point
from slopecli.calculus.zeros.fractions import simplest
from slopecli.errors import SlopeError
from slopecli.language.expr import Expr
from slopecli.language.factors import number as fraction
from slopecli.language.ratio import Ratio
from slopecli.language.text import text

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

_SIMPLE = 1_000  # a number with a longer denominator is not tried
_ASKED = 40  # points of a curve that are looked into, one by one


class Traced:
    """The curve, and the points at which it is no smooth arc, with what is proven of them."""

    __slots__ = ("boxes", "curve", "spots")

    def __init__(self, curve: Curve, boxes: Boxes) -> None:
        self.curve = curve
        self.boxes = boxes
        self.spots: list[tuple[Spot, CurveSlope | None]] = []


def trace_equation(
    sides: "tuple[Expr, Expr]",
    letters: "Sequence[str]",
    window: Window,
    dots: float,
    number: int,
    effort: float = 1.0,
) -> Traced:
    """The curve left = right in a window that shows so many dots from side to side."""
    across, up = letters
    boxes = Boxes(Field(difference(*sides), across, up, window), dots, effort)
    outline = Outline(boxes)
    curve = Curve(number, 0)
    curve.strokes = outline.strokes
    curve.dots = outline.dots
    traced = Traced(curve, boxes)
    for place, spot in enumerate(outline.spots):
        found = _asked(sides, letters, spot) if place < _ASKED else None
        traced.spots.append((spot, found))
        kind = kind_of(spot, found)
        if kind:
            curve.marks.append(Mark(kind, spot.x, spot.y))
        elif not spot.ways and (found is None or found.status == "unknown"):
            curve.dots.append((spot.x, spot.y))
    return traced


def _asked(sides: "tuple[Expr, Expr]", letters: "Sequence[str]", spot: Spot) -> CurveSlope | None:
    """What the curve does at the simple point that the spot holds; None where there is none."""
    at: Coordinates = {}
    for name, reach in zip(letters, (spot.x_reach, spot.y_reach), strict=True):
        low, high = [Ratio(*end.as_integer_ratio()) for end in reach]
        found = simplest(low, high)
        if found.denominator > _SIMPLE:
            return None
        expr = fraction(found.numerator, found.denominator)
        at[name] = Point(text(expr), expr)
    try:
        answer = Implicit(*sides, at).slope_here()
    except SlopeError:  # the point is near the curve, not on it
        return None
    if answer.status == "ok" and len(spot.ways) > 2:
        return None  # a point of the curve, but not the one where these branches meet
    spot.x, spot.y = [double(point) for point in at.values()]
    return answer


def kind_of(spot: Spot, found: CurveSlope | None) -> str | None:
    """How the point is marked: crossing, cusp, alone, corner, open; None for no mark."""
    status = found.status if found is not None else "unknown"
    ways = len(spot.ways)
    if status == "undefined":
        return "open" if ways else None
    if status == "isolated":
        return "alone"
    if status == "corner":
        return "corner"
    if status == "vertical" and found is not None and found.left != found.right:
        return "cusp"
    if status == "endpoint":
        return "filled"
    if ways > 2 and status in ("singular", "unknown", "vertical"):
        return "crossing"
    return "cusp" if status == "singular" and ways == 2 else None
