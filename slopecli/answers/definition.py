"""The slope by its definition: chords that become shorter, and what they close in on."""

from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.digits import of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.language.expr import Expr
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

_BITS = 400
_DIGITS = 10
_SHORTEST = 6  # h is 1, 0.1, ..., 10^-6


class Chord:
    """The slopes of the chords from the point to h right of it and h left of it; None: no value."""

    __slots__ = ("h", "left", "right")

    def __init__(self, h: str, right: str | None, left: str | None) -> None:
        self.h = h
        self.right = right
        self.left = left


class Definition:
    """The chords and the slope that is their limit, if there is one."""

    __slots__ = ("chords", "slope")

    def __init__(self, chords: list[Chord], slope: Slope) -> None:
        self.chords = chords
        self.slope = slope


def definition(expr: Expr, variable: str, at: Point, *, digits: int = 15) -> Definition:
    """The difference quotients at the point for h = 1, 0.1, ... on either side."""
    chords: list[Chord] = []
    for power in range(_SHORTEST + 1):
        size = Ratio(1, 10**power)
        right, left = (_chord(expr, variable, at.expr, h) for h in (size, -size))
        chords.append(Chord(of_ratio(size), right, left))
    return Definition(chords, slope_at(expr, variable, at, digits=digits))


def _chord(expr: Expr, variable: str, place: Expr, h: Ratio) -> str | None:
    balls = Balls(_BITS)
    here = evaluate(place, {}, balls)
    there = balls.apply(ROWS["+"], [here, h])
    values = [evaluate(expr, {variable: x}, balls) for x in (there, here)]
    if any(isinstance(value, Missing) for value in values):
        return None
    rise = balls.apply(ROWS["-"], values)
    slope = balls.apply(ROWS["/"], [rise, h])
    return of_ratio(slope, _DIGITS) if type(slope) is Ratio else of_ball(balls.ball(slope), _DIGITS)
