"""Constants that know how they were made, so that one can ask: is this exactly zero?

A ball that holds 0 cannot tell. A `Constant` keeps the ball and the expression it came from; where
the ball cannot tell at a generous precision, and only then, SymPy is asked.
"""

from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Call, Expr, Num
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

GENEROUS = 1024  # bits at which a ball that still holds 0 is no longer worth narrowing
_LARGEST_WHOLE = 2**64
SECONDS = 1.0  # how long SymPy may think about one constant


class Constant:
    """An irrational constant: a ball that holds it and the expression that says what it is."""

    __slots__ = ("ball", "expr")

    def __init__(self, expr: Expr, ball: "Any") -> None:
        self.expr = expr
        self.ball = ball


class Constants(Balls):
    """Balls that can be asked for exact zeros. Values are `Ratio`, `Constant` or bool."""

    def ball(self, value: "Any") -> "Any":
        """The value as an `arb` at the working precision."""
        return super().ball(value.ball if type(value) is Constant else value)

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """As for balls; a result that is exactly a whole number becomes that number."""
        result = super().apply(row, values)
        if type(result) in (Ratio, PiMultiple, bool, Constant) or isinstance(result, Missing):
            return result
        made = Constant(Call(row.name, tuple([written(value) for value in values])), result)
        if not (result.rad() < 0.1 and abs(result) < _LARGEST_WHOLE):
            return made  # a whole number of a billion digits would be more than memory holds
        near = super().floor(result + 0.5)
        if type(near) is not Ratio or not result.contains(near.numerator):
            return made
        return near if self._vanishes(self._less(made, near)) else made

    def sign(self, value: "Any") -> int | None:
        """-1, 0 or 1; None where neither balls nor SymPy can tell."""
        if type(value) is not Constant:
            return super().sign(value)
        sign = super().sign(value.ball)
        if sign is None:
            finer = narrowed(value.expr)
            sign = None if finer is None else super().sign(finer)
        if sign is None and self._vanishes(value):
            return 0
        return sign

    def floor(self, value: "Any") -> "Any":
        """The whole number at or below the value."""
        below = super().floor(value)
        if isinstance(below, Missing) and type(value) is Constant:
            finer = narrowed(value.expr)
            if finer is not None:
                below = super().floor(finer)
        if type(below) is Ratio or isinstance(below, Missing):
            return below
        return Constant(Call("floor", (written(value),)), below)  # too long to be written out

    def _less(self, one: Constant, other: Ratio) -> Constant:
        if not other:
            return one
        return Constant(Call("-", (one.expr, written(other))), one.ball - self.ball(other))

    @staticmethod
    def _vanishes(value: Constant) -> bool:
        """Whether the constant is proven to be exactly zero."""
        finer = narrowed(value.expr)
        if finer is not None and not finer.contains(0):
            return False
        from slopecli.calculus.symbols import is_zero  # SymPy, where balls cannot tell

        return is_zero(value.expr, seconds=SECONDS) is True


def narrowed(expr: Expr, bits: int = GENEROUS) -> "Any":
    """A ball for a constant expression at a generous precision; None where there is none."""
    balls = Balls(bits)
    value = evaluate(expr, {}, balls)
    return None if isinstance(value, Missing) else balls.ball(value)


def written(value: "Any") -> Expr:
    """The expression of a constant; fractions as a student writes them."""
    if type(value) is Constant:
        return value.expr
    if type(value) is PiMultiple:
        return Call("*", (written(value.ratio), Call("pi")))
    assert type(value) is Ratio
    size: Expr = Num(abs(value.numerator))
    if value.denominator != 1:
        size = Call("/", (size, Num(value.denominator)))
    return Call("neg", (size,)) if value.numerator < 0 else size
