"""A curve with an answer to it, read, and what the answer should have been."""

from slopecli.answers.curves.curve_formula import formulas, pair_of
from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.answers.curves.curve_slope import difference
from slopecli.answers.homework.curves.answer import CurveAnswer, read_curve_answer, slope_name
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Expr, letters, substitute
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions

_HIGHEST = 3  # order up to which the key is also worked out as a formula
_FORMULA = 30  # nodes times order


class CurveTask:
    """A curve with an answer to it, both read.

    `formula` is what the answer should have been, in the letters of the curve; None where that
    would be too long. `given` is the answer in the same letters; None where it gives no slope.
    """

    __slots__ = ("answer", "formula", "given", "lower", "order", "question", "source")

    def __init__(
        self, source: str, question: CurveQuestion, answer: CurveAnswer, order: int
    ) -> None:
        self.source = source
        self.question = question
        self.answer = answer
        self.order = order
        self.formula = slope_formula(question, order)
        self.lower = _lower(question, answer.expr, order)
        given = answer.expr
        if given is not None:
            given = substitute(given, self.lower)
            _refuse_slopes(given)
            if question.kind != "implicit":
                given = substitute(given, self.coordinates)
        self.given: Expr | None = given

    @property
    def coordinates(self) -> dict[str, Expr]:
        """What x and y are on a pair, and r on a polar curve, unless it is the parameter's name."""
        x, y = self.pair
        found = {"x": x, "y": y}
        if self.question.kind == "polar":
            found["r"] = self.question.parts[0]
        return {name: part for name, part in found.items() if name != self.question.letters[0]}

    @property
    def pair(self) -> tuple[Expr, Expr]:
        """Both coordinates as functions of the parameter."""
        return pair_of(self.question)

    @property
    def equation(self) -> Expr:
        """What is 0 on the curve."""
        return difference(*self.question.parts)


def read_curve_task(
    source: str,
    answer: str,
    *,
    order: int | None = None,
    **conventions: "Unpack[Conventions]",
) -> CurveTask | None:
    """Read a curve and an answer; None where the source is no curve.

    Raises SlopeError where one cannot be read.
    """
    question = ask_curve(source, **conventions)
    if question is None:
        return None
    order = checked_order(question.order if order is None else order)
    given = read_curve_answer(answer, question, order, strict=conventions.get("strict", False))
    return CurveTask(source, question, given, order)


def checked_order(order: int) -> int:
    """The order. Raises UnusableError for 0: a curve has no single value."""
    if order < 1:
        raise UnusableError(tell("a curve is asked for its slope: --order begins at 1 here."))
    return order


def slope_formula(question: CurveQuestion, order: int) -> Expr | None:
    """The formula that `slope` prints, if it is short enough."""
    from slopecli.language.expr import nodes

    size = sum([len(nodes(part)) for part in question.parts])
    if order > _HIGHEST and order * size > _FORMULA:
        return None
    try:
        (found,) = formulas(question, order).values()
    except LimitError:
        return None
    return found


def _refuse_slopes(given: Expr) -> None:
    """Raise UnusableError where a y' is left that nothing can be put in for."""
    for name in letters(given):
        if name.endswith("'"):
            raise UnusableError(
                tell("the answer has {slope} in it.", slope=name),
                advice=tell("Give it without {slope}.", slope=name),
            )


def _lower(question: CurveQuestion, expr: Expr | None, order: int) -> dict[str, Expr]:
    """The slopes of lower order that the answer names, as formulas: y' in y''."""
    used = set() if expr is None else set(letters(expr))
    found: dict[str, Expr] = {}
    for each in range(1, order):
        name = slope_name(question, each)
        formula = slope_formula(question, each) if name in used else None
        if formula is not None:
            found[name] = formula
    return found
