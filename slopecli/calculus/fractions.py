"""Fractions that are easy to say, near a number."""

from slopecli.language.ratio import Ratio


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
