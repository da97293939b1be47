"""Tables as text."""

from slopecli.answers.table import Line, Table
from slopecli.render.table import csv_lines, json_lines, text_lines


def table(*rows):
    lines = iter([Line(row[0], row[1:]) for row in rows])
    return Table("x", tuple(range(len(rows[0]) - 1)), len(rows), lines)


ROWS = [("-1", "10.5", "undefined"), ("0.25", "-2", "corner"), ("3", "1e-7", "4")]


def test_points_stand_under_each_other_and_what_is_missing_is_named():
    assert list(text_lines(table(*ROWS))) == [
        " x          f(x)        f'(x)",
        "-1          10.5        undefined",
        " 0.25       -2          corner",
        " 3           1e-7       4",
    ]


def test_cells_without_a_number_are_empty_in_csv():
    assert list(csv_lines(table(*ROWS))) == [
        "x,f(x),f'(x)",
        "-1,10.5,",
        "0.25,-2,",
        "3,1e-7,4",
    ]


def test_cells_without_a_number_are_null_in_json():
    assert list(json_lines(table(*ROWS)))[:2] == [
        '{"x": -1, "value": 10.5, "slope": null}',
        '{"x": 0.25, "value": -2, "slope": null}',
    ]


def test_a_long_table_is_told_block_by_block():
    rows = [(str(k), str(k * k), "1") for k in range(2500)]
    shown = list(text_lines(table(*rows)))
    assert len(shown) == 2501
    assert shown[-1].split() == ["2499", "6245001", "1"]
