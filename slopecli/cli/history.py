"""The lines that a person typed in earlier sessions, in a file that nobody else may read."""

import os
import sys
from collections.abc import Mapping

MOST = 1000  # lines that are kept


def place(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Where the history is: by the custom of the system; None where it names no home."""
    if platform == "win32":
        home = environ.get("LOCALAPPDATA")
    else:
        home = environ.get("XDG_STATE_HOME")
        if not home or not os.path.isabs(home):
            user = environ.get("HOME")
            home = os.path.join(user, ".local", "state") if user else None
    return os.path.join(home, "slope", "history") if home else None


class History:
    """Lines from the oldest to the newest. Where the file cannot be used, there is none."""

    def __init__(self, path: str | None) -> None:
        self.path = path

    def lines(self) -> list[str]:
        """What was typed before; a file that has grown long is cut to its newest lines."""
        if self.path is None:
            return []
        try:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                found = file.read().splitlines()
            if len(found) > 2 * MOST:
                self._write("".join([line + "\n" for line in found[-MOST:]]), os.O_TRUNC)
        except OSError:
            return []
        return found[-MOST:]

    def add(self, line: str) -> None:
        """Keep one line."""
        if self.path is None or not line.strip():
            return
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            self._write(" ".join(line.split()) + "\n", os.O_APPEND)
        except OSError:
            self.path = None  # a read-only home: nothing to say about it, and nothing to retry

    def _write(self, text: str, how: int) -> None:
        assert self.path is not None
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | how, 0o600)
        with open(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
