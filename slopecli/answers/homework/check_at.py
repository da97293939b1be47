"""Is this number the slope at a point?"""

from slopecli.answers.curves.coordinates import split
from slopecli.answers.homework.answer import bare
from slopecli.answers.homework.check import Check
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
from slopecli.answers.question import Question, ask, place
from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, letters, substitute
from slopecli.language.functions import ROWS
from slopecli.language.parser import read
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any, Unpack

    from slopecli.answers.question import Conventions


def check_number(
    function: str,
    answer: str,
    at: str,
    *,
    order: int | None = None,
    **conventions: "Unpack[Conventions]",
) -> Check:
    """Read a question with a point, and check the number given for it.

    Where the point gives values to several letters, the slope is that in the one named.
    """
    if len(split(at)) > 1:
        at, conventions["let"] = _one_letter(at, conventions)
    question = ask(function, at=[at], **conventions)
    order = question.order if order is None else order
    return check_at(question, question.points[0], answer, order)


def _one_letter(at: str, conventions: "Conventions") -> tuple[str, list[str]]:
    """The value of the variable alone; those of the other letters as parameters."""
    variable, let = conventions.get("variable"), conventions.get("let", ())
    parts = {place(part)[0]: part for part in split(at)}
    if variable not in parts:
        raise UnusableError(
            tell(
                "the slope in which letter? The point names {names}.",
                names=", ".join(map(str, parts)),
            ),
            advice=tell("Name it, as in -x {letter}.", letter=next(iter(parts)) or "x"),
        )
    return parts[variable], [*let, *[part for name, part in parts.items() if name != variable]]


def check_at(question: Question, point: Point, answer: str, order: int = 1) -> Check:
    """Check a number, or the word that there is no slope, at a point.

    Raises SlopeError where the answer is neither.
    """
    slope = slope_at(
        question.fixed, question.variable, point, order=order, digits=DIGITS, with_value=False
    )
    formula = bare(answer, question.variable)
    if says(formula, NO_SLOPE):
        return _no_slope(question, answer, slope)
    given = substitute(read(formula, _names(question)).expr, question.parameters)
    given = substitute(given, {question.variable: point.expr})
    check_is_number(given, answer)
    if slope.status == "unknown":
        verdict = Verdict("unknown")
        verdict.reason = slope.reason
        return _check(question, answer, slope, verdict)
    balls = Balls(BITS)
    value = evaluate(given, {}, balls)
    return _compared(question, answer, slope, None if isinstance(value, Missing) else value)


def _check(question: Question, answer: str, slope: Slope, verdict: Verdict) -> Check:
    """The record; where there is no slope, the right answer is the word for why."""
    right = _right(slope) or slope.text
    return Check(question.source, answer, "slope", verdict, right=right, notes=question.notes)


def _names(question: Question) -> set[str]:
    return {*letters(question.expr), *question.parameters, question.variable}


def _no_slope(question: Question, answer: str, slope: Slope) -> Check:
    if slope.status == "unknown":
        return _check(question, answer, slope, Verdict("unknown"))
    if slope.status != "ok":
        return _check(question, answer, slope, Verdict("correct", "proved", 1))
    verdict = Verdict("wrong", "proved")
    verdict.witness = _witness(question, slope, None)
    return _check(question, answer, slope, verdict)


def _compared(question: Question, answer: str, slope: Slope, value: "Any") -> Check:
    balls = Balls(BITS)
    yours = None if value is None else shown(balls.ball(value))
    verdict = Verdict("wrong", "proved")
    if slope.status == "ok" and value is not None:
        assert slope.slope is not None
        verdict = number_verdict(answer, slope.slope, balls.ball(value), type(value) is Ratio)
    if verdict.verdict == "wrong":
        verdict.witness = _witness(question, slope, yours)
    found = _check(question, answer, slope, verdict)
    told = bool(verdict.notes)
    if verdict.verdict == "wrong" and not told and value is not None and slope.status == "ok":
        found.mistakes = _explained(question, answer, slope, balls.ball(value))
    return found


def _ball(slope: Slope) -> "Any":
    """The slope as a ball; None where there is none."""
    return None if slope.slope is None else ball_of(slope.slope)[0]


def _witness(question: Question, slope: Slope, yours: str | None) -> Witness:
    return Witness({question.variable: slope.at.text}, yours, _right(slope))


def _right(slope: Slope) -> str | None:
    """The slope with as many digits as are shown; None where there is none."""
    ball = _ball(slope)
    return None if ball is None else shown(ball)


def _explained(question: Question, answer: str, slope: Slope, value: "Any") -> list[Mistake]:
    """Slips that belong to a number at a point."""
    right = _ball(slope)
    found = cut_off(answer, right, value)
    if found:
        return found
    value = as_given(answer, value)
    for mistake, message, candidate in _candidates(question, slope, right):
        if candidate is not None and candidate.overlaps(value):
            return [at_point(mistake, message)]
    return []


def _candidates(question: Question, slope: Slope, right: "Any") -> "Any":
    """What students give for the slope at a point."""
    expr, variable, point = question.fixed, question.variable, slope.at
    order = slope.order
    yield "point-errs-sign", tell("the sign is wrong"), -right
    yield (
        "point-errs-value",
        tell("the value of the function was given, not its slope"),
        _at(slope, 0),
    )
    if order > 1:
        yield (
            "order-too-low",
            tell("it was derived {made} times only", made=order - 1),
            _at(slope, order - 1),
        )
    yield (
        "order-too-high",
        tell("it was derived {made} times", made=order + 1),
        _at(slope, order + 1),
    )
    opposite = Point("", Call("neg", (point.expr,)))
    turned = slope_at(expr, variable, opposite, order=order, digits=DIGITS, with_value=False)
    message = tell("{variable} was taken with the wrong sign", variable=variable)
    yield "point-errs-place", message, _ball(turned)
    if not right.contains(0):
        yield "point-errs-normal", tell("the slope of the normal was given"), -1 / right
        yield "point-errs-inverse", tell("x and y were swapped"), 1 / right
    for name, value in question.parameters.items():
        if name in letters(question.expr) and order == 1:
            message = tell(
                "it was derived in {other}: the variable is {variable}",
                other=name,
                variable=variable,
            )
            yield "partial-wrong-var", message, _partial(question, name, value, point)
    if order == 1:
        yield from _of_lines(question, slope, right)
    yield from _in_degrees(question, slope)


def _partial(question: Question, name: str, value: Expr, point: Point) -> "Any":
    """The slope in another letter at the same point."""
    others = {**question.parameters, question.variable: point.expr}
    del others[name]
    expr = substitute(question.expr, others)
    found = slope_at(expr, name, Point("", value), digits=DIGITS, with_value=False)
    return _ball(found)


def _of_lines(question: Question, slope: Slope, right: "Any") -> "Any":
    """The slope of a chord, and where the tangent meets the axis."""
    balls = Balls(BITS)
    here = evaluate(slope.at.expr, {}, balls)

    def height(at: "Any") -> "Any":
        found = evaluate(question.fixed, {question.variable: at}, balls)
        return None if isinstance(found, Missing) else balls.ball(found)

    def chord(step: "Any") -> "Any":
        there = height(balls.apply(ROWS["+"], [here, step]))
        return None if there is None or level is None else (there - level) / balls.ball(step)

    level = height(here)
    if level is None:
        return
    message = tell("the slope of a chord was given, not that of the tangent")
    back = balls.apply(ROWS["neg"], [here])
    if not balls.ball(here).contains(0):
        yield "point-errs-secant", message, chord(back)
        yield "point-errs-secant", message, level / balls.ball(here)
    for step in (Ratio(1), Ratio(1, 10), Ratio(1, 100), Ratio(1, 1000)):
        yield "point-errs-secant", message, chord(step)
        yield "point-errs-secant", message, chord(-step)
    message = tell("the tangent was followed to x = 0: that is its height there, not its slope")
    yield "point-errs-intercept", message, level - balls.ball(here) * right


def _in_degrees(question: Question, slope: Slope) -> "Any":
    from slopecli.language.degrees import in_degrees

    turned = in_degrees(question.fixed)
    if turned != question.fixed:
        found = slope_at(
            turned, question.variable, slope.at, order=slope.order, digits=DIGITS, with_value=False
        )
        value = _ball(found)
        message = tell("angles were taken in degrees: a slope needs radians")
        yield "degrees", message, value
        if value is not None and slope.order == 1:
            import flint

            yield "degrees", message, value * 180 / flint.arb.pi()


def _at(slope: Slope, order: int) -> "Any":
    found = slope_at(
        slope.expr, slope.variable, slope.at, order=order, digits=DIGITS, with_value=False
    )
    return _ball(found)
