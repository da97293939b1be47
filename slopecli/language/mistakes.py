"""What is wrong with an input, in sentences for a sixteen-year-old; loaded when something is.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

from slopecli.errors import UnreadableError
from slopecli.language.expr import Call, Expr, letters
from slopecli.language.functions import ROWS, SPELLINGS
from slopecli.language.grammar import Grammar
from slopecli.language.picture import visible

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection

_LONG = 30  # letters of a word that a message repeats

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
        if alike and abs(len(near) - len(word)) <= 1 + (len(word) > 5) and near != "neg":
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


def number_beside(grammar: Grammar, place: int) -> UnreadableError:
    """A number directly after another operand: 2 3, x2, (x + 1)2."""
    before = grammar.kinds[place - 1]
    source, starts, ends = grammar.tokens.source, grammar.starts, grammar.ends
    first, second = (source[starts[at] : ends[at]] for at in (place - 1, place))
    if before == "number":
        close = starts[place] - ends[place - 1] <= 1
        if close and len(second) == 3 and second.isdigit() and first.isdigit():
            advice = f"For one number write {first}{second}."
        elif not second.isascii():
            advice = f"Write {first} + {second}, or a decimal number."
        else:
            advice = f"For a product write {first}*{second}."
        return grammar.error("Two numbers stand side by side.", place - 1, place + 1, advice=advice)
    if before == "letter" and starts[place] == ends[place - 1]:
        word = source[starts[place - 1] : ends[place]]
        if len(first) == 1:
            advice = f"Write {first}^{second} for the power, {first}*{second} for the product."
        else:
            advice = f"For a product write {first}*{second}."
        return grammar.error(f'I do not know "{word}".', place - 1, place + 1, advice=advice)
    return grammar.error(
        "A number stands after a factor.",
        place,
        advice=f"Write ^{second} for the power, *{second} for the product.",
    )


def _decimal_comma(grammar: Grammar, place: int) -> UnreadableError | None:
    """1,5: the comma at `place` between two numbers without blanks."""
    kinds, starts, ends = grammar.kinds, grammar.starts, grammar.ends
    if kinds[place] != "," or kinds[place - 1] != "number" or kinds[place + 1] != "number":
        return None
    if starts[place] != ends[place - 1] or starts[place + 1] != ends[place]:
        return None
    source = grammar.tokens.source
    whole = source[starts[place - 1] : ends[place - 1]].replace(".", "")
    decimals = source[starts[place + 1] : ends[place + 1]]
    return grammar.error(
        "A comma separates arguments.",
        place - 1,
        place + 2,
        advice=f"Decimal comma? Write {whole[:_LONG]}.{decimals[:_LONG]}.",
    )


# Brackets and operators

_MEANT = {
    ",": "A comma separates the arguments of a function, as in max(a, b).",
    ":": "A colon stands in {x < 1: x^2, 2x - 1}.",
    "_": "Only a logarithm has an index, as in log_2(x).",
    "->": "An arrow stands in f: x -> x^2.",
    "&": "This sign stands only in LaTeX cases.",
    "otherwise": "This word stands only in LaTeX cases.",
}


def operand_expected(grammar: Grammar, place: int) -> UnreadableError:
    """Something else stands where a number, a letter or a function should."""
    kinds = grammar.kinds
    kind = kinds[place]
    if kinds == ["end"]:
        return grammar.error("There is no formula here.", place, advice="Type one, such as x^2.")
    if kind == "end":
        before = _written(grammar, place - 1)
        return grammar.error(f"The formula ends too early: something must follow {before}.", place)
    if kind in (")", "]", "}", ")^", ")|", "⌋", "⌉"):
        if kinds[place - 1] in "([{":
            return grammar.error("These brackets are empty.", place - 1, place + 1)
        if place == 0 or kinds[place - 1] == "end":
            return grammar.error("There is no bracket to close here.", place)
    if kind == "'":
        return grammar.error(
            "I cannot read the quotation mark here.", place, advice="Leave it out."
        )
    advice = _MEANT.get(kind)
    if kind == "*" and kinds[place - 1] == "^":
        advice = "For a power write ^ or **."
    return grammar.error(
        f"I expected a number, a letter or a function here, not {_written(grammar, place)}.",
        place,
        advice=advice,
    )


def not_closed(grammar: Grammar, opened: int) -> UnreadableError:
    """The bracket at token `opened` is not closed where the formula inside it ends."""
    place = grammar.place
    kind = grammar.kinds[place]
    opening = _written(grammar, opened)
    closing = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉"}.get(grammar.kinds[opened], "|")
    if kind == "end":
        return grammar.error(f"I expected {closing} here, to close the {opening}.", place)
    if kind == ",":
        comma = _decimal_comma(grammar, place)
        if comma:
            return comma
        if grammar.kinds[opened - 1] == "function":
            return grammar.error("I did not expect this comma.", place)
        return _pair(grammar, opened)
    if kind in (")", "]", "}", "⌋", "⌉", ")|"):
        return grammar.error(
            f"I expected {closing} here, because {opening} was opened.",
            place,
            advice=f"Brackets of one kind belong together: {opening}...{closing}.",
        )
    return _unexpected(grammar, place)


def _pair(grammar: Grammar, opened: int) -> UnreadableError:
    """(cos t, sin t) is a curve; (1, 2) is only a point."""
    end = opened
    while grammar.kinds[end] not in (")", "]", "}", "end"):
        end += 1
    end = min(end, len(grammar.kinds) - 2) + 1
    if "letter" in grammar.kinds[opened:end]:
        return grammar.error(
            "A pair of formulas is a curve; that cannot be used here.",
            opened,
            end,
            advice="Write one formula, such as x^2.",
        )
    return grammar.error(
        "A pair of numbers is a point, not a formula.",
        opened,
        end,
        advice="Write one number; decimals have a point, as in 1.5.",
    )


def unexpected(grammar: Grammar) -> UnreadableError:
    """The formula is complete, but the input goes on."""
    return _decimal_comma(grammar, grammar.place) or _unexpected(grammar, grammar.place)


def _unexpected(grammar: Grammar, place: int) -> UnreadableError:
    kind = grammar.kinds[place]
    if kind in (")", "]", "}", "⌋", "⌉", ")|"):
        return grammar.error(
            "There is no bracket to close here.", place, advice="Delete it, or open one before."
        )
    advice = _MEANT.get(kind)
    if kind == "_" and grammar.kinds[place - 1] == "letter":
        return grammar.error(
            "A letter has an index only where the name is declared.",
            place - 1,
            place + 1,
            advice="Write another letter, or declare the name, as in --let x_0=1.",
        )
    return grammar.error(f"I did not expect {_written(grammar, place)} here.", place, advice=advice)


def _written(grammar: Grammar, place: int) -> str:
    """A token as it was typed."""
    written = grammar.tokens.source[grammar.starts[place] : grammar.ends[place]]
    if grammar.kinds[place] in ("function", "letter", "constant"):
        written = f'"{written}"'
    return visible(written[:_LONG]) or "the exponent"


# Functions


def argument_expected(grammar: Grammar, place: int) -> UnreadableError:
    """A function without anything to apply it to: sin + 1, sin(cos)."""
    word = grammar.tokens.source[grammar.starts[place] : grammar.ends[place]]
    row = ROWS[str(grammar.values[place])]
    return grammar.error(f"{word} needs something to work on.", place, advice=_example(row.name))


def wrong_number_of_arguments(
    grammar: Grammar, name: str, count: int, place: int
) -> UnreadableError:
    """sin(1, 2), atan2(x), sqrt(x, 3)."""
    at = place
    while grammar.kinds[at] not in ("end", ","):
        at += 1
    if count == 2 and at < grammar.place:
        comma = _decimal_comma(grammar, at)
        if comma:
            return comma
    word = grammar.tokens.source[grammar.starts[place] : grammar.ends[place]]
    row = ROWS[name]
    wanted = {0: "nothing", 1: "one number", 2: "two numbers", 3: "three"}[row.arity]
    if name in ("max", "min"):
        wanted = "two numbers or more"
    if name == "log":
        wanted = "one number, or a number and a base"
    got = {0: "none", 1: "one", 2: "two", 3: "three"}.get(count, str(count))
    return grammar.error(
        f"{word} takes {wanted}, not {got}.", place, grammar.place, advice=_example(name)
    )


def _example(name: str) -> str:
    special = {
        "sqrt": "Write sqrt(x); for another root nthroot(x, 3).",
        "log": "Write log(x, 2) for the logarithm to base 2.",
        "if": "Write if(x < 1, x^2, 2x - 1).",
        "mod": "Write mod(x, 2).",
        "atan2": "Write atan2(y, x).",
        "nthroot": "Write nthroot(x, 3).",
    }
    arguments = ("x", "x", "x, y", "x, y, z")[ROWS[name].arity]
    return special.get(name, f"Write {name}({arguments}).")


def mark_without_bracket(grammar: Grammar, place: int) -> UnreadableError:
    """x', f'(x), 'x'."""
    return grammar.error(
        "The mark of a derivative stands after a bracket.",
        place,
        advice="Write (x^2)', or the formula alone.",
    )


# Conditions


def condition_expected(grammar: Grammar, place: int) -> UnreadableError:
    """A number where true or false is wanted."""
    return grammar.error(
        "I expected a condition here, such as x < 1.",
        place,
        advice="Conditions compare two numbers with <, <=, >, >= or =.",
    )


def number_expected(grammar: Grammar, place: int) -> UnreadableError:
    """True or false where a number is wanted."""
    return grammar.error(
        "I expected a number here, not a condition.",
        place,
        advice="A comparison belongs into if(x < 1, x^2, 2x - 1) or {x < 1: x^2, 2x - 1}.",
    )


def not_a_formula(grammar: Grammar, expr: Call) -> UnreadableError:
    """A comparison or an equation as the whole input."""
    place = 0
    while grammar.kinds[place] not in ("<", "<=", ">", ">=", "=", "!=", "and", "or"):
        place += 1
    if expr.name == "=":
        if len(letters(expr)) > 1:
            return grammar.error(
                "This equation is a curve; that cannot be used here.",
                place,
                advice="Write one formula, such as y = x^2.",
            )
        return grammar.error(
            "This is an equation, not a formula.", place, advice="Write one side of it alone."
        )
    sample = "x < 1" if expr.name in ("and", "or") else _plain(expr)
    return grammar.error(
        "A comparison alone is no formula.",
        place,
        advice=f"It belongs into a function by cases, as in if({sample}, 1, 0).",
    )


def _plain(expr: Expr) -> str:
    from slopecli.language.text import text

    written = text(expr)
    return written if len(written) <= _LONG else "x < 1"
