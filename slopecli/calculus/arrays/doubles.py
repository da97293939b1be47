"""Float64 arrays as an arithmetic: a formula over many points at once.

With this module one can evaluate an expression where its letters stand for NumPy arrays. Outside
the domain the value is NaN, and there are no warnings. Values are as accurate as double precision
allows: a row of the table that NumPy has a function for uses it, the others their `means`.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from slopecli.calculus.arrays import special
from slopecli.calculus.evaluate import evaluate
from slopecli.calculus.rules import named, rule
from slopecli.language.expr import Expr
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio

Function = Callable[..., Any]


def power(u: Any, v: Any) -> Any:
    """u^v: NaN where there is none, also 1/0 and the root of a negative number."""
    value = np.power(u, v)
    none = (np.equal(u, 0) & np.less(v, 0)) | np.isnan(u) | np.isnan(v)  # NumPy's 1^nan is 1
    return chosen(none, np.nan, value)


def realpow(u: Any, v: Any) -> Any:
    """u^v where v is a fraction with an odd denominator: the real root, also of u < 0."""
    exponent = Fraction(float(v)).limit_denominator(10_000)  # v - 1, say, has been rounded
    size = np.cbrt(np.abs(u)) if exponent == Fraction(1, 3) else np.power(np.abs(u), v)
    if exponent < 0:
        size = chosen(np.equal(u, 0), np.nan, size)
    return np.copysign(size, u) if exponent.numerator % 2 else size


def chosen(condition: Any, yes: Any, no: Any) -> Any:
    """One value or the other at each point; numbers stay numbers."""
    value: Any = np.where(condition, yes, no)
    return value[()]


# The rows that NumPy (or we) have a good function for; the others are evaluated as they are meant.
FUNCTIONS: dict[str, Function] = {
    "or": np.logical_or,
    "and": np.logical_and,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "=": np.equal,
    "!=": np.not_equal,
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.true_divide,
    "neg": np.negative,
    "^": power,
    "realpow": realpow,
    "sqrt": np.sqrt,
    "cbrt": np.cbrt,
    "exp": np.exp,
    "ln": np.log,
    "log10": np.log10,
    "log2": np.log2,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "atan2": lambda u, v: np.arctan2(np.add(u, 0.0), v),  # -0 is 0 in the classroom
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "abs": np.abs,
    "sign": np.sign,
    "step": lambda u: np.heaviside(u, 0.5),
    "relu": lambda u: np.maximum(u, 0.0),
    "floor": np.floor,
    "ceil": np.ceil,
    "trunc": np.trunc,
    "round": np.rint,
    "mod": np.mod,
    "max": np.maximum,
    "min": np.minimum,
    "if": chosen,
    "hypot": np.hypot,
    "softplus": lambda u: np.logaddexp(0.0, u),
    "erf": special.erf,
    "erfc": special.erfc,
    "gamma": special.gamma,
    "digamma": special.digamma,
    "polygamma": special.polygamma,
    "lambertw": special.lambertw,
    "pi": lambda: np.pi,
    "e": lambda: np.e,
    "undefined": lambda: np.nan,
}


# Rules that in doubles would lose their digits: near 0 a series, of which the terms left out are
# below the last digit. No number that a person types lies on the border between both.
_IN_DOUBLES = {
    "sinc": "if(u^2 < 0.2500000001, -u/3 + u^3/30 - u^5/840 + u^7/45360 - u^9/3991680"
    " + u^11/518918400 - u^13/93405312000 + u^15/22230464256000, (u*cos(u) - sin(u))/u^2)",
}


def partial(row: Row, position: int) -> Expr:
    """The derivative of the row in one of its arguments, as doubles can be put into it."""
    text = _IN_DOUBLES.get(row.name)
    return rule(row.partials[position] if text is None else text)


class Arrays:
    """NumPy float64: the value of a row at arrays, NaN where it has none."""

    def number(self, exact: Ratio) -> float:
        """The nearest double; an infinity for what is beyond all doubles."""
        try:
            return exact.numerator / exact.denominator
        except OverflowError:
            return np.inf if exact.numerator > 0 else -np.inf

    def apply(self, row: Row, values: Sequence[Any]) -> Any:
        """The value of the row where its arguments have these values; shapes broadcast."""
        with np.errstate(all="ignore"):
            function = FUNCTIONS.get(row.name)
            if function is None:
                value = evaluate(rule(row.means), named(list(values)), self)
            else:
                value = function(*values)
            if row.exists:
                exists = evaluate(rule(row.exists), named(list(values)), self)
                if not np.all(exists):
                    value = chosen(exists, value, np.nan)
        return value


ARRAYS = Arrays()
