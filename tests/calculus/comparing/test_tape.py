"""A tape gives what the walk gives."""

from expressions import expressions, rationals
from hypothesis import given

from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.tape import Tape, walk
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing, Undecided
from slopecli.language.parser import parse


@given(expressions(), rationals())
def test_a_tape_meets_the_walk(expr, at):
    balls = Balls(64)
    one = Tape([expr], ["x"]).run([balls.ball(at)])
    other = walk([expr], {"x": Balls(256).ball(at)}, Balls(256))
    if not isinstance(one, Missing) and not isinstance(other, Missing):
        assert one[0].overlaps(other[0])
    elif isinstance(other, Missing):
        # more bits may tell what few cannot, but never that a value is none
        assert isinstance(one, Missing) or isinstance(other, Undecided)


def test_constants_among_the_arguments_stay_exact():
    second = derivative(parse("gamma(x)"), "x", 2)
    (value,) = Tape([second], ["x"]).run([Balls(64).ball(parse("2").value)])
    assert abs(float(value.mid()) - 0.8236806608528794) < 1e-12
