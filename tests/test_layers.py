"""Imports point one way: wording <- errors <- language <- calculus <- answers <- render <- cli."""

import ast
from pathlib import Path

import slopecli

PACKAGE = Path(slopecli.__file__).parent
LAYERS = ["version", "wording", "errors", "language", "calculus", "answers", "render", "cli"]
DOORS = {"__init__", "__main__"}  # they open on every room


def imports_of(path: Path) -> set[str]:
    """The parts of slopecli that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                f"{path.name} imports relatively: absolute imports are greppable"
            )
            names = [node.module or ""]
            if node.module == "slopecli":
                names = [f"slopecli.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("slopecli.")}
    return found


def test_no_import_points_to_a_later_layer():
    rank = {name: number for number, name in enumerate(LAYERS)}
    upward = []
    for path in sorted(PACKAGE.rglob("*.py")):
        here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if here in DOORS:
            continue
        upward += [
            f"{path.relative_to(PACKAGE)} imports {name}"
            for name in imports_of(path)
            if rank[name] > rank[here]
        ]
    assert upward == []


def test_nothing_below_the_command_line_prints():
    printing = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("print", "echo", "input"):
                printing.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert printing == []
