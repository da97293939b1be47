"""What a part of a formula looks like to a rule: f(u), u^n, uv, u/v, c u, its pieces named.

A part may be seen in several ways: 1/x^2 is a quotient, a reciprocal and the power x^(-2). Students
derive it by any of them, and err by any of them.
"""

from slopecli.calculus.derive import derive
from slopecli.language.expr import Call, Expr, Num, Var, nodes, substitute
from slopecli.language.factors import literal, number
from slopecli.language.functions import TRUTH
from slopecli.language.powers import power
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from slopecli.calculus.comparing.wrong_rules import Wrong
    from slopecli.calculus.derive import Along

INNER = "u"  # the letter of the outer function in a chain
ONE = Num(1)


class View:
    """One way to see a part: its form, and what the letters of the rules stand for.

    `shape` is the outer function in the letter u, for the letters that need it: its derivative at
    the inside (dfu), at the slope of the inside (dfdu), at the variable (dfx); its value (fu, fdu).
    """

    __slots__ = ("along", "form", "pieces", "shape", "variable")

    def __init__(
        self, form: str, pieces: dict[str, Expr], variable: str, shape: Expr | None = None
    ) -> None:
        self.along: Along | None = None
        self.form = form
        self.pieces = pieces
        self.variable = variable
        self.shape = shape

    def piece(self, name: str) -> Expr:
        """What a letter stands for; worked out when it is first asked for."""
        known = self.pieces.get(name)
        if known is None:
            known = self.pieces[name] = self._made(name)
        return known

    def _made(self, name: str) -> Expr:
        if name == "x":
            return Var(self.variable)
        if name in ("fu", "fdu", "dfu", "dfdu", "dfx"):
            assert self.shape is not None
            shape = self.shape if name[0] == "f" else slope_of(self.shape, INNER)
            inside = name[1:] if name[0] == "f" else name[2:]
            return substitute(shape, {INNER: self.piece(inside)})
        assert name[0] == "d"
        return slope_of(self.piece(name[1:]), self.variable, self.along)


class Part:
    """A node that depends on the variable, or a constant term, with all ways to see it."""

    __slots__ = ("node", "parent", "views")

    def __init__(self, node: Expr, parent: "Call | None", views: list[View]) -> None:
        self.node = node
        self.parent = parent
        self.views = views

    def fits(self, wrong: "Wrong") -> "View | None":
        """The view that the wrong rule is for."""
        if wrong.of and (type(self.node) is not Call or self.node.name not in wrong.of):
            return None
        for view in self.views:
            if view.form == wrong.form:
                return view
        return None


def slope_of(expr: Expr, variable: str, along: "Along | None" = None) -> Expr:
    """The tidy derivative."""
    return derive(expr, variable, along).result


def parts(expr: Expr, variable: str, along: "Along | None" = None) -> list[Part]:
    """Every part that a rule is used at, the smallest first; `along` as `derive` takes it."""
    found = _parts(expr, variable, along or {})
    for part in found if along else ():
        for view in part.views:
            view.along = along
    return found


def _parts(expr: Expr, variable: str, along: "Along") -> list[Part]:
    moving = {id(node) for node in moving_nodes(expr, variable, along)}
    parents: dict[int, Call] = {}
    order = nodes(expr)
    for node in order:
        if type(node) is Call:
            for arg in node.args:
                parents[id(arg)] = node
    found = []
    for node in order:
        parent = parents.get(id(node))
        if id(node) in moving:
            if type(node) is Call:
                views = list(_views(node, parent, moving, variable))
                found.append(Part(node, parent, views))
            elif type(node) is Var and node.name in along:
                views = [View("function letter", {"u": node}, variable)]
                found.append(Part(node, parent, views))
        elif parent is None or (id(parent) in moving and parent.name in ("+", "-", "neg")):
            pieces = {"c": node, "dc": _as_variable(node)}
            found.append(Part(node, parent, [View("constant", pieces, variable)]))
    return found


def moving_nodes(expr: Expr, variable: str, along: "Collection[str]" = ()) -> list[Expr]:
    """The nodes that depend on the variable, or on a letter that moves with it."""
    moving: set[int] = set()
    found: list[Expr] = []
    for node in nodes(expr):
        if (type(node) is Var and (node.name == variable or node.name in along)) or (
            type(node) is Call and any(id(arg) in moving for arg in node.args)
        ):
            moving.add(id(node))
            found.append(node)
    return found


def _views(node: Call, parent: Call | None, moving: set[int], variable: str) -> "Iterator[View]":
    moves = [id(arg) in moving for arg in node.args]
    name = node.name
    if name in ("+", "-"):
        yield from _of_sum(node, moves, variable)
    elif name == "neg":
        yield View("minus", {"u": node.args[0]}, variable)
    elif name == "*":
        yield from _of_product(node, parent, moving, variable)
    elif name == "/":
        yield from _of_quotient(node, moves, variable)
    elif name in ("^", "realpow"):
        yield from _of_power(node, moves, variable)
    elif len(node.args) == 1 and name not in TRUTH:
        yield from _of_function(node, variable)
    elif name == "log" and moves == [True, False]:
        yield View("function", {"u": node.args[0]}, variable)


def _of_sum(node: Call, moves: list[bool], variable: str) -> "Iterator[View]":
    u, v = node.args
    pieces = {"u": u, "v": v}
    if all(moves) or moves[1]:
        yield View("sum" if node.name == "+" else "difference", pieces, variable)
    if moves[0] and not _is_sum(u):
        yield View(f"first of a {'sum' if node.name == '+' else 'difference'}", pieces, variable)


def _of_product(
    node: Call, parent: Call | None, moving: set[int], variable: str
) -> "Iterator[View]":
    u, v = node.args
    if id(u) in moving and id(v) in moving:
        yield View("product", {"u": u, "v": v}, variable)
        three = _three(node)
        if three is not None and all(id(each) in moving for each in three):
            yield View("three factors", dict(zip("uvw", three, strict=True)), variable)
        return
    c, u = (u, v) if id(v) in moving else (v, u)
    yield from _of_multiple(c, u, variable)


def _of_multiple(c: Expr, u: Expr, variable: str) -> "Iterator[View]":
    yield View("coefficient", {"c": c, "u": u}, variable)
    raised = _as_power(u)
    if raised is not None:
        base, n = raised
        yield View("monomial", {"c": c, "u": base, "n": n}, variable)


def _three(node: Call) -> tuple[Expr, Expr, Expr] | None:
    left, right = node.args
    if type(left) is Call and left.name == "*":
        return left.args[0], left.args[1], right
    return None


def _of_quotient(node: Call, moves: list[bool], variable: str) -> "Iterator[View]":
    u, v = node.args
    if not moves[1]:
        yield from _of_multiple(call("/", ONE, v), u, variable)
        return
    below = _as_power(v)
    if not moves[0]:
        yield View("reciprocal", {"c": u, "v": v}, variable)
        if u != ONE:
            yield View("coefficient", {"c": u, "u": Call("/", (ONE, v))}, variable)
        if not _is_variable(v, variable):
            yield View("chain", {"u": v}, variable, Call("/", (u, Var(INNER))))
        base, n = below or (v, ONE)
        pieces = {"c": u, "u": base, "n": call("neg", n)}
        yield View("monomial" if u != ONE else "power", pieces, variable)
    else:
        yield View("quotient", {"u": u, "v": v}, variable)
        yield from _of_two_powers(node, u, v, variable)
    if below is not None:
        pieces = {"u": u, "v": v, "w": below[0], "n": call("neg", below[1])}
        yield View("power below", pieces, variable)
    for form, whole in (("quotient of a sum", u), ("quotient by a sum", v)):
        if type(whole) is Call and whole.name in ("+", "-"):
            p, q = whole.args
            q = q if whole.name == "+" else call("neg", q)
            yield View(form, {"u": u, "v": v, "p": p, "q": q}, variable)


def _of_two_powers(node: Call, u: Expr, v: Expr, variable: str) -> "Iterator[View]":
    """u^n/v^n seen as (u/v)^n."""
    above, below = _as_power(u), _as_power(v)
    if above is not None and below is not None and above[1] == below[1]:
        shape = power(Var(INNER), above[1])
        yield View("chain", {"u": Call("/", (above[0], below[0]))}, variable, shape)


def _of_power(node: Call, moves: list[bool], variable: str) -> "Iterator[View]":
    base, exponent = node.args
    if all(moves):
        yield View("tower", {"u": base, "v": exponent}, variable)
        return
    if moves[1]:
        yield View("exponential", {"a": base, "u": exponent}, variable)
        if not _is_variable(exponent, variable):
            shape = Call("^", (base, Var(INNER)))
            yield View("chain", {"u": exponent}, variable, shape)
        return
    pieces = {"u": base, "n": exponent}
    if _is_root(exponent):
        yield View("root power", pieces, variable)
    yield View("power", pieces, variable)
    if not _is_variable(base, variable):
        yield View("chain", {"u": base}, variable, Call(node.name, (Var(INNER), exponent)))


def _of_function(node: Call, variable: str) -> "Iterator[View]":
    u = node.args[0]
    shape = Call(node.name, (Var(INNER),))
    yield View("function", {"u": u}, variable, shape)
    if not _is_variable(u, variable):
        yield View("chain", {"u": u}, variable, shape)
    if node.name == "ln" and type(u) is Call and u.name == "*":
        for c, w in (u.args, u.args[::-1]):
            if literal(c) is not None:
                yield View("logarithm of a multiple", {"u": u, "c": c, "w": w}, variable)
                break
    raised = _as_power(node)
    if raised is not None:
        pieces = {"u": raised[0], "n": raised[1]}
        yield View("root", pieces, variable)
        yield View("root power", pieces, variable)
        yield View("power", pieces, variable)


def _as_power(expr: Expr) -> tuple[Expr, Expr] | None:
    """Base and constant exponent of u^n, sqrt(u) and cbrt(u)."""
    if type(expr) is not Call:
        return None
    if expr.name in ("sqrt", "cbrt"):
        return expr.args[0], number(1, 2 if expr.name == "sqrt" else 3)
    if expr.name in ("^", "realpow") and literal(expr.args[1]) is not None:
        return expr.args[0], expr.args[1]
    return None


def _is_root(exponent: Expr) -> bool:
    value = literal(exponent)
    return value is not None and Ratio(0) < value < Ratio(1)


def _is_variable(expr: Expr, variable: str) -> bool:
    return type(expr) is Var and expr.name == variable


def _is_sum(expr: Expr) -> bool:
    return type(expr) is Call and expr.name in ("+", "-")


def _as_variable(constant: Expr) -> Expr:
    """The derivative of a constant in the number that it is made of: pi^2 gives 2 pi."""
    if type(constant) is not Call:
        return ONE
    leaves = [
        node
        for node in nodes(constant)
        if type(node) is Num or (type(node) is Call and not node.args)
    ]
    chosen = next((leaf for leaf in leaves if type(leaf) is Call), leaves[0] if leaves else None)
    if chosen is None:
        return ONE
    held = replaced(constant, chosen, Var(INNER))
    return substitute(slope_of(held, INNER), {INNER: chosen})


def replaced(expr: Expr, part: Expr, by: Expr) -> Expr:
    """The tree with this one object replaced."""
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        result: Expr = node
        if node is part:
            result = by
        elif type(node) is Call and node.args:
            result = Call(node.name, tuple([new[id(arg)] for arg in node.args]))
        new[id(node)] = result
    return new[id(expr)]
