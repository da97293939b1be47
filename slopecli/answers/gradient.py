"""Slopes of ordinary Python functions written with ordinary NumPy.

With this module one can turn `loss(weights)` into a function that gives the gradient of the loss,
differentiate it again, or ask for Jacobians and Hessians. `docs/python.md` lists what of NumPy is
covered and what happens at kinks.
"""

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from slopecli.calculus.arrays.arraylike import SlopeLostError
from slopecli.calculus.arrays.recorded import Recorded
from slopecli.calculus.arrays.recording import Recording
from slopecli.calculus.arrays.run import Function, Run, Which
from slopecli.errors import UnusableError

Kinks = Literal["nan", "average"]
_ONE = np.float64(1.0)
_quietly = np.errstate(all="ignore")


def grad(f: Function, argnum: Which = 0, *, kinks: Kinks = "nan") -> Function:
    """The gradient of `f`, whose value is one number, as a function of the same arguments.

    The gradient has the shape of the argument: a number for a number, an array of shape (n,) for an
    array of shape (n,), and the same containers for lists, tuples and dictionaries of them.
    `argnum` says which positional argument; a tuple of places gives a tuple of gradients.
    Whole numbers count as reals.

    Where a slope does not exist it is NaN; with `kinks="average"` it is the average of the slopes
    on both sides, if these are finite. After `if x > 0` and in np.where it is the slope of the
    branch taken.

    Raises SlopeLostError (a TypeError) where `f` does something through which a slope cannot be
    followed, or gives no number.

    >>> grad(lambda x: x / 2)(3.0)
    0.5
    """
    average = _average(kinks)

    @_quietly
    def gradient(*arguments: Any, **keywords: Any) -> Any:
        return _of_one_number(f, argnum, average, arguments, keywords)[1]

    return _named(gradient, f, "gradient")


def value_and_grad(f: Function, argnum: Which = 0, *, kinks: Kinks = "nan") -> Function:
    """A function that gives the pair (value, gradient); see `grad`.

    >>> value_and_grad(lambda x: x * x)(3)
    (9.0, 6.0)
    """
    average = _average(kinks)

    @_quietly
    def pair(*arguments: Any, **keywords: Any) -> tuple[Any, Any]:
        run, found = _of_one_number(f, argnum, average, arguments, keywords)
        return run.plain_value(), found

    return _named(pair, f, "value and gradient")


def elementwise_grad(f: Function, argnum: int = 0, *, kinks: Kinks = "nan") -> Function:
    """The slope of a curve at many points: `f` works on each element of its argument by itself.

    Takes an array of any shape, gives the slopes in the same shape. Raises SlopeLostError where the
    value has another shape or an element of it depends on other elements.

    >>> elementwise_grad(np.sin)(np.array([0.0, np.pi])).round(15)
    array([ 1., -1.])
    """
    average = _average(kinks)

    @_quietly
    def slopes(*arguments: Any, **keywords: Any) -> Any:
        with Recording(Recorded, average) as recording:
            run = Run(recording, f, argnum, arguments, keywords)
            if run.shape != run.variables[0].shape:
                raise SlopeLostError(
                    f"elementwise_grad needs one value for each element: the argument has the"
                    f" shape {run.variables[0].shape}, the value {run.shape}.",
                    advice="Use grad for one number, jacobian for everything else.",
                )
            found = run.pulled(np.ones(run.shape)[()])
            if not recording.elementwise:
                run.check_elementwise(found)
            return found

    return _named(slopes, f, "slopes")


def derivative(f: Function, order: int = 1, *, kinks: Kinks = "nan") -> Function:
    """The derivative of a function of one number (or of each element of an array), of any order.

    >>> derivative(lambda x: x**3, order=2)(5.0)
    30.0
    """
    if not isinstance(order, int) or order < 0:
        raise UnusableError(f"The order of a derivative is a whole number from 0, not {order!r}.")
    for _ in range(order):
        f = elementwise_grad(f, kinks=kinks)
    return f


def jacobian(f: Function, argnum: int = 0, *, kinks: Kinks = "nan") -> Function:
    """All slopes of all values of `f`, an array of shape (shape of value) + (shape of argument).

    One sweep for each value.

    >>> jacobian(lambda v: np.stack([v[0] * v[1], v[0]]))(np.array([2.0, 3.0]))
    array([[3., 2.],
           [1., 0.]])
    """
    average = _average(kinks)

    @_quietly
    def slopes(*arguments: Any, **keywords: Any) -> Any:
        with Recording(Recorded, average) as recording:
            run = Run(recording, f, argnum, arguments, keywords)
            if len(run.variables) != 1:
                raise SlopeLostError("jacobian needs one array as its argument.")
            shape = run.shape
            size = int(np.prod(shape))
            rows = [run.pulled(row.reshape(shape)[()]) for row in np.eye(size)]
            if not rows:
                return np.zeros((*shape, *run.variables[0].shape))
            return np.reshape(np.stack(rows), (*shape, *run.variables[0].shape))[()]

    return _named(slopes, f, "Jacobian")


def hessian(f: Function, argnum: int = 0, *, kinks: Kinks = "nan") -> Function:
    """The second slopes of a function whose value is one number.

    For an argument of shape (n,) an array of shape (n, n).

    >>> hessian(lambda v: v[0] * v[1] ** 2)(np.array([2.0, 3.0]))
    array([[0., 6.],
           [6., 4.]])
    """
    return _named(jacobian(grad(f, argnum, kinks=kinks), argnum, kinks=kinks), f, "Hessian")


def _of_one_number(
    f: Function, argnum: Which, average: bool, arguments: Sequence[Any], keywords: dict[str, Any]
) -> tuple[Run, Any]:
    """The run of a function whose value is one number, and the gradient."""
    with Recording(Recorded, average) as recording:
        run = Run(recording, f, argnum, arguments, keywords, once=True)
        if run.shape != ():
            raise SlopeLostError(
                f"grad needs a function whose value is one number; this one has the shape"
                f" {run.shape}.",
                advice="Use elementwise_grad for a curve, jacobian for several values.",
            )
        return run, run.pulled(_ONE)


def _average(kinks: str) -> bool:
    if kinks not in ("nan", "average"):
        raise UnusableError(f'kinks is "nan" or "average", not {kinks!r}.')
    return kinks == "average"


def _named(function: Function, f: Function, what: str) -> Function:
    function.__name__ = function.__qualname__ = f"{what} of {getattr(f, '__name__', 'f')}"
    function.__doc__ = f"The {what} of {getattr(f, '__name__', 'the function')}."
    return function


__all__ = ["derivative", "elementwise_grad", "grad", "hessian", "jacobian", "value_and_grad"]
