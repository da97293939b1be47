"""The slope of curves step by step: every equation holds, and the last is the one of `slope`."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slopecli.answers.curves.curve_formula import pair_of
from slopecli.answers.curves.curve_lesson import curve_lesson
from slopecli.answers.curves.curve_question import ask_curve
from slopecli.answers.curves.curve_slope import difference
from slopecli.answers.curves.implicit import slope_on
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.on_curve import places_on
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.render.curve_steps import curve_hint, curve_lesson_json, curve_lesson_text

CIRCLE = """\
1. Derive both sides in x: y is a function of x, with the slope y'
2.   Sum rule, (u + v)' = u' + v'
3.     Power rule, (x^n)' = n x^(n - 1): (x^2)' = 2x
4.     Chain rule, (u^2)' = 2u u', outer u^2, inner u = y, a function of x: (y^2)' = 2y y'
5.   So (x^2 + y^2)' = 2x + 2y y'
6.   Constant rule, c' = 0: 25' = 0
7. So 2x + 2y y' = 0
8. Collect what has y' in it on one side: 2y y' = -2x
9. Divide by 2y: y' = -x/y

dy/dx = -x/y
"""
SECOND = """\
Second derivative:
10. Derive y' in x once more: y is still a function of x
11.   Constant multiple rule, (c u)' = c u', c = -1, u = x/y
12.     Quotient rule, (u/v)' = (u' v - u v')/v^2, u = x, v = y: (x/y)' = (y - x y')/y^2
13.   So (-x/y)' = (x y' - y)/y^2
14. So y'' = (x y' - y)/y^2
15. Put in y' = -x/y: y'' = (x(-x/y) - y)/y^2 = -1/y - x^2/y^3

d^2y/dx^2 = -1/y - x^2/y^3
"""
PAIR = """\
First derivative:
1. Derive x in t
2.   Power rule, (t^n)' = n t^(n - 1): (t^2)' = 2t
3. So dx/dt = 2t
4. Derive y in t
5.   Power rule, (t^n)' = n t^(n - 1): (t^3)' = 3t^2
6. So dy/dt = 3t^2
7. Divide the slope of y by the slope of x: dy/dx = 3t^2/(2t) = 3t/2

Second derivative:
8. Derive dy/dx in t once more
9.   Constant multiple rule, (c u)' = c u', c = 1/2, u = 3t: (3t/2)' = 3/2
10. So d/dt (dy/dx) = 3/2
11. Divide by the slope of x again, 2t: d^2y/dx^2 = (3/2)/(2t) = 3/(4t)

d^2y/dx^2 = 3/(4t)
"""
EQUATIONS = (
    "x^2 + y^2 = 25; x^3 + y^3 = 6xy; x^2/9 + y^2/4 = 1; x y = 4; sin(y) = x; sin(x y) = x;"
    " e^(x y) = x + y; y^2 = x^3; y^3 = x; x^2 y + x y^2 = 6; ln(x y) = x - y; x^y = y^x;"
    " sqrt(x) + sqrt(y) = 3; tan(x - y) = y/(1 + x^2); (x^2 + y^2)^2 = 25(x^2 - y^2); y^5 + y = x;"
    " x = y e^y; x/y + y/x = 5/2; |x| + |y| = 3; x^2 + y = y^3"
).split("; ")
PAIRS = (
    "(cos t, sin t); (t^2, t^3); (t - sin t, 1 - cos t); (e^t, e^(-t)); (cos(t)^3, sin(t)^3);"
    " x = t^2 + 1, y = t^3 - t; (ln t, t^2); (t, t^2); (t + 1/t, t - 1/t); r = 1 + cos(θ); r = θ;"
    " r = 2 sin(3θ); r = e^(θ/5)"
).split("; ")


def test_a_curve_is_told_stage_by_stage(slope):
    assert slope("steps", "x^2 + y^2 = 25").out == CIRCLE
    assert slope("steps", "x^2 + y^2 = 25", "--order", "2").out.endswith("\n\n" + SECOND)
    assert slope("steps", "(t^2, t^3)", "--order", "2").out == PAIR


@pytest.mark.parametrize("order", ["1", "2"])
@pytest.mark.parametrize("curve", [*EQUATIONS, *PAIRS])
def test_the_last_line_is_the_answer_of_slope_itself(slope, curve, order):
    words = (curve, "--order", order)
    assert slope("steps", *words).out.splitlines()[-1] + "\n" == slope(*words).out


class Curve:
    """A point of a curve, and the numbers that every name in a lesson stands for there."""

    def __init__(self, at, moving, named):
        self.at = at
        self.moving = moving  # the slope of each letter along the curve
        self.named = named

    def slope_of(self, expr, balls):
        """By jets, along the curve."""
        jets = Jets(balls)
        point = {name: Jet([here, self.moving[name]]) for name, here in self.at.items()}
        found = evaluate(expr, point, jets)
        if isinstance(found, Missing):
            return None
        return balls.ball(found.coefficients[1] if type(found) is Jet else Ratio(0))


def on_equation(question, place, balls):
    across, up = question.letters
    at = {name: balls.ball(value) for name, value in place.at(balls).items()}
    equation = difference(*question.parts)
    slopes = [slope_on(equation, across, up, at, balls, order) for order in (1, 2)]
    if any(isinstance(each, Missing) for each in slopes):
        return None
    first, second = [balls.ball(each) for each in slopes]
    return Curve(
        at, {across: balls.ball(Ratio(1)), up: first}, {f"{up}'": first, f"{up}''": second}
    )


def check_lesson(question, curve, balls):
    """Each step's result is the slope of what it derives; both sides of each equation agree."""
    told = curve_lesson(question, 2)
    for stage in [stage for stages in told.stages for stage in stages]:
        steps = list(stage.steps)
        while steps:
            step = steps.pop()
            steps.extend(step.parts)
            wanted = curve.slope_of(step.of, balls)
            found = evaluate(step.result, {**curve.at, **curve.named}, balls)
            if wanted is not None and not isinstance(found, Missing):
                assert balls.ball(found).overlaps(wanted), (text(step.of), text(step.result))
        if stage.left is None:
            continue
        sides = [side for side in (stage.left, stage.between, stage.right) if side is not None]
        numbers = [evaluate(side, {**curve.at, **curve.named}, balls) for side in sides]
        known = [balls.ball(each) for each in numbers if not isinstance(each, Missing)]
        for one in known:
            assert one.overlaps(known[0]), (stage.kind, text(stage.left), text(stage.right))
            assert one.rel_accuracy_bits() > 60 or one.contains(0)


@pytest.mark.parametrize("curve", EQUATIONS)
def test_every_step_of_an_equation_is_right(curve):
    question = ask_curve(curve)
    balls = Balls(256)
    met = 0
    for place, _ in zip(
        places_on(difference(*question.parts), question.letters), range(8), strict=False
    ):
        there = on_equation(question, place, balls)
        if there is not None:
            check_lesson(question, there, balls)
            met += 1
    assert met


@given(st.sampled_from(PAIRS), st.fractions(1, 3, max_denominator=40))
@settings(max_examples=40)
def test_every_step_of_a_pair_is_right(curve, value):
    question = ask_curve(curve)
    (t,) = question.letters
    balls = Balls(256)
    jets = Jets(balls, 2)
    at = {t: balls.ball(Ratio(value.numerator, value.denominator))}
    x, y = [evaluate(part, {t: jets.variable(at[t])}, jets) for part in pair_of(question)]
    dx, dy, ddx, ddy = [balls.ball(each.term(k)) * k for k in (1, 2) for each in (x, y)]
    if dx.contains(0):
        return
    turn = (ddy * dx - dy * ddx) / dx**2  # the quotient rule
    named = {f"dx/d{t}": dx, f"dy/d{t}": dy, "dy/dx": dy / dx, f"d/d{t} (dy/dx)": turn}
    named["d^2y/dx^2"] = turn / dx
    check_lesson(question, Curve(at, {t: balls.ball(Ratio(1))}, named), balls)


@pytest.mark.parametrize("curve", [*EQUATIONS, *PAIRS])
def test_every_lesson_can_be_told_in_every_way(curve):
    told = curve_lesson(ask_curve(curve), 2, unfold=True)
    numbers = [
        line.partition(".")[0] for line in curve_lesson_text(told).splitlines() if ". " in line
    ]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert curve_lesson_text(told, markdown=True).count("$") % 2 == 0
    assert json.loads(curve_lesson_json(told))["result"] == text(told.formula)
    assert [len(curve_hint(told, level).splitlines()) for level in (1, 2)] != [0, 0]


def test_a_point_appends_the_substitution_and_the_value(slope):
    done = slope("steps", "x^2 + y^2 = 25", "--at", "x=3,y=4")
    assert done.out.endswith("\ndy/dx = -x/y\n\nAt x = 3, y = 4: -3/4\n-0.75\n")
    upright = slope("steps", "x^2 + y^2 = 25", "--at", "x=5,y=0")
    assert (upright.status, upright.out.splitlines()[-1]) == (1, "vertical")
    lines = slope("steps", "(t^2, t^3)", "--at", "t=2", "--json").out.splitlines()
    assert json.loads(lines[1])["slope"] == 3


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (
            "1",
            "Derive both sides in x. y is a function of x: each term with y brings a factor y'."
            " Then solve for y'.\n",
        ),
        ("2", "2x + 2y y' = 0\n"),
        ("3", "Divide by 2y: y' = -x/y\n"),
    ],
)
def test_hints_tell_a_little_at_a_time(slope, level, told):
    assert slope("steps", "x^2 + y^2 = 25", "--hint", level).out.endswith(told)


def test_steps_as_json_name_the_stages(slope):
    found = json.loads(slope("steps", "x^2 + y^2 = 25", "--json").out)
    assert [each["rule"] for each in found["steps"]] == ["both sides", "collect", "divide"]
    assert found["steps"][0]["parts"][0]["parts"][1]["pieces"]["argument"] == "x"


def test_names_of_slopes_are_fractions_in_latex(slope):
    told = slope("steps", "r = θ", "--latex", "--order", "2").out
    assert r"$\frac{dx}{d\theta} = " in told
    assert r"$\frac{d}{d\theta} \left(\frac{dy}{dx}\right) = " in told
    assert r"$\frac{d^{2}y}{dx^{2}} = " in told


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("(3, t)",), "x stands still"),
        (("x^2 + y - y = 3",), "y cancels"),
        (("x^2 + y^2 = 25", "--order", "0"), "begins at 1"),
        (("x^2 + y^2 = 25", "--definition", "--at", "x=3,y=4"), "is for functions"),
        (("x^2 + y^2 = 25", "--at", "x=3,y=5"), "not on the curve"),
    ],
)
def test_what_has_no_lesson_is_said(slope, words, complaint):
    done = slope("steps", *words)
    assert done.status == 2
    assert complaint in done.err
