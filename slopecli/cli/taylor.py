"""`slope EXPR --taylor N --at A`: the Taylor polynomial."""

import click

from slopecli.answers.question import ask
from slopecli.answers.taylor import taylor_at
from slopecli.cli.options import conventions, refuse, say
from slopecli.render.derivative import spelled

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any


def answer(source: str, options: "dict[str, Any]") -> int:
    """Print the polynomial at each point, at 0 where none is given."""
    refuse(options, ("order", "points", "step", "csv", "simplify"))
    question = ask(source, at=options["at"] or ["0"], **conventions(options))
    say(question.notes, options["quiet"])
    spelling = next((name for name in ("latex", "pretty") if options[name]), "text")
    status = 0
    for point in question.points:
        found = taylor_at(
            question.fixed,
            question.variable,
            point,
            options["taylor"],
            digits=options["digits"],
            exact=options["exact"],
        )
        if found.fault is not None:
            if options["json"]:
                from slopecli.render.slope import slope_json

                click.echo(slope_json(found.fault))
            else:
                click.echo(found.fault.text)
                say([str(found.fault.message)], options["quiet"])
            status = 1
        elif options["json"]:
            from slopecli.render.curve import taylor_json

            click.echo(taylor_json(found))
        else:
            click.echo(spelled(found.polynomial, spelling))
    return status
