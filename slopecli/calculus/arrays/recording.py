"""The operations of one pass of NumPy code, written down, and swept backwards for the gradient.

Each line says which earlier lines an operation's arguments came from and how a change in its value
is pulled back to each. Reading the lines from the last to the first gives the gradient in all
entries at once (reverse accumulation: Linnainmaa 1970; Griewank and Walther, Evaluating
Derivatives, chapter 3).
"""

import threading
from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import ArrayLike, SlopeLostError
from slopecli.calculus.arrays.pulls import Pull

Source = tuple[Any, Pull | None, tuple[int, ...] | None]
"""The line an argument comes from, the pull to it if any, and its shape if what is pulled may have
another."""

Array = np.ndarray[Any, Any]
_FLOAT64 = np.dtype(np.float64)
_levels = count(1)
_locks: "dict[int, _Lock]" = {}  # by the id of the array that owns the memory
_changing_locks = threading.Lock()


class Recording:
    """The operations on the variables of one gradient, in the order in which they happened.

    Use it in a `with` block: it locks the arrays that come into it.
    Each is a line: what stands for the value of the operation, of the class `stand_in`. It is made
    of the recording, where the arguments come from, their values, the value, and whether each
    element of it came from one element.
    """

    __slots__ = ("_constants", "average", "chooses", "level", "lines", "stand_in")

    def __init__(self, stand_in: type, average: bool = False) -> None:
        self.stand_in = stand_in
        self.level = next(_levels)
        self.average = average
        self.lines: list[Any] = []
        self.chooses = False  # whether a choice between branches is among the lines
        self._constants: dict[int, Array] = {}

    def variable(self, value: Any) -> Any:
        """A variable of this recording, holding a copy of `value`."""
        if not isinstance(value, ArrayLike):
            value = floats(value, copy=True)
        return self.line((), (), value, True)

    def line(
        self, sources: Sequence[Source], values: Sequence[Any], value: Any, elementwise: bool
    ) -> Any:
        """Write an operation down."""
        line = self.stand_in(self, sources, values, value, elementwise)
        self.lines.append(line)
        return line

    def constant(self, value: Any) -> Any:
        """An argument that is no variable of this recording, as the recording keeps it."""
        kind = type(value)
        if kind is float or kind is int or kind is self.stand_in:
            return value
        if kind is np.ndarray:
            if value.dtype is _FLOAT64:
                if id(value) not in self._constants:
                    with _changing_locks:
                        self._keep(value)
                return value
            if value.dtype.kind in "biu":
                return value.astype(_FLOAT64)
        return floats(value)

    def _keep(self, array: Array) -> None:
        """Lock an array that the sweep will need, so that changing it is an error, not a lie.

        What owns its memory is locked with it, and both stay locked while any recording needs one.
        """
        owner = array
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        lock = _locks.get(id(owner))
        if lock is None:
            lock = _locks[id(owner)] = _Lock()
            lock.take(owner)
        if array is not owner:
            lock.take(array)
        if id(owner) not in self._constants:
            lock.holders += 1
            self._constants[id(owner)] = owner
        self._constants[id(array)] = array

    def __enter__(self) -> "Recording":
        return self

    def __exit__(self, *_: object) -> None:
        """Unlock the arrays; this recording takes no more operations."""
        self.lines = _Closed()
        if self._constants:
            with _changing_locks:
                self._let_go()

    def _let_go(self) -> None:
        for key in self._constants:
            lock = _locks.get(key)
            if lock is None:  # a view
                continue
            lock.holders -= 1
            if not lock.holders:
                del _locks[key]
                lock.free()
        self._constants.clear()

    @property
    def elementwise(self) -> bool:
        """Whether no operation has mixed elements or changed a shape."""
        return all(
            line.elementwise
            and all(shape is None or shape == line.shape for _, _, shape in line.sources)
            for line in self.lines
        )

    def sweep(
        self, result: Any, change: Any, variables: Sequence[Any], once: bool = False
    ) -> list[Any]:
        """Pull a change in the result back to the variables; zeros where it does not arrive.

        With `once`, the lines are given up on the way, so that their memory can be used again.
        """
        lines = self.lines if once else self.lines.copy()
        result.change = change
        while lines:
            line = lines.pop()
            change = line.change
            sources = line.sources
            if change is None or not sources:
                continue
            line.change = None
            values = line.values
            if once:
                line.sources = line.values = ()
            for source, pull, shape in sources:
                if pull is None:
                    continue
                part = pull(values, line.value, change)
                if shape is not None and part.shape != shape:
                    part = shrunk(part, shape)
                before = source.change
                source.change = part if before is None else before + part
        return _arrived(variables)

    def sweep_taken(self, result: Any, change: Any, variables: Sequence[Any]) -> list[Any]:
        """The same, where the branches that a choice has not taken may have no slope.

        In np.where(x > 0, np.sqrt(x), 0) at -1 the change of the square root is 0 and its slope
        NaN, and so would be their product. Here it is known which elements are not taken, and
        nothing is pulled back from them. Slower, so only asked when `sweep` has met a NaN.
        """
        result.change = change
        taken: dict[int, Any] = {id(result): True}
        for line in reversed(self.lines):
            change = line.change
            if change is None or not line.sources:
                continue
            line.change = None
            for source, pull, _ in line.sources:
                if pull is None:
                    continue
                part = pull(line.values, line.value, change)
                shape = source.shape
                here: Any = True
                if line.elementwise:
                    here = taken[id(line)] & getattr(pull, "taken", True)
                    part = np.where(here, part, 0.0)
                    here = shrunk(np.broadcast_to(here, part.shape) * 1.0, shape) > 0
                if part.shape != shape:
                    part = shrunk(part, shape)
                before = source.change
                source.change = part if before is None else before + part
                taken[id(source)] = taken.get(id(source), False) | here
        return _arrived(variables)


class _Lock:
    """An array and its views that no one may write into while recordings hold them."""

    __slots__ = ("arrays", "holders")

    def __init__(self) -> None:
        self.holders = 0
        self.arrays: list[Array] = []

    def take(self, array: Array) -> None:
        """Lock an array, unless it cannot be written into anyhow."""
        if array.flags.writeable:
            array.setflags(write=False)
            self.arrays.append(array)

    def free(self) -> None:
        """Unlock them; the owner comes before its views, which otherwise could not be."""
        for array in self.arrays:
            array.setflags(write=True)


class _Closed(list[Any]):
    """The lines of a recording whose gradient has been found."""

    def append(self, line: Any) -> None:
        raise SlopeLostError(
            "A number kept from inside an earlier gradient was used after that gradient had been"
            " found.",
            advice="Return what you need from the function instead of storing it elsewhere.",
        )


def _arrived(variables: Sequence[Any]) -> list[Any]:
    found = []
    for variable in variables:
        part = variable.change
        variable.change = None
        found.append(np.zeros(variable.shape)[()] if part is None else part)
    return found


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
    if array.dtype is _FLOAT64:
        return array[()]
    if array.dtype.kind not in "biuf":
        kind = {"c": "complex numbers", "O": "objects"}.get(array.dtype.kind, "no numbers")
        raise SlopeLostError(
            f"A gradient needs real numbers, but this holds {kind} ({array.dtype}).",
            advice="np.stack([...]) builds an array of numbers whose slopes are followed.",
        )
    return array.astype(float, copy=False)[()]
