"""Where a curve, or its slope, has a given value: every place in a range, proven."""

from slopecli.answers.interval import Interval
from slopecli.answers.slope import Point, slope_at
from slopecli.answers.studies.doubts import Doubt, joined
from slopecli.answers.studies.marks import Mark
from slopecli.answers.studies.search import Search
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.ratio import Ratio
from slopecli.wording import tell


class Places:
    """The places, from left to right; `flat` where it holds over a whole stretch."""

    __slots__ = ("doubts", "expr", "flat", "marks", "variable")

    def __init__(self, expr: Expr, variable: str) -> None:
        self.expr = expr
        self.variable = variable
        self.marks: list[Mark] = []
        self.flat: list[tuple[Ratio, Ratio]] = []
        self.doubts: list[Doubt] = []


def places_where(
    expr: Expr,
    variable: str,
    interval: Interval,
    order: int,
    value: Expr,
    *,
    seconds: float | None = None,
) -> Places:
    """Where f (order 0) or its slope (order 1) has the value.

    After so many `seconds` of search the rest is left undecided. Raises LimitError where that is at
    more than 300 places.
    """
    line = value if order == 0 else Call("*", (value, Var(variable)))
    search = Search(Call("-", (expr, line)), variable, interval, seconds)
    found = Places(expr, variable)
    original = Curve(expr, variable)
    places = search.zeros(order)
    apart = search.apart(places)
    if apart is None:
        reason = tell("two places that cannot be told apart")
        search.doubts.append(Doubt(search.low, search.high, reason, (order,)))
    for zero in places if apart is None else apart:
        recognise(zero)
        if search.holds(zero):
            found.marks.append(Mark(original, zero, False))
    found.doubts, found.flat = joined(search.doubts), search.flat
    _add_borders(found, search, order, original)
    found.marks.sort(key=lambda mark: mark.low)
    return found


def _add_borders(found: Places, search: Search, order: int, original: Curve) -> None:
    """Special places at which f, or its slope, exists all the same."""
    for place in search.special:
        exact = recognise(place)
        if exact is None or not search.holds(place):
            continue
        there = slope_at(search.curve.expr, found.variable, Point("", exact), order=order)
        if there.slope == "0":
            found.marks.append(Mark(original, place, True))
