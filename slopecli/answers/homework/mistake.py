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


_TITLES = {
    "chain-missing": "chain rule missing",
    "chain-one-layer": "chain rule missing inside",
    "coeff-lost": "factor lost",
    "coeff-lost-all": "all factors lost",
    "pow-coeff-only": "factor in front of a power lost",
    "pow-no-coeff": "exponent not in front",
    "pow-no-decr": "exponent not made one less",
    "prod-of-derivs": "product rule: slopes multiplied",
    "prod-half-first": "product rule: half missing",
    "prod-half-second": "product rule: half missing",
    "quot-div": "quotient rule: slopes divided",
    "quot-order": "quotient rule: wrong order",
    "quot-plus": "quotient rule: plus for minus",
    "quot-nosq": "quotient rule: square missing",
    "const-kept": "constant kept",
    "sum-sign": "sign of a term",
    "trig-sign": "sign of a trigonometric slope",
    "sign-all": "sign of the whole",
    "plus-c": "constant added",
    "unchanged": "not derived",
    "integrated": "integrated",
}


def title(mistake: str) -> str:
    """A few words for the id of a mistake."""
    return _TITLES.get(mistake, mistake.replace("-", " "))
