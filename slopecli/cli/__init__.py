"""The command line: reads options, calls one answer, prints one rendering."""

import _signal  # type: ignore[import-not-found]  # what `signal` wraps: it costs nothing
import _thread
import os
import sys

import click

from slopecli.cli.commands import Slope
from slopecli.cli.patience import TooLongError
from slopecli.errors import SlopeError

INTERRUPTED = 130
READER_GONE = 141

slope = Slope(name="slope")


def main(argv: list[str] | None = None) -> None:
    """Run `slope` and leave with its exit status; never shows a traceback for what a user did."""
    sys.unraisablehook = _insist
    status = run(argv)
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # all is said: no noise while Python ends
    sys.exit(status)


def _insist(dropped: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised while it collects garbage: Ctrl-C is raised again, quietly."""
    if isinstance(dropped.exc_value, KeyboardInterrupt):
        _thread.interrupt_main()
    elif not isinstance(dropped.exc_value, TooLongError):
        sys.__unraisablehook__(dropped)


def run(argv: list[str] | None = None) -> int:
    """Run `slope` and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack our letters
    try:
        status = _answered(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        _discard_output()
        return READER_GONE
    except OSError as error:  # everything that reads or writes files has told its own errors
        _complain(f"cannot write the answer: {error.strerror}.")
        _discard_output()
        return SlopeError.exit_code
    except KeyboardInterrupt:
        _complain("interrupted.")
        return INTERRUPTED
    except MemoryError:
        _complain("there is not enough memory for this.")
        return SlopeError.exit_code
    except TooLongError:  # its watch had just ended
        _complain("this takes longer than the limit for one answer; --timeout gives it more.")
        return SlopeError.exit_code


def _answered(argv: list[str] | None) -> int:
    try:
        result = slope.main(argv, prog_name="slope", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except SlopeError as error:
        from slopecli.cli.advice import advised
        from slopecli.language.picture import picture

        _complain(picture(advised(error, sys.argv[1:] if argv is None else argv)))
        return error.exit_code
    except click.ClickException as error:
        from slopecli.cli.advice import where_to_look

        _complain(f"{error.format_message()}\n{where_to_look(error)}")
        return SlopeError.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        _complain("interrupted.")
        return INTERRUPTED


def _complain(message: str) -> None:
    click.echo(f"Error: {message}", err=True)


def _discard_output() -> None:
    """Nothing more can be written: keep the interpreter from trying again, loudly, at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
