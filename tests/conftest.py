"""What every test may use: the command line in this process, and hypothesis' profiles."""

import os

import pytest
from hypothesis import HealthCheck, settings
from terminal import run_slope

settings.register_profile(
    "short", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", parent=settings.get_profile("short"), max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


@pytest.fixture
def slope():
    """Run `slope` with these words; gives .out, .err, .screen and .status."""
    return run_slope
