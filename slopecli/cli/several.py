"""`slope EXPR --at x=1,y=2`: the gradient, the Hessian, the slope in a direction."""

import click

from slopecli.answers.curves.curve_question import CurveQuestion, ask_several
from slopecli.answers.curves.several import along, direction_of, gradient_at, hessian_at, partial_at
from slopecli.answers.slope import Slope
from slopecli.answers.values import split
from slopecli.cli.options import refuse, say
from slopecli.language.expr import letters
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    Options = dict[str, Any]


def answer(source: str, options: "Options") -> int:
    """Answer at each point; 1 where a slope is missing."""
    refuse(options, ("points", "step", "csv", "simplify", "latex", "pretty", "tangent", "normal"))
    reading = {name: options[name] for name in ("let", "at", "degrees", "strict")}
    question = ask_several(source, **reading)
    say([*question.notes, *_still(question)], options["quiet"])
    order = question.order if options["order"] is None else options["order"]
    if options["direction"] is not None:
        return _directions(question, order, options)
    if options["variable"] is not None:
        return _one_letter(question, order, options)
    if order not in (1, 2):
        raise click.UsageError(
            tell("of several variables there are the orders 1 and 2; name one with -x.")
        )
    return max([_all(question, number, order, options) for number in range(len(question.points))])


def _still(question: CurveQuestion) -> list[str]:
    """Which letters of the point are not in the formula: in x^2 at (3, 9) there is no y."""
    found = letters(question.parts[0])
    absent = [name for name in question.letters if name not in found]
    if not absent:
        return []
    return [
        tell(
            "there is no {letters} in {formula}: that way its slope is 0",
            letters=", ".join(absent),
            formula=question.written,
        )
    ]


def _all(question: CurveQuestion, number: int, order: int, options: "Options") -> int:
    from slopecli.render.curve import gradient_json, hessian_json

    expr, at, digits = question.parts[0], question.points[number], options["digits"]
    messages: list[str | None]
    if order == 2:
        hessian = hessian_at(expr, at, digits=digits)
        line = hessian_json(hessian) if options["json"] else hessian.text
        messages = [slope.message for row in hessian.rows.values() for slope in row.values()]
    else:
        gradient = gradient_at(expr, at, digits=digits)
        line = gradient_json(gradient) if options["json"] else gradient.text
        if options["exact"] and not options["json"]:
            line = f"({', '.join([_exactly(slope) for slope in gradient.partials.values()])})"
        messages = [slope.message for slope in gradient.partials.values()]
    click.echo(line)
    told = list(dict.fromkeys([message for message in messages if message is not None]))
    say([] if options["json"] else told, options["quiet"])
    return int(bool(told))


def _exactly(slope: Slope) -> str:
    """A partial as an exact form if there is a short one, else as it is."""
    if slope.status != "ok":
        return slope.text
    from slopecli.answers.exact import exact_slope
    from slopecli.language.text import text

    form = exact_slope(slope.expr, slope.variable, slope.at.expr, slope.order)
    return slope.text if form is None else text(form)


def _one_letter(question: CurveQuestion, order: int, options: "Options") -> int:
    letter = options["variable"]
    if letter not in question.letters:
        raise click.UsageError(tell("the point does not say where {letter} is.", letter=letter))
    status = 0
    for at in question.points:
        found = partial_at(question.parts[0], letter, at, order=order, digits=options["digits"])
        if options["json"]:
            from slopecli.render.slope import slope_json

            click.echo(slope_json(found))
        else:
            click.echo(_exactly(found) if options["exact"] else found.text)
            say([found.message] if found.message else [], options["quiet"])
        status = max(status, int(found.status != "ok"))
    return status


def _directions(question: CurveQuestion, order: int, options: "Options") -> int:
    from slopecli.answers.values import constant
    from slopecli.language.text import text

    notes: list[str] = []
    written = options["direction"]
    what = tell("the direction {written}", written=written)
    typed = [
        constant(part, what, {}, options["strict"], notes, options["degrees"])
        for part in _parts(written.strip())
    ]
    say(notes, options["quiet"])
    status = 0
    for at in question.points:
        unit = direction_of(typed, at, written)
        found = along(question.parts[0], at, unit, order=order, digits=options["digits"])
        if options["json"]:
            from slopecli.render.curve import direction_json

            click.echo(direction_json(found, at, written, text(question.parts[0])))
        else:
            click.echo(_exactly(found) if options["exact"] else found.text)
            say([found.message] if found.message else [], options["quiet"])
        status = max(status, int(found.status != "ok"))
    return status


def _parts(direction: str) -> list[str]:
    """3,4 or (3,4) as its two parts."""
    parts = split(direction)
    if len(parts) == 1 and direction[:1] == "(" and direction[-1:] == ")":
        return split(direction[1:-1])
    return parts
