"""Whether an answer is right, and what a wrong one looks like."""

import pytest
from expressions import expressions
from hypothesis import given
from hypothesis import strategies as st
from tables import table

from slopecli.answers.homework.check import check
from slopecli.answers.homework.checked import checked
from slopecli.answers.homework.task import judge, read_task
from slopecli.calculus.comparing.wrong_rules import WRONG_RULES
from slopecli.calculus.derive import derivative
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Call, Num
from slopecli.language.ratio import Ratio
from slopecli.language.text import text


@pytest.mark.parametrize(("function", "answer", "mistake"), table("mistakes_made.txt"))
def test_a_wrong_answer_is_wrong_and_its_mistake_is_named(function, answer, mistake):
    found = check(read_task(function, answer))
    assert found.verdict.verdict == "wrong"
    assert [each.id for each in found.mistakes][:1] == [mistake]


@pytest.mark.parametrize(("function", "answer", "mistake"), table("mistakes_made.txt"))
def test_the_right_answer_to_the_same_question_is_right(function, answer, mistake):
    right = text(read_task(function, answer).right)
    found = check(read_task(function, right))
    assert (found.verdict.verdict, found.mistakes) == ("correct", [])


def test_every_wrong_rule_speaks_of_the_place():
    assert [row.mistake for row in WRONG_RULES if "{" not in row.says] == []


@pytest.mark.parametrize(
    ("function", "answer"),
    [
        ("sin(3x)", "f'(x) = 3cos(3x)"),
        ("sin(3x)", "y' = 3cos(3x)"),
        ("sin(3x)", "dy/dx = 3 cos 3x"),
        ("x^2", "2x dx"),
        ("x^2", "dy = 2x dx"),
        ("x^2", "x + x"),
        ("x sin x", "sin x + x cos x"),
        ("ln x", "1/x"),
        ("(x+1)^2", "2x + 2"),
        ("d/dx x^2", "2x"),
        ("(x^3)''", "6x"),
        ("a x^2", "2 a x"),
        ("s(t) = t^2", "2t"),
        ("x^2", "d/dx x^2"),
        ("x^2", "$f'(x) = 2x$"),
        ("x^2", "$$2x$$"),
        ("x^2", r"\(f^{\prime}(x) = 2x\)"),
        ("x^2", "Answer: 2x."),
        ("x^2", "the derivative is 2x;"),
        ("x^2", "导数：2x。"),
        ("|x|", "x/|x|"),
        ("max(x, 0)", "if(x > 0, 1, 0)"),
        ("floor(x)", "0"),
        ("if(x < 0, x, ln(x))", "if(x < 0, 1, 1/x)"),
    ],
)
def test_a_right_answer_is_right_in_any_shape(function, answer):
    found = check(read_task(function, answer))
    assert found.verdict.verdict == "correct"


@pytest.mark.parametrize("answer", ["(sin x)'", "d/dx sin x", "pi/180 cos x", "y' = cos(x) pi/180"])
def test_a_right_answer_in_degrees_is_right(answer):
    assert check(read_task("sin x", answer, degrees=True)).verdict.verdict == "correct"


def test_a_derivative_inside_an_answer_is_not_taken_in_degrees():
    with pytest.raises(UnusableError, match="degrees"):
        read_task("sin x", "(sin x)' + 0", degrees=True)


@pytest.mark.parametrize(
    ("function", "answer", "certainty"),
    [
        ("2^x", "0.693*2^x", "rounded"),
        ("sqrt(2) x^2", "2.83x", "rounded"),
        ("x^3/3", "1.00x^2", "proved"),
        ("sin(pi x)", "3.142cos(3.142x)", "rounded"),
        ("x^2/3000000", "6.67e-7 x", "rounded"),
        ("1234567x^2", "2.469e6 x", "rounded"),
        ("x^2/3000000", "6.66e-7 x", None),
        ("0.24x", "0.2", None),
        ("0.24x", "0.240", "proved"),
        ("2^x", "0.69*2^x", None),
    ],
)
def test_rounded_decimals_are_right_to_the_digits_given(function, answer, certainty):
    verdict = check(read_task(function, answer)).verdict
    assert (verdict.certainty if verdict.verdict == "correct" else None) == certainty


@pytest.mark.parametrize("base", ["x-100", "x-1000", "4-(x-7)^2", "1-9(x-7)^2"])
def test_a_rounded_exponent_is_right_where_it_has_values(base):
    task = read_task(f"({base})^(1/3)", f"({base})^0.33333", kind="equal")
    assert check(task).verdict.certainty == "rounded"
    task = read_task(f"({base})^(1/3)", f"({base})^0.33334", kind="equal")
    assert check(task).verdict.verdict == "wrong"


@pytest.mark.parametrize(
    ("words", "printed", "status"),
    [
        (("x^2", "6", "--at", "3"), "correct\n", 0),
        (("x^2", "2x", "--at", "3"), "correct\n", 0),
        (("x^3/3", "1/4", "--at", "1/2"), "correct\n", 0),
        (("sin x", "0.866", "--at", "pi/6"), "correct, to the digits you gave\n", 0),
        (("|x|", "no slope", "--at", "0"), "correct\n", 0),
        (
            ("x^2", "9", "--at", "3"),
            "wrong: at x = 3 your answer is 9, but the slope is 6\n"
            "it looks as if the value of the function was given, not its slope\n",
            1,
        ),
        (("|x|", "1", "--at", "0"), "wrong: at x = 0 your answer is 1, but there is no slope\n", 1),
        (("2x", "x^2 + C", "--integral"), "correct\n", 0),
        (
            ("2x", "x^2 + 3x", "--integral"),
            "wrong: at x = 1 your answer has the slope 5, but the function is 2\n"
            "it looks as if there is a term too many: 3\n",
            1,
        ),
        (
            ("x^2+1", "x^3/3 + C", "--integral"),
            "wrong: at x = 1 your answer has the slope 1, but the function is 2\n"
            "it looks as if a term is missing: 1\n",
            1,
        ),
        (
            ("sin(3x)", "cos(3x)"),
            "wrong: at x = 1 your answer gives -0.99, but the slope is -2.97\n"
            "it looks as if the chain rule was forgotten at sin(3x): multiply by 3\n",
            1,
        ),
        (
            ("x^2", "2x", "--integral"),
            "wrong: at x = 1 your answer has the slope 2, but the function is 1\n"
            "it looks as if the function was derived: the antiderivative was asked\n",
            1,
        ),
        (
            ("x^2+1", "2x+1"),
            "wrong: at x = 1 your answer gives 3, but the slope is 2\n"
            "it looks as if the constant 1 was kept: its slope is 0\n",
            1,
        ),
        (("-x^2", "-2x"), "correct\n", 0),
        (
            ("√x", "1/2√x"),
            "wrong: at x = 2 your answer gives 0.707, but the slope is 0.354\n"
            "with brackets, 1/(2√x), it would be right\n",
            1,
        ),
        (
            ("√x", "0.35", "--at", "2"),
            "wrong: at x = 2 your answer is 0.35, but the slope is 0.354\n"
            "to the digits you gave it would agree; give at least three digits\n",
            1,
        ),
        (
            ("2^x", "0.69*2^x"),
            "wrong: at x = 1 your answer gives 1.38, but the slope is 1.39\n"
            "to the digits you gave it would agree; give at least three digits\n",
            1,
        ),
        (("x^3", "6x", "--order", "2"), "correct\n", 0),
        (
            ("x^4", "12x", "--order", "2"),
            "wrong: at x = 2 your answer gives 24, but the slope is 48\n"
            "it looks as if at x^3 the exponent became two less: from 3 it goes down by one\n",
            1,
        ),
        (
            ("sin(2x)", "-2sin(2x)", "--order", "2"),
            "wrong: at x = 1 your answer gives -1.82, but the slope is -3.64\n"
            "it looks as if the chain rule was forgotten at cos(2x): multiply by 2\n"
            "it looks as if the factor 2 was lost at 2 cos(2x)\n",
            1,
        ),
        (
            ("sin(x^2)", "-2x sin(x^2)", "--order", "2"),
            "wrong: at x = 1 your answer gives -1.68, but the slope is -2.29\n"
            "it looks as if the chain rule was forgotten at sin(x^2): multiply by 2x,"
            " in the first slope\n",
            1,
        ),
        (
            ("x^3", "3x^2", "--order", "2"),
            "wrong: at x = 1 your answer gives 3, but the slope is 6\n"
            "it looks as if it was derived once, but asked is twice\n",
            1,
        ),
        (("2^x", "0.693*4", "--at", "2"), "correct, to the digits you gave\n", 0),
        (
            ("2^x", "0.69*4", "--at", "2"),
            "wrong: at x = 2 your answer is 2.76, but the slope is 2.77\n"
            "to the digits you gave it would agree; give at least three digits\n",
            1,
        ),
        (("sin x", "pi/180 cos(30)", "--at", "30", "--degrees"), "correct\n", 0),
        (
            ("√x", "1/2√x", "--at", "9"),
            "wrong: at x = 9 your answer is 1.5, but the slope is 0.167\n"
            "with brackets, 1/(2√x), it would be right\n",
            1,
        ),
        (
            ("x^3", "3*-2^2", "--at", "-2"),
            "wrong: at x = -2 your answer is -12, but the slope is 12\n"
            "with brackets, 3*(-2)^2, it would be right\n",
            1,
        ),
        (
            ("e^2x", "2e^2x"),
            "wrong: at x = 1 your answer gives 14.8, but the slope is 7.39\n"
            "if the question means e^(2x), then 2e^(2x) is right\n",
            1,
        ),
        (
            ("sqrt(x^2+9)", "1/10", "--at", "4"),
            "wrong: at x = 4 your answer is 0.1, but the slope is 0.8\n"
            "it looks as if the chain rule was forgotten at sqrt(x^2 + 9): multiply by 2x\n",
            1,
        ),
        (
            ("x^4", "24", "--at", "2", "--order", "2"),
            "wrong: at x = 2 your answer is 24, but the slope is 48\n"
            "it looks as if at x^3 the exponent became two less: from 3 it goes down by one\n",
            1,
        ),
        (
            ("x^2 cos x", "-2.10", "--at", "2"),
            "wrong: at x = 2 your answer is -2.1, but the slope is -5.3\n",
            1,
        ),
        (("x^2", "2x", "--at", "2"), "correct\n", 0),
        (("x^2/2 + x + 1", "1 + x", "--at", "0"), "correct\n", 0),
    ],
)
def test_what_a_student_reads(slope, words, printed, status):
    done = slope("check", *words)
    assert (done.out, done.status) == (printed, status)


@pytest.mark.parametrize(
    ("function", "answer", "inside"),
    [("1/x", "ln x + C", "x"), ("1/(2x)", "ln(2x)/2", "2x"), ("1/x", "ln|x| + C", None)],
)
def test_a_logarithm_without_bars_is_right_but_told(slope, function, answer, inside):
    told = "right where it has a value; at x = -1 it has none, but the function has one"
    done = slope("check", function, answer, "--integral")
    assert (done.out, done.status) == ("correct\n", 0)
    assert done.err == (f"{told}: write ln|{inside}|\n" if inside else "")


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("1", "look again at sin(3x)"),
        ("2", "at sin(3x) you need the chain rule: the slope of the outer function,"),
        ("3", "the slope of sin(3x) is 3 cos(3x)"),
    ],
)
def test_hints_come_in_stages(slope, stage, told):
    assert (
        slope("check", "sin(3x)", "cos(3x)", "--hint", stage).out.splitlines()[1].startswith(told)
    )


def test_the_right_answer_is_told_only_when_asked_for(slope):
    assert "3 cos" not in slope("check", "sin(3x)", "cos(3x)").out
    assert "the right answer: 3 cos(3x)" in slope("check", "sin(3x)", "cos(3x)", "--show").out


def test_a_letter_that_is_not_in_the_question_is_pointed_out(slope):
    assert "did you mean x?" in slope("check", "x^2", "2t").out


def test_an_answer_that_cannot_be_read_is_no_wrong_answer(slope):
    done = slope("check", "x^2", "tahn(x)")
    assert done.status == 2
    assert "Did you mean tanh?" in done.err


@given(expressions(8), st.integers(2, 5))
def test_the_derivative_in_another_shape_is_never_wrong(expr, k):
    task = _task(expr, lambda slope: Call("/", (Call("*", (Num(k), slope)), Num(k))))
    assert judge(task)[0].verdict != "wrong"


@given(expressions(8), st.integers(1, 9))
def test_the_derivative_plus_something_is_never_right(expr, k):
    task = _task(expr, lambda slope: Call("+", (slope, Num(Ratio(k, 8)))))
    assert judge(task)[0].verdict != "correct"


@given(expressions(8), expressions(6))
def test_a_diagnosis_never_fails(expr, answer):
    found = check(_task(expr, lambda slope: Call("+", (slope, answer))))
    assert len(found.mistakes) <= 3


def _task(expr, change):
    """The question of this formula, with its derivative changed as the answer."""
    try:
        slope = derivative(expr, "x")
    except LimitError:
        slope = expr
    task = read_task("x", "x")
    task.question.expr = expr
    task.answer.expr = change(slope)
    return type(task)(task.question, task.answer, "derivative", 1)


def test_a_high_order_is_checked_without_its_formula(slope):
    done = slope("check", "sin(x)^5/(x^2 + 1)", "2x", "--order", "8")
    assert done.out == "wrong: at x = 1 your answer gives 2, but the slope is 8100\n"
    assert slope("check", "sin(2x)", "256sin(2x)", "--order", "8").out.startswith("correct")


@pytest.mark.parametrize(
    ("answer", "at", "told"),
    [
        ("y = 6x - 9", "3", "this is the tangent; asked is its slope, a number."),
        ("6(x - 3) + 9", "3", "this is the tangent; asked is its slope, a number."),
        ("4x - 4", "2", "this is the tangent; asked is its slope, a number."),
        ("y = 5x - 6", "3", "this is a line through the point; asked is the slope, a number."),
    ],
)
def test_a_line_is_no_slope(slope, answer, at, told):
    done = slope("check", "x^2", answer, "--at", at)
    assert done.status == 2
    assert told in done.err


@pytest.mark.parametrize("point", [str(n) for n in range(1, 40)])
def test_a_slope_whose_digits_end_in_zeros_by_chance_is_no_fraction(point):
    for answer in ("exp(x)", f"exp({point})"):
        assert checked("e^x", answer, at=point).verdict.verdict == "correct"


def test_a_slope_too_large_for_digits_is_not_judged(slope):
    done = slope("check", "e^(e^x)", "5", "--at", "30")
    assert done.out == "cannot decide: the slope is above 10^999999999\n"


def test_the_slope_of_the_one_side_is_right_where_a_curve_ends(slope):
    done = slope("check", "x^(3/2)", "0", "--at", "0")
    assert (done.out, done.status) == ("correct\n", 0)
    assert done.err == "the curve ends here: this is the slope from the right\n"
    assert slope("check", "x^(3/2)", "no slope", "--at", "0").out == "correct\n"
    assert slope("check", "x^(3/2)", "1", "--at", "0").status == 1
