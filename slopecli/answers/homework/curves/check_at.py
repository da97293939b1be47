"""Is this number the slope of a curve at a point?"""

from slopecli.answers.curves.curve_formula import pair_of
from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.answers.curves.through import through
from slopecli.answers.homework.chain import check_links, links
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.curves.answer import CurveAnswer, read_curve_answer, slope_name
from slopecli.answers.homework.curves.mistakes import formula_of, letters_of, told
from slopecli.answers.homework.curves.task import checked_order, slope_formula
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.number import (
    BITS,
    DIGITS,
    NO_SLOPE,
    PointTask,
    at_point,
    check_is_number,
    says,
)
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.wrong_curves import wrong_ways
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, substitute
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Unpack

    from slopecli.answers.question import Conventions

_NO_SLOPE = NO_SLOPE | {"verticaltangent", "singular", "cusp", "infinity", "inf"}


class CurvePointTask(PointTask):
    """A curve, one point of it, and what was handed in for the slope there."""

    __slots__ = ("order", "question")

    def __init__(self, source: str, question: CurveQuestion, answer: str, order: int) -> None:
        (at,) = question.points
        told: dict[str, Ratio | str] = {name: point.text for name, point in at.items()}
        slope = through(question, at).slope_here(order, DIGITS)
        super().__init__(source, answer, told, slope, question.notes)
        self.question = question
        self.order = order

    @property
    def point(self) -> dict[str, Expr]:
        """The letters' values, with x and y of a pair."""
        found = {name: point.expr for name, point in self.question.points[0].items()}
        if self.question.kind != "implicit":
            pair = dict(zip(("x", "y"), pair_of(self.question), strict=True))
            if self.question.kind == "polar":
                pair["r"] = self.question.parts[0]
            found = {**{name: substitute(part, found) for name, part in pair.items()}, **found}
        return found


def check_curve_at(
    source: str,
    answer: str,
    at: str,
    *,
    order: int | None = None,
    **conventions: "Unpack[Conventions]",
) -> Check | None:
    """Check a number, or the word that there is no slope, at a point of a curve.

    None where the source is no curve. Raises SlopeError where the point is not on the curve, or
    the answer is neither.
    """
    question = ask_curve(source, at=[at], **conventions)
    if question is None:
        return None
    order = checked_order(question.order if order is None else order)
    task = CurvePointTask(source, question, answer, order)
    if says(answer.rpartition("=")[2], _NO_SLOPE):
        return task.no_slope()
    given = read_curve_answer(answer, question, order, strict=conventions.get("strict", False))
    if given.expr is None:

        def one(link: str) -> Check:
            found = check_curve_at(source, link, at, order=order, **conventions)
            assert found is not None
            return found

        parts = links(answer, "")
        if len(parts) > 1 and one(parts[0]).verdict.verdict == "correct":  # -3/4 = -0.75
            return check_links(answer, parts, "", one)
    task.notes += given.notes
    value = _value(task, given)
    if task.slope.status == "unknown":
        return task.unknown()
    return task.compared(value, _candidates(task, task.right))


def _value(task: CurvePointTask, given: CurveAnswer) -> "Any":
    """The number that the answer is at the point; `Missing` where it has none."""
    if given.expr is None:
        raise UnusableError(
            tell("the answer is no number: there is no slope in the equation."),
            source=task.answer,
        )
    lower = {}
    for each in range(1, task.order):
        formula = slope_formula(task.question, each)
        if formula is not None:
            lower[slope_name(task.question, each)] = formula
    number = substitute(substitute(given.expr, lower), task.point)
    check_is_number(number, task.answer)
    return evaluate(number, {}, Balls(BITS))


def _candidates(task: CurvePointTask, right: "Any") -> "Iterator[tuple[Mistake, Any]]":
    """What students give for the slope of a curve at a point."""
    question, point = task.question, task.point
    parts = letters_of(question, task.order)

    def at(expr: Expr | None, place: dict[str, Expr] | None = None) -> "Any":
        if expr is None:
            return None
        balls = Balls(BITS)
        found = evaluate(substitute(expr, place or point), {}, balls)
        return None if isinstance(found, Missing) else balls.ball(found)

    def slip(
        name: str, message: str, expr: Expr | None, place: dict[str, Expr] | None = None
    ) -> tuple[Mistake, "Any"]:
        return at_point(f"point-errs-{name}", message), at(expr, place)

    m, x, y = parts.get("m"), parts["x"], parts["y"]
    if not right.contains(0):
        yield at_point("point-errs-normal", tell("the slope of the normal was given")), -1 / right
    for row in wrong_ways(question.kind, task.order):
        yield told(row, question), at(formula_of(row, parts))
    names = question.letters
    yield slip("value", tell("a coordinate of the point was given, not the slope"), y)
    yield slip("value", tell("a coordinate of the point was given, not the slope"), x)
    if task.order == 1 and m is not None:
        message = tell("the slope of the line from the origin was given, not that of the tangent")
        yield slip("secant", message, Call("/", (y, x)))
        message = tell("the tangent was followed to x = 0: that is its height there, not its slope")
        yield slip("intercept", message, Call("-", (y, Call("*", (m, x)))))
    key = parts.get("k")
    if question.kind == "implicit":
        across, up = names
        swapped = {across: point[up], up: point[across]}
        yield slip("swapped", tell("both coordinates of the point were swapped"), key, swapped)
    for name in names:
        turned = {**point, name: Call("neg", (point[name],))}
        message = tell("{variable} was taken with the wrong sign", variable=name)
        yield slip("place", message, key, turned)
    from slopecli.language.degrees import in_degrees

    if key is not None and in_degrees(key) != key:
        message = tell("angles were taken in degrees: a slope needs radians")
        yield at_point("degrees", message), at(in_degrees(key))
