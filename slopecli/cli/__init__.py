"""The command line: reads options, calls one answer, prints one rendering."""

import _signal  # type: ignore[import-not-found]  # what `signal` wraps: it costs nothing
import os
import sys

from slopecli.cli.commands import Slope
from slopecli.cli.outcome import complain, discard, outcome, own_mistake
from slopecli.cli.patience import TooLongError
from slopecli.cli.spoken import choose
from slopecli.errors import SlopeError
from slopecli.wording import tell

INTERRUPTED = 130
READER_GONE = 141
COMPLETION = "_SLOPE_COMPLETE"  # a shell asks which words may follow

slope = Slope(name="slope")


def main(argv: list[str] | None = None) -> None:
    """Run `slope` and leave with its exit status; never shows a traceback for what a user did."""
    try:
        status = run([_decoded(word) for word in sys.argv[1:]] if argv is None else argv)
    except Exception as error:  # `run` lets them through, so that every test sees them
        status = own_mistake(error)
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # all is said: no noise while Python ends
    sys.exit(status)


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
        discard(sys.stdout)
        return READER_GONE
    except OSError as error:  # everything that reads or writes files has told its own errors
        from slopecli.wording.system import why

        complain(tell("cannot write the answer: {why}.", why=why(error)))
        discard(sys.stdout)
        return SlopeError.exit_code
    except KeyboardInterrupt:
        complain(tell("interrupted."))
        return INTERRUPTED
    except MemoryError:
        complain(tell("there is not enough memory for this."))
        return SlopeError.exit_code
    except TooLongError:  # its watch had just ended
        complain(tell("this takes longer than the limit for one answer; --timeout gives it more."))
        return SlopeError.exit_code


def _answered(argv: list[str] | None) -> int:
    words: list[str] = []

    def work() -> object:
        words[:] = choose(sys.argv[1:] if argv is None else argv)
        if COMPLETION in os.environ:
            from slopecli.cli.shells import completes

            if completes(os.environ[COMPLETION]):
                return 0
            slope.main(words, prog_name="slope", complete_var=COMPLETION)
        if not words and _at_a_terminal():
            from slopecli.cli.session import converse

            return converse()
        return answer(words)

    return outcome(work, words)


def answer(words: list[str]) -> object:
    """Run one command line; what is wrong with it is raised."""
    # not slope.main: it ends with status 1 where the reader of our lines has gone
    with slope.make_context("slope", words) as context:
        return slope.invoke(context)


def _at_a_terminal() -> bool:
    """Whether a person is there to talk to."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _answer_nowhere() -> None:
    """Standard output was closed before we began: an answer that is lost must not look like one.

    Its number is taken, or the next file that is opened would get it, and our lines with it.
    """
    taken = os.open(os.devnull, os.O_RDONLY)
    while taken < 2:
        taken = os.dup(taken)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
