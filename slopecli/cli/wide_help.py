"""Help pages in Chinese: characters of two columns, and lines that break without blanks."""

from collections.abc import Iterable

import click

from slopecli.wording.columns import columns, left, wrapped

_LARGEST = 30  # columns of the options; what is longer has a line of its own
_GAP = 2


class WideHelp(click.HelpFormatter):
    """Click's page, measured in columns instead of characters."""

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped."""
        margin = " " * self.current_indent
        for line in text.splitlines():
            for part in wrapped(line, self.width - self.current_indent):
                self.write(f"{margin}{part}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _LARGEST, col_spacing: int = _GAP
    ) -> None:
        """Each option, and beside it what it does."""
        rows = list(rows)
        width = min(max([columns(name) for name, _ in rows]), col_max) + col_spacing
        margin = " " * self.current_indent
        for name, meaning in rows:
            head = left(name, width)
            lines = wrapped(meaning, max(self.width - width - self.current_indent, 10))
            if columns(name) + col_spacing > width:
                self.write(f"{margin}{name}\n")
                head = " " * width
            for line in lines:
                self.write(f"{margin}{head}{line}".rstrip() + "\n")
                head = " " * width
