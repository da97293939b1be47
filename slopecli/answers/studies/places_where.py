"""Where a curve, or its slope, has a given value: every place in a range, proven."""

from slopecli.answers.interval import Interval
from slopecli.answers.studies.marks import Mark
from slopecli.answers.studies.study import Study, cuts_of, ends, inside, zeros_between
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve, Zero
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.ratio import Ratio


class Places:
    """The places, from left to right; `flat` where it holds over a whole stretch."""

    __slots__ = ("expr", "flat", "marks", "undecided", "variable")

    def __init__(self, expr: Expr, variable: str) -> None:
        self.expr = expr
        self.variable = variable
        self.marks: list[Mark] = []
        self.flat: list[tuple[Ratio, Ratio]] = []
        self.undecided: list[tuple[Ratio, Ratio, str]] = []


def places_where(expr: Expr, variable: str, interval: Interval, order: int, value: Expr) -> Places:
    """Where f (order 0) or its slope (order 1) has the value."""
    line = value if order == 0 else Call("*", (value, Var(variable)))
    shifted = Call("-", (expr, line))
    found = Places(expr, variable)
    low, high = ends(interval)
    work = Study(shifted, variable, interval)
    cuts = cuts_of(work, shifted, low, high)
    curve = Curve(shifted, variable)
    between = zeros_between(work, cuts, curve, order, low, high)
    found.undecided, found.flat = work.undecided, work.flat
    original = Curve(expr, variable)
    for zero in sorted(between, key=lambda zero: zero.low):
        recognise(zero)
        if inside(zero, interval):
            found.marks.append(Mark(original, zero, False))
    _add_borders(found, cuts, curve, order, original, interval)
    found.marks.sort(key=lambda mark: mark.low)
    return found


def _add_borders(
    found: Places,
    cuts: list[Zero],
    curve: Curve,
    order: int,
    original: Curve,
    interval: Interval,
) -> None:
    """Borders at which f, or its slope, exists all the same."""
    from slopecli.answers.slope import Point, slope_at

    for cut in cuts:
        exact = recognise(cut)
        if exact is None or not inside(cut, interval):
            continue
        there = slope_at(curve.expr, curve.variable, Point("", exact), order=order)
        if there.slope == "0":
            found.marks.append(Mark(original, cut, True))
