"""Dots in a terminal: braille, half blocks or plain characters, whatever it can show.

Libraries that draw such dots know braille only, and importing one takes longer than the whole
drawing; this is all that is needed of them.
"""

BRAILLE, BLOCK, ASCII = "braille", "block", "ascii"
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # rows of a braille cell
_HALVES = " ▀▄█"
_PLAIN = "*.+x"  # a curve's own character


class Canvas:
    """A grid of characters, each of some dots; `curve` says whose dots they are."""

    def __init__(self, columns: int, rows: int, style: str) -> None:
        self.style = style
        self.columns = columns
        self.rows = rows
        self.across, self.down = {BRAILLE: (2, 4), BLOCK: (1, 2), ASCII: (1, 1)}[style]
        self.width = columns * self.across
        self.height = rows * self.down
        self._bits: dict[tuple[int, int], int] = {}
        self._owner: dict[tuple[int, int], int] = {}
        self._signs: dict[tuple[int, int], tuple[str, int | None]] = {}

    def dot(self, x: float, y: float, curve: int) -> None:
        """A dot; y counts downwards. What is outside is left out."""
        across, down = int(x), int(y)
        if not (0 <= across < self.width and 0 <= down < self.height and x >= 0 and y >= 0):
            return
        cell = (down // self.down, across // self.across)
        bit = _DOTS[down % 4][across % 2] if self.style == BRAILLE else 1 << (down % self.down)
        self._bits[cell] = self._bits.get(cell, 0) | bit
        self._owner.setdefault(cell, curve)

    def line(self, x0: float, y0: float, x1: float, y1: float, curve: int) -> None:
        """A stroke of dots, cut where it leaves the canvas; every second dot for odd curves."""
        cut = _cut(x0, y0, x1, y1, self.height)
        if cut is None:
            return
        x0, y0, x1, y1 = cut
        count = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
        for step in range(count + 1):
            x, y = x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count
            if curve % 2 and self.style != ASCII and (int(x) + int(y)) % 2 and self._thin(x, y):
                continue
            self.dot(x, y, curve)

    def _thin(self, x: float, y: float) -> bool:
        return self.style == BRAILLE or int(x) % 2 == 1

    def sign(self, x: float, y: float, sign: str, curve: int | None = None) -> None:
        """One character over whatever dots there are."""
        cell = (int(y) // self.down, int(x) // self.across)
        if 0 <= cell[0] < self.rows and 0 <= cell[1] < self.columns:
            self._signs[cell] = (sign, curve)

    def behind(self, row: int, column: int, sign: str) -> None:
        """A character where there is nothing else."""
        if (row, column) not in self._bits:
            self._signs.setdefault((row, column), (sign, None))

    def row(self, row: int) -> list[tuple[str, int | None]]:
        """The characters of a row, each with the curve that it belongs to."""
        return [self._character((row, column)) for column in range(self.columns)]

    def _character(self, cell: tuple[int, int]) -> tuple[str, int | None]:
        if cell in self._signs:
            return self._signs[cell]
        bits = self._bits.get(cell)
        if bits is None:
            return " ", None
        curve = self._owner[cell]
        if self.style == BRAILLE:
            return chr(0x2800 + bits), curve
        return (_HALVES[bits] if self.style == BLOCK else _PLAIN[curve % len(_PLAIN)]), curve


def _cut(
    x0: float, y0: float, x1: float, y1: float, height: int
) -> tuple[float, float, float, float] | None:
    """The part of a stroke that lies between the top and the bottom."""
    if max(y0, y1) < 0 or min(y0, y1) >= height:
        return None
    if y0 != y1:
        for bound in (0.0, height - 1e-9):
            for first in (True, False):
                y = y0 if first else y1
                if (y < bound) if bound == 0.0 else (y > bound):
                    x = x0 + (x1 - x0) * (bound - y0) / (y1 - y0)
                    x0, y0, x1, y1 = (x, bound, x1, y1) if first else (x0, y0, x, bound)
    return x0, y0, x1, y1
