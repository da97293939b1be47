"""`slope check F ANSWER`: is this answer right, and if not, what went wrong?"""

import click

from slopecli.cli.commands import Expressions, two_expressions
from slopecli.cli.options import JSON, ORDER, PROVE, QUIET, READING, say
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions


def _answer(
    expressions: tuple[str, ...],
    *,
    order: int | None,
    at: str | None,
    integral: bool,
    hint: str | None,
    show: bool,
    prove: bool,
    json: bool,
    quiet: bool,
    **conventions: "Unpack[Conventions]",
) -> int:
    """Check an answer; 1 unless it is right."""
    from slopecli.answers.homework.checked import checked
    from slopecli.render.check import check_json, check_lines

    function, answer = two_expressions(expressions, 'slope check "sin(3x)" "3cos(3x)"')
    if integral and (at is not None or order is not None):
        raise click.UsageError(tell("--integral asks for a formula: leave out --at and --order."))
    found = checked(
        function,
        answer,
        kind="integral" if integral else "derivative",
        at=at,
        order=order,
        prove=prove,
        **conventions,
    )
    say(found.notes, quiet)
    if json:
        click.echo(check_json(found))
    else:
        for line in check_lines(found, hint=int(hint) if hint else None, show=show):
            click.echo(line)
        if found.verdict.verdict == "correct":
            say(found.verdict.notes, quiet)
    return int(found.verdict.verdict != "correct")


command = Expressions(
    "check",
    callback=_answer,
    help="Whether ANSWER is the derivative of F, and if not, what it looks as if went wrong.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="F ANSWER"),
        ORDER,
        click.Option(["--at"], metavar="X", help="ANSWER is the slope at this point."),
        click.Option(["--integral"], is_flag=True, help="ANSWER is an antiderivative of F."),
        click.Option(
            ["--hint"],
            type=click.Choice(["1", "2", "3"]),
            help="1: where to look, 2: which rule, 3: what it should have been there.",
        ),
        click.Option(["--show"], is_flag=True, help="Tell the right answer too."),
        *READING,
        PROVE,
        JSON,
        QUIET,
    ],
)
