"""The points of a picture as CSV."""

from slopecli.answers.pictures.plot import Picture
from slopecli.answers.table import Table
from slopecli.render.table import is_number, prime

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def heads(variable: str, curves: int, orders: "Sequence[int]") -> str:
    """The heads of the columns: x,f(x),f'(x); several curves are f1, f2."""
    names = ["f"] if curves == 1 else [f"f{number}" for number in range(1, curves + 1)]
    columns = [f"{name}{prime(order)}({variable})" for name in names for order in orders]
    return ",".join([variable, *columns])


def table_lines(tables: "Sequence[Table]") -> "Iterator[str]":
    """Several tables of the same x beside each other."""
    yield heads(tables[0].variable, len(tables), tables[0].columns)
    for lines in zip(*[each.lines for each in tables], strict=True):
        cells = [cell for line in lines for cell in line.cells]
        yield ",".join([lines[0].x, *[cell if is_number(cell) else "" for cell in cells]])


def curve_lines(found: Picture) -> "Iterator[str]":
    """Every point that a stroke goes through; a cell is empty where that curve has no point.

    Where curves are no functions each point has a line of its own: which curve, which stroke, x, y.
    """
    if found.up:
        yield from _stroke_lines(found)
        return
    curves = [curve for panel in found.panels for curve in panel.curves]
    orders = [order for panel in found.panels for order in panel.orders]
    curves.sort(key=lambda curve: (curve.number, curve.order))
    yield heads(found.variable, len(found.expressions), orders)
    columns = [
        dict([point for stroke in curve.strokes for point in stroke] + curve.dots)
        for curve in curves
    ]
    for x in sorted({x for column in columns for x in column}):
        cells = [f"{column[x]:.15g}" if x in column else "" for column in columns]
        yield ",".join([f"{x:.15g}", *cells])


def _stroke_lines(found: Picture) -> "Iterator[str]":
    yield f"curve,stroke,{found.variable},{found.up}"
    for curve in found.panels[0].curves:
        digits = found.digits(curve)
        strokes = [*curve.strokes, *[[dot] for dot in curve.dots]]
        strokes += [
            [(mark.x, mark.y)]
            for mark in curve.marks
            if mark.kind == "alone" and mark.y is not None
        ]
        for number, stroke in enumerate(strokes, 1):
            for x, y in stroke:
                yield f"{curve.number + 1},{number},{x:.{digits}g},{y:.{digits}g}"
