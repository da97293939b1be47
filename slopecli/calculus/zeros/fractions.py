"""Fractions that are easy to say, near a number."""

from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


def simplest(start: Ratio, end: Ratio) -> Ratio:
    """The fraction with the smallest denominator from start to end (Stern and Brocot's tree)."""
    if start.numerator <= 0 <= end.numerator:
        return Ratio(0)
    if end.numerator < 0:
        return -simplest(-end, -start)
    whole: list[int] = []
    while True:
        below = start.__floor__()
        if below == start.numerator and start.is_integer:
            found = Ratio(below)
            break
        if end.__floor__() > below:
            found = Ratio(below + 1)
            break
        whole.append(below)
        one, base = Ratio(1), Ratio(below)
        start, end = one / (end - base), one / (start - base)
    for below in reversed(whole):
        found = Ratio(below) + Ratio(1) / found
    return found


def exactly(ball: "Any") -> Ratio:
    """A ball without a radius as the fraction that it is."""
    mantissa, exponent = ball.mid().man_exp()
    whole, power = int(mantissa), int(exponent)
    return Ratio(whole << power) if power >= 0 else Ratio(whole, 1 << -power)
