"""Whether a formula is what the student wrote, asked at a handful of points."""

from slopecli.calculus.comparing.compare import FIRST_BITS, Curve
from slopecli.calculus.comparing.sampling import SPREAD, with_parameters
from slopecli.calculus.evaluate import Missing
from slopecli.language.expr import Expr

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.homework.task import Task

_POINTS = 8  # at which two formulas must agree to be taken for the same here


class Same:
    """Whether a formula is what the student wrote, asked at a handful of points."""

    def __init__(self, task: "Task", given: Expr | None = None) -> None:
        self.letters = task.key.letters
        yours = Curve([task.given if given is None else given], self.letters)
        right = Curve([task.right], self.letters)
        self.places = []
        self.yours: list[Any] = []
        self.right: list[Any] = []
        for place in with_parameters(SPREAD[2:200:3], len(self.letters) - 1):
            one, other = right.quick(place), yours.quick(place)
            if not isinstance(one, Missing) and not isinstance(other, Missing):
                self.places.append(place)
                self.right.append(one)
                self.yours.append(other)
                if len(self.places) == _POINTS:
                    break

    def __call__(self, expr: Expr) -> bool:
        """Whether the formula gives the student's numbers."""
        return self._meets(expr, self.yours)

    def gap_is(self, expr: Expr) -> bool:
        """Whether the formula is the difference between the answer and the key."""
        return self._meets(
            expr, [yours - right for right, yours in zip(self.right, self.yours, strict=True)]
        )

    def _meets(self, expr: Expr, wanted: "list[Any]") -> bool:
        if len(self.places) < 3:
            return False
        curve = Curve([expr], self.letters)
        met = 0
        for place, want in zip(self.places, wanted, strict=True):
            value = curve.quick(place)
            if isinstance(value, Missing):
                continue
            if not value.overlaps(want):
                return False
            met += 1
        return met >= 3

    def constant(self, of: "Any") -> "Any":
        """The value of a function of (right, yours) where it is the same at every point."""
        import flint

        flint.ctx.prec = FIRST_BITS
        values = []
        for right, yours in zip(self.right, self.yours, strict=True):
            value = of(right, yours)
            if value.is_finite():
                values.append(value)
        if len(values) < 3 or not all(values[0].overlaps(value) for value in values):
            return None
        return min(values, key=lambda value: float(value.rad()))
