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
from slopecli.calculus.arrays.recording import Recording
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
    sources: list[tuple[int, Pull]] = []
    for argument, pull in zip(arguments, pulls, strict=True):
        if type(argument) is Recorded and argument.recording is recording:
            values.append(argument.value)
            if pull is not None:
                sources.append((argument.index, pull))
        else:
            values.append(recording.constant(argument))
    return recording.line((sources, values, function(*values), elementwise))


class Operation:
    """An elementwise function of arrays whose pulls follow from its row of the table.

    Called, it computes; where an argument is recorded, it also writes a line.
    """

    __slots__ = ("_pulls", "function", "row")

    def __init__(self, function: Callable[..., Any], row: Row) -> None:
        self.function = function
        self.row = row
        self._pulls: dict[bool, tuple[Pull | None, ...]] = {}

    def pulls(self, average: bool) -> tuple[Pull | None, ...]:
        """The pulls to each argument, read from the table on first use."""
        made = self._pulls.get(average)
        if made is None:
            made = self._pulls[average] = pulls(self.row, average)
        return made

    def __call__(self, *arguments: Any) -> Any:
        """The value, recorded where an argument is."""
        recording = innermost(arguments)
        pulls = () if recording is None else self.pulls(recording.average)
        return written(self.function, arguments, pulls, True)

    def on(self, x: "Recorded") -> Any:
        """The same for one argument, which is recorded."""
        recording = x.recording
        argument = x.value
        value = self.function(argument)
        (pull,) = self._pulls.get(recording.average) or self.pulls(recording.average)
        source = ((x.index, pull),) if pull is not None else ()
        lines = recording.lines
        lines.append((source, (argument,), value, True))
        return Recorded(recording, value, len(lines) - 1)

    def between(self, x: "Recorded", other: Any) -> Any:
        """The same for two arguments, the first of which is recorded."""
        recording = x.recording
        kind = type(other)
        if kind is Recorded:
            return written(self.function, (x, other), self.pulls(recording.average), True)
        if kind is not float and kind is not int:
            other = recording.constant(other)
        argument = x.value
        value = self.function(argument, other)
        pull, _ = self._pulls.get(recording.average) or self.pulls(recording.average)
        source = ((x.index, pull),) if pull is not None else ()
        lines = recording.lines
        lines.append((source, (argument, other), value, True))
        return Recorded(recording, value, len(lines) - 1)

    def after(self, x: "Recorded", other: Any) -> Any:
        """The same for two arguments, the second of which is recorded."""
        recording = x.recording
        kind = type(other)
        if kind is not float and kind is not int:
            other = recording.constant(other)
        argument = x.value
        value = self.function(other, argument)
        _, pull = self._pulls.get(recording.average) or self.pulls(recording.average)
        source = ((x.index, pull),) if pull is not None else ()
        lines = recording.lines
        lines.append((source, (other, argument), value, True))
        return Recorded(recording, value, len(lines) - 1)


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
"""What to do for any other function of NumPy; filled by `covered`."""
_row_operations: dict[str, Operation] = {}


class Recorded(ArrayLike):
    """An array (or number) whose operations are written down. Made by `Recording.variable`."""

    __slots__ = ("index", "recording", "value")

    def __init__(self, recording: Recording, value: Any, index: int) -> None:
        self.recording = recording
        self.value = value
        self.index = index

    # Operators.

    def __add__(self, other: Any) -> Any:
        return ADD.between(self, other)

    def __radd__(self, other: Any) -> Any:
        return ADD.after(self, other)

    def __sub__(self, other: Any) -> Any:
        return SUBTRACT.between(self, other)

    def __rsub__(self, other: Any) -> Any:
        return SUBTRACT.after(self, other)

    def __mul__(self, other: Any) -> Any:
        return MULTIPLY.between(self, other)

    def __rmul__(self, other: Any) -> Any:
        return MULTIPLY.after(self, other)

    def __truediv__(self, other: Any) -> Any:
        return DIVIDE.between(self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return DIVIDE.after(self, other)

    def __pow__(self, other: Any) -> Any:
        return POWER.between(self, other)

    def __rpow__(self, other: Any) -> Any:
        return POWER.after(self, other)

    def __mod__(self, other: Any) -> Any:
        return MODULO.between(self, other)

    def __rmod__(self, other: Any) -> Any:
        return MODULO.after(self, other)

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

    def __neg__(self) -> Any:
        return NEGATIVE.on(self)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return ABSOLUTE.on(self)

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
