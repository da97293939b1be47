"""Tangents and normals of curves that are no functions, in a picture."""

from slopecli.answers.curves.coordinates import Coordinates, spelled
from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.through import through
from slopecli.answers.pictures.lines import Straight, straight


def line_of_curve(
    question: CurveQuestion, at: Coordinates, kind: str, axes: tuple[str, str]
) -> Straight:
    """The tangent, or the normal, at a point of a curve that is no function.

    Raises UnusableError where there is none.
    """
    letters, values = spelled(at)
    place = through(question, at)
    found = place.slope_here()
    where = values if len(at) > 1 else f"{letters} = {values}"
    return straight(place.touch(found), kind, axes, question.written, where, found.reason)
