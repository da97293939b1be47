"""Words, characters and numbers that the language does not have, in sentences; loaded when met.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

from slopecli.errors import UnreadableError
from slopecli.language.functions import SPELLINGS
from slopecli.language.picture import visible
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection

_LONG = 30  # letters of a word that a message repeats
_VARIABLES = "xt"  # letters that are variables in most formulas
_RULES_OWN = frozenset({"neg", "realpow"})  # names that only the table may write

_LOOK_ALIKES = {
    **dict(zip("асеоріјѕухһԁԛѡҮ", "aceopijsyxhdqwY", strict=True)),  # Cyrillic
    **dict(zip("АВЕЅІЈКМНОРСТХ", "ABESIJKMHOPCTX", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονχυ", "ABEZHIKMNOPTYXovxu", strict=True)),  # Greek
    **dict(zip("ıℓℯⅈⅇ", "ileie", strict=True)),
}
NO_INTEGRALS = phrase(
    'slope finds no integrals, but checks yours: slope check "2x" "x^2" --integral'
)
NO_LIMITS = phrase(
    "slope finds no single limit; study tells those at holes and poles:"
    ' slope study "sin(x)/x" --range -1 1'
)
NO_SUMS = phrase("slope adds up no series. Write the terms: x + x^2 + x^3.")
_INSTEAD = {
    **dict.fromkeys("–—‒―‐‑﹣➖", phrase("For a minus sign type -.")),
    **dict.fromkeys('“”„«»‘"`', phrase("Leave the quotation marks out.")),
    **dict.fromkeys("；;", phrase("Give one formula at a time; arguments have commas between.")),
    **dict.fromkeys("。．…", phrase("The decimal point is a plain dot, as in 1.5.")),
    **dict.fromkeys("，、٫", phrase("Separate arguments with a plain comma.")),
    **dict.fromkeys("∕⁄∖", phrase("For a division type /.")),
    **dict.fromkeys("●•✕✖⨯∙", phrase("For a product type *.")),
    "^": phrase("For a power type ^."),
    "∂": phrase("For a derivative type d/dx (...)."),
    "∞": phrase("Infinity is no number here."),
    **dict.fromkeys("∫∬∮", NO_INTEGRALS),
    **dict.fromkeys("∑Σ", NO_SUMS),
    "$": phrase("LaTeX stands between two $ signs; in a shell, put the formula in single quotes."),
    "\\": phrase("For a division type /."),
    "?": phrase("Leave it out."),
    "@": phrase("Leave it out."),
    "#": phrase("Leave it out."),
}
_WORDS = {
    "inf": phrase("Infinity is no number here."),
    "infinity": phrase("Infinity is no number here."),
    "oo": phrase("Infinity is no number here."),
    "nan": phrase("nan is no number here."),
    "squared": phrase("Write x^2."),
    "cubed": phrase("Write x^3."),
    "dy": phrase("Write the formula alone, or d/dx (x^2)."),
    "dx": phrase("Write the formula alone, or d/dx (x^2)."),
    "df": phrase("Write the formula alone, or d/dx (x^2)."),
    **dict.fromkeys(
        ("derivative", "derive", "diff", "slope"),
        phrase("Write the formula alone, or d/dx (x^2)."),
    ),
    **dict.fromkeys(
        ("let", "set", "define", "def"),
        phrase("In a session a = 2 is enough; on the command line it is --let a=2."),
    ),
    "sinus": phrase("Write sin(x)."),
    "cosinus": phrase("Write cos(x)."),
    "tangens": phrase("Write tan(x)."),
    "not": phrase("Turn the comparison round instead."),
    "deg": phrase("For degrees write 30°."),
    "theta": phrase("Write θ, or another single letter."),
    "alpha": phrase("Write α, or another single letter."),
    "lambda": phrase("Write λ, or another single letter."),
    "beta": phrase("Write β, or another single letter."),
    "sigma": phrase("Write σ, or another single letter."),
    "omega": phrase("Write ω, or another single letter."),
    **dict.fromkeys(("int", "integral", "integrate", "antiderivative"), NO_INTEGRALS),
    **dict.fromkeys(("lim", "limit"), NO_LIMITS),
    "sum": NO_SUMS,
    "at": phrase('A place stands after --at: slope "x^2" --at 3'),
}


# Words


def unknown_word(
    source: str, start: int, end: int, text: str, names: "Collection[str]"
) -> UnreadableError:
    """A run of letters that is neither a name nor a sensible product."""
    word = source[start:end]
    known = _WORDS.get(word.lower())
    advice = tell(known) if known else _nearest(text[start:end], names)
    if advice is None:
        product = "*".join(word)
        variable = next((letter for letter in _VARIABLES if letter in word), None)
        if not (len(set(word)) == len(word) <= 3) or text[end:].lstrip(" ")[:1] == "(":
            advice = tell("`slope functions` lists the names; a product needs *, as in x*y.")
        elif variable and len(word) == 2:
            advice = tell(
                "For a product write {product}, or name the variable: -x {letter}.",
                product=product,
                letter=variable,
            )
        else:
            advice = tell("For a product write {product}.", product=product)
    if len(word) > _LONG:
        word = word[:_LONG] + "..."
    return UnreadableError(
        tell('I do not know "{word}".', word=word),
        source=source,
        start=start,
        end=end,
        advice=advice,
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
            return tell("Did you mean {near}?", near=near)
    return None


# Characters


def strange_character(source: str, at: int) -> UnreadableError:
    """A character that the language does not have: by name and code point, never raw."""
    import unicodedata

    sign = source[at]
    advice = tell(_INSTEAD[sign]) if sign in _INSTEAD else None
    plain = visible(sign) == sign
    if sign.isascii() and plain:
        message = tell("I cannot read the sign {sign} here.", sign=sign)
    else:
        name = unicodedata.name(sign, "")
        called = f"U+{ord(sign):04X} {name}".rstrip()
        message = tell("I cannot read the character {called}.", called=called)
        if sign in _LOOK_ALIKES:
            advice = tell(
                "It looks like the letter {letter}; type that.", letter=_LOOK_ALIKES[sign]
            )
        elif not plain:
            advice = tell("It is invisible: delete it, or type the formula instead of pasting it.")
        elif unicodedata.decimal(sign, None) is not None:
            advice = tell("Type the digit {digit}.", digit=unicodedata.decimal(sign))
        elif advice is None and sign.isalpha() and "GREEK" in name:
            advice = tell("Of the Greek letters, α β θ λ μ π σ τ φ ω can be used.")
        elif advice is None and sign.isalpha():
            advice = tell("Names of functions are written in Latin letters, as in sin(x).")
    return UnreadableError(message, source=source, start=at, advice=advice)


def doubled_sign(source: str, start: int, text: str) -> UnreadableError:
    """//, ==, ***."""
    end = start + 1
    while text[end] == text[end - 1]:
        end += 1
    advice = {
        "/": tell("For a division write one /."),
        "=": tell("For a comparison write one =."),
    }.get(text[start], tell("For a power write ^ or **."))
    return UnreadableError(
        tell("I cannot read {typed} here.", typed=text[start:end][:5]),
        source=source,
        start=start,
        end=end,
        advice=advice,
    )


# Numbers


def lonely_point(source: str, at: int) -> UnreadableError:
    """A dot without a digit."""
    return UnreadableError(
        tell("This dot belongs to no number."),
        source=source,
        start=at,
        advice=tell("Decimals are written 0.5 or .5; a product is written with *."),
    )


def odd_number(source: str, start: int, at: int) -> UnreadableError:
    """1.2.3, 1..2, 1e5.5, 1_000."""
    if source[at] == "_":
        return UnreadableError(
            tell("A number has no _ inside."),
            source=source,
            start=at,
            advice=tell("Write thousands without a sign between: 1000."),
        )
    if "e" in source[start:at] or "E" in source[start:at]:
        message, advice = (
            tell("The power of ten must be a whole number."),
            tell("Write 10^0.5 instead."),
        )
    else:
        message, advice = tell("This number has two decimal points."), tell("Write one, as in 1.5.")
    return UnreadableError(message, source=source, start=start, end=at + 1, advice=advice)
