"""What a student has defined: f(x) = x^2 sin x, a = 2, and how a formula reads with it.

A function is written out where it is used, so that what was defined with an older f stays as it
was; a number is looked up when a line is answered, so that a = 3 moves every curve that uses a.
"""

import re

from slopecli.answers.session.asked import Asked, Whole
from slopecli.answers.session.last import Last
from slopecli.answers.slope import Point, check_point
from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError, UnreadableError, UnusableError
from slopecli.language.curves import read_curve
from slopecli.language.defined import Function, unreadable_mark
from slopecli.language.expr import Expr, Var, letters, substitute
from slopecli.language.functions import SPELLINGS
from slopecli.language.parser import read
from slopecli.language.text import text
from slopecli.language.tokens import PRINTED, Tokens
from slopecli.wording import tell

ANS = "ans"
_TAKEN = ("x", "y", "d")  # letters of curves, and of d/dx
_NAME = r"([^\W\d]\w*)"
_EQUALS = r"\s*(?::=|=(?![=<>]))\s*(\S.*)"
_FUNCTION = re.compile(rf"\s*{_NAME}\s*\(\s*({_NAME}(?:\s*,\s*{_NAME})*)\s*\){_EQUALS}", re.DOTALL)
_ARROW = re.compile(rf"\s*{_NAME}\s*:\s*{_NAME}\s*(?:->|→)\s*(\S.*)", re.DOTALL)
_PLAIN = re.compile(rf"\s*{_NAME}{_EQUALS}", re.DOTALL)
_MARKED = re.compile(rf"\s*{_NAME}\s*('+)\s*(?:\([^=]*\))?\s*:?=")


class Definition:
    """A name with its formula, and the letters that it is a function of; none for a number.

    `notes` say what else changes with it, or does not.
    """

    __slots__ = ("expr", "name", "notes", "parameters", "uses")

    def __init__(
        self, name: str, parameters: tuple[str, ...], expr: Expr, uses: frozenset[str]
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.expr = expr
        self.uses = uses  # functions that were written out in it
        self.notes: list[str] = []

    @property
    def text(self) -> str:
        """The definition as a student writes it."""
        head = f"{self.name}({', '.join(self.parameters)})" if self.parameters else self.name
        return f"{head} = {text(self.expr)}"


class Definitions:
    """Everything that has a name in this session, in the order of its definition."""

    def __init__(self, reserved: "frozenset[str]" = frozenset()) -> None:
        self.entries: dict[str, Definition] = {}
        self.last = Last()
        self._reserved = reserved | {ANS}  # words of the session itself

    @property
    def names(self) -> list[str]:
        """The names that a formula may use, the last answer among them."""
        return [*self.entries, ANS]

    def functions(self) -> dict[str, Function]:
        """The names that stand for a function, with what it is."""
        known = {
            name: Function(entry.parameters, entry.expr)
            for name, entry in self.entries.items()
            if entry.parameters
        }
        if self.last.variable is not None:
            known[ANS] = Function((self.last.variable,), self.last.formula)
        return known

    def numbers(self) -> dict[str, Expr]:
        """The names that stand for a number."""
        known = {name: entry.expr for name, entry in self.entries.items() if not entry.parameters}
        if self.last.is_number:
            known[ANS] = self.last.formula
        return known

    def clear(self, name: str) -> list[Definition]:
        """Forget a name, or "all". Raises UnusableError where there is none of that name."""
        if name == "all":
            gone = list(self.entries.values())
            self.entries.clear()
            return gone
        if name not in self.entries:
            raise UnusableError(
                tell("{name} is not defined.", name=name),
                advice=tell("`defs` lists what is; `clear all` forgets everything."),
            )
        return [self.entries.pop(name)]

    # Defining

    def define(self, line: str) -> Definition | None:
        """Take a line such as f(x) = x^2 or a = 2; None where it asks something instead.

        Raises SlopeError where the name cannot be used, or its formula cannot be read.
        """
        plain = line.translate(PRINTED)
        marked = _MARKED.match(plain)
        if marked and marked[1] in self.entries:
            raise unreadable_mark(line, marked.start(2), marked[1])
        parameters: tuple[str, ...] = ()
        if found := _FUNCTION.match(plain):
            parameters = tuple([name.strip() for name in found[2].split(",")])
        elif found := _ARROW.match(plain):
            parameters = (found[2],)
        else:
            found = _PLAIN.match(plain)
            if found is None or found[1] == "y" or self._is_curve(plain, found[1]):
                return None
        name, formula = found[1], found[found.lastindex or 0]
        self._check_name(line, name, found.start(1))
        for parameter in parameters:
            self._check_parameter(line, name, parameter)
        meaning = self._meaning(name)
        definition = self._defined(name, parameters, formula)
        if meaning:
            definition.notes.append(
                tell("{name} is a name from now on, and not {meaning}.", name=name, meaning=meaning)
            )
        definition.notes += self._shaken(definition)
        self.entries[name] = definition
        return definition

    def _is_curve(self, line: str, name: str) -> bool:
        """Whether an equation such as xy = 1 or r = 1 + cos θ is a curve, as it is elsewhere."""
        if name in self.entries or (len(name) > 1 and not {*name} <= {"x", "y", *self.entries}):
            return False
        try:
            return read_curve(line, self.names, differentiate=derivative) is not None
        except SlopeError:
            return False

    def _check_name(self, line: str, name: str, start: int) -> None:
        advice = tell("Choose another name, such as {letter} or {word}.", letter="g", word="f1")
        message = None
        if name in self._reserved:
            message = tell("{name} is a word of this session.", name=name)
        elif name in _TAKEN:
            message = tell("{name} is a letter of curves and their slopes.", name=name)
        elif name in SPELLINGS:
            message = tell("{name} has a meaning in every formula: see `help {name}`.", name=name)
        if message:
            end = start + len(name)
            raise UnreadableError(message, source=line, start=start, end=end, advice=advice)

    def _meaning(self, name: str) -> str | None:
        """What a word would be without its definition: cost is cos(t); None where it is nothing."""
        if len(name) == 1 or name in self.entries:
            return None
        try:
            meaning = read(name, self.names, functions=self.functions(), differentiate=derivative)
        except SlopeError:
            return None
        return text(meaning.expr)

    def _check_parameter(self, line: str, name: str, parameter: str) -> None:
        numbers = self.numbers()
        if parameter in (*SPELLINGS, *self._reserved, *numbers, name):
            at = line.find(parameter, len(name))
            raise UnreadableError(
                tell("{parameter} has a meaning already.", parameter=parameter),
                source=line,
                start=max(at, 0),
                end=max(at, 0) + len(parameter),
                advice=tell("Write {name}(x) = ..., with x on the right, too.", name=name),
            )

    def _check_letter(self, name: str) -> None:
        """A number takes no letter away from a function: f(t) stays a function of t."""
        for entry in self.entries.values():
            if name in entry.parameters and entry.name != name:
                raise UnusableError(
                    tell("{letter} is the letter of {text}.", letter=name, text=entry.text),
                    advice=tell("Use another letter, or type `clear {name}`.", name=entry.name),
                )

    def _defined(self, name: str, parameters: tuple[str, ...], formula: str) -> Definition:
        known = {*self.names, *parameters, name}
        used = self.used(formula, known)
        self._need_last(used)
        functions = {
            each: function for each, function in self.functions().items() if each not in parameters
        }
        uses = frozenset(used) & functions.keys()
        reading = read(formula, known, differentiate=derivative, functions=functions)
        expr = reading.expr
        if ANS in letters(expr):
            expr = substitute(expr, {ANS: self.last.formula})
        if reading.asked:
            variable = reading.variable or next(iter(parameters or letters(expr)), "x")
            expr = derivative(expr, variable, reading.order)
        numbers = self.numbers()
        free = [letter for letter in letters(expr) if letter not in numbers]
        if name in free and name not in parameters and not parameters:
            raise UnusableError(tell("{name} is defined by itself.", name=name), source=formula)
        if not parameters and free:
            parameters = ("x" if "x" in free else _only(name, free, formula),)
        if not parameters:
            self._check_letter(name)
            expr = substitute(expr, numbers)
            _check_number(expr)
        found = Definition(name, parameters, expr, uses)
        found.notes += reading.notes
        missing = [letter for letter in free if letter not in parameters]
        if missing:
            found.notes.append(
                tell("{letter} has no value yet: type {letter} = 2", letter=missing[0])
            )
        return found

    def _shaken(self, new: Definition) -> list[str]:
        """What a new meaning of a name does to the other definitions, in sentences."""
        old = self.entries.get(new.name)
        if old is None:
            return []
        others = [entry for name, entry in self.entries.items() if name != new.name]
        if old.parameters:
            stay = [entry for entry in others if new.name in entry.uses]
            return [tell("As it was: {text}", text=entry.text) for entry in stay]
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
        return [tell("With it changes: {text}", text=entry.text) for entry in moved]

    # Asking

    def used(self, source: str, names: "set[str] | None" = None) -> list[str]:
        """The names of this session that occur in a formula; none where it cannot be read."""
        if not any(name in source for name in self.names):
            return []
        try:
            values = Tokens(source, names or {*self.names}).values
        except SlopeError:
            try:  # an equation, where xy is a product
                values = Tokens(source, (names or {*self.names}) | {"x", "y"}).values
            except SlopeError:
                return []
        found = {value.name for value in values if type(value) is Var}
        return [name for name in self.names if name in found]

    def asked(self, source: str, declared: "frozenset[str]" = frozenset()) -> Asked:
        """A formula as typed, with everything that was defined written out.

        `declared` are names that the line's options give a meaning. A formula without any name of
        the session is left as it is, mistakes and all, for its command to read.
        """
        used = self.used(source)
        self._need_last(used)
        for name in sorted(declared):
            if name in self.entries:
                raise UnusableError(
                    tell("{name} is defined in this session.", name=name),
                    advice=tell("Type `clear {name}` first, or use another letter.", name=name),
                )
        names = {*self.names, *declared}
        if not used:
            return Asked(source, constant=self._is_constant(source, names))
        functions, numbers = self.functions(), self.numbers()
        if "=" in source or "," in source:
            curve = read_curve(source, names, differentiate=derivative, functions=functions)
            if curve is not None:
                curve.parts = tuple([substitute(part, numbers) for part in curve.parts])
                return Asked(curve.text, notes=curve.notes)
        reading = read(source, names, differentiate=derivative, functions=functions)
        expr = substitute(reading.expr, numbers)
        whole = self._whole(source, functions, numbers)
        return Asked(
            text(expr),
            expr=expr,
            order=reading.order if reading.asked else None,
            variable=reading.variable,
            notes=reading.notes,
            whole=whole,
            constant=not letters(expr),
        )

    def number(self, source: str) -> str:
        """A number as typed, such as a or 2a + 1, with its names written out."""
        if not self.used(source):
            return source
        return self.asked(source).text

    def _is_constant(self, source: str, names: "set[str]") -> bool:
        try:
            reading = read(source, names, differentiate=derivative)
        except SlopeError:
            return False
        return not letters(reading.expr) and not reading.asked and "=" not in source

    def _whole(
        self, source: str, functions: dict[str, Function], numbers: dict[str, Expr]
    ) -> Whole | None:
        """Where the whole input is f, f', f(2) or f'(t): the function, the order and the place."""
        tokens = Tokens(source, {*self.names})
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
            reading = read(inside, self.names, differentiate=derivative, functions=functions)
            place = substitute(reading.expr, numbers)
            if type(place) is Var:
                letter, place = place.name, None
            elif letters(place):
                return None
        expr = substitute(function.expr, {**numbers, function.parameters[0]: Var(letter)})
        entry = self.entries.get(first.name)
        shown = None
        if place is None and order == 1:
            shown = entry.text if entry else f"{ANS} = {text(function.expr)}"
        return Whole(expr, letter, order - 1, place, shown)

    def _need_last(self, used: "list[str] | frozenset[str]") -> None:
        if ANS in used:
            self.last.needed()


def _closing(kinds: list[str]) -> int:
    """The token that closes the bracket which is opened first."""
    depth = 0
    for at, kind in enumerate(kinds):
        depth += (kind == "(") - (kind == ")")
        if not depth:
            return at
    return -1


def _only(name: str, free: list[str], formula: str) -> str:
    if len(free) == 1:
        return free[0]
    raise UnusableError(
        tell("which letter is the variable: {letters}?", letters=", ".join(free)),
        source=formula,
        start=max(formula.find(free[0]), 0),
        advice=tell("Name it, as in {name}({letter}) = ...", name=name, letter=free[0]),
    )


def _check_number(expr: Expr) -> None:
    try:
        check_point(Point(text(expr), expr))
    except UnusableError:
        raise UnusableError(
            tell("{text} is not a number.", text=text(expr)),
            advice=tell("Give a number such as 2, -0.5, pi/3 or sqrt(2)."),
        ) from None
