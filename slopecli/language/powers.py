"""One place where powers are built, so that parser, rules and printers agree what x^(1/3) is."""

from math import gcd

from slopecli.language.expr import Call, Expr, Num

_ROOTS = 5  # the highest root that is written as a power


def power(base: Expr, exponent: Expr) -> Call:
    """Base to the exponent; `realpow`, the real root, where that is a literal p/q with q odd.

    >>> power(Num(8), Call("/", (Num(1), Num(3)))).name
    'realpow'
    >>> power(Num(8), Call("/", (Num(2), Num(4)))).name
    '^'
    """
    if type(exponent) is Call and _is_odd_fraction(exponent):
        return Call("realpow", (base, exponent))
    return Call("^", (base, exponent))


def is_root(above: Expr, below: Expr) -> bool:
    """Whether these whole numbers are the exponent of a root as students write one: 1/3, 3/2.

    A fraction in lowest terms with the numerator 1 or a denominator up to 5: x^2/4 and x^3/6 are
    quotients to everyone.

    >>> is_root(Num(2), Num(3)), is_root(Num(2), Num(4)), is_root(Num(2), Num(9))
    (True, False, False)
    """
    top, bottom = _whole(above), _whole(below)
    if not top or not bottom or bottom == 1 or gcd(top, bottom) > 1:
        return False
    return top == 1 or bottom <= _ROOTS


def _is_odd_fraction(exponent: Call) -> bool:
    if exponent.name == "neg":
        inner = exponent.args[0]
        if type(inner) is not Call:
            return False
        exponent = inner
    if exponent.name != "/":
        return False
    above, below = (_whole(part) for part in exponent.args)
    if above is None or below is None or not above or not below:
        return False
    lowest = below // gcd(above, below)
    return lowest > 1 and lowest % 2 == 1


def _whole(expr: Expr) -> int | None:
    """The absolute value of a literal whole number, perhaps with a minus; None for all else."""
    if type(expr) is Call and expr.name == "neg":
        expr = expr.args[0]
    if type(expr) is Num and expr.value.is_integer:
        return expr.value.numerator
    return None
