"""A mistake that an answer looks as if it had, told in stages."""

from slopecli.wording import phrase, tell


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
        self.message = tell("it looks as if {says}", says=says)
        self.law = law
        self.right = right

    def hint(self, stage: int) -> str:
        """1: where to look; 2: which rule; 3: what it should have been."""
        if stage == 1 or not (self.law or self.right):
            return (
                tell("look again at {where}", where=self.where)
                if self.where
                else tell("look again at the whole")
            )
        if stage == 2 or not self.right:
            return (
                tell("at {where} you need {law}", where=self.where, law=self.law)
                if self.where
                else tell("you need {law}", law=self.law)
            )
        return self.right


_TITLES = {
    "chain-missing": phrase("chain rule missing"),
    "chain-one-layer": phrase("chain rule missing inside"),
    "coeff-lost": phrase("factor lost"),
    "coeff-lost-all": phrase("all factors lost"),
    "pow-coeff-only": phrase("factor in front of a power lost"),
    "pow-no-coeff": phrase("exponent not in front"),
    "pow-no-decr": phrase("exponent not made one less"),
    "prod-of-derivs": phrase("product rule: slopes multiplied"),
    "prod-half-first": phrase("product rule: half missing"),
    "prod-half-second": phrase("product rule: half missing"),
    "quot-div": phrase("quotient rule: slopes divided"),
    "quot-order": phrase("quotient rule: wrong order"),
    "quot-plus": phrase("quotient rule: plus for minus"),
    "quot-nosq": phrase("quotient rule: square missing"),
    "const-kept": phrase("constant kept"),
    "sum-sign": phrase("sign of a term"),
    "trig-sign": phrase("sign of a trigonometric slope"),
    "sign-all": phrase("sign of the whole"),
    "plus-c": phrase("constant added"),
    "unchanged": phrase("not derived"),
    "integrated": phrase("integrated"),
}


_FAMILIES = {  # by the first word of the id, for those without a title of their own
    "abs": phrase("absolute value"),
    "algebra": phrase("algebra at the end"),
    "arg": phrase("chain rule"),
    "brackets": phrase("missing brackets"),
    "chain": phrase("chain rule"),
    "coeff": phrase("factors"),
    "const": phrase("constants"),
    "degrees": phrase("angles in degrees"),
    "exp": phrase("exponential rule"),
    "factor": phrase("factors"),
    "impl": phrase("slope of an equation"),
    "integrated": phrase("integrated"),
    "linear": phrase("chain rule"),
    "log": phrase("logarithm rule"),
    "misread": phrase("question misread"),
    "order": phrase("order of the derivative"),
    "outer": phrase("chain rule"),
    "param": phrase("slope of a pair"),
    "partial": phrase("wrong variable"),
    "point": phrase("slope at a point"),
    "polar": phrase("slope in polar coordinates"),
    "pow": phrase("power rule"),
    "powpow": phrase("logarithmic differentiation"),
    "prod": phrase("product rule"),
    "prod3": phrase("product rule"),
    "quot": phrase("quotient rule"),
    "recip": phrase("reciprocal rule"),
    "root": phrase("roots"),
    "rounded": phrase("rounding"),
    "second": phrase("second derivative"),
    "sum": phrase("sum rule"),
    "term": phrase("a term"),
    "trig": phrase("trigonometric slope"),
    "unchanged": phrase("not derived"),
    "upside": phrase("upside down"),
}


def title(mistake: str) -> str:
    """A few words for the id of a mistake."""
    family = _FAMILIES.get(mistake.split("-")[0], mistake.replace("-", " "))
    return tell(_TITLES.get(mistake, family))
