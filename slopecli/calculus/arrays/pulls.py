"""How a change in a value is pulled back to the arguments, read from the rows of the table.

A row's partial derivatives are texts; here each becomes a function of arrays, once, on first use.
They are ordinary NumPy code, so they work on plain arrays and on recorded ones alike.

Where a slope does not exist the pull gives NaN: outside `exists`, and where the row is not `smooth`
(a kink, a jump, a vertical tangent). Asked for averages, it takes the partials of the table as they
stand, which at a kink are the average of the slopes on both sides; an infinite one is still NaN.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from slopecli.calculus.arrays.doubles import ARRAYS, FUNCTIONS, partial
from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS, Row

Formula = Callable[[Sequence[Any]], Any]
"""A rule as a function of the arguments' values, with the value of the row itself as the last."""
Pull = Callable[[Sequence[Any], Any, Any], Any]
"""Called with the arguments' values, the value and the change in the value."""

CORNERS = frozenset({"abs", "relu", "max", "min"})
"""Continuous, with finite slopes on both sides: a change of exactly 0 stays 0 across the corner."""

_DIRECT: dict[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "neg": operator.neg,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


def pulls(row: Row, average: bool) -> tuple[Pull | None, ...]:
    """The pulls to each argument of the row; None where no change ever goes through."""
    if row.name == "^":
        return (_to_base, _to_exponent)
    own = Call(row.name, tuple(Var(name) for name in ARGUMENTS[: row.arity]))
    condition = row.exists if average else row.smooth or row.exists
    partials = [partial(row, position) for position in range(len(row.partials))]
    return tuple([_guarded(row, _pull(each, own), condition, average) for each in partials])


def formula(expr: Expr, own: Expr | None = None) -> Formula:
    """The expression in u, v, w as a function of their values; `own` is known already."""
    if own is not None and expr == own:
        return operator.itemgetter(-1)
    if type(expr) is Var:
        return operator.itemgetter(ARGUMENTS.index(expr.name))
    if type(expr) is Num:
        number = ARRAYS.number(expr.value)
        return lambda values: number
    assert type(expr) is Call
    if expr.name == "^" and type(expr.args[1]) is Num and expr.args[1].value.is_integer:
        return _whole_power(formula(expr.args[0], own), expr.args[1].value.numerator)
    arguments = [formula(arg, own) for arg in expr.args]
    function = _DIRECT.get(expr.name) or on_arrays(expr.name)
    if len(arguments) == 1:
        (only,) = arguments
        return lambda values: function(only(values))
    if len(arguments) == 2:
        left, right = arguments
        if type(expr.args[1]) is Num:
            number = ARRAYS.number(expr.args[1].value)
            return lambda values: function(left(values), number)
        return lambda values: function(left(values), right(values))
    return lambda values: function(*[argument(values) for argument in arguments])


def on_arrays(name: str) -> Callable[..., Any]:
    """The row as a function of plain or recorded arrays.

    NumPy's own functions hand recorded arrays over by themselves; ours ask, as NEP 18 does, whether
    the class of an argument takes the row over.
    """
    function = FUNCTIONS.get(name)
    if isinstance(function, np.ufunc):
        return function
    row = ROWS[name]
    if function is None and row.arity:
        return lambda *values: formula(rule(row.means))(values)

    def asking(*values: Any) -> Any:
        for value in values:
            taken_over = getattr(type(value), "__slope_row__", None)
            if taken_over is not None:
                return taken_over(row, values)
        return ARRAYS.apply(row, values)

    return asking


def _whole_power(base: Formula, exponent: int) -> Formula:
    if exponent == 2:

        def square(values: Sequence[Any]) -> Any:
            number = base(values)
            return number * number

        return square
    return lambda values: base(values) ** exponent


def _pull(partial: Expr, own: Expr) -> Pull | None:
    """The change times the partial; cheaper where the partial is 1, -1 or a quotient."""
    if partial == Num(0):
        return None
    if partial == Num(1):
        return lambda values, value, change: change
    if type(partial) is Call and partial.name == "neg":
        if partial.args[0] == Num(1):
            return lambda values, value, change: -change
        positive = _pull(partial.args[0], own)
        assert positive is not None
        return lambda values, value, change: -positive(values, value, change)
    if type(partial) is Call and partial.name == "/" and partial.args[0] == Num(1):
        below = formula(partial.args[1], own)
        return lambda values, value, change: np.true_divide(change, below((*values, value)))
    if type(partial) is Var:
        position = ARGUMENTS.index(partial.name)
        return lambda values, value, change: change * values[position]
    factor = formula(partial, own)
    return lambda values, value, change: change * factor((*values, value))


def _guarded(row: Row, pull: Pull | None, condition: str, average: bool) -> Pull | None:
    """The pull, NaN where the condition does not hold or an average is infinite."""
    if not condition and not (average and row.smooth):
        return pull
    holds = formula(rule(condition)) if condition else lambda values: True
    limited = average and row.smooth

    def guarded(values: Sequence[Any], value: Any, change: Any) -> Any:
        good = holds(values)
        part = change * 0.0 if pull is None else pull(values, value, change)
        if limited:
            good = good & (np.isfinite(part) | ~np.isfinite(change))
        if _everywhere(good):
            return part
        corner = np.equal(change, 0) if row.name in CORNERS else False
        return np.where(good, part, np.where(corner, 0.0, np.nan))

    return guarded


def _everywhere(condition: Any) -> bool:
    if isinstance(condition, np.ndarray):
        return int(np.count_nonzero(condition)) == condition.size  # a third of the time of all()
    return bool(condition)


# The power is the one row whose rule depends on more than a formula can say: x^2 has a slope at
# every x, x^-1 not at 0, x^(1/2) only for x > 0; and 0^0 is 1 with a constant exponent.


def _to_base(values: Sequence[Any], value: Any, change: Any) -> Any:
    base, exponent = values
    if type(exponent) is int or type(exponent) is float:
        if exponent == 2:
            return change * (2.0 * base)
        if exponent % 1 == 0 and exponent >= 1:
            return change * (exponent * base ** (exponent - 1))
    whole = np.equal(np.floor(exponent), exponent)
    good = np.greater(base, 0) | (whole & (np.greater_equal(exponent, 0) | np.not_equal(base, 0)))
    flat = np.equal(exponent, 0) & np.equal(base, 0)
    if hasattr(type(exponent), "__slope_row__"):  # 0^0 is 1 only if the exponent stays 0
        good = good & ~flat
    slope = exponent * np.power(np.where(flat, 1.0, base), exponent - 1.0)
    return change * np.where(good, slope, np.nan)


def _to_exponent(values: Sequence[Any], value: Any, change: Any) -> Any:
    base, exponent = values
    positive = np.greater(base, 0)
    slope = value * np.log(np.where(positive, base, 1.0))
    if _everywhere(positive):
        return change * slope
    zero = np.equal(base, 0) & np.greater(exponent, 0)
    return change * np.where(positive, slope, np.where(zero, 0.0, np.nan))
