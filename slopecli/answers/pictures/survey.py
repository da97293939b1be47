"""Look over a range: stretches where the curve is proven to go through, and its special places.

The range is cut into cells. A cell that balls cannot decide is halved, again and again; what is
left then are tiny cells around special places. A cell that they can decide is halved where the
curve bends more than the eye forgives, or where its bounds leave room for something unseen.
"""

from math import inf

from slopecli.answers.interval import Interval, double
from slopecli.answers.pictures.places import HALF, Place, find_places
from slopecli.answers.pictures.sight import Band, Sight
from slopecli.language.ratio import Ratio

CELLS = 128
_HALVINGS = 8  # of a cell that is not decided
_CROWD = 400  # cells; where more are undecided, the curve is too dense to be told apart
_CROWD_OF_SLOPES = 800  # the same where the curve itself is known
_BROAD = 5  # undecided cells in a row hold more than one place
_HIDDEN = 0.01  # of the height: what bounds may leave unseen, or two dots
_BEND = 0.5  # of a dot: how far a stroke may be from the curve


class Cell:
    """A stretch between two places with its bounds."""

    __slots__ = ("band", "end", "start")

    def __init__(self, start: Ratio, end: Ratio, band: Band) -> None:
        self.start = start
        self.end = end
        self.band = band

    @property
    def middle(self) -> Ratio:
        """The place halfway."""
        return (self.start + self.end) * HALF


class Survey:
    """What was found, from left to right.

    `cells` are decided; in `dense` cells too much happens to be told apart; `places` are special.
    """

    def __init__(self, sight: Sight, start: Ratio, end: Ratio, count: int = CELLS) -> None:
        self.count = count
        self.sight = sight
        self.start = start
        self.end = end
        self.cells: list[Cell] = []
        self.dense: list[Cell] = []
        self.places: list[Place] = []
        self._divide()

    def _divide(self) -> None:
        cells = [self._cell(*ends) for ends in self._evenly()]
        for halving in range(_HALVINGS + 1):
            undecided = [cell for cell in cells if not self.sight.decides(cell.band)]
            self.cells += [cell for cell in cells if self.sight.decides(cell.band)]
            unknown = [cell for cell in undecided if not cell.band.bounds]
            if halving == _HALVINGS or len(unknown) > _CROWD or len(undecided) > _CROWD_OF_SLOPES:
                break
            cells = [half for cell in undecided for half in self._halves(cell)]
        for group in _neighbours(undecided):
            if len(group) < _BROAD:
                self._search(group)
                continue
            self.dense += [cell for cell in group if cell.band.bounds]  # only slopes are not known
            for part in _neighbours([cell for cell in group if not cell.band.bounds]):
                if len(part) < _BROAD:
                    self._search(part)
                else:
                    self.dense += part
        self.cells.sort(key=lambda cell: cell.start)

    def _search(self, group: list[Cell]) -> None:
        places, decided = find_places(self.sight, group[0].start, group[-1].end)
        self.places += places
        self.cells += [Cell(*each) for each in decided]

    def _evenly(self) -> list[tuple[Ratio, Ratio]]:
        length = self.end - self.start
        edges = [self.start + length * Ratio(k, self.count) for k in range(self.count + 1)]
        return [(edges[k], edges[k + 1]) for k in range(self.count)]

    def _cell(self, start: Ratio, end: Ratio) -> Cell:
        return Cell(start, end, self.sight.over(start, end))

    def _halves(self, cell: Cell) -> tuple[Cell, Cell]:
        return self._cell(cell.start, cell.middle), self._cell(cell.middle, cell.end)

    def evenly_seen(self, order: int) -> list[float]:
        """The values of a curve at evenly spaced places, as far as there are any."""
        places = [*[start for start, _ in self._evenly()], self.end]
        return self._seen(places, order)

    def all_seen(self, order: int) -> list[float]:
        """Every value that a curve was seen to have, and the limits at its special places."""
        places = [each for cell in self.cells for each in (cell.start, cell.middle, cell.end)]
        return [
            *self._seen(places, order),
            *[side for side in self._sides(order) if side is not None and abs(side) < inf],
        ]

    def _seen(self, places: list[Ratio], order: int) -> list[float]:
        rows = [self.sight.at(place) for place in places]
        return [row[order] for row in rows if len(row) > order and abs(row[order]) < inf]

    def _sides(self, order: int) -> list[float | None]:
        """The limits at the special places, from the inside of the range."""
        sides = []
        for place in self.places:
            if place.sides[0] and place.start > self.start:
                sides.append(place.left[order])
            if place.sides[1] and place.end < self.end:
                sides.append(place.right[order])
        return sides

    def bounded(self, order: int) -> bool:
        """Whether the curve is known to stay between finite bounds."""
        if [cell for cell in self.dense if len(cell.band.bounds) <= order]:
            return False
        return not [side for side in self._sides(order) if side is None or abs(side) == inf]

    def refine(self, low: float, high: float, rows: int, columns: int, order: int) -> None:
        """Halve cells until strokes between them cannot be told from the curve of this order.

        The picture shows heights from low to high in so many rows and columns.
        """
        shortest = (self.end - self.start) * Ratio(1, 3 * columns)
        eye = _Eye(low, high, (high - low) / rows)
        done: list[Cell] = []
        queue = list(self.cells)
        while queue:
            cell = queue.pop()
            if (
                cell.band.absent
                or cell.end - cell.start < shortest
                or self._plain(cell, eye, order)
            ):
                done.append(cell)
                continue
            halves = self._halves(cell)
            if all(self.sight.decides(half.band) for half in halves):
                queue += halves
            else:  # rounding may leave a half undecided that is part of something decided
                done.append(cell)
        self.cells = sorted(done, key=lambda cell: cell.start)

    def _plain(self, cell: Cell, eye: "_Eye", order: int) -> bool:
        rows = [self.sight.at(place) for place in (cell.start, cell.middle, cell.end)]
        heights = [row[order] for row in rows if len(row) > order]
        bounds = [*cell.band.bounds[order]]
        if len(heights) == 3 and len(cell.band.bounds) > order + 1:
            width = self.sight.x(cell.end) - self.sight.x(cell.start)
            rise = max(map(abs, cell.band.bounds[order + 1])) * width / 2
            bounds = [max(bounds[0], heights[1] - rise), min(bounds[1], heights[1] + rise)]
        return eye.content(heights, bounds)


class _Eye:
    """What can be seen between two heights."""

    def __init__(self, low: float, high: float, dot: float) -> None:
        self.low = low - (high - low)
        self.high = high + (high - low)
        self.room = max((high - low) * _HIDDEN, 2 * dot)
        self.bend = _BEND * dot

    def content(self, heights: list[float], bounds: list[float]) -> bool:
        """Whether a stroke through these heights shows all that the bounds allow."""
        seen = [self._clipped(height) for height in heights]
        low, high = self._clipped(bounds[0]), self._clipped(bounds[1])
        if not seen:
            return high - low <= self.room
        if high - max(seen) > self.room or min(seen) - low > self.room:
            return False
        return len(seen) < 3 or abs(seen[1] - (seen[0] + seen[2]) / 2) <= self.bend

    def _clipped(self, height: float) -> float:
        return min(max(height, self.low), self.high)


def _neighbours(cells: list[Cell]) -> list[list[Cell]]:
    """Cells that touch each other, together."""
    groups: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: cell.start):
        if groups and groups[-1][-1].end == cell.start:
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def survey(sight: Sight, interval: Interval, cells: int = CELLS) -> Survey:
    """Look a curve over, beginning with so many cells."""
    ends = [interval.start, interval.end]
    if interval.start is None or interval.end is None:
        ends = [Ratio(*double(end).as_integer_ratio()) for end in (interval.left, interval.right)]
    start, end = ends
    assert start is not None
    assert end is not None
    return Survey(sight, start, end, cells)
