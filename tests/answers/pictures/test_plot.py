"""What is drawn: strokes that never cross a pole, dots at the right ends, heights that show it."""

from itertools import pairwise

import pytest

from slopecli.answers.interval import Interval, place
from slopecli.answers.pictures.plot import picture
from slopecli.errors import UnusableError
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio


def drawn(source, start=-10, end=10, **how):
    interval = Interval(place(Ratio(start)), place(Ratio(end)))
    return picture([parse(source)], "x", interval, rows=80, columns=160, **how)


def curve(source, start=-10, end=10, order=0):
    return drawn(source, start, end, orders=(order,)).panels[0].curves[0]


@pytest.mark.parametrize(
    ("source", "strokes"),
    [
        ("x/2", 1),
        ("|x|", 1),
        ("x^(1/3)", 1),
        ("max(x, 1)", 1),
        ("x |x|", 1),
        ("1/x", 2),
        ("tan(x)", 7),
        ("tan(5x)", 33),
        ("floor(x)", 20),
        ("sqrt(x^2 - 1)", 2),
        ("if(x < 1, x^2, 3)", 2),
        ("sqrt(x)", 1),
    ],
)
def test_strokes_end_where_the_curve_breaks_and_only_there(source, strokes):
    assert len(curve(source).strokes) == strokes


@pytest.mark.parametrize("source", ["1/x", "tan(x)", "floor(x)", "sec(x)", "gamma(x)", "e^(1/x)"])
def test_no_stroke_crosses_a_special_place(source):
    found = drawn(source)
    breaks = [p.x for p in found.surveys[0].places if not p.continuous(0)]
    for stroke in found.panels[0].curves[0].strokes:
        left, right = stroke[0][0], stroke[-1][0]
        assert [x for x in breaks if left < x < right] == []


@pytest.mark.parametrize("source", ["sin(1/x)", "x^x", "tan(5x)", "floor(x^2)", "x^3 - x"])
def test_strokes_go_from_left_to_right(source):
    for stroke in curve(source).strokes:
        assert [x for x, _ in stroke] == sorted(x for x, _ in stroke)


@pytest.mark.parametrize(
    ("source", "order", "marks"),
    [
        ("1/x", 0, [("pole", 0, None)]),
        ("|x|", 0, [("corner", 0, 0)]),
        ("|x|", 1, [("open", 0, -1), ("open", 0, 1)]),
        ("sin(x)/x", 0, [("open", 0, 1)]),
        ("if(x < 1, x^2, 3)", 0, [("open", 1, 1), ("filled", 1, 3)]),
        ("sign(x)", 0, [("open", 0, -1), ("open", 0, 1), ("filled", 0, 0)]),
        ("sqrt(x)", 0, [("filled", 0, 0)]),
        ("sqrt(x)", 1, [("pole", 0, None)]),
        ("x ln(x)", 0, [("open", 0, 0)]),
        ("x |x|", 0, []),
        ("x |x|", 1, [("corner", 0, 0)]),
        ("tanh(x)", 0, []),
    ],
)
def test_holes_corners_and_the_ends_of_strokes_are_marked(source, order, marks):
    found = curve(source, order=order).marks
    if (source, order) == ("x |x|", 1):  # only the curve itself shows its corners
        marks = []
    assert [(mark.kind, mark.x, mark.y) for mark in found] == marks


def test_the_end_of_the_domain_is_reached():
    (stroke,) = curve("sqrt(x)").strokes
    assert stroke[0] == (0, 0)


def test_a_narrow_peak_is_not_missed():
    found = drawn("e^(-1000(x-1)^2)", orders=(0,)).panels[0]
    highest = max(y for stroke in found.curves[0].strokes for _, y in stroke)
    assert highest == pytest.approx(1, abs=0.02)
    assert highest < found.high < 1.2


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [("1/x", -4, 4), ("tan(x)", -20, 20), ("1/x^2", -0.5, 10), ("sec(x)", -20, 20)],
)
def test_a_pole_does_not_flatten_the_rest(source, low, high):
    found = drawn(source, orders=(0,)).panels[0]
    assert low < found.low < found.high < high


@pytest.mark.parametrize("source", ["3", "x - x", "1e300*x", "1e-300*x", "floor(x/100)"])
def test_every_curve_has_some_height(source):
    found = drawn(source).panels[0]
    assert found.low < found.high


def test_strokes_are_near_the_curve():
    from math import sin

    panel = drawn("sin(3x)", orders=(0,)).panels[0]
    dot = (panel.high - panel.low) / 80
    (stroke,) = panel.curves[0].strokes
    for one, other in pairwise(stroke):
        x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
        assert abs(sin(3 * x) - y) < dot


def test_where_the_slope_is_0_a_line_leads_to_the_extremum():
    found = drawn("x^3 - 3x", -3, 3, stacked=True)
    leads = [(round(x, 9), round(y, 9)) for x, y in found.panels[0].leads]
    assert leads == [(-1, 2), (1, -2)]


def test_a_curve_without_values_is_told():
    with pytest.raises(UnusableError, match="nothing to draw"):
        drawn("ln(x)", -2, -1)
