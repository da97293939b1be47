"""Stretches of the axis: exact ends, and the points in between."""

import pytest

from slopecli.answers.interval import Interval
from slopecli.answers.slope import Point
from slopecli.errors import LimitError, UnusableError
from slopecli.language.parser import parse


def point(typed):
    return Point(typed, parse(typed))


def interval(left, right):
    return Interval(point(left), point(right))


@pytest.mark.parametrize(
    ("left", "right", "count", "places"),
    [
        ("0", "1", 11, "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1"),
        ("-1", "1", 5, "-1 -0.5 0 0.5 1"),
        ("0", "1", 4, "0 0.333333333333333 0.666666666666667 1"),
        ("-pi", "pi", 3, "-3.14159265358979 0 3.14159265358979"),
        ("0", "sqrt(2)", 3, "0 0.707106781186548 1.4142135623731"),
        ("1", "pi", 2, "1 3.14159265358979"),
        ("2", "3", 1, "2"),
    ],
)
def test_points_are_evenly_spaced_and_written_as_a_person_would(left, right, count, places):
    assert [each.text for each in interval(left, right).evenly(count)] == places.split()


@pytest.mark.parametrize(
    ("left", "right", "step", "places"),
    [
        ("0", "1", "0.25", "0 0.25 0.5 0.75 1"),
        ("0", "1", "0.4", "0 0.4 0.8"),
        ("0", "pi", "pi/2", "0 1.5707963267949 3.14159265358979"),
        ("0", "3", "sqrt(2)", "0 1.4142135623731 2.82842712474619"),
    ],
)
def test_steps_go_on_as_far_as_they_fit(left, right, step, places):
    count, found = interval(left, right).stepwise(point(step))
    found = [each.text for each in found]
    assert found == places.split()
    assert count == len(found)


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("3", "1", "goes backwards"),
        ("1", "1", "has no length"),
        ("pi/2", "2pi/4", "has no length"),
        ("sqrt(3)", "sqrt(2)", "goes backwards"),
    ],
)
def test_ends_in_the_wrong_order_are_refused(left, right, message):
    with pytest.raises(UnusableError, match=message):
        interval(left, right)


@pytest.mark.parametrize("step", ["0", "-1"])
def test_a_step_leads_forward(step):
    with pytest.raises(UnusableError, match="not a length above 0"):
        interval("0", "1").stepwise(point(step))


def test_a_step_that_makes_too_many_points_is_refused_before_they_are_made():
    with pytest.raises(LimitError, match="more than 10000000 points"):
        interval("0", "1").stepwise(point("1e-12"))
