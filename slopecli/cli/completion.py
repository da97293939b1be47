"""Which words may follow: commands, options, what an option takes, names inside a formula."""

import re
from collections.abc import Iterable, Iterator

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION, HELP, Expressions, command_named
from slopecli.language.functions import ROWS, SPELLINGS
from slopecli.wording import LANGUAGES, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.session.definitions import Definitions

    Meanings = Iterable[tuple[str, str]]
    # how much of the word is replaced, by what, what it means, and whether the word ends there
    Followers = Iterator[tuple[int, str, str, bool]]

_NAME = re.compile(r"[^\W\d_]\w*$")
_LETTERS = 2  # of a name that may be completed; one letter may be a variable
_NAMED_BY = ("functions", "help")  # what follows these is a name, and no formula
_FILES = {"grade": 0, "fit": 1}  # after so many words that are no options comes a file


def following(
    words: list[str], last: str, definitions: "Definitions | None" = None
) -> "Followers | None":
    """What may stand in the place of `last`, the word that is begun; None for the name of a file.

    `words` are those before it. With `definitions` the line is one of a session.
    """
    named = words[0] if words and words[0] in COMMANDS and words[0] != EXPRESSION else ""
    command = named or EXPRESSION
    options = _options(command)
    before = options.get(words[-1]) if words else None
    if before is not None and not before.is_flag:
        if isinstance(before.type, click.Choice):
            return _those(last, [(str(choice), "") for choice in before.type.choices], True)
        if words[-1] == "--lang":
            return _those(last, [(language, "") for language in LANGUAGES], True)
        if "FILE" in (before.metavar or "") or ".csv" in (before.metavar or ""):
            return None
    if last[:2] == "--" or last == "-":
        told = [(name, tell(option.help or "")) for name, option in options.items()]
        return _those(last, [each for each in told if each[0][:2] == "--"], True)
    if named in _FILES and len([word for word in words[1:] if word[:1] != "-"]) >= _FILES[named]:
        return None
    return _names(words, last, definitions)


def _names(words: list[str], last: str, definitions: "Definitions | None") -> "Followers":
    own: dict[str, str] = {}
    if definitions is not None:
        from slopecli.cli.session import OWN_WORDS

        own = {name: entry.text for name, entry in definitions.entries.items()}
        if words[:1] == ["clear"]:
            yield from _those(last, own.items(), True)
            return
        if not words:
            yield from _those(last, [(word, tell(told)) for word, told in OWN_WORDS.items()], True)
    if not words or words == ["help"]:
        told = [(name, tell(does)) for name, does in COMMANDS.items() if name != EXPRESSION]
        yield from _those(last, told, True)
    alone = words[:1] and words[0] in _NAMED_BY
    found = _NAME.search(last)
    fragment = found[0] if found else ""
    if fragment or alone:
        yield from _those(fragment, own.items(), bool(alone))
    if len(fragment) >= _LETTERS or alone:
        yield from _those(fragment, _functions(), bool(alone))


def _functions() -> "Meanings":
    """The functions and constants that a person types by letters, with what they are."""
    for spelling, name in SPELLINGS.items():
        if len(spelling) >= _LETTERS and spelling.isalnum() and not ROWS[name].is_operator:
            yield spelling, tell(ROWS[name].title)


def _options(name: str) -> dict[str, click.Option]:
    """The options of a command by each of their names."""
    command = command_named(name)
    if isinstance(command, Expressions):
        return {**command.declared(), "--help": HELP}
    listed = command.get_params(click.Context(command))
    return {
        name: option
        for option in listed
        if isinstance(option, click.Option)
        for name in option.opts
    }


def _those(begun: str, words: "Meanings", ends: bool) -> "Followers":
    """The words that begin so; what is there already, only where it could still become longer."""
    found = [each for each in words if each[0].startswith(begun)]
    if [word for word, _ in found] == [begun]:
        return
    for word, meaning in found:
        yield len(begun), word, meaning, ends


def completions(before: str, definitions: "Definitions") -> Iterator[tuple[int, str, str]]:
    """What may follow in a line of a session: how much of it is replaced, by what, a meaning."""
    words = before.split()
    last = "" if before[-1:].isspace() or not words else words.pop()
    for length, word, meaning, _ in following(words, last, definitions) or ():
        yield length, word, meaning
