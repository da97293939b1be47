"""Special functions on float64 arrays that NumPy does not have."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# B(2k)/(2k)!, for the Euler-Maclaurin sums below.
_BERNOULLI = (1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000)
_FAR = 12.0  # from here on the asymptotic series of digamma is exact to the last digit or two
_HIGHEST = 1_000  # order of polygamma
_DIRECT = 20  # orders up to which its factorial and powers are worked out as they stand
_LOWEST = -10_000.0  # polygamma steps up from its argument one by one


def _one_by_one(function: Callable[[float], float]) -> Callable[[ArrayLike], Floats]:
    """A function of `math` on arrays: NaN at a pole, an infinity where it overflows."""

    def guarded(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    every = np.frompyfunc(guarded, 1, 1)
    return lambda x: np.asarray(every(np.asarray(x, dtype=float))).astype(float)[()]


erf = _one_by_one(math.erf)
erfc = _one_by_one(math.erfc)
gamma = _one_by_one(math.gamma)


@np.errstate(all="ignore")
def digamma(x: ArrayLike) -> Floats:
    """The slope of ln(gamma(x)), any shape; NaN at 0, -1, -2, ...

    Reflection to the right half, steps of one up to 12, then the asymptotic series (NIST DLMF
    5.5.4, 5.5.2, 5.11.2).
    """
    x = np.asarray(x, dtype=float)
    left = x < 0.5
    y = np.where(left, 1 - x, x)
    steps = np.zeros_like(y)
    while (near := y < _FAR).any():
        steps += np.where(near, 1 / y, 0.0)
        y = np.where(near, y + 1, y)
    inverse = 1 / (y * y)
    series = np.zeros_like(y)
    for k in range(len(_BERNOULLI), 0, -1):
        series = (series + _BERNOULLI[k - 1] * math.factorial(2 * k - 1)) * inverse
    right = np.log(y) - 0.5 / y - series - steps
    turn = np.pi / np.tan(np.pi * (x - np.round(x)))
    value = np.where(left, right - turn, right)
    return np.where((x <= 0) & (np.floor(x) == x), np.nan, value)[()]


@np.errstate(all="ignore")
def polygamma(order: ArrayLike, x: ArrayLike) -> Floats:
    """The derivative of digamma of a whole order >= 0; arrays broadcast. NaN at the poles.

    Also NaN where the order is not whole or above 1,000, and where x < -10,000. A sum with an
    Euler-Maclaurin tail (NIST DLMF 25.11.5 with s = n + 1).
    """
    order, x = np.broadcast_arrays(np.asarray(order, dtype=float), np.asarray(x, dtype=float))
    value = np.full(x.shape, np.nan)
    for n in np.unique(order[(order >= 0) & (order <= _HIGHEST) & (np.floor(order) == order)]):
        here = (order == n) & (x > _LOWEST) & ((x > 0) | (np.floor(x) < x))
        value[here] = digamma(x[here]) if n == 0 else _polygamma(int(n), x[here])
    return value[()]


def _polygamma(n: int, x: Floats) -> Floats:
    """Everything is measured by the shortest way to a pole, so that high powers stay doubles."""
    size = np.where(x > 0, x, np.minimum(x - np.floor(x), np.ceil(x) - x))
    total = np.zeros_like(x)
    while (near := x < _FAR + n).any():
        total += np.where(near, (x / size) ** -(n + 1.0), 0.0)
        x = np.where(near, x + 1, x)
    tail = x / n + 0.5
    for k, weight in enumerate(_BERNOULLI, start=1):
        tail += weight * math.prod(range(n + 1, n + 2 * k)) * x ** (1.0 - 2 * k)
    total += tail * (x / size) ** -(n + 1.0)
    if n <= _DIRECT:
        whole = math.factorial(n) * size ** -(n + 1.0)
    else:
        whole = np.exp(math.lgamma(n + 1) - (n + 1) * np.log(size))
    return np.asarray((-1) ** (n + 1) * whole * total)


@np.errstate(all="ignore")
def lambertw(x: ArrayLike) -> Floats:
    """The upper w with w e^w = x, any shape; NaN below -1/e.

    Halley's iteration (Corless et al., On the Lambert W function, 1996, section 4).
    """
    x = np.asarray(x, dtype=float)
    branch = np.sqrt(np.maximum(2 * (np.e * x + 1), 0))
    low = -1 + branch - branch**2 / 3 + 11 / 72 * branch**3
    large = np.log(np.maximum(x, 3))
    w = np.where(x < 0, low, np.where(x < 3, np.log1p(np.maximum(x, 0)), large - np.log(large)))
    for _ in range(12):
        power = np.exp(w)
        miss = w * power - x
        step = miss / (power * (w + 1) - (w + 2) * miss / (2 * w + 2))
        w = w - np.where(np.isfinite(step), step, 0.0)
    return np.where(x < -1 / np.e, np.nan, w)[()]
