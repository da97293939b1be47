"""Products of matrices and linear algebra of NumPy, for recorded arrays.

Source: Giles, Collected matrix derivative results for forward and reverse mode algorithmic
differentiation, 2008.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import SlopeLostError, raw
from slopecli.calculus.arrays.covered import covers
from slopecli.calculus.arrays.recorded import Operation, Recorded, written


@covers(np.matmul)
def _matmul(a: Any, b: Any) -> Any:
    return written(np.matmul, [a, b], [_to_left, _to_right])


def _to_left(values: Sequence[Any], value: Any, change: Any) -> Any:
    a, b = values
    if b.ndim == 1:
        return np.expand_dims(change, -1) * b
    if a.ndim == 1:
        return np.matmul(b, np.expand_dims(change, -1))[..., 0]
    return np.matmul(change, np.swapaxes(b, -1, -2))


def _to_right(values: Sequence[Any], value: Any, change: Any) -> Any:
    a, b = values
    if a.ndim == 1:
        return np.expand_dims(a, -1) * np.expand_dims(change, -2) if b.ndim > 1 else a * change
    if b.ndim == 1:
        return np.dot(a.T, change) if a.ndim == 2 else np.einsum("...ij,...i->j", a, change)
    return np.matmul(np.swapaxes(a, -1, -2), change)


@covers(np.dot)
def _dot(a: Any, b: Any) -> Any:
    left, right = _axes(a), _axes(b)
    if not left or not right:
        return np.multiply(a, b)
    if left <= 2 and right <= 2:
        return _DOT(a, b)
    return np.tensordot(a, b, axes=(-1, -2 if right > 1 else -1))


def _axes(a: Any) -> int:
    kind = type(a)
    return a.ndim if kind is np.ndarray else a.value.ndim if kind is Recorded else np.ndim(a)


_DOT = Operation(np.dot, None, _to_left, _to_right, elementwise=False)


@covers(np.inner)
def _inner(a: Any, b: Any) -> Any:
    if 0 in (np.ndim(a), np.ndim(b)):
        return np.multiply(a, b)
    return np.tensordot(a, b, axes=(-1, -1))


@covers(np.vdot)
def _vdot(a: Any, b: Any) -> Any:
    return np.dot(np.ravel(a), np.ravel(b))


@covers(np.outer)
def _outer(a: Any, b: Any) -> Any:
    return np.ravel(a)[:, None] * np.ravel(b)[None, :]


@covers(np.kron)
def _kron(a: Any, b: Any) -> Any:
    if np.ndim(a) != 2 or np.ndim(b) != 2:
        raise SlopeLostError("np.kron is covered for two matrices.")
    rows, columns = np.shape(a)[0] * np.shape(b)[0], np.shape(a)[1] * np.shape(b)[1]
    return np.reshape(np.einsum("ij,kl->ikjl", a, b), (rows, columns))


@covers(np.trace)
def _trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Any:
    return np.sum(np.diagonal(a, offset, axis1, axis2), axis=-1)


@covers(np.tensordot)
def _tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    left, right = np.ndim(a), np.ndim(b)
    if isinstance(axes, int):
        pairs = list(zip(range(left - axes, left), range(axes), strict=True))
    else:
        pairs = list(zip(*[np.atleast_1d(axis).tolist() for axis in axes], strict=True))
    own = list(range(left))
    other = list(range(left, left + right))
    for i, j in pairs:
        other[j] = own[i]
    rest = [i for i in own if i not in other] + [j for j in other if j not in own]
    return np.einsum(a, own, b, other, rest)


@covers(np.einsum)
def _einsum(*operands: Any, optimize: Any = False) -> Any:
    from slopecli.calculus.arrays.einsum import einsum

    return einsum(operands)


# Linear algebra.


@covers(np.linalg.inv)
def _inv(a: Any) -> Any:
    def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
        turned = np.swapaxes(value, -1, -2)
        return -np.matmul(np.matmul(turned, change), turned)

    return written(np.linalg.inv, [a], [pull])


@covers(np.linalg.solve)
def _solve(a: Any, b: Any) -> Any:
    if np.ndim(b) == 1:
        return np.linalg.solve(a, np.expand_dims(b, -1))[..., 0]

    def to_right(values: Sequence[Any], value: Any, change: Any) -> Any:
        return np.linalg.solve(np.swapaxes(values[0], -1, -2), change)

    def to_matrix(values: Sequence[Any], value: Any, change: Any) -> Any:
        back = to_right(values, value, change)
        return -np.matmul(back, np.swapaxes(value, -1, -2))

    return written(np.linalg.solve, [a, b], [to_matrix, to_right])


@covers(np.linalg.det)
def _det(a: Any) -> Any:
    def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
        return np.expand_dims(change, (-1, -2)) * _cofactors(values[0], value)

    return written(np.linalg.det, [a], [pull])


def _cofactors(a: Any, determinant: Any) -> Any:
    """The slope of the determinant in each entry; by minors where the matrix may be singular."""
    if (np.linalg.cond(raw(a)) < 1e8).all():
        turned = np.swapaxes(np.linalg.inv(a), -1, -2)
        return np.expand_dims(determinant, (-1, -2)) * turned
    n = a.shape[-1]
    rows = []
    for i in range(n):
        without = np.delete(a, i, axis=-2)
        minors = [np.linalg.det(np.delete(without, j, axis=-1)) for j in range(n)]
        rows.append(np.stack([(-1) ** (i + j) * minor for j, minor in enumerate(minors)], axis=-1))
    return np.stack(rows, axis=-2)


@covers(np.linalg.norm)
def _norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    matrix = (axis is None and x.ndim == 2) or isinstance(axis, tuple)
    euclidean = ord is None or (ord == "fro" if matrix else ord == 2)
    if euclidean:
        return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))
    if matrix or ord not in (1, np.inf, -np.inf):
        raise SlopeLostError(
            f"np.linalg.norm with ord={ord!r} is not covered here.",
            advice="None and 'fro' are; for vectors 1, 2 and inf too.",
        )
    if ord == 1:
        return np.sum(np.abs(x), axis=axis, keepdims=keepdims)
    return (np.max if ord > 0 else np.min)(np.abs(x), axis=axis, keepdims=keepdims)
