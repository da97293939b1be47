"""Told to end by another program: leave nothing half done behind.

Ctrl-C raises KeyboardInterrupt by itself; a request to end (SIGTERM, or the window was closed)
kills a process on the spot, with its files half written and its helpers still at work.
"""

import signal

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_REQUESTS = ("SIGTERM", "SIGHUP")
_BY_SIGNAL = 128  # and the number of the signal: the exit status, as shells count


class EndTidily:
    """A `with` block that is left like any other when the process is told to end."""

    def __enter__(self) -> None:
        self._before: dict[int, Any] = {}
        for name in _REQUESTS:
            number = getattr(signal, name, None)  # Windows has but one of them
            if number is not None:
                try:
                    self._before[number] = signal.signal(number, _leave)
                except ValueError:  # only the main thread may ask
                    return

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)


def _leave(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_DFL)  # the second time, at once
    raise SystemExit(_BY_SIGNAL + number)
