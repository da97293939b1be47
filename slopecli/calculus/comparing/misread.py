"""Formulas that a student may have read, or written at the end, in the place of the right one."""

from slopecli.calculus.comparing.forms import replaced
from slopecli.language.expr import Call, Expr, Num, nodes
from slopecli.language.factors import literal, number
from slopecli.language.functions import ROWS
from slopecli.language.powers import power
from slopecli.language.text import text
from slopecli.language.tidy import call
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 80  # readings that are tried

_TRIG = frozenset(name for name, row in ROWS.items() if row.angle == "in")


class Reading:
    """Another formula: the mistake it would be, the part it is about, and what to say."""

    __slots__ = ("expr", "mistake", "says", "where")

    def __init__(self, mistake: str, expr: Expr, where: Expr, says: str) -> None:
        self.mistake = mistake
        self.expr = expr
        self.where = where
        self.says = says


def misreadings(expr: Expr) -> "Iterator[Reading]":
    """The question read with one slip: the likeliest first."""
    order = [node for node in nodes(expr) if type(node) is Call]
    for changes in (_trig_power, _upside_down, _sign, _exponent, _coefficient, _trig_sum):
        for node in reversed(order):
            for mistake, new, says in changes(node):
                yield Reading(mistake, replaced(expr, node, new), node, says)


def wrong_endings(expr: Expr) -> "Iterator[Reading]":
    """The right derivative after a wrong step of algebra."""
    for node in reversed(nodes(expr)):
        if type(node) is Call:
            for mistake, new, says in _algebra(node):
                yield Reading(mistake, replaced(expr, node, new), node, says)


Change = tuple[str, Expr, str]


def _read_as(node: Expr, new: Expr) -> str:
    return tell("{part} was read as {other}", part=text(node), other=text(new))


def _is_not(node: Expr, new: Expr) -> str:
    return tell("{part} is not {other}", part=text(node), other=text(new))


def _trig_power(node: Call) -> "Iterator[Change]":
    """sin(x)^2 read as sin(x^2), and the other way."""
    if node.name == "^":
        base, exponent = node.args
        if type(base) is Call and base.name in _TRIG:
            new = Call(base.name, (power(base.args[0], exponent),))
            yield "trig-power-misread", new, _read_as(node, new)
    elif node.name in _TRIG:
        inside = node.args[0]
        if type(inside) is Call and inside.name == "^":
            new = power(Call(node.name, (inside.args[0],)), inside.args[1])
            yield "trig-power-misread", new, _read_as(node, new)


def _upside_down(node: Call) -> "Iterator[Change]":
    if node.name == "/":
        new = Call("/", node.args[::-1])
        yield (
            "upside-down",
            new,
            tell("{part} was read upside down, as {other}", part=text(node), other=text(new)),
        )


def _sign(node: Call) -> "Iterator[Change]":
    if node.name in ("+", "-"):
        new = Call("-" if node.name == "+" else "+", node.args)
        yield "misread-sign", new, _read_as(node, new)
    elif node.name == "neg":
        yield (
            "misread-sign",
            node.args[0],
            tell("the minus of {part} was overlooked", part=text(node)),
        )


def _exponent(node: Call) -> "Iterator[Change]":
    if node.name != "^":
        return
    value = literal(node.args[1])
    if value is None or not value.is_integer:
        return
    for near in (value.numerator + 1, value.numerator - 1):
        new = call("^", node.args[0], number(near))
        yield "misread-exponent", new, _read_as(node, new)


def _coefficient(node: Call) -> "Iterator[Change]":
    if node.name != "*":
        return
    factor, rest = node.args
    if type(factor) is Num and factor.value.is_integer:
        yield (
            "misread-coeff",
            rest,
            tell("the {factor} of {part} was overlooked", factor=text(factor), part=text(node)),
        )
        for near in (factor.value.numerator + 1, factor.value.numerator - 1):
            new = call("*", number(near), rest)
            yield "misread-coeff", new, _read_as(node, new)


def _trig_sum(node: Call) -> "Iterator[Change]":
    """sin(a + b) taken for sin a + sin b."""
    if node.name in _TRIG:
        inside = node.args[0]
        if type(inside) is Call and inside.name in ("+", "-"):
            new = Call(inside.name, tuple([Call(node.name, (part,)) for part in inside.args]))
            yield "trig-split", new, _is_not(node, new)
    elif node.name == "*":
        one, other = node.args
        alike = type(one) is Call and type(other) is Call and one.name == other.name
        if alike and one.name in _TRIG:  # type: ignore[union-attr]
            new = Call(one.name, (Call("*", (one.args[0], other.args[0])),))  # type: ignore[union-attr]
            yield "trig-split", new, _is_not(node, new)


def _algebra(node: Call) -> "Iterator[Change]":
    if node.name == "^":
        base, exponent = node.args
        value = literal(exponent)
        if type(base) is Call and base.name in ("+", "-") and value is not None:
            parts = tuple([call("^", part, exponent) for part in base.args])
            new: Expr = Call(base.name, parts)
            yield "algebra-after-power", new, _is_not(node, new)
        if type(base) is Call and base.name == "^":
            new = call("^", base.args[0], call("+", base.args[1], exponent))
            yield "algebra-after-exponents", new, _is_not(node, new)
    elif node.name == "sqrt":
        inside = node.args[0]
        if type(inside) is Call and inside.name in ("+", "-"):
            parts = tuple([call("sqrt", part) for part in inside.args])
            new = Call(inside.name, parts)
            yield "algebra-after-root", new, _is_not(node, new)
    elif node.name == "-":
        left, right = node.args
        if type(right) is Call and right.name in ("+", "-"):
            new = Call(
                "+" if right.name == "+" else "-", (Call("-", (left, right.args[0])), right.args[1])
            )
            yield "algebra-after-minus", new, _is_not(node, new)
    elif node.name == "/":
        yield from _cancelled(*node.args)
    elif node.name == "*":
        yield from _not_distributed(*node.args)


def _cancelled(above: Expr, below: Expr) -> "Iterator[Change]":
    """Something cancelled against one term of a sum only."""
    if type(above) is not Call or above.name not in ("+", "-"):
        return
    whole = Call("/", (above, below))
    for place in (0, 1):
        terms = list(above.args)
        terms[place] = call("/", terms[place], below)
        new = Call(above.name, tuple(terms))
        says = tell(
            "{part} is not {other}: every term is divided", part=text(whole), other=text(new)
        )
        yield "algebra-after-cancel", new, says


def _not_distributed(one: Expr, other: Expr) -> "Iterator[Change]":
    """c(a + b) written as ca + b."""
    whole = Call("*", (one, other))
    if type(other) is Call and other.name in ("+", "-"):
        new = Call(other.name, (call("*", one, other.args[0]), other.args[1]))
        yield "algebra-after-bracket", new, _is_not(whole, new)
