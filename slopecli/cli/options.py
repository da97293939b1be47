"""The options that commands share, and how notes are told."""

from collections.abc import Iterable, Mapping

import click

from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.question import Conventions

VARIABLE = click.Option(["-x", "--variable"], metavar="NAME", help="Which letter is the variable.")
LET = click.Option(
    ["--let"], multiple=True, metavar="A=2", help="Give a letter a value. Repeatable."
)
DEGREES = click.Option(["--degrees"], is_flag=True, help="Angles in degrees.")
STRICT = click.Option(["--strict"], is_flag=True, help="Refuse what can be read in two ways.")
READING = (VARIABLE, LET, DEGREES, STRICT)

ORDER = click.Option(
    ["--order"],
    type=click.IntRange(0, 100),
    metavar="N",
    help="1: the slope (default), 2: the slope of the slope, ...",
)
DIGITS = click.Option(
    ["--digits"],
    type=click.IntRange(1, 10_000),
    default=15,
    metavar="N",
    help="Significant digits, 1 to 10000 (default 15).",
)
PROVE = click.Option(["--prove"], is_flag=True, help="Ask SymPy for a proof too (slower).")
JSON = click.Option(["--json"], is_flag=True, help="One JSON object a line.")
RANGE = click.Option(
    ["--range", "stretch"],
    nargs=2,
    metavar="A B",
    help="From A to B, two numbers such as -2pi 2pi.",
)
POINTS = click.Option(
    ["--points"],
    type=click.IntRange(1, 10_000_000),
    metavar="N",
    help="How many points, evenly spaced, both ends among them.",
)
USUAL = ("-10", "10")  # where `plot` and `study` look if no range is given
STEP = click.Option(["--step"], metavar="H", help="Points from A on, a step H apart.")
CSV = click.Option(["--csv"], is_flag=True, help="Comma-separated values.")
QUIET = click.Option(["--quiet"], is_flag=True, help="No notes on stderr.")


def conventions(options: "Mapping[str, Any]") -> "Conventions":
    """How formulas are to be read: what was given for the options of READING."""
    return {
        "variable": options["variable"],
        "let": options["let"],
        "degrees": options["degrees"],
        "strict": options["strict"],
    }


def refuse(options: "Mapping[str, Any]", names: tuple[str, ...]) -> None:
    """An error where an option was given that does not belong to this kind of answer."""
    for name in names:
        if options[name]:
            option = "range" if name == "stretch" else name
            raise click.UsageError(tell("--{name} does not belong here.", name=option))


def say(notes: Iterable[str], quiet: bool = False) -> None:
    """Tell notes, which are no answers: on stderr."""
    if not quiet:
        for note in notes:
            click.echo(shown(note), err=True)


def shown(message: str) -> str:
    """A message without anything that a terminal would obey or hide, wherever it came from."""
    if message.isascii() and message.replace("\n", "").isprintable():
        return message
    from slopecli.language.picture import visible

    return "\n".join([visible(line) for line in message.split("\n")])
