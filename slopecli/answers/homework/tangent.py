"""An answer that is a line, as y = 6x - 9, where the slope at a point is asked."""

from slopecli.answers.homework.number import BITS, slope_as_ball
from slopecli.answers.question import Question
from slopecli.answers.slope import Slope
from slopecli.calculus.balls import Balls
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr, letters
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ELSEWHERE = Ratio(997, 1009)  # where 6x - 9 and 2x, which agree at no other place, differ


def check_is_no_line(question: Question, slope: Slope, given: Expr, answer: str) -> None:
    """Raise UnusableError where the answer is the tangent, or y = a line through the point.

    A formula for the slope, to be taken at the point, is none of these.
    """
    variable = question.variable
    right = slope_as_ball(slope)
    if variable not in letters(given) or slope.order != 1 or right is None:
        return
    rise = derivative(given, variable)
    here = evaluate(slope.at.expr, {}, Balls(BITS))
    if letters(rise) or not _meet(question.fixed, given, variable, here):
        return
    tangent = bool(_value(rise, variable, here).overlaps(right))
    if not tangent and answer.partition("=")[0].strip() != "y":
        return
    if _meet(derivative(question.fixed, variable), given, variable, _ELSEWHERE):
        return
    raise UnusableError(
        tell("this is the tangent; asked is its slope, a number.")
        if tangent
        else tell("this is a line through the point; asked is the slope, a number."),
        advice=tell("The slope is what stands before {variable}.", variable=variable),
    )


def _meet(one: Expr, other: Expr, variable: str, at: "Any") -> bool:
    """Whether two formulas have the same value at a place."""
    first, second = _value(one, variable, at), _value(other, variable, at)
    return first is not None and second is not None and bool(first.overlaps(second))


def _value(expr: Expr, variable: str, at: "Any") -> "Any":
    balls = Balls(BITS)
    found = evaluate(expr, {variable: at}, balls)
    return None if isinstance(found, Missing) else balls.ball(found)
