"""What lines of a session mean, as transcripts: tests/cases/session.txt, a session a heading.

With SLOPE_REWRITE=1 the transcripts are written anew instead, for review as a diff.
"""

import os
import re

import pytest
from tables import CASES
from terminal import talk

FILE = CASES / "session.txt"
SESSION = re.compile(r"^# (.+)\n((?:.+\n?|\n(?!# ))*)", re.MULTILINE)


@pytest.mark.parametrize(
    "block", [pytest.param(block, id=name) for name, block in SESSION.findall(FILE.read_text())]
)
def test_a_transcript(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    now = talk(block)
    if os.environ.get("SLOPE_REWRITE") == "1":
        FILE.write_text(
            FILE.read_text("utf-8").replace(block.rstrip("\n"), now.rstrip("\n")), "utf-8"
        )
    else:
        assert now.rstrip("\n") == block.rstrip("\n")
