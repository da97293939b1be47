"""A proof that two formulas are the same function; a "no" here means only that none was found."""

from slopecli.calculus.normal_form import normal_difference_is_zero
from slopecli.language.expr import Call, Expr, Num

SECONDS = 1.0  # how long SymPy may think


class Proof:
    """Ask for a proof once: of the normal forms, and of SymPy where that is wanted."""

    __slots__ = ("ask_sympy", "one", "other")

    def __init__(self, one: Expr, other: Expr, ask_sympy: bool = False) -> None:
        self.one = one
        self.other = other
        self.ask_sympy = ask_sympy

    def __call__(self) -> bool:
        """Whether the formulas are proven equal wherever both have a value."""
        if self.one == self.other or normal_difference_is_zero(self.one, self.other):
            return True
        if not self.ask_sympy:
            return False
        from slopecli.calculus.symbols import simplest

        difference = simplest(Call("-", (self.one, self.other)), SECONDS)
        return difference is not None and difference == _ZERO


_ZERO = Num(0)
