"""The operations of one pass of NumPy code, written down, and swept backwards for the gradient.

Each line says which earlier lines an operation's arguments came from and how a change in its value
is pulled back to each. Reading the lines from the last to the first gives the gradient in all
entries at once (reverse accumulation: Linnainmaa 1970; Griewank and Walther, Evaluating
Derivatives, chapter 3).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import ArrayLike, SlopeLostError
from slopecli.calculus.arrays.pulls import Pull

Line = tuple[Sequence[tuple[int, Pull]], Sequence[Any], Any, bool]
"""What one operation leaves behind: the lines its arguments come from, each with its pull; the
arguments' values; the value; and whether each element of it came from one element."""

_FLOAT64 = np.dtype(np.float64)
_levels = count(1)
_frozen: Counter[int] = Counter()
_GIVEN_UP: Line = ((), (), None, True)


class Recording:
    """The operations on the variables of one gradient, in the order in which they happened.

    `stand_in` is the class of what stands for an array: made of the recording, a value and a line.
    """

    __slots__ = ("_constants", "average", "chooses", "level", "lines", "stand_in")

    def __init__(self, stand_in: type, average: bool = False) -> None:
        self.stand_in = stand_in
        self.level = next(_levels)
        self.average = average
        self.lines: list[Line] = []
        self.chooses = False  # whether a choice between branches is among the lines
        self._constants: dict[int, np.ndarray[Any, Any]] = {}

    def variable(self, value: Any) -> Any:
        """A variable of this recording, holding a copy of `value`."""
        if not isinstance(value, ArrayLike):
            value = floats(value, copy=True)
        return self.line(((), (), value, True))

    def line(self, line: Line) -> Any:
        """Write an operation down."""
        lines = self.lines
        lines.append(line)
        return self.stand_in(self, line[2], len(lines) - 1)

    def constant(self, value: Any) -> Any:
        """An argument that is no variable of this recording, as the recording keeps it."""
        kind = type(value)
        if kind is float or kind is int or kind is self.stand_in:
            return value
        if kind is np.ndarray:
            if value.dtype is _FLOAT64:
                if id(value) not in self._constants:
                    self._keep(value)
                return value
            if value.dtype.kind in "biu":
                return value.astype(_FLOAT64)
        return floats(value)

    def _keep(self, array: np.ndarray[Any, Any]) -> None:
        """Lock an array that the sweep will need, so that changing it is an error, not a lie."""
        key = id(array)
        if not (array.flags.writeable or key in _frozen):
            return
        self._constants[key] = array
        _frozen[key] += 1
        array.flags.writeable = False
        if isinstance(array.base, np.ndarray) and id(array.base) not in self._constants:
            self._keep(array.base)

    def close(self) -> None:
        """Unlock the arrays; this recording takes no more operations."""
        self.lines = _Closed()
        # Owners before views: a view of a locked array cannot be unlocked.
        for array in sorted(self._constants.values(), key=lambda array: array.base is not None):
            key = id(array)
            _frozen[key] -= 1
            if not _frozen[key]:
                del _frozen[key]
                array.flags.writeable = True
        self._constants.clear()

    @property
    def elementwise(self) -> bool:
        """Whether no operation has mixed elements or changed a shape."""
        lines = self.lines
        return all(
            alone and all(lines[source][2].shape == value.shape for source, _ in sources)
            for sources, _, value, alone in lines
        )

    def sweep(
        self, result: Any, change: Any, variables: Sequence[Any], once: bool = False
    ) -> list[Any]:
        """Pull a change in the result back to the variables; zeros where it does not arrive.

        With `once`, the lines are given up on the way, so that their memory can be used again.
        """
        lines = self.lines
        changes: list[Any] = [None] * len(lines)
        changes[result.index] = change
        for index in range(result.index, -1, -1):
            change = changes[index]
            if change is None:
                continue
            sources, values, value, _ = lines[index]
            if sources:
                changes[index] = None
            if once:
                lines[index] = _GIVEN_UP
            for source, pull in sources:
                part = pull(values, value, change)
                shape = lines[source][2].shape
                if part.shape != shape:
                    part = shrunk(part, shape)
                before = changes[source]
                changes[source] = part if before is None else before + part
        return _arrived(changes, variables)

    def sweep_taken(self, result: Any, change: Any, variables: Sequence[Any]) -> list[Any]:
        """The same, where the branches that a choice has not taken may have no slope.

        In np.where(x > 0, np.sqrt(x), 0) at -1 the change of the square root is 0 and its slope
        NaN, and so would be their product. Here it is known which elements are not taken, and
        nothing is pulled back from them. Slower, so only asked when `sweep` has met a NaN.
        """
        lines = self.lines
        changes: list[Any] = [None] * len(lines)
        taken: list[Any] = [False] * len(lines)
        changes[result.index], taken[result.index] = change, True
        for index in range(result.index, -1, -1):
            change = changes[index]
            if change is None:
                continue
            sources, values, value, alone = lines[index]
            for source, pull in sources:
                part = pull(values, value, change)
                shape = lines[source][2].shape
                here: Any = True
                if alone:
                    here = taken[index] & getattr(pull, "taken", True)
                    part = np.where(here, part, 0.0)
                    here = shrunk(np.broadcast_to(here, part.shape) * 1.0, shape) > 0
                if part.shape != shape:
                    part = shrunk(part, shape)
                before = changes[source]
                changes[source] = part if before is None else before + part
                taken[source] = taken[source] | here
        return _arrived(changes, variables)


class _Closed(list[Line]):
    """The lines of a recording whose gradient has been found."""

    def append(self, line: Line) -> None:
        raise SlopeLostError(
            "A number kept from inside an earlier gradient was used after that gradient had been"
            " found.",
            advice="Return what you need from the function instead of storing it elsewhere.",
        )


def _arrived(changes: Sequence[Any], variables: Sequence[Any]) -> list[Any]:
    found = [changes[variable.index] for variable in variables]
    return [
        np.zeros(variable.shape)[()] if part is None else part
        for variable, part in zip(variables, found, strict=True)
    ]


class Chosen:
    """The pull to one branch of a choice; `taken` says at which elements it is the branch."""

    def __init__(self, taken: Any) -> None:
        self.taken = taken

    def __call__(self, values: Sequence[Any], value: Any, change: Any) -> Any:
        """The change where the branch is taken, 0 elsewhere."""
        return np.where(self.taken, change, 0.0)


def shrunk(part: Any, shape: tuple[int, ...]) -> Any:
    """The sum over the axes that broadcasting has added or stretched."""
    extra = part.ndim - len(shape)
    if extra > 0:
        part = np.sum(part, axis=tuple(range(extra)))
    stretched = tuple(
        axis for axis, size in enumerate(shape) if size == 1 and part.shape[axis] != 1
    )
    if stretched:
        part = np.sum(part, axis=stretched, keepdims=True)
    if part.shape != shape:  # a change that is one number stands for all entries
        part = part + np.zeros(shape)
    return part


def floats(value: Any, copy: bool = False) -> Any:
    """A number or array as float64: whole numbers and truth values count as reals.

    Raises SlopeLostError for anything that is not real numbers.
    """
    if isinstance(value, (np.matrix, np.ma.MaskedArray)):  # their * is not that of arrays
        raise SlopeLostError(
            f"{type(value).__name__} objects are not covered.", advice="Use np.asarray first."
        )
    array = np.array(value) if copy or not isinstance(value, np.ndarray) else value
    if array.dtype.kind not in "biuf":
        kind = {"c": "complex numbers", "O": "objects"}.get(array.dtype.kind, "no numbers")
        raise SlopeLostError(
            f"A gradient needs real numbers, but this holds {kind} ({array.dtype}).",
            advice="np.stack([...]) builds an array of numbers whose slopes are followed.",
        )
    return array.astype(float, copy=False)[()]
