"""A table of x, f(x), f'(x): every digit proven where the table is short enough to be read."""

from slopecli.answers.interval import Interval
from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.language.expr import Expr

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 1_000  # points from which on doubles answer instead of balls


class Line:
    """One line of a table: x, and f, f', ... as digits or as the word for why there are none."""

    __slots__ = ("cells", "x")

    def __init__(self, x: str, cells: "tuple[str, ...]") -> None:
        self.x = x
        self.cells = cells


class Table:
    """The lines of a table, made one by one; `columns` are the orders, 0 for the value."""

    __slots__ = ("columns", "count", "lines", "variable")

    def __init__(
        self, variable: str, columns: "tuple[int, ...]", count: int, lines: "Iterator[Line]"
    ) -> None:
        self.variable = variable
        self.columns = columns
        self.count = count
        self.lines = lines


def table(
    expr: Expr,
    variable: str,
    interval: Interval,
    *,
    points: int = 11,
    step: Point | None = None,
    order: int = 1,
    digits: int = 15,
) -> Table:
    """The table over a range, at so many points or a step apart, with slopes up to the order."""
    count, places = points, interval.evenly(points)
    if step is not None:
        count, places = interval.stepwise(step)
    if count > LONG and digits <= 15:
        lines = _quick(expr, variable, interval, count, step, order)
    else:
        lines = _proven(expr, variable, places, order, digits)
    return Table(variable, tuple(range(order + 1)), count, lines)


def _proven(
    expr: Expr, variable: str, places: "Iterator[Point]", order: int, digits: int
) -> "Iterator[Line]":
    for place in places:
        found = [
            slope_at(expr, variable, place, order=k, digits=digits, with_value=k < 2)
            for k in range(min(order, 1), order + 1)
        ]
        cells = [slope.text for slope in found]
        if order:
            cells = [_value(found[0]), *cells]
        yield Line(place.text, tuple(cells))


def _value(slope: Slope) -> str:
    """The value as digits; where there is none, the status says why."""
    return slope.value if slope.value is not None else slope.status


def _quick(
    expr: Expr, variable: str, interval: Interval, count: int, step: Point | None, order: int
) -> "Iterator[Line]":
    from slopecli.answers.long_table import blocks

    for x, columns in blocks(expr, variable, interval, count, step, order):
        for row in zip(x, *columns, strict=True):
            yield Line(row[0], row[1:])
