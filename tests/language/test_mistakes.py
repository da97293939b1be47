"""What is wrong with an input is said in words, with a caret under the place."""

import pytest
from tables import CASES

from slopecli.errors import SlopeError, UnreadableError
from slopecli.language.parser import read
from slopecli.language.picture import WIDTH, picture


def mistakes() -> list:
    rows = []
    for block in (CASES / "mistakes.txt").read_text("utf-8").split("\n\n"):
        head, _, shown = block.rstrip("\n").partition("\n")
        if head.startswith("#"):
            continue
        mark, _, source = head.partition(" ")
        if mark == ">>":
            source = source.encode("ascii").decode("unicode_escape")
        rows.append(pytest.param(source, shown, id=head))
    return rows


@pytest.mark.parametrize(("source", "shown"), mistakes())
def test_the_picture_of_a_mistake(source, shown):
    with pytest.raises(UnreadableError) as caught:
        read(source)
    assert picture(caught.value) == shown


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("tahn", "tanh"),
        ("sinn", "sin"),
        ("coss", "cos"),
        ("sqr", "sqrt"),
        ("arctann", "arctan"),
        ("sigmoide", "sigmoid"),
        ("rtae", "rate"),
    ],
)
def test_a_near_name_is_suggested(word, suggestion):
    with pytest.raises(UnreadableError) as caught:
        read(f"{word}(x)", ("rate",))
    assert caught.value.advice == f"Did you mean {suggestion}?"


@pytest.mark.parametrize("word", ["foo", "print", "line", "mean", "open", "data", "quit", "diff"])
def test_no_silly_name_is_suggested(word):
    with pytest.raises(UnreadableError) as caught:
        read(f"{word}(x)")
    assert "Did you mean" not in caught.value.advice


def test_a_long_input_is_cut_to_a_window_around_the_place():
    with pytest.raises(UnreadableError) as caught:
        read("x + " * 100 + "tahn(x)" + " + x" * 100)
    _, line, carets, _ = picture(caught.value).splitlines()
    assert len(line) <= WIDTH + len("  ......")
    assert line[carets.index("^") : len(carets)] == "tahn"
    assert line.startswith("  ...")
    assert line.endswith("...")


@pytest.mark.parametrize("width", [12, 32, 70])
def test_the_window_is_as_wide_as_is_asked_for(width):
    with pytest.raises(UnreadableError) as caught:
        read("x + " * 100 + "tahn(x)" + " + x" * 100)
    _, line, carets, _ = picture(caught.value, width).splitlines()
    assert len(line) <= width + len("  ......")
    assert line[carets.index("^") : len(carets)] == "tahn"


def test_of_several_lines_only_the_one_with_the_place_is_shown():
    with pytest.raises(UnreadableError) as caught:
        read("x +\ntahn(x) +\nx")
    assert picture(caught.value).splitlines()[1:3] == ["  tahn(x) +", "  ^^^^"]


def test_an_error_without_a_source_is_a_message_and_an_advice():
    assert picture(SlopeError("This is wrong.", advice="Do that.")) == "This is wrong.\nDo that."
