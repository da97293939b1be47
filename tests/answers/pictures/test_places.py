"""What is special about a curve is found, and known on both sides."""

from math import inf

import pytest
from tables import table

from slopecli.answers.pictures.places import find_places, simplest
from slopecli.answers.pictures.sight import Sight
from slopecli.answers.pictures.survey import Survey
from slopecli.language.parser import parse
from slopecli.language.ratio import Ratio


def look_over(source, start=-10, end=10, order=1):
    return Survey(Sight(parse(source), "x", order, False), Ratio(start), Ratio(end))


def number(cell):
    return None if cell == "-" else float(cell)


@pytest.mark.parametrize(
    ("source", "x", "left", "right", "value", "slope_left", "slope_right"),
    table("special_places.txt"),
)
def test_a_special_place_is_known_on_both_sides(
    source, x, left, right, value, slope_left, slope_right
):
    places = look_over(source).places
    near = min(places, key=lambda place: abs(place.x - float(x)))
    found = [near.x, near.left[0], near.right[0], near.values[0], near.left[1], near.right[1]]
    wanted = [float(x), *map(number, (left, right, value, slope_left, slope_right))]
    for here, there in zip(found, wanted, strict=True):
        if there is None or abs(there) == inf:
            assert here == there
        else:
            assert here == pytest.approx(there, abs=3e-6)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("tanh(x)", 0),
        ("x/2", 0),
        ("1/(x^2 + 1/10^9)", 0),  # a peak, not a pole
        ("sqrt(x^2 + 1/10^9)", 0),  # a bend, not a corner
        ("tan(5x)", 32),
        ("floor(x)", 21),
        ("x/(x^2 - 1)", 2),
        ("|x| + |x - 3|", 2),
    ],
)
def test_there_are_as_many_special_places_as_there_are(source, count):
    assert len(look_over(source).places) == count


def test_twenty_thousand_jumps_are_not_told_apart():
    found = look_over("floor(1000x)")
    assert found.places == []
    assert found.dense


@pytest.mark.parametrize(
    ("start", "end", "fraction"),
    [
        (Ratio(-1, 7), Ratio(1, 9), Ratio(0)),
        (Ratio(14, 10), Ratio(15, 10), Ratio(3, 2)),
        (Ratio(-15, 10), Ratio(-14, 10), Ratio(-3, 2)),
        (Ratio(2), Ratio(2), Ratio(2)),
        (Ratio(314159, 100000), Ratio(314160, 100000), Ratio(355, 113)),
    ],
)
def test_the_simplest_fraction_in_a_stretch(start, end, fraction):
    assert simplest(start, end) == fraction


def test_a_simple_fraction_outside_the_curve_is_not_its_end():
    sight = Sight(parse("sqrt(2 - x^2)"), "x", 1, False)
    (place,), _ = find_places(sight, Ratio(141, 100), Ratio(142, 100))
    assert place.at is None
    assert place.x == pytest.approx(2**0.5, abs=1e-9)
