"""What a formula says before it is derived: what moves, and plain numbers worked out."""

from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.factors import literal, number
from slopecli.language.functions import TRUTH
from slopecli.language.ratio import Ratio
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection

_ARITHMETIC = frozenset({"+", "-", "*", "/", "^"})


class Reading:
    """A formula read in one variable: `moving` holds the ids of the nodes that depend on it.

    Letters of `along` move with the variable.
    """

    __slots__ = ("_changed", "_made", "moving")

    def __init__(self, order: list[Expr], variable: str, along: "Collection[str]" = ()) -> None:
        self.moving: set[int] = set()
        self._changed: set[int] = set()  # nodes that have a tidier form
        self._made: dict[int, Expr] = {}  # those forms, as far as they were asked for
        moving, changed = self.moving, self._changed
        plain: dict[int, Ratio] = {}  # exact numbers, also as fractions and with a minus
        for node in order:
            key = id(node)
            if type(node) is Var:
                if node.name == variable or node.name in along:
                    moving.add(key)
            elif type(node) is Num:
                plain[key] = node.value
            elif type(node) is Call and node.args:
                keys = [id(arg) for arg in node.args]
                if not moving.isdisjoint(keys):
                    moving.add(key)
                elif plain.keys() >= set(keys):
                    self._work_out(node, plain)
                    continue
                if not changed.isdisjoint(keys) or (node.name in _ARITHMETIC and _has_unit(node)):
                    changed.add(key)

    def tidy(self, node: Expr) -> Expr:
        """The node with its numbers worked out; made when it is first asked for.

        Most sums never are: their terms are derived one by one.
        """
        if id(node) not in self._changed:
            return node
        made, changed = self._made, self._changed
        stack = [node]
        while stack:
            part = stack[-1]
            assert type(part) is Call
            missing = [arg for arg in part.args if id(arg) in changed and id(arg) not in made]
            if missing:
                stack.extend(missing)
                continue
            stack.pop()
            if id(part) not in made:
                made[id(part)] = call(part.name, *[made.get(id(arg), arg) for arg in part.args])
        return made[id(node)]

    def _work_out(self, node: Call, plain: dict[int, Ratio]) -> None:
        """An operator or function of plain numbers."""
        if node.name in TRUTH:
            return
        keys = [id(arg) for arg in node.args]
        found = _simple(node.name, [plain[key] for key in keys])
        if found is None:
            args = [self._made.get(key, arg) for key, arg in zip(keys, node.args, strict=True)]
            found = call(node.name, *args)
        value = literal(found)
        if value is not None:
            plain[id(node)] = value
        if found != node:  # 1/2 is worked out, and the same
            self._made[id(node)] = found
            self._changed.add(id(node))


def _simple(name: str, values: list[Ratio]) -> Expr | None:
    """Sums and products of whole numbers, without the general means: most numbers are such."""
    if len(values) != 2 or not (values[0].denominator == 1 == values[1].denominator):
        return None
    u, v = values[0].numerator, values[1].numerator
    if name == "*":
        return number(u * v)
    if name == "+":
        return number(u + v)
    if name == "-":
        return number(u - v)
    return number(u, v) if name == "/" and v else None


def _has_unit(node: Call) -> bool:
    """Whether an argument is 0 or 1, so that the node is not tidy."""
    for arg in node.args:
        if type(arg) is Num:
            value = arg.value
            if value.denominator == 1 and 0 <= value.numerator <= 1:
                return True
    return False
