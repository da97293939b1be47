"""The derivative with one slip in it, as a formula: what a student went on with."""

from slopecli.calculus.comparing.forms import replaced, slope_of
from slopecli.calculus.comparing.suspects import Suspect, is_odd_root, wrong_rule
from slopecli.language.expr import Call, Expr, Var, substitute
from slopecli.language.tidy import call

_PART = "@"  # stands for the part while the rest is derived: no letter that can be typed


def slipped_slope(expr: Expr, variable: str, suspect: Suspect) -> Expr:
    """The slope of a formula, the wrong rule used at its part and all else derived rightly.

    A wrong slope of a part is carried to the whole by one factor, the slope of the whole as that
    part moves: right slope + factor * (wrong slope - right slope of the part).
    """
    node = suspect.part.node
    rule, names = wrong_rule(suspect.wrong.rule, is_odd_root(suspect.view))
    wrong = substitute(rule, {name: suspect.view.piece(name) for name in names})
    held = replaced(expr, node, Var(_PART))
    factor = substitute(slope_of(held, _PART), {_PART: node})
    change = call("*", factor, Call("-", (wrong, slope_of(node, variable))))
    return call("+", slope_of(expr, variable), change)
