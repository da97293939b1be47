"""A picture in words."""

import pytest

from slopecli.answers.interval import Interval, place
from slopecli.answers.pictures.describe import describe
from slopecli.answers.pictures.plot import picture
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("x^3 - 3x", ["rises from: -5 to -1, 1 to 5", "falls from: -1 to 1"]),
        ("x^3 - 3x", ["maximum at: (-1, 2)", "minimum at: (1, -2)", "inflection at: (0, 0)"]),
        ("1/x", ["falls from: -5 to 0, 0 to 5"]),
        ("1/x", ["pole at: x = 0 (left: towards minus infinity, right: towards infinity)"]),
        ("|x|", ["minimum at: (0, 0)", "corner at: (0, 0)"]),
        ("sin(x)/x", ["hole at: (0, 1)"]),
        ("sqrt(x)", ["no values between: -5 and 0", "ends at: (0, 0)"]),
        ("if(x < 1, x^2, 3)", ["jump at: x = 1 (from 1 to 3)"]),
        ("3", ["is constant from: -5 to 5"]),
        ("x/2", ["at the left end, x = -5: -2.5", "at the right end, x = 5: 2.5"]),
        ("floor(1000x)", ["In some places too much happens to be told apart."]),
    ],
)
def test_what_is_to_be_seen_is_said(source, sentences):
    interval = Interval(place(Ratio(-5)), place(Ratio(5)))
    said = [line.strip() for line in describe(picture([parse(source)], "x", interval))]
    assert [each for each in sentences if each not in said] == []
