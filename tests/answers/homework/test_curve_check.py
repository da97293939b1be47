"""Answers about curves: right in any shape, wrong with a point that proves it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import table

from slopecli.answers.homework.curves.check import check_curve
from slopecli.answers.homework.curves.task import read_curve_task
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.on_curve import places_on
from slopecli.calculus.comparing.wrong_curves import WRONG_CURVES
from slopecli.calculus.evaluate import evaluate
from slopecli.language.parser import parse


def checked(curve, answer, order=1):
    return check_curve(read_curve_task(curve, answer, order=int(order)))


@pytest.mark.parametrize(("curve", "order", "answer"), table("curve_answers.txt"))
def test_a_right_answer_is_right_in_any_shape(curve, order, answer):
    assert checked(curve, answer, order).verdict.verdict == "correct"


@pytest.mark.parametrize(("curve", "order", "answer", "mistake"), table("curve_mistakes.txt"))
def test_a_wrong_answer_is_wrong_and_its_mistake_is_named(curve, order, answer, mistake):
    found = checked(curve, answer, order)
    assert found.verdict.verdict == "wrong"
    assert [each.id for each in found.mistakes][:1] == [mistake]


def test_every_wrong_way_has_an_example():
    told = {row.values[3] for row in table("curve_mistakes.txt")}
    rows = {row.mistake.removesuffix("-negative") for row in WRONG_CURVES}
    assert rows - told - {"sign-all"} == set()


@pytest.mark.parametrize(
    "equation",
    [
        "x^2 + y^2 - 25",
        "x^3 + y^3 - 6*x*y",
        "sin(x*y) - x",
        "x^2 + y^2 - 1/10000",
        "e^(x*y) - x - y",
        "(x - 1000)^2 + (y - 2000)^2 - 1",
    ],
)
def test_every_place_is_on_its_curve(equation):
    expr = parse(equation, ["x", "y"])
    balls = Balls(256)
    places = [place for place, _ in zip(places_on(expr, ["x", "y"]), range(12), strict=False)]
    assert len(places) == 12
    for place in places:
        assert balls.ball(evaluate(expr, place.at(balls), balls)).contains(0)
        plain = place.plain()
        if plain is not None:
            assert evaluate(expr, plain, balls) == balls.number(plain["x"] - plain["x"])


FACTORS = st.sampled_from(["x", "y", "x^2 + 1", "x y + 2", "e^x", "2"])


@given(
    st.sampled_from([row.values for row in table("curve_answers.txt")][:30]),
    FACTORS,
    st.integers(-3, 3),
)
@settings(max_examples=25)
def test_a_right_answer_bent_along_the_curve_is_never_wrong(row, factor, times):
    """On the curve left - right is 0, so any multiple of it may be added."""
    curve, order, answer = row
    left, right = curve.split("=")
    formula = answer.rpartition("=")[2]
    if "y'" in answer or "dy" in answer or "frac" in answer:
        return
    bent = f"({formula}) + {times}*({factor})*(({left}) - ({right}))".replace("xy", "x*y")
    assert checked(curve, bent, order).verdict.verdict != "wrong"


@given(st.sampled_from([row.values for row in table("curve_answers.txt")]), FACTORS)
@settings(max_examples=25)
def test_a_right_answer_with_something_added_is_never_right(row, factor):
    curve, order, answer = row
    formula = answer.rpartition("=")[2]
    if "y'" in answer or "dy" in answer or "frac" in answer or not curve.isascii():
        return
    if "p^2" in curve:
        return
    assert checked(curve, f"({formula}) + ({factor})^2", order).verdict.verdict == "wrong"


@pytest.mark.parametrize(
    ("words", "printed", "status"),
    [
        (("x^2 + y^2 = 25", "-x/y"), "correct\n", 0),
        (
            ("x^2 + y^2 = 25", "x/y"),
            "wrong: at x = 3, y = -4 your answer gives -0.75, but the slope is 0.75\n"
            "it looks as if a sign was lost on the way to y'\n",
            1,
        ),
        (
            ("x^2 + y^2 = 25", "2x + 2y = 0"),
            "wrong: at x = 3, y = -4 your equation gives no slope, but the slope is 0.75\n"
            "it looks as if y was derived as if it were x: each term with y needs a factor y'\n",
            1,
        ),
        (("x^2 + y^2 = 25", "-0.75", "--at", "x=3,y=4"), "correct\n", 0),
        (("x^2 + y^2 = 25", "-x/y", "--at", "x=3,y=4"), "correct\n", 0),
        (
            ("x^2 + y^2 = 25", "-0.3906", "--at", "x=3,y=4", "--order", "2"),
            "correct, to the digits you gave\n",
            0,
        ),
        (("x^2 + y^2 = 25", "vertical", "--at", "x=5,y=0"), "correct\n", 0),
        (("x^2 + y^2 = 25", "y'(3) = -0.75", "--at", "x=3,y=4"), "correct\n", 0),
        (("x^2 + y^2 = 25", "dy/dx(3,4) = -3/4", "--at", "x=3,y=4"), "correct\n", 0),
        (("x^2 + y^2 = 25", "m = -3/4", "--at", "x=3,y=4"), "correct\n", 0),
        (("2x + 3y = 6", "-2/3"), "correct\n", 0),
        (("y^2 = x^3", "singular", "--at", "x=0,y=0"), "correct\n", 0),
        (
            ("x^2 + y^2 = 25", "0", "--at", "x=5,y=0"),
            "wrong: at x = 5, y = 0 your answer is 0, but there is no slope\n",
            1,
        ),
        (("x^2 + y^2 = 25", "-0.333x/y + 0.333x/y - 1.000x/y"), "correct\n", 0),
        (("2x^2 + 3y^2 = 6", "-0.667x/y"), "correct, to the digits you gave\n", 0),
        (("x^2 + y^2 = a", "-x/y", "--let", "a=4"), "correct\n", 0),
        (("a y + x^2 = 1", "-2x/a", "--let", "a=sin(30)", "--degrees"), "correct\n", 0),
        (("(cos t, sin t)", "-0.577", "--at", "t=pi/3"), "correct, to the digits you gave\n", 0),
        (
            ("(t^2, t^3)", "12", "--at", "t=2"),
            "wrong: at t = 2 your answer is 12, but the slope is 3\n"
            "it looks as if only dy/dt was given: divide it by dx/dt\n",
            1,
        ),
        (("r = 1 + cos(θ)", "-0.414", "--at", "θ=pi/4"), "correct, to the digits you gave\n", 0),
        (("x^2 y", "2x y", "-x", "x"), "correct\n", 0),
        (("x^2 y", "4", "--at", "x=1,y=2", "-x", "x"), "correct\n", 0),
        (
            ("x^2 + y^2 = 25", "ln(x - 100)"),
            "wrong: at x = 1, y = 4.89897948556636 your answer has no value,"
            " but the slope is -0.204\n",
            1,
        ),
        (
            ("x^2 + y^2 = 25", "-x/sqrt(25 - x^2)"),
            "wrong: at x = 3, y = -4 your answer gives -0.75, but the slope is 0.75\n"
            "it is right at all 7 points tried around x = 3, y = 4, but not on all of the curve\n",
            1,
        ),
        (
            ("x^2 + y^2 = 25", "-xy"),  # right at single points, where y is 1 or -1
            "wrong: at x = 3, y = -4 your answer gives 12, but the slope is 0.75\n",
            1,
        ),
        (
            ("x^2 + y^2 = 25", "-2x/2y"),
            "wrong: at x = 3, y = -4 your answer gives 12, but the slope is 0.75\n"
            "with brackets, -2x/(2y), it would be right\n",
            1,
        ),
        (
            ("x^2 + y^2 = -1", "x/y"),
            "cannot decide: I find only 0 points of the curve at which both have a value\n",
            1,
        ),
    ],
)
def test_what_a_student_reads(slope, words, printed, status):
    done = slope("check", *words)
    assert (done.out, done.status) == (printed, status)


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        (("x^2 + y^2 = 25", "0.75", "--at", "x=3,y=4"), "impl-sign"),
        (("x^2 + y^2 = 25", "4/3", "--at", "x=3,y=4"), "point-errs-normal"),
        (("x^2 + y^2 = 25", "1.33", "--at", "x=3,y=4"), "point-errs-normal"),
        (("x^2 + y^2 = 25", "-4/3", "--at", "x=3,y=4"), "impl-recip"),
        (("x^2 + y^2 = 25", "4", "--at", "x=3,y=4"), "point-errs-value"),
        (("x^2 + 4y^2 = 8", "1/2", "--at", "x=2,y=1"), "impl-sign"),
        (("x^2 + 4y^2 = 20", "-1/8", "--at", "x=2,y=2"), None),
        (("x y = 6", "3/2", "--at", "x=2,y=3"), "impl-sign"),
        (("x y = 6", "6", "--at", "x=2,y=3"), "point-errs-intercept"),
        (("y^2 = x^3", "2", "--at", "x=4,y=8"), "point-errs-secant"),
        (("x^3 + y^3 = 9", "-4", "--at", "x=1,y=2"), "impl-recip"),
        (("x^2 y = 4", "4", "--at", "x=1,y=4"), "point-errs-value"),
        (("x^3 + y^2 = 5", "-12/2", "--at", "x=1,y=2"), "point-errs-swapped"),
        (("(t^2, t^3)", "1/3", "--at", "t=2"), "param-invert"),
        (("(t^2, t^3)", "-3", "--at", "t=2"), "sign-all"),
        (("(t^2, t^3)", "-1/3", "--at", "t=2"), "point-errs-normal"),
        (("(t^2, t^3)", "4", "--at", "t=2"), "param-one-x"),
        (("(t^2, t^3)", "6", "--at", "t=2", "--order", "2"), "param-second"),
        (("(t, sin t)", "0.9999", "--at", "t=pi/4"), "degrees"),
        (("x^2", "4", "--at", "3"), None),
        (("x^2", "7", "--at", "3"), "point-errs-secant"),
        (("x^2", "6.1", "--at", "3"), "point-errs-secant"),
        (("x^3", "7", "--at", "1"), "point-errs-secant"),
        (("x^3", "4", "--at", "2"), "pow-no-coeff"),
        (("x^3", "-16", "--at", "2"), "point-errs-intercept"),
        (("x^3", "-1/12", "--at", "2"), "point-errs-normal"),
        (("x^3", "-12", "--at", "2"), "point-errs-sign"),
        (("x^3", "8", "--at", "2"), "point-errs-value"),
        (("x^2 y", "1", "--at", "x=1,y=2", "-x", "x"), "partial-wrong-var"),
        (("x^2 y", "x^2", "-x", "x"), "partial-wrong-var"),
        (("x^2 y", "2x y + x^2", "-x", "x"), "partial-wrong-var-function"),
        (("x^2 y", "2x y + x^2 y'", "-x", "x"), "partial-wrong-var-function"),
        (("x^2 + y^2 = 25", "-x/y + C"), "plus-c"),
        (("x^2 + a y^2 = 1", "-x/a y", "--let", "a=3"), "brackets-missing"),
    ],
)
def test_mistakes_at_a_point_and_with_several_letters(slope, words, mistake):
    found = json.loads(slope("check", *words, "--json").out)
    assert found["verdict"] == "wrong"
    assert [each["id"] for each in found["mistakes"]][:1] == ([mistake] if mistake else [])


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("1", "look again at y^3"),
        ("2", "at y^3 you need the chain rule:"),
        ("3", "the slope of y^3 is 3y^2 y'"),
    ],
)
def test_hints_come_in_stages(slope, stage, told):
    done = slope("check", "x^3 + y^3 = 6xy", "(3x^2 + 3y^2 - 6y)/(6x)", "--hint", stage)
    assert done.out.splitlines()[1].startswith(told)


def test_the_right_answer_is_told_only_when_asked_for(slope):
    assert "right answer" not in slope("check", "x^2 + y^2 = 25", "x/y").out
    assert "the right answer: -x/y" in slope("check", "x^2 + y^2 = 25", "x/y", "--show").out


def test_a_wrong_answer_as_json_has_a_point_of_the_curve(slope):
    found = json.loads(slope("check", "x^2 + y^2 = 25", "x/y", "--json").out)
    assert found["witness"] == {"x": 3, "y": -4, "yours": -0.75, "right": 0.75}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("x^2 + y^2 = 25", "y'"), "y' is what was asked"),
        (("x^2 + y^2 = 25", "y'^2 = x"), "cannot be solved"),
        (("x^2 + y^2 = 25", "-x/y", "--order", "0"), "begins at 1"),
        (("x^2 + y^2 = 25", ""), "there is no answer"),
        (("x^2 + y^2 = 25", "1", "--at", "x=5,y=1"), "not on the curve"),
        (("x^2 + y^2 = 25", "1", "--at", "x=3"), "does not say where y is"),
        (("(cos t, sin t)", "x = 3"), "no dy/dx"),
        (("x^2 y", "4", "--at", "x=1,y=2"), "which letter"),
    ],
)
def test_what_cannot_be_checked_is_said(slope, words, complaint):
    done = slope("check", *words)
    assert done.status == 2
    assert complaint in done.err


def test_homework_may_hold_curves(slope, tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "function,answer,at,order\n"
        "x^2 + y^2 = 25,-x/y,,\n"
        "x^2 + y^2 = 25,y/x,,\n"
        'x^2 + y^2 = 25,-0.75,"x=3,y=4",\n'
        '"(t^2, t^3)",3/(4t),,2\n'
        '"(t^2, t^3)",3t,,2\n'
    )
    lines = slope("grade", str(sheet), "--json").out.splitlines()
    found = [json.loads(line) for line in lines]
    assert [each["verdict"] for each in found] == [
        "correct",
        "wrong",
        "correct",
        "correct",
        "wrong",
    ]
    assert [each["mistakes"][0]["id"] for each in found if each["mistakes"]] == [
        "impl-recip-sign",
        "param-second",
    ]


NOTEBOOK = """\
Name: Anna
1) x^2 + y^2 = 25
2x + 2y y' = 0
y' = -2x/(2y)
   = -x/y
y'' = -25/y^3

2) x^3 + y^3 = 6xy
3x^2 + 3y^2 y' = 6y + 6x
y' = (6y + 6x - 3x^2)/(3y^2)

3) (t^2, t^3)
dy/dx = 3t/2
d^2y/dx^2 = 3t
so a = b, as said above.

4) r = 1 + cos(θ)
dy/dx = -sin(θ)

f(x) = x^2
f'(x) = 2x
"""


def test_working_on_a_curve_is_graded_line_by_line(slope, tmp_path):
    notebook = tmp_path / "homework.txt"
    notebook.write_text(NOTEBOOK, "utf-8")
    lines = slope("grade", str(notebook), "--json").out.splitlines()
    found = [json.loads(line) for line in lines]
    assert [(each["line"], each["verdict"]) for each in found] == [
        (3, "correct"),
        (6, "correct"),
        (9, "wrong"),
        (13, "correct"),
        (14, "wrong"),
        (18, "wrong"),
        (21, "correct"),
    ]
    assert [each["mistakes"][0]["id"] for each in found if each["mistakes"]] == [
        "impl-no-dydx",
        "param-second",
        "polar-radius",
    ]
