"""A formula and its derivatives as one graph of operations, equal parts shared.

Every operation is known by its name and its arguments' numbers, so that a part that occurs twice,
in the formula or in its derivative, is one node. Derivatives are built by going forward through the
nodes with the partials of the table. Nodes are counted in an order in which arguments come first.
"""

import math

from slopecli.calculus.arrays.doubles import ARRAYS, partial
from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS, TRUTH

NUMBER, VARIABLE, GUARD = "number", "variable", "guard"

# Where these have no slope, doubles raise no flag: their partials are finite there.
_SILENT = frozenset(
    {"abs", "sign", "step", "relu", "floor", "ceil", "trunc", "round", "mod", "max", "min"}
    | {"atan2", "hypot", "lambertw"}
)


class Graph:
    """Operations on one variable.

    With `guarded`, every condition of the table is a node of its own and the value NaN where it
    does not hold. Without, only those conditions are whose breach would go unnoticed: breaches of
    the others raise a flag of the processor.
    """

    def __init__(self, guarded: bool) -> None:
        self.guarded = guarded
        self.nodes: list[tuple[str, tuple[int, ...], float]] = []
        self._places: dict[tuple[str, tuple[int, ...], object], int] = {}
        self.variable = self._node(VARIABLE, (), 0.0)

    def _node(self, name: str, args: tuple[int, ...], value: float = 0.0) -> int:
        # 0 and -0 are equal, but 1/x tells them apart
        key = (name, args, (value, math.copysign(1, value)) if name == NUMBER else 0)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.nodes)
            self.nodes.append((name, args, value))
        return place

    def number(self, value: float) -> int:
        """A constant."""
        return self._node(NUMBER, (), value)

    def value_of(self, place: int) -> float | None:
        """The constant that a node is, if it is one."""
        name, _, value = self.nodes[place]
        return value if name == NUMBER else None

    def call(self, name: str, *args: int) -> int:
        """A row of the table at these nodes; constants are worked out at once."""
        numbers = [self.value_of(arg) for arg in args]
        known = [number for number in numbers if number is not None]
        if len(known) == len(args) and name != GUARD:
            return self.number(float(ARRAYS.apply(ROWS[name], known)))
        if name in (GUARD, "if") and numbers[0] is not None:
            return args[1] if numbers[0] else self.number(math.nan) if name == GUARD else args[2]
        if name == "^":
            return self._power(*args)
        if name == "neg":
            return self._negated(args[0])
        if name == "/":
            return self._quotient(*args)
        return self._node(name, args)

    def _negated(self, place: int) -> int:
        """-(2x) is (-2)x: the sign costs nothing in a constant."""
        name, args, _ = self.nodes[place]
        number = self.value_of(args[0]) if name == "*" else None
        if number is not None:
            return self.call("*", self.number(-number), args[1])
        return self._node("neg", (place,))

    def _quotient(self, above: int, below: int) -> int:
        """Halves are products, exact and faster; u/v^2 is (u/v)/v where u/v is known already."""
        number = self.value_of(below)
        if number is not None and number and abs(math.frexp(number)[0]) == 0.5:
            return self.call("*", self.number(1 / number), above)
        name, args, _ = self.nodes[below]
        if name == "^" and self.value_of(args[1]) == 2:
            known = self._places.get(("/", (above, args[0]), 0))
            if known is not None:
                return self._node("/", (known, args[0]))
        return self._node("/", (above, below))

    def _power(self, base: int, exponent: int) -> int:
        number = self.value_of(exponent)
        if self.value_of(base) == math.e:
            return self.call("exp", exponent)
        if number == 0:
            return self.number(1.0)
        if number == 1:
            return base
        if number == 0.5:
            return self.call("sqrt", base)
        return self._node("^", (base, exponent))

    # Sums and products as they arise in derivatives: None is 0, and nothing is multiplied by 1.

    def product(self, one: int | None, two: int | None) -> int | None:
        """The product, tidy."""
        if one is None or two is None:
            return None
        if self.value_of(two) is not None:
            one, two = two, one
        number = self.value_of(one)
        if number == 0:
            return None
        if number == 1:
            return two
        if number == -1:
            return self.negative(two)
        for here, other in ((one, two), (two, one)):
            name, args, _ = self.nodes[here]
            if name == "neg":
                return self.negative(self.product(args[0], other))
            if name == "/":
                above = self.product(args[0], other)
                return None if above is None else self.call("/", above, args[1])
        name, args, _ = self.nodes[two]
        if number is not None and name == "*" and self.value_of(args[0]) is not None:
            return self.product(self.call("*", one, args[0]), args[1])
        return self.call("*", one, two)

    def sum(self, one: int | None, two: int | None) -> int | None:
        """The sum, tidy."""
        if one is None or two is None:
            return two if one is None else one
        if one == two:
            return self.product(self.number(2.0), one)
        for here, other in ((two, one), (one, two)):
            name, args, _ = self.nodes[here]
            if name == "neg":
                return self.call("-", other, args[0])
        parts = [self.nodes[here] for here in (one, two)]
        if parts[0][0] == parts[1][0] == "/" and parts[0][1][1] == parts[1][1][1]:
            above = self.sum(parts[0][1][0], parts[1][1][0])
            return None if above is None else self.call("/", above, parts[0][1][1])
        return self.call("+", one, two)

    def negative(self, one: int | None) -> int | None:
        """The negative, tidy."""
        if one is None:
            return None
        name, args, _ = self.nodes[one]
        if name == "/":
            above = self.negative(args[0])
            return None if above is None else self.call("/", above, args[1])
        return args[0] if name == "neg" else self.call("neg", one)

    # Formulas.

    def insert(self, expr: Expr, point: dict[str, int], typed: bool = False) -> int:
        """The nodes of an expression whose letters are these nodes.

        What a person has typed is guarded where it may have no value; rules of the table are not,
        since they are only used where they hold.
        """
        places: dict[int, int] = {}
        for node in nodes(expr):
            if type(node) is Num:
                place = self.number(ARRAYS.number(node.value))
            elif type(node) is Var:
                place = point[node.name]
            else:
                assert type(node) is Call
                place = self._inserted(node, [places[id(arg)] for arg in node.args], typed)
            places[id(node)] = place
        return places[id(expr)]

    def _inserted(self, node: Call, args: list[int], typed: bool) -> int:
        if typed and node.name == "^" and self._is_power_of_zero(*args):
            return self.call(GUARD, self._holds("v > 0", args), self.number(0.0))
        place = self.call(node.name, *args)
        condition = ROWS[node.name].exists
        silent = node.name in _SILENT
        if node.name == "^":
            condition, silent = self._power_exists(*args)
        if typed and condition and (self.guarded or silent):
            return self.call(GUARD, self._holds(condition, args), place)
        if typed and node.name == "if":
            return self._decided(args[0], place)
        return place

    def _decided(self, condition: int, place: int) -> int:
        """Where two sides cannot be compared, since one has no value, no branch is taken."""
        for here in self._comparisons(condition):
            for side in self.nodes[here][1]:
                if self.nodes[side][0] not in (NUMBER, VARIABLE):
                    place = self.call(GUARD, self.call("=", side, side), place)
        return place

    def _is_power_of_zero(self, base: int, exponent: int) -> bool:
        """Whether it is 0^v, with a v that varies: 0 for v > 0, and without a value elsewhere."""
        return self.value_of(base) == 0 and self.value_of(exponent) is None

    def _power_exists(self, base: int, exponent: int) -> tuple[str, bool]:
        """Where a power exists, and whether NumPy gives a number elsewhere without a flag."""
        number = self.value_of(exponent)
        if number is None or math.isnan(number):  # 1^nan is 1 to NumPy; 0^0 is 1, and (-2)^2 is 4,
            # only where the exponent stays what it is
            return "u > 0 and v = v", True
        if number == 0:  # what has no value has no power either
            return ("", False) if base == self.variable else ("u = u", True)
        return ("u != 0" if number < 0 else ""), False

    def _holds(self, condition: str, args: list[int] | tuple[int, ...]) -> int:
        return self.insert(rule(condition), dict(zip(ARGUMENTS, args, strict=False)))

    # Derivatives.

    def derivative(self, place: int) -> int | None:
        """The node of the derivative; None where it is 0 everywhere."""
        slopes: dict[int, int | None] = {}
        for here in self.reachable([place]):
            name, args, _ = self.nodes[here]
            if name == VARIABLE:
                slopes[here] = self.number(1.0)
            elif name == NUMBER or name in TRUTH or here not in self._depending:
                slopes[here] = None
            else:
                slopes[here] = self._slope(here, [slopes[arg] for arg in args])
        return slopes[place]

    def reachable(self, places: list[int]) -> list[int]:
        """The nodes that these are made of, in order; notes which depend on the variable."""
        needed = set(places)
        for here in range(max(places), -1, -1):
            if here in needed:
                needed.update(self.nodes[here][1])
        order = sorted(needed)
        self._depending = {self.variable}
        for here in order:
            if any(arg in self._depending for arg in self.nodes[here][1]):
                self._depending.add(here)
        return order

    def _slope(self, here: int, slopes: list[int | None]) -> int | None:
        name, args, _ = self.nodes[here]
        if name == GUARD:
            return self.call(GUARD, args[0], self.number(0.0) if slopes[1] is None else slopes[1])
        if name == "if":
            return self._slope_of_branches(args, slopes)
        row, point = ROWS[name], dict(zip(ARGUMENTS, args, strict=False))
        total = None
        for position, slope in enumerate(slopes):
            if slope is not None:
                factor = self.insert(partial(row, position), point)
                total = self.sum(total, self.product(factor, slope))
        condition = self._condition(name, args)
        if not condition:
            return total
        return self.call(
            GUARD, self._holds(condition, args), self.number(0.0) if total is None else total
        )

    def _condition(self, name: str, args: tuple[int, ...]) -> str:
        """Where the derivative of the row holds, if that has to be asked."""
        row = ROWS[name]
        exponent = self.value_of(args[1]) if name in ("^", "realpow") else None
        if exponent is not None:
            if name == "realpow" or exponent % 1 == 0:
                return "u != 0" if exponent < 1 and self.guarded else ""
            return row.smooth
        return (row.smooth or row.exists) if self.guarded or name in _SILENT else ""

    def _slope_of_branches(self, args: tuple[int, ...], slopes: list[int | None]) -> int:
        """The slope of the branch; none where the condition is about to change."""
        zero = self.number(0.0)
        branches = [zero if slope is None else slope for slope in slopes[1:]]
        slope = branches[0] if branches[0] == branches[1] else self.call("if", args[0], *branches)
        for here in self._comparisons(args[0]):
            if not any(side in self._depending for side in self.nodes[here][1]):
                continue
            slope = self.call(GUARD, self.call("!=", *self.nodes[here][1]), slope)
        return slope

    def _comparisons(self, condition: int) -> list[int]:
        found, waiting = [], [condition]
        while waiting:
            name, args, _ = self.nodes[waiting.pop()]
            if name in ("and", "or"):
                waiting += args
            elif name in TRUTH:
                found.append(self._places[name, args, 0])
        return found
