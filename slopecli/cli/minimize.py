"""`slope minimize LOSS`: the lowest point of a formula of several letters."""

from typing import Unpack

import click

from slopecli.answers.learning.descent import Way
from slopecli.answers.learning.fit_picture import loss_panel, map_panel
from slopecli.answers.learning.minimize import minimize
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.learning import LEARNING, PLOT, checked, draw, starts, walk
from slopecli.cli.options import JSON, QUIET, say
from slopecli.render.fit import fit_json, minimum_text
from slopecli.wording import tell


def _answer(
    expressions: tuple[str, ...],
    *,
    plot: str | None,
    json: bool,
    quiet: bool,
    start: tuple[str, ...],
    **way: Unpack[Way],
) -> int:
    checked(way, plot, json)
    with walk(way["steps"]) as way["progress"]:
        found = minimize(one_expression(expressions), start=starts(start), **way)
    say(found.notes, quiet)
    click.echo(fit_json(found) if json else "\n".join(minimum_text(found)))
    if plot is not None:
        draw(lambda: [map_panel(found) or loss_panel(found, tell("value"))], plot, quiet)
    return 0


command = Expressions(
    "minimize",
    callback=_answer,
    help="Go down the slopes of a formula to its lowest point.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="LOSS"),
        *LEARNING,
        PLOT,
        JSON,
        QUIET,
    ],
)
