"""Slopes of slopes: how the time grows with the order, beside SymPy."""

import statistics
from math import log

import sympy

from slopecli import slope
from slopecli.calculus.symbols import to_sympy
from slopecli.language.parser import parse
from tests.benchmarks.measured import Table, in_turn, ratio, told

BESIDE = 8  # the order at which SymPy is asked, too
LOW, HIGH = 25, 100  # the orders between which growth is measured
FORMULAS = ["tanh(x)", "exp(sin(x))", "x^2 sin(3x)", "sqrt(1 + x^2)", "x/(e^x + 1)", "ln(cosh(x))"]
AT = "3/4"


def by_sympy(source):
    x = sympy.Symbol("x", real=True)
    return sympy.N(sympy.diff(to_sympy(parse(source)), x, BESIDE).subs(x, sympy.Rational(AT)), 15)


def tables():
    rows, growths = [], []
    for source in FORMULAS:
        works = [lambda order=order, f=source: slope(f, AT, order=order) for order in (LOW, HIGH)]
        low, high = in_turn(works, 5)
        growths.append(log(ratio(high, low)) / log(HIGH / LOW))
        works = [lambda f=source: slope(f, AT, order=BESIDE), lambda f=source: by_sympy(f)]
        ours, theirs = in_turn(works, 3)
        rows.append(
            [
                f"`{source}`",
                f"{1000 * statistics.median(high):.0f} ms",
                f"{growths[-1]:.1f}",
                told(ratio(theirs, ours)),
            ]
        )
    yield Table(
        "Higher orders",
        f"At x = {AT}, with 15 proven digits: the time of order {HIGH}; the power of the order with"
        f" which time grows between {LOW} and {HIGH} (median {statistics.median(growths):.1f});"
        f" and SymPy's time over ours for order {BESIDE}.",
        ["slope of", f"order {HIGH}", "grows with the power", f"SymPy / slope, order {BESIDE}"],
        rows,
    )
