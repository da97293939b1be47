"""The questions of the command line, asked from Python with formulas as text."""

from slopecli.answers.homework.check import Check
from slopecli.answers.homework.checked import checked
from slopecli.answers.question import ask
from slopecli.answers.slope import Slope, slope_at
from slopecli.errors import UnusableError

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import SupportsFloat

    Number = str | SupportsFloat


def slope(
    function: str,
    at: "Number",
    *,
    order: int | None = None,
    variable: str | None = None,
    let: "Mapping[str, Number] | None" = None,
    degrees: bool = False,
    digits: int = 15,
) -> Slope:
    """The slope of a formula at a point, every digit proven; `float(...)` of it is the number.

    Points and the values of letters are text such as "pi/3", whole numbers, or floats, which mean
    the decimal that Python prints: 0.1 is one tenth. Raises SlopeError where something cannot be
    read; a point without a slope is an answer, with a `status`, a `message` and no `slope`.

    >>> slope("tanh(x)", at=1.0).slope
    '0.419974341614026'
    >>> slope("|x|", at=0).status
    'corner'
    """
    question = ask(function, variable=variable, let=_values(let), at=[_typed(at)], degrees=degrees)
    order = question.order if order is None else order
    if not 0 <= order <= 100:
        raise UnusableError(f"the order is {order}, but it must be from 0 to 100.")
    if not 1 <= digits <= 10_000:
        raise UnusableError(f"{digits} digits were asked for, but it must be from 1 to 10000.")
    return slope_at(
        question.fixed, question.variable, question.points[0], order=order, digits=digits
    )


def check(
    function: str,
    answer: "Number",
    *,
    at: "Number | None" = None,
    integral: bool = False,
    order: int | None = None,
    variable: str | None = None,
    let: "Mapping[str, Number] | None" = None,
    degrees: bool = False,
) -> Check:
    """Whether the answer is the derivative of the function or curve; if not, what went wrong.

    With `at` the answer is the number at that point; with `integral` it is an antiderivative.
    Raises SlopeError where something cannot be read.

    >>> found = check("sin(3x)", "cos(3x)")
    >>> found.verdict.verdict, found.mistakes[0].id
    ('wrong', 'chain-missing')
    """
    if at is not None and integral:
        raise UnusableError("an integral is checked as a formula: leave out the point.")
    return checked(
        function,
        _typed(answer),
        kind="integral" if integral else "derivative",
        at=None if at is None else _typed(at),
        order=order,
        variable=variable,
        let=_values(let),
        degrees=degrees,
    )


def _values(let: "Mapping[str, Number] | None") -> list[str]:
    return [f"{name}={_typed(value)}" for name, value in (let or {}).items()]


def _typed(number: "Number") -> str:
    """A number of Python as a student would type it."""
    if isinstance(number, (str, int)):
        return str(number)
    return repr(float(number))
