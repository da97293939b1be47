"""How wide text is in a terminal, where a Chinese character takes two columns."""


def columns(text: str) -> int:
    """How many columns a terminal gives the text (Unicode Standard Annex 11)."""
    if text.isascii() or all(map(_is_narrow, text)):
        return len(text)
    import unicodedata

    return sum([2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text])


def _is_narrow(sign: str) -> bool:
    """Whether it is known without a look: letters, mathematics, what curves are drawn with."""
    return (
        sign < "\u1100"
        or "\u2010" <= sign < "\u231a"
        or "\u2500" <= sign < "\u25fd"
        or ("\u2800" <= sign < "\u2900")
    )


def left(text: str, width: int) -> str:
    """The text at the left of so many columns."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """The text at the right of so many columns."""
    return " " * (width - columns(text)) + text


_NEVER_FIRST = frozenset("，。、；：？！）》」』”’%")  # a line does not begin with these
_NEVER_LAST = frozenset("（《「『“‘")


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of so many columns: broken at blanks, and between Chinese characters.

    All lines but the first begin with `indent`.
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1].strip() and columns(lines[-1] + piece.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append(indent)
        lines[-1] += piece
    return [cut(line.rstrip(), width) for line in lines]


def cut(text: str, width: int) -> str:
    """As much of the text as fits into so many columns."""
    if columns(text) <= width:
        return text
    taken = 0
    for place, sign in enumerate(text):
        taken += columns(sign)
        if taken > width:
            return text[:place]
    return text


def _pieces(text: str) -> list[str]:
    """The smallest parts that stay on one line."""
    pieces: list[str] = []
    together = False  # whether the next sign belongs to the piece before it
    for sign in text:
        wide = columns(sign) > 1
        stays = sign in _NEVER_FIRST or sign == " " or (together and not wide)
        if pieces and (stays or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += sign
        else:
            pieces.append(sign)
        together = not wide and sign != " "
    return pieces
