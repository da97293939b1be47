"""A curve that was asked about, at one of its points."""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_question import CurveQuestion
from slopecli.answers.curves.implicit import Implicit
from slopecli.answers.curves.parametric import Parametric, from_polar


def through(curve: CurveQuestion, at: Coordinates) -> Implicit | Parametric:
    """The curve at a point; of a parametric or polar one, at a value of its parameter."""
    if curve.kind == "implicit":
        left, right = curve.parts
        return Implicit(left, right, at)
    parts = curve.parts
    x, y = from_polar(parts[0], curve.letters[0], curve.degrees) if curve.kind == "polar" else parts
    return Parametric(x, y, at, curve.written)
