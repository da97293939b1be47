"""A picture of a terminal: what commands print there, in colour, as SVG.

The commands run on a real (pseudo) terminal. Dots of Braille and the lines of frames are drawn as
strokes, not written as letters, since in many fonts they have another width than letters.
"""

import os
import pty
import shlex
import subprocess
import sys
from xml.sax.saxutils import escape

COLUMNS, LINES = 76, 18
WIDE, HIGH = 8.4, 17.0  # of a cell, in pixels
MARGIN, BAR = 16.0, 30.0
SIZE = 14  # of the letters
INK, PAPER, FAINT = "#d8dee9", "#1b1f27", "#7f8896"
PAINT = {"34": "#6cb6ff", "33": "#ffb454", "32": "#7ee2a8", "35": "#e5a5ff", "36": "#7fe3e3"}
STROKES = {"│": "ns", "─": "ew", "└": "ne", "┬": "ews"}
ENDS = {"n": (0.5, 0.0), "s": (0.5, 1.0), "w": (0.0, 0.5), "e": (1.0, 0.5)}
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))  # of Braille, by bit


def printed(command: str) -> str:
    """What `slope ...` prints on a terminal of COLUMNS by LINES, output and errors in order."""
    ours, theirs = pty.openpty()
    told = {"COLUMNS": str(COLUMNS), "LINES": str(LINES), "TERM": "xterm-256color"}
    told["LC_ALL"] = "C.UTF-8"  # English
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    words = [sys.executable, "-m", "slopecli", *shlex.split(command)[1:]]
    with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, env=kept | told):
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # Linux says so where the other side is closed
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def picture(commands: list[str], title: str) -> str:
    """The SVG of a terminal in which these commands were typed one after the other."""
    lines: list[list[tuple[str, str]]] = []
    for command in commands:
        lines.append([("$ ", FAINT), (command, "#ffffff")])
        lines += [_runs(line) for line in printed(command).splitlines()]
    width = 2 * MARGIN + COLUMNS * WIDE
    height = BAR + len(lines) * HIGH + MARGIN
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{PAPER}"/>',
        *[
            f'<circle cx="{18 + 18 * place}" cy="15" r="5" fill="{color}"/>'
            for place, color in enumerate(("#ff5f57", "#febc2e", "#28c840"))
        ],
        f"<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\""
        f' font-size="{SIZE}">',
    ]
    for row, runs in enumerate(lines):
        column = 0
        for text, color in runs:
            drawn += _drawn(text, color, MARGIN + column * WIDE, BAR + row * HIGH)
            column += len(text)
    return "\n".join([*drawn, "</g>", "</svg>", ""])


def _runs(line: str) -> list[tuple[str, str]]:
    """A line as stretches of one colour; it may hold `ESC [ number m`."""
    first, *others = line.split("\x1b[")
    runs = [(first, INK)]
    for other in others:
        code, _, text = other.partition("m")
        runs.append((text, PAINT.get(code, INK)))
    return [(text, color) for text, color in runs if text]


def _drawn(text: str, color: str, left: float, top: float) -> list[str]:
    """A stretch as letters and strokes."""
    letters, paths, dots = "", "", ""
    for place, sign in enumerate(text):
        x = left + place * WIDE
        if "\u2800" <= sign <= "\u28ff":
            for bit, (across, down) in enumerate(DOTS):
                if (ord(sign) - 0x2800) >> bit & 1:
                    dots += f"M{x + (across + 0.5) * WIDE / 2:.1f} "
                    dots += f"{top + (down + 0.5) * HIGH / 4:.1f}h0"
        elif sign in STROKES:
            for end in STROKES[sign]:
                across, down = ENDS[end]
                paths += f"M{x + WIDE / 2:.1f} {top + HIGH / 2:.1f}"
                paths += f"L{x + across * WIDE:.1f} {top + down * HIGH:.1f}"
        else:
            letters += sign
            continue
        letters += " "
    found = []
    if letters.strip():
        start = len(letters) - len(letters.lstrip())
        word = letters.strip()
        found.append(
            f'<text x="{left + start * WIDE:.1f}" y="{top + 0.75 * HIGH:.1f}" fill="{color}"'
            f' textLength="{len(word) * WIDE:.1f}" xml:space="preserve">{escape(word)}</text>'
        )
    if paths:
        found.append(f'<path d="{paths}" stroke="{FAINT}" stroke-width="1" fill="none"/>')
    if dots:
        found.append(
            f'<path d="{dots}" stroke="{color}" stroke-width="2.6" stroke-linecap="round"'
            ' fill="none"/>'
        )
    return found
