"""Which wrong rule, used at which part, gives this answer? Asked of numbers.

The derivative of a formula depends on the slope of each part in a simple way: a wrong slope there
is carried to the top by one factor, its reach. So the value of an answer with a slip is known
without deriving anew: right value + reach * (wrong slope - right slope). What meets the student's
number there is derived once more, slip and all, at further points.
"""

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.forms import Part, View, moving_nodes, parts, replaced
from slopecli.calculus.comparing.wrong_rules import WRONG_RULES, Wrong
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.rules import named, partial
from slopecli.language.expr import Call, Expr, Num, Var, letters, nodes
from slopecli.language.factors import literal
from slopecli.language.functions import ROWS, TRUTH
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from slopecli.calculus.derive import Along

LARGEST = 120  # nodes of a formula whose slips are looked for
PAIRS = 12_000  # pairs of slips that are tried
_BITS = 96
_SURE = 16  # bits of a number that must be right before meeting counts
_LETTERS = tuple("u v w du dv dw n c dc a x p q fu dfu fdu dfdu dfx".split())
_STALE = frozenset({"fdu", "dfdu"})  # would have to be worked out anew where du is wrong
_EVERYWHERE_AND_ONE = frozenset({"coeff-lost", "pow-coeff-only", "chain-missing"})
_rules: dict[tuple[str, bool], tuple[Expr, list[str]]] = {}


class Suspect:
    """A wrong rule at a part, seen in one way; `rank` is its line in the table."""

    __slots__ = ("part", "rank", "view", "wrong")

    def __init__(self, wrong: Wrong, part: Part, view: View, rank: int) -> None:
        self.wrong = wrong
        self.part = part
        self.view = view
        self.rank = rank


class Slips:
    """One suspect, one at several parts (`everywhere`), or two: together they give the answer."""

    __slots__ = ("everywhere", "suspects")

    def __init__(self, suspects: "Sequence[Suspect]", everywhere: bool = False) -> None:
        self.suspects = suspects
        self.everywhere = everywhere


class NoNumber(Exception):
    """Something has no value here."""


def wrong_rule(text: str, real: bool = False) -> tuple[Expr, list[str]]:
    """A wrong rule as an expression, and its letters; parsed once.

    With `real` its powers are real roots, which have values left of zero, too.
    """
    known = _rules.get((text, real))
    if known is None:
        expr = parse(text, _LETTERS)
        if real:
            for node in nodes(expr):
                if type(node) is Call and node.name == "^" and type(node.args[1]) is Call:
                    expr = replaced(expr, node, Call("realpow", node.args))
        known = _rules[text, real] = expr, letters(expr)
    return known


def is_odd_root(view: View) -> bool:
    """Whether the part is a power such as x^(1/3)."""
    exponent = view.pieces.get("n")
    value = None if exponent is None else literal(exponent)
    return value is not None and value.denominator > 1 and value.denominator % 2 == 1


def suspects(expr: Expr, variable: str, along: "Along | None" = None) -> list[Suspect]:
    """Every wrong rule at every part that it fits."""
    found = []
    for part in parts(expr, variable, along):
        for rank, wrong in enumerate(WRONG_RULES):
            view = part.fits(wrong)
            if view is not None:
                found.append(Suspect(wrong, part, view, rank))
    return found


class Here:
    """All numbers about a formula at one point: values, slopes, and how far each slope reaches.

    `along` gives the slopes of letters that move with the variable. Raises NoNumber where a number
    does not exist.
    """

    def __init__(
        self,
        expr: Expr,
        variable: str,
        place: "dict[str, Any]",
        target: "Any",
        along: "dict[str, Any] | None" = None,
    ) -> None:
        self.along = along or {}
        self.balls = Balls(_BITS)
        self.place: dict[str, Any] = {name: self.balls.ball(at) for name, at in place.items()}
        self.variable = variable
        self.target = target
        self.expr = expr
        self.order = nodes(expr)
        self.moving = {id(node) for node in moving_nodes(expr, variable, self.along)}
        self._values: dict[int, Any] = {}
        self._kept: list[Expr] = []  # or another node might get the address of one that is gone
        self.value(expr)
        self.rises = {id(node): self._rises(node) for node in self.order if id(node) in self.moving}
        self.slopes = self.derived({})
        self.right = self.slopes[id(expr)]
        self.reach = self._reaches()

    def value(self, expr: Expr) -> "Any":
        """The value of an expression: exact, or a ball."""
        for node in nodes(expr) if id(expr) not in self._values else ():
            if id(node) not in self._values:
                self._kept.append(node)
                self._values[id(node)] = self._one(node)
        return self._values[id(expr)]

    def _one(self, node: Expr) -> "Any":
        if type(node) is Num:
            return node.value
        if type(node) is Var:
            return self.place[node.name]
        assert type(node) is Call
        arguments = [self._values[id(arg)] for arg in node.args]
        row = ROWS[node.name]
        if node.name == "if" or node.name in TRUTH:
            raise NoNumber
        value = self.balls.apply(row, arguments)
        if isinstance(value, Missing):
            raise NoNumber
        return value

    def _rises(self, node: Expr) -> "list[Any]":
        """How much the value of a node rises with each of its arguments; None for constants."""
        if type(node) is not Call:
            return []
        arguments = named([self._values[id(arg)] for arg in node.args])
        return [
            self.rule(partial(ROWS[node.name], position), arguments)
            if id(arg) in self.moving
            else None
            for position, arg in enumerate(node.args)
        ]

    def rule(self, expr: Expr, values: "dict[str, Any]") -> "Any":
        """A rule as a ball, its letters given numbers."""
        found = evaluate(expr, values, self.balls)
        if isinstance(found, Missing) or type(found) is bool:
            raise NoNumber
        return self.balls.ball(found)

    def derived(self, slips: "dict[int, Suspect]") -> "dict[int, Any]":
        """The slope of every node, with the slips given for some of them."""
        slopes: dict[int, Any] = {}
        zero, one = self.balls.ball(Ratio(0)), self.balls.ball(Ratio(1))
        for node in self.order:
            key = id(node)
            slip = slips.get(key)
            if slip is not None:
                slopes[key] = self.slipped(slip, slopes)
            elif key not in self.moving:
                slopes[key] = zero
            elif type(node) is Var:
                slopes[key] = self.along.get(node.name, one)
            else:
                assert type(node) is Call
                total = zero
                for arg, rise in zip(node.args, self.rises[key], strict=True):
                    if rise is not None:
                        total = total + rise * slopes[id(arg)]
                    elif slips and id(arg) in slips:
                        total = total + slopes[id(arg)] * self._sign(node, arg)
                slopes[key] = total
        return slopes

    @staticmethod
    def _sign(node: Call, arg: Expr) -> int:
        return -1 if node.name == "neg" or (node.name == "-" and arg is node.args[1]) else 1

    def slipped(self, slip: Suspect, slopes: "dict[int, Any] | None" = None) -> "Any":
        """What the wrong rule gives; with `slopes`, from slopes that may be wrong themselves."""
        expr, names = wrong_rule(slip.wrong.rule, is_odd_root(slip.view))
        values = {}
        for name in names:
            piece = slip.view.pieces.get(name[1:]) if name in ("du", "dv", "dw") else None
            if slopes is not None and piece is not None and id(piece) in slopes:
                values[name] = slopes[id(piece)]
            else:
                values[name] = self.value(slip.view.piece(name))
        return self.rule(expr, values)

    def _reaches(self) -> "dict[int, Any]":
        zero, one = self.balls.ball(Ratio(0)), self.balls.ball(Ratio(1))
        reach = dict.fromkeys([id(node) for node in self.order], zero)
        reach[id(self.expr)] = one
        for node in reversed(self.order):
            if type(node) is Call and id(node) in self.moving:
                for arg, rise in zip(node.args, self.rises[id(node)], strict=True):
                    if rise is None:
                        rise = self._sign(node, arg) if node.name in ("+", "-", "neg") else 0
                    reach[id(arg)] = reach[id(arg)] + reach[id(node)] * rise
        return reach


class Search:
    """The slips that give an answer, looked for at the first of several points."""

    def __init__(
        self, expr: Expr, variable: str, points: list[Here], along: "Along | None" = None
    ) -> None:
        self.points = points
        self.here = points[0]
        self.suspects = suspects(expr, variable, along)
        self.gap = self.here.target - self.here.right
        self.changes: list[tuple[Suspect, Any]] = []
        for suspect in self.suspects:
            try:
                slope = self.here.slipped(suspect)
            except NoNumber:
                continue
            key = id(suspect.part.node)
            change = self.here.reach[key] * (slope - self.here.slopes[key])
            if change.is_finite() and not change.contains(0):
                self.changes.append((suspect, change))

    def leave_out(self, node: Expr) -> None:
        """Look for no slip at this node: it is none of the student's, as left - right is."""
        self.suspects = [each for each in self.suspects if each.part.node is not node]
        self.changes = [each for each in self.changes if each[0].part.node is not node]

    def single(self) -> list[Slips]:
        """One rule at one part."""
        return [
            Slips([suspect])
            for suspect, change in self.changes
            if change.overlaps(self.gap) and self.holds([suspect])
        ]

    def everywhere(self) -> list[Slips]:
        """One rule at every part that it fits."""
        return [Slips(same, everywhere=True) for same in self._by_rule() if self.holds(same)]

    def pairs(self) -> list[Slips]:
        """Two rules, at parts beside each other or one inside the other."""
        found: list[Slips] = []
        tried = 0
        inside = self._insides()
        for place, (one, change) in enumerate(self.changes):
            rest = self.gap - change
            for other, more in self.changes[place + 1 :]:
                tried += 1
                if one.part is other.part:
                    continue
                if id(one.part.node) in inside[id(other.part.node)]:
                    meets = self._nested(one, change, other)
                else:
                    meets = more.overlaps(rest)
                if meets and self.holds([one, other]):
                    found.append(Slips([one, other]))
            if tried > PAIRS or len(found) > 8:
                break
        return found

    def everywhere_and_one(self) -> list[Slips]:
        """A common rule at every part that it fits, and another slip at one of the others."""
        found = []
        for same in self._by_rule():
            if same[0].wrong.mistake in _EVERYWHERE_AND_ONE:
                taken = {id(suspect.part) for suspect in same}
                for other, _ in self.changes:
                    if id(other.part) not in taken and self.holds([*same, other]):
                        found.append(Slips([*same, other], everywhere=True))
        return found

    def _by_rule(self) -> "Iterator[list[Suspect]]":
        """The suspects of one rule, and those of them that are not inside another."""
        groups: dict[str, list[Suspect]] = {}
        for suspect, _ in self.changes:
            groups.setdefault(suspect.wrong.mistake, []).append(suspect)
        inside = self._insides()
        for same in groups.values():
            outer = [
                suspect
                for suspect in same
                if not any(
                    id(suspect.part.node) in inside[id(other.part.node)]
                    for other in same
                    if other.part is not suspect.part
                )
            ]
            for several in (same, outer) if len(outer) < len(same) else (same,):
                if len(several) > 1:
                    yield several

    def _insides(self) -> dict[int, set[int]]:
        return {
            id(part.node): {id(node) for node in nodes(part.node)}
            for part in {id(s.part): s.part for s in self.suspects}.values()
        }

    def _nested(self, one: Suspect, change: "Any", other: Suspect) -> bool:
        """Whether both together give the answer, one of them inside a piece of the other."""
        if any(name in _STALE for name in wrong_rule(other.wrong.rule)[1]):
            return False
        here = self.here
        slopes = dict(here.slopes)
        inner = id(one.part.node)
        for name in ("u", "v", "w"):
            piece = other.view.pieces.get(name)
            if piece is None or id(piece) not in slopes:
                continue
            if any(id(node) == inner for node in nodes(piece)):
                reach = here.reach[id(piece)]
                if reach.contains(0):
                    return False
                slopes[id(piece)] = slopes[id(piece)] + change / reach
        try:
            slope = here.slipped(other, slopes)
        except NoNumber:
            return False
        key = id(other.part.node)
        return bool((here.reach[key] * (slope - here.slopes[key])).overlaps(self.gap))

    def holds(self, together: "Sequence[Suspect]") -> bool:
        """Whether the derivative with these slips meets the answer at every point."""
        slips = {id(suspect.part.node): suspect for suspect in together}
        try:
            for here in self.points:
                found = here.derived(slips)[id(here.expr)]
                if not found.overlaps(here.target):
                    return False
                if found.rel_accuracy_bits() <= _SURE and not here.target.contains(0):
                    return False
        except NoNumber:
            return False
        return True
