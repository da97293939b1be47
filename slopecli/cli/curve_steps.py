"""`slope steps CURVE`: the slope of an equation, a pair, a polar curve, step by step."""

import click

from slopecli.answers.curves.curve_lesson import curve_lesson
from slopecli.answers.curves.curve_question import ask_curve
from slopecli.cli.options import conventions, say
from slopecli.render.curve_steps import (
    curve_hint,
    curve_lesson_json,
    curve_lesson_text,
    put_in_text,
)
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    Options = dict[str, Any]


def teach(source: str, options: "Options") -> int | None:
    """Tell the lesson of a curve; None where this is a function. 1 where a point has no slope."""
    question = ask_curve(source, at=options["at"], **conventions(options))
    if question is None:
        return None
    if options["definition"]:
        raise click.UsageError(tell("--definition is for functions, and this is a curve."))
    order = question.order if options["order"] is None else options["order"]
    if order < 1:
        raise click.UsageError(tell("a curve is asked for its slope: --order begins at 1 here."))
    say(question.notes, options["quiet"])
    found = curve_lesson(question, order, unfold=options["unfold"])
    if options["hint"]:
        click.echo(curve_hint(found, options["hint"], options["latex"]))
        return 0
    if options["json"]:
        click.echo(curve_lesson_json(found))
    else:
        click.echo(curve_lesson_text(found, options["latex"]))
    from slopecli.answers.curves.through import through

    status = 0
    for at in question.points:
        slope = through(question, at).slope_here(order, options["digits"])
        if options["json"]:
            from slopecli.render.curve import curve_json

            click.echo(curve_json(slope))
        else:
            click.echo("\n" + put_in_text(found, at, options["latex"]))
            click.echo(slope.text)
            say([slope.message] if slope.message else [], options["quiet"])
        status = max(status, int(slope.status != "ok"))
    return status
