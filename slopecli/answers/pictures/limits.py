"""What a curve and its slopes tend to on one side of a place.

Where the place is known exactly, power series tell. Else, and where they do not reach, values ever
nearer to the place tell, if the bounds over short stretches bear them out.
"""

from math import inf

from slopecli.answers.pictures.sight import Band, Sight
from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.germs import Germ, Germs
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_LENGTHS = (2, 5)  # terms of the series beside a place, tried in turn
_LITTLE = Ratio(1, 64)  # of the distance to a place
_AGREE = 1e-9


def agree(one: float, other: float) -> bool:
    """Whether two finite limits are the same number."""
    if abs(one) == inf or abs(other) == inf:
        return False
    return abs(one - other) <= _AGREE * max(1.0, abs(one), abs(other))


def limits_beside(
    sight: Sight, number: "Any", here: Ratio, edge: Ratio
) -> "list[float | None] | None":
    """The limits of f, f', ... beside a place on the side of `edge`; None where there is no curve.

    `number` is the place exactly, if it is known; `here` is as near to it as is known.
    """
    limits: list[float | None] | None = [None]
    if number is not None:
        limits = _by_germ(sight, number, 1 if here < edge else -1)
    if limits is None or None not in limits:
        return limits
    near = [here + (edge - here) * Ratio(1, 1 << (8 * step)) for step in range(1, 5)]
    rows = [row for row in [sight.at(each) for each in near if each != here] if row]
    if not rows:
        return None
    bands = [sight.over(*sorted([at, at + (at - here) * _LITTLE])) for at in (near[0], near[-1])]
    for k in range(min([len(row) for row in rows])):
        known = limits[k] if k < len(limits) else None
        if known is None:
            known = _converged([row[k] for row in rows])
        beyond = abs(rows[-1][k]) == inf  # larger than all doubles: that is infinite enough
        if known is not None and not beyond and not _borne_out(known, bands, k):
            known = None
        limits[k : k + 1] = [known]
        if known is None:
            break
    return limits


def _borne_out(limit: float, bands: list[Band], order: int) -> bool:
    """Whether the bounds farther and nearer say the same as single values: they are no samples."""
    far, near = [band.bounds[order : order + 1] for band in bands]
    if not near:
        return True
    low, high = near[0]
    if abs(limit) == inf:
        return low > 0 or high < 0
    before = far[0][1] - far[0][0] if far else inf
    return high - low <= max(0.25 * abs(limit), 1e-9, 0.6 * before)


def _by_germ(sight: Sight, at: "Any", direction: int) -> "list[float | None] | None":
    """The limits on one side, from its series; None where there is no curve."""
    base = Balls(128)
    limits: list[float | None] = [None]
    for length in _LENGTHS:
        germs = Germs(base, length + sight.order)
        germ = evaluate(sight.expr, {sight.variable: germs.variable(at, direction)}, germs)
        if isinstance(germ, Undefined):
            return None
        if isinstance(germ, Missing):
            continue
        if type(germ) is not Germ:
            return [float(base.ball(germ)), *[0.0] * sight.order]
        limits = [_limit(germ, k, direction, base) for k in range(sight.order + 1)]
        if None not in limits:
            break
    return limits


def _limit(germ: Germ, order: int, direction: int, base: Balls) -> float | None:
    """Where the derivative of this order goes as h goes to 0, read from the series."""
    factor = float(direction) ** order
    for place, term in enumerate(germ.terms):
        exponent = (germ.start + place) / germ.q
        if exponent > order:
            return 0.0
        weight = factor
        for k in range(order):
            weight *= exponent - k
        number = float(base.ball(term)) * weight
        if number:
            return number if exponent == order else (inf if number > 0 else -inf)
    return 0.0 if germ.end > order * germ.q else None


def _converged(numbers: list[float]) -> float | None:
    """The limit of a sequence whose arguments come ever nearer; None where it has none."""
    if len(numbers) < 3:
        return None
    *_, first, second, third = numbers
    before, after = second - first, third - second
    if abs(third) == inf or third != third:
        return third if third == third else None
    if abs(after) <= max(_AGREE * abs(third), 0.6 * abs(before)):
        return third
    if before * after > 0 and abs(third) > abs(second):
        return inf if third > 0 else -inf
    return None
