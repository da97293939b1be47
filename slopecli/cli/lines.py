"""`slope EXPR --at X --tangent`: the equation of a tangent or a normal."""

import click

from slopecli.answers.curves.coordinates import spelled
from slopecli.answers.curves.curve_slope import CurveSlope, Touch
from slopecli.answers.curves.tangent import line_at, touch_of_function
from slopecli.answers.question import ask
from slopecli.answers.slope import Slope, slope_at
from slopecli.cli.options import conventions, refuse, say
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    Options = dict[str, Any]


def answer(source: str, options: "Options") -> int:
    """The lines at each point of a function."""
    refuse(options, ("points", "step", "csv", "simplify", "latex", "pretty"))
    if (options["order"] or 1) != 1:
        raise click.UsageError(tell("a tangent has the slope of order 1: leave out --order."))
    question = ask(source, at=options["at"], **conventions(options))
    say(question.notes, options["quiet"])
    status = 0
    for point in question.points:
        found = slope_at(question.fixed, question.variable, point)
        touch = touch_of_function(question.fixed, question.variable, point, found)
        up = "y" if question.variable != "y" else "f(y)"
        status = max(status, tell_lines(touch, found, options, question.variable, up))
    return status


def tell_lines(
    touch: Touch | None, found: Slope | CurveSlope, options: "Options", across: str, up: str
) -> int:
    """Print the lines that are asked for at one point; 1 where there are none."""
    status = 0
    for kind in ("tangent", "normal"):
        if not options[kind]:
            continue
        line = None
        if touch is not None:
            line = line_at(
                touch,
                kind,
                across=across,
                up=up,
                digits=options["digits"],
                exact=options["exact"],
            )
        if line is None:
            click.echo(_without(found, kind) if options["json"] else found.text)
            say([found.message] if found.message else [], options["quiet"])
            status = 1
        elif options["json"]:
            from slopecli.render.curve import line_json

            click.echo(line_json(line, _curve(found), _place(found)))
        else:
            click.echo(line.equation)
    return status


def _curve(found: Slope | CurveSlope) -> str:
    return found.curve if isinstance(found, CurveSlope) else text(found.expr)


def _place(found: Slope | CurveSlope) -> str:
    return spelled(found.at)[1] if isinstance(found, CurveSlope) else found.at.text


def _without(found: Slope | CurveSlope, kind: str) -> str:
    from slopecli.render.lines import json_line

    return json_line(
        [
            ("expression", _curve(found)),
            ("at", _place(found)),
            ("line", kind),
            ("equation", None),
            ("status", found.status),
            ("message", found.message),
        ]
    )
