"""An error with a caret under the place.

I do not know "tahn".
  2 tahn(x) + 1
    ^^^^
Did you mean tanh?
"""

from slopecli.errors import SlopeError

WIDTH = 70  # columns of the source that are shown
_INDENT = "  "
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def picture(error: SlopeError) -> str:
    """The message, the line with carets under the place, and the advice."""
    lines = [error.message]
    if error.source is not None:
        lines += _place(error.source, error.start, error.end)
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
    import unicodedata

    return "".join(
        [
            sign
            if sign.isprintable()
            and sign not in _BLANK_LETTERS
            and unicodedata.category(sign)[0] != "M"
            else f"<U+{ord(sign):04X}>"
            for sign in text
        ]
    )


def _place(source: str, start: int, end: int) -> list[str]:
    """The line of the source around the place, and the carets; nothing where there is no source."""
    start = min(start, len(source))
    end = max(start + 1, end)
    first = source.rfind("\n", 0, start) + 1
    last = source.find("\n", start)
    last = len(source) if last < 0 else last
    end = min(end, max(last, start + 1))
    before = " ".join(source[first:start].split("\t"))
    here = source[start : min(end, last)].replace("\t", " ")
    after = source[min(end, last) : last].replace("\t", " ")
    # The place itself comes first; what is left of the width goes to both sides of it.
    here, cut = here[:WIDTH], len(here) > WIDTH
    room = max(0, WIDTH - len(here))
    left = min(len(before), max(room // 2, room - len(after)))
    right = 0 if cut else min(len(after), room - left)
    head = ("..." if left < len(before) else "") + visible(before[len(before) - left :])
    tail = visible(after[:right]) + ("..." if cut or right < len(after) else "")
    place = visible(here)
    if not (head + place + tail).strip():
        return []
    carets = " " * _columns(head) + "^" * max(1, _columns(place))
    return [(_INDENT + head + place + tail).rstrip(), _INDENT + carets]


def _columns(text: str) -> int:
    """How many columns a terminal gives the text; Chinese characters take two each."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
