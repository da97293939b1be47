"""An answer checked, and what a wrong one looks like."""

from slopecli.answers.homework.answer import TOO_FEW_DIGITS
from slopecli.answers.homework.task import Task, judge
from slopecli.answers.homework.verdict import Verdict
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

    from slopecli.answers.homework.mistake import Mistake


class Check:
    """An answer checked: what was asked, the verdict, and the mistakes that it looks like.

    `right` is what it should have been, as text; `notes` say how the input was read.
    """

    __slots__ = ("answer", "function", "kind", "mistakes", "notes", "right", "verdict")

    def __init__(
        self,
        function: str,
        answer: str,
        kind: str,
        verdict: Verdict,
        *,
        right: str = "",
        mistakes: "Sequence[Mistake]" = (),
        notes: "Sequence[str]" = (),
    ) -> None:
        self.function = function
        self.answer = answer
        self.kind = kind
        self.verdict = verdict
        self.right = right
        self.mistakes = list(mistakes)
        self.notes = list(notes)


def check(task: Task, *, prove: bool = False, diagnose: bool = True) -> Check:
    """The verdict on an answer, and what a wrong one looks like."""
    verdict, _found = judge(task, prove=prove)
    mistakes: list[Mistake] = []
    told = tell(TOO_FEW_DIGITS) in verdict.notes
    if verdict.verdict == "wrong" and diagnose and task.formula is not None and not told:
        from slopecli.answers.homework.brackets import of_task
        from slopecli.answers.homework.diagnose import diagnosed

        mistakes = of_task(task) or diagnosed(task)
    return Check(
        task.question.source,
        task.answer.source,
        task.kind,
        verdict,
        right="" if task.formula is None else text(task.right),
        mistakes=mistakes,
        notes=(*task.question.notes, *task.answer.notes),
    )
