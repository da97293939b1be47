"""Sums, products and choices of NumPy, for recorded arrays.

Many are written with others of NumPy, so that they need no rule of their own; the rest say how a
change is pulled back.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import SlopeLostError, raw
from slopecli.calculus.arrays.doubles import chosen
from slopecli.calculus.arrays.recorded import COVERED, UFUNCS, Operation, Recorded, written
from slopecli.calculus.arrays.recording import Chosen
from slopecli.calculus.arrays.ufuncs import plain

for _function in (
    np.shape,
    np.ndim,
    np.size,
    np.argmax,
    np.argmin,
    np.argsort,
    np.any,
    np.all,
    np.isclose,
    np.allclose,
    np.array_equal,
    np.count_nonzero,
    np.nonzero,
    np.flatnonzero,
    np.searchsorted,
    np.digitize,
    np.zeros_like,
    np.ones_like,
    np.result_type,
    np.iscomplexobj,
    np.isrealobj,
    np.array_repr,
    np.array_str,
    np.array2string,
    np.argwhere,
    np.unravel_index,
):
    COVERED[_function] = plain(_function)


def covers(*functions: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark the function below as what stands for these of NumPy."""

    def mark(covering: Callable[..., Any]) -> Callable[..., Any]:
        for function in functions:
            if isinstance(function, np.ufunc):
                UFUNCS[function] = covering
            else:
                COVERED[function] = covering
        return covering

    return mark


# Sums.

_ADD_UP: Callable[..., Any] = np.add.reduce  # np.sum without its detours
_ADD_ALL_UP: Callable[[Any], Any] = partial(_ADD_UP, axis=None)


@covers(np.sum)
def _sum(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False) -> Any:
    if dtype is not None:
        _only_float(dtype)
    if axis is None and not keepdims:
        return _SUM.on(a)

    def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
        return np.broadcast_to(_opened(change, axis, keepdims), values[0].shape)

    return written(lambda value: _ADD_UP(value, axis=axis, keepdims=keepdims), (a,), (pull,))


def _to_all(values: Sequence[Any], value: Any, change: Any) -> Any:
    shape = values[0].shape
    if type(change) is not np.float64:
        return np.broadcast_to(change, shape)
    part = np.empty(shape)
    part.fill(change)
    return part[()]


_SUM = Operation(_ADD_ALL_UP, None, _to_all, elementwise=False)


def _opened(reduced: Any, axis: Any, keepdims: bool) -> Any:
    """With axes of length 1 where an array has been reduced."""
    if keepdims or axis is None:
        return reduced
    return np.expand_dims(reduced, axis)


def _only_float(dtype: Any) -> None:
    if dtype is not None and np.dtype(dtype) != np.float64:
        raise SlopeLostError(f"dtype={dtype} would lose the slope.", advice="Leave dtype out.")


def _length(a: Any, axis: Any) -> int:
    if axis is None:
        return int(a.size)
    axes = axis if isinstance(axis, tuple) else (axis,)
    return int(np.prod([a.shape[i] for i in axes]))


@covers(np.mean)
def _mean(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False) -> Any:
    _only_float(dtype)
    return np.sum(a, axis=axis, keepdims=keepdims) / _length(a, axis)


@covers(np.average)
def _average(a: Any, axis: Any = None, weights: Any = None) -> Any:
    if weights is None:
        return np.mean(a, axis=axis)
    if np.shape(weights) != np.shape(a):
        raise SlopeLostError("np.average is covered for weights of the array's own shape.")
    return np.sum(a * weights, axis=axis) / np.sum(weights, axis=axis)


@covers(np.var)
def _var(a: Any, axis: Any = None, dtype: Any = None, ddof: int = 0, keepdims: bool = False) -> Any:
    _only_float(dtype)
    away = a - np.mean(a, axis=axis, keepdims=True)
    return np.sum(away * away, axis=axis, keepdims=keepdims) / (_length(a, axis) - ddof)


@covers(np.std)
def _std(a: Any, axis: Any = None, dtype: Any = None, ddof: int = 0, keepdims: bool = False) -> Any:
    return np.sqrt(np.var(a, axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims))


@covers(np.cumsum)
def _cumsum(a: Any, axis: int | None = None, dtype: Any = None) -> Any:
    _only_float(dtype)
    if axis is None:
        a, axis = np.ravel(a), 0

    def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
        return np.flip(np.cumsum(np.flip(change, axis), axis=axis), axis)

    return written(lambda value: np.cumsum(value, axis=axis), [a], [pull])


@covers(np.diff)
def _diff(a: Any, n: int = 1, axis: int = -1) -> Any:
    last = np.moveaxis(a, axis, -1)
    for _ in range(n):
        last = last[..., 1:] - last[..., :-1]
    return np.moveaxis(last, -1, axis)


# Products. By halves, so that a factor of 0 needs no division.


@covers(np.prod)
def _prod(a: Any, axis: Any = None, dtype: Any = None, keepdims: bool = False) -> Any:
    _only_float(dtype)
    axes = tuple(range(a.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = tuple(i % a.ndim for i in axes)
    kept = [i for i in range(a.ndim) if i not in axes]
    shape = tuple(1 if i in axes else size for i, size in enumerate(a.shape))
    rows = np.reshape(np.transpose(a, (*axes, *kept)), (-1, *[a.shape[i] for i in kept]))
    while len(rows) > 1:
        half = len(rows) // 2
        pairs = rows[:half] * rows[half : 2 * half]
        rows = pairs if len(rows) == 2 * half else np.concatenate([pairs, rows[2 * half :]])
    if not len(rows):
        rows = np.ones((1, *rows.shape[1:]))
    return np.reshape(rows, shape) if keepdims else rows[0]


@covers(np.cumprod)
def _cumprod(a: Any, axis: int | None = None, dtype: Any = None) -> Any:
    _only_float(dtype)
    rows = np.ravel(a) if axis is None else np.moveaxis(a, axis, 0)
    products = [rows[0]] if len(rows) else []
    for row in rows[1:]:
        products.append(products[-1] * row)
    if not products:
        return np.zeros(np.shape(rows))
    return np.moveaxis(np.stack(products), 0, axis or 0)


# Choices.


@covers(np.where)
def _where(condition: Any, *branches: Any) -> Any:
    taken = np.asarray(raw(condition), dtype=bool)
    if len(branches) != 2:
        return np.where(taken)
    for branch in branches:
        if type(branch) is Recorded:
            branch.recording.chooses = True
    return written(
        lambda x, y: chosen(taken, x, y), branches, (Chosen(taken), Chosen(~taken)), True
    )


@covers(np.clip)
def _clip(a: Any, a_min: Any = None, a_max: Any = None, *, min: Any = None, max: Any = None) -> Any:
    low, high = min if a_min is None else a_min, max if a_max is None else a_max
    if low is not None:
        a = np.maximum(a, low)
    return a if high is None else np.minimum(a, high)


def _extreme(function: Callable[..., Any]) -> Callable[..., Any]:
    def extreme(a: Any, axis: Any = None, keepdims: bool = False) -> Any:
        average = a.recording.average

        def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
            hit = raw(values[0]) == _opened(raw(value), axis, keepdims)
            ties = hit.sum(axis=axis, keepdims=True)
            share = np.where(ties == 1, 1.0, 1 / np.maximum(ties, 1) if average else np.nan)
            weights = np.where(hit, share, np.where(ties == 0, np.nan, 0.0))
            return _opened(change, axis, keepdims) * weights

        return written(lambda value: function(value, axis=axis, keepdims=keepdims), [a], [pull])

    return extreme


COVERED[np.max] = COVERED[np.amax] = _extreme(np.max)
COVERED[np.min] = COVERED[np.amin] = _extreme(np.min)


@covers(np.ptp)
def _ptp(a: Any, axis: Any = None, keepdims: bool = False) -> Any:
    return np.max(a, axis=axis, keepdims=keepdims) - np.min(a, axis=axis, keepdims=keepdims)


@covers(np.round, np.around)
def _round(a: Any, decimals: int = 0) -> Any:
    scale = 10.0**decimals
    return np.rint(a * scale) / scale


@covers(np.fix)
def _fix(x: Any) -> Any:
    return np.trunc(x)


@covers(np.full_like)
def _full_like(a: Any, fill_value: Any) -> Any:
    return np.zeros(np.shape(a)) + fill_value


@covers(np.copy)
def _copy(a: Any, order: str = "K") -> Any:
    return np.positive(a)
