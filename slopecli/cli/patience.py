"""How long one answer may take: after so many seconds of work it ends with a sentence.

Counted are the seconds that this process works, not those that it waits for a disk, for a person or
for others on the same machine. The watch is a thread: a signal would do on Unix alone.
"""

from contextlib import suppress
from threading import Event, Lock, Thread, get_ident
from time import process_time

from click import BadParameter, get_current_context

from slopecli.calculus.deadline import Interruption, interrupt, start
from slopecli.errors import LimitError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Self

SECONDS = 2.0
WATCH = "slopecli.watch"  # where a command keeps its watch
_DAY = 86_400
_INSISTING = 0.5  # seconds after which work that has not ended is told again
_INSISTED = 20  # times; work that hears nothing then is no work of ours
_PAUSE = 0.05  # the shortest time between two looks at the clock


def seconds_for(asked: float | None, patient: bool = False, usual: float = SECONDS) -> float | None:
    """The time for an answer; patient commands have no limit unless one is asked for."""
    if asked is None:
        return None if patient else usual
    if not 0 < asked <= _DAY:  # neither is nan
        raise BadParameter(tell("--timeout is a number of seconds, above 0 and at most a day."))
    return asked


class TooLongError(Interruption):
    """Ends an answer whose time is over."""


class Watch:
    """A `with` block that may work for so many seconds; without a number, for ever.

    Raises LimitError where it takes longer, at the next step of Python.
    """

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self._lock = Lock()
        self._over = Event()
        self._rung = False
        self._worker = 0
        self._end = 0.0

    def again(self) -> None:
        """Count from here on: a part of the answer is done."""
        if self.seconds is not None:
            self._end = process_time() + self.seconds

    def __enter__(self) -> "Self":
        if self.seconds is not None:
            self.again()
            self._worker = get_ident()
            try:
                start(Thread(target=self._look, daemon=True))
            except TooLongError:  # over before it began
                self._stop()
                raise self._late() from None
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.seconds is None:
            return
        self._stop()
        # Some libraries turn what is raised inside them into an error of their own
        failed = kind is not None and issubclass(kind, Exception)
        if kind is TooLongError or (self._rung and failed):
            raise self._late() from None

    def _stop(self) -> None:
        """Nothing is raised from here on; what is raised until then comes too late."""
        while not self._over.is_set():
            with suppress(TooLongError), self._lock:
                self._over.set()
        if self._rung:
            interrupt(self._worker, None)

    def _late(self) -> LimitError:
        return LimitError(
            tell(
                "This takes longer than {seconds} s, the limit for one answer.",
                seconds=f"{self.seconds:g}",
            ),
            advice=tell("Try something smaller, or give it more time, as in --timeout 60."),
        )

    def _look(self) -> None:
        while (left := self._end - process_time()) > 0:
            if self._over.wait(max(left, _PAUSE)):
                return
        for _ in range(_INSISTED):  # what is raised in a callback of a weak reference is dropped
            with self._lock:
                if self._over.is_set():
                    return
                self._rung = True
                interrupt(self._worker, TooLongError)
            self._over.wait(_INSISTING)


def a_part_is_done() -> None:
    """Let the time count from here, where an answer comes in parts: the lines of a table."""
    watch = _watch()
    if watch is not None:
        watch.again()


def search_seconds(parts: int = 1) -> float | None:
    """How long each part of an answer may search, so that what it found can still be told."""
    watch = _watch()
    return None if watch is None or watch.seconds is None else watch.seconds / (2 * parts)


def _watch() -> Watch | None:
    """The watch over the command at work."""
    context = get_current_context(silent=True)
    return context.meta.get(WATCH) if context else None
