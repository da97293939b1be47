"""The exact form of a zero: a fraction, a multiple of pi, a root, a logarithm; guessed and proven.

A guess is what a narrow cell holds that is short enough to be no accident. It counts only where
exact constants show that the curve is 0 there; the cell holds no other zero, so it is this one.
"""

from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.normal_form import linear
from slopecli.calculus.zeros.fractions import exactly, simplest
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.factors import Factors, number
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from slopecli.calculus.zeros.roots import Zero

_NARROW = 128  # bits of the cell
_SHORT = 28  # bits that a fraction may have to be no accident
_CONSTANT_BITS = 256


def recognise(zero: "Zero") -> Expr | None:
    """The zero as a formula, proven; None where none is found."""
    if zero.exact is not None or zero.tried:
        return zero.exact
    zero.tried = True
    if zero.low == zero.high:
        zero.exact = number(zero.low.numerator, zero.low.denominator)
        return zero.exact
    zero.narrow(_NARROW)
    for guess in _guesses(zero):
        if _is_zero(zero, guess):
            zero.exact = guess
            break
    return zero.exact


def _is_zero(zero: "Zero", guess: Expr) -> bool:
    base = Constants(_CONSTANT_BITS)
    here = evaluate(guess, {}, base)
    if isinstance(here, Missing) or not _within(zero, guess):
        return False
    terms = zero.curve.at(here, zero.order, base)
    return not isinstance(terms, Missing) and base.sign(terms[zero.order]) == 0


def _within(zero: "Zero", guess: Expr) -> bool:
    """Whether the number lies in the cell."""
    balls = Balls(2 * _NARROW)
    value = balls.ball(evaluate(guess, {}, balls))
    return not (value < balls.ball(zero.low) or value > balls.ball(zero.high))


def _guesses(zero: "Zero") -> "Iterator[Expr]":
    """What the zero may be, the likeliest first."""
    low, high = zero.low, zero.high
    turn = _turn(zero)
    if turn is not None:
        yield turn
        return
    turn = _turn(zero)
    if turn is not None:
        yield turn
        return
    plain = _simple(low, high)
    if plain is not None:
        yield number(plain.numerator, plain.denominator)
        return  # so short a fraction is no accident: it is this or nothing
    balls = Balls(2 * _NARROW)
    ball = balls.ball(low).union(balls.ball(high))
    turned = _in(ball / type(ball).pi())
    if turned is not None:
        yield Factors(turned.numerator, turned.denominator).times(Call("pi")).product()
    square = _in(ball * ball)
    if square is not None:
        root = surd(square)
        yield call("neg", root) if ball < 0 else root
        return
    quadratic = _quadratic(ball)
    if quadratic is not None:
        yield quadratic
    power = _in(ball.exp()) if abs(ball) < 20 else None
    if power is not None and power.numerator > 0:
        yield call("ln", number(power.numerator, power.denominator))
    logarithm = _in(abs(ball).log())
    if logarithm is not None:
        size = call("^", Call("e"), number(logarithm.numerator, logarithm.denominator))
        yield size if ball > 0 else call("neg", size)


def _turn(zero: "Zero") -> Expr | None:
    """A zero of sin(a x + b) or of cos(a x + b), where a is a fraction and b is one beside pi."""
    wave, variable = zero.curve.expr, zero.curve.variable
    if type(wave) is not Call or wave.name not in ("sin", "cos") or zero.order:
        return None
    parts = linear(wave.args[0], (Var(variable), Call("pi")))
    if parts is None or not parts[0] or not parts[2]:
        return None
    slope, _, start = parts
    balls = Balls(2 * _NARROW)
    cell = balls.ball(zero.low).union(balls.ball(zero.high))
    angle = cell * balls.ball(slope) + balls.ball(start)
    turns = _in(angle / type(cell).pi())
    if turns is None:
        return None
    share = turns / slope
    pi = Factors(share.numerator, share.denominator).times(Call("pi")).product()
    shift = start / slope
    return call("-", pi, number(shift.numerator, shift.denominator))


def _in(ball: "Any") -> Ratio | None:
    return _simple(exactly(ball.lower()), exactly(ball.upper()))


def _simple(low: Ratio, high: Ratio) -> Ratio | None:
    found = simplest(low, high)
    return found if found.bits <= _SHORT else None


def surd(square: Ratio) -> Expr:
    """The root of a fraction as it is written in class: sqrt(3)/3."""
    inside = square.numerator * square.denominator
    outside, factor = 1, 2
    while factor * factor <= inside and factor < 10_000:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    share = Factors(*_reduced(outside, square.denominator))
    return share.product() if inside == 1 else share.times(call("sqrt", Num(inside))).product()


def _reduced(above: int, below: int) -> tuple[int, int]:
    share = Ratio(above, below)
    return share.numerator, share.denominator


def _quadratic(ball: "Any") -> Expr | None:
    """(-b ± sqrt(D))/(2a), where small whole a, b, c make a x^2 + b x + c vanish (by LLL)."""
    import flint

    scale = flint.arb(2) ** _NARROW
    rows = []
    for place, power in enumerate((ball * ball, ball, flint.arb(1))):
        whole = (power * scale).mid().floor().unique_fmpz()
        if whole is None:
            return None
        rows.append([int(place == 0), int(place == 1), int(place == 2), whole])
    c2, c1, c0, _ = [int(each) for each in flint.fmpz_mat(rows).lll().tolist()[0]]
    if not c2 or max(abs(c2), abs(c1), abs(c0)).bit_length() > _SHORT:
        return None
    inside = c1 * c1 - 4 * c2 * c0
    if inside <= 0:
        return None
    upper = bool((2 * c2 * ball + c1) > 0)
    root = surd(Ratio(inside, 4 * c2 * c2))
    center = number(*_reduced(-c1, 2 * c2))
    return call("+" if upper == (c2 > 0) else "-", center, root)
