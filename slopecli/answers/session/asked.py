"""What a formula of a session asks for, once its names are written out."""

from slopecli.calculus.derive import derivative
from slopecli.language.expr import Expr, letters
from slopecli.language.text import text

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence


class Whole:
    """A defined function as the whole input: f, f'', f(2), f'(t).

    `order` counts the marks; `place` is what stands in the bracket, if not a letter alone; `shown`
    is the definition, to be told where the input is only the name.
    """

    __slots__ = ("expr", "order", "place", "shown", "variable")

    def __init__(
        self, expr: Expr, variable: str, order: int, place: Expr | None, shown: str | None
    ) -> None:
        self.expr = expr
        self.variable = variable
        self.order = order
        self.place = place
        self.shown = shown


class Asked:
    """A formula ready for a command: `text` is what the command reads.

    `constant` says that no letter is left in it, `marked` that a derivative is part of it. `order`
    and `variable` are what the input itself names: 2 for (f(x))''.
    """

    __slots__ = ("constant", "expr", "marked", "notes", "order", "text", "variable", "whole")

    def __init__(
        self,
        text: str,
        *,
        expr: Expr | None = None,
        order: int | None = None,
        variable: str | None = None,
        notes: "Sequence[str]" = (),
        whole: Whole | None = None,
        constant: bool = False,
        marked: bool = False,
    ) -> None:
        self.text = text
        self.expr = expr
        self.order = order
        self.variable = variable
        self.notes = notes
        self.whole = whole
        self.constant = constant
        self.marked = marked

    @property
    def formula(self) -> str:
        """The formula alone, its derivatives taken: for what draws and compares formulas."""
        if self.whole is not None and self.whole.order and self.whole.place is None:
            return text(derivative(self.whole.expr, self.whole.variable, self.whole.order))
        if self.order is not None and self.expr is not None:
            variable = self.variable or next(iter(letters(self.expr)), "x")
            return text(derivative(self.expr, variable, self.order))
        return self.text

    def derived(self, formula: str) -> bool:
        """Whether a derivative was taken to write this formula, one of those that this can be."""
        if self.whole is not None and formula == text(self.whole.expr):
            return False
        return self.marked and (self.order is None or formula != self.text)
