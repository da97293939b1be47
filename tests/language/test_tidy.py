import pytest

from slopecli.language.expr import Call, Expr, nodes
from slopecli.language.parser import parse
from slopecli.language.text import text
from slopecli.language.tidy import call

BUILT = """
x*x^2                    x^3
1*x + 0                  x
0.1*3                    0.3
0.5*x                    0.5x
2*x*3                    6x
x/2*3                    3x/2
(2*x)^2                  4x^2
(2*x)^3                  (2x)^3
(2*x + 1)^10             (2x + 1)^10
(-x)^3                   -x^3
sqrt(x)*x                x^(3/2)
x/sqrt(x)                sqrt(x)
sqrt(x) + sqrt(x)/2      3 sqrt(x)/2
sqrt(2)*sqrt(2)          2
x^(1/3)*x^(2/3)          x
x*x^0.2                  x^1.2
x^(-2)*3                 3/x^2
e^x*e^(2x)               e^(3x)
e^x/e^(2x)               1/e^x
(e^x)^2                  e^(2x)
sin(x)*2*x               2x sin(x)
2^x*ln(2)*x              x*2^x ln(2)
2^3*x                    8x
2^100*x                  2^100 x
ln(e) + e^0 + cos(0)     3
x*sign(x)                |x|
sign(x)/abs(x)           1/x
-(a - b)                 b - a
-2*(-x + 1)              2(x - 1)
x - (x - (3 - x))        3 - x
2x + 8/x^3               2x + 8/x^3
x/0                      x/0
if(x < 1, 2*1, 2)        2
abs(3) + sign(2) + ln(1) 4
sqrt(9) + sqrt(0)        3
sqrt(3)                  sqrt(3)
1^x + 1^(1/2)            2
|x|^2                    x^2
(-x)^2                   x^2
(-sin(x))^4              sin(x)^4
(-sin(x))^3              -sin(x)^3
|2x|                     2|x|
|x/y|                    |x/y|
sqrt(x^2)^2              x^2
(x^(1/3))^3              x
0.5*x + 0.25*x           0.75x
0.1/3                    1/30
x^0.2*x                  x^1.2
x^(-0.5)                 1/x^0.5
1/(0.5 + x)              1/(0.5 + x)
1/(1 + x/3)              3/(3 + x)
cosh(x)^2 - sinh(x)^2    1
0*x + 0*ln(-1)           0
e^x/e^(3x)               1/e^(2x)
e^x/e^x                  1
e^(3x)/e^x               e^(2x)
|-2*x|                   2|x|
2*(x + 1)/4 + x/2        x + 1/2
"""


def tidied(expr: Expr) -> Expr:
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        new[id(node)] = node
        if type(node) is Call and node.args:
            new[id(node)] = call(node.name, *[new[id(arg)] for arg in node.args])
    return new[id(expr)]


@pytest.mark.parametrize("line", BUILT.strip().splitlines())
def test_a_node_is_built_as_a_teacher_would_write_it(line):
    built, written = line[:25].strip(), line[25:]
    assert text(tidied(parse(built))) == written
