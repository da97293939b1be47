"""Whether two formulas are the same function."""

import pytest
from expressions import expressions
from hypothesis import given
from hypothesis import strategies as st
from tables import table

from slopecli.answers.homework.equal import equal, same_function
from slopecli.calculus.normal_form import normal_difference_is_zero
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Num
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio


@pytest.mark.parametrize(("one", "other", "verdict", "domain"), table("equal.txt"))
def test_two_formulas_are_the_same_function_or_not(one, other, verdict, domain):
    found = equal(one, other).verdict
    assert (found.verdict, found.domain) == (verdict, domain)


@pytest.mark.parametrize(("one", "other", "verdict", "domain"), table("equal.txt"))
def test_the_same_question_gets_the_same_verdict_twice(one, other, verdict, domain):
    first, second = equal(one, other).verdict, equal(one, other).verdict
    assert (first.points, first.certainty) == (second.points, second.certainty)
    assert (first.witness and first.witness.at) == (second.witness and second.witness.at)


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ("x^2", "x^3", "x = 2"),
        ("1/x", "1/|x|", "x = -1"),
        ("3x^2", "3x^2 + sin(pi x)", "x = 1/2"),
        ("sqrt(x)", "2sqrt(x)", "x = 1"),
        ("a x", "a x^2", "x = 2, a = 3"),
    ],
)
def test_the_witness_is_the_simplest_point(one, other, where):
    assert equal(one, other).verdict.witness.where == where


@pytest.mark.parametrize(
    "pair",
    [
        "(x+1)^2 | x^2 + 2x + 1",
        "sin(x)^2 + cos(x)^2 | 1",
        "e^(2x) | (e^x)^2",
        "1/(2sqrt(x)) | sqrt(x)/(2x)",
        "tan(x)^2 + 1 | sec(x)^2",
        "ln(10x) | ln(5) + ln(2) + ln(x)",
        "x^x x | x^(x+1)",
        "sin(2x) | 2 sin(x) cos(x)",
        "sin(-3x) | -sin(3x)",
        "cos(x/2)^2 | (1 + cos(x))/2",
        "x^(1/3) | x/x^(2/3)",
        "sqrt(12x) | 2sqrt(3)sqrt(x)",
        "|2x| | 2|x|",
        "arctan(-x) | -arctan(x)",
        "sinh(2x) | 2 sinh(x) cosh(x)",
    ],
)
def test_an_identity_of_the_classroom_is_proved(pair):
    one, other = pair.split(" | ")
    assert equal(one, other).verdict.certainty == "proved"


@pytest.mark.parametrize(
    "pair", ["x + 1 | x + 2", "sqrt(x^2) | x", "|x| | x", "ln(x^2) | 2ln(x+1)", "e^x | x^e"]
)
def test_what_is_not_the_same_is_not_proved(pair):
    one, other = (parse(each) for each in pair.split(" | "))
    assert not normal_difference_is_zero(one, other)


@given(expressions(), st.integers(1, 9))
def test_a_formula_in_another_shape_is_never_different(expr, k):
    other = Call(
        "/", (Call("-", (Call("*", (expr, Num(2 * k))), Call("*", (Num(k), expr)))), Num(k))
    )
    assert same_function(expr, other).verdict != "wrong"


@given(expressions(), st.integers(1, 9))
def test_a_formula_with_something_added_is_never_the_same(expr, k):
    other = Call("+", (expr, Num(Ratio(k, 10))))
    found = same_function(expr, other)
    assert found.verdict != "correct"
    assert found.certainty == "proved" or found.verdict == "unknown"


def test_a_letter_of_another_name_is_pointed_out(slope):
    done = slope("equal", "sin(x)^2", "1 - cos(t)^2")
    assert done.status == 1
    assert "did you mean x?" in done.err


@pytest.mark.parametrize(
    ("words", "printed", "status"),
    [
        (("(x+1)^2", "x^2+2x+1"), "equal\n", 0),
        (("0.333", "1/3"), "different: the first is 0.333, the second is 0.3333\n", 1),
        (("x^2", "x^3"), "different: at x = 2 the first is 4, the second is 8\n", 1),
        (("sqrt(x)", "x"), "different: at x = 2 the first is 1.41, the second is 2\n", 1),
        (("-x", "-x", "-x", "x"), "equal\n", 0),
    ],
)
def test_the_verdict_is_one_line(slope, words, printed, status):
    done = slope("equal", *words)
    assert (done.out, done.status) == (printed, status)


def test_json_has_the_verdict_and_its_witness(slope):
    assert slope("equal", "1/x", "1/|x|", "--json").out == (
        '{"a": "1/x", "b": "1/|x|", "verdict": "wrong", "certainty": "proved", "points": 2,'
        ' "witness": {"x": -1, "a": -1, "b": 1}, "domain": "same"}\n'
    )


def test_one_formula_is_not_enough(slope):
    done = slope("equal", "x")
    assert done.status == 2
    assert "two formulas" in done.err


def test_sympy_may_be_asked_for_a_proof(slope):
    done = slope("equal", "gamma(x+1)", "x gamma(x)", "--prove")
    assert (done.out, done.status) == ("equal\n", 0)


@pytest.mark.parametrize(
    ("one", "other", "options"),
    [
        ("(sin x)'", "cos x", {}),
        ("d/dx x^3", "3x^2", {}),
        ("(x^3)''", "6x", {}),
        ("d/dt t^2", "2t", {}),
        ("(a x^2)'", "4x", {"let": ["a=2"]}),
        ("(sin x)'", "pi/180 cos x", {"degrees": True}),
    ],
)
def test_a_derivative_that_is_asked_is_compared_as_that(one, other, options):
    assert equal(one, other, **options).verdict.verdict == "correct"


def test_a_derivative_inside_a_formula_is_not_taken_in_degrees():
    with pytest.raises(UnusableError, match="degrees"):
        equal("(sin x)' + 1", "cos x + 1", degrees=True)
