"""The plane cut into boxes until each is understood: is the curve F = 0 in it, and how does it run?

Where the gradient turns by less than a right angle over a box, the curve runs through it without a
loop and without crossing itself (Plantinga and Vegter, Isotopic approximation of implicit curves
and surfaces, 2004). Every other box that may hold the curve is cut into four.
"""

from itertools import product

from slopecli.answers.pictures.field import EMPTY, FINEST, SMOOTH, Box, Field

_FIRST = 4  # halvings to begin with
_COARSEST = 5  # halvings that even the straightest curve gets
_BEND = 2.0  # dots: the length of a box times the angle by which the curve turns in it
_CROWD = 50_000  # boxes that are looked at closer: more is too dense to be told apart
_POINT = 300  # boxes beside each other that may still be a single point
_POINT_CROWD = 200  # boxes of a point that is closed in on
_FEW = 24  # boxes; more of them are left alone where all lie within a small part of a dot
_SPECK = 16  # parts of a dot
_POINT_HALVINGS = 40
_LOOKS = 12_000  # boxes that are looked at to close in on all points together
_WIDE = 3  # dots: what stays longer is no point


class Boxes:
    """What the window holds: `arcs` are SMOOTH; `points` are crowds of boxes as small as a point,
    `rough` what stays undecided at the size of a dot.
    """

    def __init__(self, field: Field, dots: float, effort: float = 1.0) -> None:
        """Cut until the boxes are as small as a dot, of which the window shows so many.

        With less effort fewer boxes are looked at where the curve is dense.
        """
        self.crowd, self.most_looks = _CROWD * effort, _LOOKS * effort
        self.field = field
        self.arcs: list[Box] = []
        self.points: list[list[Box]] = []
        self.rough: list[Box] = []
        self.dots = dots
        self.looks = 0
        self._divide()

    def _divide(self) -> None:
        halvings = _FIRST
        size = 1 << (FINEST - halvings)
        places = range(1 << halvings)
        waiting = [self.field.look(i * size, j * size, size) for i, j in product(places, places)]
        looked = len(waiting)
        while True:
            dot = self.dots / (1 << halvings)  # how many dots such a box is long
            waiting = [box for box in waiting if box.kind != EMPTY]
            ready = [
                box
                for box in waiting
                if box.kind == SMOOTH
                and halvings >= _COARSEST
                and (dot <= 1 or box.turn * dot <= _BEND)
            ]
            self.arcs += ready
            done = set(map(id, ready))
            waiting = [box for box in waiting if id(box) not in done]
            if not waiting or dot <= 1 or looked + 4 * len(waiting) > self.crowd:
                break
            waiting = [part for box in waiting for part in self._quarters(box)]
            looked += len(waiting)
            halvings += 1
        for group in sorted(neighbours(waiting), key=len):
            if len(group) <= _POINT and self.looks < self.most_looks:
                self._narrow(group)
            else:
                self.rough += group

    def _quarters(self, box: Box) -> list[Box]:
        half = box.size // 2
        return [
            self.field.look(box.i + di, box.j + dj, half)
            for di, dj in ((0, 0), (half, 0), (0, half), (half, half))
        ]

    def _narrow(self, group: list[Box]) -> None:
        """Close in on a point at which the curve is not one smooth arc."""
        boxes, before = group, len(group)
        for _ in range(_POINT_HALVINGS):
            speck = len(boxes) > _FEW and _length(boxes) * _SPECK < group[0].size
            if speck or boxes[0].size < 4 or len(boxes) > max(_POINT_CROWD, before):
                break
            before = len(boxes)
            parts = [part for box in boxes for part in self._quarters(box)]
            self.looks += len(parts)
            self.arcs += [part for part in parts if part.kind == SMOOTH]
            boxes = [part for part in parts if part.kind not in (SMOOTH, EMPTY)]
            if not boxes:
                return
        for crowd in neighbours(boxes):
            if _length(crowd) > _WIDE * group[0].size:
                self.rough += crowd
            else:
                self.points.append(crowd)


def _length(boxes: list[Box]) -> int:
    """From one end of a crowd to the other."""
    sides = ([box.i for box in boxes], [box.j for box in boxes])
    return max(max(side) - min(side) for side in sides) + boxes[0].size


def neighbours(boxes: list[Box]) -> list[list[Box]]:
    """Boxes of one size that touch each other, together."""
    left = {(box.i, box.j): box for box in boxes}
    groups = []
    while left:
        _, first = left.popitem()
        group, edge = [first], [first]
        while edge:
            box = edge.pop()
            for di, dj in product((-box.size, 0, box.size), repeat=2):
                beside = left.pop((box.i + di, box.j + dj), None)
                if beside is not None:
                    group.append(beside)
                    edge.append(beside)
        groups.append(group)
    return groups
