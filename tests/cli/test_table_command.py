"""`slope EXPR --range A B`."""

import json

import pytest


def test_a_step_counts_from_the_first_end_and_does_not_go_beyond_the_last(slope):
    for end, last in (("1", "0.4"), ("1.1", "1.1")):
        lines = slope("x", "--range", "-1", end, "--step", "0.7").out.splitlines()
        assert [line.split()[0] for line in lines][:4] == ["x", "-1", "-0.3", "0.4"]
        assert lines[-1].split()[0] == last


def test_a_table_has_eleven_points_ends_included(slope):
    found = slope("x^2", "--range", "0", "1")
    assert found.status == 0
    lines = [line.split() for line in found.out.splitlines()]
    assert lines[0] == ["x", "f(x)", "f'(x)"]
    assert [line[0] for line in lines[1:]] == "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1".split()
    assert lines[4] == ["0.3", "0.09", "0.6"]


def test_what_is_missing_is_named(slope):
    found = slope("|x|", "--range", "-1", "1", "--step", "1", "--order", "2")
    assert [line.split() for line in found.out.splitlines()] == [
        ["x", "f(x)", "f'(x)", "f''(x)"],
        ["-1", "1", "-1", "0"],
        ["0", "0", "corner", "corner"],
        ["1", "1", "1", "0"],
    ]


def test_csv_leaves_it_empty(slope):
    found = slope("1/x", "--range", "-1", "1", "--points", "3", "--csv")
    assert found.out == "x,f(x),f'(x)\n-1,-1,-1\n0,,\n1,1,-1\n"


def test_json_has_an_object_a_row(slope):
    found = slope("ln(x)", "--range", "0", "1", "--points", "2", "--json", "--order", "2")
    assert [json.loads(line) for line in found.out.splitlines()] == [
        {"x": 0, "value": None, "slope": None, "second": None},
        {"x": 1, "value": 0, "slope": 1, "second": -1},
    ]


def test_multiples_of_pi_are_exact(slope):
    found = slope("sin(x)", "--range", "-2pi", "2pi", "--points", "5", "--csv")
    assert [line.split(",")[1:] for line in found.out.splitlines()[1:]] == [
        ["0", "1"],
        ["0", "-1"],
    ] * 2 + [["0", "1"]]


def test_a_long_table_agrees_with_a_short_one(slope):
    long = slope("tanh(x)", "--range", "-2", "2", "--points", "1601", "--json")
    short = slope("tanh(x)", "--range", "-2", "2", "--points", "17", "--json")
    picked = [json.loads(line) for line in long.out.splitlines()][::100]
    for one, other in zip(picked, map(json.loads, short.out.splitlines()), strict=True):
        assert one == pytest.approx(other, rel=1e-13)


def test_a_long_table_names_what_is_missing(slope):
    found = slope("|x|", "--range", "-1", "1", "--points", "2001")
    assert found.out.splitlines()[1001].split() == ["0", "0", "no", "slope"]
    found = slope("ln(x)", "--range", "-1", "1", "--points", "2001", "--json")
    assert json.loads(found.out.splitlines()[0]) == {"x": -1, "value": None, "slope": None}


def test_a_curve_without_values_is_told(slope):
    found = slope("ln(x)", "--range", "-2", "-1")
    assert found.status == 1
    assert found.err == "undefined: there is no value at any of the 11 points.\n"


def test_each_line_of_stdin_has_its_table(slope):
    found = slope("-", "--range", "0", "1", "--points", "2", "--csv", stdin="x\nx^2\n")
    assert found.out.splitlines()[::3] == ["x,f(x),f'(x)", "x,f(x),f'(x)"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--range", "1", "0"], "goes backwards"),
        (["--range", "1", "1"], "has no length"),
        (["--range", "0", "inf"], 'I do not know "inf"'),
        (["--range", "a", "b"], "has no value"),
        (["--range", "0"], "needs two values after it: --range 0 2."),
        (["--range", "0", "1", "--points", "0"], "0 is not in the range"),
        (["--range", "0", "1", "--points", "10000001"], "is not in the range"),
        (["--range", "0", "1", "--points", "1e12"], "is not a valid integer"),
        (["--range", "0", "1", "--step", "1e-12"], "more than 10000000 points"),
        (["--range", "0", "1", "--step", "0"], "not a length above 0"),
        (["--range", "0", "1", "--step", "1", "--points", "3"], "leave out one"),
        (["--range", "0", "1", "--csv", "--json"], "leave out one"),
        (["--range", "0", "1", "--at", "1"], "leave out one"),
        (["--points", "3"], "add --range"),
        (["--csv", "--at", "1"], "add --range"),
    ],
)
def test_what_cannot_be_a_table_is_refused(slope, words, message):
    found = slope("x", *words)
    assert (found.status, found.out) == (2, "")
    assert message in found.err
