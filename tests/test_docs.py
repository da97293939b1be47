"""Every console block in README.md and docs/ is run and compared with what it shows.

A session block goes on where the one before it on the page ended.

With SLOPE_REWRITE=1 the blocks are written anew instead, for review as a diff.
"""

import os
import re
import shlex
from pathlib import Path

import pytest
from terminal import run_slope, talk

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```(console|session)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

FILE = re.compile(r"^```csv (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks() -> list:
    return [
        pytest.param(page, kind, block, id=f"{page.name}-{number}")
        for page in PAGES
        for number, (kind, block) in enumerate(BLOCK.findall(page.read_text("utf-8")), 1)
    ]


def shown(block: str) -> str:
    """The block as it should be: each command followed by what it prints."""
    lines = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        lines.append(line)
        words = shlex.split(line[2:])
        assert words[0] == "slope", f"only slope commands are run: {line}"
        lines += run_slope(*words[1:]).screen.splitlines()
    return "\n".join(lines) + "\n"


def talked(page: Path, block: str) -> str:
    """The same for a session, which has heard the blocks before it."""
    heard = page.read_text("utf-8").partition(block)[0]
    return talk(block, "".join([text for kind, text in BLOCK.findall(heard) if kind == "session"]))


@pytest.mark.parametrize(("page", "kind", "block"), blocks())
def test_a_console_block_shows_what_is_printed(page, kind, block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, value in {"COLUMNS": "80", "LINES": "24", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)  # drawings are as large as the terminal
    for name, content in FILE.findall(page.read_text("utf-8")):
        (tmp_path / name).write_text(content, "utf-8")  # files that the page shows by name
    now = shown(block) if kind == "console" else talked(page, block)
    if os.environ.get("SLOPE_REWRITE") == "1":
        assert "PYTEST_XDIST_WORKER" not in os.environ, "two processes would write one page"
        page.write_text(page.read_text("utf-8").replace(block, now), "utf-8")
    else:
        assert now == block


def test_the_readme_begins_with_the_two_commands_that_do_everything():
    commands = re.findall(r"^```sh\n(.*?)\n```$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert commands[0].endswith('slope "tanh(x)" --at 1.0')
    assert "-m pytest" in commands[1]
