"""How an answer ends: with a status, or with a sentence on stderr about what went wrong."""

import contextlib
import os
import sys

import click

from slopecli.cli.options import shown
from slopecli.errors import SlopeError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


_MARGIN = 8  # columns beside a formula that is shown: two blanks, and dots at both ends


def outcome(work: "Callable[[], object]", words: list[str]) -> int:
    """Do the work and return its status; what a person can mend is told, `words` being typed."""
    try:
        result = work()
        return result if isinstance(result, int) else 0
    except SlopeError as error:
        from slopecli.cli.advice import advised
        from slopecli.cli.screen import size
        from slopecli.language.picture import WIDTH, picture

        complain(picture(advised(error, words), min(WIDTH, size()[0] - _MARGIN)))
        return error.exit_code
    except click.ClickException as error:
        from slopecli.cli.advice import where_to_look

        complain(f"{error.format_message()}\n{where_to_look(error, words)}")
        return SlopeError.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code


def complain(message: str) -> None:
    """Tell an error, on stderr."""
    try:
        click.echo(tell("Error: {message}", message=shown(message)), err=True)
    except OSError:  # nobody listens; the exit status still tells
        discard(sys.stderr)


def own_mistake(error: Exception) -> int:
    """What a bug looks like to those who cannot mend it; SLOPE_DEBUG shows it to those who can."""
    if os.environ.get("SLOPE_DEBUG"):
        raise error
    if _lacks_memory(error):
        complain(tell("there is not enough memory for this."))
        return SlopeError.exit_code
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    where = tell("an unknown place")
    if code is not None:
        where = f"{os.path.basename(code.co_filename)}, {code.co_name}"
    complain(
        tell(
            "slope has a mistake of its own: {error} in {where}.\n"
            "It is not your fault. Please report it, with what you typed.",
            error=type(error).__name__,
            where=where,
        )
    )
    return SlopeError.exit_code


_LACKING = ("can't start new thread", "failed to map", "annot allocate memory")


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether this comes of a library, a thread or an array for which the system had no room."""
    while error is not None:
        if isinstance(error, MemoryError) or any(words in str(error) for words in _LACKING):
            return True
        error = error.__cause__ or error.__context__
    return False


def discard(stream: "TextIO | None") -> None:
    """Nothing more can be written: keep the interpreter from trying again, loudly, at exit."""
    if stream is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
