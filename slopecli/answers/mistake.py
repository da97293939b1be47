"""A mistake that an answer looks as if it had, told in stages."""


class Mistake:
    """What it looks as if happened.

    `where` is the part of the question as text; `law` the rule that is needed there, and `right`
    what the part's slope should have been: what `--hint` reveals one after the other.
    """

    __slots__ = ("id", "law", "message", "right", "where")

    def __init__(
        self,
        id: str,
        where: str,
        says: str,
        *,
        law: str = "",
        right: str = "",
    ) -> None:
        self.id = id
        self.where = where
        self.message = f"it looks as if {says}"
        self.law = law
        self.right = right

    def hint(self, stage: int) -> str:
        """1: where to look; 2: which rule; 3: what it should have been."""
        if stage == 1 or not (self.law or self.right):
            return f"look again at {self.where}" if self.where else "look again at the whole"
        if stage == 2 or not self.right:
            return f"at {self.where} you need {self.law}" if self.where else f"you need {self.law}"
        return self.right
