"""What a student has defined: f(x) = x^2 sin x, a = 2, and how a formula reads with it.

A function is written out where it is used, so that what was defined with an older f stays as it
was; a number is looked up when a line is answered, so that a = 3 moves every curve that uses a.
"""

from slopecli.answers.session.last import Last
from slopecli.errors import SlopeError, UnusableError
from slopecli.language.defined import Function
from slopecli.language.expr import Expr, Var
from slopecli.language.text import text
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

ANS = "ans"
CURVE = "y"  # a letter that is a name where it stands alone: y', y at 3


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
        called = self.parameters and self.name != CURVE
        head = f"{self.name}({', '.join(self.parameters)})" if called else self.name
        return f"{head} = {text(self.expr)}"


class Definitions:
    """Everything that has a name in this session, in the order of its definition."""

    def __init__(self, reserved: "frozenset[str]" = frozenset()) -> None:
        self.entries: dict[str, Definition] = {}
        self.last = Last()
        self.curve: Definition | None = None  # the last y = ..., which y' asks for
        self.reserved = reserved | {ANS}  # words of the session itself

    @property
    def everything(self) -> list[Definition]:
        """All that was defined, the curve y = ... last."""
        return [*self.entries.values(), *([self.curve] if self.curve else [])]

    @property
    def names(self) -> list[str]:
        """The names that a formula may use, the last answer among them."""
        return [*self.entries, ANS]

    def with_curve(self, curve: Definition) -> "Definitions":
        """The same definitions, and y as a name among them."""
        known = Definitions(self.reserved)
        known.entries = {**self.entries, curve.name: curve}
        known.last = self.last
        return known

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
            gone = self.everything
            self.curve = None
            self.entries.clear()
            return gone
        if name == CURVE and self.curve is not None:
            gone, self.curve = [self.curve], None
            return gone
        if name not in self.entries:
            raise UnusableError(
                tell("{name} is not defined.", name=name),
                advice=tell("`defs` lists what is; `clear all` forgets everything."),
            )
        return [self.entries.pop(name)]

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

    def need_last(self, used: "list[str] | frozenset[str]") -> None:
        """Work the last answer out, if it is among the names. Raises UnusableError without one."""
        if ANS in used:
            self.last.needed()
