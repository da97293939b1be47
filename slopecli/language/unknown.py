"""Words, characters and numbers that the language does not have, in sentences; loaded when met.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

from slopecli.errors import UnreadableError
from slopecli.language.functions import SPELLINGS
from slopecli.language.picture import visible

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection

_LONG = 30  # letters of a word that a message repeats
_RULES_OWN = frozenset({"neg", "realpow"})  # names that only the table may write

_LOOK_ALIKES = {
    **dict(zip("асеоріјѕухһԁԛѡҮ", "aceopijsyxhdqwY", strict=True)),  # Cyrillic
    **dict(zip("АВЕЅІЈКМНОРСТХ", "ABESIJKMHOPCTX", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονχυ", "ABEZHIKMNOPTYXovxu", strict=True)),  # Greek
    **dict(zip("ıℓℯⅈⅇ", "ileie", strict=True)),
}
_INSTEAD = {
    **dict.fromkeys("–—‒―‐‑﹣➖", "For a minus sign type -."),
    **dict.fromkeys('“”„«»‘’"`', "Leave the quotation marks out."),
    **dict.fromkeys("；;", "Separate arguments with a comma."),
    **dict.fromkeys("。．…", "The decimal point is a plain dot, as in 1.5."),
    **dict.fromkeys("，、٫", "Separate arguments with a plain comma."),
    **dict.fromkeys("∕⁄∖", "For a division type /."),
    **dict.fromkeys("●•✕✖⨯∙", "For a product type *."),
    "^": "For a power type ^.",
    "∂": "For a derivative type d/dx (...).",
    "∞": "Infinity is no number here.",
    "$": "LaTeX stands between two $ signs; in a shell, put the formula in single quotes.",
    "\\": "For a division type /.",
    "?": "Leave it out.",
    "@": "Leave it out.",
    "#": "Leave it out.",
}
_WORDS = {
    "inf": "Infinity is no number here.",
    "infinity": "Infinity is no number here.",
    "oo": "Infinity is no number here.",
    "nan": "nan is no number here.",
    "squared": "Write x^2.",
    "cubed": "Write x^3.",
    "dy": "Write the formula alone, or d/dx (x^2).",
    "dx": "Write the formula alone, or d/dx (x^2).",
    "df": "Write the formula alone, or d/dx (x^2).",
    "sinus": "Write sin(x).",
    "cosinus": "Write cos(x).",
    "tangens": "Write tan(x).",
    "not": "Turn the comparison round instead.",
    "deg": "For degrees write 30°.",
    "theta": "Write θ, or another single letter.",
    "alpha": "Write α, or another single letter.",
    "lambda": "Write λ, or another single letter.",
}


# Words


def unknown_word(
    source: str, start: int, end: int, text: str, names: "Collection[str]"
) -> UnreadableError:
    """A run of letters that is neither a name nor a sensible product."""
    word = source[start:end]
    advice = _WORDS.get(word.lower()) or _nearest(text[start:end], names)
    if advice is None:
        product = "*".join(word)
        if len(set(word)) == len(word) <= 3 and text[end:].lstrip(" ")[:1] != "(":
            advice = f"For a product write {product}."
        else:
            advice = "`slope functions` lists the names; a product needs *, as in x*y."
    if len(word) > _LONG:
        word = word[:_LONG] + "..."
    return UnreadableError(
        f'I do not know "{word}".', source=source, start=start, end=end, advice=advice
    )


def _nearest(word: str, names: "Collection[str]") -> str | None:
    """Did you mean ...? Only where nearly all letters agree: `foo` is no `floor`."""
    if len(word) < 3 or len(word) > _LONG:
        return None
    from difflib import get_close_matches

    known = [name for name in (*SPELLINGS, *names) if len(name) > 1 and name[0].isalpha()]
    close = get_close_matches(word.lower(), known, n=5, cutoff=0.74)
    for near in sorted(close, key=lambda near: sorted(near) != sorted(word.lower())):
        alike = near[0] == word[0].lower() or sorted(near) == sorted(word.lower())
        if alike and abs(len(near) - len(word)) <= 1 + (len(word) > 5) and near not in _RULES_OWN:
            return f"Did you mean {near}?"
    return None


# Characters


def strange_character(source: str, at: int) -> UnreadableError:
    """A character that the language does not have: by name and code point, never raw."""
    import unicodedata

    sign = source[at]
    advice = _INSTEAD.get(sign)
    plain = visible(sign) == sign
    if sign.isascii() and plain:
        message = f"I cannot read the sign {sign} here."
    else:
        name = unicodedata.name(sign, "")
        called = f"U+{ord(sign):04X} {name}".rstrip()
        message = f"I cannot read the character {called}."
        if sign in _LOOK_ALIKES:
            advice = f"It looks like the letter {_LOOK_ALIKES[sign]}; type that."
        elif not plain:
            advice = "It is invisible: delete it, or type the formula instead of pasting it."
        elif unicodedata.decimal(sign, None) is not None:
            advice = f"Type the digit {unicodedata.decimal(sign)}."
        elif advice is None and sign.isalpha() and "GREEK" in name:
            advice = "Of the Greek letters, α β θ λ μ π σ τ φ ω can be used."
        elif advice is None and sign.isalpha():
            advice = "Names of functions are written in Latin letters, as in sin(x)."
    return UnreadableError(message, source=source, start=at, advice=advice)


def doubled_sign(source: str, start: int, text: str) -> UnreadableError:
    """//, ==, ***."""
    end = start + 1
    while text[end] == text[end - 1]:
        end += 1
    advice = {
        "/": "For a division write one /.",
        "=": "For a comparison write one =.",
    }.get(text[start], "For a power write ^ or **.")
    return UnreadableError(
        f"I cannot read {text[start:end][:5]} here.",
        source=source,
        start=start,
        end=end,
        advice=advice,
    )


# Numbers


def lonely_point(source: str, at: int) -> UnreadableError:
    """A dot without a digit."""
    return UnreadableError(
        "This dot belongs to no number.",
        source=source,
        start=at,
        advice="Decimals are written 0.5 or .5; a product is written with *.",
    )


def odd_number(source: str, start: int, at: int) -> UnreadableError:
    """1.2.3, 1..2, 1e5.5, 1_000."""
    if source[at] == "_":
        return UnreadableError(
            "A number has no _ inside.",
            source=source,
            start=at,
            advice="Write thousands without a sign between: 1000.",
        )
    if "e" in source[start:at] or "E" in source[start:at]:
        message, advice = "The power of ten must be a whole number.", "Write 10^0.5 instead."
    else:
        message, advice = "This number has two decimal points.", "Write one, as in 1.5."
    return UnreadableError(message, source=source, start=start, end=at + 1, advice=advice)
