"""Where a curve F = 0 lies level or stands upright: all such points of a window, proven.

They are where F and one of its slopes are 0 together. A box in which either is not 0 holds none;
one that Krawczyk's operator maps into itself holds exactly one, one that it maps outside holds none
(Krawczyk, Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken, 1969). Every other
box is cut into four.
"""

from slopecli.answers.pictures.boxes import Boxes
from slopecli.calculus.comparing.tape import Tape
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing
from slopecli.errors import LimitError

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    Pair = list[Any]

_BITS = 128
_HALVINGS = 12  # of a box that was decided to hold one arc
_MOST = 4_000  # boxes that are looked at
_STEPS = 8  # towards the narrowest box


class Turning:
    """`points` are pairs of balls, each around one point; in the boxes `left` it is not decided."""

    def __init__(self, boxes: Boxes, place: int) -> None:
        """Level points for place 0, where the slope of F in x is 0; upright ones for 1."""
        self.field = boxes.field
        self.points: list[Pair] = []
        self.left: list[Pair] = []
        self.tape = self._tape(place)
        waiting = [self._ball(box.i, box.j, box.size) for box in boxes.arcs]
        for _ in range(_HALVINGS):
            waiting = [part for here in waiting for part in self._look(here)]
            if not waiting or len(waiting) > _MOST:
                break
        self.left = waiting

    def _tape(self, place: int) -> Tape | None:
        expr, letters = self.field.expr, self.field.letters
        try:
            slope = derivative(expr, letters[place])
            formulas = [expr, slope]
            formulas += [derivative(each, name) for each in (expr, slope) for name in letters]
        except LimitError:
            return None
        return Tape(formulas, letters, _BITS)

    def _ball(self, i: int, j: int, size: int) -> "Pair":
        field = self.field
        return [
            field.arb(field.x(i)).union(field.arb(field.x(i + size))),
            field.arb(field.y(j)).union(field.arb(field.y(j + size))),
        ]

    def _look(self, here: "Pair") -> "list[Pair]":
        """The parts of a box that stay undecided; what is decided is kept or dropped."""
        if self.tape is None:
            return [here]
        found = self.tape.run(here)
        if isinstance(found, Missing):
            return _quarters(here)
        if not all(value.contains(0) for value in found[:2]):
            return []
        wide = [each + (each - each.mid()) / 8 for each in here]  # a point on the side is inside
        image = self._image(wide)
        if image is None:
            return _quarters(here)
        if not all(one.overlaps(other) for one, other in zip(image, wide, strict=True)):
            return []
        if all(other.contains_interior(one) for one, other in zip(image, wide, strict=True)):
            self._keep(image)
            return []
        return _quarters(here)

    def _keep(self, here: "Pair") -> None:
        for _ in range(_STEPS):
            image = self._image(here)
            if image is None:
                break
            here = [one.intersection(other) for one, other in zip(image, here, strict=True)]
        for known in self.points:
            if all(one.overlaps(other) for one, other in zip(known, here, strict=True)):
                return
        self.points.append(here)

    def _image(self, here: "Pair") -> "Pair | None":
        """Krawczyk's operator: m - Y f(m) + (1 - Y J)(here - m), with Y near the inverse of J."""
        assert self.tape is not None
        arb = self.field.arb
        middle = [arb(each.mid()) for each in here]
        values, slopes = self.tape.run(middle), self.tape.run(here)
        if isinstance(values, Missing) or isinstance(slopes, Missing):
            return None
        a, b, c, d = [arb(each.mid()) for each in values[2:]]
        below = a * d - b * c
        if below.contains(0):
            return None
        inverse = [[arb((v / below).mid()) for v in row] for row in ((d, -b), (-c, a))]
        jacobian = [slopes[2:4], slopes[4:6]]
        away = [one - other for one, other in zip(here, middle, strict=True)]
        image = []
        for k in (0, 1):
            row = inverse[k]
            shift = row[0] * values[0] + row[1] * values[1]
            rest = [
                (1 if n == k else 0) - row[0] * jacobian[0][n] - row[1] * jacobian[1][n]
                for n in (0, 1)
            ]
            image.append(middle[k] - shift + rest[0] * away[0] + rest[1] * away[1])
        return image


def _quarters(here: "Pair") -> "list[Pair]":
    halves = []
    for each in here:
        middle = each.mid()
        halves.append([each.lower().union(middle), each.upper().union(middle)])
    return [[one, other] for one in halves[0] for other in halves[1]]
