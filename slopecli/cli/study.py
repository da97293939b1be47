"""`slope study EXPR`: zeros, extrema, inflections, poles, where it rises, as a table."""

import click

from slopecli.answers.interval import Interval
from slopecli.answers.question import Question, ask
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.options import JSON, QUIET, READING, USUAL, conventions, say
from slopecli.cli.patience import search_seconds
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.studies.places_where import Places

# Of f, and of its slope
_NOWHERE = (
    phrase("nowhere in this range f is {value}."),
    phrase("nowhere in this range the slope is {value}."),
)
_FLAT = (
    phrase("f is {value} over a whole stretch."),
    phrase("the slope is {value} over a whole stretch."),
)


def _answer(expressions: tuple[str, ...], **options: "Any") -> int:
    """Study each expression; 1 where something could not be decided, or nothing was found."""
    source = one_expression(expressions)
    if options["slope"] is not None and options["value"] is not None:
        raise click.UsageError(tell("--slope and --value ask two questions: leave out one."))
    if source != "-":
        return _one(source, options)
    from slopecli.cli.stdin import each_line

    return each_line(lambda line: _one(line, options))


def _one(source: str, options: "dict[str, Any]") -> int:
    wanted = options["slope"] if options["slope"] is not None else options["value"]
    stretch = options["stretch"] or USUAL
    at = [*stretch, *([wanted] if wanted is not None else [])]
    question = ask(source, at=at, **conventions(options))
    say(question.notes, options["quiet"])
    interval = Interval(question.points[0], question.points[1])
    if wanted is not None:
        return _places(question, interval, options)
    from slopecli.answers.studies.study import study
    from slopecli.cli.screen import style
    from slopecli.render.canvas import ASCII
    from slopecli.render.study import study_json, study_lines

    found = study(
        question.fixed,
        question.variable,
        interval,
        beyond=options["stretch"] is None,
        seconds=search_seconds(),
    )
    if options["json"]:
        click.echo(study_json(found))
    else:
        for line in study_lines(found, plain=style() == ASCII):
            click.echo(line)
    return int(bool(found.doubts))


def _places(question: Question, interval: Interval, options: "dict[str, Any]") -> int:
    """Where f, or its slope, has a value: one place a line."""
    from slopecli.answers.studies.places_where import places_where
    from slopecli.render.study import doubts_of_places, places_json

    order = 1 if options["slope"] is not None else 0
    value = question.points[2]
    found = places_where(
        question.fixed, question.variable, interval, order, value.expr, seconds=search_seconds()
    )
    if options["json"]:
        click.echo(places_json(found, ("value", "slope")[order], value.text))
        return _status(found)
    for mark in found.marks:
        click.echo(mark.x)
    notes = doubts_of_places(found)
    if found.flat:
        notes.insert(0, tell(_FLAT[order], value=value.text))
    elif not found.marks and not found.doubts:
        notes.append(tell(_NOWHERE[order], value=value.text))
    say(notes, options["quiet"])
    return _status(found)


def _status(found: "Places") -> int:
    """1 where it is nowhere, or something could not be decided."""
    return int(bool(found.doubts) or not (found.marks or found.flat))


command = Expressions(
    "study",
    callback=_answer,
    help="Zeros, extrema, inflections, poles; where a curve rises and bends, as a table.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="EXPR"),
        click.Option(
            ["--range", "stretch"],
            nargs=2,
            metavar="A B",
            help="From A to B (default -10 10, and the limits beyond).",
        ),
        click.Option(["--slope"], metavar="M", help="Only where the slope is M."),
        click.Option(["--value"], metavar="V", help="Only where f is V: --value 0."),
        *READING,
        JSON,
        QUIET,
    ],
)
