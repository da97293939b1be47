"""The slope of a curve step by step: stages, each with its rules, that end in an equation.

Of an equation both sides are derived, y as a function of x; what has y' in it is collected; the
rest is divided. Of a pair both coordinates are derived, and the slopes divided. The last formula is
the one that `curve_formula` gives.
"""

from slopecli.answers.curves.curve_formula import (
    formula_name,
    implicit_formula,
    pair_of,
    parametric_formula,
    partial_slope,
)
from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.steps import Line, lines_of
from slopecli.calculus.derive import Step, check_size, derive
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, Var, letters, nodes, substitute
from slopecli.language.factors import ONE, ZERO
from slopecli.language.terms import total
from slopecli.language.tidy import call
from slopecli.wording import tell

_READABLE = 40  # nodes of a formula that is shown before it is tidied


class Stage:
    """What is done, with the rules that it takes (`steps`, told in `lines`), and the equation.

    `kind` is "both sides", "collect", "divide", "again", "put in", "tidy" of an equation; "polar",
    "across", "up", "quotient", "again", "divide again" of a pair. `right` may have a form `between`
    that is not yet tidy; `by` is what is divided by or put in. A stage without an equation has no
    `left`.
    """

    __slots__ = ("between", "by", "kind", "left", "lines", "number", "right", "steps")

    def __init__(
        self, kind: str, left: Expr | None = None, right: Expr = ZERO, *, by: Expr | None = None
    ) -> None:
        self.kind = kind
        self.left = left
        self.right = right
        self.by = by
        self.between: Expr | None = None
        self.steps: tuple[Step, ...] = ()
        self.lines: list[Line] = []
        self.number = 0


class CurveLesson:
    """The stages of each derivative in turn, up to the order asked for."""

    __slots__ = ("formula", "name", "order", "question", "stages")

    def __init__(self, question: CurveQuestion, order: int) -> None:
        self.question = question
        self.order = order
        self.name = formula_name(question, order)
        self.stages: list[list[Stage]] = []
        self.formula: Expr = ZERO


def curve_lesson(question: CurveQuestion, order: int = 1, *, unfold: bool = False) -> CurveLesson:
    """Every stage in order; with `unfold` also the rules that are too easy to be told.

    Raises UnusableError where the equation says nothing of the slope.
    """
    found = CurveLesson(question, order)
    teach = _of_equation if question.kind == "implicit" else _of_pair
    count = 0
    for place in range(1, order + 1):
        stages, found.formula = teach(question, found.formula, place)
        for stage in stages:
            count = _numbered(stage, count, unfold)
        found.stages.append(stages)
    return found


def _numbered(stage: Stage, count: int, unfold: bool) -> int:
    """Give the stage and its lines their numbers; the last of them."""
    stage.number = count = count + 1
    for step in stage.steps:
        lines = lines_of(step, unfold, count)
        for line in lines:
            line.depth += 1
        stage.lines += lines
        count += len(lines)
    return count + (1 if stage.steps else 0)  # its end has a line of its own


def _derived(kind: str, left: Expr | None, steps: tuple[Step, ...], right: Expr) -> Stage:
    stage = Stage(kind, left, right)
    stage.steps = steps
    return stage


# Equations


def _of_equation(question: CurveQuestion, before: Expr, order: int) -> tuple[list[Stage], Expr]:
    across, up = question.letters
    slope = Var(up + "'")
    along: dict[str, Expr] = {up: slope}
    left, right = question.parts
    if order == 1:
        return _first(question, along, slope)
    check_size(before, order - 1)
    higher = Var(up + "'" * order)
    step = derive(before, across, along)
    formula = implicit_formula(left, right, across, up, order)
    stages = [_derived("again", higher, (step,), step.result)]
    if slope.name in letters(step.result):
        first = implicit_formula(left, right, across, up)
        stage = Stage("put in", higher, formula, by=first)
        plain = substitute(step.result, {slope.name: first})
        if plain != formula and len(nodes(plain)) <= _READABLE:
            stage.between = plain
        stages.append(stage)
    elif step.result != formula:
        stages.append(Stage("tidy", higher, formula))
    return stages, formula


def _first(question: CurveQuestion, along: dict[str, Expr], slope: Var) -> tuple[list[Stage], Expr]:
    across, up = question.letters
    left, right = question.parts
    here, there = (left, right) if up in letters(left) else (right, left)  # y' stays on its side
    steep = partial_slope(here, there, up)
    if steep == ZERO:
        raise UnusableError(tell("{letter} cancels in this equation: it has no slope.", letter=up))
    steps = (derive(left, across, along), derive(right, across, along))
    stages = [_derived("both sides", steps[0].result, steps, steps[1].result)]
    formula = implicit_formula(left, right, across, up)
    with_slope = slope if steep == ONE else Call("*", (steep, slope))
    without = total([(-1, partial_slope(here, there, across))])
    now = steps[0].result, steps[1].result
    tidy = call("*", steep, slope)
    if now not in ((with_slope, without), (tidy, without), (without, tidy), (slope, formula)):
        stages.append(Stage("collect", with_slope, without))
        now = with_slope, without
    if now != (slope, formula):
        stages.append(Stage("divide", slope, formula, by=steep))
    return stages, formula


# Pairs and polar curves


def _of_pair(question: CurveQuestion, before: Expr, order: int) -> tuple[list[Stage], Expr]:
    (parameter,) = question.letters
    stages: list[Stage] = []
    if question.kind == "polar" and order == 1:
        stages.append(Stage("polar", by=question.parts[0]))
    x, y = pair_of(question)
    across = derive(x, parameter)
    if across.result == ZERO:
        raise UnusableError(tell("x stands still: the curve is an upright line, without a slope."))
    formula = parametric_formula(x, y, parameter, order)
    if order == 1:
        up = derive(y, parameter)
        stages.append(_derived("across", Var(f"dx/d{parameter}"), (across,), across.result))
        stages.append(_derived("up", Var(f"dy/d{parameter}"), (up,), up.result))
        last = Stage("quotient", Var("dy/dx"), formula)
        plain = Call("/", (up.result, across.result))
    else:
        check_size(before, order - 1)
        step = derive(before, parameter)
        lower = formula_name(question, order - 1)
        stages.append(_derived("again", Var(f"d/d{parameter} ({lower})"), (step,), step.result))
        last = Stage("divide again", Var(formula_name(question, order)), formula, by=across.result)
        plain = Call("/", (step.result, across.result))
    if plain != formula and across.result != ONE and len(nodes(plain)) <= 2 * _READABLE:
        last.between = plain
    return [*stages, last], formula
