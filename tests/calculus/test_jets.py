"""Slopes of every order: against mpmath's, exact where they are, and quickly enough."""

import mpmath
import pytest
from reference import Reference
from tables import table

from slopecli.answers.question import ask
from slopecli.answers.slope import slope_at
from slopecli.calculus.evaluate import evaluate
from slopecli.language.functions import ROWS

ORDERS = [1, 2, 3, 5, 8, 13, 20]
HIGHEST = 100


def slope(source, at, order, digits=15):
    question = ask(source, at=[at])
    return slope_at(
        question.fixed, question.variable, question.points[0], order=order, digits=digits
    )


@pytest.mark.parametrize(("source", "at"), table("orders.txt"))
def test_every_digit_of_every_order_is_right(source, at):
    question = ask(source, at=[at])
    with mpmath.workdps(60):
        here = evaluate(question.points[0].expr, {}, Reference())

        def curve(x):
            return evaluate(question.fixed, {question.variable: x}, Reference())

        for order in ORDERS:
            right = mpmath.diff(curve, here, order)
            found = mpmath.mpf(slope(source, at, order).text)
            assert abs(found - right) <= abs(right) * mpmath.mpf(10) ** -14 / 2 + 1e-40


SMOOTH = {
    "asec": "2", "acsc": "2", "acosh": "2", "acoth": "2", "atanh": "1/2", "asin": "1/2",
    "acos": "1/2", "asech": "1/2",
}  # fmt: skip
ROWS_OF_ONE = [row.name for row in ROWS.values() if row.arity == 1 and not row.is_operator]


@pytest.mark.parametrize("name", ROWS_OF_ONE)
def test_order_a_hundred_of_every_function_is_known(name):
    assert slope(f"{name}(x)", SMOOTH.get(name, "7/5"), HIGHEST).status == "ok"


@pytest.mark.parametrize(
    ("source", "at", "order", "printed"),
    [
        ("1/(1-x)", "0", 20, "2.43290200817664e+18"),
        ("x^7", "3", 7, "5040"),
        ("x^7", "3", 8, "0"),
        ("x^1000000", "0", 100, "0"),
        ("sinc(x)", "0", 2, "-0.333333333333333"),
        ("sinc(x)", "0", 100, "0.0099009900990099"),
        ("e^(-x^2)", "0", 20, "670442572800"),
        ("lambertw(x)", "0", 5, "625"),
        ("x|x|", "0", 2, "corner"),
        ("|x|^3", "0", 3, "corner"),
        ("|x|^31 + sin(x)", "0", 30, "0"),
        ("x^(7/2)", "0", 3, "endpoint"),
        ("x^(7/3)", "0", 3, "vertical"),
    ],
)
def test_slopes_of_higher_order(source, at, order, printed):
    assert slope(source, at, order).text == printed
