"""What a wrong answer about a curve looks like: a wrong way as a whole, or a slip at one part."""

from slopecli.answers.curves.curve_formula import pair_of
from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.curve_slope import difference
from slopecli.answers.homework.curves.answer import slope_name
from slopecli.answers.homework.curves.slips import FEWEST, Seen, slips_of
from slopecli.answers.homework.curves.task import CurveTask, slope_formula
from slopecli.answers.homework.diagnose import MOST
from slopecli.answers.homework.mistake import Mistake
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.on_curve import CurvePlace
from slopecli.calculus.comparing.sampling import SIMPLE, SPREAD
from slopecli.calculus.comparing.wrong_curves import WrongCurve, wrong_ways
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Expr, Var, letters, substitute
from slopecli.language.factors import ZERO
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_BITS = 96
_POINTS = 6  # at which a wrong way must give the student's number
_WITHOUT_SLOPE = ("impl-no-dydx", "impl-y-constant")  # what an equation without y' may show
_LETTERS = tuple("fx fy mx my dx dy ddx ddy dm r dr m k x y".split())


def diagnosed(task: CurveTask, places: list[CurvePlace]) -> list[Mistake]:
    """The mistakes that explain the answer, the likeliest first; at most three."""
    if task.formula is None:
        return []
    parts = letters_of(task.question, task.order)
    if task.given is None:
        return _of_equation(task, places, parts)
    if not set(letters(task.given)) <= set(task.question.letters):
        return _with_constant(task, places)
    points = list(_seen(task, places))
    if len(points) < FEWEST:
        return []
    found = [
        told(row, task.question)
        for row in wrong_ways(task.question.kind, task.order)
        if _gives(formula_of(row, parts), points)
        and not _is_right(formula_of(row, parts), task, points)
    ]
    sign = [each for each in found if each.id == "sign-all"]
    found = [each for each in found if each.id != "sign-all"]
    return _merged(found or slips_of(task, points) or sign)[:MOST]


def _with_constant(task: CurveTask, places: list[CurvePlace]) -> list[Mistake]:
    """A letter that is not the curve's: a constant that was added, if the rest is right."""
    assert task.given is not None
    assert task.formula is not None
    strange = [name for name in letters(task.given) if name not in task.question.letters]
    rest = substitute(task.given, dict.fromkeys(strange, ZERO))
    if not _is_right(rest, task, list(_seen(task, places))):
        return []
    says = tell("a constant was added, as behind an integral: a derivative has none")
    return [Mistake("plus-c", "", says, law=tell("no constant"))]


def letters_of(question: CurveQuestion, order: int) -> dict[str, Expr]:
    """What the letters of the wrong ways stand for, as formulas in the letters of the curve."""
    first, asked = slope_formula(question, 1), slope_formula(question, order)
    found: dict[str, Expr] = {}
    if asked is not None:
        found["k"] = asked
    if first is not None:
        found["m"] = first
    if question.kind == "implicit":
        across, up = question.letters
        equation = difference(*question.parts)
        found["fx"], found["fy"] = (derivative(equation, name) for name in (across, up))
        found["x"], found["y"] = Var(across), Var(up)
        if first is not None and order > 1:
            found["mx"], found["my"] = (derivative(first, name) for name in (across, up))
        return found
    (parameter,) = question.letters
    for name, part in zip(("x", "y"), pair_of(question), strict=True):
        found[name] = part
        found["d" + name] = derivative(part, parameter)
        found["dd" + name] = derivative(part, parameter, 2)
    if first is not None:
        found["dm"] = derivative(first, parameter)
    if question.kind == "polar":
        found["r"] = question.parts[0]
        found["dr"] = derivative(question.parts[0], parameter)
    return found


def formula_of(row: WrongCurve, parts: dict[str, Expr]) -> Expr | None:
    """The formula of a wrong way; None where one of its letters is not known here."""
    rule = parse(row.rule, _LETTERS)
    if not parts.keys() >= set(letters(rule)):
        return None
    return substitute(rule, parts)


def told(row: WrongCurve, question: CurveQuestion) -> Mistake:
    """A wrong way as a mistake."""
    words = _words(question)
    return Mistake(
        row.mistake.removesuffix("-negative"),
        "",
        tell(row.says, **words),
        law=tell(row.law, **words),
    )


def _words(question: CurveQuestion) -> dict[str, str]:
    across, up = question.axes
    return {"x": across, "y": up, "t": question.letters[0]}


def _gives(expr: Expr | None, points: list[Seen]) -> bool:
    """Whether a formula has the student's number at every point."""
    if expr is None:
        return False
    balls = Balls(_BITS)
    return _same(((evaluate(expr, point.at, balls), point.yours) for point in points), balls)


def _is_right(expr: Expr | None, task: CurveTask, points: list[Seen]) -> bool:
    """Whether a wrong way gives the right answer here, so that it explains nothing."""
    balls = Balls(_BITS)
    assert expr is not None
    right = task.formula
    assert right is not None
    return _same(
        ((evaluate(expr, p.at, balls), evaluate(right, p.at, balls)) for p in points), balls
    )


def _same(pairs: "Iterable[tuple[Any, Any]]", balls: Balls) -> bool:
    """Whether two numbers may be equal wherever both are known, and enough of them are."""
    met = 0
    for one, other in pairs:
        if isinstance(one, Missing) or isinstance(other, Missing):
            continue
        if not balls.ball(one).overlaps(balls.ball(other)):
            return False
        met += 1
    return met >= FEWEST


def gives_the_key(task: CurveTask, places: list[CurvePlace]) -> bool:
    """Whether an answer has the right numbers at a few points."""
    if task.given is None or not set(letters(task.given)) <= set(task.question.letters):
        return False
    from itertools import islice

    points = [Seen(at, None) for at in islice(_numbers(task, places, Balls(_BITS)), _POINTS)]
    return _is_right(task.given, task, points)


def _seen(task: CurveTask, places: list[CurvePlace]) -> "Iterator[Seen]":
    """Points where the answer has a value; at the first it is wrong for certain."""
    balls = Balls(_BITS)
    assert task.given is not None
    assert task.formula is not None
    count, started = 0, False
    for at in _numbers(task, places, balls):
        yours, right = (evaluate(each, at, balls) for each in (task.given, task.formula))
        if isinstance(yours, Missing) or isinstance(right, Missing):
            continue
        yours = balls.ball(yours)
        started = started or not yours.overlaps(balls.ball(right))
        if started and yours.is_finite():
            yield Seen(at, yours)
            count += 1
        if count == _POINTS:
            return


def _numbers(task: CurveTask, places: list[CurvePlace], balls: Balls) -> "Iterator[dict[str, Any]]":
    assert task.given is not None
    known = set(task.question.letters)
    strange = {name: Ratio(3, 7) for name in letters(task.given) if name not in known}
    if task.question.kind == "implicit":
        for place in places:
            yield {**place.at(balls), **strange}
        return
    for value in (*SPREAD[3:140:5], *SIMPLE):
        yield {task.question.letters[0]: value, **strange}


# An equation without y'


def _of_equation(
    task: CurveTask, places: list[CurvePlace], parts: dict[str, Expr]
) -> list[Mistake]:
    """2x + 2y = 0: both sides derived, but no y' in them."""
    balls = Balls(_BITS)
    equation = task.answer.equation
    if equation is None or task.question.kind != "implicit":
        return []
    equation = substitute(equation, task.lower)
    if not set(letters(equation)) <= set(task.question.letters):
        return []
    points = []
    for place in places[:_POINTS]:
        at = place.at(balls)
        value = evaluate(equation, at, balls)
        if not isinstance(value, Missing):
            points.append(Seen(at, balls.ball(value)))
    for row in wrong_ways("implicit", 1):
        mistake = told(row, task.question)
        if mistake.id in _WITHOUT_SLOPE and _gives(formula_of(row, parts), points):
            return [mistake]
    name = slope_name(task.question, task.order)
    says = tell("the equation has no {slope} in it", slope=name)
    return [Mistake("impl-no-dydx", "", says, law=_law(task))]


def _law(task: CurveTask) -> str:
    (row,) = [row for row in wrong_ways("implicit", 1) if row.mistake == "impl-no-dydx"]
    return tell(row.law, **_words(task.question))


def _merged(found: list[Mistake]) -> list[Mistake]:
    """One line for what is the same slip at a part and at a letter in it."""
    kept: list[Mistake] = []
    for mistake in found:
        if all(mistake.id != other.id for other in kept):
            kept.append(mistake)
    return kept
