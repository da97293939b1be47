"""The contract of a row: a new row of the function table is tested by being there."""

from itertools import product

import mpmath
import pytest
from reference import VALUES, Reference, to_mpf

from slopecli.calculus.balls import Balls
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.rules import ARGUMENTS, named, rule
from slopecli.language.expr import Call, letters, nodes
from slopecli.language.functions import ROWS, SPELLINGS, TRUTH
from slopecli.language.ratio import Ratio

FUNCTIONS = [
    row for row in ROWS.values() if row.partials and row.name not in TRUTH and not row.reads
]
NUMERIC = [row for row in FUNCTIONS if row.name != "if"]
TEXTS = [
    (row.name, text)
    for row in ROWS.values()
    for text in (*row.partials, row.means, row.exists, row.smooth, row.shape)
    if text
]
GRID = [Ratio(n, 10) for n in (-37, -23, -14, -7, -3, 2, 6, 9, 13, 24, 35)]
BITS = 400
SMALL = mpmath.mpf(10) ** -25


def points(row):
    """Places on a grid where the row exists and is smooth; the table's conditions choose."""
    balls = Balls(BITS)
    grids = {
        "polygamma": ([Ratio(n) for n in (0, 1, 2)], GRID),
        "realpow": (GRID, [Ratio(1, 3), Ratio(-2, 5), Ratio(7, 3)]),
    }.get(row.name, (GRID,) * row.arity)
    for values in map(list, product(*grids)):
        conditions = [text for text in (row.exists, row.smooth) if text]
        if all(balls.holds(text, values) is True for text in conditions):
            yield values


def close(one, other):
    return abs(one - other) <= SMALL * max(1, abs(other))


def test_no_spelling_stands_for_two_rows():
    words = [word for row in ROWS.values() for word in (row.name, *row.also)]
    assert sorted(words) == sorted(set(words)) == sorted(SPELLINGS)


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_a_rule_uses_its_arguments_and_the_table_alone(name, text):
    expr = rule(text)
    assert set(letters(expr)) <= {*ARGUMENTS, "du", "dv", "dw"}
    assert all(node.name in ROWS for node in nodes(expr) if type(node) is Call)


@pytest.mark.parametrize("row", NUMERIC, ids=lambda row: row.name)
def test_the_value_is_that_of_mpmath(row):
    balls = Balls(BITS)
    with mpmath.workdps(40):
        for values in points(row):
            got = to_mpf(balls.apply(row, values), balls)
            want = Reference().apply(row, [Reference().number(value) for value in values])
            assert close(got, want), (values, got, want)


@pytest.mark.parametrize("row", NUMERIC, ids=lambda row: row.name)
def test_partials_match_a_difference_quotient_of_forty_digits(row):
    balls = Balls(BITS)
    tried = 0
    with mpmath.workdps(60):
        for values in points(row):
            for position, partial in enumerate(row.partials):
                if (row.name, position) in {("polygamma", 0), ("realpow", 1)}:
                    continue  # the order, and a literal fraction, do not move
                got = to_mpf(evaluate(rule(partial), named(values), balls), balls)
                want = quotient(row, values, position)
                assert abs(got - want) <= mpmath.mpf(10) ** -15 * max(1, abs(want)), values
                tried += 1
    assert tried > 0


def quotient(row, values, position):
    """The central difference quotient of mpmath's value, its step far below the digits asked."""
    reference = Reference()
    step = mpmath.mpf(10) ** -18
    ends = []
    for sign in (1, -1):
        moved = [reference.number(value) for value in values]
        moved[position] += sign * step
        ends.append(reference.apply(row, moved))
    return (ends[0] - ends[1]) / (2 * step)


@pytest.mark.parametrize("row", [row for row in FUNCTIONS if row.shape], ids=lambda row: row.name)
def test_the_shape_is_the_sum_of_the_partials(row):
    balls = Balls(BITS)
    rises = {"du": Ratio(3, 7), "dv": Ratio(-5, 3), "dw": Ratio(11, 13)}
    tests = [[True, Ratio(2), Ratio(5)], [False, Ratio(2), Ratio(5)]]
    for values in tests if row.name == "if" else points(row):
        here = {**named(values), **rises}
        total = Ratio(0)
        for partial, rise in zip(row.partials, ("du", "dv", "dw"), strict=False):
            part = balls.apply(ROWS["*"], [evaluate(rule(partial), here, balls), rises[rise]])
            total = balls.apply(ROWS["+"], [total, part])
        shape = evaluate(rule(row.shape), here, balls)
        assert close(to_mpf(shape, balls), to_mpf(total, balls)), values


@pytest.mark.parametrize(
    "row",
    [row for row in NUMERIC if row.means and row.name in VALUES],
    ids=lambda row: row.name,
)
def test_the_meaning_is_the_function(row):
    balls = Balls(BITS)
    with mpmath.workdps(40):
        for values in points(row):
            meant = to_mpf(evaluate(rule(row.means), named(values), balls), balls)
            assert close(meant, VALUES[row.name](*[Reference().number(v) for v in values]))


@pytest.mark.parametrize("row", [row for row in NUMERIC if row.exists], ids=lambda row: row.name)
def test_outside_its_domain_a_row_is_undefined(row):
    balls = Balls(BITS)
    grid = [*GRID, Ratio(0), Ratio(-1), Ratio(1)]
    outside = [
        values
        for values in map(list, product(*[grid] * row.arity))
        if balls.holds(row.exists, values) is False
    ]
    if row.name in ("tan", "sec", "cot", "csc"):
        turn = balls.apply(ROWS["/"], [balls.apply(ROWS["pi"], []), Ratio(2)])
        outside = [[turn if row.name in ("tan", "sec") else Ratio(0)]]
    assert outside
    for values in outside:
        assert isinstance(balls.apply(row, values), Missing), values
