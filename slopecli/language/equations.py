"""Equations and comparisons where a formula is wanted, in sentences; loaded when one is met.

Each function returns the error for the caller to raise: what is wrong, where, and what to do.
"""

import re

from slopecli.errors import UnreadableError
from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.grammar import Grammar
from slopecli.wording import tell

_LONG = 30  # signs of the input that a message repeats
_RAISED = r"(?:\^?[2-9]|[²-⁹])?"
_QUOTIENT = re.compile(rf"(?<![^\W\d_])d{_RAISED} ?[a-zA-Z] ?/ ?d[a-zA-Z]{_RAISED}(?![^\W_])")


def not_a_formula(grammar: Grammar, expr: Call) -> UnreadableError:
    """A comparison or an equation as the whole input."""
    place = 0
    while grammar.kinds[place] not in ("<", "<=", ">", ">=", "=", "!=", "and", "or"):
        place += 1
    if expr.name == "=":
        if len(letters(expr)) > 1:
            return grammar.error(
                tell("This equation is a curve; that cannot be used here."),
                place,
                advice=tell("Write one formula, such as y = x^2."),
            )
        if expr.args[0] == Var("x") and not letters(expr.args[1]):
            return grammar.error(
                tell("{line} is an upright line: it has no slope.", line=_plain(expr)), place
            )
        return grammar.error(
            tell("This is an equation, not a formula."),
            place,
            advice=_to_solve(expr),
        )
    sample = "x < 1" if expr.name in ("and", "or") else _plain(expr)
    return grammar.error(
        tell("A comparison alone is no formula."),
        place,
        advice=tell(
            "It belongs into a function by cases, as in if({sample}, 1, 0).", sample=sample
        ),
    )


def solving(left: Expr, right: Expr) -> list[str]:
    """The words after `slope study` that find where both sides of an equation agree."""
    if not letters(left):
        left, right = right, left
    if letters(right):
        return [f"{_side(left)} - ({_side(right)})"]
    return [_side(left), "--value", _side(right)]


def _to_solve(equation: Call) -> str:
    formula, *value = solving(*equation.args)
    if not letters(equation) or len(formula) > _LONG:
        return tell("Write one side of it alone.")
    value = [f'"{word}"' if " " in word or "(" in word else word for word in value]
    line = " ".join(["slope", "study", f'"{formula}"', *value])
    return tell("To solve it type: {line}", line=line)


def _side(expr: Expr) -> str:
    from slopecli.language.text import text

    return text(expr)


def _plain(expr: Expr) -> str:
    from slopecli.language.text import text

    written = text(expr)
    return written if len(written) <= _LONG else "x < 1"


def differential_equation(source: str, start: int) -> UnreadableError:
    """y' = 2x, dy/dx = x/y."""
    return UnreadableError(
        tell("This is a differential equation; slope solves none."),
        source=source,
        start=start,
        end=source.find("=", start) + 1 or None,
        advice=tell(
            'For a slope write the function itself: slope "x^2"\n'
            'To test a solution x^2 of y\' = 2x type: slope check "x^2" "2x"'
        ),
    )


def quotient_of_differentials(source: str) -> int:
    """Where dy/dx, ds/dt or d^2y/dx^2 stands in the text; -1 where none does."""
    found = _QUOTIENT.search(source)
    return found.start() if found else -1
