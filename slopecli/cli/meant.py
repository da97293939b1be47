"""What was meant by a sentence, by two points, by several formulas between one pair of quotes."""

import re

from slopecli.cli.quoting import command_of, is_formula, options_apart, written
from slopecli.errors import SlopeError
from slopecli.wording import tell

_TALK = frozenset(
    (
        *("a", "an", "the", "what", "what's", "is", "are", "of", "to", "for", "at", "me"),
        *("find", "calculate", "compute", "determine", "evaluate", "give", "get", "show", "tell"),
        *("please", "derivative", "derive", "slope", "gradient", "first", "second", "third"),
        *("curve", "function", "line", "equation", "tangent", "normal"),
    )
)
_ORDERS = {"second": "2", "third": "3"}
_LINES = ("tangent", "normal")
_POINT = re.compile(r"\(([^(),]+),([^(),]+)\)")


def in_a_sentence(words: list[str]) -> str | None:
    """The line for "what is the slope of x^2 at 3?"; None where that holds no formula."""
    if command_of(words):
        return None
    rest = " ".join(words).rstrip("?. ").split()
    said = []
    while rest and rest[0].lower() in _TALK:
        said.append(rest.pop(0).lower())
    found = options_apart("", rest)
    if not said or found is None or not found.formulas:
        return None
    formula = " ".join([word.text for word in found.formulas])
    if not is_formula(formula):
        return None
    options = [each for option in found.options for each in option]
    for word in said:
        if word in _ORDERS and "--order" not in options:
            options = ["--order", _ORDERS[word], *options]
        if word in _LINES:
            options = [f"--{word}", *options, *([] if "--at" in options else ["--at", "1"])]
    return tell("Type: {line}", line=written([formula, *options]))


def two_points(words: list[str]) -> str | None:
    """The line for (1, 2) (3, 6): rise over run."""
    points = _POINT.findall(" ".join(words))
    if len(points) != 2 or not all(_is_number(each) for point in points for each in point):
        return None
    (left, low), (right, high) = [[_bracketed(each) for each in point] for point in points]
    line = written([f"({high} - {low})/({right} - {left})", "--order", "0", "--at", "0"])
    return tell("The slope between two points is rise over run. Type: {line}", line=line)


def _bracketed(number: str) -> str:
    number = number.strip()
    return number if number.replace(".", "", 1).isalnum() else f"({number})"


def _is_number(text: str) -> bool:
    from slopecli.language.expr import letters
    from slopecli.language.parser import read

    try:
        return not letters(read(text).expr)
    except SlopeError:
        return False


def apart(words: list[str], source: str) -> str | None:
    """The line of `plot` where one pair of quotes holds several curves: "x^2, 2x"."""
    from slopecli.cli.session_words import commas

    parts = commas(source)
    if source not in words or command_of(words) != "plot" or len(parts) < 2:
        return None
    if not all(map(is_formula, parts)):
        return None
    place = words.index(source)
    line = written([*words[:place], *parts, *words[place + 1 :]])
    return tell("These are {count} curves. Type: {line}", count=len(parts), line=line)


def in_two(expressions: tuple[str, ...], words: list[str]) -> str | None:
    """The line of `check` or `equal` for "x^2, 2x", "x^2 = 2x" or "x^2 2x"."""
    from slopecli.answers.session.definitions import Definitions
    from slopecli.cli.session_words import Word, commas, two

    typed = " ".join(expressions)
    parts = commas(typed)
    if len(parts) == 1 and typed.count("=") == 1:
        parts = [part.strip() for part in typed.split("=")]
    elif len(parts) == 1:
        try:
            parts, _ = two([Word(each, False) for each in typed.split()], Definitions())
        except SlopeError:
            return None
    if len(parts) != 2 or not all(map(is_formula, parts)):
        return None
    rest = [word for word in words[1:] if word not in expressions]
    line = written([words[0], *parts, *rest])
    return tell("These are two formulas. Type: {line}", line=line)
