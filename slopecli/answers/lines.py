"""Tangents and normals: straight lines at a point of a curve, with their equations."""

from math import inf

from slopecli.answers.slope import Point, slope_at
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Expr
from slopecli.language.text import text

_LARGEST = 1e150  # products of two such numbers are doubles
_SHOWN = 6  # digits in the equation of a line


class Straight:
    """The line through (x, y) with this slope, which is None where it stands upright."""

    __slots__ = ("equation", "kind", "slope", "x", "y")

    def __init__(self, kind: str, x: float, y: float, slope: float | None, equation: str) -> None:
        self.kind = kind
        self.x = x
        self.y = y
        self.slope = slope
        self.equation = equation


def tangent(expr: Expr, variable: str, point: Point, normal: bool = False) -> Straight:
    """The tangent at a point, or the normal. Raises UnusableError where there is no slope."""
    found = slope_at(expr, variable, point)
    kind = "normal" if normal else "tangent"
    if found.slope is None or found.value is None:
        raise UnusableError(
            f"{text(expr)} has no {kind} at {variable} = {point.text}: {found.reason}.",
            advice="Take a point where there is a slope.",
        )
    x = slope_at(_identity(variable), variable, point).value
    assert x is not None
    try:
        here, height, slope = float(x), float(found.value), float(found.slope)
    except ValueError:  # a number that is told in words
        here = height = slope = inf
    if max(abs(here), abs(height), abs(slope)) > _LARGEST:
        raise LimitError(f"the {kind} at {variable} = {point.text} is too far out to be drawn.")
    steepness: float | None = slope
    if normal:
        steepness = -1 / slope if slope else None
    return Straight(kind, here, height, steepness, _equation(variable, here, height, steepness))


def _identity(variable: str) -> Expr:
    from slopecli.language.expr import Var

    return Var(variable)


def _equation(variable: str, x: float, y: float, slope: float | None) -> str:
    """Such as "y = 2x - 1"."""
    if slope is None:
        return f"{variable} = {_short(x)}"
    shift = y - slope * x
    if abs(shift) < 1e-12 * max(1.0, abs(y), abs(slope * x)):
        shift = 0.0
    if not slope:
        return f"y = {_short(shift)}"
    factor = {"1": "", "-1": "-"}.get(_short(slope), _short(slope))
    times = "*" if "e" in factor else ""
    if not shift:
        return f"y = {factor}{times}{variable}"
    sign = "+" if shift > 0 else "-"
    return f"y = {factor}{times}{variable} {sign} {_short(abs(shift))}"


def _short(number: float) -> str:
    return f"{number:.{_SHOWN}g}"
