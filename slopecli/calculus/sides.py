"""The slope on each side of a point, where value and slope alone cannot tell."""

from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.germs import Germ, Germs
from slopecli.language.expr import Expr
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ZERO = Ratio(0)
_LENGTHS = (3, 6, 12, 24)  # terms of the series: tried in turn while the answer is not known


class Side:
    """One side of a point. `kind` is "slope", "steep", "absent", "jump" or "unknown".

    `slopes[k]` is the one-sided derivative of order k + 1 as far as they are finite; a steep side
    has the next one infinite, and `sign` says which way. `missing` says why a side is unknown.
    """

    __slots__ = ("kind", "missing", "sign", "slopes")

    def __init__(
        self,
        kind: str,
        slopes: "list[Any] | None" = None,
        sign: int = 0,
        missing: "Missing | None" = None,
    ) -> None:
        self.kind = kind
        self.slopes = slopes or []
        self.sign = sign
        self.missing = missing


def side(
    expr: Expr, variable: str, at: "Any", value: "Any", direction: int, order: int, base: "Any"
) -> Side:
    """What the curve does on one side of a point where it has this value.

    `direction` is 1 for the right and -1 for the left; `base` is an arithmetic of exact constants.
    """
    result: Any = None
    for length in _LENGTHS:
        germs = Germs(base, length + order)
        result = evaluate(expr, {variable: germs.variable(at, direction)}, germs)
        if isinstance(result, Undefined):
            return Side("absent")
        if not isinstance(result, Missing):
            rise = germs.apply(ROWS["-"], [result, value])
            if type(rise) is not Germ and not isinstance(rise, Missing):
                rise = Germ(1, 0, [rise] if base.sign(rise) else [], 1 << 60)
            if isinstance(rise, Missing):
                result = rise
                continue
            found = _read(rise, direction, order, base)
            if found is not None:
                return found
    return Side("unknown", missing=result if isinstance(result, Missing) else None)


def _read(rise: Germ, direction: int, order: int, base: "Any") -> Side | None:
    """The derivatives that the series shows; None where it ends too early to tell."""
    if rise.terms and rise.start <= 0:
        return Side("jump")
    if not rise.terms and rise.end <= 0:
        return None
    slopes: list[Any] = []
    factorial = 1
    for k in range(1, order + 1):
        factorial *= k
        steep = _first_between(rise, (k - 1) * rise.q + 1, k * rise.q, base)
        if steep is not None:
            # the k-th derivative of c h^e with k - 1 < e < k has only positive factors beside c
            sign = base.sign(steep) * (direction if k % 2 else 1)
            return Side("steep", slopes, sign)
        if k * rise.q >= rise.end:
            return None  # a term that is not known would decide
        weight = Ratio(factorial * (direction if k % 2 else 1))
        slopes.append(base.apply(ROWS["*"], [weight, rise.term(k * rise.q)]))
    return Side("slope", slopes)


def _first_between(rise: Germ, first: int, last: int, base: "Any") -> "Any":
    """The first coefficient that is not zero among exponents first/q ... (last - 1)/q."""
    for exponent in range(max(first, rise.start), min(last, rise.end)):
        term = rise.term(exponent)
        if term != _ZERO and base.sign(term):
            return term
    return None
