"""Exact fractions: what a typed number is, and stays, while everything is rational.

The standard `fractions` module does the same and more, but importing it costs as much as the whole
way to a simple answer.
"""

from math import gcd

BITS = 20_000  # the largest numerator or denominator that is kept exactly


class Ratio:
    """An exact fraction in lowest terms, the denominator positive."""

    __match_args__ = ("numerator", "denominator")
    __slots__ = ("denominator", "numerator")

    numerator: int
    denominator: int

    def __init__(self, numerator: int, denominator: int = 1) -> None:
        if denominator != 1:
            common = gcd(numerator, denominator)
            if denominator < 0:
                common = -common
            numerator //= common
            denominator //= common
        self.numerator = numerator
        self.denominator = denominator

    def __repr__(self) -> str:
        return f"Ratio({self.numerator}, {self.denominator})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not Ratio:
            return NotImplemented
        return self.numerator == other.numerator and self.denominator == other.denominator

    def __hash__(self) -> int:
        return hash((self.numerator, self.denominator))

    def __bool__(self) -> bool:
        return self.numerator != 0

    def __lt__(self, other: "Ratio") -> bool:
        return self.numerator * other.denominator < other.numerator * self.denominator

    def __le__(self, other: "Ratio") -> bool:
        return not other < self

    def __neg__(self) -> "Ratio":
        return Ratio(-self.numerator, self.denominator)

    def __abs__(self) -> "Ratio":
        return Ratio(abs(self.numerator), self.denominator)

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )

    def __sub__(self, other: "Ratio") -> "Ratio":
        return self + -other

    def __mul__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.numerator * other.numerator, self.denominator * other.denominator)

    def __truediv__(self, other: "Ratio") -> "Ratio":
        """The quotient; ZeroDivisionError where `other` is 0."""
        if not other.numerator:
            raise ZeroDivisionError
        return Ratio(self.numerator * other.denominator, self.denominator * other.numerator)

    def __pow__(self, exponent: int) -> "Ratio":
        """A whole power; ask `power_bits` first whether it fits."""
        if exponent >= 0:
            return Ratio(self.numerator**exponent, self.denominator**exponent)
        return Ratio(1) / self**-exponent

    def __floor__(self) -> int:
        return self.numerator // self.denominator

    @property
    def is_integer(self) -> bool:
        """Whether it is a whole number."""
        return self.denominator == 1

    @property
    def is_decimal(self) -> bool:
        """Whether the decimals end: no prime but 2 and 5 in the denominator."""
        below = self.denominator
        return below == 1 or pow(10, below.bit_length(), below) == 0

    @property
    def bits(self) -> int:
        """The length of the longer of numerator and denominator."""
        return max(self.numerator.bit_length(), self.denominator.bit_length())

    def power_bits(self, exponent: int) -> int:
        """About how many bits the whole power would need; known without computing it."""
        if self.denominator == 1 and -1 <= self.numerator <= 1:
            return 1
        return self.bits * abs(exponent)


def whole_root(number: int, degree: int) -> int | None:
    """The exact root of a whole number >= 0, or None where it is not whole (Newton's method)."""
    if number < 2:
        return number
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            break
        guess = better
    return guess if guess**degree == number else None
