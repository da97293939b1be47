"""Is this number the slope of a curve at a point?"""

from slopecli.answers.curves.curve_formula import pair_of
from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.answers.curves.curve_slope import CurveSlope
from slopecli.answers.curves.through import through
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.curves.answer import CurveAnswer, read_curve_answer, slope_name
from slopecli.answers.homework.curves.mistakes import formula_of, letters_of, told
from slopecli.answers.homework.curves.task import checked_order, slope_formula
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.number import (
    BITS,
    DIGITS,
    NO_SLOPE,
    as_given,
    at_point,
    ball_of,
    check_is_number,
    cut_off,
    number_verdict,
    says,
    shown,
)
from slopecli.answers.homework.verdict import Verdict, Witness
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


class PointTask:
    """A curve, one point of it, and what was handed in for the slope there."""

    __slots__ = ("answer", "order", "question", "slope", "source")

    def __init__(self, source: str, question: CurveQuestion, answer: str, order: int) -> None:
        self.source = source
        self.question = question
        self.answer = answer
        self.order = order
        (at,) = question.points
        self.slope: CurveSlope = through(question, at).slope_here(order, DIGITS)

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
    task = PointTask(source, question, answer, order)
    if says(answer.rpartition("=")[2], _NO_SLOPE):
        return _no_slope(task)
    given = read_curve_answer(answer, question, order, strict=conventions.get("strict", False))
    value = _value(task, given)
    if task.slope.status == "unknown":
        return _record(task, _unknown(task), given)
    return _compared(task, given, value)


def _value(task: PointTask, given: CurveAnswer) -> "Any":
    """The number that the answer is at the point; None where it has none."""
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
    found = evaluate(number, {}, Balls(BITS))
    return None if isinstance(found, Missing) else found


def _no_slope(task: PointTask) -> Check:
    if task.slope.status == "unknown":
        return _record(task, _unknown(task))
    if task.slope.status != "ok":
        return _record(task, Verdict("correct", "proved", 1))
    verdict = Verdict("wrong", "proved")
    verdict.witness = _witness(task, None)
    return _record(task, verdict)


def _unknown(task: PointTask) -> Verdict:
    verdict = Verdict("unknown")
    verdict.reason = task.slope.reason
    return verdict


def _compared(task: PointTask, given: CurveAnswer, value: "Any") -> Check:
    balls = Balls(BITS)
    verdict = Verdict("wrong", "proved")
    slope = task.slope.slope
    if slope is not None and value is not None:
        verdict = number_verdict(task.answer, slope, balls.ball(value), type(value) is Ratio)
    if verdict.verdict == "wrong":
        yours = None if value is None else shown(balls.ball(value))
        verdict.witness = _witness(task, yours)
    found = _record(task, verdict, given)
    if verdict.verdict == "wrong" and value is not None and slope is not None:
        found.mistakes = _explained(task, ball_of(slope)[0], balls.ball(value))
    return found


def _witness(task: PointTask, yours: str | None) -> Witness:
    at: dict[str, Ratio | str] = {
        name: point.text for name, point in task.question.points[0].items()
    }
    return Witness(at, yours, _right(task) if task.slope.slope is not None else None)


def _right(task: PointTask) -> str:
    """The slope with as many digits as are shown, or the word for why there is none."""
    if task.slope.slope is None:
        return task.slope.status
    return shown(ball_of(task.slope.slope)[0])


def _record(task: PointTask, verdict: Verdict, given: CurveAnswer | None = None) -> Check:
    notes = task.question.notes + (() if given is None else given.notes)
    return Check(task.source, task.answer, "slope", verdict, right=_right(task), notes=notes)


def _explained(task: PointTask, right: "Any", value: "Any") -> list[Mistake]:
    """What the number looks like: a wrong way to the slope, or another number at the point."""
    rounded = cut_off(task.answer, right, value)
    if rounded:
        return rounded
    value = as_given(task.answer, value)
    for mistake, candidate in _candidates(task, right):
        found = candidate() if callable(candidate) else candidate
        if found is not None and found.overlaps(value) and not found.overlaps(right):
            return [mistake]
    return []


def _candidates(task: PointTask, right: "Any") -> "Iterator[tuple[Mistake, Any]]":
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
    ) -> "Any":
        return at_point(f"point-errs-{name}", message), lambda: at(expr, place)

    m, x, y = parts.get("m"), parts["x"], parts["y"]
    if not right.contains(0):
        yield at_point("point-errs-normal", tell("the slope of the normal was given")), -1 / right
    for row in wrong_ways(question.kind, task.order):
        yield told(row, question), lambda row=row: at(formula_of(row, parts))
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
    yield from _in_degrees(task, at)


def _in_degrees(task: PointTask, at: "Any") -> "Iterator[tuple[Mistake, Any]]":
    from slopecli.language.degrees import in_degrees

    key = slope_formula(task.question, task.order)
    if key is not None and in_degrees(key) != key:
        message = tell("angles were taken in degrees: a slope needs radians")
        yield at_point("degrees", message), lambda: at(in_degrees(key))
