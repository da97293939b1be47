"""`slope steps EXPR`: the derivative, rule by rule."""

from collections.abc import Callable

import click

from slopecli.answers.question import Question, ask, may_be_curve
from slopecli.answers.slope import slope_at
from slopecli.answers.steps import Lesson, lesson
from slopecli.cli.commands import Expressions, one_expression
from slopecli.cli.options import DIGITS, JSON, ORDER, QUIET, READING, say
from slopecli.language.expr import substitute
from slopecli.render.steps import Notation, hint_text, lesson_json, lesson_text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions


def _answer(expressions: tuple[str, ...], **options: object) -> int:
    """Tell each expression's lesson; 1 where some point has no slope."""
    if options["latex"] and options["json"]:
        raise click.UsageError(tell("--latex and --json exclude each other."))
    if options["definition"] and not options["at"]:
        raise click.UsageError(tell("--definition needs a point: add --at X."))
    if options["definition"] and options["hint"]:
        raise click.UsageError(tell("--definition and --hint exclude each other."))
    source = one_expression(expressions)
    teach: Callable[..., int] = _lesson
    if source != "-":
        return teach(source, **options)
    from slopecli.cli.stdin import each_line

    return each_line(lambda line: teach(line, **options))


def _lesson(source: str, **options: object) -> int:
    """Tell one lesson: of a curve in its own way."""
    if may_be_curve(source):
        from slopecli.cli.curve_steps import teach

        status = teach(source, options)
        if status is not None:
            return status
    tell_function: Callable[..., int] = _teach
    return tell_function(source, **options)


def _teach(
    source: str,
    *,
    at: tuple[str, ...],
    order: int | None,
    definition: bool,
    hint: int | None,
    unfold: bool,
    latex: bool,
    json: bool,
    digits: int,
    quiet: bool,
    **conventions: "Unpack[Conventions]",
) -> int:
    question = ask(source, at=at, numeric=bool(at), **conventions)
    say([*question.notes, *_who_moves(question)], quiet)
    if definition:
        return _chords(question, latex, json, digits, quiet)
    found = lesson(
        question.fixed,
        question.variable,
        order=question.order if order is None else order,
        unfold=unfold,
    )
    if hint:
        click.echo(
            hint_text(found.steps[0], hint, latex) if found.steps else tell("Nothing to derive.")
        )
        return 0
    click.echo(lesson_json(found) if json else lesson_text(found, latex))
    return _points(question, found, latex, json, digits, quiet)


def _who_moves(question: Question) -> list[str]:
    """Which letter is the variable, where several could be and nobody said."""
    constants = question.constants if question.guessed else []
    if not constants:
        return []
    return [
        tell(
            "the variable is {letter}; constant: {others}. For another one add -x {other}.",
            letter=question.variable,
            others=", ".join(constants),
            other=constants[-1],
        )
    ]


def _points(
    question: Question, found: Lesson, latex: bool, json: bool, digits: int, quiet: bool
) -> int:
    """Put each point into the derivative."""
    status = 0
    notation = Notation(latex)
    for point in question.points:
        slope = slope_at(question.fixed, question.variable, point, order=found.order, digits=digits)
        if json:
            from slopecli.render.slope import slope_json

            click.echo(slope_json(slope))
        else:
            there = substitute(found.formula, {question.variable: point.expr})
            place = notation.equal(question.variable, point.expr)
            formula = notation.formula(there)
            click.echo("\n" + tell("At {place}: {formula}", place=place, formula=formula))
            click.echo(slope.text)
            say([note for note in (slope.message, slope.note) if note], quiet)
        status = max(status, int(slope.status != "ok"))
    return status


def _chords(question: Question, latex: bool, json: bool, digits: int, quiet: bool) -> int:
    from slopecli.answers.definition import definition
    from slopecli.render.definition import definition_json, definition_markdown, definition_text

    status = 0
    write = definition_json if json else definition_markdown if latex else definition_text
    for point in question.points:
        found = definition(question.fixed, question.variable, point, digits=digits)
        click.echo(write(found))
        if not json:
            say([note for note in (found.slope.message, found.slope.note) if note], quiet)
        status = max(status, int(found.slope.status != "ok"))
    return status


command = Expressions(
    "steps",
    callback=_answer,
    help="The derivative, rule by rule, as in class.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="EXPR"),
        click.Option(["--at"], multiple=True, metavar="X", help="Also the slope at this point."),
        click.Option(
            ["--definition"], is_flag=True, help="At a point: the difference quotient closing in."
        ),
        click.Option(
            ["--hint"],
            type=click.IntRange(1, 3),
            metavar="1|2|3",
            help="Only the next rule; its pieces; the step.",
        ),
        click.Option(["--all", "unfold"], is_flag=True, help="Also steps such as x' = 1."),
        click.Option(["--latex"], is_flag=True, help="Markdown with LaTeX."),
        ORDER,
        *READING,
        DIGITS,
        JSON,
        QUIET,
    ],
)
