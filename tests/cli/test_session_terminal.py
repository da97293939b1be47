"""The session on a real terminal: keys, Ctrl-C, Ctrl-D, history, pasting, wide characters."""

import os
import stat
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pty there")
PROMPT = "slope>"
CTRL_C, CTRL_D, UP, TAB = "\x03", "\x04", "\x1b[A", "\t"


@pytest.fixture
def person(tmp_path):
    from person import Person

    opened = []

    def start(*words, **environment):
        someone = Person(tmp_path, *words, **{"HOME": str(tmp_path), **environment})
        opened.append(someone)
        someone.sees(PROMPT)
        return someone

    yield start
    for someone in opened:
        someone.__exit__()


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_lines_are_answered_until_ctrl_d(person, term):
    someone = person(term=term)
    someone.types("f(x) = x^2 sin x\r")
    someone.sees("f(x) = x^2 sin(x)")
    someone.sees(PROMPT)
    someone.types("f'(2)\r")
    someone.sees("1.97260236111416")
    someone.sees(PROMPT)
    someone.types(CTRL_D)
    assert someone.ends() == 0


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_ctrl_c_ends_an_answer_but_not_the_session(person, term):
    someone = person(term=term)
    someone.types("minimize (a - 3)^2 --start a=0 --steps 10000000 --rate 1e-9\r")
    someone.sees("[")  # the bar that shows how far it is
    someone.types(CTRL_C)
    someone.sees("interrupted.")
    someone.sees(PROMPT)
    someone.types("x^2 at 3\r")
    someone.sees("6\n")
    someone.sees(PROMPT)
    someone.types("x^2 at 4")
    someone.presses(CTRL_C, "quit or Ctrl-D leaves")
    someone.sees(PROMPT)
    someone.types("quit\r")
    assert someone.ends() == 0


def test_the_language_is_that_of_the_command_line(person):
    someone = person("--lang", "zh")
    someone.types("tahn x\r")
    someone.sees("错误")
    someone.types("quit\r")
    assert someone.ends() == 0


def test_several_pasted_lines_are_answered_one_by_one(person):
    someone = person()
    someone.types("\x1b[200~a = 2\na x^2 at 3\n\x1b[201~\r")
    someone.sees("a = 2\n")
    someone.sees("12\n")
    someone.types("1+1\r2+2\r")
    someone.sees("2\n")
    someone.sees("4\n")


def test_a_long_line_and_wide_characters(person):
    someone = person()
    someone.types(" + ".join(["x^2"] * 300) + " at 1\r")
    someone.sees("600\n")
    someone.sees(PROMPT)
    someone.types("x + 导\x7f1 at 1\r")
    someone.sees("1\n")
    someone.types("（x＋1）² at 2\r")
    someone.sees("6\n")


def test_tab_completes_and_the_arrow_brings_lines_back(person, tmp_path):
    someone = person()
    someone.types("speed(t) = t^3\r")
    someone.sees("speed(t) = t^3\n")
    someone.sees(PROMPT)
    someone.types("spe" + TAB)
    someone.sees("speed")
    someone.types("'(2)\r")
    someone.sees("12\n")
    someone.sees(PROMPT)
    someone.types("func" + TAB)
    someone.sees("functions")
    someone.types(" sin\r")
    someone.sees("sine")
    someone.types("quit\r")
    assert someone.ends() == 0
    kept = tmp_path / ".local" / "state" / "slope" / "history"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_text("utf-8").splitlines() == [
        "speed(t) = t^3",
        "speed'(2)",
        "functions sin",
        "quit",
    ]
    again = person()
    again.types(UP + UP + UP + UP + "\r")
    again.sees("speed(t) = t^3\n")


@pytest.mark.parametrize("home", ["", "/nowhere/at/all"])
def test_without_a_home_there_is_no_history_and_no_error(person, home, tmp_path):
    someone = person(HOME=home, XDG_STATE_HOME="")
    someone.types("x^2 at 3\r")
    someone.sees("6\n")
    someone.types("quit\r")
    assert "rror" not in someone.sees("quit")
    assert someone.ends() == 0
    assert os.listdir(tmp_path) == []


def test_without_a_terminal_the_help_is_shown(slope):
    assert slope().out == slope("--help").out
