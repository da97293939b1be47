"""What there is to draw of a walk downhill: the loss, the fitted curve, the way on the map."""

import numpy as np
from numpy.typing import NDArray

from slopecli.answers.learning.columns import Columns
from slopecli.answers.learning.fit import Fit
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.evaluate import evaluate
from slopecli.language.expr import letters
from slopecli.language.text import text
from slopecli.wording import tell

Floats = NDArray[np.float64]

_ALONG = 400  # points of a curve
_ACROSS = 160  # points of a map in each direction
_ROOM = 0.25  # around the way, of its size


class Series:
    """Points to be joined, or left as dots."""

    __slots__ = ("dots", "label", "x", "y")

    def __init__(self, label: str, x: Floats, y: Floats, dots: bool = False) -> None:
        self.label = label
        self.x = x
        self.y = y
        self.dots = dots


class Panel:
    """One pair of axes with series; `heights`, shape (y, x), is a map to draw them on."""

    __slots__ = ("across", "heights", "series", "up", "x", "y")

    def __init__(self, across: str, up: str, series: list[Series]) -> None:
        self.across = across
        self.up = up
        self.series = series
        self.x: Floats | None = None
        self.y: Floats | None = None
        self.heights: Floats | None = None


def loss_panel(fit: Fit, what: str | None = None) -> Panel:
    """The loss, or what else goes down, over the steps."""
    what = what or tell("loss")
    history = np.array(fit.descent.history)
    steps = np.arange(len(history), dtype=np.float64)
    return Panel(tell("step"), what, [Series(what, steps, history)])


def curve_panel(fit: Fit, columns: Columns, target: str) -> Panel | None:
    """The fitted curve through the points, where the model has one feature."""
    features = [name for name in letters(fit.model) if name in columns.names]
    if len(features) != 1:
        return None
    (feature,) = features
    x, y = columns.numbers(feature), columns.numbers(target)
    room = 0.03 * (x.max() - x.min())
    along = np.linspace(x.min() - room, x.max() + room, _ALONG)
    value = evaluate(fit.model, {**fit.parameters, feature: along}, ARRAYS)
    curve = np.array(np.broadcast_to(value, along.shape), dtype=float)
    label = text(fit.model)
    return Panel(
        feature,
        target,
        [
            Series(target, x, y, dots=True),
            Series(label, np.asarray(along, dtype=np.float64), curve),
        ],
    )


def map_panel(fit: Fit) -> Panel | None:
    """The way over a map of a formula of two letters."""
    if len(fit.names) != 2:
        return None
    way = np.array(fit.descent.path)
    low, high = way.min(axis=0), way.max(axis=0)
    size = np.where(high > low, high - low, 1.0)
    x, y = (
        np.linspace(low[k] - _ROOM * size[k], high[k] + _ROOM * size[k], _ACROSS) for k in (0, 1)
    )
    panel = Panel(*fit.names, [Series(tell("the way down"), way[:, 0], way[:, 1])])
    point = {fit.names[0]: x[None, :], fit.names[1]: y[:, None]}
    heights = evaluate(fit.model, point, ARRAYS)
    panel.x, panel.y = x, y
    panel.heights = np.array(np.broadcast_to(heights, (_ACROSS, _ACROSS)), dtype=float)
    return panel
