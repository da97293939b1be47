"""How far a parameter has to go until a curve made of angles has come round."""

from math import lcm

from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import evaluate
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, letters, nodes
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 20  # turns


def turns(parts: "Iterable[Expr]", letter: str) -> int | None:
    """Full turns of the letter, such as 2 for cos(t/2); None where there is no angle."""
    found = None
    for part in parts:
        for node in nodes(part):
            if type(node) is not Call or ROWS[node.name].angle != "in":
                continue
            if letter not in letters(node.args[0]):
                continue
            found = lcm(found or 1, _below(node.args[0], letter))
    return None if found is None else min(found, _MOST)


def _below(angle: Expr, letter: str) -> int:
    """The denominator of the speed of an angle: 2 for t/2; 1 where that is no plain number."""
    try:
        speed = derivative(angle, letter)
    except LimitError:
        return 1
    value = None if letters(speed) else evaluate(speed, {}, Balls())
    if type(value) is PiMultiple:  # degrees
        value = value.ratio * Ratio(180)
    return value.denominator if type(value) is Ratio else 1
