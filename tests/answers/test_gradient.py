"""Gradients of Python functions: what one may hand over, what comes back, what is refused."""

import copy
import math
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slopecli import (
    assigned,
    derivative,
    elementwise_grad,
    grad,
    hessian,
    jacobian,
    value_and_grad,
)
from slopecli.calculus.arrays.arraylike import SlopeLostError
from slopecli.errors import UnusableError

numbers = st.floats(-3, 3)


def tanh(x):
    y = np.exp(-2.0 * x)
    return (1.0 - y) / (1.0 + y)


# The tutorial.

INPUTS = np.array(
    [[0.52, 1.12, 0.77], [0.88, -1.08, 0.15], [0.52, 0.06, -1.30], [0.74, -2.49, 1.39]]
)
TARGETS = np.array([True, True, False, True])


def training_loss(weights):
    preds = 0.5 * (np.tanh(np.dot(INPUTS, weights) / 2.0) + 1)
    label_probabilities = preds * TARGETS + (1 - preds) * (1 - TARGETS)
    return -np.sum(np.log(label_probabilities))


def test_a_line_has_its_slope_everywhere():
    def line(x):
        return x / 2

    assert [grad(line)(x) for x in (3.0, -1.0, 0)] == [0.5, 0.5, 0.5]


def test_the_slope_of_tanh_at_1():
    assert repr(grad(tanh)(1.0)) == "0.419974341614026"


def test_the_slopes_of_tanh_along_the_axis():
    x = np.linspace(-7, 7, 200)
    assert elementwise_grad(tanh)(x) == pytest.approx(1 / np.cosh(x) ** 2, rel=1e-9)


def test_logistic_regression_by_descent():
    gradient = grad(training_loss)
    weights = np.array([0.0, 0.0, 0.0])
    assert f"{training_loss(weights):.16g}" == "2.772588722239781"
    for _ in range(100):
        weights -= gradient(weights) * 0.01
    assert f"{training_loss(weights):.16g}" == "1.067270675787016"


# Nesting.


def test_slopes_of_slopes_of_tanh():
    t = math.tanh(0.7)
    s = 1 - t * t
    orders = [t, s, -2 * t * s, s * (6 * t * t - 2), 8 * t * s * (2 - 3 * t * t)]
    assert [derivative(tanh, k)(0.7) for k in range(5)] == pytest.approx(orders, rel=1e-12)
    assert grad(grad(tanh))(0.7) == pytest.approx(orders[2])
    assert elementwise_grad(elementwise_grad(tanh))(np.full(2, 0.7)) == pytest.approx(
        [orders[2]] * 2
    )


CONFUSING = [
    (lambda x: x * grad(lambda y: x + y)(2.0), 1.0),
    (lambda x: x * grad(lambda y: x * y)(3.0), 6.0),
    (lambda x: grad(lambda y: y * grad(lambda z: x * y * z)(1.0))(2.0), 4.0),
    (lambda x: grad(lambda x: x**3)(2.0) * x, 12.0),
    (lambda x: grad(lambda y: y * y)(x) + grad(lambda y: x)(5.0), 2.0),
    (lambda x: jacobian(lambda y: y * x)(np.ones(2))[0, 0], 1.0),
    (lambda x: value_and_grad(lambda y: y * y * x)(2.0)[0], 4.0),
    (lambda x: derivative(lambda y: np.sin(x * y), 2)(0.0) + 5 * x, 5.0),
]


@pytest.mark.parametrize(("f", "slope"), CONFUSING)
def test_nested_gradients_do_not_mistake_each_others_variables(f, slope):
    assert grad(f)(3.0) == slope


@given(numbers, numbers, numbers)
def test_an_outer_variable_is_a_constant_inside(a, x, y):
    outer = grad(lambda x: grad(lambda y: np.sin(a * x * y) + x * x * y)(y))(x)
    expected = a * math.cos(a * x * y) - a * a * x * y * math.sin(a * x * y) + 2 * x
    assert outer == pytest.approx(expected, abs=1e-9)


# What may be handed over.

ACCEPTED = [
    (lambda x: x * x, 3, 6.0),
    (lambda x: x * x, True, 2.0),
    (lambda x: x * x, np.float32(3), 6.0),
    (lambda x: x * x, np.array(3), 6.0),
    (lambda x: np.sum(x**2), np.array([1, 2]), [2.0, 4.0]),
    (lambda x: np.sum(x**2), np.array([[1.0], [2.0]], dtype=np.float32), [[2.0], [4.0]]),
    (lambda x: np.sum(x**2), np.zeros((0, 3)), np.zeros((0, 3))),
    (lambda x: 5.0, 3.0, 0.0),
    (lambda x: 5, np.ones(2), [0.0, 0.0]),
    (lambda x: np.sum(x[0]) * 2.0, np.ones((2, 2)), [[2.0, 2.0], [0.0, 0.0]]),
    (lambda x: 2**x + 1 / x, 2.0, 4 * math.log(2) - 0.25),
]


@pytest.mark.parametrize(("f", "x", "slope"), ACCEPTED)
def test_numbers_and_arrays_of_any_kind_are_reals(f, x, slope):
    assert grad(f)(x) == pytest.approx(np.array(slope))


def test_a_plain_number_gives_a_plain_number():
    assert type(grad(lambda x: np.sin(x))(1)) is float
    assert [type(part) for part in value_and_grad(lambda x: x * x)(2)] == [float, float]


def test_argnum_says_which_argument():
    def f(a, b, *, c=1.0):
        return a * b**2 * c

    assert grad(f, 1)(2.0, 3.0, c=10.0) == 120.0
    assert grad(f, (0, 1))(2.0, 3.0) == (9.0, 12.0)
    assert grad(f, argnum=-1)(2.0, 3.0) == 12.0
    with pytest.raises(UnusableError, match="number 2"):
        grad(f, 2)(1.0, 2.0)


def test_containers_give_gradients_in_the_same_containers():
    def f(layers):
        (w, b), more = layers["first"], layers["more"]
        return np.sum(w * 2) + b * b + more[0]

    found = grad(f)({"first": (np.ones(2), 3.0), "more": [1.0]})
    assert found["first"][0].tolist() == [2.0, 2.0]
    assert found["first"][1] == 6.0
    assert found["more"] == [1.0]
    assert grad(lambda pair: pair[0] * pair[1])([2.0, 5.0]) == [5.0, 2.0]


def test_control_flow_and_loops_are_followed():
    def f(x):
        total = 0.0
        while total < 10:
            total += x * x
            if x > 2:
                total = total * 3
        return total

    assert grad(f)(3.0) == 18.0
    assert grad(f)(2.0) == 12.0


def test_changing_a_gradient_changes_nothing_else():
    a, b = grad(lambda x, y: np.sum(x + y), (0, 1))(np.ones(2), np.ones(2))
    a += 1
    assert b.tolist() == [1.0, 1.0]


def test_a_jacobian_has_the_values_axes_first():
    f = lambda m: m @ np.array([1.0, 2.0])  # noqa: E731
    found = jacobian(f)(np.ones((3, 2)))
    assert found.shape == (3, 3, 2)
    assert found[1].tolist() == [[0, 0], [1, 2], [0, 0]]
    assert jacobian(np.sin)(0.0) == 1.0


def test_a_hessian_is_symmetric():
    found = hessian(lambda v: np.sum(v) ** 3 + v[0] * v[1])(np.array([1.0, 2.0, 3.0]))
    assert found == pytest.approx(36.0 + np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))


def test_assigning_into_a_fresh_array_has_a_helper():
    def f(x):
        table = np.zeros(3)
        for i in range(3):
            table = assigned(table, i, x**i)
        return np.sum(table)

    assert grad(f)(2.0) == 5.0


# Where there is no slope.

KINKS = [
    (np.abs, 0.0, math.nan, 0.0),
    (lambda x: np.maximum(x, 0), 0.0, math.nan, 0.5),
    (lambda x: np.minimum(x, 2 * x), 0.0, math.nan, 1.5),
    (lambda x: np.max(np.stack([x, -x])), 0.0, math.nan, 0.0),
    (lambda x: np.sort(np.stack([x, 3.0 * x]))[0], 0.0, math.nan, 2.0),
    (lambda x: np.clip(x, 0, 1), 1.0, math.nan, 0.5),
    (np.sign, 0.0, math.nan, 0.0),
    (np.floor, 2.0, math.nan, 0.0),
    (np.floor, 2.5, 0.0, 0.0),
    (np.sqrt, 0.0, math.nan, math.nan),
    (np.cbrt, 0.0, math.nan, math.nan),
    (np.sqrt, -1.0, math.nan, math.nan),
    (np.log, -1.0, math.nan, math.nan),
    (np.log, 0.0, math.nan, math.nan),
    (lambda x: 1 / x, 0.0, math.nan, math.nan),
    (lambda x: x / 0.0, 1.0, math.nan, math.nan),
    (lambda x: np.abs(x) ** 2, 0.0, 0.0, 0.0),
    (lambda x: np.sign(x) ** 2, 0.0, math.nan, 0.0),
    (lambda x: np.cbrt(x) ** 3, 0.0, math.nan, math.nan),
    (lambda x: np.linalg.norm(np.stack([x, 2 * x])), 0.0, math.nan, math.nan),
    (lambda x: np.std(np.stack([x, x])), 1.0, math.nan, math.nan),
    (lambda x: np.hypot(x, x), 0.0, math.nan, math.nan),
    (lambda x: x % 1.0, 2.0, math.nan, 1.0),
]


@pytest.mark.parametrize(("f", "x", "slope", "average"), KINKS)
def test_without_a_slope_there_is_nan_or_the_average_if_asked(f, x, slope, average):
    assert grad(f)(x) == pytest.approx(slope, nan_ok=True)
    assert grad(f, kinks="average")(x) == pytest.approx(average, nan_ok=True)


POWERS = """
 0   1     1     nan
 0   2     0     nan
 0   0     0     nan
 0  -1     nan   nan
 0   0.5   nan   nan
 0   1.5   nan   nan
-2   2    -4     nan
-2   3    12     nan
-2  -1    -0.25  nan
-2   0     0     nan
-2   0.5   nan   nan
 2   0     0     0.6931471805599453
 2   0.5   0.35355339059327373  0.9802581434685472
"""


@pytest.mark.parametrize("line", POWERS.strip().splitlines())
def test_powers_have_the_slopes_of_a_textbook(line):
    base, exponent, to_base, to_exponent = map(float, line.split())
    for power in (
        lambda x, y: x**y,
        lambda x, y: np.sum(np.power(np.stack([x, x]), np.stack([y, y]))) / 2,
    ):
        assert grad(power)(base, exponent) == pytest.approx(to_base, nan_ok=True)
        if base != 0 or exponent <= 0:  # the table's last column is of the next test
            assert grad(power, 1)(base, exponent) == pytest.approx(to_exponent, nan_ok=True)


def test_zero_to_any_positive_power_stays_zero():
    assert grad(lambda x, y: x**y, 1)(0.0, 2.0) == 0.0


CHOICES = [
    (lambda x: np.where(x > 0, np.sqrt(np.maximum(x, -5.0)), 0.0), -1.0, 0.0),
    (lambda x: np.where(x > 0, np.log(x), x * 3), -1.0, 3.0),
    (lambda x: np.where(x == 0, 1.0, np.sin(x) / x), 0.0, 0.0),
    (lambda x: np.sum(np.where(x > 0, np.sqrt(x) * np.log(x), x**2)), -2.0, -4.0),
]


@pytest.mark.parametrize(("f", "x", "slope"), CHOICES)
def test_a_branch_not_taken_does_no_harm(f, x, slope):
    assert grad(f)(x) == slope


def test_there_are_no_warnings_and_the_value_is_numpys_own():
    value, slope = value_and_grad(lambda x: 1 / x)(0.0)
    assert value == math.inf
    assert math.isnan(slope)


# What would lose a slope.

KEPT = []
BUFFER = np.ones(3)


def overwriting(x):
    work = np.ones(3)
    y = np.sum(x * work)
    work[:] = 7.0
    return y


def overwriting_a_view(x):
    work = np.ones(6)
    y = np.sum(x * work[::2])
    work[:] = 7.0
    return y


def overwriting_what_a_locked_view_shows(x):
    work = np.ones(3)
    y = np.sum(x * np.broadcast_to(work, (2, 3)))
    work[0] = 7.0
    return y


def into_a_plain_array(x):
    table = np.zeros(2)
    table[0] = x
    return table[0]


def adding_into_a_plain_array(x):
    total = np.zeros(3)
    total += x
    return np.sum(total)


def adding_in_place(x):
    x += 1
    return np.sum(x)


def storing(x):
    KEPT.append(x)
    return np.sum(x)


LOSING = {
    "float": lambda x: float(x),
    "math": lambda x: math.sin(x),
    "int": lambda x: int(x) * 2.0,
    "complex": lambda x: complex(x).real,
    "np.asarray": lambda x: np.asarray(x),
    "np.array of parts": lambda x: np.array([x, 2 * x]).sum(),
    "np.array of objects": lambda x: np.array([x], dtype=object)[0],
    "np.float64": lambda x: np.float64(x),
    "an index": lambda x: [1.0, 2.0][x],
    "a plain array": into_a_plain_array,
    "a complex number": lambda x: x * 1j,
    "an array of objects": lambda x: x * np.array([1, None]),
    "nothing": lambda x: None,
    "a list": lambda x: [x],
    "text": lambda x: "x",
    "several values": lambda x: np.stack([x, x]),
    "a sum over a list": lambda x: np.sum([x, x]),
    "round to whole": lambda x: x.astype(int),
    "reading the real part": lambda x: np.real(x),
}
LOSING_ARRAYS = {
    "in place": adding_in_place,
    "into a plain array": adding_into_a_plain_array,
    "overwriting": overwriting,
    "overwriting a view": overwriting_a_view,
    "overwriting what a locked view shows": overwriting_what_a_locked_view_shows,
    "x[0] = 1": lambda x: x.__setitem__(0, 1.0),
    "tolist": lambda x: x.tolist()[0],
    "np.fromiter": lambda x: np.fromiter(x, float).sum(),
    "np.matrix": lambda x: np.sum(x * np.ones((3, 3)).view(np.matrix)),
    "a masked array": lambda x: np.sum(x * np.ma.array([1.0, 2.0, 3.0], mask=[0, 1, 0])),
    "pickle": lambda x: pickle.loads(pickle.dumps(x)).sum(),
    "np.full": lambda x: np.full(3, x[0]).sum(),
    "np.linspace": lambda x: np.linspace(0, x[0], 3).sum(),
    "np.copyto": lambda x: np.copyto(np.zeros(3), x),
    "np.add.at": lambda x: np.add.at(np.zeros(3), [0, 1, 2], x),
    "np.vectorize": lambda x: np.vectorize(math.sin)(x).sum(),
}


@pytest.mark.parametrize("name", LOSING)
def test_what_would_lose_the_slope_of_a_number_is_refused(name):
    with pytest.raises(SlopeLostError) as caught:
        grad(LOSING[name])(1.0)
    assert caught.value.message


@pytest.mark.parametrize("name", LOSING_ARRAYS)
def test_what_would_lose_the_slope_of_an_array_is_refused(name):
    with pytest.raises(SlopeLostError):
        grad(LOSING_ARRAYS[name])(np.ones(3))


def test_a_number_kept_from_an_earlier_gradient_is_refused():
    grad(storing)(np.ones(3))
    with pytest.raises(SlopeLostError, match="earlier"):
        grad(lambda x: np.sum(x * KEPT[0] * KEPT[0]))(np.ones(3))


def test_a_number_kept_from_an_inner_gradient_is_refused():
    def f(x):
        grad(storing)(x * np.ones(3))
        return np.sum(KEPT[-1])

    with pytest.raises(SlopeLostError):
        grad(f)(2.0)


def test_an_array_and_its_view_can_be_used_by_a_gradient_inside_another():
    table = np.array([1.0, 2.0])
    view = table[:]

    def f(x):
        outer = x * table
        return np.sum(outer * grad(lambda t: np.sum(t * view))(np.ones(2)))

    assert grad(f)(np.ones(2)).tolist() == [1.0, 4.0]
    table[0] = view[1] = 3.0  # both can be written into again


def test_a_copy_keeps_its_slope():
    assert grad(lambda x: copy.deepcopy(x) * copy.copy(x))(3.0) == 6.0


def test_arrays_are_writable_again_afterwards():
    work = np.ones(3)
    view = work[:2]
    grad(lambda x: np.sum(x * work) + np.sum(x[:2] * view))(np.ones(3))
    with pytest.raises(ZeroDivisionError):
        grad(lambda x: np.sum(x * view) / 0 if 1 / 0 else 0)(np.ones(2))
    work += 1
    view += 1
    assert work.tolist() == [3.0, 3.0, 2.0]


def test_elementwise_slopes_of_what_mixes_elements_are_refused():
    for f in (np.cumsum, lambda x: x / np.sum(x), lambda x: x[::-1] * x):
        with pytest.raises(SlopeLostError, match=r"elements?"):
            elementwise_grad(f)(np.array([1.0, 2.0, 4.0]))
    assert elementwise_grad(lambda x: (x.reshape(3, 1) ** 2).ravel())(np.arange(3)).tolist() == [
        0,
        2,
        4,
    ]
    with pytest.raises(SlopeLostError, match="shape"):
        elementwise_grad(np.sum)(np.ones(3))


@pytest.mark.parametrize("x", ["3", None, 1j, np.array(["a"]), object()])
def test_only_real_numbers_have_slopes(x):
    with pytest.raises(SlopeLostError):
        grad(lambda x: x)(x)


def test_kinks_is_nan_or_average():
    with pytest.raises(UnusableError, match="average"):
        grad(np.sin, kinks="left")


@given(st.lists(numbers, min_size=1, max_size=5), st.floats(0.1, 3))
def test_gradients_are_linear_and_obey_the_product_rule(entries, a):
    x = np.array(entries)
    f = lambda x: np.sum(np.sin(x) * x)  # noqa: E731
    g = lambda x: np.sum(np.exp(-x) + x**2)  # noqa: E731
    slope = grad(lambda x: a * f(x) + f(x) * g(x))(x)
    assert slope == pytest.approx(a * grad(f)(x) + grad(f)(x) * g(x) + f(x) * grad(g)(x), abs=1e-9)
