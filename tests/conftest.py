"""What every test may use: the command line in this process, and hypothesis' profiles."""

import gc
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from terminal import run_slope

# The same examples at every run: whether a change is good must not hang on luck. The long profile
# looks further, at random, and what it finds becomes an `example` of its test.
settings.register_profile(
    "short",
    max_examples=60, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
settings.register_profile(
    "long", parent=settings.get_profile("short"), max_examples=3000, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


os.environ["LC_ALL"] = "C.UTF-8"  # English, whatever the one who runs the tests speaks


@pytest.fixture
def slope():
    """Run `slope` with these words; gives .out, .err, .screen and .status."""
    return run_slope


@pytest.fixture(autouse=True, scope="session")
def _time_enough():
    """Answers may take longer here than for a student: no test hangs on how fast a machine is."""
    from slopecli.cli.patience import seconds_for

    seconds_for.__defaults__ = (False, 60.0)


@pytest.fixture(autouse=True, scope="session")
def _nobody_watches_the_collector():
    """Hypothesis begins to watch the garbage collector with its first example; take that back.

    What ends an answer is raised in whatever runs, also in that watcher, where it would be lost and
    told as an error of the test that happens to run.
    """

    @given(st.none())
    def begin(_):
        pass

    begin()
    gc.callbacks.clear()
