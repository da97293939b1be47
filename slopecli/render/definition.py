"""The difference quotient as a table that closes in, as Markdown and as JSON."""

from slopecli.answers.definition import Definition
from slopecli.language.latex import latex
from slopecli.language.text import text
from slopecli.render.lines import digits, json_line
from slopecli.wording import phrase, tell
from slopecli.wording.columns import columns, right

_HEADS = ("h", phrase("chord to the right"), phrase("chord to the left"))
_NONE = "-"


def definition_text(found: Definition) -> str:
    """The quotient, the table, and the limit in the last line."""
    slope = found.slope
    a = text(slope.at.expr)
    rows = [tuple([tell(head) for head in _HEADS]), *_rows(found)]
    widths = [max([columns(row[place]) for row in rows]) for place in range(3)]
    lines = [
        "   ".join([right(cell, width) for cell, width in zip(row, widths, strict=True)])
        for row in rows
    ]
    said = f"f({slope.variable}) = {text(slope.expr)}"
    chord = tell("slope of the chord: {quotient}", quotient=f"(f({a} + h) - f({a}))/h")
    limit = tell("limit for h -> 0: {slope} =", slope=f"f'({a})")
    return "\n".join([said, chord, "", *lines, "", limit, slope.text])


def definition_markdown(found: Definition) -> str:
    """The same with LaTeX, the table in Markdown."""
    slope = found.slope
    a = latex(slope.at.expr)
    quotient = rf"\frac{{f\left({a} + h\right) - f\left({a}\right)}}{{h}}"
    lines = [
        rf"$f\left({slope.variable}\right) = {latex(slope.expr)}$",
        "",
        "| " + " | ".join(["$h$", *[tell(head) for head in _HEADS[1:]]]) + " |",
        "| --- | --- | --- |",
        *["| " + " | ".join(row) + " |" for row in _rows(found)],
        "",
    ]
    if slope.slope is None:
        return "\n".join([*lines, slope.text])
    return "\n".join([*lines, rf"$\lim_{{h \to 0}} {quotient} = {slope.text}$"])


def definition_json(found: Definition) -> str:
    """One object: the chords, and the slope or the status."""
    slope = found.slope
    chords = [
        {"h": digits(chord.h), "right": digits(chord.right), "left": digits(chord.left)}
        for chord in found.chords
    ]
    return json_line(
        [
            ("expression", text(slope.expr)),
            ("variable", slope.variable),
            ("at", slope.at.text),
            ("chords", chords),
            ("slope", digits(slope.slope)),
            ("text", slope.text),
            ("status", slope.status),
        ]
    )


def _rows(found: Definition) -> list[tuple[str, str, str]]:
    return [(chord.h, chord.right or _NONE, chord.left or _NONE) for chord in found.chords]
