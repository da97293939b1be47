from pathlib import Path

import pytest

from slopecli.calculus.derive import derivative, derive
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.parser import parse
from slopecli.language.text import text

CASES = Path(__file__).parents[1] / "cases" / "derivatives.txt"
LINES = [line for line in CASES.read_text().splitlines() if line and line[0] != "#"]
FUNCTIONS = [
    row.name for row in ROWS.values() if row.arity and row.name not in TRUTH and not row.reads
]


@pytest.mark.parametrize("line", LINES)
def test_a_derivative_reads_as_a_teacher_would_write_it(line):
    typed, written = line[:29].strip(), line[29:]
    found = derivative(parse(typed), "x")
    assert text(found) == written
    assert parse(written) == found


@pytest.mark.parametrize(
    ("typed", "order", "written"),
    [
        ("x^3", 0, "x^3"),
        ("x^3", 2, "6x"),
        ("x^3", 4, "0"),
        ("sin(x)", 4, "sin(x)"),
        ("e^(2x)", 3, "8e^(2x)"),
        ("1/x", 3, "-6/x^4"),
    ],
)
def test_derivatives_of_any_order(typed, order, written):
    assert text(derivative(parse(typed), "x", order)) == written


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_of_the_table_has_its_steps(name):
    row = ROWS[name]
    inner = parse("x/3 + 1")
    args: tuple[Expr, ...] = (inner, *[Num(2)] * (row.arity - 1))
    if name == "if":
        args = (parse("x < 1"), inner, parse("x^2"))
    elif name == "realpow":
        args = (inner, parse("2/3"))
    elif name == "polygamma":
        args = (Num(2), inner)
    step = derive(Call(name, args), "x")
    assert step.parts
    assert step.rule


def test_the_result_of_a_step_is_made_of_the_results_of_its_parts():
    step = derive(parse("x^2*sin(x)"), "x")
    assert step.rule == "product rule"
    assert [part.rule for part in step.parts] == ["power rule", "derivative of sin"]
    assert [text(part.result) for part in step.parts] == ["2x", "cos(x)"]
    assert [(name, text(piece)) for name, piece in step.pieces] == [("u", "x^2"), ("v", "sin(x)")]


def test_the_chain_rule_names_outer_and_inner():
    step = derive(parse("sin(x^2)"), "x")
    assert step.rule == "chain rule"
    assert [(name, text(piece)) for name, piece in step.pieces] == [
        ("outer", "sin(u)"),
        ("inner", "x^2"),
    ]


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("5", "constant rule"),
        ("x^7", "power rule"),
        ("5x^7", "constant multiple rule"),
        ("x + 5", "sum rule"),
        ("x*ln(x)", "product rule"),
        ("x/ln(x)", "quotient rule"),
        ("1/ln(x)", "reciprocal rule"),
        ("2^x", "exponential rule"),
        ("x^x", "logarithmic differentiation"),
        ("if(x < 0, x, 2x)", "piecewise"),
        ("ln(x)", "logarithm rule"),
    ],
)
def test_rules_are_called_as_in_class(typed, rule):
    assert derive(parse(typed), "x").rule == rule


def test_a_part_that_occurs_twice_is_derived_once():
    sine = parse("sin(x^2)")
    step = derive(Call("*", (sine, Call("ln", (sine,)))), "x")
    assert step.parts[0] is step.parts[1].parts[0]


def test_a_sum_of_10000_terms_is_derived_in_linear_time():
    expr: Expr = Var("x")
    for number in range(10_000):
        expr = Call("+", (expr, Call("*", (Num(number), Call("sin", (Var("x"),))))))
    assert text(derivative(expr, "x")) == "1 + 49995000 cos(x)"
