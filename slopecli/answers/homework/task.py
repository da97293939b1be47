"""A question with an answer to it: is it right, and if not, at which point is it wrong?"""

from slopecli.answers.homework.answer import TOO_FEW_DIGITS, Answer, read_answer
from slopecli.answers.homework.equal import in_order
from slopecli.answers.homework.verdict import (
    Verdict,
    Witness,
    domain_notes,
    stranger,
    verdict_of,
)
from slopecli.answers.question import Question, ask
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.compare import Comparison, Curve, Sampled, compare
from slopecli.calculus.comparing.key import JetCurve, slope_curve
from slopecli.calculus.comparing.proof import Proof
from slopecli.calculus.comparing.rounded import agrees_when_rounded
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, letters, nodes, substitute
from slopecli.language.text import text
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions
    from slopecli.language.ratio import Ratio

KINDS = ("derivative", "integral", "equal")
_JET_BITS = 256
_ORDERS = 3  # up to which a derivative is always worked out as a formula
_SHORT = 40  # nodes times order


class Task:
    """A question with an answer to it, both read; `kind` is one of KINDS.

    `formula` is what the answer should have been; None where that would be too long.
    """

    __slots__ = ("answer", "formula", "key", "kind", "order", "question", "their_slope", "yours")

    def __init__(self, question: Question, answer: Answer, kind: str, order: int) -> None:
        self.question = question
        self.answer = answer
        self.kind = kind
        self.order = order
        variable = question.variable
        names = in_order({*letters(self.asked), *letters(self.given)}, variable)
        if variable not in names:
            names.insert(0, variable)
        self.formula: Expr | None = None
        self.key: Sampled
        if kind == "integral":
            self.formula = self.asked
            self.their_slope = derivative(self.given, variable)
            self.key = Curve([self.asked], names)
            self.yours = slope_curve(self.given, variable, names, 1, self.their_slope)
        else:
            steps = order if kind == "derivative" else 0
            self.their_slope = self.given
            self.yours = Curve([self.given], names)
            self.formula = _formula(self.asked, variable, steps)
            if self.formula is None:
                self.key = JetCurve(self.asked, names, steps)
            else:
                self.key = slope_curve(self.asked, variable, names, steps, self.formula)

    @property
    def asked(self) -> Expr:
        """The formula of the question."""
        return self.question.fixed

    @property
    def right(self) -> Expr:
        """The formula that the answer should have been, where there is one."""
        assert self.formula is not None
        return self.formula

    @property
    def question_letters(self) -> set[str]:
        """The letters that an answer may have."""
        return {*letters(self.question.expr), *self.question.parameters, self.question.variable}

    @property
    def given(self) -> Expr:
        """The formula of the answer."""
        return substitute(self.answer.expr, self.question.parameters)


def read_task(
    function: str,
    answer: str,
    *,
    kind: str = "derivative",
    order: int | None = None,
    **conventions: "Unpack[Conventions]",
) -> Task:
    """Read a question and an answer. Raises SlopeError where one cannot be read."""
    question = ask(function, numeric=False, **conventions)
    names = {*letters(question.expr), *question.parameters, question.variable}
    if kind == "derivative":  # of several letters, y' may have been taken along by mistake
        names |= {name + "'" for name in names - {question.variable}}
    given = read_answer(answer, names, question, strict=conventions.get("strict", False))
    return Task(question, given, kind, question.order if order is None else order)


def judge(task: Task, *, prove: bool = False) -> tuple[Verdict, Comparison]:
    """The verdict alone, with the comparison that it rests on."""
    proof = None if task.formula is None else Proof(task.right, task.their_slope, prove)
    found = compare(task.key, task.yours, proof)
    if found.verdict == "different" and not _jets_agree(task, found):
        found = Comparison("unknown", found.points)
    verdict = verdict_of(found, task.key, task.yours)
    if task.kind == "integral" and verdict.witness is not None:
        moving = {*letters(task.their_slope), *letters(task.asked), task.question.variable}
        at = verdict.witness.at.items()
        verdict.witness.at = {name: value for name, value in at if name in moving}  # not C
    names = task.key.letters
    if verdict.verdict == "wrong":
        if task.answer.rounded and agrees_when_rounded(
            task.key, task.yours, task.their_slope, task.answer.rounded
        ):
            return Verdict("correct", "rounded", found.points), found
        short = task.answer.short_decimals
        if short and agrees_when_rounded(task.key, task.yours, task.their_slope, short):
            verdict.notes = [tell(TOO_FEW_DIGITS)]
            return verdict, found
        used = [name for name in letters(task.given) if name not in ("C", "c", "K", "k")]
        verdict.notes = stranger(sorted(task.question_letters), used, tell("your answer"))
    if task.kind == "derivative":
        found.beyond = None  # 1/x for the slope of ln x: all textbooks write it so
    if task.kind == "integral" and found.lacking is not None:
        verdict.notes.append(_without_value(task, dict(zip(names, found.lacking, strict=True))))
        found.lacking = None
    verdict.notes += domain_notes(found, names, *[tell(side) for side in _SIDES[task.kind]])
    return verdict, found


def _without_value(task: Task, place: "dict[str, Ratio]") -> str:
    """That an antiderivative has no value where its function has one; ln x needs bars."""
    shown = {name: value for name, value in place.items() if name in task.question_letters}
    at = Witness({**shown}, None, None).where
    balls = Balls(_JET_BITS)
    for node in nodes(task.given):
        if type(node) is Call and node.name == "ln":
            inside = evaluate(node.args[0], place, balls)
            if not isinstance(inside, Missing) and balls.ball(inside) < 0:
                return tell(
                    "right where it has a value; at {at} it has none, but the function has one:"
                    " write ln|{inside}|",
                    at=at,
                    inside=text(node.args[0]),
                )
    return tell("right where it has a value; at {at} it has none, but the function has one", at=at)


_SIDES = {
    "derivative": (phrase("your answer"), phrase("the slope")),
    "integral": (phrase("the slope of your answer"), phrase("the function")),
    "equal": (phrase("your answer"), phrase("the formula")),
}


def _jets_agree(task: Task, found: Comparison) -> bool:
    """Whether forward mode, which needs no formula, finds the witness's slope too.

    No answer is called wrong on the word of one way to the derivative alone.
    """
    if task.kind != "derivative" or found.place is None or not task.order:
        return True
    jets = JetCurve(task.asked, task.key.letters, task.order)
    slope = jets.fine(found.place, _JET_BITS)
    one = task.key.fine(found.place, _JET_BITS)
    if isinstance(slope, Missing) or isinstance(one, Missing):
        return True
    return bool(slope.overlaps(one))


def _formula(expr: Expr, variable: str, order: int) -> Expr | None:
    """The derivative, if it is short enough: every order makes it several times longer."""
    if order > _ORDERS and order * len(nodes(expr)) > _SHORT:
        return None
    try:
        return derivative(expr, variable, order)
    except LimitError:
        return None
