"""Numbers with a proof: exact fractions while everything is rational, else balls.

A ball is a midpoint with a radius that is proven to hold the true number (python-flint's `arb`,
https://flintlib.org/doc/arb.html). What a ball is too wide to tell is `Undecided`, never guessed.
python-flint is imported when the first irrational number appears.
"""

from slopecli.calculus.evaluate import Missing, TooLarge, Undecided, Undefined, evaluate
from slopecli.calculus.rules import named, rule
from slopecli.language.functions import ROWS, Row
from slopecli.language.ratio import BITS, Ratio, whole_root

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

ZERO = Ratio(0)
ONE = Ratio(1)
HALF = Ratio(1, 2)

_LARGEST_ORDER = 1_000  # of polygamma
_RECURRENCES = 10_000  # steps from a negative argument of polygamma up to a positive one

_ARB_NAMES = {"ln": "log"}
_OWN = frozenset(
    "sqrt exp ln sin cos tan cot sec csc asin acos atan sinh cosh tanh coth sech csch asinh acosh"
    " atanh erf erfc gamma lambertw sinc".split()
)
_ORDERS = {
    "<": (-1,),
    "<=": (-1, 0),
    ">": (1,),
    ">=": (1, 0),
    "=": (0,),
    "!=": (-1, 1),
}
_KINKED = frozenset({"abs", "sign", "step", "relu"})


class PiMultiple:
    """An exact multiple of pi that is not zero: at such points the angles of a class are exact."""

    __slots__ = ("ratio",)

    def __init__(self, ratio: Ratio) -> None:
        self.ratio = ratio


class Balls:
    """The arithmetic of proven numbers at a working precision of `bits`.

    Values are `Ratio` and `PiMultiple` (exact), `arb` (a ball), or bool for conditions.
    """

    def __init__(self, bits: int = 64) -> None:
        self.bits = bits

    def number(self, exact: Ratio) -> "Any":
        """The value of a literal."""
        return exact

    def ball(self, value: "Any") -> "Any":
        """The value as an `arb` at the working precision."""
        import flint

        flint.ctx.prec = self.bits
        if type(value) is Ratio:
            if value.denominator == 1:
                return flint.arb(value.numerator)
            return flint.arb(flint.fmpq(value.numerator, value.denominator))
        if type(value) is PiMultiple:
            return flint.arb.pi() * self.ball(value.ratio)
        return value

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """The value of the row at these arguments, `Undefined` or `Undecided` if there is none."""
        if row.exists and row.name != "/":
            holds = self.holds(row.exists, values)
            if holds is not True:
                return Undefined(values) if holds is False else holds
        if row.name in _ORDERS:
            return self._compare(row.name, values)
        if row.name in _KINKED:
            return self._kinked(row.name, values[0])
        exact = all(type(value) is Ratio for value in values)
        result = _exactly(row.name, values) if exact else _with_pi(row.name, values)
        if result is not None:
            return result
        special = _SPECIAL.get(row.name)
        result = special(self, *values) if special else self._inexact(row, values)
        if hasattr(result, "is_finite"):
            if not result.is_finite():
                return TooLarge(values)
            if exact and result.is_exact():
                return _as_ratio(result)
        return result

    def holds(self, condition: str, values: "list[Any]") -> "Any":
        """Whether a row's condition is true at these arguments: a bool or `Undecided`."""
        return evaluate(rule(condition), named(values), self)

    def sign(self, value: "Any") -> int | None:
        """-1, 0 or 1; None where the ball holds 0 and does not tell."""
        if type(value) is Ratio:
            return (value.numerator > 0) - (value.numerator < 0)
        if type(value) is PiMultiple:
            return self.sign(value.ratio)
        if value > 0:
            return 1
        if value < 0:
            return -1
        return 0 if value.is_zero() else None

    def _compare(self, name: str, values: "list[Any]") -> "Any":
        sign = self.sign(self.apply(ROWS["-"], values))
        return Undecided(values) if sign is None else sign in _ORDERS[name]

    def _kinked(self, name: str, value: "Any") -> "Any":
        sign = self.sign(value)
        if name == "abs":
            if sign is None:
                return abs(self.ball(value))
            return value if sign >= 0 else self.apply(ROWS["neg"], [value])
        if sign is None:
            return Undecided([value])
        if name == "sign":
            return Ratio(sign)
        if name == "step":
            return Ratio(1 + sign, 2)
        return value if sign > 0 else ZERO

    def _inexact(self, row: Row, values: "list[Any]") -> "Any":
        if row.name in _OWN:
            return getattr(self.ball(values[0]), _ARB_NAMES.get(row.name, row.name))()
        if row.means:
            return evaluate(rule(row.means), named(values), self)
        assert row.name == "e", row.name
        return type(self.ball(ONE)).const_e()

    def floor(self, value: "Any") -> "Any":
        """The whole number at or below the value."""
        if type(value) is Ratio:
            return Ratio(value.__floor__())
        ball = self.ball(value).floor()
        return _as_ratio(ball) if ball.is_exact() and ball.is_finite() else Undecided([value])

    def round(self, value: "Any") -> "Any":
        """The nearest whole number; to even where two are as near."""
        half_up = self.floor(self.apply(ROWS["+"], [value, HALF]))
        if type(value) is Ratio and half_up - value == HALF and half_up.numerator % 2:
            return half_up - ONE
        return half_up

    def divide(self, one: "Any", other: "Any") -> "Any":
        """The quotient, `Undefined` by zero."""
        sign = self.sign(other)
        if not sign:
            return Undefined([one, other]) if sign == 0 else Undecided([one, other])
        return self.ball(one) / self.ball(other)

    def power(self, base: "Any", exponent: "Any") -> "Any":
        """`base^exponent` with a constant exponent; real, so a negative base needs a whole one."""
        if type(exponent) is Ratio and exponent.is_integer:
            whole = exponent.numerator
            if whole == 0:
                return ONE
            if whole < 0 and not (sign := self.sign(base)):
                return Undefined([base, exponent]) if sign == 0 else Undecided([base, exponent])
            return self.ball(base) ** self.ball(exponent)
        sign = self.sign(base)
        if sign is None:
            return Undecided([base, exponent])
        if sign == 0:
            rising = self.sign(exponent)
            if rising is None:
                return Undecided([base, exponent])
            return ZERO if rising > 0 else Undefined([base, exponent])
        if sign < 0:
            return Undefined([base, exponent])
        if exponent == HALF:
            return self.ball(base).sqrt()
        return self.ball(base) ** self.ball(exponent)

    def realpow(self, base: "Any", exponent: "Any") -> "Any":
        """`base^(p/q)` with q odd: the real root, also of a negative base."""
        if self.sign(base) != -1 or type(exponent) is not Ratio:
            return self.power(base, exponent)
        size = self.apply(ROWS["^"], [self.apply(ROWS["neg"], [base]), exponent])
        if isinstance(size, Missing) or exponent.numerator % 2 == 0:
            return size
        return self.apply(ROWS["neg"], [size])

    def digamma(self, value: "Any") -> "Any":
        """The slope of ln(gamma); by reflection left of 0, where arb's own balls are very wide."""
        ball = self.ball(value)
        if not ball < 0:
            return ball.digamma()
        return (1 - ball).digamma() - ball.pi() * ball.cot_pi()

    def polygamma(self, order: "Any", value: "Any") -> "Any":
        """The derivative of digamma of a whole order >= 0, through Hurwitz zeta.

        Left of 0 by the recurrence of DLMF 5.15.5, psi_n(x) = psi_n(x+1) - (-1)^n n!/x^(n+1).
        """
        if type(order) is not Ratio or not order.is_integer or order < ZERO:
            return Undefined([order, value])
        n = order.numerator
        ball = self.ball(value)
        if n == 0:
            return ball.digamma()
        if n > _LARGEST_ORDER:
            return TooLarge([order, value])
        from math import factorial

        whole = self.ball(Ratio(n + 1))
        added = self.ball(ZERO)
        for _ in range(_RECURRENCES):
            if ball > 0:
                return (whole.zeta(ball) + added) * ((-1) ** (n + 1) * factorial(n))
            added += 1 / ball**whole
            ball += 1
        return TooLarge([order, value])


_SPECIAL: "dict[str, Any]" = {
    "+": lambda balls, u, v: balls.ball(u) + balls.ball(v),
    "-": lambda balls, u, v: balls.ball(u) - balls.ball(v),
    "*": lambda balls, u, v: balls.ball(u) * balls.ball(v),
    "/": Balls.divide,
    "neg": lambda balls, u: -balls.ball(u),
    "^": Balls.power,
    "realpow": Balls.realpow,
    "floor": Balls.floor,
    "round": Balls.round,
    "digamma": Balls.digamma,
    "polygamma": Balls.polygamma,
    "atan2": lambda balls, u, v: type(balls.ball(u)).atan2(balls.ball(u), balls.ball(v)),
    "pi": lambda balls: PiMultiple(ONE),
    "undefined": lambda balls: Undefined(),
}


def _exactly(name: str, values: list[Ratio]) -> "Any":
    """The exact result where it is rational and not too large to keep; else None."""
    if not values or max([value.bits for value in values]) > BITS:
        return None
    match name, values:
        case "+", [u, v]:
            return u + v
        case "-", [u, v]:
            return u - v
        case "*", [u, v]:
            return u * v
        case "/", [u, v]:
            return u / v if v else Undefined(values)
        case "neg", [u]:
            return -u
        case (("^" | "realpow"), [u, v]):
            return _exact_power(u, v)
        case "sqrt", [u]:
            return _exact_power(u, HALF)
        case "factorial", [u] if u.is_integer and 0 <= u.numerator < 1000:
            from math import factorial

            return Ratio(factorial(u.numerator))
    return None


def _with_pi(name: str, values: "list[Any]") -> "Any":
    """The exact result where multiples of pi meet, or a class-room angle; else None."""
    if not any(type(value) is PiMultiple for value in values):
        return None
    match name, values:
        case (("+" | "-" | "/"), [PiMultiple(), PiMultiple()]):
            result = _exactly(name, [value.ratio for value in values])
            return result if name == "/" else _times_pi(result)
        case "*", [PiMultiple(), Ratio()] | [Ratio(), PiMultiple()]:
            return _times_pi(
                _exactly("*", [v.ratio if type(v) is PiMultiple else v for v in values])
            )
        case "/", [PiMultiple(), Ratio() as v] if v:
            return _times_pi(_exactly("/", [values[0].ratio, v]))
        case "neg", [u]:
            return PiMultiple(-u.ratio)
        case (("sin" | "cos" | "tan"), [u]):
            return _sine(name, u.ratio)
    return None


def _times_pi(ratio: Ratio | None) -> "Any":
    return PiMultiple(ratio) if ratio else ratio


def _sine(name: str, turn: Ratio) -> Ratio | None:
    """sin, cos or tan of pi times the ratio, where that is rational (Niven's theorem)."""
    if name == "tan":
        quarters = turn * Ratio(4)
        if not quarters.is_integer:
            return None
        return (ZERO, ONE, None, Ratio(-1))[quarters.numerator % 4]
    sixths = (turn + HALF if name == "cos" else turn) * Ratio(6)
    if not sixths.is_integer:
        return None
    return {0: ZERO, 1: HALF, 3: ONE, 5: HALF, 6: ZERO, 7: -HALF, 9: -ONE, 11: -HALF}.get(
        sixths.numerator % 12
    )


def _exact_power(base: Ratio, exponent: Ratio) -> Ratio | None:
    """The power where it is rational: whole exponents, roots of perfect powers."""
    if base.numerator < 0 and not exponent.is_integer:
        return None
    if not base:
        return ZERO if exponent.numerator > 0 else None
    if exponent.denominator > 64 or base.power_bits(exponent.numerator) > BITS:
        return None
    if not exponent.is_integer:
        above = whole_root(base.numerator, exponent.denominator)
        below = whole_root(base.denominator, exponent.denominator)
        if above is None or below is None:
            return None
        base = Ratio(above, below)
    return base**exponent.numerator


def _as_ratio(ball: "Any") -> "Any":
    """A ball of radius 0 as the exact fraction that it is, if that is not too long."""
    mantissa, exponent = ball.man_exp()
    mantissa, exponent = int(mantissa), int(exponent)
    if mantissa.bit_length() + abs(exponent) > BITS:
        return ball
    if exponent >= 0:
        return Ratio(mantissa << exponent)
    return Ratio(mantissa, 1 << -exponent)
