"""What stands in for an array while its gradient is recorded.

A `Recorded` computes what NumPy would and writes a line to its `Recording`. It takes part in
ordinary NumPy code through NumPy's own protocols (NEP 13 and NEP 18).

Gradients of gradients: each recording has a level. An operation is written on the innermost
recording among its arguments, and its inner value is computed with what remains, so that outer
recordings see every operation too, also those of the inner sweep. Two nested gradients can
therefore not take each other's variable for their own.
"""

import inspect
import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import ArrayLike, SlopeLostError, not_covered
from slopecli.calculus.arrays.pulls import Pull, on_arrays, pulls
from slopecli.calculus.arrays.recording import Recording, Source
from slopecli.language.functions import ROWS, Row


def innermost(values: Sequence[Any]) -> Recording | None:
    """The recording of the highest level among the values."""
    found = None
    for value in values:
        if type(value) is Recorded and (found is None or value.recording.level > found.level):
            found = value.recording
    return found


def written(
    function: Callable[..., Any],
    arguments: Sequence[Any],
    pulls: Sequence[Pull | None],
    elementwise: bool = False,
) -> Any:
    """The function's value, written down with one pull for each argument that is recorded."""
    recording = innermost(arguments)
    if recording is None:
        return function(*arguments)
    values: list[Any] = []
    sources: list[Source] = []
    for argument, pull in zip(arguments, pulls, strict=True):
        if type(argument) is Recorded and argument.recording is recording:
            value = argument.value
            values.append(value)
            sources.append((argument, pull, value.shape))
        else:
            values.append(recording.constant(argument))
    return recording.line(sources, values, function(*values), elementwise)


class Operation:
    """A function of arrays with its pulls, which follow from its row of the table, or are given.

    Called, it computes; where an argument is recorded, it also writes a line. `on`, for one
    recorded argument, and `first` and `second`, for two of which the first or the second is
    recorded, do the same in fewer steps.
    """

    __slots__ = ("elementwise", "first", "function", "made", "on", "row", "second")

    def __init__(
        self, function: Callable[..., Any], row: Row | None, *given: Pull, elementwise: bool = True
    ) -> None:
        self.function = function
        self.row = row
        self.elementwise = elementwise
        self.made: list[Sequence[Pull | None]] = [given, given]
        self.on = _on(self)
        self.first, self.second = _between(self, 0), _between(self, 1)

    def pulls(self, average: bool) -> Sequence[Pull | None]:
        """The pulls to each argument, read from the table on first use."""
        if not self.made[average] and self.row is not None:
            self.made[average] = pulls(self.row, average)
        return self.made[average]

    def __call__(self, *arguments: Any) -> Any:
        """The value, recorded where an argument is."""
        if len(arguments) == 2:
            one, two = arguments
            if type(one) is Recorded:
                return self.first(one, two)
            if type(two) is Recorded:
                return self.second(two, one)
        recording = innermost(arguments)
        pulls = () if recording is None else self.pulls(recording.average)
        return written(self.function, arguments, pulls, self.elementwise)


def _on(operation: Operation) -> Callable[[Any], Any]:
    """The operation as a method of its only argument."""
    function, made, elementwise = operation.function, operation.made, operation.elementwise

    def on(self: "Recorded") -> "Recorded":
        recording, argument = self.recording, self.value
        value = function(argument)
        (pull,) = made[recording.average] or operation.pulls(recording.average)
        line = Recorded(recording, ((self, pull, None),), (argument,), value, elementwise)
        recording.lines.append(line)
        return line

    return on


def _between(operation: Operation, place: int) -> Callable[[Any, Any], Any]:
    """The operation as a method of its argument in this place, given the other one."""
    function, made, elementwise = operation.function, operation.made, operation.elementwise
    place_of_other = 1 - place

    def between(self: "Recorded", other: Any) -> Any:
        recording, argument = self.recording, self.value
        pulls = made[recording.average] or operation.pulls(recording.average)
        pull = pulls[place]
        kind = type(other)
        if kind is float or kind is int:
            sources: tuple[Source, ...] = ((self, pull, None),)
        elif kind is not Recorded:
            other = recording.constant(other)
            sources = ((self, pull, argument.shape),)
        elif other.recording is recording:
            here, other = other, other.value
            sources = (self, pull, argument.shape), (here, pulls[place_of_other], other.shape)
        else:
            both = (other, self) if place else (self, other)
            return written(function, both, pulls, elementwise)
        values = (other, argument) if place else (argument, other)
        value = function(*values)
        line = Recorded(recording, sources, values, value, elementwise)
        recording.lines.append(line)
        return line

    return between


def of_row(name: str) -> Operation:
    """The operation of a row of the table."""
    return Operation(on_arrays(name), ROWS[name])


ADD, SUBTRACT = Operation(operator.add, ROWS["+"]), Operation(operator.sub, ROWS["-"])
MULTIPLY, DIVIDE = Operation(operator.mul, ROWS["*"]), Operation(np.true_divide, ROWS["/"])
NEGATIVE, POWER = Operation(operator.neg, ROWS["neg"]), Operation(np.power, ROWS["^"])
ABSOLUTE = Operation(np.absolute, ROWS["abs"])
MODULO = Operation(np.remainder, ROWS["mod"])
UFUNCS: dict[np.ufunc, Callable[..., Any]] = {}
"""What to do for a ufunc; filled by `ufuncs`."""
COVERED: dict[Callable[..., Any], Callable[..., Any]] = {}
"""What to do for any other function of NumPy; filled by `covered`, `matrices`, `moves`."""
_row_operations: dict[str, Operation] = {}


class Recorded(ArrayLike):
    """An array (or number) whose operations are written down. Made by `Recording.variable`."""

    __slots__ = ("change", "elementwise", "recording", "sources", "value", "values")

    def __init__(
        self,
        recording: Recording,
        sources: Sequence[Source],
        values: Sequence[Any],
        value: Any,
        elementwise: bool,
    ) -> None:
        self.recording = recording
        self.sources = sources
        self.values = values
        self.value = value
        self.elementwise = elementwise
        self.change: Any = None

    # Operators.

    __add__, __radd__ = ADD.first, ADD.second
    __sub__, __rsub__ = SUBTRACT.first, SUBTRACT.second
    __mul__, __rmul__ = MULTIPLY.first, MULTIPLY.second
    __truediv__, __rtruediv__ = DIVIDE.first, DIVIDE.second
    __pow__, __rpow__ = POWER.first, POWER.second
    __mod__, __rmod__ = MODULO.first, MODULO.second
    __neg__, __abs__ = NEGATIVE.on, ABSOLUTE.on

    def __floordiv__(self, other: Any) -> Any:
        return np.floor_divide(self, other)

    def __rfloordiv__(self, other: Any) -> Any:
        return np.floor_divide(other, self)

    def __divmod__(self, other: Any) -> Any:
        return self // other, self % other

    def __rdivmod__(self, other: Any) -> Any:
        return other // self, other % self

    def __matmul__(self, other: Any) -> Any:
        return np.matmul(self, other)

    def __rmatmul__(self, other: Any) -> Any:
        return np.matmul(other, self)

    def __pos__(self) -> Any:
        return self

    def __round__(self, digits: int = 0) -> Any:
        return np.round(self, digits)

    def __floor__(self) -> Any:
        return np.floor(self)

    def __ceil__(self) -> Any:
        return np.ceil(self)

    def __trunc__(self) -> Any:
        return np.trunc(self)

    def _in_place(self, function: Any, other: Any) -> Any:
        if self.ndim:
            raise SlopeLostError(
                "Changing an array in place, as += does, would lose a slope.",
                advice="Write x = x + ...: other names of the array would change unnoticed.",
            )
        return function(self, other)

    def __iadd__(self, other: Any) -> Any:
        return self._in_place(ADD, other)

    def __isub__(self, other: Any) -> Any:
        return self._in_place(SUBTRACT, other)

    def __imul__(self, other: Any) -> Any:
        return self._in_place(MULTIPLY, other)

    def __itruediv__(self, other: Any) -> Any:
        return self._in_place(DIVIDE, other)

    def __ipow__(self, other: Any) -> Any:
        return self._in_place(POWER, other)

    def __imod__(self, other: Any) -> Any:
        return self._in_place(MODULO, other)

    def __ifloordiv__(self, other: Any) -> Any:
        return self._in_place(np.floor_divide, other)

    def __imatmul__(self, other: Any) -> Any:
        return self._in_place(np.matmul, other)

    # NumPy's protocols.

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **keywords: Any) -> Any:
        operation = UFUNCS.get(ufunc)
        if operation is not None and method == "__call__" and not keywords:
            if len(inputs) == 1 and type(operation) is Operation:
                return operation.on(*inputs)
            return operation(*inputs)
        if method == "reduce" and "out" not in keywords:
            reducing = _REDUCED.get(ufunc) and COVERED.get(_REDUCED[ufunc])
            if reducing:
                return reducing(*inputs, **{"axis": 0, **keywords})
        name = f"np.{ufunc.__name__}" + ("" if method == "__call__" else f".{method}")
        if keywords.get("out") is not None:
            raise SlopeLostError(
                f"{name} was asked to write its result into a given array (out=, or += on a plain"
                " array), which would lose the slope.",
                advice="Use the result that is returned: y = y + x.",
            )
        if operation is None or method != "__call__":
            raise not_covered(name)
        raise SlopeLostError(
            f"{name} with {', '.join(sorted(keywords))}= is not covered.",
            advice="Leave the keyword out; np.where chooses between values.",
        )

    def __array_function__(
        self, function: Any, types: Any, arguments: tuple[Any, ...], keywords: dict[str, Any]
    ) -> Any:
        covering = COVERED.get(function)
        if covering is not None and not keywords:
            return covering(*arguments)
        name = f"{function.__module__}.{function.__name__}".replace("numpy", "np", 1)
        if covering is None:
            raise not_covered(name)
        if keywords.get("out") is not None:
            raise SlopeLostError(
                f"{name} with out= would lose the slope.", advice="Use the result that is returned."
            )
        if not _takes(covering, arguments, keywords):
            raise SlopeLostError(
                f"{name} is not covered with {', '.join(sorted(keywords))}=.",
                advice="Leave it out, or write it with other functions.",
            )
        return covering(*arguments, **keywords)

    @staticmethod
    def __slope_row__(row: Row, values: Sequence[Any]) -> Any:
        """The row of the table at these values, recorded."""
        if row.name == "if":
            return np.where(*values)
        operation = _row_operations.get(row.name)
        if operation is None:
            operation = _row_operations[row.name] = of_row(row.name)
        return operation(*values)

    # Methods that are functions of NumPy.

    def __getitem__(self, index: Any) -> Any:
        return COVERED[operator.getitem](self, index)


def _takes(function: Any, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> bool:
    try:
        inspect.signature(function).bind(*arguments, **keywords)
    except TypeError:
        return False
    return True


_REDUCED: dict[np.ufunc, Callable[..., Any]] = {
    np.add: np.sum,
    np.multiply: np.prod,
    np.maximum: np.max,
    np.minimum: np.min,
}
