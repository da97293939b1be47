"""`slope CURVE`: equations, pairs, polar curves; and who answers what is asked beside a slope."""

import click

from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.cli.options import conventions, refuse, say
from slopecli.errors import UnusableError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.curves.curve_slope import CurveSlope
    from slopecli.answers.curves.implicit import Implicit
    from slopecli.answers.curves.parametric import Parametric

    Options = dict[str, Any]


def answer(source: str, options: "Options") -> int | None:
    """Answer if this is a curve, or asks for what belongs to curves; None for the slope of f."""
    _check(options)
    curve = ask_curve(source, at=options["at"], solved=options["solve"], **conventions(options))
    if curve is not None:
        return _of_curve(curve, options)
    if options["solve"]:
        raise UnusableError(
            tell("--solve is for equations of two letters."),
            advice=tell('Write one, as in slope "x^2 + y^2 = 25" --solve y --at x=3.'),
        )
    if options["taylor"] is not None:
        from slopecli.cli.taylor import answer as taylor

        return taylor(source, options)
    from slopecli.answers.curves.coordinates import names_in

    places = [names_in(each) for each in options["at"]]
    if options["direction"] or any(len(names) > 1 for names in places):
        from slopecli.cli.several import answer as several

        return several(source, options)
    if options["tangent"] or options["normal"]:
        from slopecli.cli.lines import answer as lines

        return lines(source, options)
    return None


def _check(options: "Options") -> None:
    wanted = [name for name in ("taylor", "direction", "solve") if options[name] is not None]
    wanted += [name for name in ("tangent", "normal") if options[name]][:1]
    if len(wanted) > 1:
        raise click.UsageError(
            tell("--{one} and --{other} exclude each other.", one=wanted[0], other=wanted[1])
        )
    if wanted and not options["at"] and wanted[0] != "taylor":
        raise click.UsageError(tell("--{name} needs a point: add --at X.", name=wanted[0]))
    if wanted and options["stretch"] is not None and wanted[0] != "solve":
        raise click.UsageError(tell("--{name} is for points: leave out --range.", name=wanted[0]))


def _of_curve(curve: CurveQuestion, options: "Options") -> int:
    say(curve.notes, options["quiet"])
    refuse(options, ("points", "step", "csv", "simplify"))
    for name in ("taylor", "direction"):
        if options[name] is not None:
            raise click.UsageError(
                tell("--{name} is for functions, and this is a curve.", name=name)
            )
    if options["solve"] is not None:
        from slopecli.cli.solved import answer as solved

        return solved(curve, options)
    refuse(options, ("stretch",))
    if not options["at"]:
        return tell_formulas(curve, options)
    refuse(options, ("latex", "pretty"))
    from slopecli.answers.curves.through import through

    return max([_at(through(curve, at), curve, options) for at in curve.points])


def _at(place: "Implicit | Parametric", curve: CurveQuestion, options: "Options") -> int:
    order = 1 if options["order"] is None else options["order"]
    found = place.slope_here(order, options["digits"])
    if options["tangent"] or options["normal"]:
        from slopecli.cli.lines import tell_lines

        return tell_lines(place.touch(found), found, options, *curve.axes)
    return tell_slope(found, place, options)


def tell_slope(found: "CurveSlope", place: "Implicit | Parametric", options: "Options") -> int:
    """Print the slope at one point."""
    if options["json"]:
        from slopecli.render.curve import curve_json

        click.echo(curve_json(found))
        return int(found.status != "ok")
    written = None
    if options["exact"] and found.status == "ok":
        from slopecli.answers.curves.tangent import exact_form
        from slopecli.language.text import text

        form = exact_form(lambda base: place.slope(base, found.order))
        written = None if form is None else text(form)
        if form is None:
            say([tell("No exact form was found that is short enough to read.")], options["quiet"])
    click.echo(written or found.text)
    say([found.message] if found.message else [], options["quiet"])
    return int(found.status != "ok")


def tell_formulas(curve: CurveQuestion, options: "Options") -> int:
    """Print the slopes as formulas, one a line."""
    from slopecli.answers.curves.curve_formula import formulas
    from slopecli.render.derivative import spelled

    order = curve.order if options["order"] is None else options["order"]
    if order < 1 or (curve.kind == "several" and order > 2):
        raise click.UsageError(
            tell(
                "of several variables there are the orders 1 and 2; else --order begins at 1 here."
            )
        )
    found = formulas(curve, order)
    if options["json"]:
        from slopecli.render.curve import formulas_json

        click.echo(formulas_json(curve.written, {k: spelled(v) for k, v in found.items()}))
        return 0
    spelling = next((name for name in ("latex", "pretty") if options[name]), "text")
    for name, formula in found.items():
        click.echo(f"{name} = {spelled(formula, spelling)}")
    return 0
