"""How fast answers are checked, beside SymPy, and how fast a homework file is graded.

The pairs are those of the table of mistakes with their right answers. SymPy is asked whether
simplify(diff(f) - answer) is 0 and has five seconds for each.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import sympy

from slopecli.answers.homework.task import judge, read_task
from slopecli.calculus.deadline import before
from slopecli.calculus.symbols import to_sympy
from slopecli.language.text import text
from tests.benchmarks.measured import Table, seconds, told

CASES = Path(__file__).parent.parent / "cases" / "mistakes_made.txt"
SECONDS = 5.0
LINES = 3000


def textbook():
    """Functions with right and wrong answers."""
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            function, wrong, _ = (cell.strip() for cell in line.split(" | "))
            yield function, text(read_task(function, wrong).right), wrong


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


def beside_sympy(pairs):
    """SymPy's time over ours for each pair, our times, and how many SymPy left open."""
    ratios, mine, unproven = [], [], 0
    for function, answer in pairs:
        fast, _ = seconds(ours, function, answer)
        slow, proved = seconds(theirs, function, answer)
        unproven += proved is not True
        ratios.append(slow / fast)
        mine.append(fast)
    return ratios, mine, unproven


def grade_lines(rows):
    """Lines per minute of a long file, and the most memory for a third of it and for all, in MB."""
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
            command = [sys.executable, "-c", program]
            took, done = seconds(
                lambda command=command: subprocess.run(
                    command, capture_output=True, text=True, check=True
                )
            )
            peaks.append(float(done.stderr.splitlines()[-1]))
    return 60 * LINES / took, *peaks


def tables():
    cases = list(textbook())
    ratios, mine, unproven = beside_sympy([(function, right) for function, right, _ in cases])
    yield Table(
        "Checking an answer",
        "Right answers to the questions of the table of mistakes, beside SymPy's"
        " `simplify(diff(f, x) - answer) == 0`, which has five seconds; medians.",
        ["pairs", "slope check", "SymPy / slope", "SymPy left unproven"],
        [
            [
                len(ratios),
                f"{1000 * statistics.median(mine):.1f} ms",
                told(statistics.median(ratios)),
                unproven,
            ]
        ],
    )
    right = grade_lines([(function, right) for function, right, _ in cases])
    wrong = grade_lines([(function, wrong) for function, _, wrong in cases])
    yield Table(
        "Grading a file",
        f"`slope grade` on {LINES} lines, start included, in a minute of a core. Memory stays as it"
        " is, however long the file.",
        ["answers", "lines per minute", f"memory, {LINES // 3} lines", f"memory, {LINES} lines"],
        [
            [name, f"{speed:,.0f}", f"{third:.0f} MB", f"{full:.0f} MB"]
            for name, (speed, third, full) in (
                ("right", right),
                ("wrong, the mistake found", wrong),
            )
        ],
    )
