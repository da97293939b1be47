"""Graded homework as lines, JSON and CSV."""

import csv
import io

from slopecli.answers.homework.grade import Graded, Tally
from slopecli.answers.homework.mistake import title
from slopecli.language.picture import visible
from slopecli.render.check import check_json, check_lines
from slopecli.render.lines import json_line
from slopecli.wording import phrase, tell

CSV_NAMES = (
    "line",
    "id",
    "student",
    "function",
    "answer",
    "verdict",
    "points",
    "mistake",
    "where",
    "message",
)
_FORMULAS = ("=", "+", "-", "@")  # what a spreadsheet would run


def where(graded: Graded) -> str:
    """Such as "line 3 (q2, Anna)"."""
    submission = graded.submission
    about = [visible(each) for each in (submission.id, submission.student) if each]
    if not about:
        return tell("line {line}", line=submission.line)
    return tell("line {line} ({about})", line=submission.line, about=tell(", ").join(about))


def told(graded: Graded) -> str:
    """The verdict, what it looks like, and how the input was read, in one line."""
    if graded.check is None:
        return tell("unreadable: {why}", why=_why(graded)[0])
    line = graded.wrong_line if graded.wrong_line != graded.submission.line else None
    found = check_lines(graded.check, line=line) + notes(graded)
    return tell("; ").join(found)


def notes(graded: Graded) -> list[str]:
    """What `slope check` says beside its verdict: where else to look, how the input was read."""
    if graded.check is None:
        return []
    found = graded.check.verdict.notes if graded.verdict == "correct" else []
    return found + graded.check.notes


def _why(graded: Graded) -> list[str]:
    """Why an answer cannot be read, with a caret under the place."""
    return (graded.problem or "").splitlines()


def grade_lines(graded: Graded) -> list[str]:
    """One answer in one line; under it, indented, the place where it cannot be read."""
    line = visible(tell("{where}: {verdict}", where=where(graded), verdict=told(graded)))
    return [line] + ["  " + each for each in _why(graded)[1:]]


def grade_json(graded: Graded) -> str:
    """The object of `slope check`, with line, id and student where given."""
    submission = graded.submission
    before: list[tuple[str, object]] = [("line", submission.line)]
    for name in ("id", "student"):
        value = getattr(submission, name)
        if value is not None:
            before.append((name, value))
    if graded.wrong_line is not None:
        before.append(("wrong_line", graded.wrong_line))
    if graded.check is not None:
        reading: list[tuple[str, object]] = [("reading", graded.check.notes)]
        return check_json(graded.check, before, reading if graded.check.notes else [])
    return json_line(
        [
            *before,
            ("function", submission.function),
            ("answer", submission.answer),
            ("verdict", "unreadable"),
            ("mistakes", []),
            ("reason", _why(graded)[0]),
        ]
    )


def csv_line(cells: "tuple[object, ...]") -> str:
    """A line of CSV, in which no cell is a formula to a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_harmless(cell) for cell in cells])
    return out.getvalue().rstrip("\n")


def grade_csv(graded: Graded) -> str:
    """One answer as a line of CSV, under CSV_NAMES."""
    submission = graded.submission
    mistake = graded.mistakes[0] if graded.mistakes else None
    message = told(graded) if mistake is None else mistake.message
    return csv_line(
        (
            submission.line,
            submission.id or "",
            submission.student or "",
            submission.function,
            submission.answer,
            graded.verdict,
            f"{submission.points if graded.verdict == 'correct' else 0:g}",
            mistake.id if mistake else "",
            mistake.where if mistake else "",
            message,
        )
    )


def _harmless(cell: object) -> str:
    """The cell, quoted where a spreadsheet would take it for a formula."""
    text = visible(str(cell))
    return "'" + text if text.lstrip().startswith(_FORMULAS) else text


_COUNTED = {
    "correct": phrase("{count} right"),
    "wrong": phrase("{count} wrong"),
    "unknown": phrase("{count} unknown"),
    "unreadable": phrase("{count} unreadable"),
}


def counted(verdict: str, count: int) -> str:
    """Such as "3 wrong"."""
    return tell(_COUNTED[verdict], count=count)


def answers(tally: Tally) -> str:
    """How many answers there are."""
    if tally.total == 1:
        return tell("1 answer")
    return tell("{count} answers", count=f"{tally.total:,}")


def marks(got: float, full: float) -> str:
    """Such as "3 of 5"."""
    return tell("{got} of {full}", got=f"{got:g}", full=f"{full:g}")


def summary(tally: Tally) -> list[str]:
    """How many are right; marks; the mistake that recurs most."""
    counts = tally.counts
    parts = [counted(name, counts[name]) for name in ("correct", "wrong")]
    parts += [counted(name, counts[name]) for name in ("unknown", "unreadable") if counts[name]]
    lines = [tell("{answers}: {counts}", answers=answers(tally), counts=tell(", ").join(parts))]
    for mistake, count in list(tally.commonest())[:1]:
        lines.append(
            tell(
                "most often: {mistake} in {count} of {total}",
                mistake=title(mistake),
                count=count,
                total=f"{tally.total:,}",
            )
        )
    lines += [
        tell("{student}: {marks}", student=visible(student), marks=marks(got, full))
        for student, (got, full) in tally.marks.items()
    ]
    return lines
