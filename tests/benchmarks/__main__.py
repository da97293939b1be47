"""Measure: python -m tests.benchmarks [NAME ...] [--write]. Needs the extra `bench`.

Without a name all of them, which takes about ten minutes. With --write the tables of
docs/benchmarks.md are replaced by what was measured now.
"""

import os
import platform
import re
import sys
from importlib import import_module, metadata
from pathlib import Path

HERE = Path(__file__).parent
NAMES = sorted({path.stem for path in HERE.glob("*.py")} - {"__main__", "measured"})
PAGE = HERE.parent.parent / "docs" / "benchmarks.md"
PEERS = ("sympy", "numpy", "autograd", "jax", "scikit-learn", "python-flint", "matplotlib")


def machine():
    """What the numbers depend on: cores, processor, Python, versions of peers, other work."""
    model = platform.machine()
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        model = re.search(r"model name\s*: (.*)", listed.read_text("utf-8"))[1]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    peers = ", ".join([f"{name} {metadata.version(name)}" for name in PEERS])
    return (
        f"{cores} cores of an {model}, {platform.system()}, Python {platform.python_version()};"
        f" {peers}. Load of the machine before it: {os.getloadavg()[0]:.0f}."
    )


def write(name, made):
    """Put what was measured between the marks of that name; a new one comes last."""
    page = PAGE.read_text("utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    if begin not in page:
        page += f"\n{begin}{end}"
    before, rest = page.split(begin)
    after = rest.split(end)[1]
    PAGE.write_text(before + begin + made + end + after, "utf-8")


def main(words):
    wanted = [word for word in words if word != "--write"] or NAMES
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        sys.exit(f"no benchmark is called {unknown[0]}: there are {', '.join(NAMES)}")
    print(machine(), end="\n\n")
    for name in wanted:
        made = []
        for table in import_module(f"tests.benchmarks.{name}").tables():
            print("\n".join(table.lines()), end="\n\n", flush=True)
            made += table.markdown(f"python -m tests.benchmarks {name}")
        if "--write" in words:
            write(name, "\n".join(["", *made]))
            write("machine", machine() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
