"""`slope EXPR` without a point: the derivative as a formula."""

import click

from slopecli.answers.derivative import derivative_of
from slopecli.answers.question import ask
from slopecli.cli.options import say
from slopecli.render.derivative import derivative_json, spelled


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
    say(question.notes, quiet)
    found = derivative_of(
        question.fixed,
        question.variable,
        order=question.order if order is None else order,
        simplify=simplify,
    )
    say([found.note] if found.note else [], quiet)
    click.echo(derivative_json(found) if json else spelled(found.formula, spelling))
    return 0
