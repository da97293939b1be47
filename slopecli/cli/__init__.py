"""The command line: reads options, calls one answer, prints one rendering."""

import _signal  # type: ignore[import-not-found]  # what `signal` wraps: it costs nothing
import _thread
import contextlib
import os
import sys

import click

from slopecli.cli.commands import Slope
from slopecli.cli.options import shown
from slopecli.cli.patience import TooLongError
from slopecli.cli.spoken import choose
from slopecli.errors import SlopeError
from slopecli.wording import tell

INTERRUPTED = 130
READER_GONE = 141
COMPLETION = "_SLOPE_COMPLETE"  # a shell asks which words may follow

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import TextIO

slope = Slope(name="slope")


def main(argv: list[str] | None = None) -> None:
    """Run `slope` and leave with its exit status; never shows a traceback for what a user did."""
    sys.unraisablehook = _insist
    try:
        status = run([_decoded(word) for word in sys.argv[1:]] if argv is None else argv)
    except Exception as error:  # `run` lets them through, so that every test sees them
        status = _own_mistake(error)
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # all is said: no noise while Python ends
    sys.exit(status)


def _own_mistake(error: Exception) -> int:
    """What a bug looks like to those who cannot mend it; SLOPE_DEBUG shows it to those who can."""
    if os.environ.get("SLOPE_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    where = tell("an unknown place")
    if code is not None:
        where = f"{os.path.basename(code.co_filename)}, {code.co_name}"
    _complain(
        tell(
            "slope has a mistake of its own: {error} in {where}.\n"
            "It is not your fault. Please report it, with what you typed.",
            error=type(error).__name__,
            where=where,
        )
    )
    return SlopeError.exit_code


def _insist(dropped: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised while it collects garbage: Ctrl-C is raised again, quietly."""
    if isinstance(dropped.exc_value, KeyboardInterrupt):
        _thread.interrupt_main()
    elif not isinstance(dropped.exc_value, TooLongError):
        sys.__unraisablehook__(dropped)


def _decoded(word: str) -> str:
    """What was typed, where Python took a plain locale at its word and kept bytes apart."""
    if not any("\udc80" <= letter <= "\udcff" for letter in word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def run(argv: list[str] | None = None) -> int:
    """Run `slope` and return its exit status."""
    if sys.stdout is None:
        _answer_nowhere()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack our letters
    try:
        status = _answered(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        _discard(sys.stdout)
        return READER_GONE
    except OSError as error:  # everything that reads or writes files has told its own errors
        _complain(tell("cannot write the answer: {why}.", why=error.strerror))
        _discard(sys.stdout)
        return SlopeError.exit_code
    except KeyboardInterrupt:
        _complain(tell("interrupted."))
        return INTERRUPTED
    except MemoryError:
        _complain(tell("there is not enough memory for this."))
        return SlopeError.exit_code
    except TooLongError:  # its watch had just ended
        _complain(tell("this takes longer than the limit for one answer; --timeout gives it more."))
        return SlopeError.exit_code


def _answered(argv: list[str] | None) -> int:
    words: list[str] = []
    try:
        words = choose(sys.argv[1:] if argv is None else argv)
        if COMPLETION in os.environ:
            slope.main(words, prog_name="slope", complete_var=COMPLETION)
        # not slope.main: it ends with status 1 where the reader of our lines has gone
        with slope.make_context("slope", words) as context:
            result = slope.invoke(context)
        return result if isinstance(result, int) else 0
    except SlopeError as error:
        from slopecli.cli.advice import advised
        from slopecli.language.picture import picture

        _complain(picture(advised(error, words)))
        return error.exit_code
    except click.ClickException as error:
        from slopecli.cli.advice import where_to_look

        _complain(f"{error.format_message()}\n{where_to_look(error)}")
        return SlopeError.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code


def _complain(message: str) -> None:
    try:
        click.echo(tell("Error: {message}", message=shown(message)), err=True)
    except OSError:  # nobody listens; the exit status still tells
        _discard(sys.stderr)


def _answer_nowhere() -> None:
    """Standard output was closed before we began: an answer that is lost must not look like one.

    Its number is taken, or the next file that is opened would get it, and our lines with it.
    """
    taken = os.open(os.devnull, os.O_RDONLY)
    while taken < 2:
        taken = os.dup(taken)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open


def _discard(stream: "TextIO | None") -> None:
    """Nothing more can be written: keep the interpreter from trying again, loudly, at exit."""
    if stream is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
