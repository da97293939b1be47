"""reference.md: what the commands say of themselves, and the table of functions."""

import contextlib
import io

from slopecli.answers.functions import Entry, entries
from slopecli.cli import run
from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.language.text import text

HEAD = """\
# Reference

The commands in their own words, and every function with its derivative. This page is made by
`python docs/make` from the program itself.

## Commands
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _shown("slope --help", "--help")]
    for name in COMMANDS:
        title = "slope EXPR" if name == EXPRESSION else f"slope {name}"
        words = ["x" if name == EXPRESSION else name, "--help"]
        parts += [f"### {title}\n", _shown(" ".join(["slope", *words]), *words)]
    parts += ["## Functions, operators, constants\n", _INTRODUCTION]
    for title, belongs in _KINDS.items():
        parts += [f"### {title}\n", *_table([each for each in entries() if belongs(each.row)])]
    return "\n".join(parts)


_KINDS = {
    "Functions": lambda row: row.arity and not row.is_operator,
    "Operators": lambda row: row.is_operator,
    "Constants": lambda row: not row.arity,
}
_INTRODUCTION = """\
Where books differ, [the language](language.md#functions) says which side is taken. Other spellings
stand behind the first. Where there are several arguments, `u'` and `v'` are their slopes. Without a
word about it there is a value everywhere, and a slope wherever there is a value.
"""


def _shown(command: str, *words: str) -> str:
    """A block with the command and what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = run(list(words))
    assert status == 0, f"{command} ended with {status}"
    return f"```text\n$ {command}\n{out.getvalue().rstrip()}\n```\n"


def _table(kind: list[Entry]) -> list[str]:
    """A row for each entry; only columns that some of them fill."""
    heads = ["you type", "it is", "derivative", "where"]
    rows = [_cells(entry) for entry in kind]
    filled = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    return [
        "| " + " | ".join([row[place] for place in filled]) + " |"
        for row in (heads, ["---"] * len(heads), *rows)
    ] + [""]


def _cells(entry: Entry) -> list[str]:
    where = [("value", entry.exists), ("slope", entry.smooth)]
    return [
        " ".join([_code(text(entry.form)), *[_code(word) for word in entry.row.also]]),
        entry.row.title,
        "" if entry.derivative is None else _code(text(entry.derivative)),
        ", ".join([f"{what}: {_code(text(expr))}" for what, expr in where if expr is not None]),
    ]


def _code(typed: str) -> str:
    """In a cell, a bar would end it."""
    return "`" + typed.replace("|", "\\|") + "`"
