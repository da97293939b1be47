"""A stretch of the axis, from one end to the other, both exact."""

from slopecli.answers.slope import Point
from slopecli.answers.values import point
from slopecli.calculus.balls import Balls, PiMultiple
from slopecli.calculus.constants import Constants, written
from slopecli.calculus.digits import of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Call, Expr, Num
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

MOST = 10_000_000  # points of a range
BITS = 256
LARGEST = 100_000  # bits of an end: beyond it no picture or table makes sense


class Interval:
    """From `left` to `right`; `start` and `end` are exact fractions, of pi where `in_pi`.

    They are None where an end is some other irrational number, such as sqrt(2).
    """

    __slots__ = ("end", "in_pi", "left", "right", "start")

    def __init__(self, left: Point, right: Point) -> None:
        self.left = left
        self.right = right
        ends = [_number(left), _number(right)]
        _check_order(left, right, ends)
        self.in_pi = PiMultiple in [type(end) for end in ends]
        start, end = [_fraction(end, self.in_pi) for end in ends]
        exact = start is not None and end is not None
        self.start: Ratio | None = start if exact else None
        self.end: Ratio | None = end if exact else None

    def place(self, share: Ratio) -> Point:
        """The point that lies this share of the way from left to right."""
        if self.start is not None and self.end is not None:
            return place(self.start + (self.end - self.start) * share, self.in_pi)
        if not share or share == Ratio(1):
            at = self.right.expr if share else self.left.expr
        else:
            way = Call("*", (Num(share), Call("-", (self.right.expr, self.left.expr))))
            at = Call("+", (self.left.expr, way))
        return Point(_decimal(at), at)

    def evenly(self, count: int) -> "Iterator[Point]":
        """So many points, evenly spaced, both ends among them; a single one is the left end."""
        for number in range(count):
            yield self.place(Ratio(number, count - 1) if number else Ratio(0))

    def stepwise(self, step: Point) -> "tuple[int, Iterator[Point]]":
        """How many points from the left end on are a step apart, and these points."""
        size = _number(step)
        if Constants(BITS).sign(size) != 1:
            raise UnusableError(
                tell("the step {step} is not a length above 0.", step=step.text),
                advice=tell("Write it as --step 0.1."),
            )
        fraction = _fraction(size, self.in_pi)
        whole = self._whole_steps(fraction, size)
        if whole is None or whole >= MOST:
            raise LimitError(
                tell("a step of {step} makes more than {most} points.", step=step.text, most=MOST),
                advice=tell("Take a longer step or a shorter range."),
            )
        return whole + 1, self._walk(whole + 1, fraction, step.expr)

    def _whole_steps(self, fraction: Ratio | None, size: "Any") -> int | None:
        """How many steps fit; None where that cannot be told."""
        if self.start is not None and self.end is not None and fraction is not None:
            return ((self.end - self.start) / fraction).__floor__()
        base = Constants(BITS)
        ends = [_number(self.left), _number(self.right)]
        length = base.apply(ROWS["-"], [ends[1], ends[0]])
        count = base.floor(base.apply(ROWS["/"], [length, size]))
        return None if isinstance(count, Missing) else int(count.numerator)

    def _walk(self, count: int, step: Ratio | None, at: Expr) -> "Iterator[Point]":
        for number in range(count):
            if self.start is not None and step is not None:
                yield place(self.start + step * Ratio(number), self.in_pi)
            else:
                there = Call("+", (self.left.expr, Call("*", (Num(number), at))))
                yield Point(_decimal(there), there)


def read_interval(
    ends: "Sequence[str]",
    parameters: dict[str, Expr],
    strict: bool,
    notes: list[str],
    degrees: bool = False,
) -> Interval:
    """Both ends as typed, which may name parameters. Raises SlopeError where one is no number."""
    left, right = [
        point(typed, tell("the end {typed}", typed=typed), parameters, strict, notes, degrees)
        for typed in ends
    ]
    return Interval(left, right)


def place(value: Ratio, in_pi: bool = False) -> Point:
    """The point at a fraction, or at that multiple of pi."""
    at = written(PiMultiple(value) if in_pi and value else value)
    return Point(_decimal(at) if in_pi else of_ratio(value), at)


def double(point: Point) -> float:
    """The nearest double, infinite where there is none so large."""
    balls = Balls(BITS)
    return float(balls.ball(evaluate(point.expr, {}, balls)))


def _decimal(at: Expr) -> str:
    value = evaluate(at, {}, Balls(BITS))
    if type(value) is Ratio:
        return of_ratio(value)
    return of_ball(Balls(BITS).ball(value)) or "0"


def _number(point: Point) -> "Any":
    value = evaluate(point.expr, {}, Constants(BITS))
    assert not isinstance(value, Missing), "points are checked where they are read"
    if type(value) is Ratio and value.bits > LARGEST:
        raise too_far(point)
    return value


def too_far(point: Point) -> LimitError:
    """An end whose digits would fill the memory."""
    return LimitError(tell("{point} is too far out for a range.", point=point.text))


def _fraction(value: "Any", in_pi: bool) -> Ratio | None:
    if type(value) is PiMultiple:
        return value.ratio if in_pi else None
    if type(value) is Ratio and (not in_pi or not value):
        return value
    return None


def _check_order(left: Point, right: Point, ends: "list[Any]") -> None:
    base = Constants(BITS)
    sign = base.sign(base.apply(ROWS["-"], [ends[1], ends[0]]))
    if sign == 1:
        return
    if sign == -1:
        raise UnusableError(
            tell(
                "the range goes backwards: {left} is right of {right}.",
                left=left.text,
                right=right.text,
            ),
            advice=tell("Write --range {right} {left}.", right=right.text, left=left.text),
        )
    raise UnusableError(
        tell("the range from {left} to {right} has no length.", left=left.text, right=right.text),
        advice=tell("Give two different ends, the smaller one first."),
    )
