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
from slopecli.language.expr import Call, Expr, Num, letters, nodes, substitute
from slopecli.language.functions import ROWS, TRUTH, Row
from slopecli.language.powers import power
from slopecli.language.tokens import Tokens

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable

    Differentiate = Callable[[Expr, str, int], Expr]

LEVELS = 100
NODES = 20_000

_INFIX = {name: row.infix for name, row in ROWS.items() if row.infix}
_SUM = _INFIX["+"]
_PRODUCT = _INFIX["*"]
_POWER = _INFIX["^"]
_COMPARED = _INFIX["<"]
_MINUS = ROWS["neg"].prefix
_AFTER = {"!": ROWS["factorial"].postfix, "°": 50, "%": 50, "'": 60, "^(": _POWER}
_ATOMS = frozenset({"letter", "number", "constant"})
_CLOSING = {"(": ")", "[": "]", "{": "}", "^(": ")^", "|(": ")|", "|": "|", "⌊": "⌋", "⌈": "⌉"}
_BRACKETS = frozenset("([{")
_OPENING = frozenset({"(", "[", "{", "|", "|(", "⌊", "⌈"})
_STARTS = _ATOMS | _OPENING | {"function", "root", "\\frac", "\\cases", "d/d"}
_FLOORS = {"⌊": "floor", "⌈": "ceil", "|": "abs", "|(": "abs"}
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
                self._sign(waiting, floor, kind)
                continue
            left = self.operand()
            while True:
                kind = kinds[self.place]
                binding = _INFIX.get(kind, 0)
                if not binding:
                    after = _AFTER.get(kind, 0)
                    if after and after >= floor:
                        while waiting and after < waiting[-1][0]:
                            left = self._build(waiting.pop(), left)
                        left = self._after(kind, left, -2 if waiting else begin)
                        continue
                    if kind in _STARTS and not (kind == "|" and self.bars):
                        binding = _PRODUCT
                if not binding or binding < floor:
                    while waiting:
                        left = self._build(waiting.pop(), left)
                    return left
                while waiting and binding < waiting[-1][0]:
                    built = waiting.pop()
                    left = self._build(built, left)
                    if built[0] == _COMPARED + 1:
                        chain = left
                break
            place = self.place
            if kind == "^":
                self._raise(waiting)
                waiting.append((_POWER, kind, left, place))
                self.place += 1
                continue
            if _INFIX.get(kind):
                self.place += 1
                slash = place if kind == "/" else -1
                if binding == _COMPARED and left is chain:
                    kind += " again"
            else:
                self._beside(kind, slash)
                kind = "*"
            waiting.append((binding + 1, kind, left, place))

    def _sign(self, waiting: list[_Waiting], floor: int, kind: str) -> None:
        if waiting:
            floor = waiting[-1][0]
        signs = 0
        while self.kinds[self.place] in ("-", "+"):
            signs += 1
            if self.kinds[self.place] == "-":
                if len(waiting) > LEVELS:
                    raise self._too_deep()
                waiting.append((max(_MINUS, floor), "neg", _NOTHING, self.place))
            if signs > LEVELS:
                raise self._too_deep()
            self.place += 1

    def _raise(self, waiting: list[_Waiting]) -> None:
        if len(waiting) > LEVELS:
            raise self._too_deep()
        if waiting and waiting[-1][1] == "^":
            below = waiting[-1][3]
            self._doubt(below - 1, self.place + 1, "the upper power first", "the lower power first")

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
            kind = self.kinds[place + 1]
            if kind in _ATOMS:
                self.tight = self.place
                self.base = left if kind == "number" else None
            return power(left, right)
        return Call(name, (left, right))

    def _check(self, name: str, left: Expr, right: Expr, place: int) -> None:
        """Comparisons join conditions, everything else joins numbers."""
        wanted = name in ("and", "or")
        sides = (right,) if name == "neg" else (right,) if name.endswith("again") else (left, right)
        for side in sides:
            if is_condition(side) != wanted:
                from slopecli.language.mistakes import condition_expected, number_expected

                raise (condition_expected if wanted else number_expected)(self, place)

    def _beside(self, kind: str, slash: int) -> None:
        """Two operands stand side by side: a product, if that makes sense."""
        place = self.place
        before = self.kinds[place - 1]
        if kind == "number":
            if before != "constant":
                from slopecli.language.mistakes import number_beside

                raise number_beside(self, place)
            self._doubt(place - 1, place + 1, "a product", "a power or a name")
        elif slash >= 0:
            self._doubt(slash, place + 1, "only the first factor below the line", "all of them")
        elif self.tight == place and kind in _ATOMS and self.starts[place] == self.ends[place - 1]:
            if self.base is not None and letters(self.base):
                return  # x^2y is how it is written, e^2x is not
            self._doubt(place - 1, place + 1, "outside the power", "part of the exponent")

    def _after(self, kind: str, left: Expr, begin: int) -> Expr:
        place = self.place
        if kind == "^(":
            exponent = self._bracket()
            return power(left, exponent)
        self.place += 1
        if self.truths and is_condition(left):
            from slopecli.language.mistakes import number_expected

            raise number_expected(self, place)
        if kind == "'":
            return self._marks(left, begin)
        before = self.kinds[place - 1]
        if kind == "!":
            if before == "!":
                raise self.error(
                    "5!! is not read here.", place, advice="Write (5!)! with brackets."
                )
            return Call("factorial", (left,))
        if kind == "°":
            self._doubt(place - 1, place + 1, "degrees, times pi/180", "a plain number")
            return Call("/", (Call("*", (left, Call("pi"))), _HALF_TURN))
        if before != "number" or self.kinds[self.place] in (*_OPENING, "number"):
            raise self.error(
                "% stands only after a number, as in 50%.",
                place,
                advice="For a remainder write mod(a, b).",
            )
        self._doubt(place - 1, place + 1, "percent, divided by 100", "a remainder")
        return Call("/", (left, _HUNDRED))

    # Operands

    def operand(self) -> Expr:
        """Read one number, letter, bracket or function."""
        place = self.place
        kind = self.kinds[place]
        if kind in _ATOMS:
            self.place = place + 1
            return self.values[place]  # type: ignore[return-value]
        if kind == "function":
            return self._applied()
        if kind in _OPENING:
            return self._bracket()
        if kind == "root":
            return self._root()
        if kind == "\\frac":
            self.place += 1
            above, below = self._bracket_or_token(), self._bracket_or_token()
            if self.truths:
                self.number(above, place)
                self.number(below, place)
            return Call("/", (above, below))
        if kind == "\\cases":
            from slopecli.language.piecewise import latex_cases

            return latex_cases(self)
        if kind == "d/d":
            variable, order = self.differential()
            return self.derivative(self.formula(_PRODUCT), variable, order, place)
        from slopecli.language.mistakes import operand_expected

        raise operand_expected(self, place)

    def _bracket(self) -> Expr:
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
        after = self.place
        if kind == "|" and self.kinds[after] in _ATOMS and self.kinds.count("|") > 2:
            if self.starts[after] == self.ends[after - 1]:
                self._doubt(place, after + 1, "bars closed at once", "bars inside bars")
        function = _FLOORS.get(kind)
        if function is None:
            return inner
        if self.truths:
            self.number(inner, place)
        return Call(function, (inner,))

    def close(self, opened: int) -> None:
        """Take the bracket that closes the one at token `opened`."""
        if self.kinds[self.place] != _CLOSING[self.kinds[opened]]:
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
        opened = self.kinds[self.place] in _OPENING
        inner = self._bracket() if opened else self.formula(_POWER)
        self.depth -= 1
        after = self.kinds[self.place]
        if not opened and (after in _ATOMS or self.place > place + 2):
            self._doubt(place, self.place + 1, "the root of one factor", "the root of more or less")
        if self.truths:
            self.number(inner, place)
        return Call(str(self.values[place]), (inner,))

    def _bracket_or_token(self) -> Expr:
        if self.kinds[self.place] in _BRACKETS:
            return self._bracket()
        if self.kinds[self.place] not in _ATOMS:
            from slopecli.language.mistakes import operand_expected

            raise operand_expected(self, self.place)
        self.place += 1
        return self.values[self.place - 1]  # type: ignore[return-value]

    # Functions

    def _applied(self) -> Expr:
        """Read a function with its arguments; the next token names it."""
        place = self.place
        name = str(self.values[place])
        kinds = self.kinds
        self.place += 1
        base = exponent = None
        if kinds[self.place] == "_" and name == "log":
            self.place += 1
            base = self._bracket_or_token()
        if kinds[self.place] == "^":
            self.place += 1
            self.enter()
            exponent = self.formula(_POWER)
            self.depth -= 1
        elif kinds[self.place] == "^(":
            exponent = self._bracket()
        if kinds[self.place] == "_" and name == "log" and base is None:
            self.place += 1
            base = self._bracket_or_token()
        if exponent == Call("neg", (Num(1),)):
            name = self._inverse(name, place)
            exponent = None
        kind = kinds[self.place]
        if kind in _BRACKETS:
            args = self._arguments(name)
        elif kind in ("|", "|("):
            args = [self._bracket()]
        else:
            args = [self._run(name, place)]
        if base is not None:
            args.append(base)
        call = self._call(name, args, place)
        return call if exponent is None else power(call, exponent)

    def _inverse(self, name: str, place: int) -> str:
        if "a" + name not in ROWS:
            raise self.error(
                f"{name}^-1 can mean two things.",
                place,
                self.place,
                advice=f"Write 1/{name}(x), or the inverse function by its own name.",
            )
        self._doubt(place, self.place, f"the inverse function a{name}", f"1/{name}")
        return "a" + name

    def _arguments(self, name: str) -> list[Expr]:
        place = self.place
        kinds = self.kinds
        self.place += 1
        bars, self.bars = self.bars, 0
        self.enter()
        args = [] if kinds[self.place] == _CLOSING[kinds[place]] else [self.formula()]
        if kinds[place] == "{" and kinds[self.place] == ":":
            from slopecli.language.piecewise import branches

            args = [branches(self, args[0])]
        while kinds[self.place] == ",":
            self.place += 1
            args.append(self.formula())
        self.close(place)
        self.depth -= 1
        self.bars = bars
        if (
            name == "sqrt"
            and kinds[place] == "["
            and kinds[self.place] in "({"
            and type(args[-1]) is Num
        ):
            inner = self._bracket()  # sqrt[3]{x}
            return [inner, args[0]]
        return args

    def _run(self, name: str, place: int) -> Expr:
        """Read the argument of a function without brackets: sin 2πx, but only x of sin x(x+1)."""
        kinds = self.kinds
        minus = kinds[self.place] == "-" and self.ends[self.place] == self.starts[self.place + 1]
        if minus:  # sin -x, but not sin - x
            self.place += 1
        first = kinds[self.place]
        if first not in _STARTS:
            from slopecli.language.mistakes import argument_expected

            raise argument_expected(self, place)
        self.enter()
        arg = self.formula(_POWER)
        plain = first in ("number", "constant")  # sin 2(x + 1) goes on, sin x(x + 1) does not
        factors = 1
        while True:
            kind = kinds[self.place]
            if kind not in _ATOMS:
                if not plain or kind not in _STARTS or kind == "function":
                    break
                if kind == "|" and self.bars:
                    break
            if kind == "number":
                self._beside(kind, -1)
            if kind not in ("number", "constant"):
                plain = False
            arg = Call("*", (arg, self.formula(_POWER)))
            factors += 1
        if minus:
            arg = Call("neg", (arg,))
        self.depth -= 1
        kind = kinds[self.place]
        beside = kind == "function" or self.run_end == place  # 2 sin 3x cos 5x is how it is written
        self.run_end = self.place
        if (factors > 1 and not beside) or (type(arg) is Call and arg.name in ("^", "realpow")):
            self._doubt(place, self.place, f"all of it inside {name}", "only the first inside")
        elif kind in "/*" and kinds[self.place + 1] != "function":
            self._doubt(place, self.place + 2, f"{name} first", f"all of it inside {name}")
        elif kind in _STARTS and kind != "function" and not (kind == "|" and self.bars):
            self._doubt(place, self.place + 1, f"the bracket outside {name}", f"inside {name}")
        return arg

    def _call(self, name: str, args: list[Expr], place: int) -> Expr:
        """The function at `place` applied; what the table says of its arguments is kept."""
        if name == "if":
            from slopecli.language.piecewise import choose

            return choose(self, args, place)
        if self.truths:
            for arg in args:
                self.number(arg, place)
        arity = len(ROWS[name].partials)
        count = len(args)
        if name == "log" and count == 1:
            self._doubt(place, place + 1, "the natural logarithm ln", "the logarithm to base 10")
            return Call("ln", (args[0],))
        if name == "sqrt" and count == 2 and self.kinds[place + 1] == "[":
            name, arity = "nthroot", 2
        if name in ("max", "min") and count > 2:
            if count > NODES // 2:
                raise self._too_many()
            call = Call(name, (args[0], args[1]))
            for arg in args[2:]:
                call = Call(name, (call, arg))
            return call
        if count != arity:
            from slopecli.language.mistakes import wrong_number_of_arguments

            raise wrong_number_of_arguments(self, name, count, place)
        if ROWS[name].reads:
            return self._rewritten(ROWS[name], args)
        return Call(name, tuple(args))

    def _rewritten(self, row: Row, args: list[Expr]) -> Expr:
        """What the row only is another way to write: nthroot(x, 3) is x^(1/3)."""
        template = Grammar(Tokens(row.reads, "uvw")).formula()
        expr = substitute(template, dict(zip("uvw", args, strict=False)))
        return power(*expr.args) if type(expr) is Call and expr.name == "^" else expr

    # Derivatives inside a formula

    def differential(self) -> tuple[str, int]:
        """Take the token d/dx, with what may follow it: d^2/dx^2."""
        place = self.place
        variable, order, braced = self.tokens.differentials[place]
        self.place += 1
        raised = 1
        if self.kinds[self.place] == "^":
            self.place += 1
            exponent = self._bracket_or_token()
            raised = exponent.value.numerator if type(exponent) is Num else 0
        elif self.kinds[self.place] == "^(":
            exponent = self._bracket()
            raised = exponent.value.numerator if type(exponent) is Num else 0
        if braced and self.kinds[self.place] == "}":
            self.place += 1
        if raised != order or not 0 < order <= LEVELS:
            raise self.error(
                "The two orders of this derivative differ.",
                place,
                self.place,
                advice=f"Write d^2/d{variable}^2 for the second derivative.",
            )
        return variable, order

    def _marks(self, left: Expr, begin: int) -> Expr:
        """(x^2)' and (x^2)'': the question, if it is the whole input, else the derivative."""
        place = self.place - 1
        if self.kinds[place - 1] not in ")]}":
            from slopecli.language.mistakes import mark_without_bracket

            raise mark_without_bracket(self, place)
        order = 1
        while self.kinds[self.place] == "'":
            order += 1
            self.place += 1
        if begin == self.whole and self.kinds[self.place] == "end":
            self.asked = order
            return left
        return self.derivative(left, "", order, place)

    def derivative(self, expr: Expr, variable: str, order: int, place: int) -> Expr:
        """The derivative of a part of the formula, by the caller's own rules."""
        found = letters(expr)
        if not variable:
            variable = found[0] if len(found) == 1 else "x"
            if found and variable not in found:
                raise self.error(
                    "Which letter is the variable of this derivative?",
                    place,
                    advice=f"Write d/d{found[0]} (...) instead of the mark.",
                )
        if self.differentiate is None:
            raise self.error(
                "A derivative inside a formula cannot be used here.",
                place,
                advice="Write the formula itself.",
            )
        return self.differentiate(expr, variable, order)

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

    def _doubt(self, place: int, end: int, reading: str, other: str) -> None:
        last = min(end, len(self.ends)) - 1
        self.tokens.doubt(self.starts[max(place, 0)], self.ends[last], reading, other)

    def _too_deep(self) -> LimitError:
        place = self.place
        return LimitError(
            f"This formula nests more than {LEVELS} levels deep, which is the limit.",
            source=self.tokens.source,
            start=self.starts[place],
            end=self.starts[place] + 1,
        )

    def _too_many(self) -> LimitError:
        return LimitError(f"This formula has more than {NODES:,} parts, which is the limit.")

    def measured(self, expr: Expr) -> Expr:
        """The tree, if it is within the limit."""
        # No token makes more than four nodes, so short inputs need no count.
        if (len(self.kinds) > NODES // 4 or self.differentiate) and len(nodes(expr)) > NODES:
            raise self._too_many()
        return expr


def is_condition(expr: Expr) -> bool:
    """Whether the expression is true or false rather than a number."""
    return type(expr) is Call and expr.name in TRUTH
