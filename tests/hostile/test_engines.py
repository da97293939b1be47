"""Balls, doubles, formulas and the Python interface are four ways to one slope."""

import numpy as np
import pytest
from expressions import expressions, rationals
from hypothesis import assume, given

from slopecli.answers.slope import Point, slope_at
from slopecli.calculus.balls import Balls
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import SlopeError
from slopecli.language.expr import Num
from slopecli.language.parser import parse


def by_balls(expr, at):
    """The slope as jets over balls find it; None where there is none."""
    found = slope_at(expr, "x", Point("", Num(at)), digits=25)
    return float(found.slope) if found.status == "ok" and " " not in found.slope else None


def by_formula(expr, at):
    """The value of the derivative's formula, in balls of 300 bits."""
    balls = Balls(300)
    value = evaluate(derivative(expr, "x"), {"x": at}, balls)
    if isinstance(value, Missing):
        return None
    ball = balls.ball(value)
    return float(ball.mid()) if ball.rel_accuracy_bits() > 60 or ball.is_exact() else None


@given(expressions(8), rationals())
def test_jets_and_formulas_agree(expr, at):
    try:
        one, two = by_balls(expr, at), by_formula(expr, at)
    except (SlopeError, OverflowError):
        return
    assume(one is not None and two is not None)
    assert one == pytest.approx(two, rel=1e-12, abs=1e-300)


CURVES = {
    "x^3 - 2x": lambda x: x**3 - 2 * x,
    "sin(x) e^x": lambda x: np.sin(x) * np.exp(x),
    "x/(1 + x^2)": lambda x: x / (1 + x**2),
    "tanh(x)": np.tanh,
    "ln(1 + e^x)": lambda x: np.log(1 + np.exp(x)),
    "sqrt(1 + x^2)": lambda x: np.sqrt(1 + x**2),
    "|x|": np.abs,
    "atan(x^2)": lambda x: np.arctan(x**2),
    "max(x, x^2)": lambda x: np.maximum(x, x**2),
    "cbrt(x)": np.cbrt,
    "x^x": lambda x: x**x,
}


@pytest.mark.parametrize(("source", "curve"), CURVES.items(), ids=CURVES)
def test_the_python_interface_agrees_with_the_command(source, curve):
    from slopecli import grad

    for at in (-2.5, -1.0, -0.3, 0.0, 0.3, 1.0, 2.5):
        proven = slope_at(parse(source), "x", Point("", parse(repr(at))))
        with np.errstate(all="ignore"):
            found = grad(curve)(at)
        if proven.status == "ok":
            assert found == pytest.approx(float(proven.slope), rel=1e-13)
        else:
            assert np.isnan(found)
