"""What a study could not decide, and where."""

from slopecli.language.ratio import Ratio

EVERY_ORDER = (0, 1, 2)


class Doubt:
    """A cell in which there may be more: `what`, as it is told, and the orders that it concerns.

    There the signs of these derivatives are not known.
    """

    __slots__ = ("high", "low", "orders", "what")

    def __init__(self, low: Ratio, high: Ratio, what: str, orders: tuple[int, ...]) -> None:
        self.low = low
        self.high = high
        self.what = what
        self.orders = orders


def joined(doubts: list[Doubt]) -> list[Doubt]:
    """The doubts from left to right, those that meet and are alike told as one."""
    found: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda each: (each.what, each.low)):
        last = found[-1] if found else None
        if last is not None and last.what == doubt.what and not last.high < doubt.low:
            last.high = max(last.high, doubt.high)
        else:
            found.append(doubt)
    return sorted(found, key=lambda each: (each.low, each.orders))
