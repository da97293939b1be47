import json

import pytest

from slopecli.language.functions import ROWS


def test_the_page_has_a_line_for_every_row_that_can_be_typed(slope):
    page = slope("functions").out
    for line in ("sin(x)           sine", "tanh(x)          th tgh", "pi               π"):
        assert line in page
    assert len(page.splitlines()) == 1 + len(ROWS) - 2


def test_the_columns_of_the_page_stand_under_their_heads(slope):
    head, *lines = slope("functions").out.splitlines()
    for column in ("also", "derivative", "where"):
        place = head.index(column)
        for line in lines:
            assert line[place - 2 : place].strip() == "", line
    assert lines[0].startswith("u + v ")
    assert lines[-1].startswith("u != v ")


def test_one_function_in_detail(slope):
    assert slope("functions", "arsinh").out == (
        "asinh(x): inverse hyperbolic sine\n"
        "  also        arsinh, arcsinh, arsh, argsinh\n"
        "  derivative  1/sqrt(x^2 + 1)\n"
        "  value       everywhere\n"
    )


@pytest.mark.parametrize("name", ["sqrt", "log", "atan2", "^", "<", "pi", "nthroot", "if"])
def test_every_kind_of_row_has_its_detail(slope, name):
    answer = slope("functions", name)
    assert answer.status == 0
    assert ROWS[name].title in answer.out


def test_a_function_as_json(slope):
    found = json.loads(slope("functions", "sqrt", "--json").out)
    assert found["derivative"] == "1/(2 sqrt(x))"
    assert found["exists"] == "x >= 0"


def test_an_unknown_name_is_told_with_the_nearest(slope):
    answer = slope("functions", "tahn")
    assert answer.status == 2
    assert "Did you mean tanh?" in answer.err
