"""The texts of the function table as expressions, each parsed once, on first use."""

from slopecli.calculus.evaluate import keep_order
from slopecli.language.expr import Expr, distinct
from slopecli.language.functions import Row
from slopecli.language.parser import parse

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

ARGUMENTS = ("u", "v", "w")
_NAMES = frozenset({"u", "v", "w", "du", "dv", "dw"})
_parsed: dict[str, Expr] = {}


def rule(text: str) -> Expr:
    """A rule's text in u, v, w (and du, dv, dw) as an expression."""
    expr = _parsed.get(text)
    if expr is None:
        # Equal parts are one object: a rule that names a function twice would else cost twice at
        # each order, exponentially.
        expr = _parsed[text] = distinct(parse(text, _NAMES, rule=True))[-1]
        keep_order(expr)
    return expr


def partial(row: Row, position: int) -> Expr:
    """The derivative of the row in one of its arguments."""
    return rule(row.partials[position])


def named(values: "list[T]") -> "dict[str, T]":
    """The arguments of a row under the names that its rules use."""
    return dict(zip(ARGUMENTS, values, strict=False))
