"""Mistakes that concern the answer as a whole."""

from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.same import Same
from slopecli.calculus.comparing.misread import MOST, Reading, misreadings, wrong_endings
from slopecli.calculus.comparing.rounded import agrees_when_rounded
from slopecli.calculus.derive import derivative, derive
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Var, letters, substitute
from slopecli.language.factors import ONE, ZERO
from slopecli.language.text import text
from slopecli.language.tidy import call
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from slopecli.answers.homework.task import Task


def of_the_whole(task: "Task", explained: bool) -> list[Mistake]:
    """Slips with the question itself: the wrong order, the wrong sign, an integral."""
    same = Same(task)
    found = [
        Mistake(name, "", says, law=law)
        for name, expr, says, law in _candidates(task)
        if (name != "sign-all" or not explained) and same(expr)
    ]
    if not found and not explained:
        found += _plus_constant(task, same) or _truncated(task)
        found = found or _one_number(task)
    return found


def _one_number(task: "Task") -> list[Mistake]:
    """A number where the slope changes from point to point."""
    variable = task.question.variable
    strange = set(letters(task.given)) - task.question_letters
    if strange or variable in letters(task.given) or variable not in letters(task.right):
        return []
    says = tell(
        "a slope at one point was given: here it changes with {variable}, so give a formula",
        variable=variable,
    )
    return [Mistake("point-errs-number", "", says, law=tell("a formula, not a number"))]


def _candidates(task: "Task") -> "Iterator[tuple[str, Expr, str, str]]":
    expr, variable, order = task.asked, task.question.variable, task.order
    if order == 1:
        yield "unchanged", expr, tell("the function was copied and not derived"), tell("to derive")
    else:
        lower = derivative(expr, variable, order - 1)
        yield (
            "order-too-low",
            lower,
            tell(
                "it was derived {made}, but asked is {asked}",
                made=_times(order - 1),
                asked=_times(order),
            ),
            tell("to derive once more"),
        )
        if order > 2:
            yield (
                "unchanged",
                expr,
                tell("the function was copied and not derived"),
                tell("to derive"),
            )
    if order == 2:
        slope = derivative(expr, variable)
        square = Call("*", (slope, slope))
        yield (
            "second-as-square",
            square,
            tell("the slope was squared: the second derivative is the slope of the slope"),
            tell("to derive the slope once more"),
        )
        if type(expr) is Call and expr.name in ("^", "exp") and expr != slope:
            inner = expr.args[-1]
            second = call("*", derivative(inner, variable, 2), expr)
            yield (
                "second-no-product",
                second,
                tell("only the exponent was derived twice: the first slope is a product"),
                tell("the product rule"),
            )
    yield (
        "sign-all",
        Call("neg", (task.right,)),
        tell("the sign of the whole answer is wrong"),
        tell("the sign"),
    )
    yield (
        "order-too-high",
        derivative(task.right, variable),
        tell(
            "it was derived {made}, but asked is {asked}",
            made=_times(order + 1),
            asked=_times(order),
        ),
        tell("to derive {asked} only", asked=_times(order)),
    )
    for other in letters(expr):
        if other != variable:
            wrong = derivative(expr, other, order)
            says = tell(
                "it was derived in {other}: the variable is {variable}",
                other=other,
                variable=variable,
            )
            yield (
                "partial-wrong-var",
                wrong,
                says,
                tell("to derive in {variable}", variable=variable),
            )
            moving = derive(expr, variable, {other: Var(other + "'")}).result
            says = tell(
                "{other} was taken for a function of {variable}: it stands still",
                other=other,
                variable=variable,
            )
            plain = substitute(moving, {other + "'": ONE})
            written = moving if other + "'" in letters(task.given) else plain
            for slope in (written,) if order == 1 else ():
                yield (
                    "partial-wrong-var-function",
                    slope,
                    says,
                    tell("to take {other} for a constant", other=other),
                )


_TIMES = (phrase("not at all"), phrase("once"), phrase("twice"))


def _times(order: int) -> str:
    if order < len(_TIMES):
        return tell(_TIMES[order])
    return tell("{count} times", count=order)


def integrated(task: "Task") -> list[Mistake]:
    """An antiderivative, whatever its constant."""
    slope = derivative(task.given, task.question.variable)
    if not Same(task, slope)(task.asked):
        return []
    says = tell("the function was integrated: the slope was asked")
    return [Mistake("integrated", "", says, law=tell("to derive"))]


def derived(task: "Task") -> list[Mistake]:
    """The derivative, where an antiderivative was asked."""
    slope = derivative(task.asked, task.question.variable)
    if not letters(slope) or not Same(task)(slope):
        return []
    says = tell("the function was derived: the antiderivative was asked")
    return [Mistake("integrated-not", "", says, law=tell("to integrate"))]


def _plus_constant(task: "Task", same: Same) -> list[Mistake]:
    """An extra constant, as it belongs behind an integral."""
    extra = [name for name in letters(task.given) if name not in task.question_letters]
    gap = same.constant(lambda right, yours: yours - right)
    if not extra and gap is None:
        return []
    if extra:
        without = substitute(task.given, dict.fromkeys(extra, ZERO))
        if not Same(task, without)(task.right):
            return []
    says = tell("a constant was added, as behind an integral: a derivative has none")
    return [Mistake("plus-c", "", says, law=tell("no constant"))]


def _truncated(task: "Task") -> list[Mistake]:
    wider = {value: half + half for value, half in task.answer.rounded.items()}
    if wider and agrees_when_rounded(task.key, task.yours, task.given, wider):
        says = tell("decimals were cut off: round them, or give fractions")
        return [Mistake("rounded", "", says, law=tell("to round"))]
    return []


def readings(task: "Task") -> list[Mistake]:
    """The question misread at one place, or a wrong step after the right derivative."""
    same = Same(task)
    for place, reading in enumerate(misreadings(task.asked)):
        if place == MOST:
            break
        try:
            slope = derivative(reading.expr, task.question.variable, task.order)
        except LimitError:
            continue
        if same(slope):
            return [_of_reading(reading, tell("to read the question once more"))]
    for place, reading in enumerate(wrong_endings(task.right)):
        if place == MOST:
            break
        if same(reading.expr):
            return [_of_reading(reading, tell("algebra: the slope was right before"))]
    return []


def _of_reading(reading: Reading, law: str) -> Mistake:
    return Mistake(reading.mistake, text(reading.where), reading.says, law=law)
