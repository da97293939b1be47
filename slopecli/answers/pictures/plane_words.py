"""A picture of equations and parametric curves in words."""

from math import hypot

from slopecli.answers.pictures.describe import MOST, Words, short
from slopecli.answers.pictures.drawn import Drawn
from slopecli.answers.pictures.equation import Traced, kind_of
from slopecli.answers.pictures.plane import Drawing, Plane
from slopecli.answers.pictures.turning import Turning
from slopecli.calculus.balls import Balls
from slopecli.calculus.digits import of_ball
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import LimitError
from slopecli.language.expr import Num
from slopecli.language.text import text
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.studies.marks import Mark

_DIGITS = 6
_BESIDE = 5e-3  # of the picture
_NEAR = 1e-9  # of the picture: two ends of a stroke are one point
_MARKED = {
    "crossing": phrase("crosses itself at: {points}"),
    "cusp": phrase("cusp at: {points}"),
    "alone": phrase("a point by itself: {points}"),
    "corner": phrase("corner at: {points}"),
    "open": phrase("not on the curve: {points}"),
    "filled": phrase("ends at: {points}"),
}


def describe_plane(picture: Plane) -> list[str]:
    """Sentences about each curve: pieces, level and upright places, crossings, cusps, ends."""
    told: list[str] = []
    for number, drawing in enumerate(picture.drawings):
        traced = picture.traced.get(number)
        if isinstance(traced, Traced):
            told += _of_equation(picture, drawing, traced)
        elif isinstance(traced, Drawn):
            told += _of_parameter(drawing, traced, picture, number)
        else:
            told += _of_function(picture, drawing)
    return told


def _line(sentence: str, points: list[str]) -> list[str]:
    if not points:
        return []
    if len(points) > MOST:
        points = [*points[:MOST], tell("and {count} more", count=len(points) - MOST)]
    return ["  " + tell(sentence, points=tell(", ").join(points))]


def _marked(points: "list[tuple[str, float, float, str]]") -> list[str]:
    """The lines of special points, each given by its kind, where it lies, and its words."""
    return [
        line
        for kind, sentence in _MARKED.items()
        for line in _line(sentence, [told for each, _, _, told in sorted(points) if each == kind])
    ]


def _spots(traced: Traced) -> "list[tuple[str, float, float, str]]":
    """With six digits where the point is exact, else with those that its box proves."""
    return [
        (kind, spot.x, spot.y, f"({_within(*spot.x_reach)}, {_within(*spot.y_reach)})")
        if found is None
        else (kind, spot.x, spot.y, f"({short(spot.x)}, {short(spot.y)})")
        for spot, found in traced.spots
        if (kind := kind_of(spot, found))
    ]


def _within(low: float, high: float) -> str:
    """The digits that all numbers between two ends share; the nearest round number otherwise."""
    import flint

    ball = flint.arb(low).union(flint.arb(high))
    for digits in range(_DIGITS, 0, -1):
        found = of_ball(ball, digits)
        if found is not None:
            return found
    return "0" if ball.contains(0) else tell("about {number}", number=f"{float(ball):.1g}")


def _of_equation(picture: Plane, drawing: Drawing, traced: Traced) -> list[str]:
    window = picture.window
    head = tell(
        "{curve}, from {x} = {left} to {right} and {y} = {low} to {high}",
        curve=drawing.written,
        x=picture.variable,
        left=short(window.left),
        right=short(window.right),
        y=picture.up,
        low=short(window.low),
        high=short(window.high),
    )
    strokes = traced.curve.strokes
    size = max(window.width, window.height)
    closed = [
        stroke
        for stroke in strokes
        if max(abs(a - b) for a, b in zip(stroke[0], stroke[-1], strict=True)) < size * _NEAR
    ]
    leaving = [
        stroke
        for stroke in strokes
        if not all(window.holds(*end) for end in (stroke[0], stroke[-1]))
    ]
    told = [head]
    if closed:
        told.append("  " + tell("closed loops: {count}", count=len(closed)))
    if leaving:
        told.append("  " + tell("branches that leave the picture: {count}", count=len(leaving)))
    boxes = traced.boxes
    undecided = bool(traced.curve.dots)
    for place, sentence in (
        (0, phrase("horizontal tangent at: {points}")),
        (1, phrase("vertical tangent at: {points}")),
    ):
        found = Turning(boxes, place)
        undecided |= any(not _at_spot(here, traced, size) for here in found.left)
        points = [point for point in found.points if window.holds(*map(float, point))]
        points.sort(key=lambda point: (float(point[0]), float(point[1])))
        spots = [f"({_told(x)}, {_told(y)})" for x, y in points]
        told += _line(sentence, spots)
    told += _marked(_spots(traced))
    if undecided:
        told.append("  " + tell("In some places too much happens to be told apart."))
    return told


def _at_spot(here: "list[Any]", traced: Traced, size: float) -> bool:
    """Whether a box lies beside a point that is told anyway."""
    x, y = map(float, here)
    return any(hypot(x - spot.x, y - spot.y) < size * _BESIDE for spot, _ in traced.spots)


def _told(ball: "Any") -> str:
    """Six digits, proven; 0 where the ball is as good as that."""
    if abs(float(ball)) < 1e-12 and ball.contains(0):
        return "0"
    return of_ball(ball, _DIGITS) or short(float(ball))


def _of_parameter(drawing: Drawing, traced: Drawn, picture: Plane, number: int) -> list[str]:
    letter, interval = traced.letter, traced.interval
    told = [
        tell(
            "{curve}, from {letter} = {start} to {end}",
            curve=drawing.written,
            letter=letter,
            start=interval.left.text,
            end=interval.right.text,
        )
    ]
    for sentence, place in (
        (phrase("begins at: {points}"), interval.left),
        (phrase("ends at: {points}"), interval.right),
    ):
        balls = Balls(128)
        told += _line(sentence, _point(traced, evaluate(place.expr, {}, balls), balls))
    resting = {point.text for point, _ in traced.resting()}
    for part, sentence in (
        (traced.y, phrase("horizontal tangent at: {points}")),
        (traced.x, phrase("vertical tangent at: {points}")),
    ):
        points = []
        for mark in _still(part, traced):
            if mark.exact is not None and text(mark.exact) in resting:
                continue
            balls = Balls(128)
            for point in _point(traced, mark.zero.ball(balls), balls):
                points.append(f"{point} ({letter} = {mark.short_x})")
        told += _line(sentence, points)
    marks = picture.panels[0].curves[number].marks
    return told + _marked(
        [(m.kind, m.x, m.y, f"({short(m.x)}, {short(m.y)})") for m in marks if m.y is not None]
    )


def _still(part: "Any", traced: Drawn) -> "list[Mark]":
    """Where a coordinate stands still."""
    from slopecli.answers.studies.places_where import places_where

    try:
        return places_where(part, traced.letter, traced.interval, 1, Num(0)).marks
    except LimitError:
        return []


def _point(traced: Drawn, here: "Any", balls: Balls) -> list[str]:
    values = [evaluate(part, {traced.letter: here}, balls) for part in (traced.x, traced.y)]
    if any(isinstance(value, Missing) for value in values):
        return []
    return [f"({', '.join([_told(balls.ball(value)) for value in values])})"]


def _of_function(picture: Plane, drawing: Drawing) -> list[str]:
    from slopecli.answers.interval import Interval, place
    from slopecli.answers.pictures.sight import Sight
    from slopecli.answers.pictures.survey import survey
    from slopecli.language.ratio import Ratio

    ends = [place(Ratio(*end.as_integer_ratio())) for end in (picture.left, picture.right)]
    sight = Sight(drawing.parts[0], picture.variable, 2, False)
    return Words(text(drawing.parts[0]), picture.variable, survey(sight, Interval(*ends))).lines
