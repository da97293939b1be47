"""Lines from a terminal: with history, completion and a cursor that knows how wide 导 is.

prompt_toolkit does the editing, the same on every system; nothing else loads it. A terminal that
obeys no commands (TERM=dumb) gets a plain prompt, which is what a screen reader likes best.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial

import click

from slopecli.cli.completion import completions
from slopecli.cli.history import History, place
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document

    from slopecli.cli.session import Session

    Read = Callable[[], "str | None"]


def lines_of(session: "Session", prompt: str) -> "Read":
    """What gives one line after another, and None at their end."""
    ask: Callable[[], str]
    ask = partial(input, prompt)
    if sys.platform == "win32" or os.environ.get("TERM", "dumb") not in ("dumb", "unknown", ""):
        with contextlib.suppress(Exception):  # such as the consoles of Windows that are none
            ask = _editor(session, prompt)

    def read() -> str | None:
        try:
            return ask()
        except EOFError:  # Ctrl-D
            click.echo()
            return None
        except KeyboardInterrupt:  # Ctrl-C leaves the line, not the session
            click.echo(tell("quit or Ctrl-D leaves"), err=True)
            return ""

    return read


def _editor(session: "Session", prompt: str) -> Callable[[], str]:
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # nothing is asked of the terminal
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.history import History as Lines

    kept = History(place())

    class Typed(Lines):
        """prompt_toolkit asks for the newest line first."""

        def load_history_strings(self) -> Iterable[str]:
            return reversed(kept.lines())

        def store_string(self, string: str) -> None:
            kept.add(string)

    class Words(Completer):
        """What may follow, with what it means."""

        def get_completions(
            self, document: "Document", complete_event: "CompleteEvent"
        ) -> "Iterable[Completion]":
            before = document.text_before_cursor
            for length, word, meaning in completions(before, session.definitions):
                yield Completion(word, start_position=-length, display_meta=meaning)

    editor: PromptSession[str] = PromptSession(
        prompt, history=Typed(), completer=Words(), complete_while_typing=False
    )
    return editor.prompt
