"""A slip at one part of a curve, by the rules for functions.

A slip at a part of an equation shows in the student's own slope: put in for y', it makes the
equation derived with the slip come out even. So the search for slips in a function serves here,
too, with y moving along at the slope that the student gave.
"""

from slopecli.answers.homework.curves.task import CurveTask, slope_formula
from slopecli.answers.homework.diagnose import explained
from slopecli.answers.homework.mistake import Mistake
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.suspects import LARGEST, Here, NoNumber, Search, Suspect
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Expr, Var, letters, nodes
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

_BITS = 96
FEWEST = 3  # points at which a mistake must give the student's number


class Seen:
    """A point with the letters' numbers there, and the student's."""

    __slots__ = ("at", "yours")

    def __init__(self, at: "dict[str, Any]", yours: "Any") -> None:
        self.at = at
        self.yours = yours


def slips_of(task: CurveTask, points: list[Seen]) -> list[Mistake]:
    """The slips that explain the answer, the likeliest first."""
    try:
        if task.question.kind == "implicit":
            return _in_equation(task, points)
        return _in_pair(task, points)
    except NoNumber:
        return []


def _in_equation(task: CurveTask, points: list[Seen]) -> list[Mistake]:
    """One wrong rule where both sides were derived, or where y' was derived again."""
    across, up = task.question.letters
    slope = up + "'"
    along: dict[str, Expr] = {up: Var(slope)}
    if task.order > 2:
        return []
    expr = task.equation if task.order == 1 else slope_formula(task.question, 1)
    if expr is None or len(nodes(expr)) > LARGEST:
        return []
    balls = Balls(_BITS)
    seen: list[Here] = []
    for point in points:
        moves, target = point.yours, balls.ball(Ratio(0))
        if task.order == 2:
            first = evaluate(expr, point.at, balls)
            if isinstance(first, Missing):
                continue
            moves, target = balls.ball(first), point.yours
        place = {**point.at, slope: moves}
        try:
            seen.append(Here(expr, across, place, target, {up: moves}))
        except NoNumber:
            continue
    if len(seen) < FEWEST:
        return []
    if task.order == 1:
        search: Search = SearchOnCurve(expr, across, seen, along)
    else:
        search = Search(expr, across, seen, along)
    if expr is not task.question.parts[0]:
        search.leave_out(expr)  # left - right
    return explained(search)


class SearchOnCurve(Search):
    """Slips that make the equation come out even with the student's slope, and with no other."""

    def holds(self, together: "Sequence[Suspect]") -> bool:
        """Whether the equation derived with these slips is solved by the student's slope alone."""
        return super().holds(together) and not self._by_any(together)

    def _by_any(self, together: "Sequence[Suspect]") -> bool:
        """Whether it holds with any slope: where the slips leave no y' in it."""
        slips = {id(suspect.part.node): suspect for suspect in together}
        here = self.here
        moves = {name: slope + 1 for name, slope in here.along.items()}
        place = {**here.place, **{name + "'": slope for name, slope in moves.items()}}
        try:
            other = Here(here.expr, here.variable, place, here.target, moves)
            return bool(other.derived(slips)[id(here.expr)].overlaps(here.target))
        except NoNumber:
            return True


def _in_pair(task: CurveTask, points: list[Seen]) -> list[Mistake]:
    """One wrong rule where x, y, or dy/dx was derived."""
    (parameter,) = task.question.letters
    x, y = task.pair
    balls = Balls(_BITS)
    speed = derivative(x, parameter)

    def slips(expr: Expr | None, target: "Callable[[Any, Any], Any]", other: Expr) -> list[Mistake]:
        if expr is None or len(nodes(expr)) > LARGEST or parameter not in letters(expr):
            return []
        seen: list[Here] = []
        for point in points:
            beside = evaluate(other, point.at, balls)
            if isinstance(beside, Missing):
                continue
            wanted = target(point.yours, balls.ball(beside))
            if not wanted.is_finite():
                continue
            try:
                seen.append(Here(expr, parameter, point.at, wanted))
            except NoNumber:
                continue
        return explained(Search(expr, parameter, seen)) if len(seen) >= FEWEST else []

    if task.order > 1:
        lower = slope_formula(task.question, task.order - 1)
        return slips(lower, lambda yours, beside: yours * beside, speed)
    found = slips(y, lambda yours, beside: yours * beside, speed)
    return found or slips(x, lambda yours, beside: beside / yours, derivative(y, parameter))
