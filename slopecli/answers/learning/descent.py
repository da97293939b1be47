"""Downhill on a loss, until the steps are used up or no step leads further down."""

from collections.abc import Callable
from typing import Any, TypedDict

import numpy as np

from slopecli.answers.learning.ground import Ground, ground
from slopecli.answers.learning.methods import RATES, Floats, Method, Objective, walk_of
from slopecli.errors import UnusableError
from slopecli.wording import phrase, tell

_STILL = 1e-9  # a next step that promises more than this part of what was gained is worth taking
_LOST = 1e-3  # part of what was gained that may be lost again before it is worth a word
_TENTHS = 12  # how many smaller rates are tried for one that comes down

_STOPPED: dict[Ground, str] = {
    "bottom": phrase("at the bottom: no step leads further down"),
    "top": phrase("where the slope is 0, but at a top, not at the bottom"),
    "saddle": phrase("where the slope is 0, but with lower values beside it"),
    "level": phrase("on level ground: the value is the same all around"),
}
_NO_WAY: dict[Ground, str] = {
    "top": phrase(
        "The slope is 0 at this start, a top and not a bottom, so no step leads anywhere."
    ),
    "saddle": phrase(
        "The slope is 0 at this start, with lower values beside it, so no step leads anywhere."
    ),
    "level": phrase(
        "The slope is 0 at this start and the value is the same all around,"
        " so no step leads anywhere."
    ),
}


class Descent:
    """The way down: losses and parameters from the start on, one more than there were steps.

    `path` holds the parameters, shape (steps + 1, n); `ended` says in words why it stopped there,
    `early` whether that was before all steps were done, `bottom` whether it is a lowest point;
    `note` is a sentence for whoever takes it for one though it is none.
    """

    __slots__ = ("bottom", "early", "ended", "history", "note", "path")

    def __init__(
        self,
        history: list[float],
        path: list[Floats],
        ended: str,
        *,
        early: bool = True,
        bottom: bool = False,
        note: str = "",
    ) -> None:
        self.history = history
        self.path = path
        self.ended = ended
        self.early = early
        self.bottom = bottom
        self.note = note


class DivergedError(UnusableError):
    """The loss grew beyond all bounds; `descent` is the way up to the last good parameters."""

    def __init__(self, message: str, advice: str, descent: Descent) -> None:
        super().__init__(message, advice=advice)
        self.descent = descent
        self.fit: Any = None  # the same as an answer, filled in by whoever asked


class Way(TypedDict, total=False):
    """How to go down, handed on as a whole to `descend`."""

    method: Method
    rate: float | None  # None for the usual one of the method
    steps: int
    tolerance: float | None
    progress: Callable[[int], None]


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
    the loss becomes infinite or undefined, or is no smaller in the end than at the start, and
    UnusableError where there is no slope to begin with, or one of 0 that is not at a bottom.
    """
    rate = RATES[method] if rate is None else rate
    try:
        return _walked(objective, start, method, rate, steps, tolerance, progress)
    except DivergedError as error:
        if not error.advice:
            better = _smaller(objective, start, method, rate, steps)
            error.advice = (
                tell("Try --method newton, which needs no rate, or another --start.")
                if better is None
                else tell(
                    "Try --rate {smaller}, or --method newton, which needs none.",
                    smaller=f"{better:g}",
                )
            )
        raise


def _smaller(
    objective: Objective, start: Floats, method: Method, rate: float, steps: int
) -> float | None:
    """The first rate, by tenths, with which the same walk comes down."""
    for power in range(_TENTHS):
        smaller = float(min(rate / 10, 1.0) * 0.1**power)
        try:
            found = _walked(
                objective, start, method, smaller, min(steps, 100), None, lambda _: None
            )
        except UnusableError:
            continue
        if min(found.history) == found.history[-1]:
            return smaller
    return None


def _walked(
    objective: Objective,
    start: Floats,
    method: Method,
    rate: float,
    steps: int,
    tolerance: float | None,
    progress: Callable[[int], None],
) -> Descent:
    walk = walk_of(method, objective, rate)
    here = np.array(start, dtype=float)
    history: list[float] = []
    path = [here]
    ended, early, bottom = tell("after {steps} steps", steps=steps), False, False
    note = ""
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
            raise _diverged(history, path[:-1], became)
        history.append(float(value))
        progress(step)
        if step == steps:
            break
        if objective.sample is not None:
            slopes = objective.sample(here)
        if not np.isfinite(slopes).all():
            raise _no_slope(history, path, step)
        move = walk(here, value, slopes)
        if move is None or (objective.sample is None and not np.any(move)):
            ends = ground(objective, here, _usual(history, path))
            if step == 0 and ends != "bottom":
                raise UnusableError(tell(_NO_WAY[ends]), advice=tell("Choose another --start."))
            ended, early, bottom = tell(_STOPPED[ends]), True, ends == "bottom"
            break
        here = here + move
        path.append(here)
        if tolerance is not None and np.max(np.abs(move)) <= tolerance:
            history.append(float(objective.loss(here)))
            ended, early = tell("within the tolerance after {steps} steps", steps=step + 1), True
            break
    if objective.sample is None and len(history) > 1 and history[-1] >= history[0]:
        bottom = _nothing_gained(objective, history, path, rate) == "bottom"
    elif not early and objective.sample is None and len(history) > 1:
        note = _note(objective, history, path, method, float(slopes @ slopes) * rate)
    return Descent(history, path, ended, early=early, bottom=bottom, note=note)


def _usual(history: list[float], path: list[Floats]) -> float:
    """The curvature with which a bowl would be as deep as the walk led down."""
    far = float(np.max(np.abs(path[-1] - path[0])))
    return (history[0] - history[-1]) / far**2 if far > 0 else 0.0


def _nothing_gained(
    objective: Objective, history: list[float], path: list[Floats], rate: float
) -> Ground:
    """The ground on which a walk stayed; raises where it went astray, or began on a top."""
    rounded = 1e-12 * abs(history[0]) + 1e-300
    if history[-1] > history[0] + rounded:
        grew = tell(
            "The loss grew from {first} to {last}: the rate {rate} is too large.",
            first=f"{history[0]:.6g}",
            last=f"{history[-1]:.6g}",
            rate=f"{rate:g}",
        )
        raise _diverged(history, path, grew)
    if max(history) > history[0] + 1000 * rounded:
        strayed = tell(
            "The loss grew to {most} on the way and is {last} again, as at the start: the rate "
            "{rate} is too large.",
            most=f"{max(history):.6g}",
            last=f"{history[-1]:.6g}",
            rate=f"{rate:g}",
        )
        raise _diverged(history, path, strayed)
    ends = ground(objective, path[-1])
    if ends in ("top", "saddle"):
        raise UnusableError(tell(_NO_WAY[ends]), advice=tell("Choose another --start."))
    return ends


def _note(
    objective: Objective,
    history: list[float],
    path: list[Floats],
    method: Method,
    promised: float,
) -> str:
    """What to say of a walk that ended because its steps were used up."""
    gained = max(history) - min(history)
    best = int(np.argmin(history))
    if history[-1] - history[best] > _LOST * gained:
        return tell(
            "Not at the bottom: it was lower on the way, {best} after step {step}. Try a smaller "
            "--rate, or --method newton.",
            best=f"{history[best]:.6g}",
            step=best,
        )
    if promised > _STILL * gained:
        if method == "newton":
            return tell("Not at the bottom yet: more --steps lead on.")
        return tell("Not at the bottom yet: more --steps lead on, or --method newton.")
    if ground(objective, path[-1], _usual(history, path)) in ("top", "saddle"):
        return tell("Not at a bottom: lower values lie beside it. Try another --start.")
    return ""


def _diverged(history: list[float], path: list[Floats], says: str) -> UnusableError:
    best = int(np.argmin(history))
    descent = Descent(
        history[: best + 1], path[: best + 1], tell("the best of {steps}", steps=len(history))
    )
    return DivergedError(
        says,
        "",  # whoever asked for the walk looks for a rate that works
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
