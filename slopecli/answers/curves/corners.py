"""What a curve does at a point where its equation is not smooth: |x| + |y| = 1 at (1, 0).

Around the point every |u| with u = 0 there is u or -u, every max one of its arguments; a root of x
is smooth in its own root, x = w^3 or -w^3. So the equation falls apart into smooth ones, each with
conditions (u > 0, w > 0). The smooth ones are followed by power series in both directions, and what
meets the conditions, told by the first terms that are not 0, is the curve.
"""

from math import lcm

from slopecli.answers.curves.implicit import Implicit, slope_on
from slopecli.answers.slope import CONSTANT_BITS
from slopecli.calculus.balls import HALF, Balls
from slopecli.calculus.constants import Constants
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.jets import Jet, Jets
from slopecli.language.expr import Call, Expr, Num, Var, nodes, substitute
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_ORDER = 6  # terms of the series: conditions that they do not decide leave the answer unknown
_MOST = 64  # smooth equations
_TIMES, _OVER = ROWS["*"], ROWS["/"]
_ROOTS = frozenset({"^", "realpow", "sqrt", "cbrt"})


class Unclear(Exception):
    """The curve cannot be told apart into smooth branches here."""


class Smooth:
    """One smooth equation around 0, 0 with the conditions under which it is the curve.

    Each coordinate is `sign` times its letter to a `power`.
    """

    __slots__ = ("conditions", "expr", "powers", "signs")

    def __init__(self, expr: Expr, conditions: "list[Expr]") -> None:
        self.expr = expr
        self.conditions = conditions
        self.signs = {}  # type: dict[str, int]
        self.powers = {}  # type: dict[str, int]

    def replaced(self, old: Expr, new: Expr, condition: Expr) -> "Smooth":
        """The same with one part replaced everywhere."""
        found = Smooth(
            _replace(self.expr, old, new), [_replace(each, old, new) for each in self.conditions]
        )
        found.conditions.append(condition)
        found.signs, found.powers = dict(self.signs), dict(self.powers)
        return found


class Branch:
    """A way out of the point: `side` is -1 to the left, 1 to the right, 0 straight up or down.

    `slope` is None where it is upright; `rise` is then the way it goes, up or down.
    """

    __slots__ = ("_forward", "_part", "_room", "across", "rise", "side", "steep", "upright")

    def __init__(
        self, room: "_Room", part: Smooth, upright: bool, forward: int, base: Constants
    ) -> None:
        self._room, self._part, self._forward = room, part, forward
        self.upright = upright
        terms = room.terms(part, upright, forward, base)
        first = [_first(each, base) for each in terms]
        powers = [part.powers.get(name, 1) for name in room.letters]
        signs = [part.signs.get(name, 1) for name in room.letters]
        orders = [
            place * power if place else None
            for (place, _), power in zip(first, powers, strict=True)
        ]
        ways = [
            sign * way**power for (_, way), sign, power in zip(first, signs, powers, strict=True)
        ]
        far = _ORDER + 1
        across, up = [order or far * power for order, power in zip(orders, powers, strict=True)]
        if across == up == far:
            raise Unclear
        self.side = ways[0] if orders[0] else 0
        self.rise = ways[1] if orders[1] else 0
        self.steep = up < across
        self.across = (across, up) if across == up else None

    def slope(self, base: Balls) -> "Any":
        """The slope in one arithmetic."""
        if self.across is None:
            return Ratio(0)
        part, room = self._part, self._room
        terms = room.terms(part, self.upright, self._forward, base)
        numbers = []
        for name, coefficients, order in zip(room.letters, terms, self.across, strict=True):
            power = part.powers.get(name, 1)
            term = coefficients[order // power]
            value = base.apply(ROWS["^"], [term, Ratio(power)]) if power > 1 else term
            numbers.append(base.apply(_TIMES, [Ratio(part.signs.get(name, 1)), value]))
        return base.apply(_OVER, [numbers[1], numbers[0]])


class _Room:
    """The equation moved so that the point is 0, 0."""

    def __init__(self, place: Implicit) -> None:
        self.letters = (place.across, place.up)
        moved: dict[str, Expr] = {
            name: Var(name) if point.expr == Num(0) else Call("+", (Var(name), point.expr))
            for name, point in place.at.items()
        }
        self.expr = substitute(place.expr, moved)

    def branches(self, base: Constants) -> list[Branch]:
        """Every way out of the point. Raises Unclear where they cannot be told."""
        found = []
        for part in self._smooth(base):
            upright = self._upright(part, base)
            for forward in (1, -1):
                if self._holds(part, upright, forward, base):
                    found.append(Branch(self, part, upright, forward, base))
        return found

    def terms(self, part: Smooth, upright: bool, forward: int, base: Balls) -> "list[list[Any]]":
        """The Taylor coefficients of both letters along a branch."""
        names = self.letters[::-1] if upright else self.letters
        here: dict[str, Any] = dict.fromkeys(names, Ratio(0))
        series: list[Any] = [Ratio(0)]
        factorial = 1
        for order in range(1, _ORDER + 1):
            factorial *= order
            slope = slope_on(part.expr, names[0], names[1], here, base, order)
            if isinstance(slope, Missing):
                raise Unclear
            weight = Ratio(forward**order, factorial)
            series.append(base.apply(_TIMES, [weight, slope]))
        steady = [Ratio(0), Ratio(forward), *[Ratio(0)] * (_ORDER - 1)]
        return [series, steady] if upright else [steady, series]

    def _upright(self, part: Smooth, base: Constants) -> bool:
        """Whether the branch is to be followed along y: where F_y is 0."""
        jets = Jets(base, 1)
        slopes = []
        for name in self.letters:
            here: dict[str, Any] = dict.fromkeys(self.letters, Ratio(0))
            here[name] = jets.variable(Ratio(0))
            found = evaluate(part.expr, here, jets)
            if isinstance(found, Missing):
                raise Unclear
            slopes.append(base.sign(found.coefficients[1]) if type(found) is Jet else 0)
        if slopes[1] is None or (slopes[1] == 0 and not slopes[0]):
            raise Unclear
        return slopes[1] == 0

    def _holds(self, part: Smooth, upright: bool, forward: int, base: Constants) -> bool:
        jets = Jets(base, _ORDER)
        terms = self.terms(part, upright, forward, base)
        here = {name: Jet(list(each)) for name, each in zip(self.letters, terms, strict=True)}
        for condition in part.conditions:
            found = evaluate(condition, here, jets)
            if isinstance(found, Missing) or type(found) is not Jet:
                raise Unclear
            place, way = _first(found.coefficients, base)
            if not place:
                raise Unclear
            if way < 0:
                return False
        return True

    def _smooth(self, base: Constants) -> list[Smooth]:
        """The equation without its kinks, in every way in which they can be resolved."""
        done: list[Smooth] = []
        waiting = [Smooth(self.expr, [])]
        while waiting:
            part = waiting.pop()
            parts = self._resolved(part, base)
            if parts is None:
                done.append(part)
            else:
                waiting += parts
            if len(done) + len(waiting) > _MOST:
                raise Unclear
        return done

    def _resolved(self, part: Smooth, base: Constants) -> list[Smooth] | None:
        """The equations that one kink makes; None where there is none left."""
        for node in nodes(part.expr):
            if type(node) is not Call:
                continue
            if node.name == "abs" and self._is_zero(node.args[0], base):
                u = node.args[0]
                minus = Call("neg", (u,))
                return [part.replaced(node, u, u), part.replaced(node, minus, minus)]
            if node.name == "relu" and self._is_zero(node.args[0], base):
                u = node.args[0]
                return [part.replaced(node, u, u), part.replaced(node, Num(0), Call("neg", (u,)))]
            if node.name in ("max", "min") and self._is_zero(Call("-", node.args), base):
                u, v = node.args
                one, other = Call("-", (u, v)), Call("-", (v, u))
                if node.name == "min":
                    one, other = other, one
                return [part.replaced(node, u, one), part.replaced(node, v, other)]
            if node.name in _ROOTS and _is_root(node) and self._is_zero(node.args[0], base):
                return self._rooted(part, node.args[0])
        return None

    def _is_zero(self, expr: Expr, base: Constants) -> bool:
        value = evaluate(expr, dict.fromkeys(self.letters, Ratio(0)), base)
        sign = None if isinstance(value, Missing) else base.sign(value)
        if sign is None:
            raise Unclear
        return sign == 0

    def _rooted(self, part: Smooth, inside: Expr) -> list[Smooth]:
        """The equation in the root of a letter, on each side of 0."""
        letter, _ = _letter(inside)
        found = [
            node
            for node in nodes(part.expr)
            if type(node) is Call
            and node.name in _ROOTS
            and _is_root(node)
            and _named(node.args[0]) == letter
        ]
        power = lcm(*[_exponent(node).denominator for node in found])
        parts = []
        for side in (1, -1):
            expr = part.expr
            conditions = list(part.conditions)
            for node in found:
                new = _powered(node, side, power)
                if new is None:
                    break
                expr = _replace(expr, node, new)
                conditions = [_replace(each, node, new) for each in conditions]
            else:
                whole = Call("^", (Var(letter), Num(power)))
                moved: dict[str, Expr] = {letter: whole if side > 0 else Call("neg", (whole,))}
                expr = _after(expr, letter, moved[letter])
                made = Smooth(expr, [_after(each, letter, moved[letter]) for each in conditions])
                made.conditions.append(Var(letter))
                made.signs = {**part.signs, letter: side}
                made.powers = {**part.powers, letter: power}
                if letter in part.powers:
                    raise Unclear
                parts.append(made)
        return parts


_MARK = "\x00"  # stands for the root of a letter until the letter itself is replaced


def _powered(node: Call, side: int, power: int) -> Expr | None:
    """A root of the letter as a power of w, where the letter is w^power; None where it is none."""
    _, sign = _letter(node.args[0])
    exponent = _exponent(node)
    whole = Call("^", (Var(_MARK), Num(power * exponent.numerator // exponent.denominator)))
    if sign * side > 0:
        return whole
    if node.name not in ("realpow", "cbrt"):
        return None
    return Call("neg", (whole,)) if exponent.numerator % 2 else whole


def _after(expr: Expr, letter: str, moved: Expr) -> Expr:
    return substitute(substitute(expr, {letter: moved}), {_MARK: Var(letter)})


def _is_root(node: Call) -> bool:
    exponent = _exponent(node)
    return exponent.numerator > 0 and not exponent.is_integer


def _exponent(node: Call) -> Ratio:
    if node.name in ("sqrt", "cbrt"):
        return HALF if node.name == "sqrt" else Ratio(1, 3)
    exponent = node.args[1]
    if type(exponent) is Num:
        return exponent.value
    if type(exponent) is Call and exponent.name == "/":
        above, below = exponent.args
        if type(above) is Num and type(below) is Num and below.value:
            return above.value / below.value
    return Ratio(1)


def _letter(expr: Expr) -> tuple[str, int]:
    """The letter that is all there is under a root, and its sign."""
    if type(expr) is Var:
        return expr.name, 1
    if type(expr) is Call and expr.name == "neg":
        name, sign = _letter(expr.args[0])
        return name, -sign
    raise Unclear


def _named(expr: Expr) -> str:
    try:
        return _letter(expr)[0]
    except Unclear:
        return ""


def _replace(expr: Expr, old: Expr, new: Expr) -> Expr:
    """The formula with a part replaced wherever it occurs."""
    made: dict[int, Expr] = {}
    for node in nodes(expr):
        if node == old:
            made[id(node)] = new
        elif type(node) is Call and node.args:
            made[id(node)] = Call(node.name, tuple([made[id(arg)] for arg in node.args]))
        else:
            made[id(node)] = node
    return made[id(expr)]


def _first(terms: "list[Any]", base: Constants) -> tuple[int, int]:
    """The place and the sign of the first term that is not 0; place 0 where there is none."""
    for place, term in enumerate(terms):
        sign = base.sign(term)
        if sign is None:
            raise Unclear
        if sign and not place:
            raise Unclear  # the point is not on this branch
        if sign:
            return place, sign
    return 0, 0


def branches(place: Implicit) -> list[Branch] | None:
    """Every way in which the curve leaves the point; None where that cannot be told."""
    try:
        return _Room(place).branches(Constants(CONSTANT_BITS))
    except Unclear:
        return None
