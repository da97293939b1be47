"""Tokens to tree, by binding powers (Pratt). The powers stand in the function table.

    formula     = operand { operator operand | operand | after }     by binding powers
    operand     = ("-" | "+") operand | number | letter | constant | bracket | bars | root
                | applied | fraction | cases | derivative
    after       = "!" | "°" | "%" | "'" | raised formula             x!  30°  50%  (x^2)'  x²
    bracket     = "(" formula ")" | "[" formula "]" | "{" formula "}" | "{" branches "}"
    branches    = condition ":" formula { "," condition ":" formula } [ "," formula ]
    bars        = "|" formula "|"
    root        = ("√" | "∛") operand                                one operand with its powers
    applied     = function [ "_" base ] [ "^" power ] ( arguments | run )
    arguments   = "(" formula { "," formula } ")"
    run         = operand { letter | number | constant }             sin 2πx; up to a bracket
    fraction    = "\\frac" bracket bracket
    derivative  = "d/dx" formula

Two operands side by side are a product, which binds as "*" does. Signs and powers wait on a stack
of their own, so that only brackets and functions nest in Python, at most `LEVELS` deep.
"""

from slopecli.errors import LimitError, UnreadableError
from slopecli.language.applied import applied
from slopecli.language.binding import (
    AFTER,
    ATOMS,
    BRACKETS,
    CALLED,
    CLOSING,
    COMPARED,
    INFIX,
    LEVELS,
    MINUS,
    NAMES_OF_FUNCTIONS,
    NODES,
    OPENING,
    POWER,
    PRODUCT,
    STARTS,
)
from slopecli.language.expr import Call, Expr, Num, Var, letters, nodes
from slopecli.language.functions import TRUTH
from slopecli.language.powers import is_root, power
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable

    Differentiate = Callable[[Expr, str, int], Expr]

_HALF_TURN = Num(180)
_HUNDRED = Num(100)
_NOTHING = Num(0)  # on the left of a minus sign

_Waiting = tuple[int, str, Expr, int]  # floor of its right operand, name, left operand, place


class Grammar:
    """Reads formulas from tokens; `place` is the next token."""

    __slots__ = (
        "asked",
        "bars",
        "base",
        "depth",
        "differentiate",
        "ends",
        "kinds",
        "place",
        "rule",
        "run_end",
        "starts",
        "tight",
        "tokens",
        "truths",
        "values",
        "whole",
    )

    def __init__(self, tokens: Tokens, differentiate: "Differentiate | None" = None) -> None:
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.values = tokens.values
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.differentiate = differentiate
        self.place = 0
        self.depth = 0
        self.bars = 0  # open bars since the last bracket
        self.base: Expr | None = None  # of that power, where its letters matter
        self.run_end = -1  # the token after the last function without brackets
        self.tight = -1  # the token after a power that could be meant to go on: e^2x
        self.truths = not TRUTH.isdisjoint(self.kinds)
        self.rule = False  # a letter of a rule may stand for a condition: if(u, 1, 0)
        self.whole = -1  # the first token of the whole question, if marks may state it
        self.asked = 0  # the number of marks on the whole question

    # Formulas

    def formula(self, floor: int = 0) -> Expr:
        """Read as far as operators bind at least as tightly as `floor`."""
        kinds = self.kinds
        waiting: list[_Waiting] = []
        begin = self.place
        slash = -1  # the last operator here, if it is a slash
        chain: Expr | None = None  # the last comparison here, so that 0 < x < 1 can go on
        while True:
            kind = kinds[self.place]
            if kind == "-" or kind == "+":
                self._sign(waiting, floor)
                continue
            left = self.operand()
            while True:
                kind = kinds[self.place]
                binding = INFIX.get(kind, 0)
                if not binding:
                    after = AFTER.get(kind, 0)
                    if after and after >= floor:
                        while waiting and after < waiting[-1][0]:
                            left = self._build(waiting.pop(), left)
                        left = self._after(kind, left, -2 if waiting else begin)
                        continue
                    if kind in STARTS and not (kind == "|" and self.bars):
                        binding = PRODUCT
                if not binding or binding < floor:
                    while waiting:
                        left = self._build(waiting.pop(), left)
                    return left
                while waiting and binding < waiting[-1][0]:
                    built = waiting.pop()
                    left = self._build(built, left)
                    if built[0] == COMPARED + 1:
                        chain = left
                break
            place = self.place
            if kind == "^":
                self._raise(waiting)
                waiting.append((POWER, kind, left, place))
                self.place += 1
                continue
            if INFIX.get(kind):
                self.place += 1
                slash = place if kind == "/" else -1
                if binding == COMPARED and left is chain:
                    kind += " again"
            else:
                self.beside(kind, slash)
                kind = "*"
            waiting.append((binding + 1, kind, left, place))

    def _sign(self, waiting: list[_Waiting], floor: int) -> None:
        if waiting:
            floor = waiting[-1][0]
        signs = 0
        while self.kinds[self.place] in ("-", "+"):
            signs += 1
            if self.kinds[self.place] == "-":
                if len(waiting) > LEVELS:
                    raise self._too_deep()
                waiting.append((max(MINUS, floor), "neg", _NOTHING, self.place))
            if signs > LEVELS:
                raise self._too_deep()
            self.place += 1

    def _raise(self, waiting: list[_Waiting]) -> None:
        if len(waiting) > LEVELS:
            raise self._too_deep()
        if waiting and waiting[-1][1] == "^":
            below = waiting[-1][3]
            self.doubt(
                below - 1,
                self.place + 1,
                tell("the upper power first"),
                tell("the lower power first"),
            )

    def _build(self, waiting: _Waiting, right: Expr) -> Expr:
        _, name, left, place = waiting
        if self.truths:
            self._check(name, left, right, place)
            if name.endswith(" again"):
                assert type(left) is Call
                last = left.args[1] if left.name == "and" else left
                assert type(last) is Call
                return Call("and", (left, Call(name[:-6], (last.args[1], right))))
        if name == "neg":
            return Call("neg", (right,))
        if name == "^":
            first = place + 1
            while self.kinds[first] in ("-", "+"):
                first += 1
            if self.kinds[first] in ATOMS:
                self.tight = self.place
                self.base = left if self.kinds[first] == "number" else None
                self._doubt_root(first, place + 1)
            return power(left, right)
        return Call(name, (left, right))

    def _doubt_root(self, above: int, sign: int) -> None:
        """x^1/3 could be meant as a root, if no blank stands in it; x^2/9 could not."""
        slash, below = above + 1, above + 2
        if self.place != slash or self.kinds[above : below + 1] != ["number", "/", "number"]:
            return
        if self.ends[above:below] != self.starts[slash : below + 1]:
            return
        if is_root(self.values[above], self.values[below]):  # type: ignore[arg-type]
            self.doubt(sign - 2, below + 1, tell("a power over a number"), tell("a root"))

    def _check(self, name: str, left: Expr, right: Expr, place: int) -> None:
        """Comparisons join conditions, everything else joins numbers."""
        wanted = name in ("and", "or")
        sides = (right,) if name == "neg" else (right,) if name.endswith("again") else (left, right)
        for side in sides:
            if is_condition(side) != wanted:
                from slopecli.language.mistakes import condition_expected, number_expected

                raise (condition_expected if wanted else number_expected)(self, place)

    def beside(self, kind: str, slash: int) -> None:
        """Two operands stand side by side: a product, if that makes sense."""
        place = self.place
        before = self.kinds[place - 1]
        if kind == "number":
            if before != "constant":
                from slopecli.language.mistakes import number_beside

                raise number_beside(self, place)
            self.doubt(place - 1, place + 1, tell("a product"), tell("a power or a name"))
        elif slash >= 0:
            self.doubt(
                slash, place + 1, tell("only the first factor below the line"), tell("all of them")
            )
        elif self.tight == place and kind in ATOMS and self.starts[place] == self.ends[place - 1]:
            if self.base is not None and (known := letters(self.base)):
                value = self.values[place]
                if type(value) is not Var or value.name not in known:
                    return  # x^2y is how it is written, e^2x and x^2x are not
            self.doubt(
                place - 1, place + 1, tell("outside the power"), tell("part of the exponent")
            )
        elif kind == "(" and before == "letter" and self.starts[place] == self.ends[place - 1]:
            name = str(self.values[place - 1].name)  # type: ignore[union-attr]
            if name in NAMES_OF_FUNCTIONS and name not in self.tokens.names:
                self.doubt(place - 1, place + 1, tell("a factor"), tell("a function"))

    def _after(self, kind: str, left: Expr, begin: int) -> Expr:
        place = self.place
        if self.truths:
            self.number(left, place)
        if kind == "^(":
            return power(left, self.bracket())
        self.place += 1
        if kind == "'":
            from slopecli.language.marks import marks

            return marks(self, left, begin)
        before = self.kinds[place - 1]
        if kind == "!":
            if before == "!":
                raise self.error(
                    tell("5!! is not read here."), place, advice=tell("Write (5!)! with brackets.")
                )
            return Call("factorial", (left,))
        if kind == "°":
            self.doubt(place - 1, place + 1, tell("degrees, times pi/180"), tell("a plain number"))
            return Call("/", (Call("*", (left, Call("pi"))), _HALF_TURN))
        if before != "number" or self.kinds[self.place] in (*OPENING, "number"):
            raise self.error(
                tell("% stands only after a number, as in 50%."),
                place,
                advice=tell("For a remainder write mod(a, b)."),
            )
        self.doubt(place - 1, place + 1, tell("percent, divided by 100"), tell("a remainder"))
        return Call("/", (left, _HUNDRED))

    # Operands

    def operand(self) -> Expr:
        """Read one number, letter, bracket or function."""
        place = self.place
        kind = self.kinds[place]
        if kind in ATOMS:
            self.place = place + 1
            return self.values[place]  # type: ignore[return-value]
        if kind == "function":
            return applied(self)
        if kind in OPENING:
            return self.bracket()
        if kind == "root":
            return self._root()
        if kind == "\\frac":
            self.place += 1
            above, below = self.bracket_or_token(), self.bracket_or_token()
            if self.truths:
                self.number(above, place)
                self.number(below, place)
            return Call("/", (above, below))
        if kind == "\\cases":
            from slopecli.language.piecewise import latex_cases

            return latex_cases(self)
        if kind == "d/d":
            from slopecli.language.marks import derivative, differential

            variable, order = differential(self)
            self.enter()
            operand = self.formula(PRODUCT)
            self.depth -= 1
            return derivative(self, operand, variable, order, place)
        from slopecli.language.mistakes import operand_expected

        raise operand_expected(self, place)

    def bracket(self) -> Expr:
        """Read a bracket of any kind, or bars; the next token opens it."""
        place = self.place
        kind = self.kinds[place]
        self.place += 1
        bars, self.bars = self.bars, self.bars + 1 if kind == "|" else 0
        self.enter()
        inner = self.formula()
        if kind == "{" and self.kinds[self.place] == ":":
            from slopecli.language.piecewise import branches

            inner = branches(self, inner)
        self.close(place)
        self.depth -= 1
        self.bars = bars
        if kind == "|" and self.kinds[self.place] in ATOMS and self.kinds.count("|") > 2:
            self._doubt_bars(place)
        function = CALLED.get(kind)
        if function is None:
            return inner
        if self.truths:
            self.number(inner, place)
        return Call(function, (inner,))

    def _doubt_bars(self, opened: int) -> None:
        """|2|x|-1| could be bars inside bars; with a blank, as in |2| x |-1|, it could not."""
        if self.starts[self.place] == self.ends[self.place - 1]:
            self.doubt(
                opened, self.place + 1, tell("bars closed at once"), tell("bars inside bars")
            )

    def close(self, opened: int) -> None:
        """Take the bracket that closes the one at token `opened`."""
        if self.kinds[self.place] != CLOSING[self.kinds[opened]]:
            from slopecli.language.mistakes import not_closed

            raise not_closed(self, opened)
        self.place += 1

    def enter(self) -> None:
        """Go one level deeper."""
        self.depth += 1
        if self.depth > LEVELS:
            raise self._too_deep()

    def _root(self) -> Expr:
        place = self.place
        self.place += 1
        self.enter()
        opened = self.kinds[self.place] in OPENING
        inner = self.bracket() if opened else self.formula(POWER)
        self.depth -= 1
        after = self.kinds[self.place]
        if not opened and (after in ATOMS or self.place > place + 2):
            self.doubt(
                place,
                self.place + 1,
                tell("the root of one factor"),
                tell("the root of more or less"),
            )
        if self.truths:
            self.number(inner, place)
        return Call(str(self.values[place]), (inner,))

    def bracket_or_token(self) -> Expr:
        """Read a bracket, or a single number or letter, as after a fraction's line."""
        if self.kinds[self.place] in BRACKETS:
            return self.bracket()
        if self.kinds[self.place] not in ATOMS:
            from slopecli.language.mistakes import operand_expected

            raise operand_expected(self, self.place)
        self.place += 1
        return self.values[self.place - 1]  # type: ignore[return-value]

    # What is wrong

    def number(self, expr: Expr, place: int) -> None:
        """Refuse a condition where a number is wanted."""
        if is_condition(expr):
            from slopecli.language.mistakes import number_expected

            raise number_expected(self, place)

    def error(
        self, message: str, place: int, end: int | None = None, *, advice: str | None = None
    ) -> UnreadableError:
        """A mistake at the tokens from `place` to before `end`."""
        last = place if end is None else max(place, end - 1)
        return UnreadableError(
            message,
            source=self.tokens.source,
            start=self.starts[place],
            end=max(self.ends[last], self.starts[place] + 1),
            advice=advice,
        )

    def doubt(self, place: int, end: int, reading: str, other: str) -> None:
        """Remember that the tokens from `place` to before `end` can be read in two ways."""
        last = min(end, len(self.ends)) - 1
        self.tokens.doubt(self.starts[max(place, 0)], self.ends[last], reading, other)

    def _too_deep(self) -> LimitError:
        place = self.place
        return LimitError(
            tell(
                "This formula nests more than {most} levels deep, which is the limit.",
                most=LEVELS,
            ),
            source=self.tokens.source,
            start=self.starts[place],
            end=self.starts[place] + 1,
        )

    def too_many(self) -> LimitError:
        """The tree has too many nodes."""
        return LimitError(
            tell(
                "This formula has more than {most} parts, which is the limit.",
                most=f"{NODES:,}",
            )
        )

    def measured(self, expr: Expr) -> Expr:
        """The tree, if it is within the limit."""
        # No token makes more than four nodes, so short inputs need no count.
        if (len(self.kinds) > NODES // 4 or self.differentiate) and len(nodes(expr)) > NODES:
            raise self.too_many()
        return expr


def is_condition(expr: Expr) -> bool:
    """Whether the expression is true or false rather than a number."""
    return type(expr) is Call and expr.name in TRUTH
