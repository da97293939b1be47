"""Is this the slope of that curve? For equations, pairs, and polar curves.

What a pair gives is a function of its parameter, compared as functions are; x and y in an answer
are put in as what they are. Equations are left to `points`.
"""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.parametric import Parametric
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.curves.answer import read_curve_answer, slope_name
from slopecli.answers.homework.curves.points import on_equation
from slopecli.answers.homework.curves.task import CurveTask
from slopecli.answers.homework.verdict import Verdict, stranger, verdict_of
from slopecli.answers.slope import Point
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.compare import Curve, Sampled, compare
from slopecli.calculus.comparing.on_curve import CurvePlace
from slopecli.calculus.comparing.proof import Proof
from slopecli.calculus.comparing.rounded import agrees_when_rounded
from slopecli.calculus.evaluate import Missing, Undecided
from slopecli.errors import UnusableError
from slopecli.language.expr import letters
from slopecli.language.factors import number
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.homework.mistake import Mistake
    from slopecli.calculus.comparing.sampling import Place


def check_curve(task: CurveTask, *, prove: bool = False, diagnose: bool = True) -> Check:
    """The verdict on an answer about a curve, and what a wrong one looks like."""
    of = on_equation if task.question.kind == "implicit" else _on_pair
    verdict, places = of(task, prove)
    if verdict.verdict == "wrong":
        known = sorted({*task.question.letters, "x", "y"})
        used = [] if task.given is None else letters(task.given)
        verdict.notes += stranger(known, used, tell("your answer"))
    elif verdict.verdict == "correct" and task.answer.equation is not None:
        slope = slope_name(task.question, task.order)
        verdict.notes.append(tell("it remains to solve the equation for {slope}", slope=slope))
    mistakes: list[Mistake] = []
    if verdict.verdict == "wrong" and diagnose:
        from slopecli.answers.homework.curves.mistakes import diagnosed

        mistakes = _with_brackets(task, places) or diagnosed(task, places)
    return Check(
        task.source,
        task.answer.source,
        "derivative" if task.answer.equation is None else "equation",
        verdict,
        right="" if task.formula is None else text(task.formula),
        mistakes=mistakes,
        notes=(*task.question.notes, *task.answer.notes),
    )


def _with_brackets(task: CurveTask, places: list[CurvePlace]) -> "list[Mistake]":
    """The mistake, where only brackets are missing."""
    from slopecli.answers.homework.brackets import missing_brackets
    from slopecli.answers.homework.curves.mistakes import gives_the_key

    if task.answer.equation is not None or task.formula is None:
        return []

    def is_right(formula: str) -> bool:
        answer = read_curve_answer(formula, task.question, task.order)
        again = CurveTask(task.source, task.question, answer, task.order)
        if again.given is None or not gives_the_key(again, places):
            return False
        of = on_equation if task.question.kind == "implicit" else _on_pair
        return of(again, False)[0].verdict == "correct"

    source = task.answer.source.rpartition("=")[2]
    return missing_brackets(source, {"x", "y", *task.question.letters}, is_right)


class PairKey(Sampled):
    """The slope of a pair as a function of its parameter, by jets."""

    __slots__ = ("order", "pair")

    def __init__(self, task: CurveTask, names: list[str]) -> None:
        self.pair = task.pair
        self.order = task.order
        super().__init__([*self.pair], names, task.formula)

    def fine(self, place: "Place", bits: int) -> "Any":
        """A narrower ball, or `Missing`."""
        value = number(place[0].numerator, place[0].denominator)
        at: Coordinates = {self.letters[0]: Point("", value)}
        balls = Balls(bits)
        found = Parametric(*self.pair, at, "").slope(balls, self.order)
        if isinstance(found, Missing):
            return found
        ball = balls.ball(found)
        return ball if ball.is_finite() else Undecided()


def _on_pair(task: CurveTask, prove: bool) -> tuple[Verdict, list[CurvePlace]]:
    parameter = task.question.letters[0]
    given = task.given
    if given is None:
        raise UnusableError(
            tell("there is no dy/dx in this equation."), advice=tell("Write dy/dx = ...")
        )
    names = [parameter, *[name for name in letters(given) if name != parameter]]
    key = PairKey(task, names)
    yours = Curve([given], names)
    proof = None if task.formula is None else Proof(task.formula, given, prove)
    found = compare(key, yours, proof)
    verdict = verdict_of(found, key, yours)
    if (
        verdict.verdict == "wrong"
        and task.answer.rounded
        and agrees_when_rounded(key, yours, given, task.answer.rounded)
    ):
        return Verdict("correct", "rounded", found.points), []
    verdict.domain = "same"
    return verdict, []
