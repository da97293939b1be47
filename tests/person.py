"""A person at a terminal: types into `slope` through a pty and reads what appears."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time

_OBEYED = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[()][AB012]|\x1b[=>]|\r")
LONG_ENOUGH = 60  # seconds, on a busy machine


class Person:
    """Starts `slope` alone on a terminal of its own; leaves nothing running behind."""

    def __init__(self, folder, *words: str, term: str = "xterm", **environment: str) -> None:
        self.terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        kept = {name: os.environ[name] for name in ("PATH", "COVERAGE_RUN") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "slopecli", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**kept, "LANG": "C.UTF-8", "TERM": term, **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self.seen = ""

    def __enter__(self) -> "Person":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def types(self, text: str) -> None:
        """Press keys; a line ends with Enter, which is \\r."""
        os.write(self.terminal, text.encode())

    def sees(self, text: str) -> str:
        """Wait until this appears; what appeared up to its end is then behind us."""
        end = time.monotonic() + LONG_ENOUGH
        while text not in self.seen:
            if not self._look(end):
                raise AssertionError(f"{text!r} did not appear, but: {self.seen!r}")
        before, _, self.seen = self.seen.partition(text)
        return before + text

    def presses(self, key: str, text: str) -> None:
        """Press a key until this appears.

        Python misses a Ctrl-C that comes between its prompt and the moment when it reads.
        """
        end = time.monotonic() + LONG_ENOUGH
        while text not in self.seen and time.monotonic() < end:
            self.types(key)
            soon = time.monotonic() + 1
            while text not in self.seen and time.monotonic() < soon:
                self._look(soon)
        self.sees(text)

    def ends(self) -> int:
        """Wait for the end; the exit status."""
        end = time.monotonic() + LONG_ENOUGH
        while self._look(end):
            pass
        return self.process.wait(timeout=LONG_ENOUGH)

    def _look(self, end: float) -> bool:
        ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
        new = b""
        if ready:
            with contextlib.suppress(OSError):  # the other side is closed
                new = os.read(self.terminal, 65536)
        self.seen += _OBEYED.sub("", new.decode("utf-8", "replace"))
        return bool(new)
