"""How wide text is in a terminal, where a Chinese character takes two columns."""


def columns(text: str) -> int:
    """How many columns a terminal gives the text (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum([2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text])


def left(text: str, width: int) -> str:
    """The text at the left of so many columns."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """The text at the right of so many columns."""
    return " " * (width - columns(text)) + text


_NEVER_FIRST = frozenset("，。、；：？！）》」』”’%")  # a line does not begin with these
_NEVER_LAST = frozenset("（《「『“‘")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of so many columns: broken at blanks, and between Chinese characters."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    lines[-1] = lines[-1].rstrip()
    return lines


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
