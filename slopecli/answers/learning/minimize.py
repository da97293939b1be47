"""The lowest point of a formula of several letters, by going down its slopes."""

from collections.abc import Mapping
from typing import Any, Unpack

import numpy as np

from slopecli.answers.gradient import hessian, value_and_grad
from slopecli.answers.learning.descent import Way
from slopecli.answers.learning.fit import Fit, formula, learned, with_digits
from slopecli.answers.learning.loss import arithmetic
from slopecli.answers.learning.methods import Floats, Objective
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.evaluate import evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import letters
from slopecli.wording import tell


def minimize(source: str, *, start: Mapping[str, float] | None = None, **way: Unpack[Way]) -> Fit:
    """Go down from `start` (0 for every letter that it does not name).

    Raises UnusableError where the formula has no letter, no value or no slope at the start, and its
    DivergedError where the value does not come down; `error.fit` holds the last good place.
    """
    begin = dict(start or {})
    expr = formula(source, (*begin, *with_digits(source)))
    names = letters(expr)
    if not names:
        raise UnusableError(tell("There is no letter to change in this formula."), source=source)
    for name in begin:
        if name not in names:
            raise UnusableError(
                tell(
                    "{name} does not occur in the formula: its letters are {names}.",
                    name=name,
                    names=", ".join(names),
                )
            )

    def value(place: Any) -> Any:
        return evaluate(expr, dict(zip(names, place, strict=True)), arithmetic)

    def loss(place: Floats) -> float:
        return float(evaluate(expr, dict(zip(names, place.tolist(), strict=True)), ARRAYS))

    slopes = value_and_grad(value, kinks="average")
    curvature = hessian(value, kinks="average")
    objective = Objective(loss, slopes, lambda place: np.asarray(curvature(place)))
    here = np.array([begin.get(name, 0.0) for name in names], dtype=float)
    if not np.isfinite(loss(here)):
        raise UnusableError(
            tell("The formula has no value at the start."), advice=tell("Choose another --start.")
        )
    return learned(expr, names, objective, here, way)
