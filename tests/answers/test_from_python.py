"""Formulas as text, asked from Python."""

from fractions import Fraction

import pytest

import slopecli
from slopecli.errors import SlopeError

ASKED = [
    (("tanh(x)", 1.0), {}, "0.419974341614026"),
    (("x^2", "pi/2"), {}, "3.14159265358979"),
    (("x^3", 0.1), {}, "0.03"),
    (("x^2", Fraction(1, 4)), {}, "0.5"),
    (("a x^2", 3), {"let": {"a": 0.5}}, "3"),
    (("t^2 a", 3), {"variable": "t", "let": {"a": 1}}, "6"),
    (("x^3", 2), {"order": 2}, "12"),
    (("e^x", 1), {"digits": 25}, "2.718281828459045235360287"),
    (("sin(x)", 60), {"degrees": True}, "0.00872664625997165"),
]


@pytest.mark.parametrize(("asked", "options", "digits"), ASKED)
def test_slope_gives_the_digits_of_the_command_line(asked, options, digits):
    found = slopecli.slope(*asked, **options)
    assert found.slope == digits
    assert float(found) == float(digits)


def test_a_point_without_a_slope_is_no_number():
    found = slopecli.slope("|x|", 0)
    assert (found.status, found.left, found.right) == ("corner", "-1", "1")
    with pytest.raises(ValueError, match="no slope at x = 0"):
        float(found)


CHECKED = [
    (("x^2", "2x"), {}, "correct"),
    (("x^2", "3x"), {}, "wrong"),
    (("2x", "x^2 + C"), {"integral": True}, "correct"),
    (("x^2", 6), {"at": 3}, "correct"),
    (("x^2", 7.5), {"at": 3}, "wrong"),
    (("a x^2", "2a x"), {"variable": "x"}, "correct"),
    (("x^2 + y^2 = 25", "-x/y"), {}, "correct"),
    (("x^2 + y^2 = 25", 0.75), {"at": "x=3,y=4"}, "wrong"),
]


@pytest.mark.parametrize(("asked", "options", "verdict"), CHECKED)
def test_check_gives_the_verdict_of_the_command_line(asked, options, verdict):
    assert slopecli.check(*asked, **options).verdict.verdict == verdict


@pytest.mark.parametrize(
    "ask",
    [
        lambda: slopecli.slope("x +", 1),
        lambda: slopecli.slope("x", float("nan")),
        lambda: slopecli.slope("x", 1, order=101),
        lambda: slopecli.slope("x", 1, digits=0),
        lambda: slopecli.check("x", "1", at=1, integral=True),
    ],
)
def test_what_cannot_be_used_is_refused(ask):
    with pytest.raises(SlopeError):
        ask()
