"""What `slope fit` and `slope minimize` share: their options, starts, a bar for long walks."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from slopecli.answers.learning.descent import DivergedError, Way
from slopecli.answers.learning.fit_picture import Panel
from slopecli.answers.learning.methods import METHODS
from slopecli.answers.values import assignments, split
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.evaluate import evaluate
from slopecli.cli.options import say
from slopecli.errors import UnusableError
from slopecli.wording import tell

START = click.Option(
    ["--start"],
    multiple=True,
    metavar="A=0,B=0",
    help="Where to begin (default: 0 for every parameter). Repeatable.",
)
METHOD = click.Option(
    ["--method"],
    type=click.Choice(METHODS),
    default="descent",
    help="How to go down (default: descent, plain gradient descent).",
)
RATE = click.Option(
    ["--rate"],
    type=float,
    metavar="R",
    help="How far a step goes, as a multiple of the slope (default 0.01; newton 1).",
)
STEPS = click.Option(
    ["--steps"],
    type=click.IntRange(0, 10_000_000),
    default=100,
    metavar="N",
    help="How many steps (default 100).",
)
TOLERANCE = click.Option(
    ["--tolerance"],
    type=float,
    metavar="T",
    help="Stop when a step moves no parameter by more than T.",
)
PLOT = click.Option(
    ["--plot"], metavar="FILE|-", help="Draw the way down: .png, .svg, .pdf, or - for here."
)
LEARNING = (START, METHOD, RATE, STEPS, TOLERANCE)

_LONG = 1000  # steps from which on a bar is worth a look


def starts(typed: tuple[str, ...]) -> dict[str, float]:
    """`a=0,b=pi/2` as numbers by name."""
    found = {}
    for name, expr in assignments([each for text in typed for each in split(text)]).items():
        value = float(evaluate(expr, {}, ARRAYS))
        if value != value or abs(value) == float("inf"):
            raise UnusableError(tell("The start of {name} is no number.", name=name))
        found[name] = value
    return found


def checked(way: Way, plot: str | None, json: bool) -> None:
    """Refuse rates and tolerances that are not positive numbers, and impossible pictures."""
    if json and plot == "-":
        raise click.UsageError(tell("--json and --plot - both write the answer: leave out one."))
    if plot is not None and plot != "-":
        from slopecli.cli.plot_file import picture_kind

        picture_kind(plot)
    for name, value in (("rate", way["rate"]), ("tolerance", way["tolerance"])):
        if value is not None and not 0 < value < float("inf"):
            raise click.UsageError(
                tell(
                    "--{name} needs a positive number, not {value}.", name=name, value=f"{value:g}"
                )
            )


def draw(panels: Callable[[], Iterable[Panel | None]], plot: str, quiet: bool) -> None:
    """The panels that there are, here or in a file."""
    from slopecli.render.fit_picture import learned_bytes, learned_lines

    def found() -> list[Panel]:
        return [panel for panel in panels() if panel is not None]

    if plot == "-":
        from slopecli.cli import screen

        columns, lines = screen.size()
        click.echo("\n" + "\n".join(learned_lines(found(), columns, lines, screen.style())))
        return
    from slopecli.cli.files import write_told
    from slopecli.cli.plot_file import picture_kind

    write_told(plot, learned_bytes(found, picture_kind(plot)), quiet)


@contextmanager
def walk(steps: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal's stderr for long walks; where they end badly, the last good place."""
    try:
        if steps < _LONG or not sys.stderr.isatty():
            yield lambda step: None
        else:
            with click.progressbar(length=steps, file=sys.stderr) as bar:
                yield lambda step: bar.update(1) if step else None
    except DivergedError as error:
        last = error.fit
        say(
            [
                tell(
                    "The last good parameters, with the loss {loss}:",
                    loss=repr(last.trained_loss),
                )
            ]
        )
        say([f"{name} = {value:.15g}" for name, value in last.parameters.items()])
        raise
