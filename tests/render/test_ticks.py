"""Marks on an axis."""

import pytest

from slopecli.render.ticks import ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (-1.1, 1.1, 5, "-1 -0.5 0 0.5 1"),
        (0, 10, 6, "0 2 4 6 8 10"),
        (-7, 7, 8, "-6 -4 -2 0 2 4 6"),
        (0.001, 0.0032, 5, "0.001 0.0015 0.002 0.0025 0.003"),
        (0, 2e6, 5, "0 5e5 1e6 1.5e6 2e6"),
        (-2e-7, 2e-7, 4, "-2e-7 -1e-7 0 1e-7 2e-7"),
        (0, 3e300, 4, "0 1e300 2e300 3e300"),
    ],
)
def test_labels_are_round_numbers(low, high, most, labels):
    shown = [label for _, label in ticks(low, high, most)]
    assert shown == labels.split()


def test_a_range_of_multiples_of_pi_is_marked_so():
    from math import pi

    shown = [label for _, label in ticks(-2 * pi, 2 * pi, 9, in_pi=True)]
    assert shown == "-2π -3π/2 -π -π/2 0 π/2 π 3π/2 2π".split()


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 1), (0, float("inf"))])
def test_no_height_has_no_marks(low, high):
    assert ticks(low, high, 5) == []
