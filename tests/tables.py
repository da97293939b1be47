"""The plain tables under tests/cases: one case a line, cells between bars that stand alone."""

from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def table(name: str) -> list:
    """The rows of a table as pytest parameters."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [pytest.param(*[cell.strip() for cell in row], id=" @ ".join(row[:2])) for row in rows]
