"""The places of a study: which of them are one, what f is there, what kind of place it is."""

from slopecli.answers.proven import fraction, proven
from slopecli.answers.slope import Point, Slope, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.constants import written as exactly
from slopecli.calculus.digits import of_ratio
from slopecli.calculus.evaluate import Missing, Undecided, evaluate
from slopecli.calculus.germs import Germ, Germs
from slopecli.calculus.tails import ABSENT, tail_limit
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve, Zero
from slopecli.language.expr import Expr, Num
from slopecli.language.factors import number as fraction_of
from slopecli.language.ratio import Ratio
from slopecli.language.text import text

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.studies.study import Stretch

_NARROW = 96
_BITS = 256
_LENGTHS = (4, 10)
_FEW, _NARROW_CELL = 6, 10  # digits, and signs, in a cell of a table
_LONGEST = 30  # signs of an exact form that is easier to read than decimals
_SIMPLE = 1_000  # a fraction with a longer denominator is told in decimals
_FAR = 1 << 20  # a value so large beside a place that is not known exactly is one of a pole


class Mark:
    """One place: `x` and `value` are digits or exact forms; `kinds` say what happens there.

    `left` and `right` are the limits of f on either side where f has no value: digits, "inf",
    "-inf", or None where they are not known.
    """

    def __init__(self, curve: Curve, zero: Zero, special: bool) -> None:
        self.curve = curve
        self.zero = zero
        self.special = special
        self.orders: set[int] = set()
        self.kinds: list[str] = []
        self.edge = False
        self.value: str | None = None
        self.slope: str | None = None
        self.status = "ok"
        self.left: str | None = None
        self.right: str | None = None

    @property
    def low(self) -> Ratio:
        """Just left of the place, or at it."""
        return self.zero.low

    @property
    def high(self) -> Ratio:
        """Just right of the place, or at it."""
        return self.zero.high

    @property
    def goes_on(self) -> bool:
        """Whether f has a value here and no break."""
        return self.value is not None and self.status not in ("jump", "unknown", "isolated")

    @property
    def exact(self) -> Expr | None:
        """The place as a formula, where one is known."""
        return self.zero.exact

    @property
    def x(self) -> str:
        """The place as it is told: exactly if that is short, else in proven digits."""
        written = text(self.exact) if self.exact is not None else ""
        return written if written and len(written) <= _LONGEST else self.digits()

    @property
    def short_x(self) -> str:
        """The place for a table: exactly if that is short, else six digits."""
        written = text(self.exact) if self.exact is not None else ""
        return written if written and len(written) <= _NARROW_CELL else self.digits(_FEW)

    @property
    def short_value(self) -> str | None:
        """The value for a table."""
        if self.value is None or len(self.value) <= _NARROW_CELL:
            return self.value
        return self._number(0, _FEW) or self.value

    def digits(self, digits: int = 15) -> str:
        """The place in proven decimals."""
        if self.zero.low == self.zero.high and self.zero.exact is None:
            return of_ratio(self.zero.low, digits)
        return proven(self._here, digits).digits or "?"

    def tell(self, before: "Stretch | None", after: "Stretch | None") -> None:
        """Work out what happens here, from the signs on both sides."""
        recognise(self.zero)
        if self.special:
            self.orders.clear()  # a numerator may be 0 where f is not
        if self.special or self.edge:
            self._tell_special(before, after)
        else:
            self.value = self._number(0)
            self.slope = self._number(1)
        if not self.special and 0 in self.orders:
            self.value = "0"
        if self.value == "0":
            self.kinds.append("zero")
        if before is None or after is None or before.absent or after.absent:
            if self.value is not None:
                self.kinds.append("end")
            return
        if self.status in ("undefined", "jump", "unknown"):
            return
        self._tell_turn(before.signs, after.signs)

    def _tell_turn(self, before: "list[int | None]", after: "list[int | None]") -> None:
        rise, fall = before[1], after[1]
        if rise == 1 and fall == -1:
            self.kinds.append("maximum")
        elif rise == -1 and fall == 1:
            self.kinds.append("minimum")
        elif 1 in self.orders and rise is not None and rise == fall and rise:
            self.kinds.append("saddle")
        bends = before[2], after[2]
        if bends in ((1, -1), (-1, 1)) and self.status in ("ok", "vertical"):
            self.kinds.append("inflection")
        if self.status in ("corner", "vertical"):
            self.kinds.append(self.status if self.status == "corner" else "vertical tangent")

    def _tell_special(self, before: "Stretch | None", after: "Stretch | None") -> None:
        exact = recognise(self.zero)
        if exact is None:
            self._by_numbers()
            return
        found = slope_at(
            self.curve.expr, self.curve.variable, Point(text(exact), exact), with_value=True
        )
        self.status, self.value, self.slope = found.status, found.value, found.slope
        if found.value is not None and found.status == "ok":
            self.value = self._number(0) or found.value
        if self.status in ("undefined", "jump", "unknown"):
            self._tell_limits(found, exact, before, after)

    def _tell_limits(
        self, found: Slope, exact: Expr, before: "Stretch | None", after: "Stretch | None"
    ) -> None:
        if before is not None and not before.absent:
            self.left = limit(self.curve, exact, -1) or self._far(-1)
        if after is not None and not after.absent:
            self.right = limit(self.curve, exact, 1) or self._far(1)
        sides = [side for side in (self.left, self.right) if side is not None]
        if self.edge and not sides:
            return
        if found.status == "jump":
            self.kinds.append("jump")
        elif any(side in ("inf", "-inf") for side in sides):
            self.kinds.append("pole")
        elif found.status == "undefined" and len(sides) == 2:
            self.kinds.append("hole" if sides[0] == sides[1] else "jump")
        elif found.status == "undefined":
            self.kinds.append("border")
        else:
            self.kinds.append("unknown")

    def _by_numbers(self) -> None:
        """A border that has no exact form: a pole if f is huge on a side, else not known."""
        self.status = "unknown"
        balls = Balls(_BITS)
        terms = self.curve.at(self.zero.ball(balls), 0, balls)
        if not isinstance(terms, (Missing, Undecided)):
            self.status, self.value = "ok", self._number(0)
            return
        self.left, self.right = self._far(-1), self._far(1)
        self.status = "undefined" if self.left or self.right else "unknown"
        self.kinds.append("pole" if self.left or self.right else "unknown")

    def _far(self, side: int) -> str | None:
        """Where f goes if it is already huge beside the place."""
        balls = Balls(_BITS)
        away = (self.low if side < 0 else self.high) + Ratio(side, 1 << (_NARROW // 2))
        near = self.curve.at(away, 0, balls)
        ball = None if isinstance(near, Missing) else balls.ball(near[0])
        if ball is None or not abs(ball) > _FAR:
            return None
        return "inf" if ball > 0 else "-inf"

    def _here(self, base: Balls) -> "Any":
        if isinstance(base, Constants) and self.zero.exact is None:
            return self.zero.low if self.zero.low == self.zero.high else Undecided()
        return self.zero.ball(base)

    def _number(self, order: int, digits: int = 15) -> str | None:
        """f or its slope here: as a fraction or an exact form if one is short, else digits."""

        def work(base: Balls) -> "Any":
            here = self._here(base)
            if isinstance(here, Missing):
                return here
            terms = self.curve.at(here, order, base)
            return terms if isinstance(terms, Missing) else terms[order]

        if order in self.orders:
            return "0"
        number = proven(work, digits)
        ratio = number.ratio
        if ratio is None and self.exact is not None and number.digits is not None:
            ratio = fraction(work)
        if ratio is not None and ratio.denominator < _SIMPLE:
            return text(fraction_of(ratio.numerator, ratio.denominator))
        return number.digits


def limit(curve: Curve, at: Expr, side: int) -> str | None:
    """Where f goes on one side of a number: digits, "inf" or "-inf"; None where it is not known."""
    base = Constants(_BITS)
    here = evaluate(at, {}, base)
    for length in _LENGTHS:
        germs = Germs(base, length)
        found = evaluate(curve.expr, {curve.variable: germs.variable(here, side)}, germs)
        if isinstance(found, Missing):
            continue
        told = _limit(found, base)
        if told is not None:
            return told
    return None


def far_limit(curve: Curve) -> str | None:
    """Where f(1/h) goes as h > 0 goes to 0, as `limit` tells it; "" where there is no curve."""
    told = limit(curve, Num(0), 1)
    if told is not None:
        return told
    found = tail_limit(curve.expr, curve.variable, Constants(_BITS))
    if type(found) is str:
        return "" if found is ABSENT else found
    return None if found is None else _digits(found)


def _limit(found: "Any", base: Constants) -> str | None:
    if type(found) is not Germ:
        return _digits(found)
    if found.terms and found.start < 0:
        sign = base.sign(found.terms[0])
        return None if not sign else "inf" if sign > 0 else "-inf"
    if found.end <= 0:
        return None
    return _digits(found.term(0))


def _digits(constant: "Any") -> str | None:
    """The digits of an exact constant, worked out anew at the precision that they need."""
    return proven(lambda balls: evaluate(exactly(constant), {}, balls)).digits
