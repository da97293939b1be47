"""`slope plot EXPR...`: curves and their slopes, in the terminal, in a file, in a window."""

import click

from slopecli.answers.interval import Interval
from slopecli.answers.pictures.lines import tangent
from slopecli.answers.pictures.plot import Picture, check_doubles, picture
from slopecli.answers.question import Question, ask, may_be_curve
from slopecli.cli.commands import Expressions
from slopecli.cli.options import CSV, POINTS, QUIET, READING, USUAL, conventions, say
from slopecli.errors import UnusableError
from slopecli.language.expr import letters
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_POINTS = {True: 129, False: 65}  # to begin with: in a file, in a terminal
_MOST = 8  # curves that can still be told apart


def _answer(expressions: tuple[str, ...], **options: "Any") -> int:
    """Draw the curves."""
    _check(expressions, options)
    if any(map(may_be_curve, expressions)):
        from slopecli.cli.plot_curves import curves

        _check_target(options["output"])
        of_curves = curves(expressions, options, _most_dots(options))
        if of_curves is not None:
            return _show(of_curves, options)
    chosen = options["stretch"] is not None
    if not chosen:
        options["stretch"] = USUAL
    questions = _questions(expressions, options)
    if not chosen and len(questions) > 2 and not any(letters(each.expr) for each in questions[-2:]):
        say([_numbers_as_curves(expressions)], options["quiet"])
    for question in questions:
        say(question.notes, options["quiet"])
    points = questions[0].points
    interval = Interval(points[0], points[1])
    _check_target(options["output"])
    if options["csv"] and options["points"] is not None:
        from slopecli.cli.plot_data import evenly

        evenly(questions, interval, options["points"], _orders(options)[-1])
    found = _picture(questions, interval, points, options)
    if options["study"]:
        _mark_studies(found, questions, interval, options["quiet"])
    return _show(found, options)


def _numbers_as_curves(expressions: tuple[str, ...]) -> str:
    """What is said of `slope plot "x^2" 0 5`, where two numbers are curves."""
    return tell(
        "read as: {count} curves, {listed}. A range is --range {left} {right}",
        count=len(expressions),
        listed=", ".join(expressions),
        left=expressions[-2],
        right=expressions[-1],
    )


def _mark_studies(
    found: Picture, questions: list[Question], interval: Interval, quiet: bool
) -> None:
    from slopecli.answers.pictures.studied import mark_studies
    from slopecli.answers.studies.study import study
    from slopecli.cli.patience import search_seconds
    from slopecli.render.study import doubts

    seconds = search_seconds(len(questions))
    studies = [study(each.fixed, found.variable, interval, seconds=seconds) for each in questions]
    for each in studies:
        say(doubts(each), quiet)
    mark_studies(found, studies)


def _show(found: Picture, options: "dict[str, Any]") -> int:
    """Draw, write or describe what there is to be seen."""
    if options["csv"] and options["points"] is None:
        from slopecli.cli.plot_data import drawn

        drawn(found)
    if options["describe"]:
        for line in _words(found):
            click.echo(line)
    if options["output"] or options["show"]:
        from slopecli.cli.plot_file import save, show

        if options["output"]:
            save(found, options)
        if options["show"]:
            show(found, options)
    elif not (options["csv"] or options["describe"]):
        _draw(found, options)
    return 0


def _words(found: Picture) -> list[str]:
    if found.up:
        from slopecli.answers.pictures.plane import Plane
        from slopecli.answers.pictures.plane_words import describe_plane

        assert isinstance(found, Plane)
        return describe_plane(found)
    from slopecli.answers.pictures.describe import describe

    return describe(found)


def _check(expressions: tuple[str, ...], options: "dict[str, Any]") -> None:
    if not expressions:
        raise click.UsageError(
            tell('which curve? Give an expression: slope plot "sin(x)" --range 0 2pi')
        )
    if "-" in expressions:
        raise click.UsageError(
            tell("a plot takes its expressions from the command line, not from stdin.")
        )
    if len(expressions) > _MOST:
        raise click.UsageError(
            tell(
                "{count} curves are too many to tell apart ({most}).",
                count=len(expressions),
                most=_MOST,
            )
        )
    if options["size"] and not all(1 <= side <= 50 for side in options["size"]):
        raise click.UsageError(tell("--size takes a width and a height from 1 to 50 inches."))
    if options["csv"] and options["describe"]:
        raise click.UsageError(tell("--csv and --describe both write the answer: leave out one."))


def _check_target(output: str | None) -> None:
    """A picture that cannot be written is refused before it is drawn."""
    if output is not None:
        from slopecli.cli.plot_file import picture_kind

        picture_kind(output)


def _questions(expressions: tuple[str, ...], options: "dict[str, Any]") -> list[Question]:
    places = [*options["stretch"], *options["tangent"], *options["normal"], *(options["y"] or ())]
    questions = [ask(source, at=places, **conventions(options)) for source in expressions]
    names = {question.variable for question in questions if question.moves}
    if len(names) > 1:
        raise UnusableError(
            tell("the curves have different variables: {names}.", names=", ".join(sorted(names))),
            advice=tell("Write them in one variable, or give the others values with --let."),
        )
    return questions


def _orders(options: "dict[str, Any]") -> tuple[int, ...]:
    """The derivatives to be drawn, the curve itself being 0."""
    highest = options["order"]
    if options["only"] == "f":
        return (0,)
    return (highest,) if options["only"] == "slope" else tuple(range(highest + 1))


def _picture(
    questions: list[Question], interval: Interval, points: "list[Any]", options: "dict[str, Any]"
) -> Picture:
    variable = next((each.variable for each in questions if each.moves), questions[0].variable)
    straight = points[2 : 2 + len(options["tangent"]) + len(options["normal"])]
    heights = None
    if options["y"]:
        heights = check_doubles(Interval(points[-2], points[-1]), tell("the heights"))
    into_file = bool(options["output"] or options["show"])
    columns, rows = (1200, 1000) if into_file else _dots()
    found = picture(
        [question.fixed for question in questions],
        variable,
        interval,
        orders=_orders(options),
        stacked=options["stacked"],
        rows=rows,
        columns=columns,
        heights=heights,
        cells=min(max((options["points"] or _POINTS[into_file]) - 1, 16), 2048),
    )
    for number, point in enumerate(straight):
        for question in questions:
            normal = number >= len(options["tangent"])
            line = tangent(question.fixed, variable, point, normal)
            found.panels[0].lines.append(line)
    return found


def _most_dots(options: "dict[str, Any]") -> int:
    return 1000 if options["output"] or options["show"] else max(_dots())


def _dots() -> tuple[int, int]:
    from slopecli.cli.screen import size

    columns, lines = size()
    return 2 * columns, 4 * lines


def _draw(found: Picture, options: "dict[str, Any]") -> None:
    from slopecli.cli.screen import color, size, style
    from slopecli.language.picture import visible
    from slopecli.render.terminal_plot import TerminalPlot

    title = visible(options["title"]) if options["title"] else None
    for line in TerminalPlot(*size(), style(), color()).draw(found, title):
        click.echo(line)


class _Plot(Expressions):
    """Takes a third number after --range for the slip that it is."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse it before it is taken for a curve."""
        if "--range" in args:
            before, after = args[: args.index("--range")], args[args.index("--range") + 3 :]
            if before and after and after[0].replace(".", "", 1).isdigit():
                raise click.UsageError(
                    tell(
                        "--range takes two numbers, and {number} is a third."
                        " A curve y = {number} comes first.",
                        number=after[0],
                    )
                )
        return super().parse_args(ctx, args)


command = _Plot(
    "plot",
    callback=_answer,
    help="Draw curves and their slopes: in the terminal, or with -o in a file. A curve may be a"
    " function, an equation such as x^2 + y^2 = 25, a pair (cos t, sin t), or r = 1 + cos(θ).",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="EXPR..."),
        click.Option(
            ["--range", "stretch"],
            nargs=2,
            metavar="A B",
            help="From A to B, two numbers such as -2pi 2pi (default -10 10); of t or θ where"
            " that draws the curve.",
        ),
        click.Option(
            ["-o", "--output"], metavar="FILE", help="Write a picture: FILE.png, .svg or .pdf."
        ),
        click.Option(["--show"], is_flag=True, help="Open a window."),
        click.Option(
            ["--only"], type=click.Choice(["f", "slope"]), help="Only the curve, or its slope."
        ),
        click.Option(["--stacked"], is_flag=True, help="The curve above its slope."),
        click.Option(
            ["--order"],
            type=click.IntRange(1, 4),
            default=1,
            metavar="N",
            help="Also the slope of the slope: --order 2.",
        ),
        click.Option(
            ["--study"], is_flag=True, help="Mark zeros, extrema, inflections, poles, holes."
        ),
        click.Option(
            ["--tangent"],
            multiple=True,
            metavar="X",
            help="The tangent at X; of an equation at x=3,y=4.",
        ),
        click.Option(["--normal"], multiple=True, metavar="X", help="The normal at X."),
        click.Option(["--y"], nargs=2, metavar="A B", help="The heights to be shown."),
        click.Option(["--title"], metavar="TEXT", help="A title."),
        click.Option(
            ["--size"],
            nargs=2,
            type=float,
            metavar="W H",
            help="Width and height of a file in inches (default 8 5).",
        ),
        click.Option(["--dark"], is_flag=True, help="Light on dark, in a file."),
        click.Option(["--describe"], is_flag=True, help="The picture in words."),
        POINTS,
        CSV,
        *READING,
        QUIET,
    ],
)
