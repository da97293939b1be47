"""docs/limits.md names every limit, with the number that the program has."""

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"

# What the page calls a limit, and where it is set
LIMITS = {
    "one answer, unless `--timeout S` says otherwise": "cli.patience SECONDS",
    "one line of homework in `slope grade`": "answers.homework.grade SECONDS",
    "asking whether a constant is exactly 0": "calculus.constants SECONDS",
    "looking for a shorter form (`--simplify`)": "answers.derivative _SECONDS",
    "looking for an exact form (`--exact`)": "answers.exact _SECONDS",
    "looking for a proof (`--prove`)": "calculus.comparing.proof SECONDS",
    "characters of a formula, or of a line on standard input": "language.tokens CHARACTERS",
    "digits of a number": "language.tokens DIGITS",
    "brackets inside brackets, and what else nests": "language.binding LEVELS",
    "parts: numbers, letters, signs, functions": "language.binding NODES",
    "parts of the formula of a derivative": "calculus.derive LARGEST",
    "parts of a formula that is derived again, for order 2 and more": "calculus.derive LARGEST_AGAIN",
    "characters of a formula that is printed": "language.pieces LONGEST",
    "parts of a formula that `--pretty` draws": "language.pretty _LARGEST",
    "levels of steps that JSON can hold": "render.steps _DEEPEST",
    "the order, with `--order` and `--taylor`": "cli.options ORDER.type.max",
    "digits that `--digits` gives": "cli.options DIGITS.type.max",
    "points of a table or a picture": "answers.interval MOST",
    "points from which on a table is worked out in doubles": "answers.table LONG",
    "binary digits of the end of a range": "answers.interval LARGEST",
    "the order of `polygamma`": "calculus.balls _LARGEST_ORDER",
    "curves in one picture": "cli.plot _MOST",
    "places at which something happens in one study": "calculus.zeros.roots CROWD",
    "a line of homework or of a table": "answers.homework.homework_file LONGEST",
    "lines on standard input that cannot be used, before the rest is left out": "cli.stdin UNREADABLE",
    "lines of words in a homework file before the first answer": "answers.homework.notebook _WORDS",
    "answers in a key": "answers.homework.sheet _MOST_KEYS",
    "students of whom a tally is kept": "answers.homework.grade _MOST_STUDENTS",
    "numbers in a table of data": "answers.learning.columns MOST_CELLS",
}  # fmt: skip
ROW = re.compile(r"^\| (?!what|---)([^|]*) \| ([\d,]+)(?: s)? \|$", re.MULTILINE)


def rows():
    return {what: int(number.replace(",", "")) for what, number in ROW.findall(PAGE.read_text())}


def test_the_page_and_the_table_here_name_the_same_limits():
    assert sorted(rows()) == sorted(LIMITS)


@pytest.mark.parametrize(("what", "where"), LIMITS.items(), ids=LIMITS)
def test_the_number_on_the_page_is_the_one_in_the_program(what, where):
    module, names = where.split()
    value = import_module(f"slopecli.{module}")
    for name in names.split("."):
        value = getattr(value, name)
    assert rows()[what] == value


def test_the_limits_in_words_are_those_of_the_program():
    from slopecli.calculus.digits import LARGEST_EXPONENT
    from slopecli.language.ratio import BITS

    text = " ".join(PAGE.read_text().split())
    assert f"up to {BITS:,} binary digits" in text
    assert len(str(LARGEST_EXPONENT)) == 9
    assert "more than nine digits" in text
