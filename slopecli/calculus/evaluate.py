"""The one walk: what an expression is worth, in whatever arithmetic one asks.

An arithmetic is an object with two methods. `number(exact)` makes a value of a `Ratio`;
`apply(row, values)` gives the value of a row of the function table at the values of its arguments.
Where there is no value to give, the answer is a `Missing` object, which travels on to the top like
any other value: a branch of `if` that is not taken may miss its value without harm.
"""

from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.expr import nodes as walk
from slopecli.language.functions import ROWS

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


class Missing:
    """No value; `call` is the part of the expression where it went missing."""

    __slots__ = ("call", "values")
    rank = 0

    def __init__(self, values: "list[Any] | None" = None) -> None:
        self.values = values or []
        self.call: Call | None = None


class Undefined(Missing):
    """There is no value here; `values` are the arguments that `call` has no value at."""

    rank = 3


class Undecided(Missing):
    """A ball touches the border of a condition: more precision may tell, or nothing can."""

    rank = 2


class TooLarge(Undecided):
    """The value is larger than balls can hold."""


class Rough(Missing):
    """There is a value, but `call` is not smooth here: look at each side apart."""

    rank = 1


def evaluate(expr: Expr, point: "dict[str, Any]", arithmetic: "Any") -> "Any":
    """The value of the expression where its letters have the values of `point`.

    Raises KeyError for a letter without a value; callers ask `letters` first.
    """
    values: dict[int, Any] = {}
    for node in _orders.get(id(expr)) or walk(expr):
        if type(node) is Call:
            arguments = [values[id(arg)] for arg in node.args]
            value = _settled(node.name, arguments)
            if value is None:
                value = arithmetic.apply(ROWS[node.name], arguments)
                if isinstance(value, Missing):
                    value.call = node  # the outermost tree: rules speak of u, people of x
        elif type(node) is Num:
            value = arithmetic.number(node.value)
        else:
            assert type(node) is Var
            value = point[node.name]
        values[id(node)] = value
    return values[id(expr)]


_orders: "dict[int, list[Expr]]" = {}


def keep_order(expr: Expr) -> None:
    """Remember how to walk an expression that is evaluated again and again.

    Only for one that lives as long as the program: orders are kept by the object's identity.
    """
    _orders[id(expr)] = walk(expr)


def _settled(name: str, arguments: "list[Any]") -> "Any":
    """The value where no arithmetic is needed: a branch, a part of a condition, a value missing."""
    if name == "if":
        if arguments[0] is True:
            return arguments[1]
        if arguments[0] is False:
            return arguments[2]
        return arguments[0] if isinstance(arguments[0], Missing) else None
    if name == "and" or name == "or":
        settling = name == "or"
        if arguments[0] is settling or arguments[1] is settling:
            return settling
        if arguments[0] is (not settling) and arguments[1] is (not settling):
            return not settling
    missing = None
    for argument in arguments:
        if isinstance(argument, Missing) and (missing is None or argument.rank > missing.rank):
            missing = argument
    return missing
