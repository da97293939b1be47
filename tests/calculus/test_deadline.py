"""Work within a time: its answer, its own error, or that the time is over; and never a sound."""

import subprocess
import sys
from time import monotonic

import pytest

from slopecli.calculus.deadline import Worker, before


class Busy:
    """Nobody can be told of what is raised while this ends."""

    def __del__(self):
        end = monotonic() + 0.2
        while monotonic() < end:
            pass


def endless():
    Busy()
    while True:
        pass


def test_what_is_done_in_time_is_given():
    assert before(60, lambda: 6 * 7) == 42


def test_its_own_errors_pass():
    with pytest.raises(ZeroDivisionError):
        before(60, lambda: 1 // 0)


def test_work_that_takes_longer_is_ended_without_a_sound_and_the_next_is_done(capfd):
    with Worker() as worker:
        with pytest.raises(TimeoutError):
            worker.before(0.1, endless)
        assert worker.before(60, lambda: "next") == "next"
    assert capfd.readouterr() == ("", "")


ROUNDS = """
from slopecli.calculus.deadline import before
from slopecli.cli.patience import Watch
from slopecli.errors import LimitError

def work():
    while True:
        before(60, lambda: None)  # each time in a thread of its own

for round in range(150):
    try:
        with Watch(0.003 + round % 7 * 0.0005):
            work()
    except LimitError:
        pass
print("each ended")
"""


def test_a_time_that_ends_while_a_thread_is_started_does_not_end_that_thread():
    done = subprocess.run(
        [sys.executable, "-c", ROUNDS], capture_output=True, text=True, timeout=240, check=False
    )  # where it does, nobody starts, and this waits for ever
    assert (done.stdout, done.stderr) == ("each ended\n", "")
