"""What an answer is compared with: the slope of the question where it has one."""

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.compare import Curve, Sampled
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, Undecided, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.language.expr import Call, Expr, nodes, substitute
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from slopecli.calculus.comparing.sampling import Place

# Rows whose rule has a value where there is no slope; elsewhere the rule itself has none.
_KINKED = frozenset("abs sign step relu floor ceil trunc round mod max min".split())


class JetCurve(Sampled):
    """The derivative of a high order, by forward mode: its formula would be too long."""

    __slots__ = ("order",)

    def __init__(self, expr: Expr, letters: "Sequence[str]", order: int) -> None:
        super().__init__([expr], letters, None)
        self.order = order

    def fine(self, place: "Place", bits: int) -> "Any":
        """A narrower ball, or `Missing`."""
        from math import factorial

        balls = Balls(bits)
        jets = Jets(balls, self.order)
        here: dict[str, Any] = dict(zip(self.letters, place, strict=True))
        here[self.letters[0]] = jets.variable(here[self.letters[0]])
        found = evaluate(self.formulas[0], here, jets)
        if isinstance(found, Missing):
            return found
        if type(found) is not Jet:
            return balls.ball(Ratio(0))
        value = balls.ball(found.coefficients[self.order]) * factorial(self.order)
        return value if value.is_finite() else Undecided()


def slope_curve(
    expr: Expr, variable: str, letters: "Sequence[str]", order: int = 1, of: Expr | None = None
) -> Curve:
    """The derivative, sampled only where the expression has a value and is smooth.

    `of` is the derivative, if the caller has it.
    """
    slope = derivative(expr, variable, order) if of is None else of
    if not order:
        return Curve([expr], letters)
    return Curve([expr, *kinks(expr), slope], letters)


def kinks(expr: Expr) -> list[Expr]:
    """The conditions under which no part of the expression has a corner or a step."""
    found: dict[Expr, None] = {}
    branches = False
    for node in nodes(expr):
        if type(node) is not Call:
            continue
        branches = branches or node.name == "if"
        if node.name in _KINKED or node.name in TRUTH:
            smooth = ROWS[node.name].smooth
            if smooth:
                arguments = dict(zip(ARGUMENTS, node.args, strict=False))
                found[substitute(rule(smooth), arguments)] = None
    return [_within(expr)] if branches else list(found)


def _within(expr: Expr) -> Expr:
    """The same as one condition, in which a branch that is not taken may be as it likes."""
    conditions: dict[int, Expr | None] = {}
    for node in nodes(expr):
        found: Expr | None = None
        if type(node) is Call:
            parts = [conditions[id(arg)] for arg in node.args]
            if node.name == "if":
                then, otherwise = (_TRUE if part is None else part for part in parts[1:])
                found = Call("if", (node.args[0], then, otherwise))
                parts = parts[:1]
            for part in parts:
                found = _both(found, part)
            if node.name in _KINKED or node.name in TRUTH:
                smooth = ROWS[node.name].smooth
                if smooth:
                    arguments = dict(zip(ARGUMENTS, node.args, strict=False))
                    found = _both(found, substitute(rule(smooth), arguments))
        conditions[id(node)] = found
    return conditions[id(expr)] or _TRUE


def _both(one: Expr | None, other: Expr | None) -> Expr | None:
    if one is None or other is None:
        return other if one is None else one
    return Call("and", (one, other))


_TRUE = rule("0 = 0")
