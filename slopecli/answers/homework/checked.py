"""Who checks an answer: a formula or a number, for a function or a curve."""

from slopecli.answers.homework.chain import EQUALS, check_links, links
from slopecli.answers.homework.check import Check, check
from slopecli.answers.homework.task import read_task
from slopecli.answers.question import ask, may_be_curve
from slopecli.answers.values import place

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Unpack

    from slopecli.answers.question import Conventions


def checked(
    function: str,
    answer: str,
    *,
    kind: str = "derivative",
    at: str | None = None,
    order: int | None = None,
    prove: bool = False,
    **conventions: "Unpack[Conventions]",
) -> Check:
    """Read a question and an answer of one of the KINDS, and check it; with `at` it is a number.

    Raises SlopeError where one of them cannot be read.
    """
    if kind == "derivative" and may_be_curve(function):
        if at is not None:
            from slopecli.answers.homework.curves.check_at import check_curve_at

            found = check_curve_at(function, answer, at, order=order, **conventions)
        else:
            from slopecli.answers.homework.curves.check import check_curve
            from slopecli.answers.homework.curves.task import read_curve_task

            curve = read_curve_task(function, answer, order=order, **conventions)
            found = None if curve is None else check_curve(curve, prove=prove)
        if found is not None:
            return found

    def one(link: str) -> Check:
        if at is not None:
            from slopecli.answers.homework.check_at import check_number

            return check_number(function, link, at, order=order, **conventions)
        return check(read_task(function, link, kind=kind, order=order, **conventions), prove=prove)

    if any(sign in answer for sign in EQUALS):
        variable = _variable(function, at, conventions)
        parts = links(answer, variable)
        if len(parts) > 1:
            return check_links(answer, parts, variable, one)
    return one(answer)


def _variable(function: str, at: str | None, conventions: "Conventions") -> str:
    """The letter that the question is about."""
    named = conventions.get("variable") or (at and place(at)[0])
    return named or ask(function, numeric=False, **conventions).variable
