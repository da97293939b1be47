"""`slope EXPR --range A B`: a table."""

import sys

import click

from slopecli.answers.interval import Interval
from slopecli.answers.question import ask
from slopecli.answers.table import Line, Table, table
from slopecli.cli.options import say
from slopecli.cli.patience import a_part_is_done
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Unpack

    from slopecli.answers.question import Conventions


def answer(
    source: str,
    *,
    stretch: tuple[str, str],
    points: int | None,
    step: str | None,
    csv: bool,
    json: bool,
    order: int | None,
    digits: int,
    quiet: bool,
    **conventions: "Unpack[Conventions]",
) -> int:
    """Print the table; 1 where the curve has no value at any of the points."""
    if points is not None and step is not None:
        raise click.UsageError(tell("--points and --step both say how many points: leave out one."))
    if csv and json:
        raise click.UsageError(
            tell("--csv and --json are two ways to print one table: leave out one.")
        )
    places = [*stretch, step] if step is not None else [*stretch]
    question = ask(source, at=places, **conventions)
    say(question.notes, quiet)
    interval = Interval(question.points[0], question.points[1])
    found = table(
        question.fixed,
        question.variable,
        interval,
        points=11 if points is None else points,
        step=question.points[2] if step is not None else None,
        order=question.order if order is None else order,
        digits=digits,
    )
    seen = _Watched(found)
    write_lines(_rendered(found, csv, json))
    if not seen.any_value:
        say(
            [tell("undefined: there is no value at any of the {count} points.", count=found.count)],
            quiet,
        )
    return 0 if seen.any_value else 1


class _Watched:
    """Looks at the lines of a table as they pass: is there any value? Each has time of its own."""

    def __init__(self, table: Table) -> None:
        self.any_value = False
        self._lines = table.lines
        table.lines = self._passing()

    def _passing(self) -> "Iterator[Line]":
        for line in self._lines:
            a_part_is_done()
            self.any_value = self.any_value or line.cells[0] not in ("undefined", "unknown")
            yield line


def write_lines(lines: "Iterator[str]") -> None:
    """Write lines to stdout, many at a time."""
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) == 1_000:
            sys.stdout.write("\n".join(block) + "\n")
            block = []
    if block:
        sys.stdout.write("\n".join(block) + "\n")


def _rendered(found: Table, csv: bool, json: bool) -> "Iterator[str]":
    from slopecli.render.table import csv_lines, json_lines, text_lines

    if csv:
        return csv_lines(found)
    return json_lines(found) if json else text_lines(found)
