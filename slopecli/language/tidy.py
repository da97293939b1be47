"""Trees built tidily: what a teacher would write instead of 1*x + 0.

Tidying happens where a node is built, never by walking a finished tree. It is for formulas to be
shown, never for values: 0*ln(-1) is 0 here, but has no value.
"""

from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.factors import ONE, ZERO, Factors, literal, number, raised
from slopecli.language.ratio import Ratio, whole_root
from slopecli.language.terms import total

_ZERO_AT_ZERO = frozenset({"sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh", "erf"})
_ONE_AT_ZERO = frozenset({"cos", "cosh", "sec", "sech", "exp", "sinc", "erfc"})
_SUMS = frozenset({"+", "-"})
_POWERS = frozenset({"^", "realpow", "sqrt"})


def call(name: str, *args: Expr) -> Expr:
    """A tidy node for a row of the table.

    >>> call("*", Num(3), call("^", Call("pi"), Num(1)))
    <3pi>
    """
    if name == "+":
        return total([(1, args[0]), (1, args[1])])
    if name == "-":
        return total([(1, args[0]), (-1, args[1])])
    if name == "*":
        return Factors().times(args[0]).times(args[1]).product()
    if name == "/":
        return Factors().times(args[0]).over(args[1]).product()
    if name == "neg":
        return Factors(-1).times(args[0]).product()
    if name in ("^", "realpow"):
        return _power(*args)
    if name == "if" and args[1] == args[2]:
        return args[1]
    if name == "abs" and type(args[0]) is Call and args[0].name in ("*", "/", "neg"):
        return _size(args[0])
    return _folded(name, args) or Call(name, args)


def _size(product: Expr) -> Expr:
    """|2x| is 2|x|."""
    factors = Factors().times(product)
    number_ = Factors(abs(factors.top), factors.bottom, factors.decimal)
    factors.top = factors.bottom = 1
    rest = factors.product()
    return number_.times(rest if rest == ONE else Call("abs", (rest,))).product()


def _folded(name: str, args: tuple[Expr, ...]) -> Expr | None:
    """Function values that are known by heart."""
    if len(args) != 1:
        return None
    inner = args[0]
    if type(inner) is Num:
        if not inner.value:
            if name in _ZERO_AT_ZERO or name in ("sqrt", "cbrt", "abs", "sign", "floor", "ceil"):
                return ZERO
            return ONE if name in _ONE_AT_ZERO else None
        if name in ("abs", "sign"):
            return inner if name == "abs" else ONE
        if name == "ln" and inner == ONE:
            return ZERO
        return _root(inner.value, 2 if name == "sqrt" else 3) if name in ("sqrt", "cbrt") else None
    if name == "ln" and type(inner) is Call and inner.name == "e":
        return ONE
    return None


def _root(value: Ratio, degree: int) -> Expr | None:
    top, bottom = (whole_root(part, degree) for part in (value.numerator, value.denominator))
    return None if top is None or bottom is None else number(top, bottom, True)


def _power(base: Expr, exponent: Expr) -> Expr:
    value = literal(exponent)
    if value is None:
        return ONE if base == ONE else Call("^", (base, exponent))
    if value.denominator == 1:
        return _whole_power(base, value.numerator)
    if base == ONE:
        return ONE
    size = abs(value)
    bare = exponent.args[0] if type(exponent) is Call and exponent.name == "neg" else exponent
    if type(bare) is Num:  # a decimal stays one
        found: Expr = Call("^", (base, bare))
    elif size.denominator == 2 and size.numerator == 1:
        found = call("sqrt", base)
    else:
        found = raised(base, size)
    return found if value.numerator > 0 else Factors().over(found).product()


def _whole_power(base: Expr, exponent: int) -> Expr:
    """A square is taken of each factor, (2x)^2 is 4x^2; higher powers keep their brackets."""
    if not exponent:
        return ONE
    if exponent > 0 and (type(base) is Var or (type(base) is Call and base.name in _SUMS)):
        return base if exponent == 1 else Call("^", (base, Num(exponent)))
    result = Factors()
    if type(base) is Call:
        if base.name == "neg":
            result.top = -1 if exponent % 2 else 1
            base = base.args[0]
        if type(base) is Call and base.name == "abs" and exponent % 2 == 0:
            base = base.args[0]
    if type(base) is Call and (base.name in _POWERS or abs(exponent) == 2):
        return result.times_power(Factors().times(base), exponent).product()
    return result.times(Call("^", (base, number(exponent)))).product()
