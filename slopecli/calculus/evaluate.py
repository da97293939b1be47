"""The one walk: what an expression is worth, in whatever arithmetic one asks.

An arithmetic is an object with two methods. `number(exact)` makes a value of a `Ratio`;
`apply(row, values)` gives the value of a row of the function table at the values of its arguments.
Values that do not exist are `Undefined` objects that travel on to the top like any other value, so
that a branch of `if` that is not taken may be undefined without harm.
"""

from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.expr import nodes as walk
from slopecli.language.functions import ROWS

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


class Undefined:
    """No value here: `call` is the part that has none, `values` are its arguments there."""

    __slots__ = ("call", "values")

    def __init__(self, values: "list[Any]") -> None:
        self.values = values
        self.call: Call | None = None


def evaluate(expr: Expr, point: "dict[str, Any]", arithmetic: "Any") -> "Any":
    """The value of the expression where its letters have the values of `point`.

    Raises KeyError for a letter without a value; callers ask `letters` first.
    """
    values: dict[int, Any] = {}
    for node in walk(expr):
        if type(node) is Call:
            arguments = [values[id(arg)] for arg in node.args]
            value = arithmetic.apply(ROWS[node.name], arguments)
            if type(value) is Undefined and not any(value is arg for arg in arguments):
                value.call = node  # the outermost tree that knows: rules speak of u, people of x
        elif type(node) is Num:
            value = arithmetic.number(node.value)
        else:
            assert type(node) is Var
            value = point[node.name]
        values[id(node)] = value
    return values[id(expr)]
