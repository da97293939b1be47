import time

import pytest
from expressions import expressions
from hypothesis import given

from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.parser import parse, read
from slopecli.language.text import text

SPELLED = """
2*x*sin(x) + x**2*cos(x)      2x sin(x) + x^2 cos(x)
abs(x - 1)                    |x - 1|
abs(abs(x) - 1)               abs(|x| - 1)
e^(2*x)                       e^(2x)
x/2                           x/2
(1/2)*x                       (1/2)x
x/2*sin(x)                    (x/2) sin(x)
(x/y)/z                       (x/y)/z
x/(y*z)                       x/(y z)
-x^2                          -x^2
(-x)^2                        (-x)^2
-(2*x)                        -2x
(-2)*x                        (-2)x
-(x + 1)                      -(x + 1)
x*(-y)                        x(-y)
x - (-y)                      x - (-y)
x - (y - z)                   x - (y - z)
(x + 1)*(x - 1)               (x + 1)(x - 1)
x*(x + 1)                     x(x + 1)
sin(x)*(x + 1)                sin(x) (x + 1)
(x + 1)*sin(x)                (x + 1) sin(x)
2*pi*x                        2pi x
2*3                           2*3
x*2                           x*2
2*abs(x)                      2|x|
sin(x)^2                      sin(x)^2
(2^3)^x                       (2^3)^x
2^(3^x)                       2^(3^x)
x^(y + 1)                     x^(y + 1)
x^(-1)                        x^(-1)
2^sin(x)                      2^sin(x)
sqrt(x)                       sqrt(x)
x^(1/3)                       x^(1/3)
log(x, 2)                     log(x, 2)
5!                            5!
(x + 1)!                      (x + 1)!
5!^2                          (5!)^2
0.1                           0.1
1e400                         1e400
0.00000000001                 1e-11
0.000000001                   0.000000001
0.0000012345678901            0.0000012345678901
12345678901234567890123456    12345678901234567890123456
if(x < 1, x^2, 2*x - 1)       if(x < 1, x^2, 2x - 1)
if(x < -1 or x > 1, 0, 1)     if(x < -1 or x > 1, 0, 1)
"""


@pytest.mark.parametrize("line", SPELLED.strip().splitlines())
def test_a_formula_is_written_as_a_student_types_it(line):
    typed, written = line[:30].strip(), line[30:]
    assert text(parse(typed)) == written


@given(expressions())
def test_what_is_written_reads_back_as_the_same_tree_and_without_a_note(expr):
    reading = read(text(expr))
    assert reading.expr == expr
    assert reading.notes == ()


def test_declared_names_stand_apart():
    expr = parse("2*rate*w1*x", ["rate", "w1"])
    assert text(expr) == "2*rate*w1*x"
    assert parse(text(expr), ["rate", "w1"]) == expr


def test_a_number_of_6000_digits_is_written_out():
    written = text(Num(10**6000 + 7))
    assert written == "1" + "0" * 5999 + "7"


def test_a_sum_of_10000_terms_is_written_in_linear_time():
    def seconds(size: int) -> float:
        expr: Expr = Var("x")
        for number in range(size):
            expr = Call("+", (expr, Num(number)))
        start = time.process_time()
        text(expr)
        return time.process_time() - start

    assert seconds(10_000) < 40 * max(seconds(1000), 0.002)


def test_a_formula_without_end_is_refused():
    expr: Expr = Var("x")
    for _ in range(40):
        expr = Call("*", (expr, expr))
    with pytest.raises(LimitError, match="characters"):
        text(expr)
