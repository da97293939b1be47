"""The fixed points at which formulas are compared: the simplest first, the same ones every time.

Exact fractions with few decimals, so that a point can be shown to a student as a witness.
"""

from slopecli.language.expr import Expr, Num, nodes
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Place = tuple[Ratio, ...]

_SIMPLE = ("1 2 -1 1/2 3 -2 0 -1/2 3/2 -3 4 1/4 -3/2 5 -4 1/3 -1/4 5/2 10 -5 6 -1/3 3/4").split()
_PARAMETERS = (
    "2 3 1/2 3 5/2 2/3 -1 3/2 7/2 4/3 -2 2 5 1/3 -3/2 7/3 4 5/3 -1/2 9/4 -3 6 3/4"
).split()
_CLOSE = tuple([Ratio(n, d) for n, d in ((1, 16), (-1, 16), (1, 2), (-1, 2), (3, 1), (-3, 1))])
_KNOWN = 6  # constants up to this size lie among the points that are always tried
_MOST_CONSTANTS = 6


def _exact(typed: str) -> Ratio:
    above, _, below = typed.partition("/")
    return Ratio(int(above), int(below or 1))


def _spread() -> "Iterator[Ratio]":
    """96 points over (-6, 6), 48 over (-1, 1), 128 of sizes from 0.001 to 3000, both signs."""
    wide = [Ratio(-5_930 + 124 * k, 1000) for k in range(96)]
    near = [Ratio(-985 + 41 * k, 1000) for k in range(48)]
    yield from sorted(wide, key=abs)
    yield from sorted(near, key=abs)
    for k in range(64):
        size = 0.001 * 3e6 ** (k / 63)
        places = 5 if size < 0.1 else 3 if size < 10 else 1
        whole = Ratio(round(size * 10**places), 10**places)
        yield from (whole, -whole)


SIMPLE = tuple([_exact(typed) for typed in _SIMPLE])
SPREAD = tuple(_spread())
PARAMETERS = tuple([_exact(typed) for typed in _PARAMETERS])


def places(letters: "Sequence[str]", formulas: "Iterable[Expr]") -> "Iterator[Place]":
    """Where to compare: a value of each letter, that of the variable first.

    Beside the fixed points there are some close to every constant of the formulas: sqrt(x - 2000)
    has values only there.
    """
    return with_parameters([*SIMPLE, *beside_constants(formulas), *SPREAD], len(letters) - 1)


def with_parameters(points: "Iterable[Ratio]", parameters: int) -> "Iterator[Place]":
    """The points of the variable, each with fixed values of the other letters."""
    size = len(PARAMETERS)
    for k, point in enumerate(points):
        yield (point, *[PARAMETERS[(k * (2 * j + 1) + 5 * j) % size] for j in range(parameters)])


def _is_odd_place(constant: Ratio) -> bool:
    """Whether no fixed point is close to it: large, or between two of them."""
    return Ratio(_KNOWN) < constant or not (constant * Ratio(8)).is_integer


def beside_constants(formulas: "Iterable[Expr]") -> "list[Ratio]":
    """Points close to every constant of the formulas that is far from the fixed points."""
    constants = {
        node.value
        for formula in formulas
        for node in nodes(formula)
        if type(node) is Num and node.value.bits < 64 and _is_odd_place(node.value)
    }
    found = []
    before: Ratio | None = None
    for constant in sorted(constants)[:_MOST_CONSTANTS]:
        if before is not None:
            found += [(before + constant) / Ratio(2), -(before + constant) / Ratio(2)]
        before = constant
        for step in _CLOSE:
            found += [constant + step, -(constant + step)]
        found += [constant * Ratio(65, 64), constant * Ratio(63, 64)]
    return found
