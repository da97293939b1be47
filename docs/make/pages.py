"""What pages show and the program knows: reference.md, a terminal, pictures of curves."""

import re
import shlex
from pathlib import Path

import reference_page
import terminal_picture

DOCS = Path(__file__).resolve().parent.parent
PICTURES = DOCS / "pictures"
SESSION = [
    'slope "x^2 sin x" --at pi/2',
    'slope "|x|" --at 0',
    'slope check "sin(3x)" "cos(3x)"',
    'slope plot "x^3 - 3x" --range -2.5 2.5',
]
TITLE = (
    "A terminal: the slope at a point, a corner, a wrong answer explained, a curve drawn in dots"
)
DRAWN = re.compile(r"^slope (plot .*) -o (\S+\.svg)$", re.MULTILINE)


def plots() -> dict[str, list[str]]:
    """The pictures that pages draw: the name of the file and the words after `slope`."""
    found = {}
    for page in [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]:
        for words, name in DRAWN.findall(page.read_text("utf-8")):
            found[name] = shlex.split(words)
    return found


def reference() -> str:
    """The page of all commands and functions, with help as wide as COLUMNS says."""
    return reference_page.page()


def terminal() -> str:
    """The SVG of the terminal on the first page."""
    return terminal_picture.picture(SESSION, TITLE)
