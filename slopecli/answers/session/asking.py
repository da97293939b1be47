"""How a formula reads in a session: every name that was defined is written out."""

import re

from slopecli.answers.session.asked import Asked, Whole
from slopecli.answers.session.definitions import ANS, CURVE, Definitions
from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError, UnreadableError, UnusableError
from slopecli.language.curves import read_curve
from slopecli.language.defined import Function
from slopecli.language.equations import differential_equation
from slopecli.language.expr import Expr, Var, letters, substitute
from slopecli.language.parser import read
from slopecli.language.text import text
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

_MARKED = re.compile(r"\s*([^\W\d_])\s*'")  # f'(2)
_CURVE_ALONE = re.compile(rf"\s*{CURVE}\s*(?:['(]|$)")  # y, y', y(2)


def asked(known: Definitions, source: str, declared: "frozenset[str]" = frozenset()) -> Asked:
    """A formula as typed, with everything that was defined written out.

    `declared` are names that the line's options give a meaning. A formula without any name of
    the session is left as it is, mistakes and all, for its command to read.
    """
    marked = _MARKED.match(source)
    notes: list[str] = []
    curve = known.curve
    if curve is not None and "=" not in source and CURVE not in declared:
        if _CURVE_ALONE.match(source):
            notes.append(curve.text)
            known = known.with_curve(curve)
        elif _has_letter(source, CURVE):
            notes.append(tell("y is a letter here, and not {curve}", curve=curve.text))
    used = known.used(source)
    known.need_last(used)
    for name in sorted(declared):
        if name in known.entries:
            raise UnusableError(
                tell("{name} is defined in this session.", name=name),
                advice=tell("Type `clear {name}` first, or use another letter.", name=name),
            )
    names = {*known.names, *declared}
    if marked and marked[1] not in used:
        if marked[1] == CURVE and "=" in source:
            raise differential_equation(source, marked.start(1))
        head = marked[1] if marked[1] == CURVE else f"{marked[1]}(x)"
        raise UnreadableError(
            tell("{name} is not defined.", name=marked[1]),
            source=source,
            start=marked.start(1),
            advice=tell("Define it first, as in {head} = x^2", head=head),
        )
    if not used:
        return Asked(source, constant=_is_constant(source, names), notes=notes)
    functions, numbers = known.functions(), known.numbers()
    if "=" in source or "," in source:
        read_as = read_curve(source, names, differentiate=derivative, functions=functions)
        if read_as is not None:
            read_as.parts = tuple([substitute(part, numbers) for part in read_as.parts])
            return Asked(read_as.text, notes=read_as.notes)
    reading = read(source, names, differentiate=derivative, functions=functions)
    expr = substitute(reading.expr, numbers)
    whole = _whole(known, source, functions, numbers)
    return Asked(
        text(expr, clear=True),  # nothing to be doubted that was not typed
        expr=expr,
        order=reading.order if reading.asked else None,
        variable=reading.variable,
        notes=[*notes, *reading.notes],
        whole=whole,
        constant=not letters(expr),
        marked="'" in source or "d/d" in source,
    )


def _has_letter(source: str, letter: str) -> bool:
    try:
        return Var(letter) in Tokens(source).values
    except SlopeError:
        return False


def number(known: Definitions, source: str) -> str:
    """A number as typed, such as a or 2a + 1, with its names written out."""
    if not known.used(source):
        return source
    return asked(known, source).text


def _is_constant(source: str, names: "set[str]") -> bool:
    try:
        reading = read(source, names, differentiate=derivative)
    except SlopeError:
        return False
    return not letters(reading.expr) and not reading.asked and "=" not in source


def _whole(
    known: Definitions, source: str, functions: dict[str, Function], numbers: dict[str, Expr]
) -> Whole | None:
    """Where the whole input is f, f', f(2) or f'(t): the function, the order and the place."""
    tokens = Tokens(source, {*known.names})
    kinds, values = tokens.kinds, tokens.values
    first = values[0]
    if type(first) is not Var or first.name not in functions:
        return None
    function = functions[first.name]
    if len(function.parameters) != 1:
        return None
    order = 1
    while kinds[order] == "'":
        order += 1
    rest = kinds[order:]
    letter = function.parameters[0]
    place: Expr | None = None
    if rest != ["end"]:
        if rest[0] != "(" or "," in rest or _closing(rest) != len(rest) - 2:
            return None
        inside = source[tokens.ends[order] : tokens.starts[-2]]
        reading = read(inside, known.names, differentiate=derivative, functions=functions)
        place = substitute(reading.expr, numbers)
        if type(place) is Var:
            letter, place = place.name, None
    expr = substitute(function.expr, {**numbers, function.parameters[0]: Var(letter)})
    entry = known.entries.get(first.name)
    shown = None
    if place is None and order == 1:
        shown = entry.text if entry else f"{ANS} = {text(function.expr)}"
    return Whole(expr, letter, order - 1, place, shown)


def _closing(kinds: list[str]) -> int:
    """The token that closes the bracket which is opened first."""
    depth = 0
    for at, kind in enumerate(kinds):
        depth += (kind == "(") - (kind == ")")
        if not depth:
            return at
    return -1
