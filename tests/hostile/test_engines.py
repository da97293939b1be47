"""Balls, doubles, formulas and the Python interface are four ways to one slope."""

import numpy as np
import pytest
from expressions import expressions, rationals
from hypothesis import assume, given

from slopecli.answers.slope import Point, slope_at
from slopecli.calculus.arrays.program import Program
from slopecli.calculus.balls import Balls
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import SlopeError
from slopecli.language.expr import Num, nodes
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio


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


def bound(expr, at):
    """How far doubles may be from the slope: what balls of 53 bits leave open, and its half digits.

    None where a part is not decided, or beyond what doubles hold with room for its square.
    """
    balls = Balls(53)
    jets = Jets(balls)
    for node in nodes(expr):
        value = evaluate(node, {"x": at}, balls)
        if isinstance(value, Missing):
            return None
        if not isinstance(value, bool) and value and not 1e-60 < abs(balls.ball(value)) < 1e60:
            return None
    found = evaluate(expr, {"x": jets.variable(balls.ball(at))}, jets)
    if isinstance(found, Missing):
        return None
    if not isinstance(found, Jet):
        return 0.0
    slope = balls.ball(found.term(1))
    return 16 * (float(slope.rad()) + abs(float(slope.mid())) * len(list(nodes(expr))) * 2.0**-53)


@given(expressions(8), rationals())
def test_arrays_agree_with_balls_as_far_as_doubles_can(expr, at):
    x = at.numerator / at.denominator
    at = Ratio(*x.as_integer_ratio())  # the double itself
    try:
        proven, allowed = by_balls(expr, at), bound(expr, at)
        found = Program(expr, "x").run(np.array([x]))[1][0]
    except (SlopeError, OverflowError):
        return
    assume(proven is not None and allowed is not None and np.isfinite(found))
    assert abs(found - proven) <= allowed


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
