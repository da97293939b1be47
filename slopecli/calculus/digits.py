"""Numbers as decimal digits, each of them proven.

A decimal is a sign, a string of digits without trailing zeros and an exponent: -d.ddd times ten to
that exponent. A ball has proven digits when both its ends round to the same ones.
"""

from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

LARGEST_EXPONENT = 999_999_999  # beyond it a number is told in words
_LONG = 4_000  # digits beyond which Python's own conversion is slow or refused


def bits_for(digits: int) -> int:
    """The precision at which to begin: a digit takes 3.33 bits, and some are lost on the way."""
    return max(64, int(3.4 * digits) + 13)


def of_ratio(value: Ratio, digits: int = 15) -> str:
    """The fraction rounded to this many significant digits, halves away from zero.

    >>> of_ratio(Ratio(1, 3), 5)
    '0.33333'
    """
    if not value:
        return "0"
    above, below = abs(value.numerator), value.denominator
    exponent = int((above.bit_length() - below.bit_length()) * 0.30103)
    shift = digits + 2 - exponent  # one digit to spare at least, which decides the rounding
    if shift >= 0:
        above *= 10**shift
    else:
        below *= 10**-shift
    mantissa, exponent = _rounded(above // below, -shift, digits)
    return _laid_out(value.numerator < 0, mantissa, exponent, digits)


def of_ball(ball: "Any", digits: int = 15) -> str | None:
    """The digits that every number in the ball rounds to; None while they are not proven.

    Zero is proven only for the ball that holds nothing else.
    """
    if ball.is_zero():
        return "0"
    middle, radius, exponent = [int(part) for part in ball.mid_rad_10exp(digits + 10)]
    low, high = middle - radius, middle + radius
    if low <= 0 <= high:
        return None
    ends = {_rounded(abs(end), exponent, digits) for end in (low, high)}
    if len(ends) > 1:
        return None
    mantissa, power = ends.pop()
    return _laid_out(middle < 0, mantissa, power, digits)


def is_beyond_digits(ball: "Any") -> bool:
    """Whether the ball's exponent has more than nine decimal digits."""
    mantissa, exponent = ball.mid().man_exp()
    bits = int(exponent) + int(mantissa).bit_length()  # itself too large for a float, perhaps
    return abs(bits) * 30_103 > LARGEST_EXPONENT * 100_000


def in_words(ball: "Any") -> str | None:
    """A number whose exponent has more than nine digits, in words."""
    if ball.contains(0) and not ball.is_zero():  # e^-x far out: too small even for its sign
        size = ball.abs_upper()
        if size < 1 and is_beyond_digits(size):
            return tell("between -10^-999999999 and 10^-999999999")
        return None
    if not is_beyond_digits(ball):
        return None
    if ball > 0:
        return tell("above 10^999999999") if ball > 1 else tell("between 0 and 10^-999999999")
    if ball < 0:
        return tell("below -10^999999999") if ball < -1 else tell("between -10^-999999999 and 0")
    return None


def is_in_words(digits: str) -> bool:
    """Whether this is a number told in words."""
    return not digits.lstrip("-")[:1].isdigit()


def _rounded(number: int, exponent: int, digits: int) -> tuple[int, int]:
    """`number * 10^exponent` as (mantissa, exponent of its last digit), halves away from zero.

    What a division cut off does not matter: it is less than the last digit, below the half.
    """
    extra = _length(number) - digits
    if extra > 0:
        scale = 10**extra
        number, rest = divmod(number, scale)
        if 2 * rest >= scale:
            number += 1
        exponent += extra
        if number == 10**digits:  # 0.99...96 and 1.00...04 round to the same
            number, exponent = number // 10, exponent + 1
    return number, exponent


def _length(number: int) -> int:
    """How many decimal digits a number > 0 has."""
    guess = int(number.bit_length() * 0.30102999566398120) + 1
    smallest: int = 10 ** (guess - 1)
    return guess - (number < smallest)


def _spelled(number: int) -> str:
    if number.bit_length() < 3 * _LONG:
        return str(number)
    import flint  # prints long numbers quickly, and without Python's limit on their length

    return str(flint.fmpz(number))


def _laid_out(negative: bool, mantissa: int, exponent: int, digits: int) -> str:
    """The decimal as a person would write it: 0.0001 and 1500, but 1e-5 and 1.5e+30."""
    spelled = _spelled(mantissa)
    exponent += len(spelled) - 1
    spelled = spelled.rstrip("0")
    sign = "-" if negative else ""
    if exponent < -4 or exponent >= digits:
        fraction = f".{spelled[1:]}" if len(spelled) > 1 else ""
        return f"{sign}{spelled[0]}{fraction}e{exponent:+d}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{spelled}"
    whole = spelled[: exponent + 1].ljust(exponent + 1, "0")
    fraction = spelled[exponent + 1 :]
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"
