"""Slopes of ordinary Python functions written with ordinary NumPy.

With this module one can turn `loss(weights)` into a function that gives the gradient of the loss,
differentiate it again, or ask for Jacobians and Hessians. `docs/python.md` lists what of NumPy is
covered and what happens at kinks.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np

from slopecli.calculus.arrays import (  # noqa: F401 - they fill the tables
    covered,
    matrices,
    moves,
    ufuncs,
)
from slopecli.calculus.arrays.arraylike import STACK, SlopeLostError, raw
from slopecli.calculus.arrays.recorded import Recorded
from slopecli.calculus.arrays.recording import Recording
from slopecli.errors import UnusableError

Kinks = Literal["nan", "average"]
Function = Callable[..., Any]
Which = int | tuple[int, ...]

_NUMBERS = frozenset({int, float})
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

    def slopes(*arguments: Any, **keywords: Any) -> Any:
        with np.errstate(all="ignore"):
            recording = Recording(Recorded, average)
            try:
                run = _Run(recording, f, argnum, arguments, keywords)
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
            finally:
                recording.close()

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

    def slopes(*arguments: Any, **keywords: Any) -> Any:
        with np.errstate(all="ignore"):
            recording = Recording(Recorded, average)
            try:
                run = _Run(recording, f, argnum, arguments, keywords)
                if len(run.variables) != 1:
                    raise SlopeLostError("jacobian needs one array as its argument.")
                shape = run.shape
                size = int(np.prod(shape))
                rows = [run.pulled(row.reshape(shape)[()]) for row in np.eye(size)]
                if not rows:
                    return np.zeros((*shape, *run.variables[0].shape))
                return np.reshape(np.stack(rows), (*shape, *run.variables[0].shape))[()]
            finally:
                recording.close()

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
) -> tuple["_Run", Any]:
    """The run of a function whose value is one number, and the gradient."""
    recording = Recording(Recorded, average)
    try:
        run = _Run(recording, f, argnum, arguments, keywords, once=True)
        if run.shape != ():
            raise SlopeLostError(
                f"grad needs a function whose value is one number; this one has the shape"
                f" {run.shape}.",
                advice="Use elementwise_grad for a curve, jacobian for several values.",
            )
        return run, run.pulled(_ONE)
    finally:
        recording.close()


class _Run:
    """One call of a function with its variables recorded."""

    __slots__ = ("argnum", "given", "once", "recording", "shape", "value", "variables")

    def __init__(
        self,
        recording: Recording,
        f: Function,
        argnum: Which,
        arguments: Sequence[Any],
        keywords: dict[str, Any],
        once: bool = False,
    ) -> None:
        self.recording = recording
        self.argnum = argnum
        self.variables: list[Recorded] = []
        self.once = once
        places = argnum if isinstance(argnum, tuple) else (argnum,)
        filled = list(arguments)
        self.given: list[Any] = []
        for place in places:
            if not -len(arguments) <= place < len(arguments):
                raise UnusableError(
                    f"There is no positional argument number {place}: {len(arguments)} were given.",
                    advice="argnum counts from 0, keyword arguments do not count.",
                )
            given = arguments[place]
            self.given.append(given)
            filled[place] = self._recorded(given)
        self.value = _called(f, filled, keywords)
        if type(self.value) is Recorded:
            if self.value.recording.level > recording.level:
                raise SlopeLostError(
                    "The function gives a number kept from inside another gradient.",
                    advice="Return what you need from the inner function instead.",
                )
            self.shape = self.value.shape
            return
        if not isinstance(self.value, (int, float, np.ndarray, np.generic)):
            raise SlopeLostError(
                "The function gives"
                f" {'nothing' if self.value is None else 'a ' + type(self.value).__name__},"
                " not a number or an array.",
                advice="Return one number, or join several with np.stack([...]).",
            )
        self.shape = np.shape(self.value)

    def _recorded(self, value: Any) -> Any:
        """The argument with every number in it as a variable of the recording."""
        if isinstance(value, (list, tuple)):
            parts = [self._recorded(part) for part in value]
            return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
        if isinstance(value, dict):
            return {key: self._recorded(part) for key, part in value.items()}
        variable = self.recording.variable(value)
        self.variables.append(variable)
        return variable

    def plain_value(self) -> Any:
        """The value without this recording; an outer one stays."""
        value = self.value
        if type(value) is Recorded and value.recording is self.recording:
            value = value.value
        return _number(value, all(type(given) in _NUMBERS for given in self.given))

    def pulled(self, change: Any) -> Any:
        """The change pulled back, in the shape and containers of the arguments."""
        value = self.value
        if type(value) is Recorded and value.recording is self.recording:
            recording = self.recording
            once = self.once and not recording.chooses
            parts = recording.sweep(value, change, self.variables, once)
            if recording.chooses and any(np.isnan(raw(part)).any() for part in parts):
                parts = recording.sweep_taken(value, change, self.variables)
        else:  # a constant
            parts = [np.zeros(variable.shape)[()] for variable in self.variables]
        remaining = iter(parts)
        if not isinstance(self.argnum, tuple):
            return _rebuilt(self.given[0], remaining)
        return tuple(_rebuilt(given, remaining) for given in self.given)

    def check_elementwise(self, found: Any) -> None:
        """With other changes the slopes must come out the same: else elements mix."""
        signs = np.where(np.random.default_rng(0).random(self.shape) < 0.5, -1.0, 1.0)
        again = raw(self.pulled(signs)) * signs
        if not np.allclose(again, raw(found), rtol=1e-9, atol=1e-12, equal_nan=True):
            raise SlopeLostError(
                "elementwise_grad needs a function that works on each element by itself, but here"
                " a value depends on several elements.",
                advice="Use jacobian.",
            )


def _called(f: Function, arguments: Sequence[Any], keywords: dict[str, Any]) -> Any:
    """The function's value; NumPy's own complaints about what we refuse, in our words."""
    try:
        return f(*arguments, **keywords)
    except ValueError as error:
        if isinstance(error.__cause__, SlopeLostError):
            raise SlopeLostError(
                "Assigning into an array would lose the slope.", advice=STACK
            ) from error
        if "read-only" in str(error):
            raise SlopeLostError(
                "An array was changed after it had been used: the slope would be wrong.",
                advice="Make a new array instead: y = y + x.",
            ) from error
        raise


def _rebuilt(given: Any, parts: Any) -> Any:
    """The parts in the containers of the argument, as arrays of their own."""
    if isinstance(given, (list, tuple)):
        inner = [_rebuilt(part, parts) for part in given]
        return type(given)(*inner) if hasattr(given, "_fields") else type(given)(inner)
    if isinstance(given, dict):
        return {key: _rebuilt(part, parts) for key, part in given.items()}
    part = next(parts)
    if type(part) is Recorded:
        return part
    return _number(np.array(part)[()], type(given) in _NUMBERS)


def _number(value: Any, plain: bool) -> Any:
    """A number as Python's own where one was given, so that it prints like one."""
    return float(value) if plain and not isinstance(value, (Recorded, np.ndarray)) else value


def _average(kinks: str) -> bool:
    if kinks not in ("nan", "average"):
        raise UnusableError(f'kinks is "nan" or "average", not {kinks!r}.')
    return kinks == "average"


def _named(function: Function, f: Function, what: str) -> Function:
    function.__name__ = function.__qualname__ = f"{what} of {getattr(f, '__name__', 'f')}"
    function.__doc__ = f"The {what} of {getattr(f, '__name__', 'the function')}."
    return function


__all__ = ["derivative", "elementwise_grad", "grad", "hessian", "jacobian", "value_and_grad"]
