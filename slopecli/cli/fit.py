"""`slope fit MODEL DATA.csv`: the parameters with which a formula fits a table best."""

from typing import Unpack

import click

from slopecli.answers.learning.columns import read_columns
from slopecli.answers.learning.descent import Way
from slopecli.answers.learning.fit import fit
from slopecli.answers.learning.fit_picture import curve_panel, loss_panel
from slopecli.answers.learning.loss import LOSSES, Loss
from slopecli.cli.commands import Expressions
from slopecli.cli.learning import LEARNING, PLOT, checked, draw, starts, walk
from slopecli.cli.options import JSON, QUIET, say
from slopecli.render.fit import fit_json, fit_text, prediction_lines
from slopecli.wording import tell


def _answer(
    words: tuple[str, ...],
    *,
    target: str | None,
    loss: Loss,
    mean: bool,
    batch: int | None,
    seed: int,
    predict: str | None,
    plot: str | None,
    json: bool,
    quiet: bool,
    start: tuple[str, ...],
    **way: Unpack[Way],
) -> int:
    if len(words) != 2:
        raise click.UsageError(tell('fit needs a model and a file: slope fit "a*x + b" data.csv'))
    if target is None:
        raise click.UsageError(tell("--target COLUMN says which column the model is to predict."))
    checked(way, plot, json)
    model, file = words
    columns = read_columns(file)
    new = None if predict is None else read_columns(predict)
    with walk(way["steps"]) as way["progress"]:
        found = fit(
            model,
            columns,
            target,
            loss=loss,
            mean=mean,
            start=starts(start),
            batch=batch,
            seed=seed,
            **way,
        )
    predictions = None if new is None else found.predict(new).tolist()
    say(found.notes, quiet)
    if json:
        click.echo(fit_json(found, predictions))
    else:
        click.echo("\n".join(fit_text(found)))
        if predictions is not None:
            click.echo("\n" + "\n".join(prediction_lines(predictions)))
    if plot is not None:
        draw(lambda: [loss_panel(found), curve_panel(found, columns, target)], plot, quiet)
    return 0


command = Expressions(
    "fit",
    callback=_answer,
    help="The parameters with which a formula fits the columns of a CSV file best.",
    params=[
        click.Argument(["words"], nargs=-1, metavar="MODEL DATA.csv"),
        click.Option(["--target"], metavar="COLUMN", help="The column to predict."),
        click.Option(
            ["--loss"],
            type=click.Choice(LOSSES),
            default="squared",
            help="What a miss costs (default: its square; log for 0 or 1).",
        ),
        click.Option(["--mean"], is_flag=True, help="The mean over the rows, not their sum."),
        *LEARNING,
        click.Option(
            ["--batch"],
            type=click.IntRange(1),
            metavar="N",
            help="Look at N rows at each step, in a shuffled order.",
        ),
        click.Option(
            ["--seed"], type=click.IntRange(0), default=0, metavar="N", help="Of the shuffling."
        ),
        click.Option(
            ["--predict"], metavar="NEW.csv", help="Also the model's values for these rows."
        ),
        PLOT,
        JSON,
        QUIET,
    ],
)
