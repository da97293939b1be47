"""Text to tree: tokens, then binding powers (Pratt)."""

from slopecli.errors import UnreadableError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS, SPELLINGS, TRUTH
from slopecli.language.powers import power
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable


def parse(source: str, names: "Iterable[str]" = ()) -> Expr:
    """The expression that the text stands for."""
    parser = _Parser(source, frozenset(names))
    expr = parser.expression(0)
    if parser.kind != "end":
        raise UnreadableError("I did not expect this here.", source=source, start=parser.at)
    return expr


class _Parser:
    def __init__(self, source: str, names: frozenset[str]) -> None:
        self.source = source
        self.names = names
        self.position = 0
        self.advance()

    def advance(self) -> None:
        source, i = self.source, self.position
        while i < len(source) and source[i].isspace():
            i += 1
        self.at = i
        if i == len(source):
            self.kind, self.value = "end", ""
        elif source[i].isalpha():
            start = i
            while i < len(source) and source[i].isalnum():
                i += 1
            self.kind, self.value = "word", source[start:i]
            if self.value in ("and", "or"):
                self.kind = self.value
        elif source[i].isdigit() or source[i] == ".":
            start = i
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            self.kind, self.value = "number", source[start:i]
        else:
            size = 2 if source[i : i + 2] in ("<=", ">=", "!=") else 1
            self.kind = self.value = source[i : i + size]
            i += size
        self.position = i

    def take(self, kind: str) -> None:
        if self.kind != kind:
            raise UnreadableError(f"I expected {kind} here.", source=self.source, start=self.at)
        self.advance()

    def expression(self, floor: int) -> Expr:
        left = self.operand(floor)
        while True:
            kind = self.kind
            if kind in ("word", "number", "("):
                kind = "*"
            row = ROWS.get(kind)
            if row is None or not row.infix or row.infix < floor:
                return left
            if self.kind == kind:
                self.advance()
            right = self.expression(row.infix if row.right else row.infix + 1)
            if kind == "^":
                left = power(left, right)
            elif kind in TRUTH and type(left) is Call and left.name in TRUTH - {"and", "or"}:
                left = Call("and", (left, Call(kind, (left.args[1], right))))
            else:
                left = Call(kind, (left, right))

    def operand(self, floor: int) -> Expr:
        kind, value = self.kind, self.value
        self.advance()
        if kind == "number":
            whole, _, rest = value.partition(".")
            return Num(Ratio(int(whole + rest), 10 ** len(rest)))
        if kind == "-":
            return Call("neg", (self.expression(max(floor, ROWS["neg"].prefix)),))
        if kind == "(":
            inner = self.expression(0)
            self.take(")")
            return inner
        if kind == "word":
            if value in self.names or (len(value) == 1 and value not in SPELLINGS):
                return Var(value)
            row = ROWS.get(SPELLINGS.get(value, ""))
            if row is not None and row.arity == 0:
                return Call(row.name)
            if row is not None:
                self.take("(")
                args = [self.expression(0)]
                while self.kind == ",":
                    self.advance()
                    args.append(self.expression(0))
                self.take(")")
                return Call(row.name, tuple(args))
            raise UnreadableError(f'I do not know "{value}".', source=self.source, start=self.at)
        raise UnreadableError("I expected a number here.", source=self.source, start=self.at)
