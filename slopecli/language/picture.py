"""An error with a caret under the place.

I do not know "tahn".
  2 tahn(x) + 1
    ^^^^
Did you mean tanh?
"""

from slopecli.errors import SlopeError
from slopecli.wording.columns import columns

WIDTH = 70  # columns of the source that are shown
_INDENT = "  "
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def picture(error: SlopeError, width: int = WIDTH) -> str:
    """The message, the line with carets under the place, and the advice.

    Of a longer source as much is shown as takes so many columns.
    """
    lines = [error.message]
    if error.source is not None:
        lines += _place(error.source, error.start, error.end, width)
    if error.advice:
        lines.append(error.advice)
    return "\n".join(lines)


def visible(text: str) -> str:
    """The text with every character that prints nothing, or plays tricks, as its code point.

    >>> visible("x\u200b^2")
    'x<U+200B>^2'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join([_visible(sign) for sign in text])


def _visible(sign: str) -> str:
    import unicodedata

    category = unicodedata.category(sign)
    if category == "Zs" or sign in "\t\n\r":
        return " "
    if category[0] in "CZM" or sign in _BLANK_LETTERS:
        return f"<U+{ord(sign):04X}>"
    return sign


def _place(source: str, start: int, end: int, width: int) -> list[str]:
    """The line of the source around the place, and the carets; nothing for an empty line."""
    start = min(start, len(source))
    first = max(source.rfind("\n", 0, start) + 1, start - width)
    last = source.find("\n", start)
    last = min(len(source) if last < 0 else last, start + width)
    # What surrounds the place is cut to the width, character by character as they are shown.
    here = _cut([visible(sign) for sign in source[start : min(end, last)]], width)
    room = width - columns(here)
    before = [visible(sign) for sign in source[first:start]]
    after = [visible(sign) for sign in source[min(end, last) : last]]
    behind = _cut(after, max(room // 2, room - columns("".join(before))))
    before.reverse()
    ahead = _cut(before, room - columns(behind), backwards=True)
    if not (ahead + here + behind).strip():
        return []
    rest = source.find("\n", start)
    complete = behind == "".join(after) and last == (len(source) if rest < 0 else rest)
    dots = "" if len(ahead) == _length(source, start) else "..."
    line = dots + ahead + here + behind + ("" if complete and end <= last + 1 else "...")
    carets = " " * columns(dots + ahead) + "^" * max(1, columns(here))
    return [(_INDENT + line).rstrip(), _INDENT + carets]


def _length(source: str, start: int) -> int:
    """The length of the line before the place, as it is shown."""
    return len(visible(source[source.rfind("\n", 0, start) + 1 : start]))


def _cut(signs: list[str], width: int, backwards: bool = False) -> str:
    """As many of the signs as fit."""
    taken: list[str] = []
    for sign in signs:
        width -= columns(sign)
        if width < 0:
            break
        taken.append(sign)
    if backwards:
        taken.reverse()
    return "".join(taken)
