"""Nothing that is typed or read is ever run: seen in the sources, and watched while it is tried."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import slopecli

PACKAGE = Path(slopecli.__file__).parent
RUNNING = {
    "eval", "exec", "compile", "__import__", "sympify", "parse_expr", "lambdify", "system", "popen",
    "spawn", "fork", "execv", "execve", "urlopen", "loads_pickle", "literal_eval", "input",
}  # fmt: skip
MODULES = {
    "pickle", "marshal", "shelve", "subprocess", "socket", "urllib", "http", "ftplib", "code", "pty",
    "runpy", "webbrowser", "tempfile", "xml", "yaml",
}  # fmt: skip
DOORS = {"slopecli/__init__.py", "slopecli/cli/commands.py"}  # import by names from a fixed list


def uses(tree: ast.AST):
    """Every name that is called and every module that is imported, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name):
                yield called.id, node.lineno
            elif isinstance(called, ast.Attribute):
                owner = called.value.id if isinstance(called.value, ast.Name) else ""
                if (owner, called.attr) != ("re", "compile"):
                    yield called.attr, node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0], node.lineno
            yield from ((alias.name, node.lineno) for alias in node.names)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_source_calls_what_runs_text(path):
    where = f"slopecli/{path.relative_to(PACKAGE).as_posix()}"
    forbidden = RUNNING | MODULES | (set() if where in DOORS else {"import_module"})
    found = {f"{name} in line {line}" for name, line in uses(ast.parse(path.read_text("utf-8")))
             if name in forbidden}  # fmt: skip
    assert found == set()


STEADY = {"process_time", "monotonic", "sleep"}  # whoever sets the clock changes none of them


def test_no_clock_is_read_that_a_person_can_set():
    taken = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in ("time", "datetime"):
                taken |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                taken |= {alias.name for alias in node.names} & {"time", "datetime"}
    assert taken == STEADY


WATCHED = """
import json, os, sys
from terminal import run_slope

task = json.loads(sys.stdin.read())
for words in task["first"]:
    run_slope(*words)  # what is imported runs code of its own: before we watch
seen, watching = [], []
here = os.getcwd()

def watch(event, args):
    if not watching or event.startswith(("sys.", "object.", "os.listdir", "os.scandir", "marshal")):
        return
    if event in ("exec", "compile"):
        file = args[0].co_filename if event == "exec" else args[1]
        file = os.fsdecode(file) if isinstance(file, (str, bytes)) else str(file)
        if os.path.isfile(file) and not file.startswith(here):
            return  # a module that is imported late
    elif event == "open":
        writing = isinstance(args[1], str) and set(args[1]) & set("wax+")
        if not writing and not (args[1] is None and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR)):
            return
    elif not event.startswith(("subprocess", "socket", "os.", "shutil", "urllib", "ctypes.dlopen",
                               "pty", "webbrowser", "pickle", "code", "tempfile")):
        return
    seen.append([event, str(args)[:200]])

sys.addaudithook(watch)
for words in task["then"]:
    watching.append(True)
    run_slope(*words, stdin=task["stdin"])
    watching.clear()
print(json.dumps(seen), file=sys.__stdout__)
"""

PROGRAMS = [
    "__import__('os').system('touch PWNED')", "exec('open(\"PWNED\",\"w\")')", "x.__class__", "x; import os",
    "os.system(x)", "eval(x)", "lambda: x", "{x: x for x in x}", "f'{x}'", "print(x)", "`touch PWNED`",
    "$(touch PWNED)", "|touch PWNED", "=cmd|' /C calc'!A0", "\\write18{touch PWNED}", "\\input{PWNED}",
    "<script>x</script>", "sympify(x)", "S(x)", "Symbol('x')", "import math", "x if x else x", "x := 1",
    "%(x)s", "{0}", "../../x", "file:///etc/passwd", "http://x/x", "sin(x)'.join(x)", "a\nimport os\n",
]  # fmt: skip
FIRST = [
    ["sin(x)", "--at", "1"], ["sin(x)", "--simplify"], ["sin(x)", "--at", "1", "--exact"], ["plot", "x"],
    ["sin(x)/x", "--latex"], ["steps", "x^2"], ["equal", "sin(x)", "cos(x)", "--prove"],
    ["check", "sin(x)", "cos(x)", "--prove"], ["plot", "x", "-o", "/dev/null/a.svg"],
    ["x", "--range", "0", "1", "--points", "5000"], ["study", "x^2"], ["fit", "a*x", "cells.csv", "--target", "y"],
    ["minimize", "a^2", "--start", "a=1"], ["grade", "cells.csv"], ["x+", "--at", "1"], ["functions", "sni"],
]  # fmt: skip


def hostile_words() -> list[list[str]]:
    for text in PROGRAMS:
        yield from (
            [text], [text, "--at", "1"], ["x", "--at", text], [text, "--simplify"], ["steps", text],
            ["x^2", "-x", text], ["a x", "--let", f"a={text}", "--at", "1"], ["x", "--let", f"{text}=1"],
            ["x", "--range", "0", text], ["plot", text], ["check", "x^2", text], ["check", text, "x"],
            ["equal", "x", text, "--prove"], ["minimize", text, "--start", "x=1"], ["minimize", "x", "--start", text],
            ["fit", text, "cells.csv", "--target", "y"], ["fit", "a*x", text, "--target", "y"],
            ["fit", "a*x", "cells.csv", "--target", text], ["grade", text], ["functions", text],
            ["plot", "x", "--title", text], ["-", "--at", "1"],
        )  # fmt: skip


def test_while_hostile_input_is_tried_nothing_is_run_written_or_called(tmp_path):
    rows = "".join(f'"{text.replace(chr(34), chr(34) * 2)}",x^2,2x\n' for text in PROGRAMS)
    (tmp_path / "cells.csv").write_text("student,function,answer\n" + rows, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        input=json.dumps(
            {"first": FIRST, "then": list(hostile_words()), "stdin": "\n".join(PROGRAMS)}
        ),
        cwd=tmp_path, capture_output=True, text=True, timeout=600,
        env={"PYTHONPATH": ":".join(path for path in sys.path if path), "HOME": str(tmp_path),
             "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == []
    assert not (tmp_path / "PWNED").exists()


CELLS = [
    "=1+1",
    "+1",
    "-1+cmd",
    "@SUM(A1)",
    "\t=1",
    "<script>alert(1)</script>",
    "</td><b>",
    '"><img src=x>',
]


@pytest.mark.parametrize("cell", CELLS, ids=ascii)
def test_a_report_repeats_no_cell_as_a_formula_or_as_markup(slope, cell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    quoted = '"' + cell.replace('"', '""') + '"'
    Path("a.csv").write_text(f"student,function,answer\n{quoted},x^2,{quoted}\n", "utf-8")
    table = slope("grade", "a.csv", "--csv").out
    for line in table.splitlines()[1:]:
        for value in line.split(","):
            assert value.strip('"')[:1] not in ("=", "@", "\t"), line
    slope("grade", "a.csv", "--report", "report.html")
    page = Path("report.html").read_text("utf-8")
    for markup in ("<script>alert", "<b>", "<img"):
        assert markup not in page
