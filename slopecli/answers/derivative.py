"""The derivative as a formula."""

from slopecli.calculus.balls import Balls
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Expr, letters
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

_SECONDS = 1.0  # how long SymPy may look for a shorter form
_BITS = 128
_PLACES = [(7, 10), (13, 10), (-3, 5), (21, 10), (-7, 5), (3, 20), (37, 10), (-23, 10)]
_ENOUGH = 3  # places at which both forms must have the same value


class Derivative:
    """The derivative of `expr` in its variable; `note` says why it is not simpler.

    `gradient` holds the derivative in each letter, where there are several.
    """

    __slots__ = ("expr", "formula", "gradient", "note", "order", "variable")

    def __init__(self, expr: Expr, variable: str, order: int, formula: Expr) -> None:
        self.expr = expr
        self.variable = variable
        self.order = order
        self.formula = formula
        self.note: str | None = None
        self.gradient: dict[str, Expr] = {}


def derivative_of(
    expr: Expr, variable: str, *, order: int = 1, simplify: bool = False
) -> Derivative:
    """The derivative, with `simplify` in the shorter of our form and SymPy's.

    Raises LimitError where the formula grows beyond all bounds.
    """
    found = Derivative(expr, variable, order, derivative(expr, variable, order))
    names = letters(expr)
    if order == 1 and len(names) > 1:
        found.gradient = {name: derivative(expr, name) for name in names}
    if simplify:
        shorter = _shorter(found.formula)
        if shorter is None:
            found.note = tell("No simpler form was found.")
        else:
            found.formula = shorter
    return found


def _shorter(expr: Expr) -> Expr | None:
    from slopecli.calculus.symbols import simplest

    other = simplest(expr, _SECONDS)
    if other is None or len(text(other)) >= len(text(expr)) or not _agree(expr, other):
        return None
    return other


def _agree(one: Expr, other: Expr) -> bool:
    """Whether both have the same value at some places, and nowhere different ones.

    SymPy simplifies for complex numbers; this is the check that its answer is ours, too.
    """
    names = letters(one)
    together = 0
    for start in range(len(_PLACES)):
        point = {
            name: Ratio(*_PLACES[(start + 3 * place) % len(_PLACES)])
            for place, name in enumerate(names)
        }
        balls = Balls(_BITS)
        left, right = evaluate(one, point, balls), evaluate(other, point, balls)
        if isinstance(left, Missing):
            continue
        if isinstance(right, Missing) or not balls.ball(left).overlaps(balls.ball(right)):
            return False
        together += 1
    return together >= _ENOUGH
