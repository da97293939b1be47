"""A picture as PNG, SVG or PDF, or in a window, by Matplotlib without pyplot's global state."""

import io
import warnings
from math import floor, log10

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator

from slopecli.answers.pictures.curve import Curve, Mark
from slopecli.answers.pictures.lines import Straight
from slopecli.answers.pictures.plot import Panel, Picture
from slopecli.render.lettering import legible
from slopecli.render.terminal_plot import studied
from slopecli.render.ticks import ticks
from slopecli.render.typeset import letter, named_curve

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# Okabe and Ito's colours, which the colour-blind can tell apart; blue and orange first.
_COLORS = ("#0072B2", "#E66100", "#009E73", "#CC79A7", "#56B4E9", "#B8860B", "#8B4FBF", "#6B6B6B")
_DASHES = ("-", (0, (5, 1.2)), (0, (1, 1)), (0, (6, 1.2, 1, 1.2)), (0, (2.5, 1)))  # for few colours
_COLORS_ON_DARK = (
    "#5DADE2",
    "#FF9F43",
    "#2ECC9B",
    "#F2A7CF",
    "#A9D8F5",
    "#F0E442",
    "#C39BEF",
    "#BBB",
)
_SHAPES = {
    "open": "o", "filled": "o", "corner": "D", "crossing": "D", "cusp": "D", "alone": "o",
    "zero": "x", "maximum": "^", "minimum": "v", "inflection": "D", "hole": "o",
}  # fmt: skip
_HOLLOW = ("open", "hole", "crossing", "inflection")
_ENTRY = 0.24  # inches: a line of a legend above the axes
_FAR = 100  # heights of a picture: a stroke is followed no further out
_DPI = 150


class Look:
    """Title, size in inches, light or dark."""

    __slots__ = ("dark", "size", "title")

    def __init__(
        self, title: str | None = None, size: tuple[float, float] | None = None, dark: bool = False
    ) -> None:
        self.title = title
        self.size = size
        self.dark = dark

    @property
    def ink(self) -> str:
        """The colour of text and axes."""
        return "#E8E8E8" if self.dark else "#222222"

    @property
    def paper(self) -> str:
        """The colour behind everything."""
        return "#16181D" if self.dark else "#FFFFFF"

    def color(self, number: int) -> str:
        """The colour of a curve."""
        colors = _COLORS_ON_DARK if self.dark else _COLORS
        return colors[number % len(colors)]


def picture_bytes(found: Picture, kind: str, look: Look) -> bytes:
    """The picture as the content of a file; the same picture gives the same bytes."""
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    written = io.BytesIO()
    with warnings.catch_warnings(), matplotlib.rc_context():
        warnings.simplefilter("ignore")  # a glyph that is missing from a title, say
        _settle()
        with legible():
            figure = draw(found, look)
            figure.savefig(written, format=kind, dpi=_DPI, metadata=undated[kind])
    return written.getvalue()


def open_window(found: Picture, look: Look, backend: str) -> bool:
    """Show the picture in a window until it is closed; False where this backend cannot."""
    from matplotlib.backends.registry import backend_registry

    with warnings.catch_warnings(), matplotlib.rc_context():
        warnings.simplefilter("ignore")
        _settle()
        try:
            load: Any = backend_registry.load_backend_module
            canvas = load(backend).FigureCanvas
            with legible():
                manager = canvas.new_manager(draw(found, look), 1)
                manager.show()
        except Exception:  # no such toolkit, no display: each toolkit has errors of its own
            return False
        manager.start_main_loop()
    return True


def _settle() -> None:
    """Matplotlib's own settings, whatever stands in a matplotlibrc of the person's."""
    matplotlib.rcdefaults()
    matplotlib.rcParams["svg.hashsalt"] = "slope"
    matplotlib.rcParams["mathtext.fontset"] = "cm"
    matplotlib.rcParams["path.simplify"] = True


def draw(found: Picture, look: Look) -> Figure:
    """The picture as a figure."""
    count = len(found.panels)
    figure = Figure(figsize=look.size or _size(found), layout="constrained")
    figure.set_facecolor(look.paper)
    above: Axes | None = None
    for number, panel in enumerate(found.panels):
        axes = figure.add_subplot(count, 1, number + 1, sharex=above)
        above = above or axes
        _Panel(axes, found, panel, look, last=number == count - 1)
    if look.title:
        figure.suptitle(look.title, color=look.ink, parse_math=False)
    return figure


class _Panel:
    """One pair of axes, its heights divided by `unit`, so that Matplotlib meets no huge number."""

    def __init__(self, axes: Axes, found: Picture, panel: Panel, look: Look, last: bool) -> None:
        self.axes = axes
        self.found = found
        self.panel = panel
        self.look = look
        self.unit = _unit(panel.low, panel.high)
        self.across = _unit(found.left, found.right)
        if found.square:
            self.unit = self.across = max(self.unit, self.across)
        self._prepare(last)
        for x, y in panel.leads:
            self._lead(x, y)
        for curve in panel.curves:
            self._curve(curve, look.color(self._color(curve)))
        if 0 in panel.orders:
            for kind, points in studied(found):
                self._explain(kind, points)
        for number, line in enumerate(panel.lines):
            self._straight(line, look.color(number + len(panel.curves)))
        above: dict[str, Any] = {
            "loc": "lower left",
            "bbox_to_anchor": (0, 1.01),
            "borderaxespad": 0,
        }
        axes.legend(
            facecolor=look.paper,
            edgecolor=look.ink,
            labelcolor=look.ink,
            framealpha=0.85,
            **(above if found.up or found.studies else {}),  # it would hide a part of the curve
        ).get_frame().set_linewidth(0.4)

    def _color(self, curve: Curve) -> int:
        orders = sum(len(panel.orders) for panel in self.found.panels)
        if len(self.found.expressions) == 1:
            return curve.order
        return curve.number * (orders if orders > 1 else 1) + (curve.order if orders > 1 else 0)

    def _prepare(self, last: bool) -> None:
        axes, look = self.axes, self.look
        axes.set_facecolor(look.paper)
        axes.set_xlim(self.found.left / self.across, self.found.right / self.across)
        axes.set_ylim(self.panel.low / self.unit, self.panel.high / self.unit)
        if self.found.square:
            axes.set_aspect("equal")
        axes.grid(True, color=look.ink, alpha=0.14, linewidth=0.6)
        for name in ("x", "y"):
            self._mark_axis(name, last)
        for spine in axes.spines.values():
            spine.set_color(look.ink)
            spine.set_alpha(0.4)
        axes.tick_params(colors=look.ink, labelbottom=last)
        if self.panel.low < 0 < self.panel.high:
            axes.axhline(0, color=look.ink, alpha=0.6, linewidth=0.8)
        if self.found.left < 0 < self.found.right:
            axes.axvline(0, color=look.ink, alpha=0.6, linewidth=0.8)

    def _mark_axis(self, name: str, last: bool) -> None:
        axis = self.axes.xaxis if name == "x" else self.axes.yaxis
        unit = self.across if name == "x" else self.unit
        low, high = self.axes.get_xlim() if name == "x" else self.axes.get_ylim()
        in_pi = name == "x" and self.found.in_pi
        marks = ticks(low, high, 10 if name == "x" else 8, in_pi)
        axis.set_major_locator(FixedLocator([place for place, _ in marks]))
        axis.set_ticklabels([label.replace("-", "\u2212") for _, label in marks])
        called = self.found.variable if name == "x" else self.found.up
        label = f"${letter(called)}$" if called and (last or name == "y") else ""
        if unit != 1.0:
            label += r"  $\times 10^{" + str(round(log10(unit))) + "}$"
        axis.set_label_text(label, color=self.look.ink)

    def _curve(self, curve: Curve, color: str) -> None:
        label: str | None = named_curve(self.found, curve)
        front = 3 - curve.order / 10  # the curve before its slope
        dashes = _DASHES[self._color(curve) % len(_DASHES)]
        for stroke in curve.strokes:
            self.axes.plot(
                *self._scaled(stroke),
                color=color,
                linewidth=2,
                linestyle=dashes,
                label=label,
                zorder=front,
            )
            label = None
        if curve.dots:
            across, heights = self._scaled(curve.dots)
            self.axes.plot(across, heights, ".", color=color, markersize=2.5, label=label, zorder=3)
            label = None
        for mark in curve.marks:
            self._mark(mark, color, label)
            label = None if mark.y is not None else label

    def _scaled(self, points: "Sequence[tuple[float, float]]") -> tuple[list[float], list[float]]:
        """The coordinates, in units of the axes; what is far outside is moved nearer."""
        low, high = self.panel.low / self.unit, self.panel.high / self.unit
        far = _FAR * (high - low)
        heights = [min(max(y / self.unit, low - far), high + far) for _, y in points]
        return [x / self.across for x, _ in points], heights

    def _mark(self, mark: Mark, color: str, label: str | None) -> None:
        if mark.y is None:
            self.axes.axvline(
                mark.x / self.across,
                color=self.look.ink,
                alpha=0.45,
                linewidth=1,
                linestyle=(0, (4, 3)),
            )
            return
        shape = _SHAPES[mark.kind]
        inside = self.look.paper if mark.kind in _HOLLOW else color
        self.axes.plot(
            *self._scaled([(mark.x, mark.y)]),
            shape,
            color=color,
            markerfacecolor=inside,
            markersize=4.5 if shape == "D" else 6,
            markeredgewidth=1.5,
            zorder=4,
            label=label,
        )

    def _explain(self, kind: str, points: str) -> None:
        """An entry of the legend for the points of a kind."""
        ink = self.look.ink
        if kind == "pole":
            (sample,) = self.axes.plot([], [], color=ink, alpha=0.45, linestyle=(0, (4, 3)))
        else:
            (sample,) = self.axes.plot([], [], _SHAPES[kind], color=ink, markersize=5)
            sample.set_markerfacecolor(self.look.paper if kind in _HOLLOW else ink)
        sample.set_label(points.replace("$", r"\$"))

    def _lead(self, x: float, y: float) -> None:
        """A thin line between the place where the slope is 0 and the curve's extremum."""
        here = x / self.across
        self.axes.axvline(here, color=self.look.ink, alpha=0.35, linewidth=0.8, zorder=1)
        height = y / self.unit if 0 in self.panel.orders else 0.0
        self.axes.plot([here], [height], "o", color=self.look.ink, markersize=3.5, zorder=5)

    def _straight(self, line: Straight, color: str) -> None:
        label = line.told
        if line.slope is None:
            ends = [(line.x, self.panel.low), (line.x, self.panel.high)]
        else:
            sides = (self.found.left, self.found.right)
            ends = [(x, line.y + line.slope * (x - line.x)) for x in sides]
        across, heights = [x / self.across for x, _ in ends], [y / self.unit for _, y in ends]
        self.axes.plot(across, heights, color=color, linewidth=1.4, zorder=2, label="tangent")
        self.axes.lines[-1].set_label(label)
        self.axes.plot(*self._scaled([(line.x, line.y)]), "o", color=color, markersize=5, zorder=4)


def _size(found: Picture) -> tuple[float, float]:
    """Inches: such that axes of one scale fill the picture."""
    count = len(found.panels)
    if not found.square:
        return 8, (5 if count == 1 else 3.4 * count) + _ENTRY * len(studied(found))
    panel = found.panels[0]
    wide = (found.right - found.left) / (panel.high - panel.low)
    entries = len(panel.curves) + len(panel.lines)
    return (min(6 * wide, 8) + 0.6, min(6, 8 / wide) + 0.6 + _ENTRY * entries)


def _unit(low: float, high: float) -> float:
    """1, or the power of ten that makes the largest number on an axis handy."""
    largest = max(abs(low), abs(high))
    if not largest or 1e-4 <= largest < 1e6:
        return 1.0
    return float(f"1e{max(floor(log10(largest)), -300)}")
