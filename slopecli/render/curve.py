"""Answers about curves of several letters as JSON lines."""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_slope import CurveSlope
from slopecli.answers.curves.several import Gradient, Hessian
from slopecli.answers.curves.tangent import Line
from slopecli.answers.slope import Slope
from slopecli.answers.taylor import Taylor
from slopecli.language.text import text
from slopecli.render.lines import digits, json_line

Pairs = list[tuple[str, object]]


def _place(at: Coordinates) -> dict[str, str]:
    return {name: point.text for name, point in at.items()}


def curve_json(found: CurveSlope) -> str:
    """One object: the curve, the point, the slope or the reason why there is none."""
    pairs: Pairs = [
        ("curve", found.curve),
        ("at", _place(found.at)),
        ("order", found.order),
        ("x", digits(found.x)),
        ("y", digits(found.y)),
        ("slope", digits(found.slope)),
        ("text", found.text),
        ("status", found.status),
    ]
    if found.status in ("vertical", "corner", "endpoint"):
        pairs += [("left", _side(found.left)), ("right", _side(found.right))]
    if found.status == "singular" or (found.status == "corner" and found.left is None):
        pairs.append(("slopes", [digits(slope) for slope in found.slopes]))
    if found.message is not None:
        pairs += [("reason", found.reason), ("message", found.message)]
    return json_line(pairs)


def _side(slope: str | None) -> object:
    return slope if slope in (None, "inf", "-inf") else digits(slope)


def gradient_json(found: Gradient) -> str:
    """One object: the gradient by letter, and the status of each partial that is missing."""
    pairs: Pairs = [
        ("expression", text(found.expr)),
        ("at", _place(found.at)),
        ("gradient", {name: digits(slope.slope) for name, slope in found.partials.items()}),
        ("text", found.text),
        ("status", "ok" if found.complete else "partial"),
    ]
    return json_line(pairs + _missing(found.partials))


def _missing(partials: dict[str, Slope]) -> Pairs:
    lost = {name: slope for name, slope in partials.items() if slope.status != "ok"}
    if not lost:
        return []
    return [
        ("statuses", {name: slope.status for name, slope in lost.items()}),
        ("message", "; ".join(dict.fromkeys([str(slope.message) for slope in lost.values()]))),
    ]


def hessian_json(found: Hessian) -> str:
    """One object: the slopes of order 2, by two letters."""
    rows = {
        one: {other: digits(slope.slope) for other, slope in row.items()}
        for one, row in found.rows.items()
    }
    lost = {
        f"{one}{other}": slope
        for one, row in found.rows.items()
        for other, slope in row.items()
        if slope.status != "ok"
    }
    pairs: Pairs = [
        ("expression", text(found.expr)),
        ("at", _place(found.at)),
        ("hessian", rows),
        ("text", found.text),
        ("status", "ok" if found.complete else "partial"),
    ]
    return json_line(pairs + _missing(lost))


def direction_json(found: Slope, at: Coordinates, direction: str, expression: str) -> str:
    """One object: the slope in a direction."""
    pairs: Pairs = [
        ("expression", expression),
        ("at", _place(at)),
        ("direction", direction),
        ("slope", digits(found.slope)),
        ("text", found.text),
        ("status", found.status),
    ]
    if found.message is not None:
        pairs.append(("message", found.message))
    return json_line(pairs)


def line_json(line: Line, expression: str, at: str) -> str:
    """One object: a tangent or a normal."""
    return json_line(
        [
            ("expression", expression),
            ("at", at),
            ("line", line.kind),
            ("equation", line.equation),
            ("slope", digits(line.slope)),
            ("intercept", digits(line.intercept) if line.slope is not None else None),
        ]
    )


def taylor_json(found: Taylor) -> str:
    """One object: the polynomial and its coefficients, the constant one first."""
    return json_line(
        [
            ("expression", text(found.expr)),
            ("variable", found.variable),
            ("at", found.at.text),
            ("order", found.order),
            ("polynomial", text(found.polynomial)),
            ("coefficients", [digits(each) for each in found.digits]),
            ("exact", [text(each) for each in found.coefficients]),
        ]
    )


def formulas_json(curve: str, formulas: dict[str, str]) -> str:
    """One object: the slopes as formulas, by their names."""
    return json_line([("curve", curve), ("formulas", formulas)])
