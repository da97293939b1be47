"""Strings under construction: what text.py and latex.py put together.

Joining two strings copies both, so that a sum of 10,000 terms written the plain way copies its
first term 10,000 times. A piece remembers what it is made of, and is joined once, at the end.
"""

from slopecli.errors import LimitError
from slopecli.wording import tell

LONGEST = 1_000_000  # characters; shared parts can make a short tree a very long formula


class Piece:
    """A part of a formula as written, and what its neighbours must know about it.

    `power` is the binding power of its loosest operator; `first` and `last` say what kind of thing
    stands at either end (see text.py); `bars` whether it contains an absolute value.
    """

    __slots__ = ("bars", "first", "last", "length", "parts", "power")
    bars: bool
    length: int

    def __init__(
        self,
        parts: "tuple[str | Piece, ...]",
        power: int,
        first: str,
        last: str,
        bars: bool = False,
    ) -> None:
        length = 0
        for part in parts:
            if isinstance(part, Piece):
                length += part.length
                bars = bars or part.bars
            else:
                length += len(part)
        if length > LONGEST:
            raise LimitError(
                tell("The formula would have more than {most} characters.", most=f"{LONGEST:,}")
            )
        self.parts = parts
        self.power = power
        self.first = first
        self.last = last
        self.bars = bars
        self.length = length

    def join(self) -> str:
        """The finished string; takes time in proportion to its length."""
        strings: list[str] = []
        stack: list[str | Piece] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, Piece):
                stack.extend(reversed(part.parts))
            else:
                strings.append(part)
        return "".join(strings)
