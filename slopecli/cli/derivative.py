"""`slope EXPR` without a point: the derivative as a formula."""

import click

from slopecli.answers.derivative import derivative_of
from slopecli.answers.question import ask
from slopecli.cli.options import say
from slopecli.language.expr import Expr, letters
from slopecli.render.derivative import derivative_json, spelled
from slopecli.wording import tell

_SPACE = ("x", "y", "z")  # where two of them meet, they are variables; other letters stand still
_NAMING = ("=", "->", "→", "d/d", "\\frac{d")
_ASKING = (*_NAMING, "'")


def _is_of_several(source: str, expr: Expr) -> bool:
    """Whether the input, which names no variable itself, has several."""
    if any(sign in source for sign in _NAMING):
        return False
    return sum(name in _SPACE for name in letters(expr)) > 1


def _of_number(expr: Expr) -> str:
    """What is said of 2 + 2, whose slope is 0."""
    from slopecli.language.text import text

    return tell(
        'No letter stands in it, so its slope is 0. For its value type: slope "{formula}"'
        " --order 0 --at 0",
        formula=text(expr),
    )


def answer(
    source: str,
    *,
    order: int | None,
    spelling: str,
    simplify: bool,
    json: bool,
    quiet: bool,
    variable: str | None,
    let: tuple[str, ...],
    degrees: bool,
    strict: bool,
) -> int:
    """Print the derivative."""
    question = ask(
        source, variable=variable, let=let, degrees=degrees, strict=strict, numeric=False
    )
    has_gradient = json and order in (None, 1)  # the line of JSON below tells every partial, too
    if variable is None and not has_gradient and _is_of_several(source, question.fixed):
        from slopecli.answers.curves.curve_question import ask_several
        from slopecli.cli.curves import tell_formulas

        several = ask_several(source, let=let, degrees=degrees, strict=strict)
        say(several.notes, quiet)
        options = {"order": order, "json": json, "latex": False, "pretty": False, spelling: True}
        return tell_formulas(several, options)
    say(question.notes, quiet)
    found = derivative_of(
        question.fixed,
        question.variable,
        order=question.order if order is None else order,
        simplify=simplify,
    )
    say([found.note] if found.note else [], quiet)
    if order is None and not letters(question.expr) and not any(sign in source for sign in _ASKING):
        say([_of_number(question.expr)], quiet)
    click.echo(derivative_json(found) if json else spelled(found.formula, spelling))
    return 0
