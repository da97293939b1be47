"""`slope EXPR`: the slope at a point."""

from collections.abc import Callable

import click

from slopecli.answers.question import Question, ask
from slopecli.answers.slope import Slope, slope_at
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.options import (
    CSV,
    DIGITS,
    JSON,
    ORDER,
    POINTS,
    QUIET,
    RANGE,
    READING,
    STEP,
    say,
)


def _answer(expressions: tuple[str, ...], **options: object) -> int:
    """Answer each expression; 1 where some point has no slope."""
    source = one_expression(expressions)
    answer = _mode(options)
    if source != "-":
        return answer(source, **options)
    from slopecli.cli.stdin import each_line

    return each_line(lambda line: answer(line, **options))


def _mode(options: dict[str, object]) -> Callable[..., int]:
    """What is asked for: a table where there is a range, else points. Keeps its options only."""
    if options["stretch"] is not None:
        if options.pop("at"):
            raise click.UsageError("--at asks for points and --range for a table: leave out one.")
        from slopecli.cli.table import answer

        return answer
    del options["stretch"]
    for name in ("points", "step", "csv"):
        if options.pop(name):
            raise click.UsageError(f"--{name} belongs to a table: add --range A B.")
    return _one


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


def _slopes(question: Question, order: int | None, digits: int, with_value: bool) -> "list[Slope]":
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
        RANGE,
        POINTS,
        STEP,
        ORDER,
        *READING,
        DIGITS,
        JSON,
        CSV,
        QUIET,
    ],
)
