"""Where a formula goes far out, if exponentials, powers and logarithms meet there.

A tail is c e^E x^a ln(x)^b, and f over it goes to 1 as x = 1/h grows: the leading term in the scale
of Hardy, Orders of Infinity (1910). Of two tails the one whose E grows by more is the larger, then
the one with the higher power, then the one with more logarithms. One without c says "at most".
"""

from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.germs import Germ, Germs
from slopecli.calculus.normal_form import linear
from slopecli.calculus.rules import named, rule
from slopecli.language.expr import Call, Expr, Num, Var, nodes, substitute
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

ABSENT = "absent"  # told where there are no values far out
_ZERO = Ratio(0)
_ONE = Ratio(1)
_MOST = 100  # nodes of a formula; each is looked at anew, so that a long one would take long
_EXPONENTIALS = {
    "sinh": "(exp(u) - exp(-u))/2",
    "cosh": "(exp(u) + exp(-u))/2",
    "tanh": "(1 - exp(-2*u))/(1 + exp(-2*u))",
}


class Tail:
    """c e^E h^power ln(1/h)^logs: `exponent` is E, a germ or 0; `factor` is c, or None."""

    __slots__ = ("exponent", "factor", "logs", "power")

    def __init__(self, exponent: "Any", power: Ratio, logs: Ratio, factor: "Any") -> None:
        self.exponent = exponent
        self.power = power
        self.logs = logs
        self.factor = factor


def tail_limit(expr: Expr, variable: str, base: "Any") -> "Any":
    """Where f goes as the variable h goes to 0 from the right, proven over the constants `base`.

    "inf", "-inf", an exact constant, `ABSENT` where there is no curve; None where it is not known.
    """
    tails = _Tails(variable, base)
    if isinstance(evaluate(expr, tails.here, tails.germs), Undefined):
        return ABSENT
    if sum([1 for _ in nodes(expr)]) > _MOST:
        return None
    tail = tails.of(expr)
    if tail is None:
        return None
    growth = tails.growth(tail)
    if growth is None or (tail.factor is None and growth >= 0):
        return None
    if growth < 0:
        return _ZERO
    if growth == 0:
        return tail.factor
    return "inf" if base.sign(tail.factor) == 1 else "-inf"


class _Tails:
    def __init__(self, variable: str, base: "Any") -> None:
        self.base = base
        self.germs = Germs(base)
        self.here = {variable: self.germs.variable(_ZERO, 1)}

    def of(self, expr: Expr) -> Tail | None:
        """The tail of a formula; None where it is not known."""
        germ = evaluate(expr, self.here, self.germs)
        if isinstance(germ, Undefined) or type(germ) is bool:
            return None
        if type(germ) is Germ and germ.terms:
            return Tail(_ZERO, Ratio(germ.start, germ.q), _ZERO, germ.terms[0])
        if type(germ) is not Germ and not isinstance(germ, Missing):
            return Tail(_ZERO, _ZERO, _ZERO, germ) if self.base.sign(germ) else None
        found = self._call(expr) if type(expr) is Call else None
        if found is None and type(germ) is Germ:
            found = Tail(_ZERO, Ratio(germ.end, germ.q), _ZERO, None)
        return found

    def growth(self, tail: Tail) -> int | None:
        """1 where its size grows for ever, -1 where it sinks to 0, 0 where it does neither."""
        if type(tail.exponent) is Germ:
            return self.base.sign(tail.exponent.terms[0])  # type: ignore[no-any-return]
        return -_sign(tail.power) or _sign(tail.logs)

    def _call(self, call: Call) -> Tail | None:
        name, args = call.name, call.args
        if name in ("+", "-"):
            second = args[1] if name == "+" else Call("neg", (args[1],))
            return self._sum(self.of(args[0]), self.of(second))
        if name == "neg":
            return self._product(self.of(args[0]), self.of(Num(-1)))
        if name == "*":
            return self._product(self.of(args[0]), self.of(args[1]))
        if name == "/":
            below = self._power(self.of(args[1]), Ratio(-1), "^")
            return self._product(self.of(args[0]), below)
        if name == "exp":
            exponent = evaluate(args[0], self.here, self.germs)
            return self._tail(exponent, _ZERO, _ZERO, _ONE)
        if name in ("^", "realpow"):
            exponent = evaluate(args[1], self.here, self.germs)
            if type(exponent) is Ratio:
                return self._power(self.of(args[0]), exponent, name)
            return self.of(Call("exp", (Call("*", (args[1], Call("ln", (args[0],)))),)))
        if name == "ln":
            return self._ln(self.of(args[0]))
        means = _EXPONENTIALS.get(name) or ROWS[name].means
        return self.of(substitute(rule(means), named(list(args)))) if means else None

    def _sum(self, one: Tail | None, two: Tail | None) -> Tail | None:
        """The larger one; where they are alike, their factors together."""
        if one is None or two is None:
            return None
        factor = None if two.factor is None else _ONE
        inverse = Tail(self._apply("neg", two.exponent), -two.power, -two.logs, factor)
        ratio = self._product(Tail(one.exponent, one.power, one.logs, _ONE), inverse)
        growth = None if ratio is None else self.growth(ratio)
        if growth is None:
            return None
        if growth:
            return one if growth > 0 else two
        if one.factor is None or two.factor is None:
            return Tail(one.exponent, one.power, one.logs, None)
        total = self._apply("+", one.factor, two.factor)
        known = not isinstance(total, Missing) and self.base.sign(total)
        return Tail(one.exponent, one.power, one.logs, total if known else None)

    def _product(self, one: Tail | None, two: Tail | None) -> Tail | None:
        if one is None or two is None:
            return None
        known = one.factor is not None and two.factor is not None
        factor = self._apply("*", one.factor, two.factor) if known else None
        exponent = self._apply("+", one.exponent, two.exponent)
        return self._tail(exponent, one.power + two.power, one.logs + two.logs, factor)

    def _power(self, tail: Tail | None, by: Ratio, name: str) -> Tail | None:
        if tail is None or tail.factor is None:
            return None
        factor = self._apply(name, tail.factor, by)
        exponent = self._apply("*", tail.exponent, by)
        return self._tail(exponent, tail.power * by, tail.logs * by, factor)

    def _ln(self, tail: Tail | None) -> Tail | None:
        """ln(c e^E h^a ...) is like E, and like -a ln(1/h) where there is no E."""
        if tail is None or tail.factor is None or self.base.sign(tail.factor) != 1:
            return None
        if type(tail.exponent) is Germ:
            germ = tail.exponent
            return Tail(_ZERO, Ratio(germ.start, germ.q), _ZERO, germ.terms[0])
        return Tail(_ZERO, _ZERO, _ONE, -tail.power) if tail.power else None

    def _tail(self, exponent: "Any", power: Ratio, logs: Ratio, factor: "Any") -> Tail | None:
        """A tail whose exponent has no constant part: that belongs to the factor."""
        if isinstance(exponent, Missing) or isinstance(factor, Missing):
            return None
        constant = exponent
        if type(exponent) is Germ:
            if exponent.end <= 0:
                return None
            constant = exponent.term(0)
            rest = self._apply("-", exponent, constant)
            if isinstance(rest, Missing):
                return None
            exponent = rest if type(rest) is Germ and rest.terms and rest.start < 0 else _ZERO
        else:
            exponent = _ZERO
        if factor is not None and constant != _ZERO:
            factor = self._apply("*", factor, self._apply("exp", constant))
        if isinstance(factor, Missing):
            return None
        return Tail(exponent, power, logs, factor)

    def _apply(self, name: str, *values: "Any") -> "Any":
        for value in values:
            if isinstance(value, Missing):
                return value
        return self.germs.apply(ROWS[name], list(values))


def _sign(number: Ratio) -> int:
    return (number > _ZERO) - (number < _ZERO)


def repeats(expr: Expr, variable: str) -> bool:
    """Whether the formula has a period: its variable stands in sines and the like alone.

    The angles are a x + b with fractions a, so that all of them have a period in common.
    """
    stack = [expr]
    while stack:
        node = stack.pop()
        if type(node) is Var and node.name == variable:
            return False
        if type(node) is not Call:
            continue
        if ROWS[node.name].angle == "in" and _is_line(node.args[0], variable):
            continue
        stack += node.args
    return True


def _is_line(expr: Expr, variable: str) -> bool:
    return linear(expr, (Var(variable), Call("pi"))) is not None
