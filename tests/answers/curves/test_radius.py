"""What r = ... is: a polar curve where it names an angle or is a number, else a function of t."""

import pytest

NOTES = [
    ("r=3", "dy/dx = -cos(θ)/sin(θ)", "read as: the polar curve r = 3"),
    ("r=3 --at 1", "-0.642092615934331", "read as: the polar curve r = 3"),
    ("r=3 --at θ=1", "-0.642092615934331", ""),
    (
        "r=2cos(3t) --at t=0",
        "0",
        "read as: r(t) = 2 cos(3t), a function; for a polar curve write θ for t.",
    ),
    ("y=2cos(3t) --at t=0", "0", ""),
]


@pytest.mark.parametrize(("typed", "printed", "note"), NOTES)
def test_a_radius_is_read_and_said(typed, printed, note, slope):
    done = slope(*typed.split())
    assert (done.out.strip(), done.err.strip(), done.status) == (printed, note, 0)


def test_the_angle_is_written_as_its_letter(slope):
    assert "theta" not in slope("r = sin(2theta)").out


def test_a_right_slope_of_a_circle_is_right(slope):
    assert slope("check", "r=2", "-cot(θ)").out.strip() == "correct"
    assert slope("check", "r=2", "0").out.startswith("wrong")


def test_an_equation_of_radius_and_angle_is_not_taken_for_another_slope(slope):
    done = slope("r^2 = cos(2θ)")
    assert (done.out, done.status) == ("", 2)
    assert "Solve it for r" in done.err
    assert slope("r^2 = cos(2θ)", "-x", "r").out.strip() == "dθ/dr = -r/sin(2θ)"
