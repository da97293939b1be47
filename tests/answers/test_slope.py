"""The slope at a point: what is printed for which formula where."""

import decimal

import mpmath
import pytest
from expressions import expressions, rationals
from hypothesis import assume, given
from hypothesis import strategies as st
from reference import Reference
from tables import table

from slopecli.answers.question import ask
from slopecli.answers.slope import Point, slope_at
from slopecli.calculus.constants import written
from slopecli.calculus.digits import of_ratio
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.errors import SlopeError
from slopecli.language.ratio import Ratio
from slopecli.language.text import text


def slope(source, at, **options):
    question = ask(source, at=[at])
    return slope_at(question.fixed, question.variable, question.points[0], **options)


@pytest.mark.parametrize(("source", "at", "printed"), table("points.txt"))
def test_what_is_printed_at_a_point(source, at, printed):
    found = slope(source, at)
    sides = [f"{n}={v}" for n, v in (("left", found.left), ("right", found.right)) if v is not None]
    assert " ".join([found.text, *sides]) == printed


@pytest.mark.parametrize(("source", "at", "sentence"), table("reasons.txt"))
def test_the_reason_is_told_in_the_students_own_terms(source, at, sentence):
    assert slope(source, at).message == sentence


def test_every_status_but_ok_has_its_words():
    words = {"undefined": "undefined", "unknown": "cannot decide"}
    for row in table("points.txt"):
        source, at, _ = row.values
        found = slope(source, at, with_value=False)
        if found.status != "ok":
            assert found.slope is None
            assert words.get(found.status, "no slope") in found.message


@pytest.mark.parametrize("digits", [1, 2, 7, 15, 50, 1000, 10_000])
def test_as_many_digits_as_asked_for(digits):
    found = slope("e^x", "1", digits=digits)
    with mpmath.workdps(digits + 10):
        want = mpmath.nstr(+mpmath.e, digits, strip_zeros=False)
    assert found.slope == want.rstrip("0").rstrip(".")


def test_a_tie_that_no_precision_decides_prints_the_digits_that_are_proven():
    # 0.1234567890123455 exactly, but made of square roots: the sixteenth digit is a tie for ever
    found = slope("x sqrt(2)^2/2 * 0.1234567890123455", "1")
    assert found.slope in ("0.123456789012346", "0.12345678901235")


def rise_of(expr, at, digits):
    """The slope by a difference quotient of mpmath's values; None if there is none."""
    with mpmath.workdps(digits):
        x = Reference().number(at)
        step = mpmath.mpf(10) ** (-digits // 3)
        ends = []
        for k in (-2, -1, 0, 1, 2):
            try:
                value = evaluate(expr, {"x": x + k * step}, Reference())
            except (ArithmeticError, ValueError):
                return None
            if isinstance(value, Missing) or not mpmath.isfinite(value) or abs(value) > 1e12:
                return None
            ends.append(value)
        return (ends[0] - 8 * ends[1] + 8 * ends[3] - ends[4]) / (12 * step)


# the deadline of SymPy may fall into hypothesis' own watch over the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@given(expressions(), rationals())
def test_no_printed_digit_is_wrong(expr, at):
    found = slope_at(expr, "x", Point("a", written(at)), with_value=False)
    assume(found.status == "ok" and "10^" not in found.slope)  # some are told in words
    rise, finer = rise_of(expr, at, 90), rise_of(expr, at, 150)
    assume(rise is not None and finer is not None)
    blur = abs(rise - finer)  # how far the quotient itself can be trusted
    assume(blur <= mpmath.mpf(10) ** -18 * max(1, abs(finer)))
    error = abs(mpmath.mpf(found.slope) - finer)
    allowed = mpmath.mpf(10) ** -15 * 5 * abs(finer) + 4 * blur + mpmath.mpf(10) ** -45
    assert error <= allowed, (text(expr), at, found.slope, finer)


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**30), st.integers(1, 40))
def test_fractions_round_to_the_nearest_decimal(numerator, denominator, digits):
    context = decimal.Context(prec=digits, rounding=decimal.ROUND_HALF_UP)
    want = context.divide(decimal.Decimal(numerator), decimal.Decimal(denominator))
    assert decimal.Decimal(of_ratio(Ratio(numerator, denominator), digits)) == want


@pytest.mark.parametrize(
    ("source", "options"),
    [
        ("x + y", {}),
        ("x y", {}),
        ("a + b", {"let": ["a=1", "b=2"], "at": ["c"]}),
        ("x", {"at": ["1/0"]}),
        ("x", {"at": ["q"]}),
        ("x", {"let": ["a"]}),
        ("x", {"let": ["x=1"], "variable": "x"}),
        ("x", {"at": ["x=1", "y=2"]}),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(source, options):
    with pytest.raises(SlopeError):
        ask(source, **options)
