"""The slope at a point where an equation is not smooth, from the branches that meet there."""

from math import inf

from slopecli.answers.curves.corners import Branch, branches
from slopecli.answers.curves.curve_slope import CurveSlope
from slopecli.answers.curves.implicit import Implicit
from slopecli.answers.proven import proven
from slopecli.answers.slope import CONSTANT_BITS
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing
from slopecli.language.functions import ROWS
from slopecli.wording import tell


class _Way:
    """A branch with its proven digits; `slope` is None where it is upright."""

    def __init__(self, branch: Branch, digits: int) -> None:
        self.branch = branch
        self.side = branch.side
        self.rise = branch.rise
        self.slope = None if branch.steep else proven(branch.slope, digits).digits
        self.known = branch.steep or self.slope is not None

    @property
    def told(self) -> str:
        """The slope, or that there is none."""
        return tell("vertical") if self.slope is None else self.slope

    def same(self, other: "_Way") -> bool | None:
        """Whether both have the same slope; None where that is not known."""
        if self.slope is None or other.slope is None:
            return self.slope == other.slope
        base = Constants(CONSTANT_BITS)
        values = [self.branch.slope(base), other.branch.slope(base)]
        if any(isinstance(value, Missing) for value in values):
            return None
        sign = base.sign(base.apply(ROWS["-"], values))
        return None if sign is None else sign == 0


def at_corner(place: Implicit, found: CurveSlope, digits: int) -> CurveSlope | None:
    """The answer by the branches that meet at the point; None where they cannot be told apart."""
    met = branches(place)
    if met is None or found.order != 1:
        return None
    ways = [_Way(branch, digits) for branch in met]
    if not all(way.known for way in ways):
        return None
    ways.sort(key=lambda way: (way.side, float(way.slope) if way.slope else inf))
    if not ways:
        return found.without("isolated", tell("the curve is this one point here"))
    if len(ways) == 1:
        return _ends(found, ways[0])
    found.slopes = list(dict.fromkeys(way.slope or "vertical" for way in ways))
    if len(ways) > 2:
        slopes = tell(", ").join(dict.fromkeys(way.told for way in ways))
        reason = tell(
            "{count} branches meet there; their slopes: {slopes}", count=len(ways), slopes=slopes
        )
        return found.without("singular", reason)
    return _meet(place, found, *ways)


def _ends(found: CurveSlope, way: _Way) -> CurveSlope:
    if way.slope is None:
        return found.without("vertical", tell("the curve ends there, with a vertical tangent"))
    if way.side > 0:
        found.right = way.slope
    else:
        found.left = way.slope
    reason = tell("the curve ends there, with the slope {slope}", slope=way.slope)
    return found.without("endpoint", reason)


def _meet(place: Implicit, found: CurveSlope, one: _Way, other: _Way) -> CurveSlope | None:
    """Two branches, the left one first if there is one on each side."""
    same = one.same(other)
    if same is None:
        return None
    through = one.side * other.side < 0
    if same and one.slope is None:
        return _upright(found, one, other)
    if same and through:
        found.slope = one.slope
        found.slopes = []
        place.joined = one.branch.slope
        return found
    if same:
        reason = tell("the curve turns back there, with the slope {slope}", slope=one.slope)
        return found.without("singular", reason)
    if through:
        found.left, found.right = [_one_sided(way) for way in (one, other)]
        reason = tell(
            "the curve has a corner there (left {left}, right {right})",
            left=found.left,
            right=found.right,
        )
    elif one.slope is None or other.slope is None:
        reason = tell(
            "the curve has a corner there, with the slopes {one} and {other}",
            one=one.told,
            other=other.told,
        )
    else:
        reason = tell(
            "the curve has a corner there: both its branches lie on one side, with the slopes"
            " {one} and {other}",
            one=one.told,
            other=other.told,
        )
    return found.without("corner", reason)


def _one_sided(way: _Way) -> str:
    if way.slope is not None:
        return way.slope
    return "inf" if way.rise * way.side > 0 else "-inf"


def _upright(found: CurveSlope, one: _Way, other: _Way) -> CurveSlope:
    found.slopes = []
    if one.rise == other.rise:
        reason = tell("a cusp, the tangent is vertical there")
    else:
        reason = tell("the tangent is vertical there")
    if one.side * other.side < 0:
        found.left, found.right = [_one_sided(way) for way in (one, other)]
    return found.without("vertical", reason)
