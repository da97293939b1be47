"""One call of a Python function with its variables recorded, and what is pulled back to them."""

from collections.abc import Callable, Sequence
from typing import Any

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

Function = Callable[..., Any]
Which = int | tuple[int, ...]

_NUMBERS = frozenset({int, float})


class Run:
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
