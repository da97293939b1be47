"""Points of a curve that is given by an equation, each of them proven to lie on it.

Two formulas for the slope of x^2 + y^2 = 25 need not agree off the circle, so they are compared on
it. One letter is given a simple fraction, the other is a zero of the equation that the search for
zeros has isolated: a cell with a change of sign, in which the equation has a value everywhere.
"""

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.sampling import SIMPLE, SPREAD, beside_constants
from slopecli.calculus.zeros.fractions import simplest
from slopecli.calculus.zeros.roots import Curve, Zero, zeros
from slopecli.language.expr import Expr, substitute
from slopecli.language.factors import number
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

# How far from 0 the other letter is looked for, in how many cells, and from which fractions.
_SEARCHES = (
    (Ratio(8), 16, SIMPLE),
    (Ratio(128), 32, SIMPLE[:12]),
    (Ratio(1, 2), 16, SPREAD[144:240:8]),
    (Ratio(4096), 64, SPREAD[-40::2]),
)
_LINE = 160  # cells that are looked at for one value of the known letter
_CELLS = 4_000  # cells in all where nothing is found; then the curve has no point, or none near
_NARROW = 64  # bits of the cell in which a short fraction is looked for
_BESIDE = Ratio(1, 8)  # how far the other letter may go over a small step
_SHORT = 20  # bits of such a fraction


class CurvePlace:
    """A point of a curve: `known` is a fraction, the other letter a zero of the equation."""

    __slots__ = ("known", "letters", "solved", "value", "zero")

    def __init__(
        self, letters: "Sequence[str]", known: str, value: Ratio, solved: str, zero: Zero
    ) -> None:
        self.letters = letters
        self.known = known
        self.value = value
        self.solved = solved
        self.zero = zero

    def at(self, balls: Balls) -> "dict[str, Any]":
        """Each letter's number in an arithmetic of balls, as narrow as its precision."""
        found = {self.known: self.value, self.solved: self.zero.ball(balls)}
        return {name: found[name] for name in self.letters}

    def plain(self) -> "dict[str, Ratio] | None":
        """Each letter, where the zero is a short fraction too, as in (3, 4): good to be shown."""
        self.zero.narrow(_NARROW)
        near = simplest(self.zero.low, self.zero.high)
        terms = self.zero.curve.at(near, 0, Balls(_NARROW)) if near.bits <= _SHORT else None
        if type(terms) is not list or type(terms[0]) is not Ratio or terms[0]:
            return None
        found = {self.known: self.value, self.solved: near}
        return {name: found[name] for name in self.letters}

    def beside(self, equation: Expr, step: Ratio) -> "CurvePlace | None":
        """The point of the same stretch where the known letter is greater by a small step."""
        value = self.value + step
        line = Curve(substitute(equation, {self.known: _number(value)}), self.solved)
        low, high = self.zero.low - _BESIDE, self.zero.high + _BESIDE
        found = zeros(line, 0, low, high, 8, _LINE).zeros
        if len(found) != 1:
            return None
        return CurvePlace(self.letters, self.known, value, self.solved, found[0])


def _number(value: Ratio) -> Expr:
    return number(value.numerator, value.denominator)


def places_on(equation: Expr, letters: "Sequence[str]") -> "Iterator[CurvePlace]":
    """Points where the equation is 0, the simplest first; the same ones every time."""
    across, up = letters
    left = _CELLS
    close = beside_constants([equation])
    far = max([abs(value) for value in close], default=Ratio(0)) + _SEARCHES[0][0]
    for reach, cells, values in (_SEARCHES[0], (far, 64, close), *_SEARCHES[1:]):
        for value in values:
            for known, solved in ((across, up), (up, across)):
                given = {known: _number(value)}
                line = Curve(substitute(equation, given), solved)
                found = zeros(line, 0, -reach, reach, cells, _LINE)
                left -= found.spent if not found.zeros else 0
                for zero in sorted(found.zeros, key=lambda each: abs(each.low)):
                    yield CurvePlace(letters, known, value, solved, zero)
                if left < 0:
                    return
