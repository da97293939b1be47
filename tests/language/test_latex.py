import pytest
from expressions import expressions
from hypothesis import assume, given

from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import SlopeError
from slopecli.language.expr import Call, Num, Var, letters
from slopecli.language.functions import ROWS
from slopecli.language.latex import latex
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio

TYPESET = r"""
2*x*sin(x)                   2 x \sin\left(x\right)
x/2*3                        \frac{x}{2} \cdot 3
(x/2)^2                      \left(\frac{x}{2}\right)^{2}
|x - 1|/2                    \frac{\left|x - 1\right|}{2}
sqrt(x^2 + 1)^3              \sqrt{x^{2} + 1}^{3}
x^(1/3)                      x^{1/3}
(x + 1)^2                    \left(x + 1\right)^{2}
-(x + 1)                     -\left(x + 1\right)
sin(x)^2                     \sin^{2}\left(x\right)
sin(x)^n                     \sin\left(x\right)^{n}
(2*sin(x))^2                 \left(2 \sin\left(x\right)\right)^{2}
(-sin(x))^2                  \left(-\sin\left(x\right)\right)^{2}
(1 + sin(x))^2               \left(1 + \sin\left(x\right)\right)^{2}
(2*sqrt(x))^3                \left(2 \sqrt{x}\right)^{3}
log(x, 2)                    \log_{2}\left(x\right)
(x!)^2                       \left(x!\right)^{2}
(x + 1)!                     \left(x + 1\right)!
asinh(x)                     \operatorname{asinh}\left(x\right)
2*(1/3)                      2 \cdot \frac{1}{3}
x*(y*z)                      x \left(y z\right)
1e400*x                      10^{400} x
θ + π                        \theta + \pi
if(x < 1, x^2, 2*x)          \left\{ x^{2} \;\mathrm{if}\; x < 1,\; 2 x \;\mathrm{otherwise} \right.
"""


@pytest.mark.parametrize("line", TYPESET.strip().splitlines())
def test_a_formula_is_typeset(line):
    typed, typeset = line[:29].strip(), line[29:]
    assert latex(parse(typed)) == typeset


def test_names_are_upright_and_their_numbers_stand_low():
    assert latex(parse("rate*w1", ["rate", "w1"])) == r"\mathrm{rate} w_{1}"


def set_by_matplotlib(source: str) -> None:
    from matplotlib.mathtext import MathTextParser

    MathTextParser("path").parse(f"${source}$")


@pytest.mark.parametrize("name", ROWS)
def test_matplotlib_sets_every_row_of_the_table(name):
    args = (Var("x"), Num(2), Var("y"))[: ROWS[name].arity]
    set_by_matplotlib(latex(Call(name, args)))


@given(expressions(leaves=6))
def test_matplotlib_sets_every_formula(expr):
    set_by_matplotlib(latex(expr))


@pytest.mark.parametrize("name", [name for name in ROWS if name not in ("or", "and", "if")])
def test_every_row_of_the_table_is_read_back(name):
    args = (Var("x"), Num(2), Var("y"))[: ROWS[name].arity]
    read = parse(latex(Call(name, args)))
    assert letters(read) == letters(Call(name, args))


@given(expressions(leaves=6))
def test_what_is_typeset_means_what_was_meant(expr):
    try:
        read = parse(latex(expr))
    except SlopeError:  # a few signs of LaTeX are written that are not read, such as cases
        return
    assume(set(letters(read)) <= {"x"})
    for x in (Ratio(-13, 10), Ratio(0), Ratio(7, 10), Ratio(3)):
        one, two = (evaluate(tree, {"x": x}, Balls(128)) for tree in (expr, read))
        if isinstance(one, Missing) or isinstance(two, Missing):
            assert isinstance(one, Missing) == isinstance(two, Missing)
        else:
            assert Balls(128).ball(one).overlaps(Balls(128).ball(two))
