"""What is to be drawn of one curve: strokes, dots, marks. Plain records; nothing here draws."""

from math import inf

from slopecli.answers.pictures.limits import agree
from slopecli.answers.pictures.places import Place
from slopecli.answers.pictures.survey import Cell, Survey
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

_APPROACHES = 60  # halvings of the way to a pole


class Mark:
    """Something to be seen at (x, y); y is None where that is a whole upright line, a "pole".

    Others are "open", "filled" and "corner"; "crossing", "cusp" and "alone" of an equation; "zero",
    "maximum", "minimum" and "inflection" of a study.
    """

    __slots__ = ("kind", "x", "y")

    def __init__(self, kind: str, x: float, y: float | None = None) -> None:
        self.kind = kind
        self.x = x
        self.y = y


class Curve:
    """One curve of a picture: the derivative of this order of the expression with this number.

    A stroke is a list of points to be joined; `dots` are points that must not be.
    """

    __slots__ = ("dots", "marks", "number", "order", "strokes")

    def __init__(self, number: int, order: int) -> None:
        self.number = number
        self.order = order
        self.strokes: list[list[tuple[float, float]]] = []
        self.dots: list[tuple[float, float]] = []
        self.marks: list[Mark] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return not self.strokes and not self.dots and not self.marks


def trace(survey: Survey, order: int, number: int, low: float, high: float) -> Curve:
    """The curve of one order as strokes, followed out of the heights from low to high."""
    return _Trace(survey, order, number, low, high).curve


class _Trace:
    def __init__(self, survey: Survey, order: int, number: int, low: float, high: float) -> None:
        self.survey = survey
        self.sight = survey.sight
        self.order = order
        self.below = low - (high - low)
        self.above = high + (high - low)
        self.curve = Curve(number, order)
        self.stroke: list[tuple[float, float]] = []
        self.last: Ratio | None = None
        for thing in self._from_left():
            if type(thing) is Place:
                self._pass(thing)
            else:
                assert type(thing) is Cell
                self._follow(thing)
        self._lift()

    def _from_left(self) -> "list[Place | Cell]":
        things: list[Place | Cell] = [
            *self.survey.cells,
            *self.survey.dense,
            *self.survey.places,
        ]
        return sorted(things, key=lambda thing: (thing.start, thing.end))

    def _follow(self, cell: Cell) -> None:
        """Continue the stroke through a cell, or scatter dots where nobody can tell."""
        if cell.band.absent:
            self._lift()
            return
        joined = len(cell.band.bounds) > self.order
        if not joined:
            self._lift()
        for place in (cell.start, cell.middle, cell.end):
            values = self.sight.at(place)
            if len(values) <= self.order or not abs(values[self.order]) < inf:
                continue
            point = (self.sight.x(place), values[self.order])
            if not joined:
                self.curve.dots.append(point)
            elif not self.stroke or self.stroke[-1][0] < point[0]:
                self.stroke.append(point)
            self.last = place

    def _lift(self) -> None:
        """End the stroke."""
        if len(self.stroke) > 1:
            self.curve.strokes.append(self.stroke)
        elif self.stroke:
            self.curve.dots += self.stroke
        self.stroke = []

    def _pass(self, place: Place) -> None:
        """Arrive at a special place from the left and leave it to the right."""
        left, right = place.left[self.order], place.right[self.order]
        if place.start <= self.survey.start:
            left = None
        if place.end >= self.survey.end:
            right = None
        if left is not None:
            self._reach(place, left, -1)
        if not self._goes_through(place, left, right):
            self._lift()
        elif self.order == 0:
            self._mark_corner(place)
        if right is not None:
            self._reach(place, right, 1)
        self._mark(place, left, right)

    def _goes_through(self, place: Place, left: float | None, right: float | None) -> bool:
        return left is not None and right is not None and place.continuous(self.order)

    def _reach(self, place: Place, limit: float, direction: int) -> None:
        """The stroke up to a limit: to the point itself, or along a pole out of the picture."""
        if abs(limit) < inf:
            point = (place.x, limit)
            if not self.stroke or self.stroke[-1] != point:
                self.stroke.append(point)
            return
        points = list(self._along(place, direction))
        self.stroke += points if direction < 0 else reversed(points)

    def _along(self, place: Place, direction: int) -> "Iterator[tuple[float, float]]":
        here = place.start if direction < 0 else place.end
        length = (self.survey.end - self.survey.start) * Ratio(1, 1024)
        way = -length if direction < 0 else length
        if direction < 0 and self.last is not None:
            way = self.last - here
        for halving in range(1, _APPROACHES):
            at = here + way * Ratio(1, 1 << halving)
            values = self.sight.at(at)
            if len(values) <= self.order:
                return
            y = values[self.order]
            if abs(y) < inf:
                yield self.sight.x(at), y
            if not self.below < y < self.above:
                return

    def _mark_corner(self, place: Place) -> None:
        slopes = (place.left[1:2], place.right[1:2])
        if slopes[0] and slopes[0][0] is not None and slopes[1][0] is not None:
            one, other = slopes[0][0], slopes[1][0]
            if not (agree(one, other) or (one == other and abs(one) == inf)):
                self.curve.marks.append(Mark("corner", place.x, place.values[0]))

    def _mark(self, place: Place, left: float | None, right: float | None) -> None:
        """Poles, and who owns the ends of strokes: a filled dot belongs to the curve."""
        marks = self.curve.marks
        if inf in [abs(side) for side in (left, right) if side is not None]:
            marks.append(Mark("pole", place.x))
        if self._goes_through(place, left, right):
            return
        value = place.values[self.order]
        at_edge = place.start <= self.survey.start or place.end >= self.survey.end
        ends = [side for side in (left, right) if side is not None and abs(side) < inf]
        known = self.order > 0 or place.has_value is False or value is not None
        if known and not at_edge:
            free = [end for end in ends if value is None or not agree(end, value)]
            marks += [Mark("open", place.x, end) for end in dict.fromkeys(free)]
        if value is not None and (not at_edge or not ends):
            marks.append(Mark("filled", place.x, value))
