"""np.einsum for recorded arrays: the pull to one operand is an einsum over the others."""

from collections.abc import Sequence
from string import ascii_letters
from typing import Any

import numpy as np

from slopecli.calculus.arrays.arraylike import SlopeLostError
from slopecli.calculus.arrays.recorded import written


def einsum(operands: Sequence[Any]) -> Any:
    """The Einstein sum, in either of NumPy's ways to write one; broadcasting included."""
    arrays, inputs, output = _explicit(operands)
    pairs = [_without_diagonal(a, letters) for a, letters in zip(arrays, inputs, strict=True)]
    arrays, inputs = [a for a, _ in pairs], [letters for _, letters in pairs]
    text = f"{','.join(inputs)}->{output}"
    sizes: dict[str, int] = {}
    for array, letters in zip(arrays, inputs, strict=True):
        for letter, size in zip(letters, np.shape(array), strict=True):
            sizes[letter] = max(size, sizes.get(letter, 1))

    def to(which: int) -> Any:
        others = [*inputs[:which], *inputs[which + 1 :]]
        known = set(output).union(*others)
        lone = "".join(letter for letter in inputs[which] if letter not in known)
        back = f"{','.join([output, *others, lone])}->{inputs[which]}"

        def pull(values: Sequence[Any], value: Any, change: Any) -> Any:
            ones = np.ones([sizes[letter] for letter in lone])
            rest = [*values[:which], *values[which + 1 :]]
            return np.einsum(back, _full(change, output), *rest, ones)

        return pull

    def _full(change: Any, letters: str) -> Any:
        return np.broadcast_to(change, [sizes[letter] for letter in letters])

    return written(
        lambda *values: np.einsum(text, *values),
        arrays,
        [to(which) for which in range(len(arrays))],
    )


def _explicit(operands: Sequence[Any]) -> tuple[list[Any], list[str], str]:
    """The arrays, the letters of each and those of the result, with no dots left."""
    if isinstance(operands[0], str):
        left, arrow, output = operands[0].replace(" ", "").partition("->")
        inputs, arrays = left.split(","), list(operands[1:])
    else:
        inputs, arrays, output, arrow = _from_lists(operands)
    if len(inputs) != len(arrays):
        raise SlopeLostError("np.einsum was given more subscripts than arrays, or fewer.")
    inputs, dots = _spelled_out(inputs, arrays)
    if arrow:
        return arrays, inputs, output.replace("...", dots)
    every = "".join(inputs)
    once = sorted(letter for letter in set(every) - set(dots) if every.count(letter) == 1)
    return arrays, inputs, dots + "".join(once)


def _from_lists(operands: Sequence[Any]) -> tuple[list[str], list[Any], str, str]:
    """np.einsum(a, [0, 1], b, [1, 2], [0, 2]) as letters."""

    def spelled(places: Sequence[Any]) -> str:
        return "".join("..." if place is Ellipsis else ascii_letters[place] for place in places)

    given = len(operands) - len(operands) % 2
    inputs = [spelled(places) for places in operands[1:given:2]]
    output = spelled(operands[-1]) if given < len(operands) else ""
    return inputs, list(operands[:given:2]), output, "->" if given < len(operands) else ""


def _spelled_out(inputs: list[str], arrays: list[Any]) -> tuple[list[str], str]:
    """Dots replaced by letters that nobody uses, counted from the right."""
    counts = [
        np.ndim(array) - len(letters.replace("...", "")) if "..." in letters else 0
        for array, letters in zip(arrays, inputs, strict=True)
    ]
    free = [letter for letter in reversed(ascii_letters) if letter not in "".join(inputs)]
    dots = "".join(free[: max(counts)])
    spelled = [
        letters.replace("...", dots[len(dots) - count :])
        for letters, count in zip(inputs, counts, strict=True)
    ]
    return spelled, dots


def _without_diagonal(array: Any, letters: str) -> tuple[Any, str]:
    """A repeated letter takes a diagonal: pick it first, so that each letter occurs once."""
    once = "".join(dict.fromkeys(letters))
    if once == letters:
        return array, letters
    shape = np.shape(array)
    places = np.arange(int(np.prod(shape))).reshape(shape)
    return np.ravel(array)[np.einsum(f"{letters}->{once}", places)], once
