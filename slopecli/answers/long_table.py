"""Long tables: a formula and its slopes at millions of points, in doubles, block by block."""

from slopecli.answers.interval import Interval, double
from slopecli.answers.slope import Point
from slopecli.calculus.arrays.program import Program
from slopecli.language.expr import Expr

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

BLOCK = 65_536  # points of which the text is made at a time
_EXACT = 1 << 53  # whole numbers up to here are doubles


def blocks(
    expr: Expr, variable: str, interval: Interval, count: int, step: Point | None, order: int
) -> "Iterator[tuple[list[str], list[list[str]]]]":
    """The places and the columns of f, f', ... as text, a block at a time."""
    import numpy as np

    program = Program(expr, variable, order)
    for start in range(0, count, BLOCK):
        x = _places(interval, count, step, np.arange(start, min(start + BLOCK, count)))
        columns = program.run(x)
        yield _spelled(x), [_told(column, k, columns[0]) for k, column in enumerate(columns)]


def _places(interval: Interval, count: int, step: Point | None, numbers: "Any") -> "Any":
    """The nearest doubles to the evenly spaced points with these numbers."""
    begin, length = double(interval.left), None
    if step is None:
        parts = max(count - 1, 1)
        start, end = interval.start, interval.end
        if start is not None and end is not None and not interval.in_pi:
            common = start.denominator * end.denominator * parts
            first = start.numerator * end.denominator * parts
            by = end.numerator * start.denominator - start.numerator * end.denominator
            if max(abs(first), abs(first + by * parts), common) < _EXACT:
                return (first + by * numbers) / common
        length = (double(interval.right) - begin) / parts
    else:
        length = double(step)
    return begin + length * numbers


def _spelled(column: "Any") -> list[str]:
    """The numbers as text, exponents as elsewhere: 1e-6, not 1e-06."""
    told = "\n".join([f"{number:.15g}" for number in column.tolist()])
    return told.replace("e-0", "e-").replace("e+0", "e+").split("\n")


def _told(column: "Any", order: int, value: "Any") -> list[str]:
    """The numbers as text; what is missing in words."""
    import numpy as np

    if not np.any(column):  # no -0
        return ["0"] * len(column)
    told = _spelled(column + 0.0)
    for index in np.flatnonzero(~np.isfinite(column)).tolist():
        told[index] = "no slope" if order and np.isfinite(value[index]) else "undefined"
    return told
