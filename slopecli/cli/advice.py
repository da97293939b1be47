"""What to type instead, after an error; loaded only then."""

import os

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION, NotTwoError, TooManyError
from slopecli.cli.meant import apart, in_a_sentence, in_two, two_points
from slopecli.cli.other_options import of_another_command
from slopecli.cli.other_words import near_command_line, other_word
from slopecli.cli.quoting import (
    command_of,
    declared_by,
    joined,
    one_formula,
    starred,
    unpacked,
    without_dashes,
    written,
)
from slopecli.errors import SlopeError, UnreadableError
from slopecli.wording import tell

_LINES = ("--tangent", "--normal")


def advised(error: SlopeError, words: list[str]) -> SlopeError:
    """The error, with what to type where its words are no formula but were meant as something."""
    if not isinstance(error, UnreadableError) or not words:
        return error
    first, *rest = words
    if error.source == first and not error.start and " " in first:  # "slope of x^2"
        first, *rest = [*first.split(), *rest]
    meant = None
    if error.source in words or error.source == " ".join(words):  # a whole line of a session
        meant = in_a_sentence(words) or two_points(words) or apart(words, error.source)
    if meant is None and (error.source or " ").split()[:1] == [first] and not error.start:
        meant = other_word(first, rest) or near_command_line(first, rest)
    if meant is None and error.source in words:
        meant = _quoted_anew(error.source, words)
    elif meant is None and error.source == " ".join(words):
        meant = _option_in_session(error, words)
    error.advice = meant or error.advice
    return error


def _option_in_session(error: SlopeError, words: list[str]) -> str | None:
    """What to type for x^2 order 2, where that word is what cannot be read."""
    word = (error.source or "")[error.start : error.end]
    line = joined(words) if len(word) > 2 and word in words[1:] else None
    return line and tell("Type: {line}", line=line)


def _quoted_anew(source: str, words: list[str]) -> str | None:
    """What to type where a formula that cannot be read has its quotation marks elsewhere."""
    line = joined(words)
    if line is not None:
        return tell("In quotes it is one formula. Type: {line}", line=line)
    line = unpacked(words, source)
    return line and tell("Only the formula stands in quotes. Type: {line}", line=line)


def where_to_look(error: click.ClickException, words: list[str]) -> str:
    """What to type, after an error in the words of a command."""
    if isinstance(error, TooManyError):
        return _instead(list(error.expressions), words)
    if isinstance(error, NotTwoError) and (meant := in_two(error.expressions, words)):
        return meant
    if meant := of_another_command(words):
        return meant
    context = getattr(error, "ctx", None)
    name = context.info_name if context is not None else command_of(words)
    if name in COMMANDS and name != EXPRESSION:
        return tell("Type `slope {name} --help` for its options.", name=name)
    return tell("Type `slope --help` for examples, `slope x --help` for the options.")


def _instead(expressions: list[str], words: list[str]) -> str:
    """The command line that was probably meant, where there were several expressions."""
    first = expressions[0]
    rest = [word for word in words if word != first]
    return (
        _command_first(words)
        or in_a_sentence(words)
        or two_points(expressions)
        or other_word(first, rest)
        or near_command_line(first, rest)
        or _place_of_line(expressions, words)
        or _value_of_place(expressions, words)
        or _third_of_range(expressions, words)
        or _names_of_files(expressions, words)
        or _without_dashes(words)
        or _in_quotes(first, words)
        or tell('A formula stands in quotes, a point after --at: slope "x^2 sin x" --at 3')
    )


def _command_first(words: list[str]) -> str | None:
    """slope --json steps x."""
    found = [word for word in words if word in COMMANDS and word != EXPRESSION]
    if not found or words[0] in COMMANDS:
        return None
    rest = [word for word in words if word != found[0]]
    if any(word[:2] == "--" and word not in declared_by(found[0]) for word in rest):
        return tell(
            "The command comes first: slope {name} ...\n"
            "Type `slope {name} --help` for its options.",
            name=found[0],
        )
    return tell("The command comes first. Type: {line}", line=written([found[0], *rest]))


def _place_of_line(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --tangent 1, as plot takes it."""
    for option in _LINES:
        at = words.index(option) + 1 if option in words else len(words)
        if words[at : at + 1] == expressions[1:] and "--at" not in words:
            line = written([*words[:at], "--at", *words[at:]])
            return tell("The place stands after --at. Type: {line}", line=line)
    return None


def _value_of_place(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --at x 3, or --at 1 2."""
    at = words.index("--at") + 1 if "--at" in words else len(words)
    letter, *value = words[at : at + 2] or [""]
    if value != expressions[1:]:
        return None
    given = [f"{letter}={value[0]}"] if letter.isidentifier() else [letter, "--at", value[0]]
    return tell("Type: {line}", line=written([*words[:at], *given, *words[at + 2 :]]))


def _third_of_range(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --range 0 5 0.5."""
    at = words.index("--range") + 3 if "--range" in words else len(words)
    if words[at : at + 1] != expressions[1:] or command_of(words):
        return None
    line = written([*words[:at], "--step", *words[at:]])
    return tell("A range has two ends. For a step type: {line}", line=line)


def _names_of_files(expressions: list[str], words: list[str]) -> str | None:
    """slope x^2 * 3, where the shell wrote the names of all files for the star."""
    if len(expressions) < 3 or not any(os.path.exists(each) for each in expressions):
        return None
    line = written(starred(words))
    return tell("The shell put the names of your files for the *. Type: {line}", line=line)


def _without_dashes(words: list[str]) -> str | None:
    """slope -- "x^2" --at 3."""
    line = without_dashes(words)
    return line and tell("Behind -- stand formulas, and no options. Type: {line}", line=line)


def _in_quotes(first: str, words: list[str]) -> str | None:
    """slope x^2 sin x; where the formula is one word already, slope "x^2" at 3."""
    line = joined(words)
    if line is None:
        return None
    together = one_formula(words)
    if first not in together:
        return tell("A formula stands in quotes. Type: {line}", line=line)
    if "--at" in together:
        return tell("The place stands after --at. Type: {line}", line=line)
    return tell("Type: {line}", line=line)
