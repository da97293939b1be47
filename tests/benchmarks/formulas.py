"""The derivative as a formula: how fast, and how long, beside SymPy."""

import random
import statistics

import sympy
from sympy.core.cache import clear_cache

from slopecli.calculus.derive import derivative
from slopecli.calculus.symbols import from_sympy, to_sympy
from slopecli.language.expr import substitute
from slopecli.language.parser import parse
from slopecli.language.text import text
from tests.benchmarks.measured import Table, in_turn, ratio, told

OUTER = [
    *("u^3 - 2u", "1/(1 + u^2)", "sqrt(1 + u^2)", "u e^(-u)", "e^(-u^2/2)", "ln(1 + u^2)"),
    *("sin(u)^2 cos(u)", "tan(u)/u", "u atan(u) - ln(1 + u^2)/2", "(u^2 - 1)^(3/2)", "u^u"),
    *("(2u + 3)^5 (u - 1)^4", "(e^u - e^(-u))/(e^u + e^(-u))", "asin(u/3) sqrt(9 - u^2)"),
    *("sec(u) tan(u)", "u^2 ln(u)/(u + 1)", "sinh(u)/cosh(u)^2", "(u^2 + 3u + 2)/(u^3 - 1)"),
    *("x^2 sin(u) + x cos(u)", "2^u/(1 + 2^u)", "5u^4/(2x + 1)^3", "u^3/3 - 2u^2 + 5u - 7"),
    *("4/u^3 - 3/u^2 + 1/(2u)", "e^(2u) (3 sin(4u) - 4 cos(4u))/25", "x^3 sqrt(u)"),
    *("(u^2 - 2u + 2) e^u", "cos(u)^3/3 - cos(u)", "u/sqrt(4 - u^2)", "ln(u + sqrt(u^2 + 1))"),
    *("u^(3/2) (5 - u)", "sin(3u)/(1 + cos(3u))", "ln(u)^2/u", "atan(2u)/(1 + 4u^2)", "x u"),
    *(
        "pi u^2/4",
        "(3 - u)^7",
        "tanh(u/2)",
        "e^(sin(u)) cos(u)",
        "1/(u ln(u))",
        "sqrt(u) + 1/sqrt(u)",
    ),
]
INNER = [
    *("x", "2x + 1", "x^2", "1/x", "sqrt(x)", "ln(x)", "e^x", "sin(x)", "x^2 + x + 1", "x/(x + 1)"),
    *("3x", "x/2", "5 - x", "x^3", "cos(2x)", "e^(-x)", "x^2 - 4", "tan(x)", "x ln(x)", "x + 1/x"),
    *("7x^2 + 1", "sin(x)^2", "sqrt(x^2 + 1)", "1 - e^(-3x)", "atan(x)"),
]
SIMPLIFIED = 40  # formulas: SymPy's simplify takes its time


def written(found):
    """How long SymPy's formula is as slope would write it."""
    return len(text(from_sympy(found)))


def tables():
    trees = [
        substitute(parse(outer, ("u",)), {"u": parse(inner)}) for outer in OUTER for inner in INNER
    ]
    x = sympy.Symbol("x", real=True)
    theirs = [to_sympy(tree) for tree in trees]

    def by_slope():
        return [derivative(tree, "x") for tree in trees]

    def by_sympy():
        clear_cache()  # or the second round would only look up
        return [sympy.diff(each, x) for each in theirs]

    times = in_turn([by_slope, by_sympy])
    ours, derived = by_slope(), by_sympy()
    plain = [written(found) for found in derived]
    chosen = random.Random(1).sample(range(len(trees)), SIMPLIFIED)
    short = [written(sympy.simplify(derived[place])) for place in chosen]
    lengths = [len(text(found)) for found in ours]
    beside = statistics.median([lengths[place] for place in chosen])
    yield Table(
        "Derivatives as formulas",
        f"{len(trees):,} formulas: {len(OUTER)} functions, of {len(INNER)} others each. Both begin"
        " with a tree. Lengths are medians, in characters, as slope writes them; SymPy's simplify"
        f" was given {SIMPLIFIED} of its results, of which slope's have a median of {beside:.0f}.",
        ["", "slope", "SymPy's diff", "its simplify"],
        [
            ["time beside slope's", 1, told(ratio(times[1], times[0])), ""],
            ["length", *(f"{statistics.median(each):.0f}" for each in (lengths, plain, short))],
        ],
    )
