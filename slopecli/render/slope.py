"""The slope at a point, as a JSON line; as text it says itself what to print."""

from slopecli.answers.slope import Slope
from slopecli.language.text import text
from slopecli.render.lines import digits, json_line

_SIDES = {"corner": ("left", "right"), "vertical": ("left", "right"), "endpoint": ("left", "right")}


def slope_json(slope: Slope, exact: str | None = None) -> str:
    """One object: what was asked, the value, the slope or the reason why there is none."""
    pairs: list[tuple[str, object]] = [
        ("expression", text(slope.expr)),
        ("variable", slope.variable),
        ("at", slope.at.text),
        ("order", slope.order),
        ("value", digits(slope.value)),
        ("slope", None if slope.slope is None else _number(slope.slope)),
        ("text", slope.text),
        ("status", slope.status),
    ]
    if exact is not None:
        pairs.append(("exact", exact))
    for name in _SIDES.get(slope.status, ()):
        number = getattr(slope, name)
        if number is not None or slope.status == "vertical":
            pairs.append((name, digits(number)))
    if slope.status in ("undefined", "unknown"):
        pairs.append(("reason", slope.reason))
    if slope.message is not None:
        pairs.append(("message", slope.message))
    if slope.note is not None:
        pairs.append(("note", slope.note))
    return json_line(pairs)


def _number(slope: str) -> object:
    """The slope as a number; None where it is too large or too small for digits."""
    found = digits(slope)
    return found if found is not slope else None
