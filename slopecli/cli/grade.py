"""`slope grade FILE`: a whole homework file, answer by answer as they are graded."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import click

from slopecli.answers.homework.grade import Graded, Tally
from slopecli.answers.homework.homework_file import HomeworkFile
from slopecli.answers.homework.submission import Submission
from slopecli.cli.commands import Expressions
from slopecli.cli.ending import EndTidily
from slopecli.cli.grading import Progress, in_order
from slopecli.cli.options import JSON, QUIET, say
from slopecli.errors import UnusableError
from slopecli.wording import phrase, tell

if TYPE_CHECKING:
    from slopecli.cli.report_file import ReportFile

_INTERRUPTED = 130


def _answer(
    expressions: tuple[str, ...],
    *,
    key: str | None,
    decimal_comma: bool,
    integral: bool,
    json: bool,
    csv: bool,
    report: str | None,
    jobs: int,
    timeout: float,
    quiet: bool,
) -> int:
    """Grade a file; 1 unless all answers are right."""
    if len(expressions) != 1:
        raise click.UsageError(
            tell("which file? Name one, as in: slope grade homework.csv, or - .")
        )
    if json and csv:
        raise click.UsageError(tell("--json and --csv exclude each other."))
    kind = "integral" if integral else "derivative"
    tally = Tally()
    with ExitStack() as stack:
        stack.enter_context(EndTidily())
        file = stack.enter_context(HomeworkFile(expressions[0]))
        submissions = _submissions(file, expressions[0], kind, key, decimal_comma)
        out = _Out(file, json, csv, quiet)
        if report is not None:
            from slopecli.cli.report_file import ReportFile

            out.report = stack.enter_context(ReportFile(report, file.name))
        graded = stack.enter_context(closing(in_order(submissions, jobs, timeout)))
        interrupted = _run(graded, tally, out)
        out.finish(tally)
    if interrupted:
        say([tell("interrupted: {count} answers were graded.", count=f"{tally.total:,}")])
        return _INTERRUPTED
    if not tally.total:
        raise UnusableError(
            tell("there is no answer in {file}.", file=file.name), advice=tell(_SHAPE)
        )
    return int(not tally.all_right)


_SHAPE = phrase(
    "Give a table with the columns function and answer, or lines such as\n"
    "  f(x) = x^2\n"
    "  f'(x) = 2x"
)


def _run(graded: Iterator[Graded], tally: Tally, out: "_Out") -> bool:
    """Tell each answer; whether that was interrupted."""
    try:
        for each in graded:
            tally.add(each)
            out.tell(each, tally)
    except KeyboardInterrupt:
        return True
    return False


class _Out:
    """Where the verdicts go: lines on stdout, the report, and the progress."""

    def __init__(self, file: HomeworkFile, json: bool, csv: bool, quiet: bool) -> None:
        from slopecli.render import grade as lines

        self.lines = lines
        self.json = json
        self.csv = csv
        self.progress = Progress(file, quiet)
        self.report: ReportFile | None = None
        self.started = False

    def tell(self, graded: Graded, tally: Tally) -> None:
        """One answer."""
        self.progress.clear()
        if self.csv and not self.started:
            click.echo(self.lines.csv_line(self.lines.CSV_NAMES))
        self.started = True
        if self.json:
            click.echo(self.lines.grade_json(graded))
        elif self.csv:
            click.echo(self.lines.grade_csv(graded))
        else:
            for line in self.lines.grade_lines(graded):
                click.echo(line)
        if graded.check is None and (self.json or self.csv):
            say(
                [
                    tell(
                        "Error in line {line}: {message}",
                        line=graded.submission.line,
                        message=graded.problem,
                    )
                ]
            )
        if self.report is not None:
            self.report.add(graded)
        self.progress.show(tally.total)

    def finish(self, tally: Tally) -> None:
        """The summary: on stderr where stdout is for programs."""
        self.progress.clear()
        if not tally.total:
            return
        found = self.lines.summary(tally)
        if self.json or self.csv:
            say(found, self.progress.quiet)
        else:
            for line in found:
                click.echo(line)
        if self.report is not None:
            self.report.finish(tally)


def _submissions(
    file: HomeworkFile, path: str, kind: str, key: str | None, decimal_comma: bool
) -> Iterator[Submission]:
    from slopecli.answers.homework.notebook import Notebook
    from slopecli.answers.homework.sheet import Sheet, is_header, read_key

    keys = None if key is None else read_key(key, decimal_comma)
    lines = file.lines()
    ending = path.rpartition(".")[2].lower()
    sheet = key is not None or decimal_comma or ending in ("csv", "tsv")
    if not sheet and ending not in ("md", "markdown", "txt", "tex"):
        first, lines = _peeked(lines)
        sheet = is_header(first)
    if sheet:
        return Sheet(file, lines, kind=kind, decimal_comma=decimal_comma, key=keys).submissions()
    return Notebook(lines, kind).submissions()


def _peeked(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """The first line that is not blank, and all lines."""
    from itertools import chain

    seen = []
    for line in lines:
        seen.append(line)
        if line.strip():
            break
    return (seen[-1] if seen else ""), chain(seen, lines)


command = Expressions(
    "grade",
    callback=_answer,
    help="Check a whole homework file: a table (CSV), or text as a student writes it.",
    params=[
        click.Argument(["expressions"], nargs=-1, metavar="FILE"),
        click.Option(["--key"], metavar="KEY.csv", help="The questions, joined by their id."),
        click.Option(
            ["--decimal-comma"], is_flag=True, help="Semicolons between cells, 1,5 for 1.5."
        ),
        click.Option(["--integral"], is_flag=True, help="Answers are antiderivatives."),
        JSON,
        click.Option(["--csv"], is_flag=True, help="The verdicts as a table."),
        click.Option(["--report"], metavar="FILE.html", help="A page to print or to hand back."),
        click.Option(
            ["--jobs"],
            type=click.IntRange(1, 64),
            default=1,
            metavar="N",
            help="Work on so many answers at a time.",
        ),
        QUIET,
    ],
)
