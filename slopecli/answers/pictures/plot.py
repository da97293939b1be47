"""A picture of curves and their slopes: what is to be drawn, decided here; drawn elsewhere."""

from math import inf

from slopecli.answers.interval import Interval, double
from slopecli.answers.pictures.curve import Curve, trace
from slopecli.answers.pictures.lines import Straight
from slopecli.answers.pictures.places import HALF
from slopecli.answers.pictures.sight import Sight
from slopecli.answers.pictures.survey import CELLS, Survey, survey
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Expr
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

    from slopecli.answers.studies.study import Study

_PASSES = 4  # a thing found by looking closer may change the heights
_FARTHEST = 1e300
_SHORTEST = 1e-10  # of an end's distance from 0: doubles must tell the points apart
_ROOM = 0.05  # of the height, above and below the curves
_TAIL = 0.08  # of the places, high and low, that an unbounded curve may lose
_GENEROUS = 0.5  # and what it is given beyond the rest, in heights


class Panel:
    """One pair of axes: its curves, and the heights from `low` to `high` that show them well.

    `lines` are tangents and normals. At the x of `leads` the slope is 0.
    """

    __slots__ = ("curves", "high", "leads", "lines", "low", "orders")

    def __init__(
        self, orders: "Sequence[int]", heights: tuple[float, float], curves: list[Curve]
    ) -> None:
        self.orders = tuple(orders)
        self.low, self.high = heights
        self.curves = curves
        self.lines: list[Straight] = []
        self.leads: list[tuple[float, float]] = []


class Picture:
    """Curves of one variable from `left` to `right`, in one panel or several above each other."""

    __slots__ = (
        "expressions", "in_pi", "left", "panels", "right", "studies", "surveys", "variable",
    )  # fmt: skip

    square = False  # whether both axes have the same scale
    up = ""  # the letter of the other axis, where that has one

    def __init__(
        self,
        expressions: "Sequence[Expr]",
        variable: str,
        surveys: list[Survey],
        panels: list[Panel],
    ) -> None:
        self.expressions = list(expressions)
        self.variable = variable
        self.surveys = surveys
        self.panels = panels
        self.studies: list[Study] = []  # whose points are marked
        self.in_pi = surveys[0].sight.in_pi
        self.left = surveys[0].sight.x(surveys[0].start)
        self.right = surveys[0].sight.x(surveys[0].end)

    def name(self, curve: Curve) -> str | None:
        """What a legend calls the curve; None where it is f(x) = ..."""
        return None

    def digits(self, curve: Curve) -> int:
        """How many digits of a point on a stroke mean something."""
        return 15

    def formulas(self, curve: Curve) -> "list[str | Expr]":
        """The same name as formulas and the signs between them."""
        return [self.expressions[curve.number]]


def picture(
    expressions: "Sequence[Expr]",
    variable: str,
    interval: Interval,
    *,
    orders: "Sequence[int]" = (0, 1),
    stacked: bool = False,
    rows: int = 1000,
    columns: int = 1200,
    heights: tuple[float, float] | None = None,
    cells: int = CELLS,
) -> Picture:
    """What is to be drawn of f and its slopes of these orders, to be seen in rows and columns.

    Raises UnusableError where no curve has a value on the whole range.
    """
    highest = max(1, *orders)
    check_doubles(interval, tell("the points"))
    surveys = [
        survey(Sight(expr, variable, highest, interval.in_pi), interval, cells)
        for expr in expressions
    ]
    groups = [[order] for order in orders] if stacked else [list(orders)]
    panels = [_panel(surveys, group, heights, rows, columns) for group in groups]
    if all(curve.is_empty for panel in panels for curve in panel.curves):
        raise UnusableError(
            tell(
                "there is nothing to draw: no value anywhere from {left} to {right}.",
                left=interval.left.text,
                right=interval.right.text,
            ),
            advice=tell("Take a range where the curve exists."),
        )
    _check_sizes(surveys, panels)
    found = Picture(expressions, variable, surveys, panels)
    if stacked and tuple(orders[:2]) == (0, 1):
        panels[0].leads = panels[1].leads = flat_places(surveys)
    return found


def _check_sizes(surveys: list[Survey], panels: list[Panel]) -> None:
    if any(curve.strokes for panel in panels for curve in panel.curves):
        return
    for each in surveys:
        if any(abs(value) == inf for cell in each.cells for value in each.sight.at(cell.middle)):
            raise LimitError(tell("the values are beyond 10^308, too large to be drawn."))


def check_doubles(interval: Interval, what: str) -> tuple[float, float]:
    """The ends as doubles; LimitError where a picture cannot tell them apart or reach them."""
    left, right = double(interval.left), double(interval.right)
    far = max(abs(left), abs(right))
    if far <= _FARTHEST and right - left > max(_SHORTEST * far, 1 / _FARTHEST):
        return left, right
    raise LimitError(
        tell(
            "{what} from {left} to {right} are too short to be drawn."
            if far <= _FARTHEST
            else "{what} from {left} to {right} are too far out to be drawn.",
            what=what,
            left=interval.left.text,
            right=interval.right.text,
        )
    )


def _panel(
    surveys: list[Survey],
    orders: list[int],
    given: tuple[float, float] | None,
    rows: int,
    columns: int,
) -> Panel:
    for _ in range(_PASSES):
        heights = given or shown_heights(surveys, orders)
        before = [len(each.cells) for each in surveys]
        for each in surveys:
            for order in orders:
                each.refine(*heights, rows, columns, order)
        if before == [len(each.cells) for each in surveys]:
            break
    low, high = given or shown_heights(surveys, orders)
    curves = [
        trace(each, order, number, low, high)
        for number, each in enumerate(surveys)
        for order in orders
    ]
    return Panel(orders, (low, high), curves)


def flat_places(surveys: list[Survey]) -> list[tuple[float, float]]:
    """Where a slope passes through 0, with the height of the curve there."""
    found = []
    for each in surveys:
        for cell in each.cells:
            ends = [each.sight.at(place) for place in (cell.start, cell.end)]
            if cell.band.absent or min(map(len, ends)) < 2:
                continue
            one, other = ends[0][1], ends[1][1]
            if one * other < 0 or (other == 0 and cell.end < each.end):
                found.append(_halved(each.sight, cell.start, cell.end, other > one))
    return found


def _halved(sight: Sight, start: Ratio, end: Ratio, rising: bool) -> tuple[float, float]:
    """Where the slope changes its sign between two places, as exactly as doubles can say."""
    for _ in range(50):
        middle = (start + end) * HALF
        values = sight.at(middle)
        if len(values) < 2 or values[1] == 0:
            start = end = middle
            break
        start, end = (middle, end) if (values[1] < 0) == rising else (start, middle)
    values = sight.at(end)
    return sight.x(end), values[0]


def shown_heights(surveys: "Sequence[Survey]", orders: "Sequence[int]") -> tuple[float, float]:
    """The heights that show all of a bounded curve, the greater part of one with poles."""
    bounded: list[tuple[float, float]] = []
    others: list[tuple[float, float]] = []
    for each in surveys:
        for order in orders:
            if each.bounded(order):
                heights = each.all_seen(order)
                bounded += [(min(heights), max(heights))] if heights else []
            else:
                heights = each.evenly_seen(order)
                others += [_greater_part(heights)] if heights else []
    spans = bounded or others[:1]
    if not spans:
        return -1.0, 1.0
    low, high = min([span[0] for span in spans]), max([span[1] for span in spans])
    for other in others:  # a curve with poles may take half as much room again, not more
        height = ((high - low) or abs(high) or 1.0) / 2
        low, high = min(low, max(other[0], low - height)), max(high, min(other[1], high + height))
    return _with_room(low, high)


def _greater_part(heights: list[float]) -> tuple[float, float]:
    """Where most of the heights lie, and half as much room again as far as there are any."""
    ordered = sorted(heights)
    tail = int(len(ordered) * _TAIL)
    low, high = ordered[tail], ordered[-1 - tail]
    room = (high - low) * _GENEROUS
    return max(low - room, ordered[0]), min(high + room, ordered[-1])


def _with_room(low: float, high: float) -> tuple[float, float]:
    height = high - low
    if height == inf:
        return -1e308, 1e308
    if height <= 1e-12 * max(abs(low), abs(high)):  # a constant: the line in the middle
        height = 2 * (abs(low) or 1.0)
        return low - height / 2, high + height / 2
    return low - height * _ROOM, high + height * _ROOM
