"""Answers with several equals signs: each link is checked, the last is the answer."""

import json

import pytest


@pytest.mark.parametrize(
    ("function", "answer", "at"),
    [
        ("x^2", "2*3 = 6", "3"),
        ("x^2", "f'(3) = 2*3 = 6", "3"),
        ("x^2", "= 6", "3"),
        ("x^2", "m = 6", "3"),
        ("x^2/2", "x = 4", "4"),
        ("e^x", "f'(1) = e ≈ 2.718", "1"),
        ("x^2", "2x = 6", "3"),
        ("x^2", "f'(x) = 2x, f'(3) = 6", "3"),
        ("x^2", "f'(3) ≈ 6.0", "3"),
        ("2^x", "f'(1) = 2 ln 2 ≈ 1.39", "1"),
        ("2^x", "2 \\ln 2 \\approx 1.39", "1"),
        ("x^2", "f'(x) = x + x = 2x", None),
        ("t^2", "s'(t) = 2t = t + t", None),
        ("x^3", "(x^3)' = 3x^2", None),
        ("x^3", "d/dx x^3 = 3x*x = 3x^2", None),
    ],
)
def test_links_that_are_all_right_are_right(slope, function, answer, at):
    done = slope("check", function, answer, *(["--at", at] if at else []))
    assert (done.out.split(",")[0].strip(), done.status) == ("correct", 0)


def test_a_number_for_a_curve_may_be_a_chain(slope):
    circle = ["check", "x^2 + y^2 = 25"]
    assert slope(*circle, "-x/y = -3/4 = -0.75", "--at", "x=3,y=4").out == "correct\n"
    assert "as far as -3/4" in slope(*circle, "-3/4 = -0.76", "--at", "x=3,y=4").out
    tangent = slope(*circle, "y - 4 = -3/4 (x - 3)", "--at", "x=3,y=4")
    assert "there is no slope in the equation" in tangent.err


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (
            ("x^2", "2*3 = 7", "--at", "3"),
            "wrong: at x = 3 your answer is 7, but the slope is 6\nit is right as far as 2*3\n",
        ),
        (
            ("(x+1)^3/3", "(x+1)^2 = x^2+1"),
            "wrong: at x = 1 your answer gives 2, but the slope is 4\n"
            "it is right as far as (x+1)^2\nit looks as if (x + 1)^2 is not x^2 + 1\n",
        ),
        (
            ("sin(3x)", "cos(3x) = cos(x*3)"),
            "wrong: at x = 1 your answer gives -0.99, but the slope is -2.97\n"
            "it looks as if the chain rule was forgotten at sin(3x): multiply by 3\n",
        ),
    ],
)
def test_the_last_link_is_the_answer(slope, words, printed):
    done = slope("check", *words)
    assert (done.out, done.status) == (printed, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("x^2", "2*4 = 6", "--at", "3"), "the two sides of this = are not the same"),
        (("x^2", "x^2 = 2x"), "the two sides of this = are not the same"),
        (("x^2", "x = 6", "--at", "3"), "this gives x a value, and that is not asked"),
        (("t^2", "t = 5"), "this gives t a value, and that is not asked"),
    ],
)
def test_what_may_mean_two_things_is_refused(slope, words, told):
    done = slope("check", *words)
    assert done.status == 2
    assert told in done.err


def test_a_cell_of_a_table_may_be_a_chain(slope):
    table = "function,answer,at\nx^2,2*3 = 6,3\nx^2,2*4 = 6,3\nx^2,f'(x) = 2x = x + x,\n"
    done = slope("grade", "-", "--json", stdin=table)
    verdicts = [json.loads(line)["verdict"] for line in done.out.splitlines()]
    assert verdicts == ["correct", "unreadable", "correct"]
