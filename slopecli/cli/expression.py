"""`slope EXPR`: the slope at a point."""

import click

from slopecli.answers.question import Question, ask
from slopecli.answers.slope import Slope, slope_at
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.options import DIGITS, JSON, ORDER, QUIET, READING, say


def _answer(expressions: tuple[str, ...], **options: object) -> int:
    """Answer each expression; 1 where some point has no slope."""
    source = one_expression(expressions)
    if source != "-":
        return _one(source, **options)
    from slopecli.cli.stdin import each_line

    return each_line(lambda line: _one(line, **options))


def _one(
    source: str,
    *,
    at: tuple[str, ...],
    order: int | None,
    digits: int,
    json: bool,
    quiet: bool,
    variable: str | None,
    let: tuple[str, ...],
    degrees: bool,
    strict: bool,
) -> int:
    question = ask(source, variable=variable, let=let, at=at, degrees=degrees, strict=strict)
    say(question.notes, quiet)
    status = 0
    for slope in _slopes(question, order, digits, with_value=json):
        if json:
            from slopecli.render.slope import slope_json

            click.echo(slope_json(slope))
        else:
            click.echo(slope.text)
            say([note for note in (slope.message, slope.note) if note], quiet)
        status = max(status, int(slope.status != "ok"))
    return status


def _slopes(
    question: Question, order: int | None, digits: int, with_value: bool
) -> "list[Slope]":
    order = question.order if order is None else order
    return [
        slope_at(
            question.fixed,
            question.variable,
            point,
            order=order,
            digits=digits,
            with_value=with_value,
        )
        for point in question.points
    ]


command = Expressions(
    "slope",
    callback=_answer,
    help="The slope of a curve at a point, every printed digit right.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="EXPR"),
        click.Option(
            ["--at"], multiple=True, metavar="X", help="The point: 1.0, pi/3, t=2. Repeatable."
        ),
        ORDER,
        *READING,
        DIGITS,
        JSON,
        QUIET,
    ],
)
