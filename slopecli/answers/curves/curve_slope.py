"""The slope of a curve that is no function: what an implicit or a parametric curve answers."""

from slopecli.answers.curves.coordinates import Coordinates, spelled
from slopecli.answers.reasons import reason_undefined
from slopecli.language.expr import Call, Expr, Num
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.answers.proven import Work
    from slopecli.calculus.evaluate import Missing, Undefined

ZERO = Num(0)


class CurveSlope:
    """dy/dx, or a derivative of higher order, at a point of a curve.

    `status` is as for a function, or singular: the curve crosses itself, has a cusp, stands still.
    `slopes` are those of its branches there, as far as they are known. `x` and `y` are the digits
    of the point.
    """

    __slots__ = (
        "at", "curve", "left", "message", "order", "reason", "right", "slope", "slopes", "status",
        "x", "y",
    )  # fmt: skip

    def __init__(self, curve: str, at: Coordinates, order: int) -> None:
        self.curve = curve
        self.at = at
        self.order = order
        self.status = "ok"
        self.slope: str | None = None
        self.left: str | None = None
        self.right: str | None = None
        self.slopes: list[str] = []
        self.x: str | None = None
        self.y: str | None = None
        self.reason: str | None = None
        self.message: str | None = None

    @property
    def text(self) -> str:
        """What text mode prints: the slope, or the word for why there is none."""
        return self.slope if self.slope is not None else self.status

    def without(self, status: str, reason: str) -> "CurveSlope":
        """The answer where there is no slope, for this reason."""
        self.status = status
        self.reason = reason
        self.message = tell(
            "no slope at {place}: {reason}", place=" = ".join(spelled(self.at)), reason=reason
        )
        return self

    def undefined(self, missing: "Undefined") -> "CurveSlope":
        """The answer where a part of the curve has no value."""
        self.status = "undefined"
        self.reason = reason_undefined(missing, *spelled(self.at))
        self.message = tell("undefined: {reason}", reason=self.reason)
        return self

    def unknown(self, missing: "Missing | None") -> "CurveSlope":
        """The answer where the arithmetic could not go on."""
        self.status = "unknown"
        self.reason = _why_undecided(missing)
        self.message = tell(
            "cannot decide the slope at {place}: {reason}",
            place=" = ".join(spelled(self.at)),
            reason=self.reason,
        )
        return self


class Touch:
    """Where a straight line is to touch a curve, each number as work for any arithmetic.

    `slope` is None where the tangent is vertical.
    """

    __slots__ = ("slope", "x", "y")

    def __init__(self, x: "Work", y: "Work", slope: "Work | None") -> None:
        self.x = x
        self.y = y
        self.slope = slope


def difference(left: Expr, right: Expr) -> Expr:
    """Both sides of an equation as one that must be 0."""
    return left if right == ZERO else Call("-", (left, right))


def _why_undecided(missing: "Missing | None") -> str:
    """Why the arithmetic could not go on, without a place."""
    from slopecli.language.text import text

    if missing is None or missing.call is None:
        return tell("the curve is too irregular there")
    written = text(missing.call)
    part = written if len(written) <= 60 else f"{missing.call.name}(...)"
    return tell("{part} is not smooth there, or too close to where it ends", part=part)
