import json

import pytest
from expressions import expressions
from hypothesis import given

from slopecli.answers.steps import lesson
from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.render.steps import hint_text, lesson_json, lesson_text

LESSONS = {
    "x^2 sin(x)": """
1. Product rule, (u v)' = u' v + u v', u = x^2, v = sin(x)
2.   Power rule, (x^n)' = n x^(n - 1): (x^2)' = 2x
3.   Derivative of sin: (sin(x))' = cos(x)
4. So (x^2 sin(x))' = 2x sin(x) + x^2 cos(x)

2x sin(x) + x^2 cos(x)""",
    "(2x + 1)^10": """
1. Chain rule, (u^10)' = 10u^9 u', outer u^10, inner u = 2x + 1
2.   Sum rule, (u + v)' = u' + v': (2x + 1)' = 2
3. So ((2x + 1)^10)' = 20(2x + 1)^9

20(2x + 1)^9""",
    "x/e^x": """
1. Quotient rule, (u/v)' = (u' v - u v')/v^2, u = x, v = e^x
2.   Exponential rule: (e^x)' = e^x
3. So (x/e^x)' = (e^x - x e^x)/(e^x)^2 = (1 - x)/e^x

(1 - x)/e^x""",
    "x^x": """
1. Logarithmic differentiation, (u^v)' = u^v (v' ln(u) + v u'/u), u = x, v = x: \
(x^x)' = x^x (ln(x) + x/x) = x^x (ln(x) + 1)

x^x (ln(x) + 1)""",
    "arctan(x/2)": """
1. Chain rule, (atan(u))' = u'/(1 + u^2), outer atan(u), inner u = x/2: \
(atan(x/2))' = (1/2)/(1 + (x/2)^2) = 2/(4 + x^2)

2/(4 + x^2)""",
    "ln(cos x)": """
1. Chain rule, (ln(u))' = u'/u, outer ln(u), inner u = cos(x)
2.   Derivative of cos: (cos(x))' = -sin(x)
3. So (ln(cos(x)))' = -sin(x)/cos(x)

-sin(x)/cos(x)""",
    "ln(3x)": """
1. Chain rule, (ln(u))' = u'/u, outer ln(u), inner u = 3x: (ln(3x))' = 3/(3x) = 1/x

1/x""",
    "cos(5 - x)": """
1. Chain rule, (cos(u))' = -sin(u) u', outer cos(u), inner u = 5 - x
2.   Sum rule, (u + v)' = u' + v': (5 - x)' = -1
3. So (cos(5 - x))' = sin(5 - x)

sin(5 - x)""",
    "sin(x^2) ln(sin(x^2))": """
1. Product rule, (u v)' = u' v + u v', u = sin(x^2), v = ln(sin(x^2))
2.   Chain rule, (sin(u))' = cos(u) u', outer sin(u), inner u = x^2
3.     Power rule, (x^n)' = n x^(n - 1): (x^2)' = 2x
4.   So (sin(x^2))' = 2x cos(x^2)
5.   Chain rule, (ln(u))' = u'/u, outer ln(u), inner u = sin(x^2)
6.     (sin(x^2))' = 2x cos(x^2), found above in 4
7.   So (ln(sin(x^2)))' = 2x cos(x^2)/sin(x^2)
8. So (sin(x^2) ln(sin(x^2)))' = 2x cos(x^2) ln(sin(x^2)) + 2x cos(x^2)

2x cos(x^2) ln(sin(x^2)) + 2x cos(x^2)""",
    "if(x < 1, x^2, x^3)": """
1. Piecewise, each branch by itself
2.   Power rule, (x^n)' = n x^(n - 1): (x^2)' = 2x
3.   Power rule, (x^n)' = n x^(n - 1): (x^3)' = 3x^2
4. So (if(x < 1, x^2, x^3))' = if(x < 1, 2x, 3x^2)

if(x < 1, 2x, 3x^2)""",
}


@pytest.mark.parametrize("typed", LESSONS)
def test_a_lesson_tells_every_rule_in_order(slope, typed):
    assert slope("steps", typed).out == LESSONS[typed].removeprefix("\n") + "\n"


@pytest.mark.parametrize("typed", LESSONS)
def test_the_last_line_is_the_answer_of_slope_itself(slope, typed):
    assert slope("steps", typed).out.splitlines()[-1] + "\n" == slope(typed).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["e^x y"], "the variable is x; constant: y. For another one add -x y.\n"),
        (["a x^2 + b"], "the variable is x; constant: a, b. For another one add -x b.\n"),
        (["a x^2", "-x", "a"], ""),
        (["a x^2", "--let", "a=2"], ""),
        (["f(t) = a t"], ""),
        (["e^x y", "--quiet"], ""),
    ],
)
def test_which_letter_moves_is_said_where_nobody_said(slope, words, said):
    assert slope("steps", *words).err == said


def test_easy_parts_are_told_when_asked_for(slope):
    lines = slope("steps", "3x + 1", "--all").out.splitlines()
    assert "3.     Variable: x' = 1" in lines
    assert "5.   Constant rule, c' = 0: 1' = 0" in lines


def test_lessons_of_expressions_from_stdin(slope):
    answer = slope("steps", "-", stdin="3x\ncos(x)\n")
    assert answer.out.splitlines()[2::3] == ["3", "-sin(x)"]


def test_second_derivatives_have_their_own_lines(slope):
    assert slope("steps", "x^3", "--order", "2").out.splitlines() == [
        "First derivative:",
        "1. Power rule, (x^n)' = n x^(n - 1): (x^3)' = 3x^2",
        "",
        "Second derivative:",
        "2. Constant multiple rule, (c u)' = c u', c = 3, u = x^2",
        "3.   Power rule, (x^n)' = n x^(n - 1): (x^2)' = 2x",
        "4. So (3x^2)' = 6x",
        "",
        "6x",
    ]


def test_a_point_appends_the_substitution_and_the_value(slope):
    answer = slope("steps", "x^2", "--at", "3")
    assert answer.out.endswith("\n2x\n\nAt x = 3: 2*3\n6\n")


def test_a_point_without_a_slope_gives_status_1(slope):
    answer = slope("steps", "|x|", "--at", "0")
    assert answer.status == 1
    assert answer.out.endswith("sign(0)\ncorner\n")


def test_markdown_with_latex(slope):
    assert slope("steps", "x^2", "--latex").out == (
        r"1. **Power rule**, $\left(x^{n}\right)' = n x^{n - 1}$: $\left(x^{2}\right)' = 2 x$"
        "\n\n$2 x$\n"
    )


def test_steps_as_json(slope):
    found = json.loads(slope("steps", "x sin(x)", "--json").out)
    assert (found["rule"], found["of"]) == ("product rule", "x sin(x)")
    assert found["result"] == "sin(x) + x cos(x)"
    assert [part["rule"] for part in found["parts"]] == ["variable", "derivative of sin"]


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("1", "Use the product rule.\n"),
        ("2", "Use the product rule.\n(u v)' = u' v + u v', u = x, v = sin(x).\n"),
        (
            "3",
            "Use the product rule.\n(u v)' = u' v + u v', u = x, v = sin(x).\n"
            "x' = 1, (sin(x))' = cos(x).\nSo (x sin(x))' = sin(x) + x cos(x).\n",
        ),
    ],
)
def test_hints_tell_a_little_at_a_time(slope, level, told):
    assert slope("steps", "x sin(x)", "--hint", level).out == told


def test_the_definition_closes_in_on_the_slope(slope):
    assert slope("steps", "x^2", "--definition", "--at", "2").out == (
        "f(x) = x^2\n"
        "slope of the chord: (f(2 + h) - f(2))/h\n"
        "\n"
        "     h   chord to the right   chord to the left\n"
        "     1                    5                   3\n"
        "   0.1                  4.1                 3.9\n"
        "  0.01                 4.01                3.99\n"
        " 0.001                4.001               3.999\n"
        "0.0001               4.0001              3.9999\n"
        "  1e-5              4.00001             3.99999\n"
        "  1e-6             4.000001            3.999999\n"
        "\n"
        "limit for h -> 0: f'(2) =\n"
        "4\n"
    )


def test_the_definition_in_markdown(slope):
    lines = slope("steps", "x^2", "--definition", "--at", "2", "--latex").out.splitlines()
    assert lines[0] == r"$f\left(x\right) = x^{2}$"
    assert lines[5] == "| 0.1 | 4.1 | 3.9 |"
    assert lines[-1] == (r"$\lim_{h \to 0} \frac{f\left(2 + h\right) - f\left(2\right)}{h} = 4$")
    corner = slope("steps", "|x|", "--definition", "--at", "0", "--latex")
    assert corner.out.endswith("\ncorner\n")


def test_steps_at_a_point_as_json_are_two_lines(slope):
    lesson_line, point_line = slope("steps", "x^2", "--at", "3", "--json").out.splitlines()
    assert json.loads(lesson_line)["result"] == "2x"
    assert json.loads(point_line)["slope"] == 6


def test_the_definition_shows_a_corner_and_a_side_without_values(slope):
    corner = slope("steps", "|x|", "--definition", "--at", "0")
    assert corner.status == 1
    assert corner.out.endswith("corner\n")
    edge = slope("steps", "sqrt(x)", "--definition", "--at", "0", "--json")
    assert json.loads(edge.out)["chords"][2] == {"h": 0.01, "right": 10, "left": None}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["x", "--latex", "--json"], "exclude each other"),
        (["x", "--definition"], "--definition needs a point"),
        (["x", "--definition", "--at", "1", "--hint", "1"], "exclude each other"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_of_steps_that_do_not_go_together(slope, words, complaint):
    answer = slope("steps", *words)
    assert answer.status == 2
    assert complaint in answer.err


FUNCTIONS = [
    row.name for row in ROWS.values() if row.arity and row.name not in TRUTH and not row.reads
]
POINT = Ratio(5, 4)


def slope_by_jets(expr: Expr, place: Ratio) -> object:
    balls = Balls(200)
    jets = Jets(balls)
    jet = evaluate(expr, {"x": jets.variable(place)}, jets)
    if isinstance(jet, Missing):
        return None
    return balls.ball(jet.coefficients[1] if type(jet) is Jet else Ratio(0))


def check_steps(expr: Expr, place: Ratio) -> None:
    """Each step's result is the slope of what it derives, wherever jets find one."""
    stack = list(lesson(expr, "x").steps)
    while stack:
        step = stack.pop()
        stack.extend(step.parts)
        wanted = slope_by_jets(step.of, place)
        if wanted is None:
            continue
        balls = Balls(200)
        found = evaluate(step.result, {"x": place}, balls)
        if not isinstance(found, Missing):
            assert balls.ball(found).overlaps(wanted), (text(step.of), text(step.result))


@pytest.mark.parametrize("inside", ["x", "x/3 + 1/7"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_steps_of_every_function_of_the_table_are_right(name, inside):
    inner = parse(inside)
    args: tuple[Expr, ...] = (inner, *[Num(2)] * (ROWS[name].arity - 1))
    if name == "if":
        args = (parse("x < 1"), inner, parse("x^2"))
    elif name == "realpow":
        args = (inner, parse("2/3"))
    elif name == "polygamma":
        args = (Num(2), inner)
    expr = Call(name, args)
    check_steps(expr, POINT)
    told = lesson(expr, "x", unfold=True)
    assert lesson_text(told)
    assert lesson_text(told, markdown=True)
    assert json.loads(lesson_json(told))
    assert hint_text(told.steps[0], 3)


@given(expressions(leaves=8))
def test_the_steps_of_any_formula_are_right(expr):
    check_steps(expr, POINT)
    told = lesson(expr, "x")
    assert lesson_text(told).splitlines()[-1] == text(told.formula)


def test_deeply_nested_steps_are_told_but_too_deep_for_json():
    expr: Expr = Var("x")
    for _ in range(300):
        expr = Call("sin", (expr,))
    told = lesson(expr, "x")
    assert len(told.lines[0]) == 599
    with pytest.raises(LimitError, match="nested"):
        lesson_json(told)


def test_a_logarithm_to_a_base_is_told_with_its_rule(slope):
    first = slope("steps", "log_2(3x+1)").out.splitlines()[0]
    assert first == "1. Logarithm rule, (log(u, v))' = u'/(u ln(v)), u = 3x + 1, v = 2"
    assert "(log(u, v))'" not in slope("steps", "log(2, x)").out  # the base moves
