"""The words of a line in a session: quotes, options with their values, formulas without quotes.

In a shell every formula stands in quotes. Here it need not, as long as one can tell where it ends:
it is what stands before the options.
"""

import click

from slopecli.answers.session.definitions import Definitions
from slopecli.cli.commands import Expressions
from slopecli.errors import SlopeError, UnusableError
from slopecli.language.parser import read
from slopecli.wording import tell

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_MOST = 60  # of two formulas side by side: so many places are looked at
_AT, _AND = "at", "and"
_FROM, _TO = "from", "to"


class Word:
    """A word as typed, without its quotes."""

    __slots__ = ("quoted", "text")

    def __init__(self, text: str, quoted: bool) -> None:
        self.text = text
        self.quoted = quoted


def words_of(line: str) -> list[Word]:
    """The words between blanks. A quote opens only at the start of a word, for f' has one, too.

    Raises UnusableError where a double quote is not closed.
    """
    found: list[Word] = []
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        closing = _QUOTES.get(line[at])
        end = _closed(line, at + 1, closing) if closing else -1
        if end >= 0:
            found.append(Word(line[at + 1 : end], True))
            at = end + 1
            continue
        if line[at] == '"':
            raise UnusableError(
                tell("This quotation mark is not closed."),
                source=line,
                start=at,
                advice=tell('Close it with ", or leave both out: here a formula needs none.'),
            )
        start = at
        while at < len(line) and not line[at].isspace():
            at += 1
        found.append(Word(line[start:at], False))
    return found


def _closed(line: str, start: int, closing: str) -> int:
    """Where the quote is closed at the end of a word; -1 where it is not."""
    end = line.find(closing, start)
    while end >= 0 and end + 1 < len(line) and not line[end + 1].isspace():
        end = line.find(closing, end + 1)
    return end


class Sorted:
    """The options of a line with their values, and its formulas with their words."""

    __slots__ = ("formulas", "notes", "options")

    def __init__(self) -> None:
        self.options: list[list[str]] = []  # each option with its values
        self.formulas: list[Word] = []
        self.notes: list[str] = []


def sort(command: Expressions, words: list[Word]) -> Sorted:
    """Tell options from formulas, as the command itself does, and see that no formula is torn.

    Raises UnusableError where words of a formula stand on both sides of an option.
    """
    declared = command.declared()
    found = Sorted()
    runs = 0
    inside = False
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name = word.text.split("=", 1)[0]
        option = declared.get(name if name.startswith("--") else word.text)
        if word.quoted:
            option = None
        if option is not None and word.text == "-x" and not _names(rest, declared):
            option = None
        if option is None and not word.quoted and word.text == _AT and "--at" in declared:
            found.options += [["--at", place] for place in _places(found, rest, declared)]
            inside = False
            continue
        if option is None and word.text == _FROM and found.formulas and "--range" in declared:
            found.options.append(["--range", *_ends(rest, declared)])
            inside = False
            continue
        if option is None:
            if not word.quoted:
                command.refuse_option(word.text, declared)
            runs += not inside
            inside = True
            if runs > 1 and not (word.quoted and all(each.quoted for each in found.formulas)):
                raise _torn(word, found)
            found.formulas.append(word)
            continue
        inside = False
        count = 0 if option.is_flag or option.count or "=" in word.text else option.nargs
        if len(rest) < count:
            raise click.UsageError(tell("{option} needs a value after it.", option=word.text))
        if word.text == "-x" and found.formulas:
            found.notes.append(
                tell(
                    "read as: the variable is {letter} (for the product write -x*{letter})",
                    letter=rest[0].text,
                )
            )
        found.options.append([word.text, *[each.text for each in rest[:count]]])
        del rest[:count]
    return found


def _names(rest: list[Word], declared: dict[str, click.Option]) -> bool:
    """Whether -x is the option: a name follows, and then nothing more of the formula."""
    if not rest or not rest[0].text.isidentifier():
        return False
    return len(rest) == 1 or rest[1].text.split("=", 1)[0] in declared


def _places(found: Sorted, rest: list[Word], declared: dict[str, click.Option]) -> list[str]:
    """The places after `at`: 3, or 1 and 2, or 1, 2 where the comma has a blank behind it."""
    if not found.formulas:
        raise UnusableError(
            tell("The formula stands in front of `at`."), advice=tell("Type: x^2 at 3")
        )
    taken = _up_to_option(rest, declared)
    if not taken:
        raise UnusableError(tell("`at` needs a place behind it."), advice=tell("Type: x^2 at 3"))
    places = taken.split(f" {_AND} ")
    if "=" not in taken and "(" not in taken:
        places = [each.strip() for part in places for each in part.split(", ")]
    return [each.replace(" =", "=").replace("= ", "=").replace(", ", ",") for each in places]


def _ends(rest: list[Word], declared: dict[str, click.Option]) -> list[str]:
    """Both ends after `from`: 0 to 2."""
    ends = _up_to_option(rest, declared).split(f" {_TO} ")
    if len(ends) != 2:
        raise UnusableError(
            tell("`from` needs two places behind it."), advice=tell("Type: x^2 from 0 to 2")
        )
    return ends


def _up_to_option(rest: list[Word], declared: dict[str, click.Option]) -> str:
    """What stands in front of the next option, blanks and all: x = 3."""
    taken = []
    while rest and rest[0].text.split("=", 1)[0] not in declared:
        taken.append(rest.pop(0).text)
    return " ".join(taken)


def _torn(word: Word, found: Sorted) -> UnusableError:
    last = " ".join(found.options[-1]) if found.options else ""
    advice = tell("Write the formula first, and numbers without blanks, as in 2pi.")
    if last in ("--tangent", "--normal"):
        advice = tell("Type: {line}", line=f"x^2 {last} --at 1")
    return UnusableError(
        tell(
            "I cannot tell where {word} belongs: it stands after {option}.",
            word=word.text,
            option=last,
        ),
        advice=advice,
    )


def separate(formulas: list[Word], definitions: Definitions) -> list[str]:
    """The formulas of a command that takes several: between quotes, commas, or names alone."""
    texts = [word.text for word in formulas]
    if any(word.quoted for word in formulas):
        return texts
    known = definitions.functions()
    if all(text.rstrip("'") in known for text in texts):
        return texts
    return [part for part in commas(" ".join(texts)) if part]


def two(formulas: list[Word], definitions: Definitions) -> tuple[list[str], bool]:
    """Both formulas of `check` and `equal`; and whether we had to find out where one ends.

    Raises UnusableError where that can be told in no way, or in several.
    """
    texts = [word.text for word in formulas]
    if any(word.quoted for word in formulas):
        return texts, False
    parts = commas(" ".join(texts))
    if len(parts) > 1:
        return parts, False
    if len(texts) < 3:
        return texts, False
    if texts[0].rstrip("'") in definitions.functions() and not _goes_on(texts[1]):
        return [texts[0], " ".join(texts[1:])], True
    found = []
    for at in range(1, min(len(texts), _MOST)):
        both = [" ".join(texts[:at]), " ".join(texts[at:])]
        if not _goes_on(texts[at]) and all(_reads(each, definitions) for each in both):
            found.append(both)
    if len(found) == 1:
        return found[0], True
    advice = tell("Put a comma between them, as in: check sin 3x, 3 cos 3x")
    if found:
        advice = tell("Put a comma between them: {both}", both=", ".join(found[0]))
    raise UnusableError(
        tell("I cannot tell where the first formula ends."),
        source=" ".join(texts),
        start=len(found[0][0]) if found else 0,
        end=None if found else len(" ".join(texts)),
        advice=advice,
    )


def _goes_on(word: str) -> bool:
    """Whether a formula that has begun goes on with this word: a sign, but not in front of -x."""
    return word[0] in "+*/^=)" or word == "-"


def _reads(formula: str, definitions: Definitions) -> bool:
    """Whether this can be read as a formula of its own."""
    try:
        read(
            formula,
            definitions.names,
            functions=definitions.functions(),
            differentiate=lambda expr, variable, order: expr,
        )
    except SlopeError:
        return False
    return True


def commas(text: str) -> list[str]:
    """The text between the commas outside of brackets; 1,5 is left to the reader of numbers."""
    parts, depth = [""], 0
    for at, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        between_digits = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        if (sign in ",;" and depth == 0 and not between_digits) or (sign == "，" and depth == 0):
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
