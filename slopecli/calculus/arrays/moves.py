"""NumPy functions that only move elements about: reshape, take, flip, concatenate, sort, x[i], ...

They have one rule: do the same to the elements' positions, and it is known where each came from. A
change in the result is added up at the places that its elements came from.
"""

import operator
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slopecli.calculus.arrays.arraylike import SlopeLostError, raw
from slopecli.calculus.arrays.recorded import COVERED, Recorded, written

Pull = Callable[[Sequence[Any], Any, Any], Any]
Positions = NDArray[np.intp]
_function: Callable[..., Any]


# Indexing.


def _item(x: Any, index: Any) -> Any:
    shape = x.shape
    return written(
        lambda value: value[index],
        [x],
        [lambda values, value, change: placed(change, index, shape)],
    )


def placed(change: Any, index: Any, shape: tuple[int, ...]) -> Any:
    """Zeros of this shape with the change added at the index."""

    def place(change: Any) -> Any:
        if type(change) is Recorded:
            return placed(change, index, shape)
        whole = np.zeros(shape)
        if _is_basic(index):
            whole[index] = change
        else:
            np.add.at(whole, index, change)
        return whole

    return written(place, [change], [lambda values, value, second: second[index]])


def _is_basic(index: Any) -> bool:
    parts = index if type(index) is tuple else (index,)
    return all(
        part is None or part is Ellipsis or isinstance(part, (int, slice, np.integer))
        for part in parts
    ) and not any(isinstance(part, bool) for part in parts)


COVERED[operator.getitem] = _item


def assigned(array: Any, index: Any, values: Any) -> Any:
    """A copy of the array with `copy[index] = values`, slopes included.

    Use it where code under `grad` would assign into a fresh array. `values` broadcast to the
    indexed part. Raises IndexError and ValueError as NumPy's assignment does; the places that
    `index` names must differ from each other.

    >>> assigned(np.zeros(3), 1, 5.0)
    array([0., 5., 0.])
    """
    shape = np.shape(array)
    positions = np.arange(int(np.prod(shape))).reshape(shape)[index]
    if np.unique(positions).size != positions.size:
        raise SlopeLostError("The same place is assigned to twice.", advice="Assign one by one.")

    def assign(array: Any, values: Any) -> Any:
        if type(array) is Recorded or type(values) is Recorded:
            return assigned(array, index, values)
        copy = np.array(array, dtype=float)
        copy[index] = values
        return copy

    def to_array(given: Sequence[Any], value: Any, change: Any) -> Any:
        kept = np.ones(shape)
        kept[index] = 0.0
        return change * kept

    return written(assign, [array, values], [to_array, lambda given, value, change: change[index]])


# One array in, one array out.


def _moved(function: Callable[..., Any], x: Any, *arguments: Any, **keywords: Any) -> Any:
    if type(x) is not Recorded:
        return function(x, *map(raw, arguments), **keywords)
    shape, size = x.shape, x.size
    # Counted from 1: where the function fills in zeros, as np.tril does, they are nobody's.
    positions = function(np.arange(1, size + 1).reshape(shape), *arguments, **keywords)
    return written(
        lambda value: function(value, *arguments, **keywords)[()],
        [x],
        [lambda values, value, change: collected(change, positions, shape)],
    )


def collected(change: Any, positions: Positions, shape: tuple[int, ...]) -> Any:
    """The change added up where it came from; positions count from 1 in an array of this shape."""
    size = int(np.prod(shape))

    def collect(change: Any) -> Any:
        if type(change) is Recorded:
            return collected(change, positions, shape)
        sums = np.bincount(positions.ravel(), weights=change.ravel(), minlength=size + 1)
        return sums[1:].reshape(shape)[()]

    def spread(values: Sequence[Any], value: Any, second: Any) -> Any:
        return np.concatenate([np.zeros(1), np.ravel(second)])[positions]

    return written(collect, [change], [spread])


for _function in (
    np.take,
    np.diagonal,
    np.diag,
    np.diagflat,
    np.tril,
    np.triu,
    np.flip,
    np.fliplr,
    np.flipud,
    np.roll,
    np.rot90,
    np.repeat,
    np.tile,
    np.swapaxes,
    np.moveaxis,
    np.rollaxis,
    np.broadcast_to,
    np.atleast_1d,
    np.atleast_2d,
    np.atleast_3d,
    np.delete,
    np.compress,
    np.trim_zeros,
    np.take_along_axis,
    np.resize,
    np.permute_dims,
):
    COVERED[_function] = partial(_moved, _function)


def _turned(function: Callable[..., Any], x: Any, *arguments: Any, **keywords: Any) -> Any:
    """Moves that keep the order of the elements: the way back is a reshape."""
    shape = x.shape
    if any(key in keywords for key in ("order", "copy")) or (
        function is not np.reshape
        and function is not np.expand_dims
        and function is not np.squeeze
        and arguments
    ):
        return _moved(function, x, *arguments, **keywords)
    return written(
        lambda value: function(value, *arguments, **keywords),
        [x],
        [lambda values, value, change: np.reshape(change, shape)],
    )


for _function in (np.reshape, np.ravel, np.squeeze, np.expand_dims):
    COVERED[_function] = partial(_turned, _function)


def _transpose(x: Any, axes: Any = None) -> Any:
    back = None if axes is None else np.argsort([axis % x.ndim for axis in axes])
    return written(
        lambda value: np.transpose(value, axes),
        [x],
        [lambda values, value, change: np.transpose(change, back)],
    )


COVERED[np.transpose] = _transpose


# Several arrays in, one array out.


def _joined(
    function: Callable[..., Any], arrays: Sequence[Any], *arguments: Any, **keys: Any
) -> Any:
    arrays = [a if type(a) is Recorded else np.asarray(a) for a in arrays]
    starts = np.cumsum([0, *[a.size for a in arrays]])
    positions = function(
        [
            1 + start + np.arange(a.size).reshape(a.shape)
            for a, start in zip(arrays, starts, strict=False)
        ],
        *arguments,
        **keys,
    )

    def to(which: int) -> Pull:
        start, array = starts[which], arrays[which]
        inside = (positions > start) & (positions <= start + array.size)
        own = np.where(inside, positions - start, 0)
        return lambda values, value, change: collected(change, own, array.shape)

    return written(
        lambda *values: function(values, *arguments, **keys),
        arrays,
        [to(which) for which in range(len(arrays))],
    )


for _function in (np.concatenate, np.stack, np.hstack, np.vstack, np.dstack, np.column_stack):
    COVERED[_function] = partial(_joined, _function)


def _append(array: Any, values: Any, axis: int | None = None) -> Any:
    if axis is None:
        return np.concatenate([np.ravel(array), np.ravel(values)])
    return np.concatenate([array, values], axis=axis)


COVERED[np.append] = _append


def _split(function: Callable[..., Any], x: Any, *arguments: Any, **keywords: Any) -> list[Any]:
    positions = np.arange(x.size).reshape(x.shape)
    flat = np.ravel(x)
    return [flat[part] for part in function(positions, *arguments, **keywords)]


for _function in (np.split, np.array_split, np.hsplit, np.vsplit, np.dsplit):
    COVERED[_function] = partial(_split, _function)


def _meshgrid(*arrays: Any, indexing: str = "xy") -> list[Any]:
    places = np.meshgrid(*[np.arange(np.size(raw(a))) for a in arrays], indexing=indexing)  # type: ignore[call-overload]
    return [np.ravel(a)[place] for a, place in zip(arrays, places, strict=True)]


COVERED[np.meshgrid] = _meshgrid


# Sorting.


def _sort(x: Any, axis: int | None = -1, kind: Any = None, stable: Any = None) -> Any:
    if axis is None:
        x, axis = np.ravel(x), -1
    order = np.argsort(raw(x), axis=axis, kind="stable")
    ordered = np.take_along_axis(raw(x), order, axis)
    equal = np.diff(ordered, axis=axis) == 0
    moved = np.take_along_axis(x, order, axis)
    if not equal.any():
        return moved
    return _with_ties(moved, np.moveaxis(ordered, axis, -1), axis)


def _with_ties(moved: Any, ordered: Any, axis: int) -> Any:
    """Equal neighbours are a kink: the change is shared among them, or nobody knows."""
    same = ordered[..., :, None] == ordered[..., None, :]
    count = same.sum(axis=-1, keepdims=True)
    lone = np.nan if not moved.recording.average else 1.0
    weights = np.where(same, np.where(count > 1, lone, 1.0) / count, 0.0)

    def share(values: Sequence[Any], value: Any, change: Any) -> Any:
        last = np.moveaxis(change, axis, -1)
        return np.moveaxis(np.sum(_zeros_kept(weights, last), axis=-1), -1, axis)

    return written(lambda value: value, [moved], [share])


def _zeros_kept(weights: Any, change: Any) -> Any:
    """Weights times change where a weight is 0 is 0, even if the change is not finite."""
    return np.where(weights == 0, 0.0, weights * change[..., None, :])


COVERED[np.sort] = _sort
