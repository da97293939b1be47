"""Tables of numbers from CSV files: named columns, errors that name the row.

A cell is a number, or true or false for 1 or 0. Fields are separated by commas, semicolons or tabs,
whichever the first line has most of; between semicolons or tabs a decimal comma is understood.
"""

import csv
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import isfinite, nan
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from slopecli.errors import LimitError, UnusableError
from slopecli.wording import tell
from slopecli.wording.system import why

Floats = NDArray[np.float64]

LONGEST = 100_000  # characters of a line
MOST_CELLS = 3_000_000

_TRUTH = {"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0}


class Columns:
    """The columns of a file: their numbers, and of each the first cell that is none.

    A column of words is refused only where its numbers are asked for. `lines` says where each row
    stands in the file.
    """

    def __init__(self, file: str, names: Sequence[str], decimal_comma: bool = False) -> None:
        self.file = file
        self.names = tuple(names)
        self.lines = array("q")
        self._decimal_comma = decimal_comma
        self._numbers = [array("d") for _ in names]  # a list of text would take ten times as much
        self._odd: dict[str, tuple[int, str]] = {}

    def add(self, row: Sequence[str], line: int) -> None:
        """One row more.

        Raises UnusableError where it has another number of cells, and LimitError for too many.
        """
        if len(row) != len(self.names):
            raise UnusableError(
                tell(
                    "Row {number} of {file} (line {line}) has {count} cells, not {wanted}.",
                    number=len(self.lines) + 1,
                    file=self.file,
                    line=line,
                    count=len(row),
                    wanted=len(self.names),
                )
            )
        if (len(self.lines) + 1) * len(row) > MOST_CELLS:
            raise LimitError(
                tell(
                    "{file} has more than {most} numbers, the limit for one table.",
                    file=self.file,
                    most=f"{MOST_CELLS:,}",
                )
            )
        for name, numbers, cell in zip(self.names, self._numbers, row, strict=True):
            number = self._number(cell.strip())
            if not isfinite(number) and name not in self._odd:
                self._odd[name] = len(self.lines), cell.strip()
            numbers.append(number)
        self.lines.append(line)

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
        if name in self._odd:
            raise self._refused(name, *self._odd[name])
        return np.frombuffer(self._numbers[self.names.index(name)])

    def _number(self, text: str) -> float:
        """What a cell says; no finite number where it says something else."""
        try:
            number = float(text.replace(",", ".") if self._decimal_comma else text)
        except ValueError:
            return _TRUTH.get(text.lower(), nan)
        return nan if "_" in text else number

    def _refused(self, name: str, row: int, text: str) -> UnusableError:
        where = tell(
            "in row {row} of {file} (line {line}), column {name}",
            row=row + 1,
            file=self.file,
            line=self.lines[row],
            name=name,
        )
        if not text:
            return UnusableError(
                tell("A number is missing {where}.", where=where),
                advice=tell("Fill it in, or delete the row."),
            )
        return UnusableError(tell("{typed} is no number, {where}.", typed=repr(text), where=where))


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
        return _read(_filled(reader), file, separator != ",")
    except csv.Error as error:
        raise UnusableError(tell("{file} is no table: {error}.", file=file, error=error)) from None


def _read(table: Iterator[tuple[int, list[str]]], file: str, decimal_comma: bool) -> Columns:
    """The columns of a table whose first row holds their names."""
    _, first = next(table, (0, []))
    if not first:
        raise UnusableError(
            tell("{file} is empty.", file=file),
            advice=tell("The first line holds the columns' names."),
        )
    names = [name.strip() for name in first]
    _check_names(names, file)
    columns = Columns(file, names, decimal_comma)
    for line, row in table:
        columns.add(row, line)
    if not columns.lines:
        raise UnusableError(tell("{file} has names, but no rows of numbers.", file=file))
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


def _filled(reader: "Iterator[list[str]]") -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it ends on."""
    for row in reader:
        if any(cell.strip() for cell in row):
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
