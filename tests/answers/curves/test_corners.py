"""Branches at a point where an equation is not smooth, beside what each quadrant says by itself."""

from fractions import Fraction
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from slopecli.answers.curves.corners import branches
from slopecli.answers.curves.curve_question import ask_curve
from slopecli.answers.curves.through import through
from slopecli.calculus.balls import Balls

small = st.integers(-4, 4)


def met(source, at="x=0,y=0"):
    question = ask_curve(source, at=[at])
    return branches(through(question, question.points[0]))


def ratio(branch):
    value = branch.slope(Balls())
    return Fraction(value.numerator, value.denominator)


@given(small, small, small, small, small)
def test_rays_are_those_of_each_quadrant(a, b, c, d, bend):
    """In a quadrant a|x| + b|y| + cx + dy is px + qy; its ray has the slope -p/q."""
    rays = []
    for one, other in product((1, -1), repeat=2):
        p, q = a * one + c, b * other + d
        assume(p and q)
        if Fraction(-p, q) * one * other > 0:
            rays.append((one, Fraction(-p, q)))
    found = met(f"({a})|x| + ({b})|y| + ({c})x + ({d})y + ({bend})x^2 = 0*x y")
    assert sorted((branch.side, ratio(branch)) for branch in found) == sorted(rays)


@given(st.integers(1, 6), st.integers(1, 6))
def test_a_moved_corner_is_the_same_corner(a, b):
    here = met(f"|x| + {a}|y| = 0*x y + x/{b}")
    there = met(f"|x - 3| + {a}|y + 1/2| = 0*x y + (x - 3)/{b}", "x=3,y=-1/2")
    assert here is not None or b == 1
    if here is not None:
        assert [(each.side, ratio(each)) for each in here] == [
            (each.side, ratio(each)) for each in there
        ]
