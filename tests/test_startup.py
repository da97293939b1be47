"""Answers come at once: the set of modules that each command loads."""

import json
import subprocess
import sys

import pytest

PROGRAM = """
import json, sys
from slopecli.cli import run
run({words!r})
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_of(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


CLICK = """
import json, sys, click
click.Command("hello", params=[click.Argument(["name"])]).main(["you"], standalone_mode=False)
import {modules}
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_beyond(modules: str, words: list[str]) -> set[str]:
    """What `slope` loads beyond a click command that does nothing and these modules."""
    base = modules_of(CLICK.format(modules=modules))
    return {name.split(".")[0] for name in modules_of(PROGRAM.format(words=words)) - base}


@pytest.mark.parametrize(
    ("words", "modules"),
    [
        (["x/2", "--at", "3.0"], "click"),
        (["x^3 - 2x", "--at", "1/2"], "click"),
        (["|x|", "--at", "0"], "click"),
        (["equal", "x + x", "2x"], "click, flint"),
        (["check", "x^2", "2x"], "click, flint"),
        (["check", "sin(3x)", "cos(3x)"], "click, flint"),
        (["x^2 sin x"], "click"),
        (["x^2 sin x", "--latex"], "click"),
        (["x^3", "--at", "1/3", "--exact"], "click"),
        (["steps", "x^2 sin x"], "click"),
        (["functions", "sin"], "click"),
        (["tanh(x)", "--at", "1.0"], "flint"),
        (["cos(x)", "--at", "pi"], "flint"),
        (["tanh(x)", "--range", "-7", "7", "--points", "200"], "flint"),
        (["plot", "tanh(x)", "--range", "-7", "7"], "flint"),
        (["plot", "floor(x)", "sqrt(x)", "--tangent", "1/2"], "flint"),
        (["plot", "sin(x)/x", "--describe"], "flint"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:3]),
)
def test_an_answer_loads_nothing_but_itself(words, modules):
    assert modules_beyond(modules, words) == {"slopecli"}


def test_the_core_loads_nothing_heavy_when_it_is_imported():
    core = "slopecli.answers.slope, slopecli.answers.question"
    loaded = modules_of(
        f"import sys, {core}\nnames = sorted(sys.modules)\n"
        "import json\nprint(json.dumps(names), file=sys.stderr)"
    )
    heavy = {"dataclasses", "typing", "re", "enum", "inspect", "fractions", "flint", "click"}
    assert loaded & heavy == set()
