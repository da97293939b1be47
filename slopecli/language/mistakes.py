"""What is wrong with a formula, in sentences for a sixteen-year-old; loaded when something is.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

from slopecli.errors import UnreadableError
from slopecli.language.expr import Call, Expr, letters
from slopecli.language.functions import ROWS
from slopecli.language.grammar import Grammar
from slopecli.language.picture import visible

_LONG = 30  # signs of the input that a message repeats


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
