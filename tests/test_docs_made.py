"""What `python docs/make` writes is what it would write now."""

import re
import sys
from pathlib import Path

import matplotlib
import pytest
from terminal import run_slope

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
AGAIN = "run: python docs/make"


@pytest.fixture(scope="module")
def make():
    """The module that makes them."""
    sys.path.insert(0, str(DOCS / "make"))
    try:
        import pages

        yield pages
    finally:
        sys.path.remove(str(DOCS / "make"))


def test_the_reference_is_what_the_program_says(make, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert (DOCS / "reference.md").read_text("utf-8") == make.reference(), AGAIN


def test_the_picture_of_a_terminal_shows_what_is_printed(make):
    assert (DOCS / "pictures" / "terminal.svg").read_text("utf-8") == make.terminal(), AGAIN


def test_every_picture_is_drawn_by_the_command_above_it(make, tmp_path):
    kept = {path.name for path in (DOCS / "pictures").iterdir()}
    drawn = make.plots()
    assert kept == {"terminal.svg", *drawn}, AGAIN
    for name, words in drawn.items():
        assert run_slope(*words, "-o", str(tmp_path / name)).status == 0
        before = (DOCS / "pictures" / name).read_text("utf-8")
        now = (tmp_path / name).read_text("utf-8")
        maker = re.search(r"Matplotlib v([\d.]+)", before)[1]
        if maker != matplotlib.__version__:  # another one sets letters elsewhere
            pytest.skip(f"{name} was drawn by Matplotlib {maker}")
        assert now == before, AGAIN


def test_every_benchmark_has_its_numbers_on_the_page():
    made = {path.stem for path in (TESTS / "benchmarks").glob("*.py")} - {"__main__", "measured"}
    page = (DOCS / "benchmarks.md").read_text("utf-8")
    sections = dict(re.findall(r"<!-- (\w+) -->\n(.*?)<!-- end of \1 -->", page, re.DOTALL))
    assert set(sections) == {"machine", *made}
    assert [name for name in made if "| --- |" not in sections[name]] == []
