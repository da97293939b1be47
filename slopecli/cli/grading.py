"""Grading many answers: in this process or several, in order, with a look at how far it is."""

import os
import sys
from collections import deque
from collections.abc import Generator, Iterator
from itertools import islice
from time import monotonic, sleep

from slopecli.answers.homework.grade import Graded, grade
from slopecli.answers.homework.homework_file import HomeworkFile
from slopecli.answers.homework.submission import Submission
from slopecli.calculus.deadline import Worker
from slopecli.errors import UnusableError
from slopecli.wording import speak, spoken, tell

_CHUNK = 16  # answers that a process takes at a time
_AHEAD = 3  # chunks that wait for each process, so that memory stays flat
_WIDTH = 30
_PAUSE = 0.1  # seconds between two looks


def in_order(
    submissions: Iterator[Submission], jobs: int, seconds: float
) -> Generator[Graded, None, None]:
    """Each submission graded, in the order in which they came."""
    if jobs == 1:
        with Worker() as worker:
            for submission in submissions:
                yield grade(submission, worker, seconds)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[Graded]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_serve, initargs=(os.getpid(), spoken()))
    done = False
    try:
        while True:
            while len(waiting) < jobs * _AHEAD:
                chunk = list(islice(submissions, _CHUNK))
                if not chunk:
                    break
                waiting.append(pool.submit(_grade_all, chunk, seconds))
            if not waiting:
                done = True
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise UnusableError(
            tell("one of the processes that grade was ended by the system, perhaps out of memory."),
            advice=tell("Try fewer of them, as in --jobs 1."),
        ) from None
    finally:
        if not done:
            _dismiss()  # first, so that nothing waits for what they are at
        # waited for where all is done: Python's end could meet the pool's own, and both complain
        pool.shutdown(wait=done, cancel_futures=True)


def _grade_all(chunk: list[Submission], seconds: float) -> list[Graded]:
    with Worker() as worker:
        return [grade(submission, worker, seconds) for submission in chunk]


def _dismiss() -> None:
    """Nobody waits for the helpers' answers any more."""
    from multiprocessing import active_children

    for child in active_children():
        child.terminate()


def _serve(parent: int, language: str) -> None:
    """A helper lives as long as the process that prints, to which alone Ctrl-C belongs."""
    import signal
    from threading import Thread

    speak(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        Thread(target=_end_with, args=(parent,), daemon=True).start()
    except RuntimeError:  # no memory for a thread: the parent says so
        os._exit(1)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)  # killed, it could not dismiss us


class Progress:
    """A bar on stderr, if that is a terminal."""

    def __init__(self, file: HomeworkFile, quiet: bool = False) -> None:
        self.file = file
        self.quiet = quiet
        self.seen = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.last = 0.0
        self.drawn = False

    def show(self, count: int) -> None:
        """Draw the bar, ten times a second at most."""
        now = monotonic()
        if not self.seen or now - self.last < _PAUSE:
            return
        self.last = now
        bar = ""
        if self.file.size:
            share = min(1.0, self.file.done / self.file.size)
            done = round(share * _WIDTH)
            bar = f"[{'#' * done}{'.' * (_WIDTH - done)}] {share:4.0%}  "
        sys.stderr.write("\r" + bar + tell("{count} answers", count=f"{count:,}"))
        sys.stderr.flush()
        self.drawn = True

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.drawn = False
