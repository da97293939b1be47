"""Angles in degrees: the trigonometric functions of a formula read and give degrees."""

from slopecli.language.expr import Call, Expr, Num, nodes
from slopecli.language.functions import ROWS

PER_DEGREE = Call("/", (Call("pi"), Num(180)))
_PER_RADIAN = Call("/", (Num(180), Call("pi")))


def in_degrees(expr: Expr) -> Expr:
    """The same formula where sin, cos, ... take degrees and asin, acos, ... give degrees."""
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        result = node
        if type(node) is Call:
            args = tuple([new[id(arg)] for arg in node.args])
            angle = ROWS[node.name].angle
            if angle == "in":
                args = (Call("*", (args[0], PER_DEGREE)),)
            result = Call(node.name, args)
            if angle == "out":
                result = Call("*", (result, _PER_RADIAN))
        new[id(node)] = result
    return new[id(expr)]
