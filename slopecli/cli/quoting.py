"""Command lines with their words put right: quotes around a formula, options outside of them."""

import os
import re

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION, Expressions, command_named
from slopecli.errors import SlopeError

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.cli.session_words import Sorted

_WHERE = ("when", "where", "for")  # x^2 when x=3


def starred(words: list[str]) -> list[str]:
    """The words with * where the shell put names of files, as one formula."""
    parts: list[str] = []
    for word in words:
        sign = "*" if os.path.exists(word) and not word.isdigit() else word
        if sign != "*" or parts[-1:] != ["*"]:
            parts.append(sign)
    return one_formula(parts)


def joined(words: list[str]) -> str | None:
    """The line with its loose words in quotes, if they are a formula then; `at 3` is --at 3."""
    together = one_formula(words)
    if together == words:  # they were in quotes: there is something else
        return None
    return written(together) if all(map(is_formula, _formulas_of(together))) else None


def _formulas_of(together: list[str]) -> list[str]:
    return [word for word in together if " " in word][:1]


def unpacked(words: list[str], source: str) -> str | None:
    """The line with the options of `source`, one of its words, outside the quotes: "x^2 --at 3"."""
    named = command_of(words)
    found = options_apart(named, source.split())
    if found is None or not found.options or not found.formulas:
        return None
    formula = " ".join([word.text for word in found.formulas])
    if not is_formula(formula):
        return None
    options = [each for option in found.options for each in option]
    place = words.index(source)
    return written([*words[:place], formula, *options, *words[place + 1 :]])


def without_dashes(words: list[str]) -> str | None:
    """The line without its --, behind which an option is none."""
    place = words.index("--") if "--" in words else len(words)
    declared = declared_by(command_of(words) or EXPRESSION)
    if not any(word.split("=", 1)[0] in declared for word in words[place:]):
        return None
    return written([*words[:place], *words[place + 1 :]])


def one_formula(words: list[str]) -> list[str]:
    """The words, those between the command and the first option as one."""
    named = command_of(words)
    words = words[bool(named) :]
    head = [named] if named else []
    found = options_apart(named, words)
    if found is None:
        declared = declared_by(named or EXPRESSION)
        place = next((at for at, word in enumerate(words) if word in declared), len(words))
        return [*head, " ".join(words[:place]), *words[place:]]
    options = [each for option in found.options for each in option]
    return [*head, " ".join([word.text for word in found.formulas]), *options]


def options_apart(named: str, words: list[str]) -> "Sorted | None":
    """Formula and options as a session tells them apart: `at 3` and `from 0 to 2` are options."""
    from slopecli.cli.session_words import Word, sort

    command = command_named(named or EXPRESSION)
    if not isinstance(command, Expressions):
        return None
    repaired = [
        _repaired(word, " ".join(words[place:]), command.declared())
        for place, word in enumerate(words, 1)
    ]
    for place, word in enumerate(repaired):  # x^2 order 2
        if place and len(word) > 2 and word.islower() and f"--{word}" in command.declared():
            repaired[place] = f"--{word}"
    try:
        return sort(command, [Word(word, False) for word in repaired])
    except (SlopeError, click.UsageError):
        return None


def is_formula(text: str) -> bool:
    """Whether this can be read, as a formula or as a curve."""
    from slopecli.language.curves import read_curve
    from slopecli.language.parser import read

    try:
        if read_curve(text) is None:
            read(text)
    except SlopeError:
        return False
    return True


def command_of(words: list[str]) -> str:
    """The command that the words begin with; "" where that is the one without a name."""
    return words[0] if words and words[0] in COMMANDS and words[0] != EXPRESSION else ""


def declared_by(name: str) -> "dict[str, click.Option]":
    """The options of a command by each of their names."""
    command = command_named(name)
    return command.declared() if isinstance(command, Expressions) else {}


def _repaired(word: str, after: str, declared: "dict[str, click.Option]") -> str:
    """-at is --at, and so is `when`, if a letter and its value follow."""
    bare = word.lstrip("-")
    if word == "@":
        return "at"
    if word in _WHERE and "=" in after and after.partition("=")[0].strip().isidentifier():
        return "at"
    return f"--{bare}" if len(bare) > 1 and word[0] == "-" and f"--{bare}" in declared else word


def written(words: list[str]) -> str:
    """A command line as it is typed, with quotes where a shell needs them."""
    return " ".join(["slope", *[_quoted(word) for word in words if word]])


def _quoted(word: str) -> str:
    if re.fullmatch(r"--?[\w-]+(=[\w.,]+)?|[\w.,=/:+-]+", word, re.ASCII):
        return word
    return f"'{word}'" if "$" in word or "\\" in word or '"' in word else f'"{word}"'
