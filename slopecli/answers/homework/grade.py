"""A whole homework: every answer checked, and what the class should look at again."""

from slopecli.answers.homework.answer import bare
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.checked import checked
from slopecli.answers.homework.number import NO_SLOPE, says
from slopecli.answers.homework.submission import Submission
from slopecli.answers.homework.verdict import Verdict
from slopecli.calculus.deadline import Worker
from slopecli.errors import SlopeError, UnusableError
from slopecli.language.picture import picture
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from slopecli.answers.homework.mistake import Mistake

SECONDS = 5.0  # for one answer
VERDICTS = ("correct", "wrong", "unknown", "unreadable")
_MOST_STUDENTS = 10_000


class Graded:
    """A submission with its verdict; `wrong_line` is the first line of working that is wrong.

    `problem` is the picture of the error where it cannot be read.
    """

    __slots__ = ("check", "problem", "submission", "wrong_line")

    def __init__(
        self, submission: Submission, check: Check | None, problem: str | None = None
    ) -> None:
        self.submission = submission
        self.check = check
        self.problem = problem
        self.wrong_line: int | None = None

    @property
    def verdict(self) -> str:
        """One of VERDICTS."""
        return "unreadable" if self.check is None else self.check.verdict.verdict

    @property
    def mistakes(self) -> "list[Mistake]":
        """What a wrong answer looks like."""
        return [] if self.check is None else self.check.mistakes


def grade(submission: Submission, worker: Worker, seconds: float = SECONDS) -> Graded:
    """The verdict on one answer; unknown where it takes longer."""
    try:
        return worker.before(seconds, lambda: _graded(submission))
    except TimeoutError:
        verdict = Verdict("unknown")
        verdict.reason = tell("it took more than {seconds} seconds", seconds=f"{seconds:g}")
        return Graded(
            submission,
            Check(submission.function, submission.answer, submission.kind, verdict),
        )


def _graded(submission: Submission) -> Graded:
    if submission.problem is not None:
        return Graded(submission, None, submission.problem)
    try:
        if len(submission.steps) > 1:
            return _working(submission)
        return Graded(submission, _checked(submission, submission.answer))
    except SlopeError as error:
        return Graded(submission, None, picture(error))


def _working(submission: Submission) -> Graded:
    """The first line of working that is wrong, or the last one."""
    found = None
    for line, step in submission.steps:
        found = _checked(submission, step)
        if found.verdict.verdict == "wrong":
            graded = Graded(submission, found)
            graded.wrong_line = line
            return graded
    return Graded(submission, found)


def _checked(submission: Submission, answer: str) -> Check:
    if not answer:
        raise UnusableError(tell("there is no answer."))
    order = submission.order
    if submission.at is not None:
        if submission.kind == "integral":
            raise UnusableError(tell("an integral is a formula: leave the point out."))
        order = 0 if submission.kind == "equal" else order
    elif submission.kind != "equal" and bare(answer).strip() and says(bare(answer), NO_SLOPE):
        raise UnusableError(
            tell('"{answer}" is said of one place: give it in the column at.', answer=answer)
        )
    return checked(
        submission.function,
        answer,
        kind=submission.kind,
        at=submission.at,
        order=order,
        variable=submission.variable,
    )


class Tally:
    """How many of each verdict, the mistakes, and the marks of each student."""

    __slots__ = ("counts", "marks", "mistakes", "total")

    def __init__(self) -> None:
        self.total = 0
        self.counts = dict.fromkeys(VERDICTS, 0)
        self.mistakes: dict[str, int] = {}
        self.marks: dict[str, list[float]] = {}

    def add(self, graded: Graded) -> None:
        """Count one more."""
        self.total += 1
        self.counts[graded.verdict] += 1
        for mistake in graded.mistakes[:1]:
            self.mistakes[mistake.id] = self.mistakes.get(mistake.id, 0) + 1
        student, points = graded.submission.student, graded.submission.points
        if student is None or (student not in self.marks and len(self.marks) >= _MOST_STUDENTS):
            return
        marks = self.marks.setdefault(student, [0.0, 0.0])
        marks[1] += points
        if graded.verdict == "correct":
            marks[0] += points

    @property
    def all_right(self) -> bool:
        """Whether there is nothing wrong, unknown or unreadable."""
        return self.counts["correct"] == self.total

    def commonest(self) -> "Iterator[tuple[str, int]]":
        """The mistakes that recur, the commonest first."""
        for mistake, count in sorted(self.mistakes.items(), key=lambda each: (-each[1], each[0])):
            if count > 1:
                yield mistake, count
