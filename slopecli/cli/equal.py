"""`slope equal A B`: are two formulas the same function?"""

import click

from slopecli.cli.commands import Expressions, two_expressions
from slopecli.cli.options import JSON, PROVE, QUIET, READING, say

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions


def _answer(
    expressions: tuple[str, ...],
    *,
    prove: bool,
    json: bool,
    quiet: bool,
    **conventions: "Unpack[Conventions]",
) -> int:
    """Compare two formulas; 1 unless they are equal."""
    from slopecli.answers.homework.equal import equal
    from slopecli.render.check import equal_json, equal_line

    a, b = two_expressions(expressions, 'slope equal "(x + 1)^2" "x^2 + 2x + 1"')
    found = equal(a, b, prove=prove, **conventions)
    say(found.notes, quiet)
    click.echo(equal_json(found) if json else equal_line(found))
    if not json:
        say(found.verdict.notes, quiet)
    return int(found.verdict.verdict != "correct")


command = Expressions(
    "equal",
    callback=_answer,
    help="Whether two formulas are the same function: proved, or tried at many points.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="A B"),
        *READING,
        PROVE,
        JSON,
        QUIET,
    ],
)
