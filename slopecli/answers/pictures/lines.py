"""Tangents and normals in a picture: where they are drawn, and their equation."""

from slopecli.answers.curves.tangent import line_at, touch_of_function
from slopecli.answers.proven import proven
from slopecli.answers.slope import Point, slope_at
from slopecli.calculus.digits import is_in_words
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Expr
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.curves.curve_slope import Touch

_LARGEST = 1e150  # products of two such numbers are doubles
_SHOWN = 6  # digits in the equation of a line


class Straight:
    """The line through (x, y) with this slope, which is None where it stands upright.

    `where` says at which point it was asked for: x = 0.5, (3, 4), t = pi/3.
    """

    __slots__ = ("equation", "kind", "slope", "where", "x", "y")

    def __init__(
        self, kind: str, x: float, y: float, slope: float | None, equation: str, where: str
    ) -> None:
        self.where = where
        self.kind = kind
        self.x = x
        self.y = y
        self.slope = slope
        self.equation = equation

    @property
    def told(self) -> str:
        """What it is, where, and its equation."""
        return tell(
            "normal at {where}: {equation}"
            if self.kind == "normal"
            else "tangent at {where}: {equation}",
            where=self.where,
            equation=self.equation,
        )


def tangent(expr: Expr, variable: str, point: Point, normal: bool = False) -> Straight:
    """The tangent at a point, or the normal. Raises UnusableError where there is none."""
    found = slope_at(expr, variable, point)
    touch = touch_of_function(expr, variable, point, found)
    kind = "normal" if normal else "tangent"
    place = f"{variable} = {point.text}"
    line = straight(touch, kind, (variable, "y"), text(expr), place, found.reason)
    line.where = f"{variable} = {line.x:.6g}"
    return line


def straight(
    touch: "Touch | None",
    kind: str,
    axes: "tuple[str, str]",
    curve: str,
    place: str,
    reason: str | None,
) -> Straight:
    """The line that touches, or with kind "normal" crosses, a curve of this name at a place.

    Raises UnusableError where there is none, for this reason.
    """
    across, up = axes
    line = None if touch is None else line_at(touch, kind, across=across, up=up, digits=_SHOWN)
    if touch is None or line is None:
        raise UnusableError(
            tell(
                "{curve} has no normal at {place}: {reason}."
                if kind == "normal"
                else "{curve} has no tangent at {place}: {reason}.",
                curve=curve,
                place=place,
                reason=reason,
            ),
            advice=tell("Take a point where there is a slope."),
        )
    told = tell(
        "the normal at {place}" if kind == "normal" else "the tangent at {place}", place=place
    )
    slope = None if line.slope is None else _double(line.slope, told)
    x, y = [_double(proven(number).digits or "0", told) for number in (touch.x, touch.y)]
    return Straight(kind, x, y, slope, line.equation, place)


def _double(digits: str, where: str) -> float:
    """Digits as a double. Raises LimitError where no picture reaches so far."""
    number = float("inf") if is_in_words(digits) else float(digits)
    if abs(number) > _LARGEST:
        raise LimitError(tell("{where} is too far out to be drawn.", where=where))
    return number
