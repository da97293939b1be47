"""Curves that are no function: slopes, statuses, lines, against what a textbook says."""

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import table

from slopecli.answers.curves.coordinates import split
from slopecli.answers.curves.curve_question import ask_curve
from slopecli.answers.curves.through import through
from slopecli.errors import UnusableError


def found(source, at, order=1):
    question = ask_curve(source, at=[at])
    return through(question, question.points[0]).slope_here(order)


@pytest.mark.parametrize(("source", "at", "order", "printed"), table("curves.txt"))
def test_the_slope_of_a_curve(source, at, order, printed):
    slope = found(source, at, int(order))
    assert " ".join([slope.text, *slope.slopes]) == printed


def test_every_status_but_ok_has_its_words():
    words = {"undefined": "undefined", "unknown": "cannot decide"}
    for row in table("curves.txt"):
        source, at, order, _ = row.values
        slope = found(source, at, int(order))
        assert (slope.message is None) == (slope.status == "ok")
        if slope.status != "ok":
            assert words.get(slope.status, "no slope") in slope.message


@pytest.mark.parametrize(
    ("curve", "at", "miss"),
    [
        ("x^2 + y^2 = 25", "x=3,y=4.1", "0.81"),
        ("x^2 + y^2 = 25", "x=0,y=0", "25"),
        ("x^2 + y^2 = 25", "x=sqrt(2),y=sqrt(23)+1e-30", "9.59166e-30"),
        ("y = x", "x=-pi,y=pi/2", "4.71239"),
    ],
)
def test_a_point_beside_the_curve_says_by_how_much_it_misses(curve, at, miss):
    with pytest.raises(UnusableError, match=f"is not on the curve: .* It misses by {miss}"):
        found(curve, at)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 4))
def test_the_circle_has_the_slopes_of_its_upper_half(a, b, order):
    radius = mpmath.mpf(a * a + b * b)
    with mpmath.workdps(40):
        right = mpmath.diff(lambda x: mpmath.sqrt(radius - x * x), a, order)
        slope = found(f"x^2 + y^2 = {a * a + b * b}", f"x={a},y={b}", order)
        assert abs(mpmath.mpf(slope.text) - right) <= abs(right) * mpmath.mpf(10) ** -14


@given(st.integers(-20, 20), st.integers(1, 3))
def test_a_curve_traced_by_its_own_x_has_the_slopes_of_the_function(t, order):
    slope = found("(t + 1, t^4 - 2t)", f"t={t}/7", order)
    right = mpmath.diff(lambda x: (x - 1) ** 4 - 2 * (x - 1), mpmath.mpf(t) / 7 + 1, order)
    assert float(slope.text) == pytest.approx(float(right), abs=1e-9)


def test_a_point_is_split_at_commas_outside_brackets():
    assert split("x=1, y=log(8, 2)") == ["x=1", "y=log(8, 2)"]
    assert split("(x=1; y=2)") == ["x=1", "y=2"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["x^2 + y^2 = 25"], "dy/dx = -x/y"),
        (["x^2 + y^2 = 25", "-x", "y"], "dx/dy = -y/x"),
        (["x^2 + y^2 = r^2", "--let", "r=5", "--at", "x=3,y=4"], "-0.75"),
        (["(cos t, sin t)", "--order", "2"], "d^2y/dx^2 = -1/sin(t)^3"),
        (["(cos t, sin t)", "--at", "t=pi/3", "--exact"], "-sqrt(3)/3"),
        (["x^2 + y^2 = 25", "--at", "x=3,y=4", "--tangent"], "y = -3x/4 + 25/4"),
        (["x^2 + y^2 = 25", "--at", "x=3,y=4", "--normal"], "y = 4x/3"),
        (["x^2 + y^2 = 25", "--at", "x=5,y=0", "--tangent"], "x = 5"),
        (["r = 1 + cos(θ)", "--at", "pi/2", "--tangent"], "y = x + 1"),
        (["x^2", "--at", "1", "--tangent"], "y = 2x - 1"),
        (["x^2", "--at", "0", "--normal"], "x = 0"),
        (["sin x", "--at", "pi/3", "--tangent", "--exact"], "y = x/2 + sqrt(3)/2 - pi/6"),
        (["x^(1/3)", "--at", "0", "--tangent"], "x = 0"),
        (["x|x|", "--at", "0", "--tangent"], "y = 0"),
        (["x^2 + y^2 = 25", "--solve", "y", "--at", "x=3"], "y = -4: 0.75\ny = 4: -0.75"),
        (["y = x^2", "--solve", "x", "--at", "y=4"], "x = -2: -4\nx = 2: 4"),
        (
            ["y^5 + y = x", "--solve", "y", "--at", "x=1"],
            "y = 0.754877666246693: 0.381157147832685",
        ),
        (["x^2 y + y^3"], "df/dx = 2x y\ndf/dy = x^2 + 3y^2"),
        (["a x^2"], "2a x"),
        (["x^2 y + y^3", "--at", "x=1,y=2"], "(4, 13)"),
        (["x^2 y + y^3", "--at", "x=1,y=2", "-x", "y"], "13"),
        (["x^2 y + y^3", "--at", "x=1,y=2", "--order", "2"], "[[4, 2], [2, 12]]"),
        (["x^2 y + y^3", "--at", "x=1,y=2", "--direction", "3,4"], "12.8"),
        (["sin x", "--taylor", "5"], "x - x^3/6 + x^5/120"),
        (["e^x", "--taylor", "2", "--at", "1", "--exact"], "e + e(x - 1) + e(x - 1)^2/2"),
        (["sinc x", "--taylor", "4"], "1 - x^2/6 + x^4/120"),
        (["y = x^2", "--at", "3"], "6"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_the_command_prints(slope, words, printed):
    run = slope(*words)
    assert (run.out.strip(), run.status, run.err) == (printed, 0, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x^2 + y^2 = 25", "--at", "x=3"], "does not say where y is"),
        (["x^2 + y^2 = 25", "--at", "3"], "does not say where y is"),
        (["x^2 + y^2 = 25", "--at", "3,4"], "must say which letter is 3"),
        (["x^2 + y^2 = 25", "--at", "x=3 y=4"], "a comma is missing"),
        (["x^2 + y^2 = 25", "--at", "x=3,z=4"], "there is no z"),
        (["z^2 = x + y", "--at", "x=1,y=2"], "has 3 letters"),
        (["x^2", "--solve", "y", "--at", "1"], "--solve is for equations"),
        (["x^2", "--tangent"], "needs a point"),
        (["x^2 y", "--at", "x=1,y=2", "--direction", "0,0"], "no length"),
        (["x^2 y", "--at", "x=1,y=2", "--direction", "1"], "has 1 parts"),
        (["x^2 y", "--at", "x=1,y=2", "--order", "3"], "the orders 1 and 2"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_used_is_told(slope, words, said):
    run = slope(*words)
    assert run.status == 2
    assert said in run.err


def test_a_point_without_a_tangent_says_why(slope):
    run = slope("|x|", "--at", "0", "--tangent")
    assert (run.out, run.status) == ("corner\n", 1)
    assert "has a corner there" in run.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x/y", "--at", "x=1,y=0"], "x/y divides by y, which is 0 at (x, y) = (1, 0)"),
        (["1/(x - y)", "--at", "x=1,y=1"], "1/(x - y) divides by x - y, which is 0 at "),
        (["ln(x)/y", "--at", "x=-1,y=0"], "ln(x) needs x > 0, but it is -1 at (x, y) = (-1, 0)"),
    ],
    ids=" ".join,
)
def test_why_there_is_no_value_is_told_once(slope, words, said):
    assert slope(*words).out == "(undefined, undefined)\n"
    assert slope(*words).err.count("undefined") == 1
    assert said in slope(*words).err
    assert slope(*words, "--json").out.count(said) == 1


def test_a_mixed_slope_beside_a_corner_is_not_guessed(slope):
    run = slope("|x| y", "--at", "x=0,y=1", "--order", "2")
    assert run.out == "[[corner, unknown], [unknown, 0]]\n"
