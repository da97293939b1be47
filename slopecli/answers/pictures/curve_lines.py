"""Tangents and normals of curves that are no functions, in a picture."""

from slopecli.answers.curves.coordinates import Coordinates, spelled
from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.tangent import line_at
from slopecli.answers.curves.through import through
from slopecli.answers.pictures.lines import SHOWN, Straight, as_double, digits_of
from slopecli.errors import UnusableError
from slopecli.wording import tell


def line_of_curve(
    question: CurveQuestion, at: Coordinates, kind: str, axes: tuple[str, str]
) -> Straight:
    """The tangent, or the normal, at a point of a curve that is no function.

    Raises UnusableError where there is none.
    """
    letters, values = spelled(at)
    place = through(question, at)
    found = place.slope_here()
    touch = place.touch(found)
    line = None if touch is None else line_at(touch, kind, across=axes[0], up=axes[1], digits=SHOWN)
    where = values if len(at) > 1 else f"{letters} = {values}"
    if touch is None or line is None:
        raise UnusableError(
            tell(
                "{curve} has no tangent at {place}: {reason}."
                if kind == "tangent"
                else "{curve} has no normal at {place}: {reason}.",
                curve=question.written,
                place=where,
                reason=found.reason,
            ),
            advice=tell("Take a point where there is a slope."),
        )
    told = tell(
        "the tangent at {place}" if kind == "tangent" else "the normal at {place}", place=where
    )
    slope = None if line.slope is None else as_double(line.slope, told)
    x, y = [as_double(digits_of(number), told) for number in (touch.x, touch.y)]
    return Straight(kind, x, y, slope, line.equation, where)
