"""Parts put into a Chinese sentence: a blank stands between Chinese and formulas, only there."""

from string import Formatter

_FIRST = "\u2e80"  # Chinese characters and fullwidth punctuation begin here
_MARKS = frozenset("“”‘’…—")


def filled(sentence: str, parts: dict[str, object]) -> str:
    """The sentence with its {parts}, without a blank where a part turns out to be Chinese too."""
    told = ""
    for between, name, how, _ in Formatter().parse(sentence):
        told = _joined(told, between)
        if name is not None:
            told = _joined(told, format(parts[name], how or ""))
    return told


def _joined(left: str, right: str) -> str:
    """Both, one after the other; the blank between two Chinese neighbours is left out."""
    if left[-1:] == " " and _chinese(left[-2:-1]) and _chinese(right[:1]):
        return left[:-1] + right
    if right[:1] == " " and _chinese(left[-1:]) and _chinese(right[1:2]):
        return left + right[1:]
    return left + right


def _chinese(sign: str) -> bool:
    return sign >= _FIRST or sign in _MARKS if sign else False
