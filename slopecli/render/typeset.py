"""The names of curves as mathematics that Matplotlib can set, never text as a person typed it."""

import re

from matplotlib.mathtext import MathTextParser

from slopecli.answers.pictures.curve import Curve
from slopecli.answers.pictures.plot import Picture
from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError
from slopecli.language.expr import Expr, Var
from slopecli.language.latex import latex
from slopecli.language.text import text
from slopecli.render.table import prime
from slopecli.render.terminal_plot import named

_LONGEST = 70  # characters of a formula in the legend
_SMALL = re.compile(
    r"\\left(\(|\||\\lfloor|\\lceil)([^\\(){}|]*)\\right(\)|\||\\rfloor|\\rceil)"
)  # Matplotlib shrinks these brackets


def letter(name: str) -> str:
    """A variable as LaTeX."""
    return latex(Var(name))


def named_curve(found: Picture, curve: Curve) -> str:
    """The name and the formula, typeset where that is short and can be set."""
    own = found.name(curve)
    if own is not None:
        return _whole_name(found.formulas(curve), own.replace("$", r"\$"))
    name = "f" if len(found.expressions) == 1 else f"f_{{{curve.number + 1}}}"
    mark = prime(curve.order) if curve.order < 4 else "^{(4)}"
    head = f"{name}{mark}({letter(found.variable)})"
    formula = _formula(found.expressions[curve.number], found.variable, curve.order)
    plain = named(found, curve).replace("$", r"\$")
    if formula is None:
        return f"${head}$" if curve.order else plain[:_LONGEST]
    typeset = f"${head} = {latex(formula)}$"
    typeset = _SMALL.sub(r"\1\2\3", typeset.replace(r"\frac", r"\dfrac"))
    return typeset if len(typeset) <= 3 * _LONGEST and _can_be_set(typeset) else f"${head}$"


def _whole_name(pieces: "list[str | Expr]", plain: str) -> str:
    """An equation or a pair, typeset where that is short and can be set."""
    written = [each if isinstance(each, str) else latex(each) for each in pieces]
    typeset = _SMALL.sub(r"\1\2\3", f"${''.join(written)}$".replace(r"\frac", r"\dfrac"))
    fits = len(plain) <= _LONGEST and len(typeset) <= 3 * _LONGEST
    return typeset if fits and _can_be_set(typeset) else plain[:_LONGEST]


def _formula(expr: Expr, variable: str, order: int) -> Expr | None:
    if order and len(text(expr)) <= _LONGEST:
        try:
            expr = derivative(expr, variable, order)
        except SlopeError:  # too long to be written down
            return None
    wide = len(text(expr)) > _LONGEST
    return None if wide else expr


def _can_be_set(typeset: str) -> bool:
    try:
        MathTextParser("path").parse(typeset)
    except ValueError:
        return False
    return True
