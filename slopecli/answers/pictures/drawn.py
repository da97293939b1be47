"""A curve that a parameter draws, (x(t), y(t)), as strokes and marks.

Each coordinate is a function of the parameter and is surveyed as one, so that its breaks are proven
and nothing between two samples is missed; a stroke goes on where both coordinates do.
"""

from math import atan2, inf, pi

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.parametric import Parametric
from slopecli.answers.interval import Interval
from slopecli.answers.pictures.curve import Curve, Mark
from slopecli.answers.pictures.field import Window
from slopecli.answers.pictures.limits import agree
from slopecli.answers.pictures.places import Place
from slopecli.answers.pictures.sight import Sight
from slopecli.answers.pictures.survey import Cell, Survey, survey
from slopecli.answers.slope import Point
from slopecli.errors import LimitError
from slopecli.language.expr import Expr, Num
from slopecli.language.ratio import Ratio
from slopecli.language.text import text

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from slopecli.answers.curves.curve_slope import CurveSlope

_APPROACHES = 60  # halvings of the way to a place where the curve runs out of the picture
_TURN = 0.01  # radians: a curve that turns by more at a point has a corner there
_PASSES = 3


class Run:
    """A stretch of the parameter over which a coordinate goes on without a break."""

    __slots__ = ("end", "first", "last", "start")

    def __init__(self, start: Ratio, first: Place | None) -> None:
        self.start = self.end = start
        self.first = first
        self.last: Place | None = None


class Drawn:
    """The curve (x, y) of a parameter over an interval, looked over, ready to be traced."""

    def __init__(
        self, x: Expr, y: Expr, letter: str, interval: Interval, cells: int, still: bool = True
    ) -> None:
        self.x, self.y, self.letter, self.interval = x, y, letter, interval
        self.surveys = [
            survey(Sight(part, letter, 1, interval.in_pi), interval, cells) for part in (x, y)
        ]
        self.still = still  # whether to look for cusps, where both coordinates stand still

    def window(self) -> Window:
        """What shows the curve well: all of it, the greater part where it runs far away."""
        from slopecli.answers.pictures.plot import shown_heights

        left, right = shown_heights(self.surveys[:1], [0])
        low, high = shown_heights(self.surveys[1:], [0])
        return Window(left, right, low, high)

    def trace(self, window: Window, dots: int, number: int) -> Curve:
        """The curve as strokes, refined until it bends between its points by less than a dot."""
        reach = ((window.left, window.right), (window.low, window.high))
        for each, (low, high) in zip(self.surveys, reach, strict=True):
            for _ in range(_PASSES):
                before = len(each.cells)
                each.refine(low, high, dots, dots, 0)
                if len(each.cells) == before:
                    break
        curve = Curve(number, 0)
        marks: list[Mark] = []
        for start, end, firsts, lasts in self._together():
            points = [
                *self._beside(start, end, firsts, 1, window),
                *self._inside(start, end, any(firsts), any(lasts)),
                *reversed([*self._beside(end, start, lasts, -1, window)]),
            ]
            points = [point for k, point in enumerate(points) if not k or point != points[k - 1]]
            if len(points) > 1:
                curve.strokes.append(points)
            else:
                curve.dots += points
        marks += self._ends()
        marks += self._corners()
        if self.still:
            marks += self.cusps()
        curve.marks = list({(mark.kind, mark.x, mark.y): mark for mark in marks}.values())
        return curve

    def _at(self, place: Ratio) -> "tuple[float, float] | None":
        rows = [each.sight.at(place) for each in self.surveys]
        if not all(rows) or not all(abs(row[0]) < inf for row in rows):
            return None
        return rows[0][0], rows[1][0]

    def _together(
        self,
    ) -> "Iterator[tuple[Ratio, Ratio, list[Place | None], list[Place | None]]]":
        """Where both coordinates go on, with the places at which each of them ends."""
        for one in _runs(self.surveys[0]):
            for other in _runs(self.surveys[1]):
                start, end = max(one.start, other.start), min(one.end, other.end)
                if not start < end:
                    continue
                firsts = [run.first if run.start == start else None for run in (one, other)]
                lasts = [run.last if run.end == end else None for run in (one, other)]
                yield start, end, firsts, lasts

    def _inside(
        self, start: Ratio, end: Ratio, leaves: bool, arrives: bool
    ) -> "list[tuple[float, float]]":
        """The points of a stretch; its ends belong to it only where nothing breaks there."""
        places = {
            place
            for each in self.surveys
            for cell in each.cells
            for place in (cell.start, cell.middle, cell.end)
            if start <= place <= end
            and not (leaves and place == start)
            and not (arrives and place == end)
        }
        return [point for point in map(self._at, sorted(places)) if point is not None]

    def _beside(
        self,
        here: Ratio,
        away: Ratio,
        places: "list[Place | None]",
        side: int,
        window: Window,
    ) -> "Iterator[tuple[float, float]]":
        """The stroke from a place where a coordinate breaks off, outwards from it."""
        limits = [
            _limit(place, side) if place is not None else _first(each.sight.at(here))
            for each, place in zip(self.surveys, places, strict=True)
        ]
        if None not in limits and inf not in [abs(each) for each in limits]:  # type: ignore[arg-type]
            yield limits[0], limits[1]  # type: ignore[misc]
            return
        if inf not in [abs(each) for each in limits if each is not None]:
            return
        points = []
        step = (away - here) * Ratio(1, 1024)
        for halving in range(_APPROACHES):
            point = self._at(here + step * Ratio(1, 1 << halving))
            if point is None:
                break
            points.append(point)
            if (
                not -1 < (point[0] - window.left) / window.width < 2
                or not -1 < (point[1] - window.low) / window.height < 2
            ):
                break
        yield from reversed(points)

    def _ends(self) -> "Iterator[Mark]":
        """Holes, jumps, poles, and where the curve ends inside the range."""
        for each, other in (self.surveys, self.surveys[::-1]):
            upright = each is self.surveys[1]
            for place in each.places:
                if place.continuous(0) or place.start <= each.start or place.end >= each.end:
                    continue
                beside = _first(other.sight.at(place.start))
                if beside is None:
                    continue
                value = place.values[0]
                sides = [limit for limit in (place.left[0], place.right[0]) if limit is not None]
                if upright and inf in [abs(side) for side in sides]:
                    yield Mark("pole", beside)
                ends = dict.fromkeys(side for side in sides if abs(side) < inf)
                for end in ends:
                    own = value is not None and agree(end, value)
                    at = (beside, end) if upright else (end, beside)
                    yield Mark("filled" if own else "open", *at)

    def _corners(self) -> "Iterator[Mark]":
        """Where the curve goes on in another direction."""
        for place in [place for each in self.surveys for place in each.places]:
            directions = [self._direction(place, side) for side in (-1, 1)]
            here = [_value(each, place) for each in self.surveys]
            if None in directions or None in here:
                continue
            turned = abs(directions[0] - directions[1])  # type: ignore[operator]
            if min(turned, 2 * pi - turned) > _TURN:
                yield Mark("corner", here[0], here[1])  # type: ignore[arg-type]

    def _direction(self, place: Place, side: int) -> float | None:
        slopes = []
        for each in self.surveys:
            own = _own(each, place)
            if own is not None:
                slope = own.left[1] if side < 0 else own.right[1]
            else:
                row = each.sight.at(place.start)
                slope = row[1] if len(row) > 1 else None
            if slope is None or abs(slope) == inf:
                return None
            slopes.append(slope)
        return atan2(slopes[1], slopes[0]) if any(slopes) else None

    def cusps(self) -> "Iterator[Mark]":
        """Where x and y both stand still, and the curve turns back."""
        for _, found in self.resting():
            turns = found.status == "singular" or found.left != found.right
            if turns and found.x is not None and found.y is not None:
                yield Mark("cusp", float(found.x), float(found.y))

    def _may_rest(self) -> bool:
        """Whether there is a stretch in which the speeds of both may be 0."""
        resting = [
            [
                cell
                for cell in each.cells
                if len(cell.band.bounds) > 1 and _holds_0(cell.band.bounds[1])
            ]
            for each in self.surveys
        ]
        return any(
            one.start <= other.end and other.start <= one.end
            for one in resting[0]
            for other in resting[1]
        )

    def resting(self) -> "Iterator[tuple[Point, CurveSlope]]":
        """The points at which both coordinates stand still, with what the curve does there."""
        from slopecli.answers.studies.places_where import places_where

        if not self._may_rest():
            return
        try:
            marks = places_where(self.x, self.letter, self.interval, 1, Num(0)).marks
        except LimitError:
            return
        for mark in marks:
            if mark.exact is None:
                continue
            at: Coordinates = {self.letter: Point(text(mark.exact), mark.exact)}
            place = Parametric(self.x, self.y, at, "")
            if not place.stands_still():
                continue
            found = place.slope_here()
            if found.status in ("singular", "vertical"):
                yield at[self.letter], found


def _runs(found: Survey) -> list[Run]:
    """The stretches over which a function goes on."""
    runs: list[Run] = []
    run: Run | None = None
    things: list[Cell | Place] = [*found.cells, *found.dense, *found.places]
    dense = set(map(id, found.dense))
    for thing in sorted(things, key=lambda each: (each.start, each.end)):
        if isinstance(thing, Place):
            if thing.continuous(0):
                continue
            if run is not None:
                run.end, run.last = thing.start, thing
            run = None if thing.right[0] is None else Run(thing.end, thing)
        elif thing.band.absent or (id(thing) in dense and not thing.band.bounds):
            run = None
            continue
        else:
            if run is None:
                run = Run(thing.start, None)
            run.end = max(run.end, thing.end)
        if run is not None and run not in runs:
            runs.append(run)
    return [run for run in runs if run.start < run.end]


def _limit(place: Place, side: int) -> float | None:
    return place.right[0] if side > 0 else place.left[0]


def _own(found: Survey, place: Place) -> Place | None:
    """The place of this coordinate at the same parameter."""
    return next((each for each in found.places if each.x == place.x), None)


def _value(found: Survey, place: Place) -> float | None:
    own = _own(found, place)
    if own is not None:
        return own.values[0] if own.continuous(0) else None
    return _first(found.sight.at(place.start))


def _holds_0(bounds: tuple[float, float]) -> bool:
    return bounds[0] <= 0 <= bounds[1]


def _first(row: list[float]) -> float | None:
    return row[0] if row else None
