"""The ground where a walk downhill stops: a bottom, a top, a saddle, or level all around."""

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from slopecli.answers.learning.methods import Floats, Objective

Ground = Literal["bottom", "top", "saddle", "level"]

_CURVED = 1e-6  # of the usual curvature: less tells nothing of which way the ground bends
_BESIDE = (1e-3, 1e-2)  # how far off to look then, as parts of the place's size
_ROUNDED = 1e-14  # differences of this part of a value are rounding


def ground(objective: "Objective", here: "Floats", usual: float = 0.0) -> Ground:
    """What lies around `here`, shape (n,), where no step leads further down.

    The curvature tells (the second derivative test, by the Hessian's eigenvalues); in directions
    in which it is less than a millionth of the largest, or of `usual`, the loss beside it does.
    """
    ways = np.eye(len(here))
    bends = np.zeros(len(here))
    with np.errstate(all="ignore"):
        curvature = objective.curvature(here)
        if np.isfinite(curvature).all():
            bends, ways = np.linalg.eigh((curvature + curvature.T) / 2)
        least = _CURVED * max(usual, float(np.max(np.abs(bends))))
        up = down = False
        for bend, way in zip(bends.tolist(), ways.T, strict=True):
            if abs(bend) > least:
                up, down = up or bend > 0, down or bend < 0
                continue
            higher, lower = _beside(objective, here, way)
            up, down = up or higher, down or lower
    if not down:
        return "bottom" if up else "level"
    return "saddle" if up else "top"


def _beside(objective: "Objective", here: "Floats", way: "Floats") -> tuple[bool, bool]:
    """Whether the loss is higher, and whether it is lower, a little way off on either side."""
    value = objective.loss(here)
    size = max(1.0, float(np.max(np.abs(here))))
    rises = [
        objective.loss(here + side * part * size * way) - value
        for part in _BESIDE
        for side in (1, -1)
    ]
    least = _ROUNDED * abs(value)
    return any(rise > least for rise in rises), any(rise < -least for rise in rises)
