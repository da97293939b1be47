"""Tables of numbers from CSV files: named columns, errors that name the row.

A cell is a number, or true or false for 1 or 0. Fields are separated by commas, semicolons or tabs,
whichever the first line has most of; between semicolons or tabs a decimal comma is understood.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from slopecli.errors import LimitError, UnusableError
from slopecli.wording import tell
from slopecli.wording.system import why

Floats = NDArray[np.float64]

LONGEST = 100_000  # characters of a line
MOST_CELLS = 5_000_000

_TRUTH = {"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0}


class Columns:
    """The columns of a file, as text until they are asked for as numbers."""

    def __init__(self, file: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.file = file
        self.names = tuple(names)
        self.rows = rows
        self.lines = range(2, 2 + len(rows))  # where the rows stand in the file
        self._decimal_comma = False

    def numbers(self, name: str) -> Floats:
        """A column as float64 of shape (rows,).

        Raises UnusableError for an unknown column and for a cell that is no number.
        """
        if name not in self.names:
            raise UnusableError(
                tell(
                    "{file} has no column {name}: it has {names}.",
                    file=self.file,
                    name=repr(name),
                    names=", ".join(self.names),
                )
            )
        place = self.names.index(name)
        column = [self._number(row[place], name, k) for k, row in enumerate(self.rows)]
        return np.array(column, dtype=float)

    def _number(self, cell: str, name: str, row: int) -> float:
        text = cell.strip()
        where = tell(
            "in row {row} of {file} (line {line}), column {name}",
            row=row + 1,
            file=self.file,
            line=self.lines[row],
            name=name,
        )
        if not text:
            raise UnusableError(
                tell("A number is missing {where}.", where=where),
                advice=tell("Fill it in, or delete the row."),
            )
        if text.lower() in _TRUTH:
            return _TRUTH[text.lower()]
        try:
            number = float(text.replace(",", ".") if self._decimal_comma else text)
        except ValueError:
            number = float("nan")
        if not np.isfinite(number) or "_" in text:
            raise UnusableError(
                tell("{typed} is no number, {where}.", typed=repr(text), where=where)
            )
        return number


def read_columns(file: str | Path) -> Columns:
    """The columns of a CSV file with a line of names on top.

    Raises UnusableError where the file cannot be read or its rows do not fit the names.
    """
    path = Path(file)
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            return parse_columns(_lines(opened, path.name), path.name)
    except UnicodeDecodeError:
        raise UnusableError(tell("{file} is no text in UTF-8.", file=path.name)) from None
    except OSError as error:
        raise UnusableError(
            tell("I cannot read {file}: {why}.", file=file, why=why(error))
        ) from error
    except ValueError:  # a name with a character that no file can have
        raise UnusableError(tell("there is no file {file}.", file=file)) from None


def parse_columns(lines: Iterable[str], file: str) -> Columns:
    """The same from the lines themselves; `file` is what errors call them."""
    remaining = iter(lines)
    first = next((line for line in remaining if line.strip()), "")
    separator = max(",;\t", key=first.count)
    reader = csv.reader(chain([first], remaining), delimiter=separator, skipinitialspace=True)
    try:
        table = list(_filled(reader, file))
    except csv.Error as error:
        raise UnusableError(tell("{file} is no table: {error}.", file=file, error=error)) from None
    if not table:
        raise UnusableError(
            tell("{file} is empty.", file=file),
            advice=tell("The first line holds the columns' names."),
        )
    (_, names), rows = table[0], table[1:]
    names = [name.strip() for name in names]
    _check_names(names, file)
    if not rows:
        raise UnusableError(tell("{file} has names, but no rows of numbers.", file=file))
    for number, (line, row) in enumerate(rows, start=1):
        if len(row) != len(names):
            raise UnusableError(
                tell(
                    "Row {number} of {file} (line {line}) has {count} cells, not {wanted}.",
                    number=number,
                    file=file,
                    line=line,
                    count=len(row),
                    wanted=len(names),
                )
            )
    columns = Columns(file, names, [row for _, row in rows])
    columns.lines = [line for line, _ in rows]  # type: ignore[assignment]
    columns._decimal_comma = separator != ","
    return columns


def _lines(opened: TextIO, file: str) -> Iterator[str]:
    """The lines of a file; a line that never ends is not waited for."""
    while line := opened.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise LimitError(
                tell(
                    "{file} has a line of more than {most} characters.",
                    file=file,
                    most=f"{LONGEST:,}",
                )
            )
        yield line


def _filled(reader: "Iterator[list[str]]", file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it ends on."""
    cells = 0
    for row in reader:
        if any(cell.strip() for cell in row):
            cells += len(row)
            if cells > MOST_CELLS:
                raise LimitError(
                    tell(
                        "{file} has more than {most} numbers, the limit for one table.",
                        file=file,
                        most=f"{MOST_CELLS:,}",
                    )
                )
            yield reader.line_num, row  # type: ignore[attr-defined]


def _check_names(names: Sequence[str], file: str) -> None:
    for place, name in enumerate(names):
        if not name:
            raise UnusableError(
                tell("Column {number} of {file} has no name.", number=place + 1, file=file)
            )
        if name in names[:place]:
            raise UnusableError(
                tell("{file} has two columns with the name {name}.", file=file, name=repr(name))
            )
    if all(_is_number(name) for name in names):
        raise UnusableError(
            tell("The first line of {file} holds numbers.", file=file),
            advice=tell("Put the columns' names above it."),
        )


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
