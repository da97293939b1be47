"""Strokes of a curve F = 0 from the boxes that it runs through.

Where F has different signs at two neighbouring corners, the curve passes between them; the points
where it enters a box and leaves it are joined. Neighbours share corners and so points, and strokes
go on from box to box; where the curve breaks there is no box, and no stroke.
"""

from bisect import bisect_left, bisect_right

from slopecli.answers.pictures.boxes import Boxes
from slopecli.answers.pictures.field import FINEST, OPEN, SMOOTH, Box, Field

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Hashable

    Corner = tuple[int, int]
    Point = tuple[float, float]
    Side = tuple[Corner, Corner]

_STEPS = 12  # of false position, towards the point where a curve meets the side of a box
_NEAR = 1e-7  # of the side: nearer than is seen
_PARTS = 4  # of a dot: on shorter sides nobody sees where the curve crosses them


class Spot:
    """A point where the curve is no smooth arc: where it lies, and its ways out."""

    __slots__ = ("boxes", "ways", "x", "x_reach", "y", "y_reach")

    def __init__(self, field: Field, boxes: list[Box]) -> None:
        size = boxes[0].size
        ends_x = [
            field.x(edge)
            for edge in (min(box.i for box in boxes), max(box.i for box in boxes) + size)
        ]
        ends_y = [
            field.y(edge)
            for edge in (min(box.j for box in boxes), max(box.j for box in boxes) + size)
        ]
        self.boxes = boxes
        self.x, self.y = sum(ends_x) / 2, sum(ends_y) / 2
        self.x_reach, self.y_reach = (ends_x[0], ends_x[1]), (ends_y[0], ends_y[1])
        self.ways: list[Point] = []  # where the strokes come from


class Outline:
    """`strokes` are lists of points to be joined; `dots` are places that balls cannot decide."""

    def __init__(self, boxes: Boxes) -> None:
        self.field = boxes.field
        self.speck = (1 << FINEST) / boxes.dots / _PARTS
        self.strokes: list[list[Point]] = []
        self.dots: list[Point] = []
        self.spots = [Spot(self.field, group) for group in boxes.points]
        self._places: dict[Hashable, Point] = {}
        self._joined: dict[Hashable, list[Hashable]] = {}
        self._lines: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        everything = [*boxes.arcs, *boxes.rough, *[box for each in boxes.points for box in each]]
        self._collect(everything)
        for box in boxes.arcs:
            self._cross(box)
        for box in boxes.rough:
            self._cross_rough(box)
        for number, group in enumerate(boxes.points):
            self._meet(number, group)
        self._link()

    def _collect(self, boxes: list[Box]) -> None:
        upright: dict[int, set[int]] = {}
        level: dict[int, set[int]] = {}
        for box in boxes:
            for i in (box.i, box.i + box.size):
                for j in (box.j, box.j + box.size):
                    upright.setdefault(i, set()).add(j)
                    level.setdefault(j, set()).add(i)
        self._lines = (
            {i: sorted(places) for i, places in upright.items()},
            {j: sorted(places) for j, places in level.items()},
        )

    def _around(self, box: Box) -> "list[Corner]":
        """The corners of the box, and those of its neighbours on its sides, in turn."""
        upright, level = self._lines
        i, j, ie, je = box.i, box.j, box.i + box.size, box.j + box.size
        down = _between(level[j], i, ie)
        right = _between(upright[ie], j, je)
        up = _between(level[je], i, ie)
        left = _between(upright[i], j, je)
        return [
            *[(each, j) for each in down[:-1]],
            *[(ie, each) for each in right[:-1]],
            *[(each, je) for each in reversed(up[1:])],
            *[(i, each) for each in reversed(left[1:])],
        ]

    def _crossings(self, box: Box) -> "list[tuple[Corner, Corner]]":
        """The parts of the sides that the curve crosses."""
        corners = self._around(box)
        found = []
        for place, one in enumerate(corners):
            other = corners[place - 1]
            values = self.field.corner(*one), self.field.corner(*other)
            if values[0] is None or values[1] is None or (values[0] < 0) == (values[1] < 0):
                continue
            key = (one, other) if one < other else (other, one)
            if key not in self._places:
                self._places[key] = self._crossed(*key)
            found.append(key)
        return found

    def _crossed(self, one: "Corner", other: "Corner") -> "Point":
        """Where the curve meets the side between two corners, by false position (Illinois)."""
        field = self.field
        start, end = [(field.x(i), field.y(j)) for i, j in (one, other)]
        low, high = 0.0, 1.0
        below, above = field.corner(*one) or 0.0, field.corner(*other) or 0.0
        share = 0.5
        steps = _STEPS if abs(one[0] - other[0]) + abs(one[1] - other[1]) > self.speck else 0
        for _ in range(steps):
            before = share
            share = (low * above - high * below) / (above - below) if above != below else 0.5
            value = field.at(*_way(start, end, share))
            if not value or abs(share - before) < _NEAR:
                break
            if (value < 0) == (below < 0):
                low, below, above = share, value, above / 2
            else:
                high, above, below = share, value, below / 2
        return _way(start, end, share)

    def _cross(self, box: Box) -> None:
        """Join what enters and leaves: along the curve, which is a graph over its own direction."""
        keys = self._crossings(box)
        if len(keys) > 2 and box.kind == SMOOTH:
            along = self._direction(box)
            keys.sort(key=lambda key: _times(self._places[key], along))
        for one, other in zip(keys[::2], keys[1::2], strict=False):
            self._join(one, other)

    def _direction(self, box: Box) -> "Point":
        """Across the gradient, by differences between the corners."""
        field = self.field
        i, j, ie, je = box.i, box.j, box.i + box.size, box.j + box.size
        values = [field.corner(*corner) or 0.0 for corner in ((i, j), (ie, j), (i, je), (ie, je))]
        flat = (values[1] + values[3] - values[0] - values[2]) / (field.x(ie) - field.x(i))
        steep = (values[2] + values[3] - values[0] - values[1]) / (field.y(je) - field.y(j))
        return -steep, flat

    def _cross_rough(self, box: Box) -> None:
        """F is continuous here, so that the curve comes through; how, nobody can tell."""
        keys = [] if box.kind == OPEN else self._crossings(box)
        if len(keys) == 2:
            self._join(keys[0], keys[1])
            return
        middle = _way(
            (self.field.x(box.i), self.field.y(box.j)),
            (self.field.x(box.i + box.size), self.field.y(box.j + box.size)),
            0.5,
        )
        if box.kind != OPEN:
            self.dots.append(middle)
        for key in keys:
            self._places[box.i, box.j, box.size] = middle
            self._join(key, (box.i, box.j, box.size))

    def _meet(self, number: int, group: list[Box]) -> None:
        """What comes to a point from outside ends there."""
        spot = self.spots[number]
        counted: dict[Side, int] = {}
        for box in group:
            for key in self._crossings(box):
                counted[key] = counted.get(key, 0) + 1
        outer = [key for key, times in counted.items() if times == 1]
        if any(box.kind == OPEN for box in group):  # F may change its sign at a pole, too
            outer = [key for key in outer if key in self._joined]
        self._places["spot", number] = (spot.x, spot.y)
        for side in outer:
            self._join(side, ("spot", number))

    def _join(self, one: "Hashable", other: "Hashable") -> None:
        self._joined.setdefault(one, []).append(other)
        self._joined.setdefault(other, []).append(one)

    def _link(self) -> None:
        """Strokes from end to end, then the closed ones."""
        ends = [key for key, others in self._joined.items() if len(others) != 2 or _is_spot(key)]
        for key in [*ends, *self._joined]:
            while self._joined[key]:
                way = self._follow(key)
                self.strokes.append([self._places[each] for each in way])
                for end, before in ((way[0], way[1:]), (way[-1], way[-2::-1])):
                    if _is_spot(end):
                        self.spots[end[1]].ways.append(self._places[before[0]])  # type: ignore[index]

    def _follow(self, start: "Hashable") -> "list[Hashable]":
        way = [start]
        here = start
        while self._joined[here]:
            onward = self._joined[here].pop()
            self._joined[onward].remove(here)
            way.append(onward)
            if onward == start or _is_spot(onward) or len(self._joined[onward]) != 1:
                break
            here = onward
        return way


def _is_spot(key: "Hashable") -> bool:
    return type(key) is tuple and key[0] == "spot"


def _between(places: list[int], start: int, end: int) -> list[int]:
    return places[bisect_left(places, start) : bisect_right(places, end)]


def _way(one: "Point", other: "Point", share: float) -> "Point":
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _times(one: "Point", other: "Point") -> float:
    return one[0] * other[0] + one[1] * other[1]
