import json

import pytest

FORMULAS = [
    (["x^2 sin x"], "2x sin(x) + x^2 cos(x)"),
    (["x^2 sin x", "--order", "2"], "2 sin(x) + 4x cos(x) - x^2 sin(x)"),
    (["a t^2 + b", "-x", "t"], "2a t"),
    (["a x^2", "--let", "a=3"], "6x"),
    (["(x^3)''"], "6x"),
    (["(x^2)' + x"], "3"),
    (["d/dt t^2"], "2t"),
    (["x^2", "--latex"], "2 x"),
    (["x/(x^2 + 1)"], "(1 - x^2)/(x^2 + 1)^2"),
    (["ln(1 + x^2)", "--pretty"], "   2x\n────────\n 1 + x²"),
    (["sin(x)^2", "--simplify"], "sin(2x)"),
    (["sin(x)", "--at", "pi/3", "--exact"], "1/2"),
    (["sin(x)", "--at", "pi/6", "--exact"], "sqrt(3)/2"),
    (["sqrt(x)", "--at", "2", "--exact"], "sqrt(2)/4"),
    (["x^3", "--at", "1/3", "--exact"], "1/3"),
    (["2^x", "--at", "3", "--exact"], "8 ln(2)"),
    (["x^2 pi", "--at", "3", "--exact"], "6pi"),
]


@pytest.mark.parametrize(("words", "printed"), FORMULAS, ids=lambda value: " ".join(value[:3]))
def test_the_derivative_as_a_formula(slope, words, printed):
    answer = slope(*words)
    assert (answer.out, answer.status) == (printed + "\n", 0)


def test_a_formula_as_json(slope):
    assert slope("x^2", "--json").out == (
        '{"expression": "x^2", "variable": "x", "order": 1, "derivative": "2x", "latex": "2 x"}\n'
    )


def test_the_gradient_of_several_letters_as_json(slope):
    assert json.loads(slope("x^2 y", "--json").out)["gradient"] == {"x": "2x y", "y": "x^2"}


def test_a_formula_that_is_simple_already_says_so(slope):
    answer = slope("x^2", "--simplify")
    assert answer.out == "2x\n"
    assert answer.err == "No simpler form was found.\n"


def test_a_slope_without_a_short_exact_form_keeps_its_digits(slope):
    answer = slope("sin(sin(sin(sin(sin(x)))))", "--at", "1.25", "--exact")
    assert answer.out.startswith("0.0")
    assert "exact" in answer.err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["x^2", "--exact"], "--exact belongs to slopes at points"),
        (["x^2", "--at", "1", "--latex"], "--latex belongs to the derivative as a formula"),
        (["x^2", "--latex", "--json"], "--latex and --json exclude each other"),
        (["x^2", "--step", "1"], "--step belongs to a table"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_that_do_not_belong_are_refused(slope, words, complaint):
    answer = slope(*words)
    assert answer.status == 2
    assert complaint in answer.err


def test_what_sympy_simplifies_for_complex_numbers_only_is_not_taken(slope):
    assert slope("|x^3|", "--simplify").status == 0
