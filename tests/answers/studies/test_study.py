"""Studies of curves: what a textbook says of them, and random ones against mpmath."""

import json
from itertools import pairwise

import mpmath
import pytest
from expressions import expressions
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from slopecli.answers.interval import Interval
from slopecli.answers.question import ask
from slopecli.answers.studies.study import study
from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, Undefined
from slopecli.calculus.zeros.roots import Curve
from slopecli.errors import LimitError
from slopecli.language.ratio import Ratio
from slopecli.language.text import text

KINDS = ("zero", "maximum", "minimum", "saddle", "inflection", "pole", "hole", "jump", "corner")


def studied(source, low="-10", high="10"):
    question = ask(source, at=[low, high])
    return study(question.fixed, question.variable, Interval(*question.points))


def told(found):
    lines = []
    for kind in KINDS:
        marks = found.all(kind)
        if marks:
            lines.append(f"{kind}: " + ", ".join([mark.x for mark in marks]))
    return lines


TEXTBOOK = {
    "x^3 - 3x": ["zero: -sqrt(3), 0, sqrt(3)", "maximum: -1", "minimum: 1", "inflection: 0"],
    "x^3": ["zero: 0", "saddle: 0", "inflection: 0"],
    "x^4": ["zero: 0", "minimum: 0"],
    "1/x": ["pole: 0"],
    "x^2/(x^2 - 2)": ["zero: 0", "maximum: 0", "pole: -sqrt(2), sqrt(2)"],
    "(x^2 - 1)/(x - 1)": ["zero: -1", "hole: 1"],
    "sin(x)/x": None,
    "|x^2 - 4|": ["zero: -2, 2", "maximum: 0", "minimum: -2, 2", "corner: -2, 2"],
    "x e^(-x)": ["zero: 0", "maximum: 1", "inflection: 2"],
    "e^(-x^2)": ["maximum: 0", "inflection: -sqrt(2)/2, sqrt(2)/2"],
    "x ln(x)": ["zero: 1", "minimum: 1/e"],
    "ln(x)/x": ["zero: 1", "maximum: e", "inflection: e^(3/2)", "pole: 0"],
    "x/(1 + x^2)": ["zero: 0", "maximum: 1", "minimum: -1", "inflection: -sqrt(3), 0, sqrt(3)"],
    "x + 1/x": ["maximum: -1", "minimum: 1", "pole: 0"],
    "e^(1/x)": ["inflection: -1/2", "pole: 0"],
    "x^(2/3)": ["zero: 0", "minimum: 0"],
    "if(x < 0, -1, 1)": ["jump: 0"],
    "2x + 1": ["zero: -1/2"],
    "5": [],
    "x^0": [],
    "1/0": [],
}


@pytest.mark.parametrize("source", [source for source in TEXTBOOK if TEXTBOOK[source] is not None])
def test_what_a_textbook_says(source):
    found = studied(source)
    assert found.doubts == []
    assert told(found) == TEXTBOOK[source]


AT_AN_END = [
    ("x - sqrt(2)", "sqrt(2)", "3", ["sqrt(2)"]),
    ("x - sqrt(2) + 10^-25", "sqrt(2)", "3", []),
    ("x^2 - 2 - 10^-25", "1", "sqrt(2)", []),
    ("x^2 - 2 + 10^-25", "1", "sqrt(2)", ["1.4142135623731"]),
    ("x^2", "e^(-10^10)", "1", []),
    ("sin(x)", "0", "2pi", ["0", "pi", "2pi"]),
]


@pytest.mark.parametrize(("source", "low", "high", "zeros"), AT_AN_END)
def test_a_range_ends_where_it_ends(source, low, high, zeros):
    assert [mark.x for mark in studied(source, low, high).all("zero")] == zeros


@pytest.mark.parametrize("end", ["e^(10^10)", "sqrt(2)*2^(10^18)", "10^10^9", "2^(2^62)"])
def test_an_end_beyond_all_numbers_is_refused_at_once(slope, end):
    done = slope("study", "x^2", "--range", "sqrt(2)", end)
    assert (done.status, "too far out for a range" in done.err) == (2, True)


def test_a_hole_does_not_hide_the_zeros_beside_it():
    found = studied("sin(x)/x")
    assert found.doubts == []
    assert [mark.x for mark in found.all("hole")] == ["0"]
    assert (found.all("hole")[0].left, found.all("hole")[0].right) == ("1", "1")
    assert len(found.all("zero")) == 6


coefficients = st.lists(st.integers(-9, 9), min_size=2, max_size=8)


@given(coefficients)
@settings(max_examples=40)
def test_no_zero_or_extremum_of_a_polynomial_is_missed_or_invented(terms):
    source = " + ".join([f"({term})x^{power}" for power, term in enumerate(terms)])
    found = studied(source, "-7/2", "17/3")
    assert found.doubts == []
    for order, marks in ((0, found.all("zero")), (1, [m for m in found.marks if 1 in m.orders])):
        right = real_roots(terms, order)
        if right is not None:
            mine = [float(mark.digits()) for mark in marks]
            assert mine == pytest.approx(right, abs=1e-9)


def real_roots(terms, order):
    """The different real zeros by companion matrices; None where it is 0 all over."""
    import sympy

    x = sympy.Symbol("x")
    formula = sympy.diff(sum([c * x**k for k, c in enumerate(terms)]), x, order)
    if formula == 0:
        return None
    if not formula.has(x):
        return []
    poly = sympy.Poly(sympy.sqf_part(formula), x)
    roots = mpmath.polyroots([int(c) for c in poly.all_coeffs()], maxsteps=500, extraprec=500)
    real = sorted([float(r.real) for r in map(mpmath.mpc, roots) if abs(r.imag) < 1e-12])
    return [root for root in real if -3.5 <= root <= 17 / 3]


waves = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from(["sin", "cos"]), st.integers(1, 6)),
    min_size=1,
    max_size=4,
)


@given(waves)
@settings(max_examples=25)
def test_no_zero_of_a_sum_of_waves_is_missed(parts):
    source = " + ".join([f"{size} {name}({speed}x)" for size, name, speed in parts])
    found = studied(source, "-3", "4")
    assert found.doubts == []
    value = mpmath.fp.mpf
    heights = [
        sum([a * getattr(mpmath.fp, f)(w * value(-3 + 7 * k / 4000 + 1e-5)) for a, f, w in parts])
        for k in range(4000)
    ]
    changes = sum(one * two < 0 for one, two in pairwise(heights))
    assert len(found.all("zero")) >= changes
    for mark in found.all("zero"):
        x = float(mark.digits())
        assert abs(sum([a * getattr(mpmath.fp, f)(w * x) for a, f, w in parts])) < 1e-11


def test_the_table_of_variations(slope):
    run = slope("study", "x^3 - 3x", "--range", "-3", "3")
    assert run.status == 0
    assert run.out.splitlines()[-1] == (
        "f(x)   | -18  ↗     0      ↗   2   ↘   0   ↘   -2  ↗     0     ↗   18"
    )


def test_where_the_slope_or_the_curve_has_a_value(slope):
    assert slope("study", "x^2", "--slope", "2").out == "1\n"
    assert slope("study", "sin x", "--value", "1/2", "--range", "0", "5").out == "pi/6\n5pi/6\n"
    assert slope("study", "x^2", "--value", "-1").status == 1
    assert slope("study", "|x|", "--value", "0").out == "0\n"


def test_a_study_as_json(slope):
    found = json.loads(slope("study", "1/(x^2-1)", "--json").out)
    assert [place["x"] for place in found["poles"]] == [-1, 1]
    assert found["poles"][0]["left"] == "inf"
    assert found["maxima"] == [{"x": 0, "exact": "0", "value": -1}]
    assert found["limits"] == {"-inf": 0, "inf": 0}
    assert found["undecided"] == []


FAR_OUT = {  # at -inf and at inf; "" where there is no curve
    "e^x": ("0", "inf"),
    "x e^(-x)": ("-inf", "0"),
    "x ln x": ("", "inf"),
    "ln(x)/x": ("", "0"),
    "x^2 ln x - x^2": ("", "inf"),
    "e^x/x^5": ("0", "inf"),
    "2^x - 3^x": ("0", "-inf"),
    "e^x - e^(x + 1)": ("0", "-inf"),
    "e^(pi x) - e^(22x/7)": ("0", "-inf"),
    "e^x - x^2": ("-inf", "inf"),
    "e^x + sin x": (None, "inf"),
    "e^x/(1 + e^x)": ("0", "1"),
    "sinh x": ("-inf", "inf"),
    "tanh x": ("-1", "1"),
    "ln(1 + e^x)/x": ("0", "1"),
    "sin x": ("none", "none"),
    "e^(cos(2x + 1))": ("none", "none"),
    "tan x": ("none", "none"),
    "x sin x": (None, None),
    "sin(x) + sin(sqrt(2)x)": (None, None),
    "e^x sin x": ("0", None),
    "ln(1 + e^x) - x": ("inf", None),  # 0, but the leading terms alone cancel
    "e^x - e^x + ln x": ("", None),
}


@pytest.mark.parametrize("source", FAR_OUT)
def test_where_a_curve_goes_far_out(source):
    question = ask(source)
    found = study(question.fixed, "x", Interval(*ask("x", at=["1", "2"]).points), beyond=True)
    assert found.limits == FAR_OUT[source]


def test_a_limit_that_is_not_known_is_said_to_be_so(slope):
    assert "limits       0 at -inf, not known at inf\n" in slope("study", "e^x sin x").out
    assert "limits       inf at inf\n" in slope("study", "x ln x").out
    assert '"limits": {"-inf": 0, "inf": null}' in slope("study", "e^x sin x", "--json").out


def test_too_much_for_a_study_is_told(slope):
    run = slope("study", "sin(1000x)")
    assert run.status == 2
    assert "Take a shorter range" in run.err


@given(expressions(leaves=6), st.sampled_from([("-3", "3"), ("-10", "10"), ("1/3", "7")]))
@settings(max_examples=25)
def test_between_two_marks_nothing_changes_its_sign(expr, ends):
    question = ask(text(expr), at=[*ends], variable="x")
    try:
        found = study(question.fixed, "x", Interval(*question.points), seconds=1)
    except LimitError:
        assume(False)
    assume(not found.doubts)
    curve, balls = Curve(question.fixed, "x"), Balls(128)
    for stretch in found.stretches:
        for share in (Ratio(1, 1000), Ratio(2, 7), Ratio(5, 9), Ratio(999, 1000)):
            here = stretch.low + (stretch.high - stretch.low) * share
            terms = curve.at(here, 2, balls)
            if isinstance(terms, Missing):
                assert stretch.absent or not isinstance(terms, Undefined)
                continue
            assert not stretch.absent
            for sign, told in zip(map(balls.sign, terms), stretch.signs, strict=True):
                assert sign == told or sign is None or told is None
