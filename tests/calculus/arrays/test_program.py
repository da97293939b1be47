"""Formulas and their slopes over long ranges."""

import math

import mpmath
import numpy as np
import pytest

from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.arrays.program import BLOCK, Program
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import evaluate
from slopecli.language.parser import parse

NAN = math.nan
APERY = 1.2020569031595942  # the sum of 1/n^3
X = np.linspace(-7.03, 7.01, 999)

SMOOTH = [
    "x/2",
    "3",
    "x",
    "tanh(x)",
    "sin(x)*exp(-x^2/4)",
    "(1-exp(-2x))/(1+exp(-2x))",
    "x^5-3x^3+2x",
    "sqrt(1+x^2)*ln(2+cos(x))",
    "cos(3x)^2 + sin(3x)^2 - 2 sin(x) cos(x)",
    "e^x - e^(-x) + 2^x",
    "(x^2+1)^-3 + (1+x^2)^(3/2) + (x^2+2)^x",
    "x^33 + x^40",
    "1/(1+x^2) - 2/(1+x^2)^2",
    "sigmoid(x) + softplus(x) + sech(x)*atan(x) + asinh(x)",
    "erf(x) + erfc(x/2) + sinc(x)",
    "log(x^2+2, 3) + log10(x^2+2) + log2(x^2+2)",
    "hypot(x, 2) + atan2(x, 3) - (-x)*(-2) - (-(3x))",
    "(x+1)/(x^2+3) - (x-1)/(x^2+3)",
    "x*0 + 0*x + 1*x",
    "sin(2x)/4 - sin(6x)/12",
    "tan(2 + 7x) + 7 tan(2 + 7x)^3",
]


@pytest.mark.parametrize("by_tangent", [False, True])
@pytest.mark.parametrize("source", SMOOTH)
def test_values_and_slopes_are_those_of_the_derivatives_formula(source, by_tangent):
    expr = parse(source)
    found = Program(expr, "x", 2, by_tangent=by_tangent).run(X)
    for order in range(3):
        right = np.broadcast_to(evaluate(derivative(expr, "x", order), {"x": X}, ARRAYS), X.shape)
        scale = np.max(np.abs(right))
        assert found[order] == pytest.approx(right, rel=1e-9, abs=1e-12 * scale)


EDGES = [
    ("1/x", [-1, 0, 2], [-1, NAN, 0.5], [-1, NAN, -0.25]),
    ("1/(1/x)", [0, 2], [NAN, 2], [NAN, 1]),
    ("ln(x)", [-1, 0, 2], [NAN, NAN, math.log(2)], [NAN, NAN, 0.5]),
    ("sqrt(x)", [-1, 0, 4], [NAN, 0, 2], [NAN, NAN, 0.25]),
    ("abs(x)", [-2, 0, 2], [2, 0, 2], [-1, NAN, 1]),
    ("floor(x)", [0.5, 1], [0, 1], [0, NAN]),
    ("sign(x)", [-2, 0, 2], [-1, 0, 1], [0, NAN, 0]),
    ("max(x, 1)", [0, 1, 2], [1, 1, 2], [0, NAN, 1]),
    ("mod(x, 2)", [1, 2, -1], [1, 0, 1], [1, NAN, 1]),
    ("if(x < 0, -x, x^2)", [-1, 0, 3], [1, 0, 9], [-1, NAN, 6]),
    ("if(x < 0, 1, 2)", [-1, 0, 3], [1, 2, 2], [0, NAN, 0]),
    ("if(x > 0, sqrt(x), 0*x)", [-1, 4], [0, 2], [0, 0.25]),
    ("if(x > 0 and x < 2, ln(x), x)", [-1, 1, 3], [-1, 0, 3], [1, 1, 1]),
    ("if(1 < 2, x^2, ln(x))", [-1, 1], [1, 1], [-2, 2]),
    ("x^-2", [0, 2], [NAN, 0.25], [NAN, -0.25]),
    ("x^2", [-3, 0], [9, 0], [-6, 0]),
    ("x^0", [-3, 0], [1, 1], [0, 0]),
    ("x^1.5", [-1, 0, 4], [NAN, 0, 8], [NAN, NAN, 3]),
    ("x^(1/3)", [-8, 0, 8], [-2, 0, 2], [1 / 12, NAN, 1 / 12]),
    ("x^(5/3)", [-8, 0, 8], [-32, 0, 32], [20 / 3, 0, 20 / 3]),
    ("x^x", [-2, 0, 1], [NAN, NAN, 1], [NAN, NAN, 1]),
    ("0^x", [-1, 0, 2], [NAN, NAN, 0], [NAN, NAN, 0]),
    ("(x - 1)^(x + 1)", [0, 1, 2], [NAN, NAN, 1], [NAN, NAN, 3]),
    ("ln(x)^0", [-1, 3], [NAN, 1], [NAN, 0]),
    ("if(ln(x) > 0, 1, 2)", [-1, 0.5], [NAN, 2], [NAN, 0]),
    ("if(1 > 2 or x > 1, x, 3)", [0, 2], [3, 2], [0, 1]),
    ("x + asin(13)", [1], [NAN], [NAN]),
    ("if(x > 0, x, asin(13))", [1, -1], [1, NAN], [1, NAN]),
    ("acos(x)", [-2, -1, 0], [NAN, math.pi, math.pi / 2], [NAN, NAN, -1]),
    ("atan2(0*x, x)", [-1, 0, 1], [math.pi, NAN, 0], [NAN, NAN, 0]),
    ("exp(x) - exp(x)", [0, 1000], [0, NAN], [0, NAN]),
    ("1/(1+exp(x))", [1000], [0], [NAN]),
    ("gamma(x)", [-1, 0, 3], [NAN, NAN, 2], [NAN, NAN, 1.8455686701969343]),
    ("undefined", [1], [NAN], [NAN]),
    ("x^asin(13)", [1, 2], [NAN, NAN], [NAN, NAN]),
    ("1^asin(x)", [0, 13], [1, NAN], [0, NAN]),
    ("1^asin(13)", [0], [NAN], [NAN]),
    ("polygamma(x, 3)", [1, 1.5, 2], [math.pi**2 / 6 - 5 / 4, NAN, 9 / 4 - 2 * APERY], [NAN] * 3),
    ("polygamma(2, x)", [-1, 1], [NAN, -2 * APERY], [NAN, math.pi**4 / 15]),
]


@pytest.mark.parametrize(("source", "x", "values", "slopes"), EDGES)
def test_there_is_nan_where_there_is_no_value_or_slope(source, x, values, slopes):
    found = Program(parse(source), "x").run(np.array(x, dtype=float))
    assert found[0] == pytest.approx(values, nan_ok=True)
    assert found[1] == pytest.approx(slopes, nan_ok=True)


@pytest.mark.parametrize("x", [np.array(0.5), np.zeros((0,)), np.ones((2, 3)), np.arange(4)])
def test_the_shape_is_that_of_the_points(x):
    found = Program(parse("x^2"), "x").run(x)
    assert found.shape == (2, *x.shape)
    assert found[1].tolist() == (2.0 * x).tolist()


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_blocks_and_threads_change_nothing(threads):
    x = np.linspace(-1, 1, 3 * BLOCK + 17)
    program = Program(parse("sqrt(x)*sin(x) + ln(x)"), "x")
    whole = program.run(x, threads=threads)
    parts = [program.run(part) for part in np.array_split(x, 7)]
    assert np.allclose(whole, np.concatenate(parts, axis=1), rtol=1e-14, equal_nan=True)


def test_shared_parts_are_computed_once_and_powers_are_products():
    program = Program(parse("(1-exp(-2x))/(1+exp(-2x))"), "x")
    functions = [step[0] for step in program._fast.steps]
    assert functions.count(np.exp) == 1
    assert np.power not in [step[0] for step in Program(parse("x^5-3x^3"), "x")._fast.steps]


def test_sine_and_cosine_from_a_tangent_are_good_to_the_last_digits():
    x = np.concatenate([np.linspace(-40, 40, 20_001), np.arange(-50, 50) * np.pi / 2])
    sine, cosine = Program(parse("sin(x)"), "x", by_tangent=True).run(x)
    assert np.max(np.abs(sine - np.sin(x)) - 2e-15 * np.abs(np.sin(x))) <= 0
    assert np.max(np.abs(cosine / np.cos(x) - 1)) < 2e-15


def test_the_slopes_of_sinc_keep_their_digits_near_0():
    x = np.array([1e-12, 1e-8, 1e-3, 0.05, 0.3, 0.5, 0.7, 3])
    found = Program(parse("sinc(x)"), "x", 2).run(x)
    with mpmath.workdps(60):
        for order in (1, 2):
            right = [float(mpmath.diff(mpmath.sinc, mpmath.mpf(at), order)) for at in x]
            assert found[order] == pytest.approx(right, rel=4e-15, abs=0)
    assert Program(parse("sinc(x)"), "x", 2).run(np.zeros(1)).tolist() == [[1], [0], [-1 / 3]]
