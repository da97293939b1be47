"""What is printed says the same without colour, without drawing, and on the plainest terminal."""

import re

import pytest
import terminal

COLORED = re.compile(r"\x1b\[[0-9;]*m")
COMMANDS = [
    ("plot", "sin(x)", "cos(x)"),
    ("plot", "1/x", "--tangent", "1"),
    ("study", "x^3 - 3x"),
    ("steps", "x^2 sin x"),
    ("check", "x^2", "x"),
    ("x^2", "--range", "0", "1", "--points", "3"),
    ("minimize", "(a - 1)^2", "--start", "a=0", "--plot", "-"),
    ("x^3", "--at", "2"),
]


@pytest.fixture(autouse=True)
def at_a_terminal(monkeypatch):
    for name, value in {"COLUMNS": "80", "LINES": "24", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(terminal._Both, "isatty", lambda self: True)


def test_curves_are_coloured_at_a_terminal(slope):
    assert COLORED.search(slope("plot", "sin(x)").out)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_colour_adds_nothing_but_colour(words, slope, monkeypatch):
    bright = COLORED.sub("", slope(*words).screen)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = slope(*words).screen
    assert "\x1b" not in plain
    ends = [[line.rstrip() for line in screen.splitlines()] for screen in (bright, plain)]
    assert ends[0] == ends[1]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_plain_terminal_gets_plain_characters(words, slope, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    screen = slope(*words).screen
    assert screen.isascii()
    assert "\x1b" not in screen


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_curves_are_told_apart_without_colour(term, slope, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", term)
    two = slope("plot", "sin(x)", "cos(x)", "--only", "f").out.splitlines()[0]
    first, second = re.findall(r"(\S+) f\d\(x\)", two)
    assert first != second
    functions = ["x + 1", "x + 2", "x + 3", "x + 4", "x + 5"]
    lines = slope("plot", *functions, "--only", "f").out.splitlines()
    bar = "|" if term == "dumb" else "│"
    legend = " ".join([line for line in lines if bar not in line])
    drawn = "".join([line.partition(bar)[2] for line in lines])
    for number, function in enumerate(functions, 1):
        assert f" {number} f{number}(x) = {function}" in legend
        assert drawn.count(str(number)) == 1


def test_every_drawing_can_be_had_in_words(slope):
    told = slope("plot", "1/x", "--describe").out
    assert "pole at: x = 0" in told
    assert told.isascii()


def test_curves_in_a_file_differ_by_their_dashes(slope, tmp_path):
    path = tmp_path / "three.svg"
    assert slope("plot", "x", "x + 1", "x + 2", "--only", "f", "-o", str(path)).status == 0
    drawn = re.findall(
        r'style="fill: none; (.*?)stroke: #(\w+); stroke-width: 2\b', path.read_text()
    )
    dashes = {color: how for how, color in drawn}
    assert len(dashes) == len({*dashes.values()}) == 3
