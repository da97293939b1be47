"""`slope plot` of what is no function: equations, parametric and polar curves."""

import click

from slopecli.answers.curves.coordinates import coordinates, names_in
from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.answers.interval import Interval, read_interval
from slopecli.answers.pictures.plane import Drawing, Plane, plane
from slopecli.answers.pictures.plot import check_doubles
from slopecli.answers.question import Question, ask, may_be_curve
from slopecli.answers.values import assignments
from slopecli.cli.options import conventions, say
from slopecli.errors import UnusableError
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.pictures.lines import Straight

    Options = dict[str, Any]
    Asked = CurveQuestion | Question

_PARAMETER = ("-5", "5")  # of a curve without angles


def curves(expressions: tuple[str, ...], options: "Options", dots: int) -> Plane | None:
    """The picture, if there is a curve among what was typed that is no function."""
    asked = [_ask(source, options) for source in expressions]
    if not any(isinstance(each, CurveQuestion) for each in asked):
        return None
    _check(options)
    for each in asked:
        say(each.notes, options["quiet"])
    axes = _axes(asked)
    for_parameter = all(map(_has_parameter, asked))
    drawings = [_drawing(each, options, for_parameter) for each in asked]
    across = None
    if options["stretch"] is not None and not for_parameter:
        across = check_doubles(_interval(options["stretch"], options), tell("the points"))
    heights = None
    if options["y"]:
        heights = check_doubles(_interval(options["y"], options), tell("the heights"))
    found = plane(drawings, axes, across=across, heights=heights, dots=dots)
    for kind in ("tangent", "normal"):
        for typed in options[kind]:
            found.panels[0].lines += _lines(typed, kind, asked, axes, options)
    return found


def _has_parameter(each: "Asked") -> bool:
    return isinstance(each, CurveQuestion) and each.kind != "implicit"


def _check(options: "Options") -> None:
    refused = {
        "--stacked": options["stacked"],
        "--only slope": options["only"] == "slope",
        "--order": options["order"] > 1,
        "--study": options["study"],
        "--points": options["points"] is not None,
    }
    for name, given in refused.items():
        if given:
            raise click.UsageError(
                tell("{option} is for functions, and there is a curve among these.", option=name)
            )


def _ask(source: str, options: "Options") -> "Asked":
    found = ask_curve(source, **conventions(options)) if may_be_curve(source) else None
    if found is not None:
        return found
    function = ask(source, **conventions(options))
    if function.moves or source.partition("=")[0].strip() != "r":
        return function
    radius = function.fixed  # r = 2 is a circle
    written = f"r = {text(radius)}"
    return CurveQuestion(
        "polar", (radius,), ["θ"], [], function.notes, written, degrees=options["degrees"]
    )


def _axes(asked: "list[Asked]") -> tuple[str, str]:
    """The letters of the axes, which all curves must share."""
    found = set()
    for each in asked:
        if isinstance(each, Question):
            if each.moves:
                found.add((each.variable, "y" if each.variable != "y" else "x"))
        elif each.kind == "implicit":
            found.add((each.letters[0], each.letters[1]))
        else:
            found.add(("x", "y"))
    if len(found) > 1:
        names = sorted({name for pair in found for name in pair})
        raise UnusableError(
            tell("the curves have different variables: {names}.", names=", ".join(names)),
            advice=tell("Write them in the same letters, x and y."),
        )
    return found.pop() if found else ("x", "y")


def _drawing(each: "Asked", options: "Options", for_parameter: bool) -> Drawing:
    if isinstance(each, Question):
        name = f"y = {text(each.fixed)}"
        return Drawing("function", (each.fixed,), [each.variable], name)
    interval = None
    if _has_parameter(each):
        given = options["stretch"] if for_parameter else None
        interval = _interval(given or _usual(each, options["degrees"]), options)
        check_doubles(interval, tell("the points"))
    return Drawing(each.kind, each.parts, each.letters, each.written, interval, options["degrees"])


def _usual(curve: CurveQuestion, degrees: bool) -> tuple[str, str]:
    """As far as angles take to come round, if there are any."""
    from slopecli.answers.pictures.round import turns

    whole = turns(curve.parts, curve.letters[0] if curve.letters else "")
    if whole is None and curve.kind == "polar":
        whole = 1
    if whole is None:
        return _PARAMETER
    return ("0", str(360 * whole)) if degrees else ("0", f"{2 * whole}pi")


def _interval(ends: tuple[str, str], options: "Options") -> Interval:
    notes: list[str] = []
    parameters = assignments(options["let"], options["strict"], notes, options["degrees"])
    found = read_interval(ends, parameters, options["strict"], notes, options["degrees"])
    say(notes, options["quiet"])
    return found


def _lines(
    typed: str, kind: str, asked: "list[Asked]", axes: tuple[str, str], options: "Options"
) -> "list[Straight]":
    """The tangents at this point of the curves whose letters it names."""
    from slopecli.answers.pictures.curve_lines import line_of_curve
    from slopecli.answers.pictures.lines import tangent

    parameters = assignments(options["let"], options["strict"], degrees=options["degrees"])
    named = names_in(typed)
    found = []
    for each in asked:
        letters = [each.variable] if isinstance(each, Question) else each.letters
        if len(asked) > 1 and sorted(named or letters[:1]) != sorted(letters):
            continue
        if isinstance(each, CurveQuestion) and sorted(named or letters[:1]) != sorted(letters):
            sample = ",".join([f"{name}={number}" for number, name in enumerate(letters, 1)])
            raise UnusableError(
                tell("{typed} is no point of {curve}.", typed=typed, curve=each.written),
                advice=tell("Write it as --{kind} {sample}.", kind=kind, sample=sample),
            )
        at = coordinates(
            typed,
            parameters,
            letters,
            degrees=options["degrees"],
            strict=options["strict"],
        )
        if isinstance(each, Question):
            found.append(tangent(each.fixed, each.variable, at[each.variable], kind == "normal"))
        else:
            found.append(line_of_curve(each, at, kind, axes))
    if not found:
        raise UnusableError(
            tell("no curve here has a point {typed}.", typed=typed),
            advice=tell("Name the letters of the curve: x=3,y=4 for an equation, t=1 for a pair."),
        )
    return found
