"""The examples of the help pages are run; the pages fit a screen; the tour can be pasted."""

import shlex

import pytest
from terminal import talk

from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.cli.examples import EXAMPLES
from slopecli.wording.columns import columns

FILES = {
    "homework.csv": "function,answer\nx^2,2x\nsin(3x),3 cos(3x)\n",
    "key.csv": "id,function\n1,x^2\n2,sin(x)\n",
    "answers.csv": "id,answer\n1,2x\n2,cos(x)\n",
    "data.csv": "x,y\n0,1\n1,3.1\n2,4.9\n",
}
ANSWERED_NO = {'slope check "sin(3x)" "cos(3x)"', 'slope check "sin(3x)" "cos(3x)" --hint 1'}
ROWS = [(name, line) for name, rows in EXAMPLES.items() for line, _ in rows]
BEGINS = {
    'slope "x^2 sin x"': "2x sin(x) + x^2 cos(x)",
    'slope "tanh(x)" --at 1.0': "0.419974341614026",
    'slope "x^3" --tangent --at 2': "y = 12x - 16",
    'slope "x^2 + y^2 = 25" --at x=3,y=4': "-0.75",
    'slope "a x^2" --let a=1/2 --at 3': "3",
    'slope check "sin(3x)" "cos(3x)"': "wrong: at x = 1 your answer gives -0.99",
    'slope check "x^2" "6" --at 3': "correct",
    'slope check "2x" "x^2 + 1" --integral': "correct",
    'slope check "x^2 + y^2 = 25" "-x/y"': "correct",
    'slope steps "x^2 + y^2 = 25"': "1. Derive both sides in x",
    'slope equal "sin(2x)" "2 sin(x) cos(x)"': "equal",
    "slope grade homework.csv": "line 2: correct\nline 3: correct\n2 answers: 2 right, 0 wrong",
    "slope grade answers.csv --key key.csv": "line 2 (1): correct",
    'slope minimize "(a - 3)^2" --start a=0': "initial value  9.0",
}


@pytest.mark.parametrize(("name", "line"), ROWS, ids=lambda value: value)
def test_an_example_is_answered(name, line, slope, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for file, content in FILES.items():
        (tmp_path / file).write_text(content, "utf-8")
    first, *words = shlex.split(line)
    assert first == "slope"
    assert name == EXPRESSION or words[0] == name
    done = slope(*words)
    assert done.status == int(line in ANSWERED_NO)
    assert done.out or set(words) & {"-o", "--report"}
    assert "rror" not in done.err
    assert done.out.startswith(BEGINS.get(line, ""))


def test_every_table_row_that_is_looked_at_closely_is_an_example():
    assert {*BEGINS, *ANSWERED_NO} <= {line for _, line in ROWS}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_page_has_examples_and_fits_a_screen(name, slope):
    lines = slope("x" if name == EXPRESSION else name, "--help").out.splitlines()
    assert name == "examples" or "Examples:" in lines
    assert len(lines) <= 40
    assert max(map(columns, lines)) <= 80


def test_the_tour_can_be_pasted(slope):
    lines = slope("examples").out.splitlines()
    assert {line.split(" ")[0] for line in lines} == {"#", "slope", ""}
    told = {line for _, line in ROWS}
    assert all(line in told for line in lines if line.startswith("slope "))
    comments = "".join([line for line in lines if line.startswith("#")])
    assert set(comments) & set("`$'\"|&;<>(){}[]*?!\\") == set()


@pytest.mark.parametrize("width", ["40", "60", "200"])
@pytest.mark.parametrize("words", [["plot", "--help"], ["--help"], ["--help", "--lang", "zh"]])
def test_a_help_page_keeps_within_a_narrow_terminal(width, words, slope, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    lines = slope(*words).out.splitlines()
    told = [line for line in lines if not line.startswith("  slope ")]  # examples are not broken
    assert max(map(columns, told)) <= min(int(width), 80)


@pytest.mark.parametrize("width", ["40", "60", "200"])
def test_the_help_of_a_session_keeps_within_a_narrow_terminal(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    assert max(map(columns, talk("slope> help\n").splitlines())) <= min(int(width), 80)
