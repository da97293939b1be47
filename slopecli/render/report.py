"""Graded homework as one page that needs nothing else: to read, to print, to hand back.

The page is written as the answers come; the summary is known last, and is shown first. A screen
reader, which reads in the order of the file, is shown the way to it by a link. No verdict is told
by its colour alone, and each colour can be read on the paper (WCAG 2: 4.5 to 1).
"""

from html import escape

from slopecli.answers.homework.answer import bare
from slopecli.answers.homework.grade import Graded, Tally
from slopecli.answers.homework.mistake import title
from slopecli.errors import SlopeError
from slopecli.language.mathml import mathml
from slopecli.language.parser import read
from slopecli.language.picture import visible
from slopecli.render.check import how_certain, told_witness, verdict_line
from slopecli.render.grade import counted, marks, notes, where
from slopecli.wording import phrase, spoken, tell

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --soft: #5c5f66; --line: #d9dbe0;
  --right: #14713a; --wrong: #b3261e; --open: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e6e6ea; --soft: #a2a6ae;
  --line: #363a42; --right: #6fd08f; --wrong: #ff8a80; --open: #f0bf5f; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
  max-width: 52rem; margin: 2rem auto; padding: 0 1rem; display: flex; flex-direction: column; }
header { order: 0; } .summary { order: 1; } main { order: 2; }
h1 { font-size: 1.5rem; margin: 0; } math { font-size: 1.15em; }
.summary { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
.summary ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .1rem 1.5rem .1rem 0; }
article { border-bottom: 1px solid var(--line); padding: .9rem 0; break-inside: avoid; }
h2 { font-size: 1.1rem; margin: 0; } tbody th { font-weight: normal; }
a { color: inherit; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
.where { color: var(--soft); font-size: .85rem; font-weight: normal;
  } .verdict { font-weight: 600; }
.correct { color: var(--right); } .wrong { color: var(--wrong); }
.unknown, .unreadable { color: var(--open); }
.formulas { display: flex; flex-wrap: wrap; gap: .3rem 2.5rem; margin: .35rem 0;
  align-items: center; overflow: auto hidden; padding: .15rem 0; }
.formulas span { color: var(--soft); margin-right: .5rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; } code { overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; }
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; } }
"""
_WORDS = {
    "correct": phrase("right"),
    "wrong": phrase("wrong"),
    "unknown": phrase("unknown"),
    "unreadable": phrase("unreadable"),
}
_TASKS = {
    "derivative": phrase("derivative of"),
    "integral": phrase("integral of"),
    "equal": phrase("equal to"),
}
_ORDERS = {2: phrase("second derivative of"), 3: phrase("third derivative of")}
_LANGUAGES = {"en": "en", "zh": "zh-Hans"}  # as HTML names them
_LONGEST = 2_000  # letters of a formula that is set; a longer one is shown as typed


def page_start(name: str) -> str:
    """The page down to its first answer."""
    heading = _text(name)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[spoken()]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{heading}</h1>\n"
        f'<a class="skip" href="#summary">{_text(tell("Summary"))}</a></header>\n<main>\n'
    )


def row(graded: Graded) -> str:
    """One answer."""
    submission, verdict = graded.submission, graded.verdict
    lines = [
        f'<article class="answer">\n<h2 class="where">{_text(where(graded))}</h2>',
        '<div class="formulas">'
        f"<div><span>{_task(graded)}</span>{_formula(submission.function)}</div>"
        f"<div><span>{_text(tell('answer'))}</span>{_formula(submission.answer)}</div></div>",
        f'<p class="verdict {verdict}">{_text(tell(_WORDS[verdict]))}</p>',
    ]
    lines += [f"<p>{_text(each)}</p>" for each in _sentences(graded)]
    return "\n".join(lines) + "\n</article>\n"


def _task(graded: Graded) -> str:
    submission = graded.submission
    order = submission.order
    if submission.at is not None and submission.kind == "derivative":
        return _text(tell("slope at {at} of", at=submission.at))
    if submission.at is None and order is not None and order > 1:
        if order in _ORDERS:
            return _text(tell(_ORDERS[order]))
        return _text(tell("{number}th derivative of", number=order))
    return _text(tell(_TASKS[submission.kind])) if submission.kind in _TASKS else ""


def _sentences(graded: Graded) -> list[str]:
    if graded.check is None:
        return [line for line in (graded.problem or "").splitlines() if line.strip(" ^")]
    if graded.verdict == "correct":
        certain = how_certain(graded.check.verdict)
        return ([certain] if certain else []) + notes(graded)
    found = []
    if graded.wrong_line is not None and graded.wrong_line != graded.submission.line:
        found.append(
            tell(
                "The first wrong line is line {line}: {answer}",
                line=graded.wrong_line,
                answer=graded.check.answer,
            )
        )
    wrong = graded.verdict == "wrong"
    found.append(told_witness(graded.check) if wrong else verdict_line(graded.check))
    found += graded.check.verdict.notes + [each.message for each in graded.check.mistakes]
    return found + notes(graded)


def _formula(typed: str) -> str:
    """The formula set, or as typed where it cannot be read."""
    if 0 < len(typed) <= _LONGEST:
        try:
            return mathml(read(bare(typed)).expr)
        except SlopeError:
            pass
    return f"<code>{_text(typed[:_LONGEST])}</code>"


def page_end(tally: Tally) -> str:
    """The end of the page: the summary, which is shown on top."""
    counts = tally.counts
    listed = [
        f'<li class="{name}">{_text(counted(name, counts[name]))}</li>'
        for name in counts
        if counts[name]
    ]
    lines = [
        '</main>\n<section class="summary" id="summary" aria-labelledby="counts">',
        f'<h2 id="counts">{_text(tell("Summary"))}</h2>',
        f"<ul><li>{_text(tell('{count} answers', count=tally.total))}</li>{''.join(listed)}</ul>",
    ]
    lines += [
        "<p>"
        + _text(
            tell(
                "Look at this again: {mistake} ({count} of {total})",
                mistake=title(mistake),
                count=count,
                total=tally.total,
            )
        )
        + "</p>"
        for mistake, count in list(tally.commonest())[:3]
    ]
    if tally.marks:
        cells = [
            f'<tr><th scope="row">{_text(student)}</th><td>{_text(marks(got, full))}</td></tr>'
            for student, (got, full) in tally.marks.items()
        ]
        heads = "".join(
            [f'<th scope="col">{_text(each)}</th>' for each in (tell("student"), tell("points"))]
        )
        lines.append(
            f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(cells)}</tbody></table>"
        )
    return "\n".join(lines) + "\n</section>\n</body>\n</html>\n"


def _text(typed: str) -> str:
    return escape(visible(typed))
