"""What lines of a session mean, as transcripts: tests/cases/session.txt, a session a heading.

With SLOPE_REWRITE=1 the transcripts are written anew instead, for review as a diff.
"""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tables import CASES
from terminal import PROMPT, talk

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


ADVICE = re.compile(r"[Tt]ype: (.+)$", re.MULTILINE)


@pytest.mark.parametrize("typed", sorted({*ADVICE.findall(FILE.read_text("utf-8"))}))
def test_what_a_session_says_to_type_can_be_typed(typed):
    told = talk(f"{PROMPT}{typed}\n", before=f"{PROMPT}f(x) = x^2\n{PROMPT}g(x) = x^3\n")
    assert "Error" not in told
    assert len(told.splitlines()) > 1


TYPED = re.compile(rf"^{PROMPT}(.+)$", re.MULTILINE)
LINES = TYPED.findall(FILE.read_text("utf-8"))
PIECES = """
f g' h( a x² ans ' " ( ) [ , = := ^ ^2 + - * / at --at 2 3 pi sin 导 |x| d/dx -x --let a=2 ; {x<1:
plot check equal steps help clear defs --range 0 --order --tangent : -> x, 2} if( <= 1/0 e^
""".split()


@given(some.lists(some.sampled_from(LINES) | some.lists(some.sampled_from(PIECES)).map(" ".join)))
def test_no_line_breaks_a_session(lines):
    talk("".join([f"{PROMPT}{line}\n" for line in lines]))
