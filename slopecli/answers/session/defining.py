"""Lines that give something a name: f(x) = x^2 sin x, f: x -> x^2, a = 2."""

import re

from slopecli.answers.question import likely
from slopecli.answers.session.definitions import ANS, CURVE, Definition, Definitions
from slopecli.answers.slope import Point, check_point
from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError, UnreadableError, UnusableError
from slopecli.language.curves import read_curve
from slopecli.language.defined import unreadable_mark
from slopecli.language.expr import Expr, letters, substitute
from slopecli.language.functions import SPELLINGS
from slopecli.language.parser import read
from slopecli.language.text import text
from slopecli.language.tokens import PRINTED
from slopecli.wording import tell

_TAKEN = ("x", "y", "d")  # letters of curves, and of d/dx
_NAME = r"([^\W\d]\w*)"
_EQUALS = r"\s*(?::=|=(?![=<>]))\s*(\S.*)"
_FUNCTION = re.compile(rf"\s*{_NAME}\s*\(\s*({_NAME}(?:\s*,\s*{_NAME})*)\s*\){_EQUALS}", re.DOTALL)
_ARROW = re.compile(rf"\s*{_NAME}\s*:\s*{_NAME}\s*(?:->|→)\s*(\S.*)", re.DOTALL)
_PLAIN = re.compile(rf"\s*{_NAME}{_EQUALS}", re.DOTALL)
_MARKED = re.compile(rf"\s*{_NAME}\s*('+)\s*(?:\([^=]*\))?\s*:?=")


def define(known: Definitions, line: str) -> Definition | None:
    """Take a line such as f(x) = x^2 or a = 2; None where it asks something instead.

    Raises SlopeError where the name cannot be used, or its formula cannot be read.
    """
    plain = line.translate(PRINTED)
    marked = _MARKED.match(plain)
    if marked and marked[1] in [entry.name for entry in known.everything]:
        raise unreadable_mark(line, marked.start(2), marked[1])
    parameters: tuple[str, ...] = ()
    if found := _FUNCTION.match(plain):
        parameters = tuple([name.strip() for name in found[2].split(",")])
    elif found := _ARROW.match(plain):
        parameters = (found[2],)
    else:
        found = _PLAIN.match(plain)
        if found is None or found[1] == CURVE or _is_curve(known, plain, found[1]):
            return None
    name, formula = found[1], found[found.lastindex or 0]
    _check_name(known, line, name, found.start(1))
    for parameter in parameters:
        _check_parameter(known, line, name, parameter)
    meaning = _meaning(known, name)
    definition = _defined(known, name, parameters, formula)
    if meaning:
        definition.notes.append(
            tell("{name} is a name from now on, and not {meaning}.", name=name, meaning=meaning)
        )
    definition.notes += _shaken(known, definition)
    known.entries[name] = definition
    return definition


def remember(known: Definitions, line: str) -> None:
    """What y' means after y = x^2, whatever else the line asks."""
    found = _PLAIN.match(line.translate(PRINTED))
    if found is not None and found[1] == CURVE:
        known.curve = _curve(known, found[2])


def _curve(known: Definitions, formula: str) -> Definition | None:
    """The function that y is; None where that is no function of x."""
    try:
        found = _defined(known, CURVE, ("x",), formula)
    except SlopeError:
        return None
    free = {*letters(found.expr)} - {*known.numbers()}
    return found if CURVE not in free and ("x" in free or not free) else None


def _is_curve(known: Definitions, line: str, name: str) -> bool:
    """Whether an equation such as xy = 1 or r = 1 + cos θ is a curve, as it is elsewhere."""
    if name in known.entries or (len(name) > 1 and not {*name} <= {"x", "y", *known.entries}):
        return False
    try:
        return read_curve(line, known.names, differentiate=derivative) is not None
    except SlopeError:
        return False


def _check_name(known: Definitions, line: str, name: str, start: int) -> None:
    advice = tell("Choose another name, such as {letter} or {word}.", letter="g", word="f1")
    message = None
    if name in known.reserved:
        message = tell("{name} is a word of this session.", name=name)
    elif name in _TAKEN:
        message = tell("{name} is a letter of curves and their slopes.", name=name)
    elif name in SPELLINGS:
        message = tell("{name} has a meaning in every formula: see `help {name}`.", name=name)
    if name == CURVE:
        advice = tell("Write y = x^2 and then y' for its derivative.")
    if name == "x":
        advice = tell("For a place write: x^2 at x = 3")
    if message:
        end = start + len(name)
        raise UnreadableError(message, source=line, start=start, end=end, advice=advice)


def _meaning(known: Definitions, name: str) -> str | None:
    """What a word would be without its definition: cost is cos(t); None where it is nothing."""
    if len(name) == 1 or name in known.entries:
        return None
    try:
        meaning = read(name, known.names, functions=known.functions(), differentiate=derivative)
    except SlopeError:
        return None
    return text(meaning.expr)


def _check_parameter(known: Definitions, line: str, name: str, parameter: str) -> None:
    numbers = known.numbers()
    if parameter in (*SPELLINGS, *known.reserved, *numbers, name):
        at = line.find(parameter, len(name))
        raise UnreadableError(
            tell("{parameter} has a meaning already.", parameter=parameter),
            source=line,
            start=max(at, 0),
            end=max(at, 0) + len(parameter),
            advice=tell("Write {name}(x) = ..., with x on the right, too.", name=name),
        )


def _check_letter(known: Definitions, name: str) -> None:
    """A number takes no letter away from a function: f(t) stays a function of t."""
    for entry in known.entries.values():
        if name in entry.parameters and entry.name != name:
            raise UnusableError(
                tell("{letter} is the letter of {text}.", letter=name, text=entry.text),
                advice=tell("Use another letter, or type `clear {name}`.", name=entry.name),
            )


def _defined(
    known: Definitions, name: str, parameters: tuple[str, ...], formula: str
) -> Definition:
    names = {*known.names, *parameters, name}
    used = known.used(formula, names)
    known.need_last(used)
    functions = {
        each: function for each, function in known.functions().items() if each not in parameters
    }
    uses = frozenset(used) & functions.keys()
    reading = read(formula, names, differentiate=derivative, functions=functions)
    expr = reading.expr
    if ANS in letters(expr):
        expr = substitute(expr, {ANS: known.last.formula})
    if reading.asked:
        variable = reading.variable or next(iter(parameters or letters(expr)), "x")
        expr = derivative(expr, variable, reading.order)
    numbers = known.numbers()
    free = [letter for letter in letters(expr) if letter not in numbers]
    if name in free and name not in parameters and not parameters:
        raise UnusableError(tell("{name} is defined by itself.", name=name), source=formula)
    if not parameters and free:
        parameters = ("x" if "x" in free else _only(name, free, formula),)
    if not parameters:
        _check_letter(known, name)
        expr = substitute(expr, numbers)
        _check_number(expr)
    found = Definition(name, parameters, expr, uses)
    found.notes += reading.notes
    missing = [letter for letter in free if letter not in parameters]
    if missing:
        found.notes.append(tell("{letter} has no value yet: type {letter} = 2", letter=missing[0]))
    return found


def _shaken(known: Definitions, new: Definition) -> list[str]:
    """What a new meaning of a name does to the other definitions, in sentences."""
    old = known.entries.get(new.name)
    if old is None:
        return []
    before = [] if old.text == new.text else [tell("before: {text}", text=old.text)]
    others = [entry for name, entry in known.entries.items() if name != new.name]
    if old.parameters:
        stay = [entry for entry in others if new.name in entry.uses]
        return before + [tell("this stays as it was: {text}", text=entry.text) for entry in stay]
    moved = [
        entry
        for entry in others
        if new.name in letters(entry.expr) and new.name not in entry.parameters
    ]
    if moved and new.parameters:
        raise UnusableError(
            tell(
                "{name} is a number, and {other} is made with it.",
                name=new.name,
                other=moved[0].name,
            ),
            advice=tell("Type `clear {other}` first.", other=moved[0].name),
        )
    return before + [tell("this changes with it: {text}", text=entry.text) for entry in moved]


def _only(name: str, free: list[str], formula: str) -> str:
    if len(free) == 1:
        return free[0]
    raise UnusableError(
        tell("which letter is the variable: {letters}?", letters=", ".join(free)),
        source=formula,
        start=max(formula.find(free[0]), 0),
        advice=tell("Name it, as in {name}({letter}) = ...", name=name, letter=likely(free)),
    )


def _check_number(expr: Expr) -> None:
    try:
        check_point(Point(text(expr), expr))
    except UnusableError:
        raise UnusableError(
            tell("{text} is not a number.", text=text(expr)),
            advice=tell("Give a number such as 2, -0.5, pi/3 or sqrt(2)."),
        ) from None
