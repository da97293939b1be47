"""How long `slope` takes from start to end, beside importing what it stands on, and SymPy."""

import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measured import Table, in_turn, ratio, told

RUNS = 25
SLOPE = str(Path(sys.executable).with_name("slope"))
SYMPY = "from sympy import *; x = Symbol('x'); print(N(diff({}, x).subs(x, {}), 15))"
QUESTIONS = [
    (["x/2", "--at", "3.0"], "import click", SYMPY.format("x/2", "3")),
    (["tanh(x)", "--at", "1.0"], "import click, flint", SYMPY.format("tanh(x)", "1")),
    (["x^2 sin x", "--at", "pi/5"], "import click, flint", SYMPY.format("x**2*sin(x)", "pi/5")),
]


def run(*words):
    subprocess.run(words, capture_output=True, check=False)


def tables():
    rows = []
    for words, imports, program in QUESTIONS:
        works = [
            lambda words=words: run(SLOPE, *words),
            lambda program=imports: run(sys.executable, "-c", program),
            lambda program=program: run(sys.executable, "-c", program),
        ]
        ours, base, theirs = in_turn(works, RUNS)
        rows.append(
            [
                f'`slope "{words[0]}" {words[1]} {words[2]}`',
                f"{1000 * statistics.median(ours):.0f} ms",
                f"{ratio(ours, base):.2f} x `{imports}`",
                told(ratio(theirs, ours)),
            ]
        )
    yield Table(
        "From Enter to the answer",
        "The time of the whole process, starting Python included; how many times that of a Python"
        " that only imports what `slope` stands on; and SymPy's time over ours, where SymPy starts,"
        f" differentiates and prints 15 digits. Medians of {RUNS} rounds.",
        ["question", "time", "beside its imports", "SymPy / slope"],
        rows,
    )
