"""Formulas as MathML."""

from xml.etree import ElementTree

import pytest
from expressions import expressions
from hypothesis import given

from slopecli.language.expr import letters
from slopecli.language.mathml import mathml
from slopecli.language.parser import parse


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x^2", "<msup><mrow><mi>x</mi></mrow><mn>2</mn></msup>"),
        ("-x", "<mo>−</mo><mi>x</mi>"),
        ("(x+1)/2", "<mfrac><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>"),
        ("sqrt(x)", "<msqrt><mi>x</mi></msqrt>"),
        ("|x|", "<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow>"),
        ("(x^2)^3", "<mo>)</mo></mrow></mrow><mn>3</mn></msup>"),
        ("2*3", "<mn>2</mn><mo>·</mo><mn>3</mn>"),
        ("pi", "<mi>π</mi>"),
        ("if(x < 1, 2, 3)", "<mi>x</mi><mo>&lt;</mo><mn>1</mn>"),
    ],
)
def test_a_formula_is_set_as_in_a_book(typed, shown):
    assert shown in mathml(parse(typed))


@given(expressions())
def test_every_formula_is_well_formed_and_keeps_its_letters(expr):
    root = ElementTree.fromstring(mathml(expr))
    assert root.tag == "math"
    assert {each.text for each in root.iter("mi")} >= set(letters(expr))


@pytest.mark.parametrize(
    ("one", "other"), [("x-(y-z)", "x-y-z"), ("(x+1)*y", "x+1*y"), ("(-x)^2", "-x^2")]
)
def test_brackets_that_mean_something_are_set(one, other):
    assert mathml(parse(one)) != mathml(parse(other))
    assert "<mo>(</mo>" in mathml(parse(one))
