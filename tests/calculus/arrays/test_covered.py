"""Every covered function of NumPy: first and second slopes against numerical ones."""

import numpy as np
import pytest

from slopecli.answers.gradient import grad, jacobian
from slopecli.calculus.arrays.arraylike import SlopeLostError
from slopecli.calculus.arrays.moves import assigned

A = np.array([0.3, 1.7, 0.9, 2.2])
M = np.array([[0.4, 1.3, -0.6], [1.1, -0.2, 0.7], [0.5, 0.8, 1.6]])
N = np.array([[0.9, -0.4], [0.3, 1.2], [-1.1, 0.6]])
T = np.linspace(-1, 2, 24).reshape(2, 3, 4) ** 3 + 0.1
S = np.array(0.7)


def numerical(f, x, step=1e-3):
    """The gradient by central differences, extrapolated twice (Richardson)."""
    x = np.asarray(x, dtype=float)
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        tries = []
        for h in (step, step / 2, step / 4):
            away = np.zeros(x.shape)
            away[place] = h
            tries.append((f(x + away) - f(x - away)) / (2 * h))
        once = [(4 * tries[i + 1] - tries[i]) / 3 for i in range(2)]
        slopes[place] = (16 * once[1] - once[0]) / 15
    return slopes


ELEMENTWISE = [
    ("add", lambda x: x + 2 + x + A, A),
    ("subtract", lambda x: 3 - x - (x - A), A),
    ("multiply", lambda x: 3 * x * A * x, A),
    ("divide", lambda x: 1 / x + x / 3 + A / x, A),
    ("power", lambda x: x**2 + x**-1 + x**0.5 + 2**x + x**x + A**x, A),
    ("whole powers of negatives", lambda x: x**2 + x**3 + x**-1 + x**0, M),
    ("remainder", lambda x: x % 0.7 + np.fmod(x, 0.7) + 5 % x + np.mod(-x, 0.7), A),
    ("floor division", lambda x: x // 0.7 + x, A),
    ("divmod", lambda x: sum(divmod(x, 0.7)), A),
    ("negative", lambda x: -x + +x * 2, A),
    ("absolute", lambda x: abs(x) * x + np.fabs(x), M),
    ("square", np.square, A),
    ("reciprocal", np.reciprocal, A),
    ("positive", np.positive, A),
    ("sqrt", np.sqrt, A),
    ("cbrt", np.cbrt, M),
    ("exp", np.exp, A),
    ("exp2", np.exp2, A),
    ("expm1", np.expm1, A),
    ("log", np.log, A),
    ("log2", np.log2, A),
    ("log10", np.log10, A),
    ("log1p", np.log1p, A),
    ("sin", np.sin, A),
    ("cos", np.cos, A),
    ("tan", np.tan, A),
    ("arcsin", lambda x: np.arcsin(x / 3), A),
    ("arccos", lambda x: np.arccos(x / 3), A),
    ("arctan", np.arctan, A),
    ("arctan2", lambda x: np.arctan2(x, A[::-1]) + np.arctan2(2.0, x), A),
    ("sinh", np.sinh, A),
    ("cosh", np.cosh, A),
    ("tanh", np.tanh, A),
    ("arcsinh", np.arcsinh, A),
    ("arccosh", lambda x: np.arccosh(x + 1), A),
    ("arctanh", lambda x: np.arctanh(x / 3), A),
    ("hypot", lambda x: np.hypot(x, 2) + np.hypot(1.5, x * x), A),
    ("logaddexp", lambda x: np.logaddexp(x, 1) + np.logaddexp(0.5, -x), A),
    ("logaddexp2", lambda x: np.logaddexp2(x, 1), A),
    ("deg2rad", lambda x: np.deg2rad(x) + np.radians(x) + np.rad2deg(x) + np.degrees(x), A),
    ("maximum", lambda x: np.maximum(x, 1) + np.fmax(0.95, x), A),
    ("minimum", lambda x: np.minimum(x, 1) + np.fmin(0.95, x), A),
    ("sign", lambda x: np.sign(x) * x, M),
    ("floor", lambda x: (np.floor(x) + np.ceil(x) + np.trunc(x) + np.rint(x)) * x, A),
    ("round", lambda x: (np.round(x, 1) + x.round() + np.fix(x)) * x, A + 0.02),
    ("heaviside", lambda x: np.heaviside(x, 0.5) * x, M),
    ("copysign", lambda x: np.copysign(x, -1.0) * x, M),
    ("sinc", np.sinc, M),
    ("sinc near zero", np.sinc, np.array([0.0, 1e-5, 0.01, 0.016])),
    ("float_power", lambda x: np.float_power(x, 1.5), A),
    ("where", lambda x: np.where(x > 1, x * x, 3 * x), A),
    ("clip", lambda x: np.clip(x, 0.5, 2) + x.clip(0.4) + np.clip(x, None, 1.5), A),
]

ALL = [
    ("sum", lambda x: np.sum(x) + np.sum(x, axis=0) + x.sum(axis=1, keepdims=True), M),
    ("sum over two axes", lambda x: np.sum(x, axis=(0, 2)), T),
    ("add.reduce", lambda x: np.add.reduce(x) * np.multiply.reduce(x), M),
    ("mean", lambda x: np.mean(x) + np.mean(x, axis=1) + x.mean(0), M),
    ("average", lambda x: np.average(x, weights=x * x), A),
    ("var", lambda x: np.var(x) + np.var(x, axis=0, ddof=1), M),
    ("std", lambda x: np.std(x) + x.std(axis=1), M),
    ("prod", lambda x: np.prod(x) + np.prod(x, axis=0) + np.prod(x, axis=1, keepdims=True), M),
    ("prod with zeros", np.prod, np.array([2.0, 0.0, 3.0])),
    ("prod over two axes", lambda x: np.prod(x, axis=(0, 2)), T),
    ("cumsum", lambda x: np.cumsum(x * x) * np.arange(9), M),
    ("cumsum along", lambda x: np.cumsum(x * x, axis=1) * np.arange(3), M),
    ("cumprod", lambda x: np.cumprod(x) * np.arange(4), A),
    ("diff", lambda x: np.diff(x * x) ** 2, A),
    ("second diff", lambda x: np.diff(x**3, n=2, axis=0), M),
    ("max", lambda x: np.max(x) + np.max(x, axis=0) * x.max(axis=1), M),
    ("min", lambda x: np.min(x) + np.min(x, axis=0, keepdims=True) * x, M),
    ("ptp", lambda x: np.ptp(x**2), A),
    ("dot of vectors", lambda x: np.dot(x, A) * np.dot(x, x), A),
    ("dot of matrix and vector", lambda x: np.dot(M, x[:3]) * np.dot(x[:3], M), A),
    ("dot of matrices", lambda x: np.dot(x, N) + np.dot(M, x) @ N, M),
    ("dot with a number", lambda x: np.dot(3, x) + np.dot(x, 2.0), A),
    ("dot of blocks", lambda x: np.dot(x, N[:, :1] * np.ones((3, 4)).T[:, :1].T), T.swapaxes(1, 2)),
    ("matmul", lambda x: (x @ N) + M @ x @ N, M),
    ("matmul of stacks", lambda x: np.matmul(x, A) @ N + np.sum(M @ x) * np.ones(2), T),
    ("matmul, vector first", lambda x: A @ np.swapaxes(x, 1, 2) * (A[:3] @ x).sum(), T),
    ("inner", lambda x: np.inner(x, M) + np.inner(x, 2.0), M),
    ("outer", lambda x: np.outer(x, x * A), A),
    ("vdot", lambda x: np.vdot(x, M * x), M),
    ("kron", lambda x: np.kron(x, N) * np.kron(M, N), M),
    ("trace", lambda x: np.trace(x @ x) + x.trace(1), M),
    ("tensordot", lambda x: np.tensordot(x, T, axes=([0, 1], [0, 1])), T),
    ("tensordot by number", lambda x: np.tensordot(x, N, axes=1), M),
    ("einsum", lambda x: np.einsum("ij,jk->ik", x, N) + np.einsum("ij,ij,ik", x, x, N)[0], M),
    ("einsum diagonal", lambda x: np.einsum("ii->i", x) * np.einsum("ii", x), M),
    ("einsum transposing", lambda x: np.einsum("ji", x) * x, M),
    (
        "einsum with dots",
        lambda x: np.einsum("...i,i->...", x, A) * np.einsum("a...->...", x)[:, 0],
        T,
    ),
    ("einsum summing out", lambda x: np.einsum("ijk->j", x**2), T),
    ("einsum by lists", lambda x: np.einsum(x, [0, 1], N, [1, 2], [0, 2]), M),
    ("einsum broadcasting", lambda x: np.einsum("ij,ij->i", x[:, :1], M), M),
    ("concatenate", lambda x: np.concatenate([x, A, x * x]) * np.arange(12), A),
    ("concatenate along", lambda x: np.concatenate([x, M * x], axis=1), M),
    ("stack", lambda x: np.stack([x[0] * x[1], x[2], 5.0]) ** 2, A),
    ("stack along", lambda x: np.stack([x, x * x], axis=-1), M),
    ("hstack and vstack", lambda x: np.hstack([x, x * x]).sum() * np.vstack([x, x]), A),
    (
        "dstack and column_stack",
        lambda x: np.dstack([x, x])[..., 1] * np.column_stack([x, A])[0, 0],
        A,
    ),
    ("append", lambda x: np.append(x, x * x) ** 2, A),
    ("split", lambda x: np.split(x, 2)[0] * np.array_split(x, 2)[1], A),
    ("meshgrid", lambda x: np.meshgrid(x, x)[0] * np.meshgrid(x, x)[1], A),
    ("reshape", lambda x: np.reshape(x, (2, 2)) @ x.reshape(2, 2), A),
    ("reshape by columns", lambda x: np.reshape(x, (2, 2), order="F") @ x.reshape(2, 2), A),
    ("ravel", lambda x: x.ravel() * np.ravel(x, "F") * x.flatten(), M),
    ("transpose", lambda x: np.transpose(x, (2, 0, 1)) ** 2 * np.arange(3), T),
    ("T", lambda x: x.T @ x + x.transpose(), M),
    ("squeeze", lambda x: np.squeeze(x[:, None]) * x, A),
    ("expand_dims", lambda x: np.expand_dims(x, 0) * x[:, None] * np.expand_dims(x, (0, 2)), A),
    ("broadcast_to", lambda x: np.broadcast_to(x, (3, 4)) * np.arange(3)[:, None], A),
    ("take", lambda x: np.take(x, [0, 0, 2]) * np.take(M, [0, 1, 2]), A),
    ("repeat and tile", lambda x: np.repeat(x, 2) * np.tile(x, 2), A),
    ("flip and roll", lambda x: np.flip(x) * np.roll(x, 1) * np.flipud(x), A),
    (
        "rot90",
        lambda x: np.rot90(x) * np.fliplr(x) * np.swapaxes(x, 0, 1) * np.moveaxis(x, 0, 1),
        M,
    ),
    ("diagonal", lambda x: np.diagonal(x) * np.diag(x), M),
    ("diag", lambda x: np.diag(x) @ np.diag(x * x), A),
    ("tril", lambda x: np.tril(x) @ np.triu(x, 1), M),
    ("delete", lambda x: np.delete(x, 1) * np.delete(x, 2), A),
    ("indexing", lambda x: x[0] * x[-1] + x[1:3] * x[[0, 2]] + x[x > 1], A),
    ("indexing a matrix", lambda x: x[1] * x[:, 0] + x[0, ..., None] * x[[0, 0, 1], [1, 1, 2]], M),
    ("iterating", lambda x: sum(row[0] * row[1] for row in x), M),
    ("sort", lambda x: np.sort(x) * np.arange(4) ** 2, A),
    ("sort along", lambda x: np.sort(x, axis=0) * np.arange(9).reshape(3, 3), M),
    ("norm", lambda x: np.linalg.norm(x) + np.linalg.norm(x, axis=0), M),
    ("other norms", lambda x: np.linalg.norm(x, 1) * np.linalg.norm(x, np.inf), A),
    ("inv", lambda x: np.linalg.inv(x) @ M, M),
    ("inv of stacks", np.linalg.inv, np.stack([M, M @ M])),
    ("solve", lambda x: np.linalg.solve(x, N) + np.linalg.solve(M, x)[:, :2], M),
    (
        "solve for a vector",
        lambda x: np.linalg.solve(M, x[:3] ** 2) + np.linalg.solve(x[0] * M, A[:3]),
        A,
    ),
    ("det", lambda x: np.linalg.det(x @ x), M),
    ("det of a singular matrix", np.linalg.det, np.outer([1.0, 2.0, 3.0], [1.0, 0.5, -1.0])),
    (
        "assigned",
        lambda x: assigned(assigned(np.zeros(3), 0, x[1] ** 2), slice(1, 3), x[:2]) ** 2,
        A,
    ),
    ("assigned over", lambda x: assigned(x, 1, x[0] * 3.0) ** 2, A),
    ("copy", lambda x: x.copy() * np.copy(x) * x.astype(float), A),
    ("full_like", lambda x: np.full_like(x, 2.0) * x + np.full_like(A, 1.0) * np.zeros_like(x), A),
    ("item", lambda x: x[0].item() * x.item(1), A),
    ("scalars", lambda x: np.sin(x) * x + np.dot(x, x) + np.sum(x), S),
]
CASES = ELEMENTWISE + ALL


def total(f):
    """One number out of everything that f gives, no two of its entries counted alike."""

    def summed(x):
        value = f(x)
        weights = np.cos(np.arange(np.size(value))).reshape(np.shape(value))
        return np.sum(value * weights)

    return summed


@pytest.mark.parametrize(("f", "x"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_gradients_match_numerical_ones(f, x):
    f = total(f)
    assert grad(f)(x) == pytest.approx(numerical(f, x), rel=1e-8, abs=1e-8)


@pytest.mark.parametrize(("f", "x"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_gradients_of_gradients_match_numerical_ones(f, x):
    slope = grad(total(f))
    assert grad(total(slope))(x) == pytest.approx(numerical(total(slope), x), rel=1e-7, abs=1e-7)


REFUSED = {
    "np.linalg.eigh": lambda x: np.linalg.eigh(np.outer(x, x))[0],
    "np.linalg.svd": lambda x: np.linalg.svd(np.outer(x, x))[1],
    "np.interp": lambda x: np.interp(x, A, A),
    "np.median": lambda x: np.median(x),
    "np.frexp": lambda x: np.frexp(x)[0],
    "np.add.accumulate": lambda x: np.add.accumulate(x),
    "np.multiply.outer": lambda x: np.multiply.outer(x, x),
    "where=": lambda x: np.exp(x, where=A > 1),
    "np.sum": lambda x: np.sum(x, where=A > 1),
    "np.add": lambda x: np.add(x, x, out=np.zeros(4)),
    "np.cumsum": lambda x: np.cumsum(x, out=np.zeros(4)),
    ".partition": lambda x: x.partition(2),
    "np.linalg.norm": lambda x: np.linalg.norm(np.outer(x, x), 2),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_covered_is_refused_by_name(name):
    with pytest.raises(SlopeLostError, match=name.replace(".", r"\.")):
        grad(lambda x: np.sum(REFUSED[name](x)))(A)


def test_a_place_is_not_assigned_to_twice():
    with pytest.raises(SlopeLostError, match="twice"):
        grad(lambda x: np.sum(assigned(np.zeros(3), [0, 0], x)))(np.ones(2))


def test_the_jacobian_of_a_sorted_array_is_a_permutation():
    assert jacobian(np.sort)(np.array([3.0, 1.0, 2.0])).tolist() == [
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
    ]
