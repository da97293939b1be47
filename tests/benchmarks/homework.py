"""How fast answers are checked, beside SymPy, and how fast a homework file is graded.

Run by hand: python tests/benchmarks/homework.py [pairs.jsonl]. The pairs are those of the table of
mistakes with their right answers, or the `f` and `df` of the lines of a file. Each ratio is SymPy's
time over ours in the same run, so above 1 we are faster. SymPy is asked whether
simplify(diff(f) - answer) is 0 and has five seconds for each.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sympy

from slopecli.answers.homework.check import judge, read_task
from slopecli.calculus.deadline import before
from slopecli.calculus.symbols import to_sympy
from slopecli.language.text import text

CASES = Path(__file__).parent.parent / "cases" / "mistakes_made.txt"
SECONDS = 5.0
LINES = 3000
MOST = 60  # pairs that SymPy is asked about


def textbook():
    """Functions with right and wrong answers."""
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            function, wrong, _ = (cell.strip() for cell in line.split(" | "))
            yield function, text(read_task(function, wrong).right), wrong


def seconds(work, *arguments):
    start = time.perf_counter()
    found = work(*arguments)
    return time.perf_counter() - start, found


def ours(function, answer):
    return judge(read_task(function, answer, variable="x"))[0].verdict == "correct"


def theirs(function, answer):
    task = read_task(function, answer, variable="x")
    variable = sympy.Symbol("x", real=True)
    try:
        return before(
            SECONDS,
            lambda: (
                sympy.simplify(sympy.diff(to_sympy(task.asked), variable) - to_sympy(task.given))
                == 0
            ),
        )
    except Exception:
        return None


def compare_with_sympy(pairs):
    ratios, mine, open_ = [], [], 0
    for function, answer in pairs:
        fast = min(seconds(ours, function, answer)[0] for _ in range(3))
        slow, proved = seconds(theirs, function, answer)
        open_ += proved is not True
        ratios.append(slow / fast)
        mine.append(fast)
    print(f"{len(ratios)} pairs: median {1000 * statistics.median(mine):.1f} ms,", end=" ")
    print(f"SymPy's time over ours {statistics.median(ratios):.0f} in the median;", end=" ")
    print(f"SymPy left {open_} unproven")


def grade_lines(rows, name):
    with tempfile.TemporaryDirectory() as folder:
        peaks = []
        for count in (LINES // 3, LINES):
            path = Path(folder) / f"{count}.csv"
            lines = [rows[k % len(rows)] for k in range(count)]
            path.write_text("function,answer\n" + "".join([f'"{f}","{a}"\n' for f, a in lines]))
            program = f"""
import sys
from pathlib import Path
from slopecli.cli import run
run(["grade", {str(path)!r}, "--quiet"])
status = Path("/proc/self/status").read_text().split()
print(int(status[status.index("VmHWM:") + 1]) / 1024, file=sys.stderr)
"""
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", program], capture_output=True, text=True, check=True
            )
            took = time.perf_counter() - start
            peaks.append(float(done.stderr.splitlines()[-1]))
    print(f"{name}: {60 * LINES / took:,.0f} lines per minute and core;", end=" ")
    print(f"{peaks[0]:.0f} MB for a third of the lines, {peaks[1]:.0f} MB for all")


def main():
    cases = list(textbook())
    pairs = [(function, right) for function, right, _ in cases]
    if len(sys.argv) > 1:
        rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
        pairs = [(row["f"], row["df"]) for row in rows]
        pairs = pairs[:: max(1, len(pairs) // MOST)]
    compare_with_sympy(pairs)
    grade_lines([(function, right) for function, right, _ in cases], "right answers")
    grade_lines([(function, wrong) for function, _, wrong in cases], "wrong answers, diagnosed")


if __name__ == "__main__":
    main()
