"""An answer within a time, or none: for work that may take for ever.

The work is done in a thread of its own, which is told to stop when time is up. (A signal would do
only in the main thread of a Unix process.)
"""

from _thread import allocate_lock

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Thread
    from typing import Any, TypeVar

    T = TypeVar("T")

_STACK = 64 * 1024 * 1024  # for those who recurse: macOS gives threads little

# A thread that is being started still goes by the name of the one that starts it: what is raised in
# that one would end the new thread before it is there, and the other waits for it for ever.
_STARTING = allocate_lock()


class Interruption(BaseException):
    """Raised inside work whose time is over; no `except Exception` in its way can catch it."""


def start(thread: "Thread") -> None:
    """Start a thread where the one at work may be interrupted."""
    with _STARTING:
        thread.start()


def interrupt(thread: int, error: type[BaseException] | None) -> None:
    """Raise this at a thread's next step of Python; None takes back what was not raised yet.

    What Python drops, in a callback of its own, it prints. From here on it is silent about an
    Interruption: that is raised again, or nobody waits for it any more.
    """
    import sys
    import threading
    from ctypes import c_ulong, py_object, pythonapi

    if type(sys.unraisablehook) is not _Hushed:
        sys.unraisablehook = _Hushed(sys.unraisablehook)
    if type(threading.excepthook) is not _Hushed:
        threading.excepthook = _Hushed(threading.excepthook)
    raised = None if error is None else py_object(error)
    with _STARTING:
        pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), raised)


class _Hushed:
    """A hook that prints errors which could not be passed on, but no Interruption."""

    def __init__(self, told: "Callable[[Any], Any]") -> None:
        self._told = told

    def __call__(self, dropped: "Any") -> None:
        if not issubclass(dropped.exc_type, Interruption):
            self._told(dropped)


class _LateError(Interruption):
    """Tells a worker that nobody waits for its answer."""


class Worker:
    """A thread that does one piece of work after the other; a new one where it had to be stopped.

    Use it in a `with` block.
    """

    def __init__(self) -> None:
        self._thread: Any = None
        self._work: Any = None
        self._answers: Any = None

    def before(self, seconds: float, ask: "Callable[[], T]") -> "T":
        """What the work gives; its own errors pass. Raises TimeoutError where it takes longer."""
        from queue import Empty

        if self._thread is None or not self._thread.is_alive():
            self._start()
        self._work.put(ask)
        try:
            answer, error = self._answers.get(timeout=seconds)
        except Empty:
            self._stop()
            raise TimeoutError from None
        if error is not None:
            raise error
        found: T = answer
        return found

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._work.put(None)
            self._thread = None

    def _start(self) -> None:
        import threading
        from queue import SimpleQueue

        self._work, self._answers = SimpleQueue(), SimpleQueue()
        old = threading.stack_size(_STACK)
        try:
            queues = (self._work, self._answers)
            self._thread = threading.Thread(target=_work_on, args=queues, daemon=True)
            start(self._thread)
        finally:
            threading.stack_size(old)

    def _stop(self) -> None:
        """Leave the thread behind; it ends at its next step of Python."""
        thread, self._thread = self._thread, None
        for _ in range(20):
            interrupt(thread.ident or 0, _LateError)
            thread.join(0.05)
            if not thread.is_alive():
                break


def _work_on(work: "Any", answers: "Any") -> None:
    try:
        while (ask := work.get()) is not None:
            try:
                answers.put((ask(), None))
            except Exception as error:
                answers.put((None, error))
    except _LateError:
        pass


def before(seconds: float, ask: "Callable[[], T]") -> "T":
    """One piece of work. Raises TimeoutError where it takes longer."""
    with Worker() as worker:
        return worker.before(seconds, ask)
