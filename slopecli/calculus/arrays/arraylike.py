"""What an array is to its user, apart from the arithmetic; and what would lose a slope, refused."""

import operator
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import numpy as np

from slopecli.errors import UnusableError


class SlopeLostError(UnusableError, TypeError):
    """Code under `grad` did something with a number through which its slope cannot be followed."""


class NoSuchMethodError(SlopeLostError, AttributeError):
    """A method of arrays through which slopes are not followed."""


def raw(value: Any) -> Any:
    """The plain value below all recordings."""
    while isinstance(value, ArrayLike):
        value = value.value
    return value


def not_covered(name: str, kind: type[SlopeLostError] | None = None) -> SlopeLostError:
    """The error for a function of NumPy whose slope is not known here."""
    return (SlopeLostError if kind is None else kind)(
        f"{name} is not covered: its slope cannot be followed.",
        advice="Write it with functions that are (docs/python.md lists them).",
    )


def _plain(function: Callable[..., Any]) -> Callable[..., Any]:
    """A method whose result is plain, for all it matters is the value."""

    def method(self: "ArrayLike", *others: Any) -> Any:
        return function(raw(self), *[raw(other) for other in others])

    return method


def _lost(name: str, advice: str) -> Callable[..., Any]:
    """A method that refuses, since it would drop the slope."""

    def method(self: "ArrayLike", *arguments: Any, **keywords: Any) -> Any:
        raise SlopeLostError(f"{name} would lose the slope.", advice=advice)

    return method


_NUMPY_INSTEAD = "Use the function of NumPy: np.sin(x), not math.sin(x)."
STACK = (
    "np.array, np.asarray and assigning into an array cannot follow a slope: build arrays with"
    " np.stack([...]) or np.concatenate, and assign with slopecli.assigned(array, index, value)."
)


class ArrayLike:
    """Shape, comparisons, methods and refusals of an array that holds another in `value`."""

    __slots__ = ()
    value: Any

    def __repr__(self) -> str:
        return f"{type(self).__name__}({raw(self)!r})"

    def __format__(self, how: str) -> str:
        return format(raw(self), how)

    # What an array is like.

    @property
    def shape(self) -> tuple[int, ...]:
        """The sizes of the axes."""
        return self.value.shape  # type: ignore[no-any-return]

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return self.value.ndim  # type: ignore[no-any-return]

    @property
    def size(self) -> int:
        """The number of elements."""
        return self.value.size  # type: ignore[no-any-return]

    @property
    def dtype(self) -> np.dtype[Any]:
        """Always float64."""
        return self.value.dtype  # type: ignore[no-any-return]

    @property
    def T(self) -> Any:
        """The transpose."""
        return np.transpose(self)

    def __len__(self) -> int:
        return len(raw(self))

    def __iter__(self) -> Any:
        return (self[i] for i in range(len(self)))  # type: ignore[index]

    # Comparisons and truth decide which way the code goes: they are plain.

    __lt__ = _plain(operator.lt)
    __le__ = _plain(operator.le)
    __gt__ = _plain(operator.gt)
    __ge__ = _plain(operator.ge)
    __eq__ = _plain(operator.eq)
    __ne__ = _plain(operator.ne)
    __bool__ = _plain(bool)
    __contains__ = _plain(operator.contains)
    __hash__ = None  # type: ignore[assignment]
    argmax = _plain(np.argmax)
    argmin = _plain(np.argmin)
    argsort = _plain(np.argsort)
    any = _plain(np.any)
    all = _plain(np.all)

    # What would drop a slope without a word.

    __float__ = _lost("float(x), or a function of the math module,", _NUMPY_INSTEAD)
    __int__ = _lost("int(x)", "np.floor, np.trunc and np.round keep the number a real.")
    __index__ = _lost("Using x as a whole number", "Count with plain whole numbers.")
    __complex__ = _lost("complex(x)", "Only real numbers have slopes here.")
    __array__ = _lost("Making a plain array of x", STACK)
    __setitem__ = _lost("Assigning into an array", STACK)
    tolist = _lost("tolist()", "Use x as it is, or iterate over it.")
    fill = _lost("fill()", "Use np.full_like.")

    # It never changes, so a copy is itself.

    def __copy__(self) -> "ArrayLike":
        return self

    def __deepcopy__(self, known: Any) -> "ArrayLike":
        return self

    __reduce__ = _lost("Pickling x", "Return what you need from the function instead.")

    # Methods that are functions of NumPy.

    def reshape(self, *shape: Any, **keywords: Any) -> Any:
        """As np.reshape."""
        return np.reshape(self, shape[0] if len(shape) == 1 else shape, **keywords)

    def transpose(self, *axes: Any) -> Any:
        """As np.transpose."""
        if len(axes) == 1 and not isinstance(axes[0], int):
            axes = axes[0]
        return np.transpose(self, axes or None)

    def flatten(self, order: Literal["C", "F"] = "C") -> Any:
        """As np.ravel."""
        return np.ravel(self, order)

    def copy(self) -> Any:
        """As np.copy."""
        return np.positive(self)

    def item(self, place: int = 0) -> Any:
        """One element, slope included: as a number, not as Python's own."""
        if place == 0 and self.size != 1:
            raise ValueError("item() needs an array of one element")
        return np.ravel(self)[place]

    def astype(self, dtype: Any, **keywords: Any) -> Any:
        """Itself for float64; no other type has slopes."""
        if np.dtype(dtype) != np.float64:
            raise SlopeLostError(
                f"astype({np.dtype(dtype).name}) would lose the slope.",
                advice="np.floor, np.trunc and np.round keep the number a real.",
            )
        return self

    def __getattr__(self, name: str) -> Any:
        function = METHODS.get(name)
        if function is None:
            raise not_covered(f"The method or attribute .{name}", NoSuchMethodError)
        return partial(function, self)


METHODS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        np.sum,
        np.mean,
        np.var,
        np.std,
        np.prod,
        np.cumsum,
        np.max,
        np.min,
        np.ptp,
        np.dot,
        np.trace,
        np.ravel,
        np.squeeze,
        np.take,
        np.repeat,
        np.diagonal,
        np.clip,
        np.swapaxes,
        np.sort,
        np.round,
    )
}
