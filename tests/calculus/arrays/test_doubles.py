"""Functions of arrays against mpmath at 40 digits."""

import mpmath
import numpy as np
import pytest
from reference import VALUES

from slopecli.calculus.arrays import special
from slopecli.calculus.arrays.doubles import ARRAYS, FUNCTIONS
from slopecli.calculus.evaluate import evaluate
from slopecli.language.functions import ROWS
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio

POINTS = [-41.3, -3.7, -1.2, -0.9, -0.3, -1e-9, 1e-9, 0.2, 0.7, 1.1, 2.6, 5.0, 37.5]
AS_IN_THE_REFERENCE = (
    "sqrt exp ln sin cos tan cot sec csc asin acos atan sinh tanh asinh acosh atanh"
    " erf erfc gamma factorial digamma"
)
PEERS = {
    **{name: VALUES[name] for name in AS_IN_THE_REFERENCE.split()},
    "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
    "log2": lambda x: mpmath.log(x, 2),
    "asec": mpmath.asec,
    "sech": mpmath.sech,
    "coth": mpmath.coth,
    "acoth": mpmath.acoth,
    "acsch": mpmath.acsch,
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "lambertw": lambda x: mpmath.lambertw(x) if x >= -1 / mpmath.e else mpmath.mpc(0, 1),
}


@pytest.mark.parametrize("name", PEERS)
def test_functions_are_good_to_the_last_digits(name):
    row = ROWS[name]
    found = ARRAYS.apply(row, [np.array(POINTS)])
    with mpmath.workdps(40):
        for x, value in zip(POINTS, found, strict=True):
            right = PEERS[name](mpmath.mpf(x))
            if isinstance(right, mpmath.mpc):
                assert np.isnan(value), x
            else:
                assert value == pytest.approx(float(right), rel=2e-14, abs=0), x


@pytest.mark.parametrize("order", [0, 1, 2, 5])
def test_polygamma_to_the_left_and_right_of_0(order):
    x = np.array([-7.5, -0.2, 0.1, 1.0, 3.3, 40.0])
    with mpmath.workdps(40):
        right = [float(mpmath.polygamma(order, mpmath.mpf(each))) for each in x.tolist()]
    assert special.polygamma(order, x) == pytest.approx(right, rel=1e-12)


@pytest.mark.parametrize("order", [20, 21, 100, 171, 1000])
def test_polygamma_of_an_order_whose_factorial_or_powers_are_no_doubles(order):
    x = np.array([0.1, 1.0, 3.3, 300.0, 1000.0])
    with mpmath.workdps(40):
        right = [float(mpmath.polygamma(order, mpmath.mpf(each))) for each in x.tolist()]
    assert special.polygamma(order, x) == pytest.approx(right, rel=5e-12)
    assert np.isnan(special.polygamma(10**6, x)).all()


def test_special_functions_have_poles_and_ends():
    assert np.isnan(special.digamma(np.array([0.0, -1.0, -2.0]))).all()
    assert np.isnan(special.gamma([0.0, -3.0])).all()
    assert np.isnan(special.polygamma([0.5, 1, 1], [1.0, -2.0, -1e9])).all()
    assert special.gamma(500.0) == np.inf
    assert special.lambertw(-1 / np.e) == pytest.approx(-1)
    assert np.isnan(special.lambertw(-1.0))
    assert special.lambertw([0.0, 1.0, 1e100]) == pytest.approx([0, 0.5671432904097838, 224.8431])


FORMULAS = [
    ("1/x", 0.0, np.nan),
    ("x/(x-x)", 2.0, np.nan),
    ("0*ln(x)", -1.0, np.nan),
    ("if(x > 0, ln(x), 7)", -1.0, 7.0),
    ("x^(1/3)", -8.0, -2.0),
    ("x^(2/3)", -8.0, 4.0),
    ("x^(-1/3)", 0.0, np.nan),
    ("x^-1", 0.0, np.nan),
    ("x^0.5", -1.0, np.nan),
    ("atan2(x, 0)", 0.0, np.nan),
    ("log(2, x)", 1.0, np.nan),
    ("mod(x, 3)", -1.0, 2.0),
    ("round(x)", 2.5, 2.0),
    ("step(x)", 0.0, 0.5),
    ("sinc(x)", 0.0, 1.0),
    ("pi + e + tau", 0.0, np.pi + np.e + 2 * np.pi),
    ("undefined", 0.0, np.nan),
    ("x = 1 or x != x and x < 2", 1.0, True),
]


@pytest.mark.parametrize(("source", "x", "value"), FORMULAS)
def test_formulas_at_one_and_many_points(source, x, value):
    expr = parse(source)
    assert evaluate(expr, {"x": x}, ARRAYS) == pytest.approx(value, nan_ok=True)
    many = evaluate(expr, {"x": np.full(3, x)}, ARRAYS)
    assert np.broadcast_to(many, 3) == pytest.approx(np.full(3, value), nan_ok=True)


def test_every_row_has_a_function_or_a_meaning():
    lacking = [name for name, row in ROWS.items() if name not in FUNCTIONS and not row.means]
    assert lacking == ["nthroot"] or lacking == []


def test_numbers_beyond_doubles_are_infinite():
    assert ARRAYS.number(Ratio(10**400)) == np.inf
    assert ARRAYS.number(Ratio(-(10**400), 3)) == -np.inf
    assert ARRAYS.number(Ratio(1, 3)) == 1 / 3
