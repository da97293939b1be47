"""Several variables: the gradient, the Hessian, and the slope in a direction.

A partial derivative is a slope in one letter while the others stand still; the slope in a direction
is that of the curve along a line. So both are questions of one variable, with all their proofs.
"""

from slopecli.answers.curves.coordinates import Coordinates, spelled
from slopecli.answers.reasons import reason_undefined
from slopecli.answers.slope import CONSTANT_BITS, Point, Slope, check_point, slope_at
from slopecli.calculus.constants import Constants
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, Undefined, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, Num, Var, substitute
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP = "h"  # how far along a direction; a name that a formula may have is lengthened


class Gradient:
    """The slope in each letter at a point."""

    __slots__ = ("at", "expr", "partials")

    def __init__(self, expr: Expr, at: Coordinates, partials: dict[str, Slope]) -> None:
        self.expr = expr
        self.at = at
        self.partials = partials

    @property
    def text(self) -> str:
        """What text mode prints: (4, 13), words where a partial is missing."""
        return f"({', '.join([slope.text for slope in self.partials.values()])})"

    @property
    def complete(self) -> bool:
        """Whether there is a slope in every letter."""
        return all(slope.status == "ok" for slope in self.partials.values())


class Hessian:
    """The slopes of order 2 in each pair of letters at a point."""

    __slots__ = ("at", "expr", "rows")

    def __init__(self, expr: Expr, at: Coordinates, rows: dict[str, dict[str, Slope]]) -> None:
        self.expr = expr
        self.at = at
        self.rows = rows

    @property
    def text(self) -> str:
        """What text mode prints: [[4, 2], [2, 12]]."""
        lines = [", ".join([slope.text for slope in row.values()]) for row in self.rows.values()]
        return f"[{', '.join([f'[{line}]' for line in lines])}]"

    @property
    def complete(self) -> bool:
        """Whether there is a number for every pair."""
        return all(s.status == "ok" for row in self.rows.values() for s in row.values())


def partial_at(
    expr: Expr, letter: str, at: Coordinates, *, order: int = 1, digits: int = 15
) -> Slope:
    """The slope in one letter while the others stand still."""
    others = {name: point.expr for name, point in at.items() if name != letter}
    found = slope_at(substitute(expr, others), letter, at[letter], order=order, digits=digits)
    return _retold(found, expr, at, tell("in {letter}", letter=letter))


def _retold(found: Slope, expr: Expr, at: Coordinates, where: str) -> Slope:
    """The sentence of a slope that is missing, of the whole formula and at the whole point."""
    if found.reason is not None:
        place = " = ".join(spelled(at))
        found.reason = found.reason.replace(text(found.expr), text(expr))
        found.reason = found.reason.replace(f"{found.variable} = {found.at.text}", place)
        if found.status == "undefined":
            found.reason = _why_undefined(expr, at) or found.reason
        if found.status == "undefined":
            found.message = tell("undefined: {reason}", reason=found.reason)
        else:
            found.message = tell(
                "cannot decide the slope {where} at {place}: {reason}"
                if found.status == "unknown"
                else "no slope {where} at {place}: {reason}",
                where=where,
                place=place,
                reason=found.reason,
            )
    return found


def _why_undefined(expr: Expr, at: Coordinates) -> str | None:
    """Why the formula itself has no value here, the same for every letter; None where it has."""
    base = Constants(CONSTANT_BITS)
    here = {name: evaluate(point.expr, {}, base) for name, point in at.items()}
    missing = evaluate(expr, here, base)
    return reason_undefined(missing, *spelled(at)) if isinstance(missing, Undefined) else None


def gradient_at(expr: Expr, at: Coordinates, *, digits: int = 15) -> Gradient:
    """The gradient at a point."""
    partials = {letter: partial_at(expr, letter, at, digits=digits) for letter in at}
    return Gradient(expr, at, partials)


def hessian_at(expr: Expr, at: Coordinates, *, digits: int = 15) -> Hessian:
    """The Hessian at a point; `unknown` where a part of the formula is not smooth there."""
    smooth = _is_smooth(expr, at)
    rows: dict[str, dict[str, Slope]] = {}
    for one in at:
        slope = derivative(expr, one)
        rows[one] = {}
        for other in at:
            if one == other:
                found = partial_at(expr, one, at, order=2, digits=digits)
            elif other in rows:
                found = rows[other][one]  # smooth, so both orders agree (Schwarz)
            elif smooth:
                found = partial_at(slope, other, at, digits=digits)
            else:
                found = _unknown(expr, other, at)
            rows[one][other] = found
    return Hessian(expr, at, rows)


def _is_smooth(expr: Expr, at: Coordinates) -> bool:
    """Whether every part of the formula has slopes of every order here, whichever way one goes."""
    base = Constants(CONSTANT_BITS)
    for way in range(len(at)):
        point = {}
        for place, (name, each) in enumerate(at.items()):
            here = evaluate(each.expr, {}, base)
            point[name] = Jet([here, Ratio(1 if place == way else 0), Ratio(0)])
        if isinstance(evaluate(expr, point, Jets(base, 2)), Missing):
            return False
    return True


def _unknown(expr: Expr, letter: str, at: Coordinates) -> Slope:
    found = Slope(expr, letter, at[letter], 2, "unknown")
    found.reason = tell("a part of the formula is not smooth there")
    found.message = tell(
        "cannot decide the mixed slope at {place}: {reason}",
        place=" = ".join(spelled(at)),
        reason=found.reason,
    )
    return found


def direction_of(typed: "Sequence[Expr]", at: Coordinates, written: str) -> list[Expr]:
    """The direction made one unit long. Raises UnusableError where it is none."""
    if len(typed) != len(at):
        raise UnusableError(
            tell(
                "the direction {written} has {given} parts, but there are {wanted} letters.",
                written=written,
                given=len(typed),
                wanted=len(at),
            ),
            advice=tell("Write one number for each letter, as in --direction 3,4."),
        )
    for each in typed:
        check_point(Point(text(each), each))
    length: Expr = Num(0)
    for each in typed:
        length = Call("+", (length, Call("^", (each, Num(2)))))
    size = evaluate(length, {}, Constants(CONSTANT_BITS))
    if type(size) is Ratio and not size:
        raise UnusableError(
            tell("the direction has no length."), advice=tell("Write --direction 3,4.")
        )
    return [Call("/", (each, Call("sqrt", (length,)))) for each in typed]


def along(
    expr: Expr, at: Coordinates, unit: "Sequence[Expr]", *, order: int = 1, digits: int = 15
) -> Slope:
    """The slope in a direction, by one variable: how far one goes along the line."""
    step = _STEP
    while step in at:
        step += _STEP
    line: dict[str, Expr] = {}
    for (name, point), share in zip(at.items(), unit, strict=True):
        line[name] = Call("+", (point.expr, Call("*", (Var(step), share))))
    found = slope_at(substitute(expr, line), step, Point("0", Num(0)), order=order, digits=digits)
    return _retold(found, expr, at, tell("in this direction"))
