"""How a command line is told apart from an expression, and what is said when it cannot be used."""

import json

import pytest

from slopecli.cli.commands import COMMANDS, EXPRESSION

ANSWERED = [
    (["tanh(x)", "--at", "1.0"], "0.419974341614026"),
    (["x/2", "--at", "3.0"], "0.5"),
    (["-x^2", "--at", "3"], "-6"),
    (["-cos(x)", "--at", "0"], "0"),
    (["-x", "--at", "-1"], "-1"),
    (["-x", "--at=-3"], "-1"),
    (["--x", "--at", "1"], "1"),
    (["--at", "-1e-3", "x^2"], "-0.002"),
    (["-x", "t", "t^2", "--at", "1"], "2"),
    (["t^2", "-x", "t", "--at", "1"], "2"),
    (["x^2", "--at", "x=3"], "6"),
    (["a t^2", "--at", "t=3", "--let", "a=1/2"], "3"),
    (["rate*x^2", "--let", "rate=0.05", "--at", "10"], "1"),
    (["sin(x)", "--degrees", "--at", "60"], "0.00872664625997165"),
    (["asin(x)", "--degrees", "--at", "0"], "57.2957795130823"),
    (["a x^2 + b x", "--let", "a=1/2,b=log(8, 2)", "--at", "1"], "4"),
    (["a x", "--let", "a=sin(30)", "--degrees", "--at", "1"], "0.5"),
    (["e^x", "--at", "1", "--digits", "30"], "2.71828182845904523536028747135"),
    (["x^3", "--at", "1", "--at", "2"], "3\n12"),
    (["d/dx x^2", "--at", "3"], "6"),
    (["(x^3)''", "--at", "2"], "12"),
    (["f(t) = t^2", "--at", "3"], "6"),
    (["--", "-x^2"], "-2x"),
]


@pytest.mark.parametrize(("words", "printed"), ANSWERED, ids=lambda value: str(value))
def test_what_is_asked_is_answered(slope, words, printed):
    done = slope(*words)
    assert (done.out.rstrip("\n"), done.status) == (printed, 0)


REFUSED = [
    ([""], "no formula"),
    (["--at", "3"], "which curve"),
    (["x^2", "at", "3"], "I expected one expression"),
    (["x^2", "--AT", "3"], "Did you mean --at?"),
    (["x^2", "--at3"], "Did you mean --at?"),
    (["x^2", "\u2014at", "3"], "there is no option"),
    (["x^2", "--at"], "--at needs a value"),
    (["x^2", "--at="], ""),
    (["x^2", "--at", "inf"], "inf"),
    (["x^2", "--at", "1/0"], "is not a number"),
    (["x^2", "--at", "1", "--at", "nan"], "nan"),
    (["x^2", "--at", "1", "--digits", "0"], "--digits"),
    (["x^2", "--at", "1", "--digits", "10001"], "--digits"),
    (["x^2", "--at", "1", "--order", "1.5"], "--order"),
    (["x + a", "--at", "1"], "--let a=2"),
    (["a + b", "--at", "1"], "which letter is the variable"),
    (["plto"], "`slope plot`"),
    (["pot", "x"], "`slope plot x`"),
    (["1/2x", "--at", "1", "--strict"], "two ways"),
    (["x = 3,"], "something must follow ,"),
    (["r = 1 < cos θ", "--at", "1"], "not a condition"),
    (["(sin x)' + 1", "--degrees"], "cannot be taken in degrees"),
    (["((sin t)', t)", "--degrees"], "cannot be taken in degrees"),
    (["x^2", "--at", "1\u200b"], "U+200B"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=lambda value: ascii(value))
def test_what_cannot_be_used_is_refused_before_anything_is_printed(slope, words, said):
    done = slope(*words)
    assert (done.out, done.status) == ("", 2)
    assert done.err.startswith("Error: ")
    assert said in done.err


def test_no_slope_is_an_answer_with_status_1(slope):
    done = slope("|x|", "--at", "0", "--at", "1")
    assert (done.out, done.status) == ("corner\n1\n", 1)
    assert done.err == "no slope at x = 0: |x| has a corner there (left -1, right 1)\n"
    assert slope("|x|", "--at", "0", "--quiet").err == ""


def test_json_keeps_every_proven_digit(slope):
    line = slope("e^x", "--at", "1", "--digits", "30", "--json").out
    assert '"slope": 2.71828182845904523536028747135,' in line
    assert json.loads(slope("tanh(x)", "--at", "1.0", "--json").out) == {
        "expression": "tanh(x)",
        "variable": "x",
        "at": "1.0",
        "order": 1,
        "value": 0.761594155955765,
        "slope": 0.419974341614026,
        "text": "0.419974341614026",
        "status": "ok",
    }


@pytest.mark.parametrize(
    ("source", "at", "keys"),
    [
        ("|x|", "0", {"status": "corner", "left": -1, "right": 1, "slope": None}),
        ("x^(2/3)", "0", {"status": "vertical", "left": "-inf", "right": "inf", "slope": None}),
        ("sqrt(x)", "0", {"status": "vertical", "left": None, "right": "inf", "value": 0}),
        ("x^(3/2)", "0", {"status": "endpoint", "right": 0, "value": 0}),
        ("1/x", "0", {"status": "undefined", "value": None, "slope": None}),
    ],
)
def test_json_says_what_there_is_instead_of_a_slope(slope, source, at, keys):
    answer = json.loads(slope(source, "--at", at, "--json").out)
    assert {key: answer[key] for key in keys} == keys
    assert answer["message"]


def test_expressions_come_from_standard_input_one_a_line(slope):
    done = slope("-", "--at", "1", stdin="x^2\n\n-x\n")
    assert (done.out, done.status) == ("2\n-1\n", 0)


def test_a_line_that_cannot_be_read_does_not_stop_the_rest(slope):
    done = slope("-", "--at", "1", stdin="x^2\nx^\nx^3\n")
    assert (done.out, done.status) == ("2\n3\n", 2)
    assert "Error in line 2" in done.err


def test_no_line_at_all_is_an_error(slope):
    assert slope("-", "--at", "1", stdin="").status == 2


def test_after_ten_lines_that_cannot_be_read_the_rest_is_left_out(slope):
    done = slope("-", "--at", "1", stdin="x+\n" * 1000)
    assert done.err.count("Error in line") == 10
    assert done.status == 2


def test_the_version_and_the_help(slope):
    from slopecli.version import __version__

    assert slope("--version").out == f"slope {__version__}\n"
    assert 'slope "tanh(x)" --at 1.0' in slope("--help").out
    assert slope().out == slope("-h").out == slope("help").out == slope("--help").out
    assert "--digits" in slope("x", "--help").out


def test_the_help_names_every_command_and_fits_a_screen(slope):
    lines = slope("--help").out.splitlines()
    named = [name for name in COMMANDS if name != EXPRESSION]
    assert [name for name in named if not any(f"slope {name} " in line for line in lines)] == []
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
