"""Who checks an answer: a formula or a number, for a function or a curve."""

from slopecli.answers.homework.check import Check, check, read_task
from slopecli.answers.homework.check_at import check_number
from slopecli.answers.question import may_be_curve

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def checked(
    function: str,
    answer: str,
    *,
    kind: str = "derivative",
    at: str | None = None,
    order: int | None = None,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    degrees: bool = False,
    strict: bool = False,
    prove: bool = False,
) -> Check:
    """Read a question and an answer of one of the KINDS, and check it; with `at` it is a number.

    Raises SlopeError where one of them cannot be read.
    """
    reading: dict[str, Any] = {
        "order": order,
        "variable": variable,
        "let": tuple(let),
        "degrees": degrees,
        "strict": strict,
    }
    if kind == "derivative" and may_be_curve(function):
        found = _of_curve(function, answer, at, prove, reading)
        if found is not None:
            return found
    if at is not None:
        return check_number(function, answer, at, **reading)
    return check(read_task(function, answer, kind=kind, **reading), prove=prove)


def _of_curve(
    source: str, answer: str, at: str | None, prove: bool, reading: "dict[str, Any]"
) -> Check | None:
    """The same of a curve; None where the source is none."""
    if at is not None:
        from slopecli.answers.homework.curve_at import check_curve_at

        return check_curve_at(source, answer, at, **reading)
    from slopecli.answers.homework.curve_check import check_curve
    from slopecli.answers.homework.curve_task import read_curve_task

    task = read_curve_task(source, answer, **reading)
    return None if task is None else check_curve(task, prove=prove)
