"""Equations and parametric curves in a picture: strokes on the curve, whole, never across a gap."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from slopecli.answers.curves.curve_question import ask_curve
from slopecli.answers.interval import Interval
from slopecli.answers.pictures.equation import trace_equation
from slopecli.answers.pictures.field import Window
from slopecli.answers.pictures.plane import Drawing, plane
from slopecli.answers.pictures.plane_words import describe_plane
from slopecli.answers.slope import Point
from slopecli.errors import UnusableError
from slopecli.language.expr import letters
from slopecli.language.parser import parse

TURN = ("0", "2pi")


def drawn(source, stretch=None, dots=200, **how):
    curve = ask_curve(source)
    interval = None
    if stretch is not None:
        interval = Interval(*[Point(end, parse(end)) for end in stretch])
    drawing = Drawing(curve.kind, curve.parts, curve.letters, curve.written, interval)
    return plane([drawing], ("x", "y"), dots=dots, **how)


def first(source, stretch=None, **how):
    return drawn(source, stretch, **how).panels[0].curves[0]


def marks(curve):
    return sorted(
        (mark.kind, round(mark.x, 9) + 0.0, round(mark.y, 9) + 0.0) for mark in curve.marks
    )


@pytest.mark.parametrize(
    ("source", "stretch", "strokes", "expected"),
    [
        ("x^2 + y^2 = 25", None, 1, []),
        ("x^2 + y^2 = 400", None, 1, []),
        ("x^2 - y^2 = 1", None, 2, []),
        ("x y = 1", None, 2, []),
        ("x y = 0", None, 4, [("crossing", 0, 0)]),
        ("x^3 + y^3 = 3x y", None, 3, [("crossing", 0, 0)]),
        ("(x^2 + y^2)^2 = 2(x^2 - y^2)", None, 2, [("crossing", 0, 0)]),
        ("y^2 = x^3", None, 2, [("cusp", 0, 0)]),
        ("y^2 = x^2 (x - 1)", None, 1, [("alone", 0, 0)]),
        ("x^2 + y^2 = 0", None, 0, [("alone", 0, 0)]),
        ("y^2 = x^4", None, 4, [("crossing", 0, 0)]),
        ("1/x + 1/y = 1", None, 3, [("open", 0, 0)]),
        ("y = |y| + x", None, 2, [("corner", 0, 0)]),
        ("(cos t, sin t)", TURN, 1, []),
        ("(t - sin t, 1 - cos t)", TURN, 1, [("cusp", 0, 0), ("cusp", 6.283185307, 0)]),
        ("r = 1 + cos(θ)", TURN, 1, [("cusp", 0, 0)]),
        ("(1/t, t)", ("-5", "5"), 2, []),
        ("(|t|, t)", ("-5", "5"), 1, [("corner", 0, 0)]),
        ("(sin(t)/t, t)", ("-5", "5"), 2, [("open", 1, 0)]),
        ("(sqrt(t), t)", ("-5", "5"), 1, [("filled", 0, 0)]),
        ("(tan t, 1/cos t)", TURN, 3, []),
    ],
)
def test_strokes_and_marks(source, stretch, strokes, expected):
    curve = first(source, stretch)
    assert len(curve.strokes) == strokes
    assert [(kind, round(x, 6), round(y, 6)) for kind, x, y in marks(curve)] == [
        (kind, round(x, 6), round(y, 6)) for kind, x, y in expected
    ]


def test_the_corners_of_a_square_and_the_cusps_of_an_astroid():
    found = marks(first("|x| + |y| = 4"))
    assert found == [("corner", x, y) for x, y in [(-4, 0), (0, -4), (0, 4), (4, 0)]]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("x^2 + y^2 = 25", lambda x, y: hypot(x, y) - 5),
        ("x^2/9 + y^2/4 = 1", lambda x, y: (x * x / 9 + y * y / 4 - 1) / hypot(x / 4.5, y / 2)),
    ],
)
def test_a_stroke_stays_on_the_curve_between_its_points(source, value):
    found = drawn(source)
    (stroke,) = found.panels[0].curves[0].strokes
    dot = (found.right - found.left) / 200
    for one, other in pairwise(stroke):
        assert abs(value((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)) < dot / 2


@given(
    st.floats(-8, 8).map(lambda x: round(x, 3)),
    st.floats(-8, 8).map(lambda y: round(y, 3)),
    st.sampled_from(["1", "0.1", "0.01", "0.001"]),
)
def test_no_circle_is_missed_however_small(a, b, radius):
    """Closed, in one piece, all the way round."""
    curve = first(
        f"(x - ({a}))^2 + (y - ({b}))^2 = {radius}^2", across=(-10, 10), heights=(-10, 10)
    )
    size = float(radius)
    reach = [hypot(x - a, y - b) for stroke in curve.strokes for x, y in stroke]
    if size > 0.15:
        (stroke,) = curve.strokes
        assert hypot(stroke[0][0] - stroke[-1][0], stroke[0][1] - stroke[-1][1]) < 1e-9
        assert min(x for x, _ in stroke) == pytest.approx(a - size, abs=0.1)
        assert max(x for x, _ in stroke) == pytest.approx(a + size, abs=0.1)
    assert reach or curve.dots or curve.marks
    assert all(distance == pytest.approx(size, abs=0.1) for distance in reach)


@pytest.mark.parametrize("source", ["1/x = y^2", "tan(x) = y x", "1/(x - y) = 1", "x/y = 2"])
def test_no_stroke_crosses_a_pole(source):
    """Every point of every stroke is on the curve; a pole would show as a huge value."""
    curve = first(source, across=(-5, 5), heights=(-5, 5))
    left, right = ask_curve(source).parts
    from slopecli.calculus.balls import Balls
    from slopecli.calculus.evaluate import Missing, evaluate
    from slopecli.language.expr import Call
    from slopecli.language.ratio import Ratio

    assert curve.strokes
    for stroke in curve.strokes:
        for one, other in pairwise(stroke):
            x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
            here = {name: Ratio(*at.as_integer_ratio()) for name, at in (("x", x), ("y", y))}
            found = evaluate(Call("-", (left, right)), here, Balls())
            assert isinstance(found, Missing) or abs(float(Balls().ball(found))) < 5


GRID = 60
POWERS = [(i, j) for i in range(4) for j in range(4 - i)]


@given(st.lists(st.integers(-5, 5), min_size=len(POWERS), max_size=len(POWERS)))
def test_wherever_the_sign_changes_there_is_a_stroke_and_nowhere_else(coefficients):
    terms = [(c, i, j) for c, (i, j) in zip(coefficients, POWERS, strict=True) if c]
    source = " + ".join([f"({c})*x^{i}*y^{j}" for c, i, j in terms])
    assume({"x", "y"} <= set(letters(parse(source or "0"))))
    window = Window(-3, 3, -3, 3)
    curve = trace_equation((parse(source), parse("0")), ("x", "y"), window, GRID, 0).curve
    points = [*curve.dots, *[(mark.x, mark.y) for mark in curve.marks]]
    for stroke in curve.strokes:
        for (a, b), (c, d) in pairwise(stroke):
            points += [(a + (c - a) * k / 40, b + (d - b) * k / 40) for k in range(41)]
    side = 6 / GRID
    near = {
        (int((x + 3) / side) + di, int((y + 3) / side) + dj)
        for x, y in points
        for di in (-1, 0, 1)
        for dj in (-1, 0, 1)
    }

    def value(i, j):
        x, y = -3 + side * i, -3 + side * j
        return sum(c * x**p * y**q for c, p, q in terms)

    above = [[value(i, j) > 0 for j in range(GRID + 1)] for i in range(GRID + 1)]
    for i in range(GRID):
        for j in range(GRID):
            corners = {above[i][j], above[i + 1][j], above[i][j + 1], above[i + 1][j + 1]}
            assert len(corners) == 1 or (i, j) in near
    for stroke in curve.strokes:
        for x, y in stroke:
            rise = hypot(
                sum(c * p * x ** max(p - 1, 0) * y**q for c, p, q in terms),
                sum(c * q * x**p * y ** max(q - 1, 0) for c, p, q in terms),
            )
            off = abs(sum(c * x**p * y**q for c, p, q in terms))
            assert off <= rise * side / 2 + 1e-6


def test_a_range_that_is_given_is_kept():
    found = drawn("x^2 + y^2 = 25", across=(0, 3))
    assert (found.left, found.right) == (0, 3)
    found = drawn("x^2 + y^2 = 25", across=(0, 3), heights=(-1, 7))
    assert (found.panels[0].low, found.panels[0].high) == (-1, 7)


def test_where_there_is_no_curve_that_is_told():
    with pytest.raises(UnusableError, match="nothing to draw"):
        drawn("x^2 + y^2 = -1")
    with pytest.raises(UnusableError, match="nothing to draw"):
        drawn("x^2 + y^2 = 1", across=(5, 6))


def test_level_and_upright_points_are_told_with_proven_digits():
    assert describe_plane(drawn("x^3 + y^3 = 3x y")) == [
        "x^3 + y^3 = 3x y, from x = -1.3 to 2.8 and y = -1.3 to 2.8",
        "  closed loops: 1",
        "  branches that leave the picture: 2",
        "  horizontal tangent at: (1.25992, 1.5874)",
        "  vertical tangent at: (1.5874, 1.25992)",
        "  crosses itself at: (0, 0)",
    ]


def test_a_parametric_curve_in_words():
    assert describe_plane(drawn("(t - sin t, 1 - cos t)", TURN)) == [
        "(t - sin(t), 1 - cos(t)), from t = 0 to 2pi",
        "  begins at: (0, 0)",
        "  ends at: (6.28319, 0)",
        "  horizontal tangent at: (3.14159, 2) (t = pi)",
        "  cusp at: (0, 0), (6.28319, 0)",
    ]
