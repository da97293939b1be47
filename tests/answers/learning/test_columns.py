"""CSV files: what is read, and what is said about a file that cannot be."""

import tracemalloc

import pytest

from slopecli.answers.learning import columns
from slopecli.answers.learning.columns import parse_columns, read_columns
from slopecli.errors import LimitError, UnusableError

READ = [
    ("x,y\n1,2\n3,4\n", [1, 3]),
    ("x;y\n1,5;2\n3;4\n", [1.5, 3]),
    ("x,y\n1,Ada\n3,Bob", [1, 3]),
    ("x\ty\n1e3\t2\n-3\t4\n", [1000, -3]),
    ('"x" , y\n\n 1 , 2\n\n+3,4\n\n', [1, 3]),
    ("x,y\ntrue,1\nNo,0", [1, 0]),
    ('x,y\n"1",2\n', [1]),
    ("\ufeffx,y\n1,2\n".lstrip("\ufeff"), [1]),
]


@pytest.mark.parametrize(("text", "numbers"), READ)
def test_columns_are_read_as_numbers(text, numbers):
    assert parse_columns(text.splitlines(keepends=True), "t.csv").numbers("x").tolist() == numbers


REFUSED = [
    ("", "empty"),
    ("x,y\n", "no rows"),
    ("x,x\n1,2\n", "two columns with the name 'x'"),
    ("x,\n1,2\n", "Column 2 of t.csv has no name"),
    ("1,2\n3,4\n", "holds numbers"),
    ("x,y\n1,2\n3\n", r"Row 2 of t.csv \(line 3\) has 1 cells, not 2"),
    ("x,y\n1,2\n\n,4\n", r"missing in row 2 of t.csv \(line 4\), column x"),
    ("x,y\n1,2\nfour,4\n", r"'four' is no number, in row 2 of t.csv \(line 3\), column x"),
    ("x,y\n1,2\nfour,4\n,6\n", "'four' is no number"),
    ("x;y\n1.000,5;2\n", "'1.000,5' is no number"),
    ("x,y\nnan,2\n", "'nan' is no number"),
    ("x,y\ninf,2\n", "'inf' is no number"),
    ("x,y\n1_0,2\n", "'1_0' is no number"),
    ("y,z\n1,2\n", "no column 'x': it has y, z"),
    ('x,y\n"1\n,2\n', "1 cells"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_wrong_with_a_file_is_said_with_its_place(text, message):
    with pytest.raises(UnusableError, match=message):
        parse_columns(text.splitlines(keepends=True), "t.csv").numbers("x")


def test_a_table_without_end_is_told_by_its_limit(tmp_path, monkeypatch):
    (tmp_path / "t.csv").write_text("x," * 100_000)
    with pytest.raises(LimitError, match="a line of more than 100,000 characters"):
        read_columns(tmp_path / "t.csv")
    monkeypatch.setattr(columns, "MOST_CELLS", 10)
    (tmp_path / "t.csv").write_text("x,y\n" + "1,2\n" * 5)
    assert len(read_columns(tmp_path / "t.csv").lines) == 5
    (tmp_path / "t.csv").write_text("x,y\n" + "1,2\n" * 6)
    with pytest.raises(LimitError, match="more than 10 numbers"):
        read_columns(tmp_path / "t.csv")


def test_a_long_table_takes_little_more_room_than_its_numbers():
    tracemalloc.start()
    read = parse_columns(["x,y,name\n", *["1.5,2.5,3.5\n"] * 10_000], "t.csv")
    room, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(read.lines) == 10_000
    assert room < 10_000 * 4 * 8 * 2


def test_files_that_cannot_be_read_are_named(tmp_path):
    with pytest.raises(UnusableError, match="I cannot read"):
        read_columns(tmp_path / "none.csv")
    with pytest.raises(UnusableError, match="I cannot read"):
        read_columns(tmp_path)
    (tmp_path / "latin.csv").write_bytes(b"x,y\n\xe9,1\n")
    with pytest.raises(UnusableError, match="UTF-8"):
        read_columns(tmp_path / "latin.csv")


def test_a_mark_at_the_beginning_of_a_file_is_no_part_of_a_name(tmp_path):
    (tmp_path / "excel.csv").write_text("\ufeffx,y\r\n1,2\r\n", "utf-8")
    assert read_columns(tmp_path / "excel.csv").names == ("x", "y")
