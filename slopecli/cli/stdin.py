"""Expressions from standard input, one a line."""

import sys
from collections.abc import Callable

import click

from slopecli.cli.patience import WATCH, Watch
from slopecli.errors import LimitError, SlopeError, UnusableError
from slopecli.language.tokens import CHARACTERS as LONGEST
from slopecli.wording import tell

UNREADABLE = 10  # after so many lines that cannot be used, the rest is not tried


def each_line(answer: Callable[[str], int]) -> int:
    """Answer each line of stdin; a line that cannot be used is reported and does not stop the rest.

    Returns 2 if some line could not be used, else the highest status of the answers. Raises
    UnusableError where there is no line at all, LimitError after ten lines that cannot be used and
    at a line that is too long.
    """
    from slopecli.language.picture import picture

    seconds = click.get_current_context().meta[WATCH].seconds
    status, asked, unusable = 0, 0, 0
    if sys.stdin is not None:
        number = 0
        while line := sys.stdin.readline(LONGEST + 2):
            number += 1
            if len(line.rstrip("\r\n")) > LONGEST:  # it may never end, and its rest is no formula
                raise LimitError(
                    tell(
                        "line {number} has more than {most} characters, the limit for one input.",
                        number=number,
                        most=f"{LONGEST:,}",
                    )
                )
            if not line.strip():
                continue
            asked += 1
            try:
                with Watch(seconds):
                    status = max(status, answer(line.strip("\r\n")))
            except SlopeError as error:
                unusable += 1
                click.echo(
                    tell("Error in line {line}: {message}", line=number, message=picture(error)),
                    err=True,
                )
                if unusable == UNREADABLE:
                    raise LimitError(
                        tell(
                            "{count} lines could not be used; the rest is left out.",
                            count=UNREADABLE,
                        )
                    ) from None
    if not asked:
        raise UnusableError(
            tell("there was no expression on standard input."),
            advice=tell("Write one on each line."),
        )
    return SlopeError.exit_code if unusable else status
