"""What is wrong with a formula, in sentences for a sixteen-year-old; loaded when something is.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

from slopecli.errors import UnreadableError
from slopecli.language.binding import NAMES_OF_FUNCTIONS
from slopecli.language.expr import Var
from slopecli.language.functions import ROWS
from slopecli.language.grammar import Grammar
from slopecli.language.picture import visible
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.tokens import Tokens

_LONG = 30  # signs of the input that a message repeats


def number_beside(grammar: Grammar, place: int) -> UnreadableError:
    """A number directly after another operand: 2 3, x2, (x + 1)2."""
    before = grammar.kinds[place - 1]
    source, starts, ends = grammar.tokens.source, grammar.starts, grammar.ends
    first, second = (source[starts[at] : ends[at]] for at in (place - 1, place))
    if before == "number":
        close = starts[place] - ends[place - 1] <= 1
        if close and len(second) == 3 and second.isdigit() and first.isdigit():
            advice = tell("For one number write {first}{second}.", first=first, second=second)
        elif not second.isascii():
            advice = tell(
                "Write {first} + {second}, or a decimal number.", first=first, second=second
            )
        else:
            advice = tell("For a product write {first}*{second}.", first=first, second=second)
        return grammar.error(
            tell("Two numbers stand side by side."), place - 1, place + 1, advice=advice
        )
    if before == "letter" and starts[place] == ends[place - 1]:
        word = source[starts[place - 1] : ends[place]]
        if len(first) == 1:
            advice = tell(
                "Write {first}^{second} for the power, {first}*{second} for the product.",
                first=first,
                second=second,
            )
        else:
            advice = tell("For a product write {first}*{second}.", first=first, second=second)
        return grammar.error(
            tell('I do not know "{word}".', word=word), place - 1, place + 1, advice=advice
        )
    return grammar.error(
        tell("A number stands after a factor."),
        place,
        advice=tell("Write ^{second} for the power, *{second} for the product.", second=second),
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
        tell("A comma separates arguments."),
        place - 1,
        place + 2,
        advice=tell(
            "Decimal comma? Write {whole}.{decimals}.",
            whole=whole[:_LONG],
            decimals=decimals[:_LONG],
        ),
    )


# Brackets and operators

_MEANT = {
    ",": phrase("A comma separates the arguments of a function, as in max(a, b)."),
    ":": phrase("A colon stands in {x < 1: x^2, 2x - 1}."),
    "_": phrase("Only a logarithm has an index, as in log_2(x)."),
    "->": phrase("An arrow stands in f: x -> x^2."),
    "&": phrase("This sign stands only in LaTeX cases."),
    "otherwise": phrase("This word stands only in LaTeX cases."),
}


def operand_expected(grammar: Grammar, place: int) -> UnreadableError:
    """Something else stands where a number, a letter or a function should."""
    kinds = grammar.kinds
    kind = kinds[place]
    if kinds == ["end"]:
        return grammar.error(
            tell("There is no formula here."), place, advice=tell("Type one, such as x^2.")
        )
    if kind == "end":
        before = _written(grammar, place - 1)
        return grammar.error(
            tell("The formula ends too early: something must follow {before}.", before=before),
            place,
        )
    if kind in (")", "]", "}", ")^", ")|", "⌋", "⌉"):
        if kinds[place - 1] in "([{":
            return grammar.error(tell("These brackets are empty."), place - 1, place + 1)
        if place == 0 or kinds[place - 1] == "end":
            return grammar.error(tell("There is no bracket to close here."), place)
    if kind == "'":
        return grammar.error(
            tell("I cannot read the quotation mark here."), place, advice=tell("Leave it out.")
        )
    advice = tell(_MEANT[kind]) if kind in _MEANT else None
    if kind == "*" and kinds[place - 1] == "^":
        advice = tell("For a power write ^ or **.")
    return grammar.error(
        tell(
            "I expected a number, a letter or a function here, not {found}.",
            found=_written(grammar, place),
        ),
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
        return grammar.error(
            tell(
                "I expected {closing} here, to close the {opening}.",
                closing=closing,
                opening=opening,
            ),
            place,
        )
    if kind == ",":
        comma = _decimal_comma(grammar, place)
        if comma:
            return comma
        if grammar.kinds[opened - 1] == "function":
            return grammar.error(tell("I did not expect this comma."), place)
        return _pair(grammar, opened)
    if kind in (")", "]", "}", "⌋", "⌉", ")|"):
        return grammar.error(
            tell(
                "I expected {closing} here, because {opening} was opened.",
                closing=closing,
                opening=opening,
            ),
            place,
            advice=tell(
                "Brackets of one kind belong together: {opening}...{closing}.",
                opening=opening,
                closing=closing,
            ),
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
            tell("A pair of formulas is a curve; that cannot be used here."),
            opened,
            end,
            advice=tell("Write one formula, such as x^2."),
        )
    return grammar.error(
        tell("A pair of numbers is a point, not a formula."),
        opened,
        end,
        advice=tell("Write one number; decimals have a point, as in 1.5."),
    )


def unexpected(grammar: Grammar) -> UnreadableError:
    """The formula is complete, but the input goes on."""
    return _decimal_comma(grammar, grammar.place) or _unexpected(grammar, grammar.place)


def _unexpected(grammar: Grammar, place: int) -> UnreadableError:
    kind = grammar.kinds[place]
    if kind in (")", "]", "}", "⌋", "⌉", ")|"):
        return grammar.error(
            tell("There is no bracket to close here."),
            place,
            advice=tell("Delete it, or open one before."),
        )
    advice = tell(_MEANT[kind]) if kind in _MEANT else None
    if kind == "_" and grammar.kinds[place - 1] == "letter":
        return grammar.error(
            tell("A letter has an index only where the name is declared."),
            place - 1,
            place + 1,
            advice=tell("Write another letter, or declare the name, as in --let x_0=1."),
        )
    return grammar.error(
        tell("I did not expect {found} here.", found=_written(grammar, place)), place, advice=advice
    )


def _written(grammar: Grammar, place: int) -> str:
    """A token as it was typed."""
    written = grammar.tokens.source[grammar.starts[place] : grammar.ends[place]]
    if grammar.kinds[place] in ("function", "letter", "constant"):
        written = f'"{written}"'
    return visible(written[:_LONG]) or tell("the exponent")


# Functions


def argument_expected(grammar: Grammar, place: int) -> UnreadableError:
    """A function without anything to apply it to: sin + 1, sin(cos)."""
    word = grammar.tokens.source[grammar.starts[place] : grammar.ends[place]]
    row = ROWS[str(grammar.values[place])]
    return grammar.error(
        tell("{word} needs something to work on.", word=word), place, advice=_example(row.name)
    )


_TAKES = (phrase("nothing"), phrase("one number"), phrase("two numbers"), phrase("three parts"))
_GOT = (phrase("none"), phrase("one"), phrase("two"), phrase("three"))


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
    wanted = tell(_TAKES[row.arity])
    if name in ("max", "min"):
        wanted = tell("two numbers or more")
    if name == "log":
        wanted = tell("one number, or a number and a base")
    got = tell(_GOT[count]) if count < len(_GOT) else tell("{count} of them", count=count)
    return grammar.error(
        tell("{word} takes {wanted}, not {got}.", word=word, wanted=wanted, got=got),
        place,
        grammar.place,
        advice=_example(name),
    )


def _example(name: str) -> str:
    special = {
        "sqrt": tell("Write sqrt(x); for another root nthroot(x, 3)."),
        "log": tell("Write log(x, 2) for the logarithm to base 2."),
        "if": tell("Write if(x < 1, x^2, 2x - 1)."),
        "mod": tell("Write mod(x, 2)."),
        "atan2": tell("Write atan2(y, x)."),
        "nthroot": tell("Write nthroot(x, 3)."),
    }
    arguments = ("x", "x", "x, y", "x, y, z")[ROWS[name].arity]
    return special.get(name, tell("Write {name}({arguments}).", name=name, arguments=arguments))


def mark_without_bracket(grammar: Grammar, place: int) -> UnreadableError:
    """x', f'(x), 'x'; y' = 2x."""
    if "=" in grammar.kinds and grammar.kinds[place - 1] == "letter":
        from slopecli.language.equations import differential_equation

        return differential_equation(grammar.tokens.source, grammar.starts[place - 1])
    name = grammar.values[place - 1]
    if type(name) is Var and name.name in NAMES_OF_FUNCTIONS:
        return grammar.error(
            tell("{letter}' needs the formula of {letter}.", letter=name.name),
            place - 1,
            place + 1,
            advice=tell("Write the formula itself, as in (x^2)'."),
        )
    return grammar.error(
        tell("The mark of a derivative stands after a bracket."),
        place,
        advice=tell("Write (x^2)', or the formula alone."),
    )


# Conditions


def condition_expected(grammar: Grammar, place: int) -> UnreadableError:
    """A number where true or false is wanted."""
    return grammar.error(
        tell("I expected a condition here, such as x < 1."),
        place,
        advice=tell("Conditions compare two numbers with <, <=, >, >= or =."),
    )


def number_expected(grammar: Grammar, place: int) -> UnreadableError:
    """True or false where a number is wanted."""
    return grammar.error(
        tell("I expected a number here, not a condition."),
        place,
        advice=tell("A comparison belongs into if(x < 1, x^2, 2x - 1) or {x < 1: x^2, 2x - 1}."),
    )


def doubtful(tokens: "Tokens", formula: str) -> UnreadableError:
    """What `strict` refuses, with the formula as it is read otherwise."""
    start, end, reading, other = tokens.doubts[0]
    return UnreadableError(
        tell("This can be read in two ways: {reading}, or {other}.", reading=reading, other=other),
        source=tokens.source,
        start=start,
        end=end,
        advice=tell("Without --strict it is read as: {formula}", formula=formula),
    )
