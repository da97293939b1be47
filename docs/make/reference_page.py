"""reference.md: what the commands say of themselves, and the table of functions."""

import contextlib
import io

from slopecli.answers.functions import Entry, entries
from slopecli.cli import run
from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.language.expr import Expr
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
    parts += ["## Functions, operators, constants\n", _INTRODUCTION, *_table()]
    return "\n".join(parts)


_INTRODUCTION = """\
Where books differ, [the language](language.md#functions) says which side is taken. `u'` and `v'`
are the slopes of the arguments. Where nothing stands under "value", there is one everywhere; where
nothing stands under "slope", there is one wherever there is a value.
"""


def _shown(command: str, *words: str) -> str:
    """A block with the command and what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = run(list(words))
    assert status == 0, f"{command} ended with {status}"
    return f"```text\n$ {command}\n{out.getvalue().rstrip()}\n```\n"


def _table() -> list[str]:
    heads = ("you type", "or", "it is", "derivative", "value", "slope")
    rows = [_cells(entry) for entry in entries()]
    return [
        "| " + " | ".join(heads) + " |",
        "|" + " --- |" * len(heads),
        *["| " + " | ".join(row) + " |" for row in rows],
        "",
    ]


def _cells(entry: Entry) -> list[str]:
    return [
        _code(text(entry.form)),
        " ".join([_code(word) for word in entry.row.also]),
        entry.row.title,
        _formula(entry.derivative),
        _formula(entry.exists),
        _formula(entry.smooth),
    ]


def _formula(expr: Expr | None) -> str:
    return "" if expr is None else _code(text(expr))


def _code(typed: str) -> str:
    """In a cell, a bar would end it."""
    return "`" + typed.replace("|", "\\|") + "`"
