"""The symbolic derivative together with its steps, in one walk, so that they cannot disagree.

The rules come from the table. Three are written by hand because their tidy form depends on the
formula: the power u^v (three rules in class), the product of several factors, and the quotient (in
applied.py), where what cancels is cancelled before it is written down.
"""

from slopecli.calculus.applied import by_rule, quotient
from slopecli.calculus.reading import Reading
from slopecli.calculus.rules import ARGUMENTS
from slopecli.errors import LimitError
from slopecli.language.expand import expanded
from slopecli.language.expr import Call, Expr, Num, Var, distinct, nodes
from slopecli.language.factors import ONE, ZERO, Factors, literal, number
from slopecli.language.functions import ROWS, Row
from slopecli.language.ratio import Ratio
from slopecli.language.terms import total
from slopecli.language.tidy import call
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    Along = dict[str, Expr]

FUNCTION_LETTER = "function letter"  # the rule for y where y is a function of x: its slope is y'
LARGEST = 200_000  # nodes
LARGEST_AGAIN = 10_000  # nodes of a formula that is derived again: each order makes it longer
_FACTORS = 4  # a product of more is taken two factors at a time, or its rule would not fit a line


class Step:
    """One rule used once: the derivative of `of` is `result`.

    `pieces` names what the rule's letters stand for: u and v, or the outer and the inner function;
    `parts` are the steps whose results it uses.
    """

    __slots__ = ("of", "parts", "pieces", "result", "rule")

    def __init__(
        self,
        rule: str,
        of: Expr,
        result: Expr,
        parts: "tuple[Step, ...]" = (),
        pieces: tuple[tuple[str, Expr], ...] = (),
    ) -> None:
        self.rule = rule
        self.of = of
        self.result = result
        self.parts = parts
        self.pieces = pieces

    def __repr__(self) -> str:
        return f"Step({self.rule!r}, {self.of!r}, {self.result!r})"


def derivative(expr: Expr, variable: str, order: int = 1) -> Expr:
    """The derivative of any order as a tidy formula.

    Raises LimitError where the formula grows beyond all bounds.
    """
    for place in range(order):
        if place:
            check_size(expr, place)
        expr = derive(expr, variable).result
    return expr


def check_size(formula: Expr, order: int) -> None:
    """Raise LimitError where a derivative of this order is too long to be derived again."""
    if len(nodes(formula)) > LARGEST_AGAIN:
        raise LimitError(
            tell(
                "The derivative of order {order} is a formula of more than {most} parts.",
                order=order,
                most=f"{LARGEST_AGAIN:,}",
            ),
            advice=tell("At a point every order can be had: add --at X."),
        )


def derive(expr: Expr, variable: str, along: "Along | None" = None) -> Step:
    """The derivative and how it was found, rule by rule.

    Letters that are functions of the variable stand in `along` with their slopes: on a curve y
    moves with x, and its slope is y'. Raises LimitError where the expression is too large.
    """
    return _Walk(expr, variable, along or {}).step


class _Walk:
    """One pass down to see what is needed, one pass up to derive it; each node once."""

    def __init__(self, expr: Expr, variable: str, along: "Along") -> None:
        self.variable = variable
        self.along = along
        order = distinct(expr)
        expr = order[-1]
        if len(order) > LARGEST:
            raise LimitError(tell("The formula has more than {most} parts.", most=f"{LARGEST:,}"))
        self.reading = Reading(order, variable, along)
        self.moving, self.tidy = self.reading.moving, self.reading.tidy
        self.steps: dict[int, Step] = {}
        self.terms: dict[int, list[tuple[int, Expr]]] = {}
        needed = self._needed(order, expr)
        for node in order:
            if id(node) in needed:
                self.steps[id(node)] = self._step(node)
        self.step = self.steps[id(expr)]

    def _needed(self, order: list[Expr], root: Expr) -> set[int]:
        """The nodes whose derivative is asked for; sums and products are opened on the way."""
        needed = {id(root)}
        for node in reversed(order):
            if id(node) not in needed or id(node) not in self.moving or type(node) is not Call:
                continue
            name = node.name
            if name in ("+", "-"):
                parts = self.terms[id(node)] = _opened(node, ("+", "-"))
            elif name == "*":
                parts = self.terms[id(node)] = self._factors(node)
            else:
                parts = [(1, arg) for arg in (node.args[1:] if name == "if" else node.args)]
            for _, part in parts:
                needed.add(id(part))
        return needed

    def _factors(self, node: Call) -> list[tuple[int, Expr]]:
        parts = _opened(node, ("*",))
        if sum(id(part) in self.moving for _, part in parts) <= _FACTORS:
            return parts
        return [(1, arg) for arg in node.args]

    def _step(self, node: Expr) -> Step:
        if id(node) not in self.moving:
            if type(node) is Call and node.name == "undefined":
                return Step("no value", node, node)  # and so no slope: not 0
            return Step("constant rule", node, ZERO)
        if type(node) is Var and node.name in self.along:
            pieces = (("argument", Var(self.variable)),)
            return Step(FUNCTION_LETTER, node, self.along[node.name], (), pieces)
        if type(node) is not Call:
            return Step("variable", node, ONE)
        if node.name in ("+", "-"):
            return self._sum(node)
        special = _SPECIAL.get(node.name)
        if special is not None:
            return special(self, node)
        return self._function(node)

    def _sum(self, node: Call) -> Step:
        steps = [(sign, self.steps[id(part)]) for sign, part in self.terms[id(node)]]
        result = total([(sign, step.result) for sign, step in steps])
        return Step("sum rule", node, result, tuple([step for _, step in steps]))

    def _negative(self, node: Call) -> Step:
        part = self.steps[id(node.args[0])]
        result = Factors(-1).times(part.result).product()
        pieces = (("c", Call("neg", (ONE,))), ("u", node.args[0]))
        return Step("constant multiple rule", node, result, (part,), pieces)

    def _product(self, node: Call) -> Step:
        factors = [part for _, part in self.terms[id(node)]]
        moving = [part for part in factors if id(part) in self.moving]
        if len(moving) == len(factors):
            return self._several(node, moving)
        fixed = [part for part in factors if id(part) not in self.moving]
        inner = self.steps[id(moving[0])] if len(moving) == 1 else None
        if inner is None:
            inner = self._several(_chain(moving), moving)
        result = Factors()
        place = [id(part) in self.moving for part in factors].index(True)
        for part in factors[:place]:  # in the order of the question: x^2 y gives 2x y
            result.times(self.tidy(part))
        result.times(inner.result)
        for part in factors[place:]:
            if id(part) not in self.moving:
                result.times(self.tidy(part))
        pieces = (("c", _chain(fixed)), ("u", inner.of))
        return Step("constant multiple rule", node, result.product(), (inner,), pieces)

    def _several(self, of: Expr, factors: list[Expr]) -> Step:
        """One term for each factor, in which that factor is derived."""
        steps = [self.steps[id(factor)] for factor in factors]
        terms: list[tuple[int, Expr]] = []
        for place in range(len(factors)):
            term = Factors()
            for other, factor in enumerate(factors):
                term.times(steps[other].result if other == place else self.tidy(factor))
            terms.append((1, term.product()))
        pieces = tuple(zip("uvwz", factors, strict=False))
        return Step("product rule", of, expanded(total(terms)), tuple(steps), pieces)

    def _quotient(self, node: Call) -> Step:
        above, below = node.args
        u, v = self.tidy(above), self.tidy(below)
        if id(below) not in self.moving:
            part = self.steps[id(above)]
            result = Factors().times(part.result).over(v).product()
            pieces = (("c", Call("/", (ONE, below))), ("u", above))
            return Step("constant multiple rule", node, result, (part,), pieces)
        dv = self.steps[id(below)]
        if id(above) not in self.moving:
            square = Factors().times(v)
            result = Factors(-1).times(u).times(dv.result).times_power(square, -2).product()
            return Step("reciprocal rule", node, result, (dv,), (("c", above), ("v", below)))
        du = self.steps[id(above)]
        result = quotient(u, v, du.result, dv.result)
        return Step("quotient rule", node, result, (du, dv), (("u", above), ("v", below)))

    def _power(self, node: Call) -> Step:
        base, exponent = node.args
        if id(exponent) not in self.moving:
            return self._fixed_power(node, base, exponent)
        dv = self.steps[id(exponent)]
        whole, u = self.tidy(node), self.tidy(base)
        if u == ZERO:  # 0^v is 0 where it has a value
            return Step("constant rule", node, ZERO)
        if id(base) in self.moving:
            du = self.steps[id(base)]
            v = self.tidy(exponent)
            log = Factors().times(dv.result).times(call("ln", u)).product()
            rest = Factors().times(v).times(du.result).over(u).product()
            result = Factors().times(whole).times(total([(1, log), (1, rest)])).product()
            pieces = (("u", base), ("v", exponent))
            return Step("logarithmic differentiation", node, result, (du, dv), pieces)
        result = Factors().times(whole).times(call("ln", u)).times(dv.result).product()
        if self._is_variable(exponent):
            return Step("exponential rule", node, result)
        nested = self._nested(Call("^", (base, Var("u"))), exponent)
        return Step("chain rule", node, result, (dv,), nested)

    def _fixed_power(self, node: Call, base: Expr, exponent: Expr) -> Step:
        du = self.steps[id(base)]
        u, v = self.tidy(base), self.tidy(exponent)
        result = Factors().times(v)
        if type(u) is Var and type(v) is Num and v.value.denominator == 1:
            result.times_base(u, v.value.numerator - 1)
        else:
            result.times(call("^", u, _less_one(v)))
        if self._is_variable(base):
            return Step("power rule", node, result.product())
        product = result.times(du.result).product()
        pieces = self._nested(Call(node.name, (Var("u"), exponent)), base)
        return Step("chain rule", node, product, (du,), pieces)

    def _branches(self, node: Call) -> Step:
        condition, then, otherwise = node.args
        one, two = self.steps[id(then)], self.steps[id(otherwise)]
        result = call("if", condition, one.result, two.result)
        return Step("piecewise", node, result, (one, two))

    def _function(self, node: Call) -> Step:
        row = ROWS[node.name]
        steps = [self.steps[id(arg)] for arg in node.args]
        values = {name: self.tidy(arg) for name, arg in zip(ARGUMENTS, node.args, strict=False)}
        for name, step in zip(ARGUMENTS, steps, strict=False):
            values["d" + name] = step.result
        result = by_rule(row, values)
        if len(steps) > 1:
            parts = tuple(steps)
            return Step(_title(row), node, result, parts, tuple(zip("uv", node.args, strict=False)))
        if self._is_variable(node.args[0]):
            return Step(_title(row), node, result)
        pieces = self._nested(Call(node.name, (Var("u"),)), node.args[0])
        return Step("chain rule", node, result, tuple(steps), pieces)

    def _is_variable(self, node: Expr) -> bool:
        return type(node) is Var and node.name == self.variable

    def _nested(self, outer: Expr, inner: Expr) -> tuple[tuple[str, Expr], ...]:
        """The pieces of a chain; of a letter that is a function itself, also of what."""
        argument = (("argument", Var(self.variable)),) if type(inner) is Var else ()
        return (("outer", outer), ("inner", inner), *argument)


_SPECIAL = {
    "neg": _Walk._negative,
    "*": _Walk._product,
    "/": _Walk._quotient,
    "^": _Walk._power,
    "realpow": _Walk._power,
    "if": _Walk._branches,
}


def _title(row: Row) -> str:
    return row.called or f"derivative of {row.name}"


def _opened(node: Call, names: tuple[str, ...]) -> list[tuple[int, Expr]]:
    """The terms of a sum with their signs, or the factors of a product, from left to right."""
    found: list[tuple[int, Expr]] = []
    stack: list[tuple[int, Expr]] = [(1, node)]
    while stack:
        sign, part = stack.pop()
        if type(part) is Call and part.name in names:
            stack.append((-sign if part.name == "-" else sign, part.args[1]))
            stack.append((sign, part.args[0]))
        else:
            found.append((sign, part))
    return found


def _chain(factors: list[Expr]) -> Expr:
    found = factors[0]
    for factor in factors[1:]:
        found = Call("*", (found, factor))
    return found


def _less_one(exponent: Expr) -> Expr:
    value = literal(exponent)
    if value is None:
        return call("-", exponent, ONE)
    less = value - Ratio(1)
    bare = exponent.args[0] if type(exponent) is Call and exponent.name == "neg" else exponent
    return number(less.numerator, less.denominator, type(bare) is Num)
