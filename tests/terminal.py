"""The command line, run in this process."""

import contextlib
import io
import sys


class Terminal:
    """What a run of `slope` printed, and its exit status."""

    def __init__(self, out: str, err: str, screen: str, status: int) -> None:
        self.out = out
        self.err = err
        self.screen = screen
        self.status = status


class _Both(io.StringIO):
    """A stream that also writes to the screen, where output and errors meet in order."""

    def __init__(self, screen: io.StringIO) -> None:
        super().__init__()
        self.screen = screen

    def write(self, text: str) -> int:
        self.screen.write(text)
        return super().write(text)


def run_slope(*words: str, stdin: str = "") -> Terminal:
    from slopecli.cli import run
    from slopecli.wording import speak

    screen = io.StringIO()
    out, err = _Both(screen), _Both(screen)
    before, sys.stdin = sys.stdin, io.StringIO(stdin)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = run(list(words))
    finally:
        sys.stdin = before
        speak("en")  # a run may have been in Chinese
    return Terminal(out.getvalue(), err.getvalue(), screen.getvalue(), status)


PROMPT = "slope> "


def talk(block: str, before: str = "") -> str:
    """The transcript of a session as it should be: each line typed in it, and what appears.

    What was typed `before` is typed again, unseen.
    """
    from slopecli.cli.session import Leave, Session
    from slopecli.wording import speak

    screen = io.StringIO()
    session = Session()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        try:
            for text in (before, block):
                screen.seek(0)
                screen.truncate()
                for line in text.splitlines():
                    if line.startswith(PROMPT):
                        screen.write(line + "\n")
                        session.answer(line.removeprefix(PROMPT))
        except Leave:
            pass
        finally:
            speak("en")
    return screen.getvalue()
