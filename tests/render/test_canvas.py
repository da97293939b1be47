"""Dots in characters."""

import pytest

from slopecli.render.canvas import ASCII, BLOCK, BRAILLE, Canvas


def drawn(canvas):
    return ["".join(sign for sign, _ in canvas.row(row)) for row in range(canvas.rows)]


@pytest.mark.parametrize(
    ("style", "picture"),
    [(BRAILLE, ["⢄⠀", "⠀⠑"]), (BLOCK, ["▀▄"]), (ASCII, ["* ", " *"])],
)
def test_a_stroke_goes_from_corner_to_corner(style, picture):
    canvas = Canvas(2, len(picture), style)
    canvas.line(0, 0, canvas.width - 1, canvas.height - 1, 0)
    shown = drawn(canvas)
    assert all(sign.strip("\u2800") for sign in shown)
    if style != BRAILLE:
        assert shown == picture


def test_a_stroke_is_cut_at_the_top_and_the_bottom():
    canvas = Canvas(3, 3, ASCII)
    canvas.line(1, -1e300, 1, 1e300, 0)
    assert drawn(canvas) == [" * ", " * ", " * "]


def test_what_is_outside_is_left_out():
    canvas = Canvas(2, 2, ASCII)
    canvas.line(0, 5, 1, 9, 0)
    canvas.dot(-0.5, 0, 0)
    canvas.dot(7, 0, 0)
    assert drawn(canvas) == ["  ", "  "]


def test_signs_stand_over_dots_and_axes_behind_them():
    canvas = Canvas(3, 1, ASCII)
    canvas.line(0, 0, 1, 0, 0)
    canvas.sign(1, 0, "o")
    for column in range(3):
        canvas.behind(0, column, "-")
    assert drawn(canvas) == ["*o-"]
