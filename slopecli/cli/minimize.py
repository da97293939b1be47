"""`slope minimize LOSS`: the lowest point of a formula of several letters."""

import click

from slopecli.answers.minimize import minimize
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.learning import LEARNING, checked, starts, walk
from slopecli.cli.options import JSON, QUIET, say
from slopecli.render.fit import fit_json, minimum_text


def _answer(
    expressions: tuple[str, ...],
    *,
    json: bool,
    quiet: bool,
    start: tuple[str, ...],
    method: str,
    rate: float | None,
    steps: int,
    tolerance: float | None,
) -> int:
    checked(rate, tolerance)
    with walk(steps) as progress:
        found = minimize(
            one_expression(expressions),
            start=starts(start),
            method=method,  # type: ignore[arg-type]
            rate=rate,
            steps=steps,
            tolerance=tolerance,
            progress=progress,
        )
    say(found.notes, quiet)
    click.echo(fit_json(found) if json else "\n".join(minimum_text(found)))
    return 0


command = Expressions(
    "minimize",
    callback=_answer,
    help="Go down the slopes of a formula to its lowest point.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="LOSS"),
        *LEARNING,
        JSON,
        QUIET,
    ],
)
