"""A number worked out from exact constants, to as many proven digits as are asked for.

What is worked out is a function of the arithmetic: balls run through it with growing precision, and
where they cannot tell (is it exactly 0?) constants, which can be asked.
"""

from slopecli.answers.slope import CONSTANT_BITS, DECIDE_BITS
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import GENEROUS, Constants, written
from slopecli.calculus.digits import bits_for, in_words, of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, Rough, Undefined, evaluate
from slopecli.calculus.zeros.fractions import simplest
from slopecli.language.expr import Expr
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Work = Callable[[Balls], Any]


class Proven:
    """A number: its digits, and the fraction that it is, where it is one.

    Where there is none, `missing` says why.
    """

    __slots__ = ("digits", "missing", "ratio")

    def __init__(
        self, digits: str | None, ratio: Ratio | None = None, missing: Missing | None = None
    ) -> None:
        self.digits = digits
        self.ratio = ratio
        self.missing = missing


def proven(work: "Work", digits: int = 15) -> Proven:
    """The number that `work` gives in every arithmetic of balls."""
    bits = bits_for(digits)
    limit = max(4096, 8 * digits)
    while True:
        balls = Balls(bits)
        value = work(balls)
        if isinstance(value, (Undefined, Rough)):
            return Proven(None, missing=value)
        if not isinstance(value, Missing):
            found = told(value, balls, digits)
            if found is not None:
                return Proven(found, value if type(value) is Ratio else None)
        if bits >= (DECIDE_BITS if isinstance(value, Missing) else limit):
            break
        bits *= 2
    return _asked(work, digits, limit)


def fraction(work: "Work") -> Ratio | None:
    """The number as a fraction, if it is one that only exact constants can show."""
    balls = Balls(GENEROUS)
    value = work(balls)
    if type(value) is Ratio or isinstance(value, Missing):
        return value if type(value) is Ratio else None
    near = _simple(balls.ball(value))
    if near is None:
        return None
    base = Constants(CONSTANT_BITS)
    exact = work(base)
    if type(exact) is Ratio or isinstance(exact, Missing):
        return exact if type(exact) is Ratio else None
    return near if base.sign(base.apply(ROWS["-"], [exact, near])) == 0 else None


def _simple(ball: "Any") -> Ratio | None:
    """The fraction that a narrow ball seems to hold: one of few digits for so narrow a ball."""
    mantissa, exponent = ball.mid().man_exp()
    if int(exponent) > 0 or -int(exponent) > 8 * GENEROUS:
        return None
    width = Ratio(1, 1 << (GENEROUS // 2))
    middle = Ratio(int(mantissa), 1 << -int(exponent))
    found = simplest(middle - width, middle + width)
    return found if found.bits < GENEROUS // 8 else None


def told(value: "Any", balls: Balls, digits: int) -> str | None:
    """The digits that this precision proves."""
    if type(value) is Ratio:
        return of_ratio(value, digits)
    ball = balls.ball(value)
    return in_words(ball) or of_ball(ball, digits)


def _asked(work: "Work", digits: int, limit: int) -> Proven:
    """The number by constants that know how they were made."""
    base = Constants(CONSTANT_BITS)
    value = work(base)
    if isinstance(value, Missing):
        return Proven(None, missing=value)
    if type(value) is Ratio:
        return Proven(of_ratio(value, digits), value)
    if base.sign(value) == 0:
        return Proven("0", Ratio(0))
    found = _of_constant(written(value), digits, limit)
    return Proven(found, missing=None if found else Missing())


def _of_constant(expr: Expr, digits: int, limit: int) -> str | None:
    """The digits of a constant; fewer where the next is a tie that no precision decides."""
    bits = 64
    while True:
        balls = Balls(bits)
        ball = evaluate(expr, {}, balls)
        known = not isinstance(ball, Missing)
        found = told(ball, balls, digits) if known else None
        if found is not None or bits > limit:
            break
        bits *= 2
    fewer = digits - 1
    while found is None and known and fewer:
        found = of_ball(balls.ball(ball), fewer)
        fewer -= 1
    return found
