"""The function table as a page, one entry in detail, and as JSON lines."""

from slopecli.answers.functions import Entry
from slopecli.language.expr import Expr
from slopecli.language.text import text
from slopecli.render.lines import json_line
from slopecli.wording import phrase, tell
from slopecli.wording.columns import columns, left

_HEADS = (phrase("typed"), phrase("also"), phrase("derivative"), phrase("where"))


def page(entries: list[Entry]) -> str:
    """A line for each entry."""
    rows = [tuple([tell(head) for head in _HEADS])] + [
        (text(entry.form), " ".join(entry.row.also), _text(entry.derivative), _text(entry.exists))
        for entry in entries
    ]
    widths = [max([columns(row[place]) for row in rows]) for place in range(3)]
    return "\n".join(
        [
            "  ".join(
                [
                    *[left(cell, width) for cell, width in zip(row[:3], widths, strict=True)],
                    row[3],
                ]
            ).rstrip()
            for row in rows
        ]
    )


def detail(entry: Entry) -> str:
    """All that the table says of one entry."""
    title = tell(entry.row.title)
    lines = [tell("{function}: {title}", function=text(entry.form), title=title)]
    facts = [
        (phrase("also"), ", ".join(entry.row.also)),
        (phrase("derivative"), _text(entry.derivative)),
        (phrase("means"), _text(entry.means)),
        (
            phrase("value"),
            _place(entry.exists) or ("" if entry.row.is_operator else tell("everywhere")),
        ),
        (phrase("slope"), _place(entry.smooth)),
    ]
    for name, fact in facts:
        if fact and (entry.row.arity or name != "value"):
            lines.append(f"  {left(tell(name), 12)}{fact}")
    return "\n".join(lines)


def entry_json(entry: Entry) -> str:
    """One object: the name, other spellings, the derivative, where there is a value, a slope."""
    return json_line(
        [
            ("name", entry.row.name),
            ("typed", text(entry.form)),
            ("title", tell(entry.row.title)),
            ("also", list(entry.row.also)),
            ("derivative", _text(entry.derivative) or None),
            ("means", _text(entry.means) or None),
            ("exists", _text(entry.exists) or None),
            ("smooth", _text(entry.smooth) or None),
        ]
    )


def _place(condition: Expr | None) -> str:
    return "" if condition is None else tell("where {condition}", condition=text(condition))


def _text(expr: Expr | None) -> str:
    return "" if expr is None else text(expr)
