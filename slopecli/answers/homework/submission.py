"""What a student handed in: a question, an answer, and where it stands."""

FIELDS = ("at", "order", "variable", "kind", "points")


class Submission:
    """One answer. `steps` are its lines of working with their line numbers, the answer last.

    `problem` says why it cannot be graded, where that is known already.
    """

    __slots__ = (
        "answer",
        "at",
        "function",
        "id",
        "kind",
        "line",
        "order",
        "points",
        "problem",
        "steps",
        "student",
        "variable",
    )

    def __init__(
        self,
        line: int,
        function: str,
        answer: str,
        *,
        kind: str = "derivative",
        problem: str | None = None,
    ) -> None:
        self.line = line
        self.function = function
        self.answer = answer
        self.kind = kind
        self.problem = problem
        self.at: str | None = None
        self.order: int | None = None
        self.variable: str | None = None
        self.id: str | None = None
        self.student: str | None = None
        self.points: float = 1.0
        self.steps: list[tuple[int, str]] = []
