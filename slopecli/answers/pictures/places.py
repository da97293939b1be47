"""Special places of a curve: where f or a slope is not continuous, and what it does on each side.

A stretch that balls cannot decide is halved until it is tiny. If it holds a simple fraction, or
one of pi, where the formula is undecided too, then that is the place, exactly, and germs tell what
happens beside it; else it is as good as a number of twelve digits, and a sequence of values on each
side tells.
"""

from math import pi

from slopecli.answers.pictures.limits import agree, limits_beside
from slopecli.answers.pictures.sight import Band, Sight
from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.zeros.fractions import simplest
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

HALF = Ratio(1, 2)
_TIMES = 28  # halvings of a stretch that is already small
_MANY = 8  # pieces of a small stretch: more are not told apart
_SIMPLE = 1_000  # a place with a longer denominator is not tried


class Place:
    """A special place at x: `at` is the exact number, if it is known.

    `left[k]` is the limit of the k-th derivative on that side: a number, infinite, or None where
    there is none; `values[k]` is the k-th derivative at the place itself. `sides` says on which
    sides there is a curve at all. `has_value` is None where nobody can tell whether f has a value
    exactly there.
    """

    __slots__ = ("at", "end", "has_value", "left", "right", "sides", "start", "values", "x")

    def __init__(self, x: float, start: Ratio, end: Ratio, at: "Any") -> None:
        self.x = x
        self.start = start
        self.end = end
        self.at = at
        self.left: list[float | None] = []
        self.right: list[float | None] = []
        self.values: list[float | None] = []
        self.sides: list[bool] = []
        self.has_value: bool | None = None

    def continuous(self, order: int) -> bool:
        """Whether the curve of this order goes through without a break."""
        left, right, value = self.left[order], self.right[order], self.values[order]
        if left is None or right is None or not agree(left, right):
            return False
        if order == 0 and self.has_value is None:
            return True
        return value is not None and agree(left, value)


def find_places(
    sight: Sight, start: Ratio, end: Ratio
) -> "tuple[list[Place], list[tuple[Ratio, Ratio, Band]]]":
    """The special places in a small stretch that balls cannot decide, and the parts they can."""
    place = _exact(sight, start, end, (start, end))
    if place is not None:
        return [place], []
    undecided, decided = _narrowed(sight, start, end)
    places = []
    for one, other in undecided:
        place = _exact(sight, one, other, (start, end))
        if place is None:
            place = _told(sight, one, other, None, (start, end))
        if place is not None:
            places.append(place)
    if places:  # nobody sees the crumbs beside a place
        crumb = (end - start) * Ratio(1, 16)
        decided = [each for each in decided if each[1] - each[0] > crumb]
    return places, decided


def _exact(sight: Sight, start: Ratio, end: Ratio, wide: tuple[Ratio, Ratio]) -> Place | None:
    """The place at a simple number in the stretch where the formula is undecided, too."""
    at = simplest(start, end)
    if at.denominator <= _SIMPLE and len(sight.at(at)) <= sight.order:
        place = _told(sight, at, at, sight.number(at), wide)
        if place is not None:
            return place
    if sight.in_pi:
        return None
    low, high = [Ratio(*(sight.x(end) / pi).as_integer_ratio()) for end in (start, end)]
    if not low < high:
        return None
    number = PiMultiple(simplest(low, high))
    ratio = number.ratio
    if not ratio or ratio.denominator > _SIMPLE or len(sight.exactly(number)) > sight.order:
        return None
    near = Ratio(*(ratio.numerator / ratio.denominator * pi).as_integer_ratio())
    return _told(sight, near, near, number, wide)


def _told(
    sight: Sight, start: Ratio, end: Ratio, at: "Any", wide: tuple[Ratio, Ratio]
) -> Place | None:
    """The place with all that is known about it; None where there is no curve at all."""
    place = Place(sight.x((start + end) * HALF), start, end, at)
    for direction, edge in ((-1, wide[0]), (1, wide[1])):
        here = place.start if direction < 0 else place.end
        limits = limits_beside(sight, place.at, here, edge)
        place.sides.append(limits is not None)
        known = limits or []
        padded = [*known, *[None] * (sight.order + 1 - len(known))]
        if direction < 0:
            place.left = padded
        else:
            place.right = padded
    _tell_values(sight, place)
    return place if any(place.sides) or place.has_value else None


def _narrowed(
    sight: Sight, start: Ratio, end: Ratio
) -> "tuple[list[tuple[Ratio, Ratio]], list[tuple[Ratio, Ratio, Band]]]":
    """Tiny stretches that stay undecided however often they are halved, and the decided rest.

    Where the curve itself is undecided, its slopes need not be asked, which is ten times faster.
    """
    if sight.breaks(start, end):
        broken = _halved(start, end, sight.breaks)
        if broken:
            return broken, []
    decided = []

    def undecided(one: Ratio, other: Ratio) -> bool:
        band = sight.over(one, other)
        if sight.decides(band):
            decided.append((one, other, band))
            return False
        return True

    return _halved(start, end, undecided), decided


def _halved(
    start: Ratio, end: Ratio, stays: "Callable[[Ratio, Ratio], bool]"
) -> "list[tuple[Ratio, Ratio]]":
    """What stays after many halvings; what touches is one."""
    parts = [(start, end)]
    for _ in range(_TIMES):
        halves = []
        for one, other in parts:
            middle = (one + other) * HALF
            halves += [(one, middle), (middle, other)]
        parts = []
        for one, other in halves:
            if not stays(one, other):
                continue
            if len(parts) >= _MANY and parts[-1][1] == one:
                parts[-1] = (parts[-1][0], other)
            else:
                parts.append((one, other))
    return _joined(parts)


def _joined(stretches: "list[tuple[Ratio, Ratio]]") -> "list[tuple[Ratio, Ratio]]":
    joined: list[tuple[Ratio, Ratio]] = []
    for one, other in stretches:
        if joined and joined[-1][1] == one:
            joined[-1] = (joined[-1][0], other)
        else:
            joined.append((one, other))
    return joined


def _tell_values(sight: Sight, place: Place) -> None:
    values = _exact_values(sight, place) if place.at is not None else _border_value(sight, place)
    place.values = [*values, *[None] * (sight.order + 1 - len(values))]
    for k in range(sight.order + 1):
        left, right = place.left[k], place.right[k]
        if place.values[k] is not None or left is None or right is None:
            continue
        known = place.continuous(k - 1) if k else place.has_value is None
        if known and agree(left, right):  # a slope that has a limit is the slope
            place.values[k] = left


def _exact_values(sight: Sight, place: Place) -> "list[float | None]":
    values: list[float | None] = [*sight.exactly(place.at)]
    if not values:
        base = Balls(256)
        value = evaluate(sight.expr, {sight.variable: place.at}, base)
        values = [] if isinstance(value, Missing) else [float(base.ball(value))]
    place.has_value = bool(values)
    return values


def _border_value(sight: Sight, place: Place) -> "list[float | None]":
    """The value where the number is not known exactly: by the ball, if that is finite."""
    band = sight.over(place.start, place.end)
    if band.bounds:
        place.has_value = True
        return [sum(band.bounds[0]) / 2]
    call = band.missing.call if band.missing is not None else None
    exists = ROWS[call.name].exists if call is not None else ""
    if exists:  # the border belongs to the domain where the condition says "or equal"
        place.has_value = "=" in exists.replace("!=", "")
        sides = [side[0] for side in (place.left, place.right) if side[0] is not None]
        return [*sides[:1]] if place.has_value else []
    return []
