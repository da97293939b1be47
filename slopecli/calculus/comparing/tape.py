"""Formulas as a straight list of steps, to ask them the same thing at hundreds of points.

The steps are those of `evaluate` with `Balls`, but constants are worked out once and the commonest
rows call python-flint at once, which is ten times faster than a walk. A formula with branches is
walked all the same.
"""

import operator

from slopecli.calculus.balls import HALF, Balls
from slopecli.calculus.evaluate import Missing, TooLarge, Undecided, Undefined, evaluate
from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

_BRANCHES = frozenset({"if"}) | TRUTH
_EVERYWHERE = frozenset("sin cos exp atan sinh cosh tanh asinh sech erf".split())
_OPERATORS: "dict[str, Callable[..., Any]]" = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "neg": operator.neg,
}


class Tape:
    """Formulas of these letters, ready to be evaluated in balls of so many bits.

    Conditions among them have no ball: they only have to hold.
    """

    def __init__(
        self, formulas: "Sequence[Expr]", letters: "Sequence[str]", bits: int = 64
    ) -> None:
        self.balls = Balls(bits)
        self.formulas = formulas
        self.letters = letters
        self.missing: Missing | None = None
        self.steps: list[tuple[Callable[..., Any], int, int, int]] = []
        self.slots: list[Any] = [None] * len(letters)
        self.ends: list[int] = []
        self._places: dict[Expr, int] = {Var(name): k for k, name in enumerate(letters)}
        self._constants: dict[Expr, Any] = {}
        self.walked = any(_branches(formula) for formula in formulas)
        if not self.walked:
            for formula in formulas:
                for node in nodes(formula):
                    if node not in self._places and node not in self._constants:
                        self._write(node)
            self.ends = [self._place(formula) for formula in formulas]

    def run(self, point: "Sequence[Any]") -> "Any":
        """The balls of all formulas at a point, or `Missing` where one of them has no value."""
        import flint

        flint.ctx.prec = self.balls.bits
        if self.walked:
            return self._walk(point)
        if self.missing is not None:
            return self.missing
        slots = self.slots.copy()
        slots[: len(point)] = point
        for function, one, other, target in self.steps:
            value = function(slots[one]) if other < 0 else function(slots[one], slots[other])
            if isinstance(value, Missing):
                return value
            slots[target] = value
        values = [slots[end] for end in self.ends]
        return values if all(value.is_finite() for value in values) else Undecided(values)

    def _walk(self, point: "Sequence[Any]") -> "Any":
        return walk(self.formulas, dict(zip(self.letters, point, strict=True)), self.balls)

    def _write(self, node: Expr) -> None:
        """A step for one node, whose arguments are written already."""
        if type(node) is Num:
            self._constants[node] = node.value
            return
        assert type(node) is Call
        row, args = ROWS[node.name], node.args
        constants = [self._constants.get(arg) for arg in args]
        if None not in constants:
            value = self.balls.apply(row, constants)
            if isinstance(value, Missing):
                value.call = node
                self.missing = self.missing or value
                value = Ratio(1)
            self._constants[node] = value
        elif node.name in ("^", "realpow") and constants[1] is not None:
            self._step(node, self._power(node.name, constants[1]), args[0])
        elif node.name == "^" and type(args[0]) is Call and args[0].name == "e":
            self._step(node, _direct("exp") or self._general("exp", [None]), args[1])
        elif node.name == "^" and constants[0] is not None and self.balls.sign(constants[0]) == 1:
            base = self.balls.ball(constants[0])
            self._step(node, lambda exponent: base**exponent, args[1])
        else:
            function = _OPERATORS.get(node.name) or _direct(node.name)
            if function is None:
                function = self._general(node.name, constants)
                args = tuple(
                    [arg for arg, known in zip(args, constants, strict=True) if known is None]
                )
            self._step(node, function, *args)

    def _step(self, node: Expr, function: "Callable[..., Any]", *args: Expr) -> None:
        places = [self._place(arg) for arg in args]
        self._places[node] = target = len(self.slots)
        self.slots.append(None)
        self.steps.append((function, places[0], places[1] if len(places) > 1 else -1, target))

    def _place(self, node: Expr) -> int:
        place = self._places.get(node)
        if place is None:
            place = self._places[node] = len(self.slots)
            self.slots.append(self.balls.ball(self._constants[node]))
        return place

    def _power(self, name: str, exponent: "Any") -> "Callable[..., Any]":
        if type(exponent) is Ratio and exponent.is_integer and 0 < exponent.numerator < 1 << 30:
            whole = exponent.numerator
            return lambda base: base**whole
        if type(exponent) is Ratio and exponent.is_integer and -1 << 30 < exponent.numerator < 0:
            below = -exponent.numerator
            return lambda base: _quotient(1, base**below)
        if exponent == HALF:
            return _root
        return self._general(name, [None, exponent])

    def _general(self, name: str, constants: "list[Any]") -> "Callable[..., Any]":
        """A row by the arithmetic itself, which knows its conditions; constants stay exact."""
        row, balls = ROWS[name], self.balls

        def general(*values: "Any") -> "Any":
            if not all(value.is_finite() for value in values):
                return TooLarge([*values])
            moving = iter(values)
            full = [next(moving) if constant is None else constant for constant in constants]
            return _as_ball(balls, balls.apply(row, full))

        return general


def walk(formulas: "Sequence[Expr]", point: "dict[str, Any]", balls: Balls) -> "Any":
    """What a tape gives, node by node; exact fractions stay exact on the way."""
    values = []
    for formula in formulas:
        value = evaluate(formula, point, balls)
        if value is False:
            return Undefined()
        if isinstance(value, Missing):
            return value
        if value is not True:
            values.append(balls.ball(value))
    return values if all(value.is_finite() for value in values) else Undecided(values)


def _branches(formula: Expr) -> bool:
    return any(type(node) is Call and node.name in _BRANCHES for node in nodes(formula))


def _as_ball(balls: Balls, value: "Any") -> "Any":
    return value if isinstance(value, Missing) else balls.ball(value)


def _direct(name: str) -> "Callable[..., Any] | None":
    """What needs no look at a condition, or a quick one."""
    import flint

    if name in _EVERYWHERE:
        found: Callable[..., Any] = getattr(flint.arb, name)
        return found
    return _WITH_CONDITION.get(name)


def _quotient(one: "Any", other: "Any") -> "Any":
    if other.contains(0):
        return Undefined([one, other]) if other.is_zero() else Undecided([one, other])
    return one / other


def _root(value: "Any") -> "Any":
    if value >= 0:
        return value.sqrt()
    return Undefined([value]) if value < 0 else Undecided([value])


def _logarithm(value: "Any") -> "Any":
    if value > 0:
        return value.log()
    return Undefined([value]) if value <= 0 else Undecided([value])


_WITH_CONDITION: "dict[str, Callable[..., Any]]" = {
    "tan": lambda angle: _quotient(angle.sin(), angle.cos()),
    "cot": lambda angle: _quotient(angle.cos(), angle.sin()),
    "sec": lambda angle: _quotient(1, angle.cos()),
    "csc": lambda angle: _quotient(1, angle.sin()),
    "/": _quotient,
    "sqrt": _root,
    "ln": _logarithm,
}
