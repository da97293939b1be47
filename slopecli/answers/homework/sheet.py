"""Homework from a spreadsheet: CSV with a line of names on top, a key joined by question."""

import csv

from slopecli.answers.homework.homework_file import HomeworkFile
from slopecli.answers.homework.submission import FIELDS, Submission
from slopecli.answers.homework.task import KINDS
from slopecli.errors import UnusableError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = {
    "function": ("function", "expr", "expression", "f", "f(x)", "question", "函数", "题目"),
    "answer": ("answer", "df", "f'(x)", "f'", "derivative", "solution", "答案"),
    "at": ("at", "x", "point", "点"),
    "order": ("order", "阶数"),
    "variable": ("variable", "var", "自变量"),
    "kind": ("kind", "type"),
    "student": ("student", "name", "学生", "姓名"),
    "id": ("id", "question id", "nr", "no", "题号"),
    "points": ("points", "marks", "分数", "满分"),
}
_COLUMNS = {word: name for name, words in _NAMES.items() for word in words}
_SEPARATORS = ",;\t"
_MOST_KEYS = 100_000

Cells = dict[str, str]


class Sheet:
    """The submissions of a CSV file, one after the other."""

    def __init__(
        self,
        file: HomeworkFile,
        lines: "Iterator[str]",
        *,
        kind: str = "derivative",
        decimal_comma: bool = False,
        key: "dict[str, Cells] | None" = None,
    ) -> None:
        self.file = file
        self.lines = lines
        self.kind = kind
        self.decimal_comma = decimal_comma
        self.key = key

    def submissions(self) -> "Iterator[Submission]":
        """Each row as a submission. Raises UnusableError where the columns do not fit."""
        needed = ("id", "answer") if self.key is not None else ("function", "answer")
        for line, cells in rows(self.file, self.lines, self.decimal_comma, needed):
            if any(cells.values()):
                yield self._submission(line, cells)

    def _submission(self, line: int, cells: Cells) -> Submission:
        problem = None
        if self.key is not None:
            known = self.key.get(cells.get("id", ""))
            if known is None:
                problem = tell(
                    'the key has no question "{question}".', question=cells.get("id", "")
                )
            else:
                answered = {name: cell for name, cell in cells.items() if cell}
                cells = {**known, **answered, "function": known.get("function", "")}
        kind = cells.get("kind", "").lower() or self.kind
        function, answer = cells.get("function", ""), cells.get("answer", "")
        found = Submission(line, function, answer, kind=kind, problem=problem)
        found.at = cells.get("at") or None
        found.variable = cells.get("variable") or None
        found.id = cells.get("id") or None
        found.student = cells.get("student") or None
        found.problem = found.problem or _settle(found, cells)
        return found


def _settle(found: Submission, cells: Cells) -> str | None:
    """Read the cells that are numbers or words from a list; what is wrong with them, if any is."""
    if found.kind not in KINDS:
        return tell(
            'the kind "{kind}" is none of {kinds}.', kind=found.kind, kinds=", ".join(KINDS)
        )
    order, points = cells.get("order"), cells.get("points")
    if order:
        if not (order.isascii() and order.isdigit() and int(order) <= 100):
            return tell('the order "{order}" is no whole number from 0 to 100.', order=order)
        found.order = int(order)
    if points:
        try:
            found.points = float(points)
        except ValueError:
            return tell('the points "{points}" are no number.', points=points)
    if found.variable and not found.variable.isidentifier():
        return tell('the variable "{variable}" is no name.', variable=found.variable)
    return None if found.function else tell("there is no function.")


def rows(
    file: HomeworkFile, lines: "Iterator[str]", decimal_comma: bool, needed: tuple[str, ...]
) -> "Iterator[tuple[int, Cells]]":
    """Each row with the number of its last line, its cells by the names of our columns.

    Raises UnusableError where a column that is needed is missing.
    """
    above, first = 0, ""
    for first in lines:
        above += 1
        if first.strip():
            break
    if not first.strip():
        raise UnusableError(tell("{file} is empty.", file=file.name), advice=_advice(needed))
    separator = ";" if decimal_comma else max(_SEPARATORS, key=first.count)
    start = next(csv.reader([first], delimiter=separator), [])
    names = [_COLUMNS.get(cell.strip().lower(), "") for cell in start]
    missing = [name for name in needed if name not in names]
    if missing:
        raise UnusableError(
            tell(
                "{name} has no column {missing}.",
                name=file.name,
                missing=tell(" and no column ").join(missing),
            ),
            advice=_advice(needed),
        )
    reader = csv.reader(lines, delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnusableError(
                tell("{file} is no table: {error}.", file=file.name, error=error)
            ) from None
        cells = [cell.strip() for cell in row]
        if decimal_comma:
            cells = [_with_points(cell) for cell in cells]
        yield reader.line_num + above, dict(zip(names, cells, strict=False))


def is_header(line: str) -> bool:
    """Whether this is the line of names of a table with answers."""
    separator = max(_SEPARATORS, key=line.count)
    cells = [cell.strip().strip('"').lower() for cell in line.split(separator)]
    names = {_COLUMNS.get(cell) for cell in cells}
    return len(cells) > 1 and "answer" in names


def _advice(needed: tuple[str, ...]) -> str:
    return tell("The first line names the columns, such as: {needed}", needed=", ".join(needed))


def _with_points(cell: str) -> str:
    """Decimal commas as points; what separates arguments, a semicolon, as a comma."""
    found = ""
    for place, sign in enumerate(cell):
        inside = 0 < place < len(cell) - 1
        if sign == "," and inside and cell[place - 1].isdigit() and cell[place + 1].isdigit():
            found += "."
        else:
            found += "," if sign == ";" else sign
    return found


def read_key(path: str, decimal_comma: bool = False) -> "dict[str, Cells]":
    """The questions of a key by their id. Raises UnusableError where it cannot be used."""
    with HomeworkFile(path) as file:
        return _keyed(file, decimal_comma)


def _keyed(file: HomeworkFile, decimal_comma: bool) -> "dict[str, Cells]":
    key: dict[str, Cells] = {}
    for line, cells in rows(file, file.lines(), decimal_comma, ("id", "function")):
        question = cells.get("id", "")
        if question in key:
            raise UnusableError(
                tell(
                    '{name} has the id "{question}" twice, again in line {line}.',
                    name=file.name,
                    question=question,
                    line=line,
                )
            )
        wanted = ("function", *FIELDS)
        key[question] = {name: cells[name] for name in wanted if cells.get(name)}
        if len(key) > _MOST_KEYS:
            raise UnusableError(
                tell(
                    "{name} has more than {most} questions.",
                    name=file.name,
                    most=f"{_MOST_KEYS:,}",
                )
            )
    if not key:
        raise UnusableError(tell("{name} has no questions.", name=file.name))
    return key
