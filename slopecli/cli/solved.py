"""`slope EQUATION --solve y --at x=3`: every y there, and the slope at each."""

import click

from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.solved import solve
from slopecli.answers.interval import Interval, read_interval
from slopecli.cli.options import say
from slopecli.errors import UnusableError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_USUAL = ("-100", "100")


def answer(curve: CurveQuestion, options: "dict[str, Any]") -> int:
    """Print every point and its slope, one a line; 1 where there is none or it is not decided."""
    letter = options["solve"]
    if curve.kind != "implicit" or letter not in curve.letters:
        raise UnusableError(
            tell("--solve {letter} needs an equation with {letter} in it.", letter=letter),
            advice=tell('Write one, as in slope "x^2 + y^2 = 25" --solve y --at x=3.'),
        )
    order = 1 if options["order"] is None else options["order"]
    left, right = curve.parts
    interval = _interval(options)
    status = 0
    for given in curve.points:
        places, points = solve(left, right, curve.letters, given, interval)
        for each in points:
            found = each.slope_here(order, options["digits"])
            if options["json"]:
                from slopecli.render.curve import curve_json

                found.curve = curve.written
                click.echo(curve_json(found))
            else:
                click.echo(f"{letter} = {each.mark.x}: {found.text}")
                say([found.message] if found.message else [], options["quiet"])
            status = max(status, int(found.status != "ok"))
        if places.flat:
            say(
                [tell("Every {letter} of a whole stretch will do.", letter=letter)],
                options["quiet"],
            )
        elif not points:
            say(
                [
                    tell(
                        "There is no {letter} between {left} and {right}.",
                        letter=letter,
                        left=interval.left.text,
                        right=interval.right.text,
                    )
                ],
                options["quiet"],
            )
        if places.doubts:
            from slopecli.render.study import doubts_of_places

            say(doubts_of_places(places), options["quiet"])
        status = max(status, int(not points or bool(places.doubts)))
    return status


def _interval(options: "dict[str, Any]") -> Interval:
    notes: list[str] = []
    ends = options["stretch"] or _USUAL
    found = read_interval(ends, {}, options["strict"], notes, options["degrees"])
    say(notes, options["quiet"])
    return found
