"""Every error that a newcomer makes ends with what to type, and that can be typed."""

import shlex

import pytest
from tables import table


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder with files, for what a shell makes of a star."""
    monkeypatch.chdir(tmp_path)
    for name in ("LICENSE", "README.md"):
        (tmp_path / name).touch()


@pytest.mark.parametrize(("typed", "ending"), table("newcomers.txt"))
def test_an_error_ends_with_what_to_type(typed, ending, slope):
    done = slope(*shlex.split(typed))
    assert (done.out, done.status) == ("", 2)
    assert done.err.splitlines()[-1] == ending


@pytest.mark.parametrize(("typed", "ending"), table("newcomers.txt"))
def test_what_is_to_be_typed_can_be_typed(typed, ending, slope):
    line = ending.partition(": slope ")[2] or ending.partition("`slope ")[2].partition("`")[0]
    if line:
        assert slope(*shlex.split(line)).status in (0, 1) or line == "plot"


NOTED = [  # read as it stands, but not in silence
    ("2+2", 'No letter stands in it, so its slope is 0. For its value type: slope "2 + 2"'),
    ("1/0", 'No letter stands in it, so its slope is 0. For its value type: slope "1/0"'),
    ("x^2 --at x=3,y=9", "there is no y in x^2: that way its slope is 0"),
    ('plot "x^2" 0 5', "read as: 3 curves, x^2, 0, 5. A range is --range 0 5"),
    ('"f(x)"', "read as: f x"),
]


@pytest.mark.parametrize(("typed", "note"), NOTED)
def test_what_may_be_meant_otherwise_is_noted(typed, note, slope):
    done = slope(*shlex.split(typed))
    assert (done.status, bool(done.out)) == (0, True)
    assert note in done.err
    assert slope(*shlex.split(typed), "--quiet").err == ""


@pytest.mark.parametrize("typed", ['"d/dx 5"', '"y = 3"', "3 --order 1", "3 --at 1", '"(5)\'"'])
def test_a_number_that_asks_for_its_slope_has_one_without_a_word(typed, slope):
    done = slope(*shlex.split(typed))
    assert (done.out, done.err) == ("0\n", "")


OPTIONS = [
    ("x^2 --point 3", "--at"),
    ("x^2 --interval 0 1", "--range"),
    ("x^2 --at 1 --precision 30", "--digits"),
    ("plot x --save a.png", "--output"),
    ("x^2 --tex", "--latex"),
    ("x --rage 0 1", "--range"),
    ("--hlep", "--help"),
    ("x^2 --second", "--order"),
]


@pytest.mark.parametrize(("typed", "option"), OPTIONS)
def test_an_option_by_another_name_is_known(typed, option, slope):
    assert f"Did you mean {option}?" in slope(*shlex.split(typed)).err


def test_help_takes_a_word(slope):
    assert slope("help", "plot").out == slope("plot", "--help").out
    assert slope("help", "sin").out == slope("functions", "sin").out
