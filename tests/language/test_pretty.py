import pytest
from expressions import expressions
from hypothesis import given

from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.parser import parse
from slopecli.language.pretty import pretty

LINES = """
x^2*sin(2*x)          x²·sin(2x)
2*x*sin(x) + pi       2x·sin(x) + π
e^(-2*x)              e⁻²ˣ
e^(x/2)               e^(x/2)
2^(x + 1)             2^(x + 1)
(x + 1)^2             (x + 1)²
sqrt(x)               √x
sqrt(x + 1)           √(x + 1)
-(x + 1)              -(x + 1)
(-x)^2                (-x)²
|x|*x                 |x|·x
x <= 1                x ≤ 1
log(x, 2)             log(x, 2)
(x!)^2                (x!)²
x - 1 - y             x - 1 - y
x - (1 - y)           x - (1 - y)
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_a_formula_on_one_line(line):
    assert pretty(parse(line[:22])) == line[22:]


def test_a_fraction_has_its_line():
    assert pretty(parse("1 - x/sqrt(x^2 + 1)")) == (
        "         x\n"
        "1 - ───────────\n"
        "     √(x² + 1)"
    )  # fmt: skip


def test_brackets_grow_with_what_they_hold():
    assert pretty(parse("ln(1/x)^2")) == (
        "  ⎛ 1 ⎞\n"
        "ln⎜───⎟²\n"
        "  ⎝ x ⎠"
    )  # fmt: skip


@given(expressions(leaves=8))
def test_every_formula_has_a_picture(expr):
    assert pretty(expr)


def test_a_picture_of_thousands_of_terms_is_refused():
    expr: Expr = Var("x")
    for _ in range(6000):
        expr = Call("+", (expr, Var("x")))
    with pytest.raises(LimitError, match="picture"):
        pretty(expr)
