"""Is this number the slope at a point?"""

from slopecli.answers.homework.answer import bare, rounded_decimals
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.verdict import Verdict, Witness
from slopecli.answers.question import Question, ask
from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.digits import of_ball
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, letters, substitute
from slopecli.language.parser import read
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_BITS = 256
_DIGITS = 40  # of the slope that an answer is compared with
_SHOWN = 15
_NONE = frozenset(
    {"", "none", "undefined", "dne", "doesnotexist", "noslope", "notdefined", "nosolution", "n/a"}
    | {"notdifferentiable", "corner", "vertical", "jump", "endpoint", "isolated", "infinite"}
)


def check_number(
    function: str,
    answer: str,
    at: str,
    *,
    order: int | None = None,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    degrees: bool = False,
    strict: bool = False,
) -> Check:
    """Read a question with a point, and check the number given for it."""
    question = ask(function, variable=variable, let=let, at=[at], degrees=degrees, strict=strict)
    order = question.order if order is None else order
    return check_at(question, question.points[0], answer, order)


def check_at(question: Question, point: Point, answer: str, order: int = 1) -> Check:
    """Check a number, or the word that there is no slope, at a point.

    Raises SlopeError where the answer is neither.
    """
    slope = slope_at(
        question.fixed, question.variable, point, order=order, digits=_DIGITS, with_value=False
    )
    formula = bare(answer, question.variable)
    if "".join(formula.lower().split()).strip(".") in _NONE:
        return _no_slope(question, answer, slope)
    given = substitute(read(formula, _names(question)).expr, question.parameters)
    given = substitute(given, {question.variable: point.expr})
    strange = letters(given)
    if strange:
        raise UnusableError(
            tell("the answer is no number: {letter} has no value.", letter=strange[0]),
            source=answer,
            start=max(answer.find(strange[0]), 0),
        )
    if slope.status == "unknown":
        verdict = Verdict("unknown")
        verdict.reason = slope.reason
        return _check(question, answer, slope, verdict)
    balls = Balls(_BITS)
    value = evaluate(given, {}, balls)
    return _compared(question, answer, slope, None if isinstance(value, Missing) else value)


def _check(question: Question, answer: str, slope: Slope, verdict: Verdict) -> Check:
    """The record; where there is no slope, the right answer is the word for why."""
    right = slope.text
    if slope.status == "ok":
        right = of_ball(_ball(slope)[0], _SHOWN) or "0"
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
    balls = Balls(_BITS)
    yours = None if value is None else of_ball(balls.ball(value), _SHOWN) or "0"
    verdict = Verdict("wrong", "proved")
    if slope.status == "ok" and value is not None:
        verdict = _number_verdict(answer, slope, balls.ball(value), type(value) is Ratio)
    if verdict.verdict == "wrong":
        verdict.witness = _witness(question, slope, yours)
    found = _check(question, answer, slope, verdict)
    if verdict.verdict == "wrong" and value is not None and slope.status == "ok":
        found.mistakes = _explained(question, answer, slope, balls.ball(value))
    return found


def _number_verdict(answer: str, slope: Slope, value: "Any", exact: bool) -> Verdict:
    right, complete = _ball(slope)
    if right.overlaps(value):
        return Verdict("correct", "proved" if exact and complete else "sampled", 1)
    for decimal, half in rounded_decimals(answer).items():
        given = (abs(value) - _number(decimal)).contains(0)
        if given and abs(right - value) <= _number(half):
            return Verdict("correct", "rounded", 1)
    return Verdict("wrong", "proved")


def _number(value: Ratio) -> "Any":
    return Balls(_BITS).ball(value)


def _ball(slope: Slope) -> "tuple[Any, bool]":
    """The slope as a ball, half a unit in its last digit wide, and whether it is exact."""
    import flint

    assert slope.slope is not None
    mantissa = slope.slope.lstrip("-").partition("e")[0].replace(".", "").lstrip("0")
    exact = len(mantissa) < _DIGITS
    middle = flint.arb(slope.slope)
    if exact:
        return middle, True
    return middle + abs(middle) * flint.arb(0, 10.0 ** (1 - _DIGITS)), False


def _witness(question: Question, slope: Slope, yours: str | None) -> Witness:
    right = None
    if slope.status == "ok":
        right = of_ball(_ball(slope)[0], _SHOWN) or "0"
    return Witness({question.variable: slope.at.text}, yours, right)


def _explained(question: Question, answer: str, slope: Slope, value: "Any") -> list[Mistake]:
    """Slips that belong to a number at a point."""
    right = _ball(slope)[0]
    for decimal, half in rounded_decimals(answer).items():
        if (abs(value) - _number(decimal)).contains(0) and abs(right - value) <= _number(half) * 2:
            return [
                Mistake(
                    "rounded", "", tell("decimals were cut off: round them"), law=tell("to round")
                )
            ]
    for mistake, says, candidate in _candidates(question, slope, right):
        if candidate is not None and candidate.overlaps(value):
            return [Mistake(mistake, "", says, law=tell("the slope at this point"))]
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
    turned = slope_at(expr, variable, opposite, order=order, digits=_DIGITS, with_value=False)
    says = tell("{variable} was taken with the wrong sign", variable=variable)
    yield "point-errs-place", says, _ball(turned)[0] if turned.status == "ok" else None
    if not right.contains(0):
        yield "point-errs-normal", tell("the slope of the normal was given"), -1 / right
        yield "point-errs-inverse", tell("x and y were swapped"), 1 / right
    yield from _in_degrees(question, slope)


def _in_degrees(question: Question, slope: Slope) -> "Any":
    from slopecli.language.degrees import in_degrees

    turned = in_degrees(question.fixed)
    if turned != question.fixed:
        found = slope_at(
            turned, question.variable, slope.at, order=slope.order, digits=_DIGITS, with_value=False
        )
        value = _ball(found)[0] if found.status == "ok" else None
        says = tell("angles were taken in degrees: a slope needs radians")
        yield "degrees", says, value
        if value is not None and slope.order == 1:
            import flint

            yield "degrees", says, value * 180 / flint.arb.pi()


def _at(slope: Slope, order: int) -> "Any":
    found = slope_at(
        slope.expr, slope.variable, slope.at, order=order, digits=_DIGITS, with_value=False
    )
    return _ball(found)[0] if found.status == "ok" else None
