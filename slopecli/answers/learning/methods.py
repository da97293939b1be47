"""The steps of each method downhill: gradient descent, with momentum, Adam, Newton's method.

Sources: Polyak, Some methods of speeding up the convergence of iteration methods, 1964 (momentum);
Kingma and Ba, Adam: a method for stochastic optimization, 2015; Nocedal and Wright, Numerical
Optimization, chapter 3 (Newton's method with a line search and a shifted Hessian).
"""

from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from slopecli.errors import UnusableError
from slopecli.wording import tell

Floats = NDArray[np.float64]
Method = Literal["descent", "momentum", "adam", "newton"]
METHODS: tuple[Method, ...] = ("descent", "momentum", "adam", "newton")
RATES: dict[Method, float] = {"descent": 0.01, "momentum": 0.01, "adam": 0.01, "newton": 1.0}

_KEPT = 0.9  # of the last step, in momentum
_MEANS = (0.9, 0.999)  # how slowly Adam forgets slopes and their squares
_SMALLEST = 1e-8
_FLAT = 1e-14  # Newton's method stops where a step promises less than this part of the loss


class Objective:
    """A loss and its slopes at a vector of parameters; `sample` gives slopes of a part of it."""

    def __init__(
        self,
        loss: Callable[[Floats], float],
        slopes: Callable[[Floats], tuple[float, Floats]],
        curvature: Callable[[Floats], Floats],
        sample: Callable[[Floats], Floats] | None = None,
    ) -> None:
        self.loss = loss
        self.slopes = slopes
        self.curvature = curvature
        self.sample = sample


# From the parameters, the loss there and its slopes to the next move; None where none leads down
Walk = Callable[[Floats, float, Floats], Floats | None]


def walk_of(method: Method, objective: Objective, rate: float) -> Walk:
    """A method at the start of its walk."""
    return _newton(objective, rate) if method == "newton" else _first_order(method, rate)


def _first_order(method: Method, rate: float) -> Walk:
    """Steps that only look at the slopes."""
    if method == "descent":
        return lambda here, value, slopes: -(slopes * rate)
    kept: Floats = np.zeros(1)
    squares: Floats = np.zeros(1)
    counted = 0

    def momentum(here: Floats, value: float, slopes: Floats) -> Floats:
        nonlocal kept
        kept = _KEPT * kept - rate * slopes
        return kept

    def adam(here: Floats, value: float, slopes: Floats) -> Floats:
        nonlocal kept, squares, counted
        counted += 1
        first, second = _MEANS
        kept = first * kept + (1 - first) * slopes
        squares = second * squares + (1 - second) * slopes**2
        mean = kept / (1 - first**counted)
        spread = np.sqrt(squares / (1 - second**counted))
        return np.asarray(-rate * mean / (spread + _SMALLEST))

    return momentum if method == "momentum" else adam


def _newton(objective: Objective, rate: float) -> Walk:
    """To the bottom of the parabola that fits here, or part of the way."""

    def walk(here: Floats, value: float, slopes: Floats) -> Floats | None:
        curvature = objective.curvature(here)
        if not np.isfinite(curvature).all():
            raise UnusableError(
                tell("The loss has no second slope here, which Newton's method needs."),
                advice=tell("Choose another --start, or --method adam."),
            )
        for move in _downhill(curvature, slopes):
            promised = -float(slopes @ move)
            if promised <= _FLAT * max(abs(value), 1e-300):
                return None
            for part in (rate * 0.5**k for k in range(30)):
                if objective.loss(here + part * move) <= value - 1e-4 * part * promised:
                    return part * move
        return None

    return walk


def _downhill(curvature: Floats, slopes: Floats) -> Iterator[Floats]:
    """Newton's step; where the loss is no bowl, with the Hessian shifted until it is one."""
    size = float(np.max(np.abs(curvature))) or float(np.max(np.abs(slopes)))
    for shift in (0.0, *(2 * size * 10.0**k for k in range(-12, 4, 2))):
        shifted = curvature + shift * np.eye(len(slopes))
        try:
            np.linalg.cholesky(shifted)
            yield np.asarray(-np.linalg.solve(shifted, slopes), dtype=np.float64)
        except np.linalg.LinAlgError:
            continue
