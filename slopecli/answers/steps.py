"""The derivative rule by rule, as numbered lines of a lesson.

The lines are read off the steps that the derivative was found with: there is no second derivation
that could disagree.
"""

from slopecli.calculus.derive import FUNCTION_LETTER, Step, check_size, derive
from slopecli.calculus.rules import rule
from slopecli.language.expr import Call, Expr, Num, Var, letters, nodes, substitute
from slopecli.language.functions import ROWS
from slopecli.language.tidy import call

_TRIVIAL = frozenset({"variable", "constant rule", "no value", FUNCTION_LETTER})
_PRIMES: dict[str, Expr] = {f"d{name}": Var(f"{name}'") for name in "uvw"}

# What a rule says in general; named functions and the chain rule say it themselves.
_GENERAL = {
    "constant rule": ("c", "0"),
    "constant multiple rule": ("c*u", "c*du"),
    "sum rule": ("u + v", "du + dv"),
    "quotient rule": ("u/v", "(du*v - u*dv)/v^2"),
    "reciprocal rule": ("c/v", "-c*dv/v^2"),
    "logarithmic differentiation": ("u^v", "u^v*(dv*ln(u) + v*du/u)"),
}
_PRODUCTS = {
    2: ("u*v", "du*v + u*dv"),
    3: ("u*v*w", "du*v*w + u*dv*w + u*v*dw"),
}
_PUT_IN = frozenset(
    {
        "chain rule",
        "product rule",
        "quotient rule",
        "reciprocal rule",
        "logarithmic differentiation",
    }
)


class Line:
    """A line of the lesson.

    `kind` is "rule" where a rule is opened, "result" where it is closed, "both" where its parts are
    too easy to be told, "above" where the result was found in line `found`.
    """

    __slots__ = ("depth", "found", "kind", "number", "step")

    def __init__(self, number: int, kind: str, depth: int, step: Step, found: int = 0) -> None:
        self.number = number
        self.kind = kind
        self.depth = depth
        self.step = step
        self.found = found


class Lesson:
    """The steps of each derivative in turn, up to the order asked for, and their lines."""

    __slots__ = ("expr", "lines", "order", "steps", "variable")

    def __init__(
        self, expr: Expr, variable: str, order: int, steps: list[Step], lines: list[list[Line]]
    ) -> None:
        self.expr = expr
        self.variable = variable
        self.order = order
        self.steps = steps
        self.lines = lines

    @property
    def formula(self) -> Expr:
        """The last result: what `slope EXPR` prints."""
        return self.steps[-1].result if self.steps else self.expr


def lesson(expr: Expr, variable: str, *, order: int = 1, unfold: bool = False) -> Lesson:
    """Every rule in order; with `unfold` also the parts that are too easy to be told."""
    steps: list[Step] = []
    lines: list[list[Line]] = []
    formula = expr
    for place in range(order):
        if place:
            check_size(formula, place)
        steps.append(derive(formula, variable))
        formula = steps[-1].result
        lines.append(lines_of(steps[-1], unfold, sum([len(part) for part in lines])))
    return Lesson(expr, variable, order, steps, lines)


def lines_of(root: Step, unfold: bool, before: int) -> list[Line]:
    """The lines of one derivative, numbered after those before it."""
    found: list[Line] = []
    told: dict[Expr, int] = {}
    stack = [("open", root, 0)]
    while stack:
        action, step, depth = stack.pop()
        number = before + len(found) + 1
        if action == "close":
            told[step.of] = number
            found.append(Line(number, "result", depth, step))
            continue
        if step.of in told:
            found.append(Line(number, "above", depth, step, told[step.of]))
            continue
        parts = [part for part in step.parts if unfold or not is_trivial(part)]
        if not parts:
            told[step.of] = number
            found.append(Line(number, "both", depth, step))
            continue
        found.append(Line(number, "rule", depth, step))
        stack.append(("close", step, depth))
        stack.extend([("open", part, depth + 1) for part in reversed(parts)])
    return found


def is_trivial(step: Step) -> bool:
    """Whether the step needs no line of its own: x' = 1, 5' = 0, (3x)' = 3."""
    if step.rule == "constant multiple rule":
        step = step.parts[0]
    return step.rule in _TRIVIAL


def general(step: Step) -> tuple[Expr, Expr] | None:
    """What the rule says in general: f and f' in the letters u, v, c, n; None where it is itself.

    >>> general(derive(rule("sin(u^2)"), "u"))
    (<sin(u)>, <cos(u) u'>)
    """
    name = step.rule
    if name == "chain rule":
        outer = step.pieces[0][1]
        return outer, _times_inner(derive(outer, "u").result)
    if name == "power rule":
        variable = letters(step.of)[0] if len(letters(step.of)) == 1 else "x"
        found = _read("u^n", "n*u^(n - 1)")
        return _renamed(found, {"u": Var(variable)})
    if name == "exponential rule":
        return _exponential(step)
    if name == "product rule":
        texts = _PRODUCTS.get(len(step.parts))
        return _read(*texts) if texts else None
    if name in _GENERAL:
        return _read(*_GENERAL[name])
    if type(step.of) is Call and step.of.name == "log" and step.parts[1].result == Num(0):
        return _read("log(u, v)", "du/(u*ln(v))")  # the base stands still
    if (
        name != "piecewise"
        and type(step.of) is Call
        and len(step.parts) == 2
        and ROWS[step.of.name].shape
    ):
        shape = ROWS[step.of.name].shape
        return _renamed((Call(step.of.name, (Var("u"), Var("v"))), rule(shape)), _PRIMES)
    return None


def _exponential(step: Step) -> tuple[Expr, Expr] | None:
    assert type(step.of) is Call
    base, exponent = step.of.args[0], step.of.args[-1]
    if step.of.name == "exp" or (type(base) is Call and base.name == "e"):
        return None  # it is its own general form
    power = Call("^", (Var("a"), exponent))
    return power, Call("*", (power, Call("ln", (Var("a"),))))


def _read(left: str, right: str) -> tuple[Expr, Expr]:
    return _renamed((rule(left), rule(right)), _PRIMES)


def _renamed(sides: tuple[Expr, Expr], names: dict[str, Expr]) -> tuple[Expr, Expr]:
    return substitute(sides[0], names), substitute(sides[1], names)


def _times_inner(outer: Expr) -> Expr:
    """The outer slope times u', the u' last as it is said in class."""
    if type(outer) is Call and outer.name == "/":
        return call("*", outer, _PRIMES["du"])
    if type(outer) is Call and outer.name == "neg":
        return Call("neg", (_times_inner(outer.args[0]),))
    return Call("*", (outer, _PRIMES["du"]))


def _plain(name: str, args: tuple[Expr, ...]) -> Expr:
    """The call as it stands, but a minus in front of a fraction and not above its line."""
    if name == "/":
        above, below = args
        if type(above) is Call and above.name == "neg":
            return Call("neg", (Call("/", (above.args[0], below)),))
    return Call(name, args)


def _is_quotient(expr: Expr) -> bool:
    """Whether this is a fraction, as u'/(1 + u^2) is, in which something may be cancelled."""
    return type(expr) is Call and expr.name == "/"


def put_in(step: Step) -> Expr | None:
    """The rule with its letters replaced, before it is tidied; None where that is the result.

    >>> put_in(derive(rule("u/(u + 1)"), "u"))
    <(u + 1 - u)/(u + 1)^2>
    """
    if step.rule not in _PUT_IN:
        return None
    sides = general(step)
    if sides is None or (step.rule == "chain rule" and not _is_quotient(sides[1])):
        return None
    pieces = dict(step.pieces)
    names = {"u": pieces["inner"]} if step.rule == "chain rule" else pieces
    moving = [name for name in names if name != "c"]
    for name, part in zip(moving, step.parts, strict=True):
        names[f"{name}'"] = part.result
    new: dict[int, Expr] = {}
    for node in nodes(sides[1]):
        if type(node) is Var:
            new[id(node)] = names[node.name]
        elif type(node) is Call:
            args = tuple([new[id(arg)] for arg in node.args])
            new[id(node)] = call("*", *args) if node.name == "*" else _plain(node.name, args)
        else:
            new[id(node)] = node
    found = new[id(sides[1])]
    return None if found == step.result else found
