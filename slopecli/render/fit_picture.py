"""A walk downhill as a picture: a file by Matplotlib, or dots in a terminal."""

import io
import warnings
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from slopecli.answers.learning.fit_picture import Panel, Series
from slopecli.render.canvas import Canvas
from slopecli.render.lettering import legible
from slopecli.render.ticks import ticks
from slopecli.wording.columns import left as left_of

_LEVELS = 14
_BLUE, _ORANGE = "#0072B2", "#D55E00"  # told apart by every eye


def learned_bytes(panels: Callable[[], Sequence[Panel]], kind: str) -> bytes:
    """The content of a file of this kind: png, svg or pdf; the same walk gives the same bytes.

    The panels are made here, where it is known which language the fonts can show.
    """
    import matplotlib
    from matplotlib.figure import Figure

    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    written = io.BytesIO()
    with warnings.catch_warnings(), matplotlib.rc_context():
        warnings.simplefilter("ignore")  # a glyph that is missing from a column's name, say
        matplotlib.rcdefaults()
        matplotlib.rcParams["svg.hashsalt"] = "slope"
        with legible():
            found = panels()
            figure = Figure(figsize=(8, 4 * len(found)), layout="constrained")
            for number, panel in enumerate(found, 1):
                axes = figure.add_subplot(len(found), 1, number)
                axes.set_xlabel(panel.across, parse_math=False)
                axes.set_ylabel(panel.up, parse_math=False)
                axes.grid(alpha=0.3)
                if panel.heights is not None:
                    _draw_map(axes, panel)
                else:
                    _draw_series(axes, panel)
            figure.savefig(written, format=kind, dpi=150, metadata=undated[kind])
    return written.getvalue()


def _draw_series(axes: Any, panel: Panel) -> None:
    for series, color in zip(panel.series, (_BLUE, _ORANGE), strict=False):
        style = {"marker": "o", "linestyle": ""} if series.dots else {"linewidth": 1.8}
        (line,) = axes.plot(series.x, series.y, color=color, **style)
        line.set_label(series.label.replace("$", r"\$"))
    if len(panel.series) > 1:
        axes.legend()


def _draw_map(axes: Any, panel: Panel) -> None:
    """Lines of equal height, closer together near the bottom, and the way with its end starred."""
    assert panel.heights is not None
    finite = panel.heights[np.isfinite(panel.heights)]
    if finite.size and finite.min() < finite.max():
        rise = np.linspace(0.02, 1, _LEVELS) ** 3
        levels = finite.min() + (finite.max() - finite.min()) * rise
        axes.contour(panel.x, panel.y, panel.heights, levels=levels, cmap="viridis", alpha=0.7)
    way = panel.series[0]
    axes.plot(way.x, way.y, color=_ORANGE, marker="o", markersize=3)
    axes.plot(way.x[-1:], way.y[-1:], color=_ORANGE, marker="*", markersize=14)


def learned_lines(panels: Sequence[Panel], columns: int, lines: int, style: str) -> list[str]:
    """The panels as lines of text for a terminal of this size."""
    rows = max(4, lines // len(panels) - 3)
    drawn = []
    for panel in panels:
        drawn += _panel_lines(panel, columns, rows, style)
    return drawn


def _panel_lines(panel: Panel, columns: int, rows: int, style: str) -> list[str]:
    x = np.concatenate([series.x for series in panel.series])
    y = np.concatenate([series.y[np.isfinite(series.y)] for series in panel.series])
    left, right = _stretch(float(x.min()), float(x.max()))
    low, high = _stretch(float(y.min()), float(y.max()))
    marks = ticks(low, high, max(2, rows // 4))
    margin = max((len(label) for _, label in marks), default=0) + 1
    canvas = Canvas(max(columns - margin - 1, 4), rows, style)

    def place(across: float, up: float) -> tuple[float, float]:
        return (
            (across - left) / (right - left) * (canvas.width - 1),
            (high - up) / (high - low) * (canvas.height - 1),
        )

    for number, series in enumerate(panel.series):
        _draw(
            canvas, series, [place(a, b) for a, b in zip(series.x, series.y, strict=True)], number
        )
    labels = {int(place(left, at)[1]) // canvas.down: label for at, label in marks}
    drawn = [
        f"{labels.get(row, ''):>{margin}}|" + "".join(sign for sign, _ in canvas.row(row))
        for row in range(rows)
    ]
    ends = f"{left:.6g}", f"{right:.6g}"
    below = left_of(f"{ends[0]} {panel.across}", canvas.columns - len(ends[1])) + ends[1]
    return [f"{' ' * margin} {panel.up}", *drawn, " " * (margin + 1) + below]


def _draw(canvas: Canvas, series: Series, places: list[tuple[float, float]], number: int) -> None:
    if series.dots:
        for x, y in places:
            canvas.sign(x, y, "o", number)
        return
    for (x0, y0), (x1, y1) in pairwise(places):
        if np.isfinite([x0, y0, x1, y1]).all():
            canvas.line(x0, y0, x1, y1, 0)


def _stretch(low: float, high: float) -> tuple[float, float]:
    """Some height where everything is at one."""
    return (low, high) if high > low else (low - 1, high + 1)
