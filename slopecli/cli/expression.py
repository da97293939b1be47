"""`slope EXPR`: the derivative as a formula, the slope at a point, or a table."""

from collections.abc import Callable

import click

from slopecli.answers.question import Question, ask, may_be_curve
from slopecli.answers.slope import Slope, slope_at
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.options import (
    CSV,
    DIGITS,
    JSON,
    ORDER,
    POINTS,
    QUIET,
    RANGE,
    READING,
    STEP,
    say,
)
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions


def _answer(expressions: tuple[str, ...], **options: object) -> int:
    """Answer each expression; 1 where some point has no slope."""
    source = one_expression(expressions)
    if source != "-":
        return _line(source, options)
    from slopecli.cli.stdin import each_line

    return each_line(lambda line: _line(line, dict(options)))


def _line(source: str, options: dict[str, object]) -> int:
    """Answer one expression: a curve in its own way, a function in the mode of the options."""
    if _may_be_curve(source, options):
        from slopecli.cli.curves import answer as of_curve

        status = of_curve(source, options)
        if status is not None:
            return status
    for name in _CURVES:
        del options[name]
    return _mode(options)(source, **options)


_CURVES = ("taylor", "tangent", "normal", "direction", "solve")


def _may_be_curve(source: str, options: dict[str, object]) -> bool:
    """Whether this asks for more than the slope of a function; costs nothing to ask."""
    if may_be_curve(source):
        return True
    if any(options[name] is not None and options[name] is not False for name in _CURVES):
        return True
    return any("," in point for point in options["at"])  # type: ignore[attr-defined]


def _mode(options: dict[str, object]) -> Callable[..., int]:
    """A table where there is a range, slopes where there are points, else the formula.

    Keeps only the options that belong to it.
    """
    if options["stretch"] is not None:
        _refuse(options, ("exact",), tell("slopes at points: add --at X"))
        _refuse(options, _SPELLINGS, tell("the derivative as a formula: leave out --range"))
        if options.pop("at"):
            raise click.UsageError(
                tell("--at asks for points and --range for a table: leave out one.")
            )
        from slopecli.cli.table import answer

        return answer
    del options["stretch"]
    _refuse(options, ("points", "step", "csv"), tell("a table: add --range A B"))
    if options["at"]:
        _refuse(options, _SPELLINGS, tell("the derivative as a formula: leave out --at"))
        return _one
    del options["at"], options["digits"]
    _refuse(options, ("exact",), tell("slopes at points: add --at X"))
    chosen = [name for name in ("latex", "pretty", "json") if options[name]]
    if len(chosen) > 1:
        raise click.UsageError(
            tell("--{one} and --{other} exclude each other.", one=chosen[0], other=chosen[1])
        )
    options["spelling"] = chosen[0] if chosen else "text"
    del options["latex"], options["pretty"]
    from slopecli.cli.derivative import answer as formula

    return formula


_SPELLINGS = ("simplify", "latex", "pretty")


def _refuse(options: dict[str, object], names: tuple[str, ...], where: str) -> None:
    """Take options away that do not belong here; an error where one was given."""
    for name in names:
        if options.pop(name):
            raise click.UsageError(tell("--{name} belongs to {where}.", name=name, where=where))


def _one(
    source: str,
    *,
    at: tuple[str, ...],
    order: int | None,
    digits: int,
    exact: bool,
    json: bool,
    quiet: bool,
    **conventions: "Unpack[Conventions]",
) -> int:
    question = ask(source, at=at, **conventions)
    say(question.notes, quiet)
    status = 0
    for slope in _slopes(question, order, digits, with_value=json):
        written = _exactly(slope) if exact and slope.status == "ok" else None
        if json:
            from slopecli.render.slope import slope_json

            click.echo(slope_json(slope, written))
        else:
            click.echo(written or slope.text)
            say([note for note in (slope.message, slope.note) if note], quiet)
        if exact and slope.status == "ok" and written is None:
            say([tell("No exact form was found that is short enough to read.")], quiet)
        status = max(status, int(slope.status != "ok"))
    return status


def _exactly(slope: Slope) -> str | None:
    from slopecli.answers.exact import exact_slope
    from slopecli.language.text import text

    found = exact_slope(slope.expr, slope.variable, slope.at.expr, slope.order)
    return None if found is None else text(found)


def _slopes(question: Question, order: int | None, digits: int, with_value: bool) -> "list[Slope]":
    order = question.order if order is None else order
    return [
        slope_at(
            question.fixed,
            question.variable,
            point,
            order=order,
            digits=digits,
            with_value=with_value,
        )
        for point in question.points
    ]


command = Expressions(
    "slope",
    callback=_answer,
    help="The derivative as a formula; with --at the slope at a point, every printed digit right.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="EXPR"),
        click.Option(
            ["--at"], multiple=True, metavar="X", help="The point: 1.0, pi/3, t=2. Repeatable."
        ),
        RANGE,
        POINTS,
        STEP,
        ORDER,
        *READING,
        DIGITS,
        click.Option(["--exact"], is_flag=True, help="At a point: 1/2 or sqrt(3)/2, not decimals."),
        click.Option(["--simplify"], is_flag=True, help="The formula in its shortest form."),
        click.Option(["--pretty"], is_flag=True, help="The formula in Unicode: x², √x."),
        click.Option(["--latex"], is_flag=True, help="The formula in LaTeX."),
        click.Option(["--tangent"], is_flag=True, help="The tangent at the point, y = 2x - 1."),
        click.Option(["--normal"], is_flag=True, help="The normal at the point."),
        click.Option(
            ["--taylor"], type=click.IntRange(0, 100), metavar="N", help="The Taylor polynomial."
        ),
        click.Option(
            ["--direction"], metavar="A,B", help="Of several variables: the slope in a direction."
        ),
        click.Option(
            ["--solve"], metavar="Y", help="Of an equation: find every Y, given the other letter."
        ),
        JSON,
        CSV,
        QUIET,
    ],
)
