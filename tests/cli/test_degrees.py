"""--degrees means the same wherever an angle stands: formula, value of a letter, point, range."""

import shlex

import pytest
from tables import table


@pytest.mark.parametrize(("typed", "printed"), table("degrees.txt"))
def test_every_angle_is_in_degrees(typed, printed, slope):
    done = slope(*shlex.split(typed), "--degrees")
    told = " ".join(done.out.split())
    assert (told if told == printed else told[: len(printed) + 1].rstrip(" ,")) == printed
    assert done.status == 0
