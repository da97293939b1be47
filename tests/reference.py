"""An independent opinion: the same walk in mpmath's floating point, with functions of its own."""

import mpmath

from slopecli.calculus.evaluate import Undefined, evaluate
from slopecli.calculus.rules import named, rule
from slopecli.language.ratio import Ratio


def _power(u, v):
    if u == 0:
        return mpmath.mpf(1 if v == 0 else 0)
    whole = v == int(v) and abs(v) < 1000
    return u ** int(v) if whole else mpmath.exp(v * mpmath.log(u))


def _real_power(u, v):
    root = mpmath.exp(v * mpmath.log(abs(u))) if u else mpmath.mpf(0)
    numerator = mpmath.identify(v) and round(v * 3 * 5 * 7 * 9 * 11)
    return -root if u < 0 and numerator % 2 else root


VALUES = {
    "+": lambda u, v: u + v,
    "-": lambda u, v: u - v,
    "*": lambda u, v: u * v,
    "/": lambda u, v: u / v,
    "neg": lambda u: -u,
    "^": _power,
    "realpow": _real_power,
    "<": lambda u, v: u < v,
    "<=": lambda u, v: u <= v,
    ">": lambda u, v: u > v,
    ">=": lambda u, v: u >= v,
    "=": lambda u, v: u == v,
    "!=": lambda u, v: u != v,
    "factorial": mpmath.factorial,
    "sqrt": mpmath.sqrt,
    "exp": mpmath.exp,
    "ln": mpmath.log,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "cot": mpmath.cot,
    "sec": mpmath.sec,
    "csc": mpmath.csc,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "asinh": mpmath.asinh,
    "acosh": mpmath.acosh,
    "atanh": mpmath.atanh,
    "atan2": mpmath.atan2,
    "floor": mpmath.floor,
    "round": mpmath.nint,
    "hypot": mpmath.hypot,
    "sinc": mpmath.sinc,
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "gamma": mpmath.gamma,
    "digamma": mpmath.digamma,
    "polygamma": lambda u, v: mpmath.polygamma(int(u), v),
    "lambertw": lambda u: mpmath.lambertw(u).real,
    "pi": lambda: +mpmath.pi,
    "e": lambda: +mpmath.e,
}


class Reference:
    """mpmath at its current precision; conditions are decided as they come, without proof."""

    def number(self, exact: Ratio):
        return mpmath.mpf(exact.numerator) / exact.denominator

    def apply(self, row, values):
        if row.exists and evaluate(rule(row.exists), named(values), self) is False:
            return Undefined(values)
        value = VALUES.get(row.name)
        return value(*values) if value else evaluate(rule(row.means), named(values), self)


def to_mpf(value, balls):
    """A proven number as an mpf: the middle of its ball."""
    mantissa, exponent = balls.ball(value).mid().man_exp()
    return mpmath.ldexp(mpmath.mpf(int(mantissa)), int(exponent))
