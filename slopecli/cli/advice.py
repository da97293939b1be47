"""What to type instead, after an error; loaded only then."""

from difflib import get_close_matches

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.errors import SlopeError, UnreadableError
from slopecli.wording import tell


def advised(error: SlopeError, words: list[str]) -> SlopeError:
    """The error, with the command that may have been meant where its first word was unreadable."""
    if isinstance(error, UnreadableError) and words and words[0] == error.source:
        near = near_command(words[0])
        if near:
            error.advice = tell("Did you mean the command `slope {name}`?", name=near)
    return error


def near_command(word: str) -> str | None:
    """The command that nearly has this name."""
    known = [name for name in COMMANDS if name != EXPRESSION]
    near = get_close_matches(word.lower(), known, 1, cutoff=0.7) if word.isalpha() else []
    return near[0] if near else None


def where_to_look(error: click.ClickException, words: list[str]) -> str:
    """The help to ask for, after an error in the words of a command."""
    context = getattr(error, "ctx", None)
    name = context.info_name if context is not None else None
    if name in COMMANDS and name != EXPRESSION:
        return tell("Type `slope {name} --help` for its options.", name=name)
    return tell("Type `slope --help` for examples, `slope x --help` for the options.")
