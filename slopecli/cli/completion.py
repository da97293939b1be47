"""Which words may follow: commands, options, what an option takes, names inside a formula."""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION, Expressions
from slopecli.language.functions import ROWS, SPELLINGS
from slopecli.wording import LANGUAGES, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.session.definitions import Definitions

    Words = Iterator[tuple[str, str]]

_NAME = re.compile(r"[^\W\d_]\w*$")
_LETTERS = 2  # of a name that may be completed; one letter may be a variable


def names_in_formulas() -> "Words":
    """The functions and constants that a person types by letters, with what they are."""
    for spelling, name in SPELLINGS.items():
        if len(spelling) >= _LETTERS and spelling.isalnum() and not ROWS[name].is_operator:
            yield spelling, tell(ROWS[name].title)


def commands() -> "Words":
    """The commands, with what they do."""
    for name, meaning in COMMANDS.items():
        if name != EXPRESSION:
            yield name, tell(meaning)


def options_of(name: str) -> "Words":
    """The long options of a command, with what they do."""
    command = import_module(f"slopecli.cli.{name}").command
    listed = command.get_params(click.Context(command))
    for option in listed:
        if isinstance(option, click.Option):
            longest = max([*option.opts, *option.secondary_opts], key=len)
            yield longest, option.help or ""


def values_of(name: str, option: str) -> list[str]:
    """What an option takes, where that is one of a few words."""
    if option == "--lang":
        return list(LANGUAGES)
    command = import_module(f"slopecli.cli.{name}").command
    if isinstance(command, Expressions):
        declared = command.declared().get(option)
        if declared is not None and isinstance(declared.type, click.Choice):
            return [str(choice) for choice in declared.type.choices]
    return []


def completions(
    before: str, definitions: "Definitions | None" = None
) -> Iterator[tuple[int, str, str]]:
    """The words that may stand at the end of a line: how much of it they replace, and a meaning."""
    words = before.split()
    last = "" if before[-1:].isspace() or not words else words.pop()
    command = words[0] if words and words[0] in COMMANDS else EXPRESSION
    for length, word, meaning in _following(command, words, last, definitions):
        if word != last[len(last) - length :]:
            yield length, word, meaning


def _following(
    command: str, words: list[str], last: str, definitions: "Definitions | None"
) -> Iterator[tuple[int, str, str]]:
    if words and (choices := values_of(command, words[-1])):
        yield from _those(last, ((choice, "") for choice in choices))
        return
    if last[:1] == "-" and last[:2] in ("-", "--"):
        yield from _those(last, options_of(command))
        return
    own: dict[str, str] = {}
    if definitions is not None:
        from slopecli.cli.session import OWN_WORDS

        own = {name: entry.text for name, entry in definitions.entries.items()}
        if words[:1] == ["clear"]:
            yield from _those(last, own.items())
            return
        if not words:
            yield from _those(last, [(word, tell(told)) for word, told in OWN_WORDS.items()])
    if not words or words[0] == "help":
        yield from _those(last, commands())
    found = _NAME.search(last)
    if found or words[:1] in (["help"], ["functions"]):
        fragment = found[0] if found else ""
        yield from _those(fragment, own.items())
        if len(fragment) >= _LETTERS or words[:1] in (["help"], ["functions"]):
            yield from _those(fragment, names_in_formulas())


def _those(begun: str, words: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """The words that begin so."""
    for word, meaning in words:
        if word.startswith(begun):
            yield len(begun), word, meaning
