"""A table as aligned text, as CSV and as JSON lines."""

from slopecli.answers.table import Line, Table
from slopecli.render.lines import Digits, digits, json_line

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = ("value", "slope", "second", "third")
_BLOCK = 1_000  # lines that are laid out together; a longer table is told block by block
_GAP = "   "


def heads(table: Table) -> list[str]:
    """The heads of the columns: x, f(x), f'(x), ..."""
    x = table.variable
    return [x, *[f"f{prime(order)}({x})" for order in table.columns]]


def prime(order: int) -> str:
    """The marks of a derivative: ', '' and ''', then (4)."""
    return "'" * order if order < 4 else f"({order})"


def text_lines(table: Table) -> "Iterator[str]":
    """The table with its points under each other; what is missing is named."""
    widths: list[tuple[int, int]] = []
    above: list[Line] = [Line(heads(table)[0], tuple(heads(table)[1:]))]
    for block in _blocks(table):
        rows = [(line.x, *line.cells) for line in block]
        widths = _widened(widths or [(0, 0)] * len(rows[0]), rows)
        for line in above:
            yield _laid_out((line.x, *line.cells), widths)
        above = []
        for row in rows:
            yield _laid_out(row, widths)


def csv_lines(table: Table) -> "Iterator[str]":
    """Comma-separated values; a cell without a number is empty."""
    yield ",".join(heads(table))
    for line in table.lines:
        yield ",".join([line.x, *[cell if is_number(cell) else "" for cell in line.cells]])


def json_lines(table: Table) -> "Iterator[str]":
    """One object a line; null where there is no number."""
    keys = [_KEYS[k] if k < len(_KEYS) else f"order_{k}" for k in table.columns]
    for line in table.lines:
        cells = [digits(cell) if is_number(cell) else None for cell in line.cells]
        yield json_line([("x", Digits(line.x)), *zip(keys, cells, strict=True)])


def _blocks(table: Table) -> "Iterator[list[Line]]":
    block: list[Line] = []
    for line in table.lines:
        block.append(line)
        if len(block) == _BLOCK:
            yield block
            block = []
    if block:
        yield block


def is_number(cell: str) -> bool:
    """Whether a cell holds digits, and not a word."""
    return cell.lstrip("-")[:1].isdigit()


def _halves(cell: str) -> tuple[str, str]:
    """What stands left of the decimal point, and the point with what follows."""
    if not is_number(cell):
        return "", cell
    for place, character in enumerate(cell):
        if character in ".e":
            return cell[:place], cell[place:]
    return cell, ""


def _widened(widths: list[tuple[int, int]], rows: "list[tuple[str, ...]]") -> list[tuple[int, int]]:
    wide = []
    for (left, right), cells in zip(widths, zip(*rows, strict=True), strict=True):
        halves = [_halves(cell) for cell in cells if is_number(cell)]
        wide.append(
            (
                max([left, *[len(whole) for whole, _ in halves]]),
                max([right, *[len(rest) for _, rest in halves]]),
            )
        )
    return wide


def _laid_out(row: "tuple[str, ...]", widths: list[tuple[int, int]]) -> str:
    cells = []
    for cell, (left, right) in zip(row, widths, strict=True):
        width = max(left + right, len("undefined"))
        if is_number(cell):
            whole, rest = _halves(cell)
            cell = whole.rjust(left) + rest
        else:
            cell = cell.rjust(left) if len(cell) < left else cell
        cells.append(cell.ljust(width))
    return _GAP.join(cells).rstrip()
