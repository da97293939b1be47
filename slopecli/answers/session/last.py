"""The last answer, exactly: not its printed digits, but the formula that they came from."""

from slopecli.answers.question import ask
from slopecli.answers.slope import Point, check_point
from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError, UnusableError
from slopecli.language.expr import Expr, Num, letters, substitute
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


class Last:
    """What `ans` stands for; worked out when it is first used, since most answers never are.

    `variable` is the letter of a formula, None for a number and as long as there is none.
    """

    __slots__ = ("_order", "_reading", "_source", "_why", "formula", "is_number", "variable")

    def __init__(self) -> None:
        self._why = tell("There is no last answer yet.")
        self._source: str | None = None
        self._clean()

    def _clean(self) -> None:
        self.formula: Expr = Num(0)
        self.variable: str | None = None
        self.is_number = False

    def keep(self, source: str, order: int | None = None, **reading: "Any") -> None:
        """The answer to a question, as `ask` reads it; at its last point, if it names some."""
        self._source, self._order, self._reading = source, order, reading
        self._clean()

    def lose(self) -> None:
        """The last line had no number and no formula for an answer."""
        self._source = None
        self._why = tell("The last answer was no number and no formula.")
        self._clean()

    def needed(self) -> None:
        """Work it out. Raises UnusableError where there is nothing that could be used."""
        if self.is_number or self.variable is not None:
            return
        if self._source is not None:
            try:
                self._work_out(self._source)
                return
            except SlopeError:
                self._why = tell("The last answer has no exact form that can be used.")
        raise UnusableError(self._why, advice=tell("Type a formula first, such as x^2 at 3."))

    def _work_out(self, source: str) -> None:
        question = ask(source, numeric=bool(self._reading.get("at")), **self._reading)
        order = question.order if self._order is None else self._order
        expr = derivative(question.fixed, question.variable, order) if order else question.fixed
        if question.points:
            expr = substitute(expr, {question.variable: question.points[-1].expr})
        free = letters(expr)
        if free:
            self.variable = question.variable if question.variable in free else free[0]
        else:
            check_point(Point(source, expr))
            self.is_number = True
        self.formula = expr
