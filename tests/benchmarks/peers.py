"""What SymPy and autograd say where slopes are hard."""

import subprocess
import sys
import warnings
from pathlib import Path

import autograd.numpy as anp
import sympy
from autograd import grad

from tests.benchmarks.measured import Table

SLOPE = str(Path(sys.executable).with_name("slope"))
X = sympy.Symbol("x", real=True)
CASES = [  # asked, at; for SymPy: a formula and an exact point; for autograd: NumPy and a float
    (
        "(1 - cos x)/x^2",
        "1e-8",
        ((1 - sympy.cos(X)) / X**2, sympy.Rational(1, 10**8)),
        (lambda x: (1 - anp.cos(x)) / x**2, 1e-8),
    ),
    (
        "sqrt(x+1) - sqrt(x)",
        "1e15",
        (sympy.sqrt(X + 1) - sympy.sqrt(X), sympy.Integer(10**15)),
        (lambda x: anp.sqrt(x + 1) - anp.sqrt(x), 1e15),
    ),
    ("|x|", "0", (sympy.Abs(X), sympy.Integer(0)), (anp.abs, 0.0)),
    (
        "sqrt(x^4)",
        "0",
        (sympy.sqrt(X**4), sympy.Integer(0)),
        (lambda x: anp.sqrt(x**4), 0.0),
    ),
    ("tan x", "pi/2", (sympy.tan(X), sympy.pi / 2), (anp.tan, anp.pi / 2)),
    (
        "ln(x - 3)",
        "2",
        (sympy.log(X - 3), sympy.Integer(2)),
        (lambda x: anp.log(x - 3), 2.0),
    ),
    ("sinc x", "0", (sympy.sinc(X), sympy.Integer(0)), (lambda x: anp.sinc(x / anp.pi), 0.0)),
    ("floor x", "2", (sympy.floor(X), sympy.Integer(2)), (anp.floor, 2.0)),
]


def by_slope(asked, at):
    done = subprocess.run([SLOPE, asked, "--at", at], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def by_sympy(formula, at):
    return sympy.N(sympy.diff(formula, X).subs(X, at), 15)


def by_autograd(function, at):
    return grad(function)(at)


def answer(asked, *arguments):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return f"`{asked(*arguments)}`"
    except Exception as problem:
        return type(problem).__name__


def tables():
    yield Table(
        "Hard points",
        "SymPy was given the exact point, `N(diff(f, x).subs(x, a), 15)` with a real x; autograd"
        " the nearest double.",
        ["slope of", "at", "slope", "SymPy", "autograd"],
        [
            [
                f"`{asked}`",
                at,
                answer(by_slope, asked, at),
                answer(by_sympy, *symbolic),
                answer(by_autograd, *numeric),
            ]
            for asked, at, symbolic, numeric in CASES
        ],
    )
