"""A curve discussed: where it is defined, its zeros, extrema, inflections, poles, where it rises.

The axis is cut at every place where something may happen: the borders of the formula's parts, and
the zeros of f, f' and f''. Between two cuts all three keep their signs, so one sample tells them;
what happens at a cut follows from the signs beside it.
"""

from itertools import pairwise

from slopecli.answers.interval import Interval
from slopecli.answers.studies.doubts import Doubt, joined
from slopecli.answers.studies.marks import Mark, far_limit
from slopecli.answers.studies.merging import merged
from slopecli.answers.studies.search import Search, state, too_many
from slopecli.calculus.tails import repeats
from slopecli.calculus.zeros.roots import CROWD, Curve
from slopecli.language.expr import Call, Expr, Num, Var, substitute
from slopecli.language.ratio import Ratio

ORDERS = 3  # f, f' and f''
HALF = Ratio(1, 2)


class Stretch:
    """Between two cuts: the signs of f, f' and f'', or `absent` where there is no curve."""

    __slots__ = ("absent", "high", "low", "signs")

    def __init__(self, low: Ratio, high: Ratio, signs: "list[int | None]", absent: bool) -> None:
        self.low = low
        self.high = high
        self.signs = signs
        self.absent = absent


class Study:
    """What was found, from left to right: `marks` are the cuts, `stretches` lie between them.

    `doubts` are places where more may happen than could be told.
    """

    def __init__(self, expr: Expr, variable: str, interval: Interval) -> None:
        self.expr = expr
        self.variable = variable
        self.interval = interval
        self.marks: list[Mark] = []
        self.stretches: list[Stretch] = []
        self.doubts: list[Doubt] = []
        self.late = False  # whether there was no time to look everywhere
        # At -inf and at inf; "none", None where it is not known, "" where there is no curve.
        self.limits: tuple[str | None, str | None] | None = None

    def all(self, kind: str) -> list[Mark]:
        """The marks of a kind: zero, maximum, pole, ..."""
        return [mark for mark in self.marks if kind in mark.kinds]

    def where(self, order: int, sign: int) -> list[tuple[Mark, Mark]]:
        """Where a derivative has this sign, as far as f goes on without a break."""
        found: list[tuple[Mark, Mark]] = []
        for place, stretch in enumerate(self.stretches):
            if stretch.absent or stretch.signs[order] != sign:
                continue
            start, end = self.marks[place], self.marks[place + 1]
            if found and found[-1][1] is start and start.value is not None and start.goes_on:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def domain(self) -> list[tuple[Mark, Mark]]:
        """Where f is defined: from mark to mark; a mark has its own say whether it belongs."""
        found: list[tuple[Mark, Mark]] = []
        for place, mark in enumerate(self.marks):
            before = self.stretches[place - 1] if place else None
            joined = before is not None and not before.absent
            if mark.value is not None and not joined:
                found.append((mark, mark))
            if place < len(self.stretches) and not self.stretches[place].absent:
                after = self.marks[place + 1]
                if found and found[-1][1] is mark and mark.value is not None:
                    found[-1] = (found[-1][0], after)
                else:
                    found.append((mark, after))
        return found


def study(
    expr: Expr,
    variable: str,
    interval: Interval,
    *,
    beyond: bool = False,
    seconds: float | None = None,
) -> Study:
    """The curve over a range; with `beyond` also where it goes at both ends of the axis.

    The search for places takes no more than so many `seconds`; the rest is left undecided. Raises
    LimitError where something happens at more than 300 places.
    """
    found = Study(expr, variable, interval)
    search = Search(expr, variable, interval, seconds)
    inner = list(search.special)
    for order in (1, 0, 2):
        inner += search.zeros(order)
        if len(inner) > CROWD:
            raise too_many()
    found.late = search.late
    curve = search.curve
    found.marks = merged(curve, search.special, inner, search.edges(), search.doubts)
    found.doubts = joined(search.doubts)
    found.stretches = _stretches(curve, found.marks, found.doubts)
    for place, mark in enumerate(found.marks):
        before = found.stretches[place - 1] if place else None
        after = found.stretches[place] if place < len(found.stretches) else None
        mark.tell(before, after)
    _hide(found)
    if beyond:
        moves = any(stretch.signs[1] for stretch in found.stretches)
        other = "none" if moves and repeats(expr, variable) else None
        low, high = [_far(expr, variable, side) for side in (-1, 1)]
        found.limits = (other if low is None else low, other if high is None else high)
    return found


def _hide(found: Study) -> None:
    """Take away marks where nothing happens: borders of a part where the curve goes on."""
    place = 1
    while place < len(found.marks) - 1:
        one, two = found.stretches[place - 1], found.stretches[place]
        mark = found.marks[place]
        same = one.signs == two.signs and one.absent == two.absent
        if not mark.kinds and same and (mark.value is not None or one.absent):
            one.high = two.high
            del found.marks[place], found.stretches[place]
        else:
            place += 1


def _far(expr: Expr, variable: str, side: int) -> str | None:
    """The limit at an end of the axis: that of f(1/h) where h goes to 0; "" without a curve."""
    inverse = Call("/", (Num(side), Var(variable)))
    return far_limit(Curve(substitute(expr, {variable: inverse}), variable))


def _stretches(curve: Curve, marks: list[Mark], doubts: list[Doubt]) -> list[Stretch]:
    found = []
    for one, two in pairwise(marks):
        low, high = one.high, two.low
        middle = low + (high - low) * HALF
        signs = [curve.sign(middle, order) for order in range(ORDERS)]
        absent = signs[0] is None and state(curve, 0, middle) == "absent"
        for doubt in doubts:
            if doubt.low < high and low < doubt.high:
                signs = [None if k in doubt.orders else sign for k, sign in enumerate(signs)]
        found.append(Stretch(low, high, signs, absent))
    return found
