"""Downhill on a loss: gradient descent, with momentum, Adam, Newton's method.

Sources: Polyak, Some methods of speeding up the convergence of iteration methods, 1964 (momentum);
Kingma and Ba, Adam: a method for stochastic optimization, 2015; Nocedal and Wright, Numerical
Optimization, chapter 3 (Newton's method with a line search and a shifted Hessian).
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal

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


class Descent:
    """The way down: losses and parameters from the start on, one more than there were steps.

    `path` holds the parameters, shape (steps + 1, n); `ended` says in words why it stopped there,
    `early` whether that was before all steps were done.
    """

    __slots__ = ("early", "ended", "history", "path")

    def __init__(
        self, history: list[float], path: list[Floats], ended: str, early: bool = True
    ) -> None:
        self.history = history
        self.path = path
        self.ended = ended
        self.early = early


class DivergedError(UnusableError):
    """The loss grew beyond all bounds; `descent` is the way up to the last good parameters."""

    def __init__(self, message: str, advice: str, descent: Descent) -> None:
        super().__init__(message, advice=advice)
        self.descent = descent
        self.fit: Any = None  # the same as an answer, filled in by whoever asked


def descend(
    objective: Objective,
    start: Floats,
    *,
    method: Method = "descent",
    rate: float | None = None,
    steps: int = 100,
    tolerance: float | None = None,
    progress: Callable[[int], None] = lambda step: None,
) -> Descent:
    """Walk down from `start`, shape (n,), with the given method.

    Stops early where a step moves no parameter by more than `tolerance`. Raises DivergedError where
    the loss becomes infinite or undefined, or is larger in the end than at the start, and
    UnusableError where there is no slope to begin with.
    """
    rate = RATES[method] if rate is None else rate
    walk = _newton(objective, rate) if method == "newton" else _first_order(method, rate)
    here = np.array(start, dtype=float)
    history: list[float] = []
    path = [here]
    ended, early = tell("after {steps} steps", steps=steps), False
    for step in range(steps + 1):
        value, slopes = objective.slopes(here)
        if not np.isfinite(value):
            if not history:
                raise UnusableError(
                    tell(
                        "The loss has no value at the start: it is {value} at step {step}.",
                        value=value,
                        step=step,
                    ),
                    advice=tell("Choose another --start."),
                )
            became = tell(
                "The loss became {value} at step {step}: the rate {rate} is too large.",
                value=value,
                step=step,
                rate=f"{rate:g}",
            )
            raise _diverged(history, path[:-1], rate, became)
        history.append(float(value))
        progress(step)
        if step == steps:
            break
        if objective.sample is not None:
            slopes = objective.sample(here)
        if not np.isfinite(slopes).all():
            raise _no_slope(history, path, step)
        move = walk(here, value, slopes)
        if move is None:
            ended, early = tell("at the bottom: no step leads further down"), True
            break
        here = here + move
        path.append(here)
        if tolerance is not None and np.max(np.abs(move)) <= tolerance:
            history.append(float(objective.loss(here)))
            ended, early = tell("within the tolerance after {steps} steps", steps=step + 1), True
            break
    if objective.sample is None and history[-1] > history[0] * (1 + 1e-12) + 1e-300:
        grew = tell(
            "The loss grew from {first} to {last}: the rate {rate} is too large.",
            first=f"{history[0]:.6g}",
            last=f"{history[-1]:.6g}",
            rate=f"{rate:g}",
        )
        raise _diverged(history, path, rate, grew)
    return Descent(history, path, ended, early)


def _diverged(history: list[float], path: list[Floats], rate: float, says: str) -> UnusableError:
    best = int(np.argmin(history))
    descent = Descent(
        history[: best + 1], path[: best + 1], tell("the best of {steps}", steps=len(history))
    )
    return DivergedError(
        says,
        tell(
            "Try --rate {smaller}, or --method newton, which needs none.", smaller=f"{rate / 10:g}"
        ),
        descent,
    )


def _no_slope(history: list[float], path: list[Floats], step: int) -> UnusableError:
    if step == 0:
        return UnusableError(
            tell("The loss has no slope at the start."), advice=tell("Choose another --start.")
        )
    best = int(np.argmin(history))
    return DivergedError(
        tell("The loss has no slope at the parameters of step {step}.", step=step),
        tell("Choose another --start or a smaller --rate."),
        Descent(
            history[: best + 1], path[: best + 1], tell("the best of {steps}", steps=len(history))
        ),
    )


_Walk = Callable[[Floats, float, Floats], Floats | None]


def _first_order(method: Method, rate: float) -> _Walk:
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


def _newton(objective: Objective, rate: float) -> _Walk:
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
    for shift in (0.0, *(size * 10.0**k for k in range(-12, 4, 2))):
        shifted = curvature + shift * np.eye(len(slopes))
        try:
            np.linalg.cholesky(shifted)
            yield np.asarray(-np.linalg.solve(shifted, slopes), dtype=np.float64)
        except np.linalg.LinAlgError:
            continue
