"""An expression is a tree of three kinds of node: a number, a variable, a call.

Nodes never change, so that trees may share parts. Trees can be deep (a sum of 10,000 terms leans
10,000 levels to the left): every walk goes through `nodes`, which does not recurse.
"""

from slopecli.language.ratio import Ratio


class _Node:
    __slots__ = ("_hash",)
    _hash: int

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("the nodes of an expression never change")

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)  # type: ignore[attr-defined]


class Num(_Node):
    """A number as typed: exact, with decimals that end."""

    __match_args__ = ("value",)
    __slots__ = ("value",)
    value: Ratio

    def __init__(self, value: Ratio | int) -> None:
        if type(value) is int:
            value = Ratio(value)
        _set_value(self, value)
        _set_hash(self, hash(value))

    def __repr__(self) -> str:
        return f"Num({self.value!r})"

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is Num and self.value == other.value)

    __hash__ = _Node.__hash__


class Var(_Node):
    """A letter or a declared name."""

    __match_args__ = ("name",)
    __slots__ = ("name",)
    name: str

    def __init__(self, name: str) -> None:
        _set_name(self, name)
        _set_hash(self, hash(name))

    def __repr__(self) -> str:
        return f"Var({self.name!r})"

    def __eq__(self, other: object) -> bool:
        return self is other or (type(other) is Var and self.name == other.name)

    __hash__ = _Node.__hash__


class Call(_Node):
    """A row of the function table applied to arguments: an operator, a function, a constant."""

    __match_args__ = ("name", "args")
    __slots__ = ("args", "name")
    name: str
    args: "tuple[Expr, ...]"

    def __init__(self, name: str, args: "tuple[Expr, ...]" = ()) -> None:
        _set_called(self, name)
        _set_args(self, args)
        _set_hash(self, hash((name, args)))

    def __repr__(self) -> str:
        from slopecli.language.text import text  # repr is for people at a prompt

        return f"<{text(self)}>"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Call, (self.name, self.args)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(other) is not Call or self._hash != other._hash:
            return False
        pairs: list[tuple[Expr, Expr]] = [(self, other)]
        while pairs:
            one, two = pairs.pop()
            if one is two:
                continue
            if type(one) is Call and type(two) is Call:
                if one.name != two.name or len(one.args) != len(two.args):
                    return False
                pairs.extend(zip(one.args, two.args, strict=True))
            elif one != two:
                return False
        return True

    __hash__ = _Node.__hash__


def whole(value: int) -> Num:
    """A whole number; the small ones, of which formulas are full, are made once."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else Num(value)


# Nodes are frozen, so they are filled through their slots: quicker than object.__setattr__.
_set_hash = vars(_Node)["_hash"].__set__
_set_value = vars(Num)["value"].__set__
_set_name = vars(Var)["name"].__set__
_set_called = vars(Call)["name"].__set__
_set_args = vars(Call)["args"].__set__

Expr = Num | Var | Call
_SMALL = [Num(value) for value in range(33)]


def nodes(expr: Expr) -> list[Expr]:
    """Every node of the tree, arguments before the calls that use them, each object once.

    >>> [type(node).__name__ for node in nodes(Call("+", (Var("x"), Num(1))))]
    ['Var', 'Num', 'Call']
    """
    order: list[Expr] = []
    seen = set()
    stack: list[Expr | None] = [expr]
    while stack:
        node = stack.pop()
        if node is None:  # the arguments of the node below stand in the order
            order.append(stack.pop())  # type: ignore[arg-type]
        elif id(node) not in seen:
            seen.add(id(node))
            if type(node) is Call and node.args:
                stack.append(node)
                stack.append(None)
                stack.extend(node.args[::-1])
            else:
                order.append(node)
    return order


def distinct(expr: Expr) -> list[Expr]:
    """As `nodes`, but with equal parts made one object, so that a walk meets them once.

    The last is the whole expression.
    """
    same: dict[object, Expr] = {}
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        known: Expr | None
        if type(node) is Call and node.args:
            args = tuple([new[id(arg)] for arg in node.args])
            key = (node.name, *[id(arg) for arg in args])
            known = same.get(key)
            if known is None:
                known = same[key] = Call(node.name, args)
        else:
            known = same.setdefault(node, node)
        new[id(node)] = known
    return list(same.values())


def letters(expr: Expr) -> list[str]:
    """The names of the variables in the tree, sorted."""
    return sorted({node.name for node in nodes(expr) if type(node) is Var})


def substitute(expr: Expr, values: dict[str, Expr]) -> Expr:
    """The tree with each named variable replaced; what does not change is shared."""
    new: dict[int, Expr] = {}
    for node in nodes(expr):
        result: Expr = node
        if type(node) is Var:
            result = values.get(node.name, node)
        elif type(node) is Call and node.args:
            args = tuple([new[id(arg)] for arg in node.args])
            if any(arg is not old for arg, old in zip(args, node.args, strict=True)):
                result = Call(node.name, args)
        new[id(node)] = result
    return new[id(expr)]
