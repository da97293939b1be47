"""The texts of the function table as expressions, each parsed once, on first use."""

from slopecli.calculus.evaluate import keep_order
from slopecli.language.expr import Call, Expr, nodes
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
        expr = _parsed[text] = shared(parse(text, _NAMES))
        keep_order(expr)
    return expr


def shared(expr: Expr) -> Expr:
    """The same expression with equal parts made one object, so that a walk meets them once.

    Without it, a rule that names a function twice would cost twice at each order: exponentially.
    """
    same: dict[Expr, Expr] = {}
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        if type(node) is Call and node.args:
            node_shared: Expr = Call(node.name, tuple([new[id(arg)] for arg in node.args]))
        else:
            node_shared = node
        new[id(node)] = same.setdefault(node_shared, node_shared)
    return new[id(expr)]


def partial(row: Row, position: int) -> Expr:
    """The derivative of the row in one of its arguments."""
    return rule(row.partials[position])


def named(values: "list[T]") -> "dict[str, T]":
    """The arguments of a row under the names that its rules use."""
    return dict(zip(ARGUMENTS, values, strict=False))
