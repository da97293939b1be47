"""`slope fit MODEL DATA.csv`: the parameters with which a formula fits a table best."""

import os
from typing import Unpack

import click

from slopecli.answers.learning.columns import Columns, read_columns
from slopecli.answers.learning.descent import Way
from slopecli.answers.learning.fit import fit
from slopecli.answers.learning.fit_picture import curve_panel, loss_panel
from slopecli.answers.learning.loss import LOSSES, Loss
from slopecli.cli.commands import Expressions
from slopecli.cli.learning import LEARNING, PLOT, checked, draw, starts, walk
from slopecli.cli.options import JSON, QUIET, say
from slopecli.errors import UnusableError
from slopecli.language.picture import visible
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
    model, file = words
    if os.path.exists(model) and not os.path.exists(file):
        raise UnusableError(
            tell("the model stands first, and then the file."),
            advice=tell(
                'Type: slope fit "{model}" {file} --target {column}',
                model=file,
                file=visible(model),
                column=target or read_columns(model).names[-1],
            ),
        )
    if target is None:
        raise _no_target(model, read_columns(file))
    checked(way, plot, json)
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


def _no_target(model: str, columns: Columns) -> UnusableError:
    """The error where nobody says which column is y; y = a x + b and the file may tell."""
    left = model.partition("=")[0].strip()
    column = left if left in columns.names else columns.names[-1]
    return UnusableError(
        tell("--target COLUMN says which column the model is to predict."),
        advice=tell("Add it, as in --target {column}.", column=visible(column)),
    )


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
