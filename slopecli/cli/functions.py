"""`slope functions [NAME]`: what may be typed."""

import click

from slopecli.answers.functions import entries
from slopecli.cli.commands import Page
from slopecli.cli.options import JSON
from slopecli.render.functions import detail, entry_json, page


def _answer(name: str | None, *, json: bool) -> int:
    """Print the table, or one entry of it."""
    found = entries(name)
    if json:
        for entry in found:
            click.echo(entry_json(entry))
    else:
        click.echo(page(found) if name is None else detail(found[0]))
    return 0


command = Page(
    "functions",
    callback=_answer,
    help="What may be typed: functions, operators, constants, and their derivatives.",
    params=[click.Argument(["name"], required=False), JSON],
)
