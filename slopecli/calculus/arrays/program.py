"""A formula with its slopes over an array, as a straight list of NumPy operations.

With this module one can evaluate f, f', f'', ... at millions of points about as fast as a person
who writes the formulas by hand in NumPy, or faster: parts that f and f' share are computed once,
whole powers are products, and the list is run over blocks that stay in the processor's cache.

A block is first run with the processor's flags for 1/0 and undefined results raised as errors; only
where that happens is it run again with every condition of the function table checked.
"""

import math
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slopecli.calculus.arrays.doubles import FUNCTIONS
from slopecli.calculus.arrays.graph import GUARD, NUMBER, VARIABLE, Graph
from slopecli.calculus.arrays.pulls import on_arrays
from slopecli.calculus.deadline import start
from slopecli.language.expr import Expr
from slopecli.language.functions import TRUTH

Floats = NDArray[np.float64]

BLOCK = 16_384  # points; with the handful of arrays that a formula needs this stays in cache
TWO_THREADS = 1_000_000  # points from which on a second thread pays for its start
_MULTIPLIED = 32  # whole powers up to here are products


class Program:
    """f and its slopes up to an order, ready to be run over arrays.

    The expression has no letter but the variable. `by_tangent` says whether sine and cosine are
    found from a tangent; by default where that is faster.
    """

    def __init__(
        self, expr: Expr, variable: str, order: int = 1, by_tangent: bool | None = None
    ) -> None:
        self.expr = expr
        self.variable = variable
        self.order = order
        self._by_tangent = _tangent_is_fast() if by_tangent is None else by_tangent
        self._fast = self._steps(guarded=False)
        self._careful: _Steps | None = None
        self._lock = threading.Lock()

    def run(self, x: Floats, threads: int | None = None) -> Floats:
        """The values and slopes, an array of shape (order + 1,) + shape of x.

        NaN where there is no value or no slope; no warnings. From a million points on two threads
        share the work unless `threads` says otherwise.
        """
        points = np.ascontiguousarray(x, dtype=float).reshape(-1)
        results = np.empty((self.order + 1, points.size))
        starts = range(0, points.size, BLOCK)
        if threads is None:
            threads = 2 if points.size >= TWO_THREADS else 1
        workers = [
            threading.Thread(target=self._run_blocks, args=(points, results, starts[k::threads]))
            for k in range(1, threads)
        ]
        for worker in workers:
            start(worker)
        self._run_blocks(points, results, starts[0::threads])
        for worker in workers:
            worker.join()
        return results.reshape((self.order + 1, *np.shape(x)))

    def _run_blocks(self, points: Floats, results: Floats, starts: range) -> None:
        room = self._fast.room(min(BLOCK, points.size))
        with np.errstate(all="ignore", divide="raise", invalid="raise"):
            for start in starts:
                block = points[start : start + BLOCK]
                found = results[:, start : start + BLOCK]
                try:
                    if self._lacking:  # a constant such as ln(-1) raises no flag any more
                        self._run_carefully(block, found)
                    else:
                        self._fast.run(block, found, room)
                except FloatingPointError:
                    self._run_carefully(block, found)

    def _run_carefully(self, block: Floats, found: Floats) -> None:
        with self._lock:
            if self._careful is None:
                self._careful = self._steps(guarded=True)
        with np.errstate(all="ignore"):
            self._careful.run(block, found, self._careful.room(block.size))
        found[1:][:, np.isnan(found[0])] = np.nan  # a formula may reach further than its curve

    def _steps(self, guarded: bool) -> "_Steps":
        graph = Graph(guarded)
        ends = [graph.insert(self.expr, {self.variable: graph.variable}, typed=True)]
        values = [graph.value_of(here) for here in graph.reachable(ends)]
        self._lacking = any(value is not None and math.isnan(value) for value in values)
        for _ in range(self.order):
            slope = graph.derivative(ends[-1])
            ends.append(graph.number(0.0) if slope is None else slope)
        return _Steps(*_lowered(graph, ends, self._by_tangent))


def _lowered(graph: Graph, ends: list[int], by_tangent: bool) -> tuple[Graph, list[int]]:
    """The same in operations that NumPy is fast at.

    Whole powers become products: NumPy's own power takes 60 times as long. Sine and cosine come
    from one tangent of half the angle, where that is the faster.
    """
    lower = _Lower(graph.guarded)
    places: dict[int, int] = {}
    for here in graph.reachable(ends):
        name, args, value = graph.nodes[here]
        exponent = graph.value_of(args[1]) if name == "^" else None
        if name == VARIABLE:
            places[here] = lower.variable
        elif name == NUMBER:
            places[here] = lower.number(value)
        elif exponent is not None and exponent % 1 == 0 and abs(exponent) <= _MULTIPLIED:
            product = lower.power(places[args[0]], abs(int(exponent)))
            one = lower.number(1.0)
            places[here] = product if exponent > 0 else lower.call("/", one, product)
        elif name in ("sin", "cos") and by_tangent:
            places[here] = lower.of_angle(name, places[args[0]])
        else:
            places[here] = lower.call(name, *[places[arg] for arg in args])
    return lower, [places[end] for end in ends]


class _Lower(Graph):
    """A graph of what is to be computed, with no further derivative in mind."""

    def power(self, base: int, exponent: int) -> int:
        """By squaring; powers of one base share their squares."""
        if exponent == 1:
            return base
        half = self.power(base, exponent // 2)
        square = self.call("*", half, half)
        return self.call("*", square, base) if exponent % 2 else square

    def of_angle(self, name: str, angle: int) -> int:
        """sin = 2t/(1 + t^2), cos = (1 - t)(1 + t)/(1 + t^2) with t the tangent of half the angle.

        The sine is good to the last digits everywhere. Near the zeros of the cosine few digits are
        left; there NumPy's own is taken.
        """
        one = self.number(1.0)
        t = self.call("tan", self.call("*", self.number(0.5), angle))
        below = self.call("+", one, self.call("*", t, t))
        if name == "sin":
            return self.call("/", self.call("+", t, t), below)
        above = self.call("*", self.call("-", one, t), self.call("+", one, t))
        return self._node(_COSINE, (self.call("/", above, below), angle))


_COSINE = "cosine"  # of a rough cosine and the angle
_ROUGH = 0.25  # a cosine below this has lost two binary digits


def _mended(rough: Floats, angle: Floats, out: Floats) -> Floats:
    """The cosine, anew where it is small. `out` may be the array of the angle."""
    small = np.flatnonzero(np.abs(rough) < _ROUGH)
    anew = np.cos(angle[small])
    if out is not rough:
        np.copyto(out, rough)
    out[small] = anew
    return out


def _tangent_is_fast() -> bool:
    """Whether NumPy has a vectorised tangent for this processor; its sine is not vectorised."""
    try:
        found = np.lib.introspect.opt_func_info(func_name="^tan$", signature="float64")
        level = found["tan"]["dd"]["current"]
        return "AVX512" in level or "X86_V4" in level
    except (AttributeError, KeyError):  # a NumPy that does not tell
        return False


_Step = tuple[Callable[..., Any], tuple[Any, ...], int, bool]
"""A function, its arguments (slots as `_Slot`, or numbers), the slot of the result, and whether the
function writes into an array that it is given."""


class _Slot(int):
    """The place of an intermediate result."""


class _Steps:
    """Operations in order, each result in a slot that is used again when it is no longer needed."""

    def __init__(self, graph: Graph, ends: list[int]) -> None:
        order = graph.reachable(ends)
        last = {arg: here for here in order for arg in graph.nodes[here][1]}
        self.constants = {
            row: graph.value_of(end) for row, end in enumerate(ends) if self._is_fixed(graph, end)
        }
        self.slots = 1  # the first is the variable
        self.rows: dict[int, int] = {}  # slots that are rows of the results
        self.copies: list[tuple[int, int]] = []  # from a slot to one more row
        self.steps: list[_Step] = []
        free: list[int] = []
        slots: dict[int, int] = {graph.variable: 0}
        for here in order:
            name, args, _ = graph.nodes[here]
            if name in (NUMBER, VARIABLE):
                continue
            arguments = tuple(
                graph.nodes[arg][2] if graph.nodes[arg][0] == NUMBER else _Slot(slots[arg])
                for arg in args
            )
            function, writes = _function(name)
            for arg in set(args):
                if last[arg] == here and self._is_free(graph, arg, ends):
                    free.append(slots[arg])
            if here in ends or not free or not writes:
                slots[here] = self.slots
                self.slots += 1
            else:
                slots[here] = free.pop()
            self.steps.append((function, arguments, slots[here], writes))
        for row, end in enumerate(ends):
            if end in slots and slots[end] and slots[end] not in self.rows:
                self.rows[slots[end]] = row
            elif end in slots:
                self.copies.append((slots[end], row))

    @staticmethod
    def _is_free(graph: Graph, place: int, ends: list[int]) -> bool:
        """Whether the slot of a node that is needed no more may take another result."""
        name = graph.nodes[place][0]
        return place not in ends and name not in TRUTH and name not in (NUMBER, VARIABLE)

    @staticmethod
    def _is_fixed(graph: Graph, end: int) -> bool:
        return graph.nodes[end][0] == NUMBER

    def room(self, size: int) -> list[Any]:
        """Arrays for the intermediate results of a block."""
        written = {target for _, _, target, writes in self.steps if writes}
        return [
            np.empty(size) if slot in written and slot not in self.rows else None
            for slot in range(self.slots)
        ]

    def run(self, block: Floats, found: Floats, room: list[Any]) -> None:
        """Fill the rows of `found` from the points of the block."""
        size = block.size
        slots = [each if each is None or len(each) == size else each[:size] for each in room]
        slots[0] = block
        for slot, row in self.rows.items():
            slots[slot] = found[row]
        for function, arguments, target, writes in self.steps:
            values = [slots[each] if type(each) is _Slot else each for each in arguments]
            if writes:
                function(*values, out=slots[target])
            elif target in self.rows:
                slots[target][...] = function(*values)
            else:
                slots[target] = function(*values)
        for slot, row in self.copies:
            found[row] = slots[slot]
        for row, value in self.constants.items():
            found[row] = value


def _function(name: str) -> tuple[Callable[..., Any], bool]:
    """The function of arrays behind a node, and whether it writes into an array given as out."""
    if name == GUARD:
        return (lambda holds, value: np.where(holds, value, np.nan)), False
    if name == "^":
        return np.power, True
    if name == _COSINE:
        return _mended, True
    function = FUNCTIONS.get(name)
    if isinstance(function, np.ufunc):
        return function, name not in TRUTH
    if name == "relu":
        return (lambda u, out: np.maximum(u, 0.0, out=out)), True
    return on_arrays(name), False
