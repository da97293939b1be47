"""What the terminal can show: how wide it is, which characters, whether in colour."""

import os
import sys

from slopecli.render.canvas import ASCII, BLOCK, BRAILLE

_NARROWEST, _WIDEST = 20, 160
_LOWEST, _HIGHEST = 8, 48


def size() -> tuple[int, int]:
    """Columns and lines that a drawing should fill."""
    columns, lines = _told("COLUMNS"), _told("LINES")
    if not columns or not lines:
        try:
            asked = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
        except (OSError, ValueError):
            asked = os.terminal_size((80, 24))
        columns, lines = columns or asked.columns or 80, lines or asked.lines or 24
    columns = min(max(columns, _NARROWEST), _WIDEST)
    return columns, min(max(min(lines - 1, columns // 2), _LOWEST), _HIGHEST)


def _told(name: str) -> int:
    number = os.environ.get(name, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def style() -> str:
    """Braille where it can be shown, else half blocks, else plain characters."""
    kind = os.environ.get("TERM", "")
    if kind == "dumb":
        return ASCII
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if kind != "linux" and _writes("⣿π○●◆┊", encoding):
        return BRAILLE
    return BLOCK if _writes("▀▄█│─└", encoding) else ASCII


def _writes(characters: str, encoding: str) -> bool:
    try:
        characters.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def color() -> bool:
    """Colour only on a terminal, and never with NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()
