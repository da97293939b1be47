"""How long `slope` takes from start to end, as a multiple of importing what it stands on.

python tests/benchmarks/startup.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 25
SLOPE = str(Path(sys.executable).with_name("slope"))
PAIRS = [
    ([SLOPE, "x/2", "--at", "3.0"], "import click"),
    ([SLOPE, "tanh(x)", "--at", "1.0"], "import click, flint"),
    ([SLOPE, "|sin(x)|", "--at", "pi"], "import click, flint"),
]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each pair: the ratio of the medians of runs taken in turn."""
    for command, baseline in PAIRS:
        peer = [sys.executable, "-c", baseline]
        times = [(seconds(command), seconds(peer)) for _ in range(RUNS)]
        ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
        name = " ".join(["slope", *command[1:]])
        print(f"{name:28} {ours / theirs:5.2f} x  python -c '{baseline}'  ({theirs * 1e3:.0f} ms)")


if __name__ == "__main__":
    main()
