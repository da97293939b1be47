"""JSON, one object a line; numbers keep all their proven digits."""

import json

from slopecli.language.picture import visible

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable


class Digits(str):
    """Proven digits, written into JSON as a number as they are: a float would change them."""

    __slots__ = ()


def digits(number: str | None) -> "Digits | str | None":
    """Digits as a JSON number; "inf", words and nothing as they are."""
    if number is None:
        return None
    return Digits(number) if number.lstrip("-")[:1].isdigit() else number


def json_line(pairs: "Iterable[tuple[str, object]]") -> str:
    """One JSON object on one line, the keys in the order given."""
    return "{" + ", ".join([f"{json.dumps(key)}: {_json(value)}" for key, value in pairs]) + "}"


def _json(value: object) -> str:
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, dict):
        return json_line(value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([_json(each) for each in value]) + "]"
    if isinstance(value, str) and visible(value) != value:  # what a terminal obeys or hides
        return json.dumps(value).replace("\x7f", "\\u007f")
    return json.dumps(value, ensure_ascii=False)
