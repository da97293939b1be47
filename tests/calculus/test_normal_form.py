"""Formulas that are the same in one normal form: proofs without a sample and without SymPy."""

import pytest

from slopecli.calculus.normal_form import normal_difference_is_zero
from slopecli.language.parser import parse

SAME = [
    ("(x + 1)^3", "x^3 + 3x^2 + 3x + 1"),
    ("(x^2 - 1)/(x - 1)", "x + 1"),
    ("1/(x - 1) - 1/(x + 1)", "2/(x^2 - 1)"),
    ("2 sin(x) cos(x)", "sin(2x)"),
    ("2 sin(x/2) cos(x/2)", "sin(x)"),
    ("sin(x/2)^2", "(1 - cos(x))/2"),
    ("cos(3x)", "4cos(x)^3 - 3cos(x)"),
    ("cos(x)^2 - 1", "-sin(x)^2"),
    ("e^(x/2) e^(x/3)", "e^(5x/6)"),
    ("e^(2x) - 1", "(e^x - 1)(e^x + 1)"),
    ("2^(x + 3)", "8*2^x"),
    ("sqrt(x)^3", "x sqrt(x)"),
    ("tan(x)^2 + 1", "1/cos(x)^2"),
    ("cosh(x)^2 - sinh(x)^2", "1"),
]
OTHER = [
    ("(x + 1)^3", "x^3 + 1"),
    ("sin(2x)", "2 sin(x)"),
    ("sin(x/2)^2", "(1 + cos(x))/2"),
    ("e^(x/2) e^(x/3)", "e^(x/6)"),
    ("2^(x + 3)", "6*2^x"),
    ("sqrt(x)^3", "x^2"),
    ("tan(x)^2 - 1", "1/cos(x)^2"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_the_same_is_proven(one, other):
    assert normal_difference_is_zero(parse(one), parse(other)) is True


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_is_not_the_same_is_not(one, other):
    assert normal_difference_is_zero(parse(one), parse(other)) is False
