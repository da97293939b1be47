"""Zeros: all of them, none invented, each with its multiplicity and its exact form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slopecli.calculus.balls import Balls
from slopecli.calculus.zeros.borders import borders
from slopecli.calculus.zeros.numerators import numerator
from slopecli.calculus.zeros.recognise import recognise
from slopecli.calculus.zeros.roots import Curve, zeros
from slopecli.language.expr import Call, Num, Var
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio
from slopecli.language.text import text


def found(source, order=0, low=-10, high=10):
    span = zeros(Curve(parse(source), "x"), order, Ratio(low), Ratio(high))
    assert span.undecided == []
    return span.zeros


@pytest.mark.parametrize(
    ("source", "exact"),
    [
        ("x^3 - x", ["-1", "0", "1"]),
        ("3x^2 - 1", ["-sqrt(3)/3", "sqrt(3)/3"]),
        ("x^2 - x - 1", ["1/2 - sqrt(5)/2", "1/2 + sqrt(5)/2"]),
        ("sin(x)", ["-3pi", "-2pi", "-pi", "0", "pi", "2pi", "3pi"]),
        ("e^x - 2", ["ln(2)"]),
        ("x^5 - x - 1", ["?"]),
        ("x^2 + 1/10^9", []),
        ("(x - 1)(x - 1 - 10^-9)", ["1", "?"]),
        ("5", []),
    ],
)
def test_each_zero_has_its_exact_form(source, exact):
    forms = [recognise(zero) for zero in found(source)]
    assert ["?" if form is None else text(form) for form in forms] == exact


@pytest.mark.parametrize(
    ("source", "times"),
    [
        ("(x - 1)^4", [4]),
        ("x^4 - 4x^3 + 6x^2 - 4x + 1", [4]),
        ("(x^2 - 2)^2", [2, 2]),
        ("cosh(x) - 1", [2]),
        ("x^3 - 3x + 2", [1, 2]),
        ("sin(x)^2", [2] * 7),
        ("e^x - x - 1", [2]),
        ("x^6", [6]),
    ],
)
def test_a_multiple_zero_is_one_zero(source, times):
    assert [zero.times for zero in found(source)] == times


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6))
def test_the_zeros_of_a_product_are_its_factors(roots):
    product = Num(1)
    for root in roots:
        product = Call("*", (product, Call("-", (Var("x"), Num(root) if root >= 0 else
                                                 Call("neg", (Num(-root),))))))  # fmt: skip
    span = zeros(Curve(product, "x"), 0, Ratio(-21, 2), Ratio(21, 2))
    assert span.undecided == []
    told = [(text(recognise(zero)), zero.times) for zero in span.zeros]
    assert told == [(str(root), roots.count(root)) for root in sorted(set(roots))]


def test_a_zero_is_narrowed_as_far_as_is_asked():
    (zero,) = found("x^5 - x - 1")
    ball = zero.ball(Balls(2000))
    assert ball.rel_accuracy_bits() > 1900


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x^2 + sin(x)", []),
        ("sqrt(x - 1) + 1/x", ["x - 1", "x"]),
        ("|x^2 - 4|", ["x^2 - 4"]),
        ("if(x < 1, x, x^2)", ["x - 1"]),
        ("tan(x)", ["cos(x)"]),
    ],
)
def test_borders_are_where_a_part_may_not_be_smooth(source, lines):
    assert [text(border) for border in borders(parse(source))] == lines


NUMERATORS = {
    "(x^2 - 1)/(x - 1)": ["x + 1", "1", "0"],
    "1/x": ["1", "1", "1"],
    "x e^x": ["x", "x + 1", "x + 2"],
    "e^(1/x)": ["1", "1", "2x + 1"],
    "x^5 - 2x^3": ["x; x^2 + (-2)", "5x^2 + (-6); x", "5x^2 + (-3); x"],
    "atan(x)": ["x", "1", "x"],
    "sin(x)/x": ["sin(x)", "cos(x) x + (-1) sin(x)", "(sin(x) x + 2 cos(x))x + (-2) sin(x)"],
    "sinc(x)": ["sin(x)", "cos(x) x + (-1) sin(x)", "(sin(x) x + 2 cos(x))x + (-2) sin(x)"],
    "if(x != 0, x^2, 5)": ["x", "x", "1"],
    "x^(1/2) - x^(1/3)": ["x; x^(1/6) + (-1)", "3x^(1/6) + (-2)", "9x^(1/6) + (-8)"],
    "tan(x)^3": ["sin(x)", "sin(x)", "sin(x); sin(x)^2 + 1"],
    "sec(x)^3/3 - sec(x)": [
        "3 cos(x)^2 + (-1)", "sin(x)", "cos(x) + (-2); cos(x) + 2; sin(x)"
    ],
    "1 - cos(x)": ["sin(x/2)", "sin(x)", "cos(x)"],
    "1 + sin(2x)": ["sin(2x/2 + pi/4)", "cos(2x)", "sin(2x)"],
    "sqrt(9 - x^2)/x + arcsin(x/3)": [
        "asin((1/3)x) x + ((-1)x^2 + 9)^(1/2)", "x + (-3); x + 3", "x^2 + (-18)"
    ],
    "sqrt((x + 1)^2)": ["x + 1", "x + 1", "0"],
    "ln(x^2 - 1)": ["x^2 + (-2)", "x", "x^2 + 1"],
    "e^(2x) - 3e^x": ["e^x + (-3)", "2e^x + (-3)", "4e^x + (-3)"],
    "(x + x - 2x)^(3/4)": ["0", "0", "0"],
    "if(x < 0, 1, x)": [None, None, "0"],
}  # fmt: skip


@pytest.mark.parametrize("source", NUMERATORS)
def test_numerators_are_zero_where_the_slopes_are(source):
    found = [numerator(parse(source), "x", order) for order in range(3)]
    assert [lines and "; ".join(sorted(map(text, lines))) for lines in found] == NUMERATORS[source]
