"""Every point of an implicit curve above a given x, and the slope there."""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_slope import CurveSlope, difference
from slopecli.answers.curves.implicit import Implicit
from slopecli.answers.interval import Interval
from slopecli.answers.proven import proven
from slopecli.answers.slope import Point
from slopecli.answers.studies.marks import Mark
from slopecli.answers.studies.places_where import Places, places_where
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Undecided, evaluate
from slopecli.calculus.zeros.roots import sign_at
from slopecli.language.expr import Expr, Num, substitute

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


class Beside(Implicit):
    """An implicit curve at a point whose one coordinate is only known as a zero."""

    def __init__(self, left: Expr, right: Expr, at: Coordinates, solved: str, mark: Mark) -> None:
        super().__init__(left, right, at)
        self.solved = solved
        self.mark = mark

    def slope_here(self, order: int = 1, digits: int = 15) -> CurveSlope:
        """The slope at the point; the point is on the curve, that is how it was found."""
        if self.mark.exact is not None:
            return super().slope_here(order, digits)
        found = CurveSlope("", self.at, order)
        place = [proven(lambda base, k=k: self._here(base)[k], digits).digits for k in (0, 1)]  # type: ignore[misc]
        found.x, found.y = place
        zero = self.mark.zero
        steep = 1 if self.solved == self.across else sign_at(zero.curve, zero.order + 1, zero)
        number = proven(lambda base: self.slope(base, order), digits) if steep else None
        if number is None or number.digits is None:
            return self._unknown(found, None if number is None else number.missing)
        found.slope = number.digits
        return found

    def _here(self, base: Balls) -> "list[Any]":
        if self.mark.exact is None and isinstance(base, Constants):
            return [Undecided(), Undecided()]
        return [
            self.mark.zero.ball(base) if name == self.solved else evaluate(point.expr, {}, base)
            for name, point in self.at.items()
        ]


def solve(
    left: Expr, right: Expr, letters: list[str], given: Coordinates, interval: Interval
) -> tuple[Places, list[Beside]]:
    """The points of the curve where one letter has the given value, the other in the interval."""
    ((known, point),) = given.items()
    solved = next(name for name in letters if name != known)
    expr = substitute(difference(left, right), {known: point.expr})
    places = places_where(expr, solved, interval, 0, Num(0))
    found = []
    for mark in places.marks:
        there = Point(mark.x, mark.exact or Num(mark.low))
        at = {name: there if name == solved else point for name in letters}
        found.append(Beside(left, right, at, solved, mark))
    return places, found
