"""Is this number the slope at a point?"""

from slopecli.answers.homework.answer import TOO_FEW_DIGITS, Answer, bare, read_answer
from slopecli.answers.homework.brackets import missing_brackets
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.diagnose import MOST, explained_at
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.number import (
    BITS,
    DIGITS,
    NO_SLOPE,
    PointTask,
    as_given,
    at_point,
    check_is_number,
    number_verdict,
    says,
    slope_as_ball,
)
from slopecli.answers.homework.tangent import check_is_no_line
from slopecli.answers.homework.verdict import Verdict
from slopecli.answers.question import Question, ask
from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.answers.values import place, split
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.rounded import meets_when_rounded
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, letters, substitute
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any, Unpack

    from slopecli.answers.question import Conventions


_SELDOM = frozenset(
    {"point-errs-secant", "point-errs-intercept", "point-errs-inverse", "point-errs-place"}
)


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
    strict = conventions.get("strict", False)
    return check_at(question, question.points[0], answer, order, strict=strict)


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


def check_at(
    question: Question, point: Point, answer: str, order: int = 1, *, strict: bool = False
) -> Check:
    """Check a number, or the word that there is no slope, at a point.

    Raises SlopeError where the answer is neither.
    """
    slope = slope_at(
        question.fixed, question.variable, point, order=order, digits=DIGITS, with_value=False
    )
    at: dict[str, Ratio | str] = {question.variable: point.text}
    task = PointTask(question.source, answer, at, slope, question.notes)
    formula = bare(answer, question.variable)
    if says(formula, NO_SLOPE):
        return task.no_slope()
    given = _read(formula, question, strict)
    task.notes += given.notes
    here = {question.variable: point.expr}
    number = substitute(given.expr, here)
    check_is_number(number, answer)
    if slope.status == "unknown":
        return task.unknown()
    check_is_no_line(question, slope, given.expr, answer)
    value = evaluate(number, {}, Balls(BITS))
    at_end = _at_end(task, slope, value)
    if at_end is not None:
        return at_end
    candidates = _candidates(question, slope, task.right)
    looks = ((at_point(name, message), number) for name, message, number in candidates)
    found = task.compared(value, looks)
    if found.verdict.verdict == "wrong" and task.right is not None:
        if meets_when_rounded(number, given.rounded, [({}, task.right)], 1):
            return task.checked(Verdict("correct", "rounded", 1))
        if meets_when_rounded(number, given.short_decimals, [({}, task.right)], 1):
            found.verdict.notes = [tell(TOO_FEW_DIGITS)]
        if found.verdict.notes:
            found.mistakes = []
        else:
            brackets = _without_brackets(formula, question, task, here)
            found.mistakes = brackets or _likeliest(
                found.mistakes, _slips(question, slope, answer, value)
            )
    return found


def _likeliest(at_points: list[Mistake], slips: list[Mistake]) -> list[Mistake]:
    """Slips that belong to points and slips of rules; the chord and its like come last."""
    if any(mistake.id == "point-errs-value" for mistake in at_points):
        return at_points
    seldom = [mistake for mistake in at_points if mistake.id in _SELDOM]
    often = [mistake for mistake in at_points if mistake.id not in _SELDOM]
    return [*often, *slips, *seldom][:MOST]


def _slips(question: Question, slope: Slope, answer: str, value: "Any") -> list[Mistake]:
    """The wrong rule that gives this number at the point."""
    balls = Balls(BITS)
    if isinstance(value, Missing):
        return []
    at = balls.ball(evaluate(slope.at.expr, {}, balls))
    number = as_given(answer, balls.ball(value))
    return explained_at(question.fixed, question.variable, slope.order, at, number)


def _at_end(task: PointTask, slope: Slope, value: "Any") -> Check | None:
    """The verdict on the slope of the one side that there is, where a curve ends; else None."""
    sides = {"left": slope.left, "right": slope.right}
    for side, steep in sides.items() if slope.status == "endpoint" else ():
        if steep is None or "inf" in steep or isinstance(value, Missing):
            continue
        verdict = number_verdict(task.answer, steep, Balls(BITS).ball(value), type(value) is Ratio)
        if verdict.verdict == "correct":
            where = tell("the curve ends here: this is the slope from the left")
            if side == "right":
                where = tell("the curve ends here: this is the slope from the right")
            verdict.notes = [where]
            return task.checked(verdict)
    return None


def _read(formula: str, question: Question, strict: bool = False) -> Answer:
    """What is written for the slope, parameters replaced by their values."""
    names = {*letters(question.expr), *question.parameters, question.variable}
    given = read_answer(formula, names, question, strict=strict)
    given.expr = substitute(given.expr, question.parameters)
    return given


def _without_brackets(
    formula: str, question: Question, task: PointTask, here: dict[str, Expr]
) -> list[Mistake]:
    """The mistake, where it is the right number with brackets."""

    def is_right(written: str) -> bool:
        number = substitute(_read(written, question).expr, here)
        if letters(number):
            return False
        value = evaluate(number, {}, Balls(BITS))
        return not isinstance(value, Missing) and bool(task.right.overlaps(Balls(BITS).ball(value)))

    return missing_brackets(formula, here, is_right)


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
    yield "point-errs-place", message, slope_as_ball(turned)
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
    return slope_as_ball(found)


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
        value = slope_as_ball(found)
        message = tell("angles were taken in degrees: a slope needs radians")
        yield "degrees", message, value
        if value is not None and slope.order == 1:
            import flint

            yield "degrees", message, value * 180 / flint.arb.pi()


def _at(slope: Slope, order: int) -> "Any":
    found = slope_at(
        slope.expr, slope.variable, slope.at, order=order, digits=DIGITS, with_value=False
    )
    return slope_as_ball(found)
