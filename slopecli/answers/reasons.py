"""Why there is no value, in the student's own terms."""

from slopecli.calculus.balls import Balls
from slopecli.calculus.constants import Constant, written
from slopecli.calculus.digits import of_ball, of_ratio
from slopecli.calculus.evaluate import Missing, TooLarge, evaluate
from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.language.expr import Call, Expr, letters, substitute
from slopecli.language.functions import ROWS
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_BITS = 256


def reason_undefined(missing: Missing, variable: str, at: str) -> str:
    """Such as "ln(x - 3) needs x - 3 > 0, but it is -1 at x = 2"."""
    call, place = missing.call, tell("at {variable} = {at}", variable=variable, at=at)
    if call is None or call.name == "undefined":
        return tell("no branch applies {place}", place=place)
    arguments = dict(zip(ARGUMENTS, call.args, strict=False))
    given = [_plain(value) for value in missing.values]
    values = dict(zip(ARGUMENTS, given, strict=False))
    if call.name in ("^", "realpow"):
        return _of_power(call, given, variable, place)
    exists = ROWS[call.name].exists
    if not exists:
        return tell("{call} has no value {place}", call=text(call), place=place)
    condition = _failing(rule(exists), values)
    subject = _subject(condition)
    it = substitute(subject, arguments)
    return _needs(call, substitute(condition, arguments), it, _worth(subject, values), place)


def reason_undecided(missing: "Missing | None", variable: str, at: str) -> str:
    """Why the arithmetic could not go on."""
    if missing is None or missing.call is None:
        return tell("the curve is too irregular beside this point")
    what = text(missing.call)
    if len(what) > 60:
        what = f"{missing.call.name}(...)"
    if isinstance(missing, TooLarge):
        return tell(
            "{what} is too large to work with at {variable} = {at}",
            what=what,
            variable=variable,
            at=at,
        )
    return tell(
        "{what} is too close to a border at {variable} = {at} to tell on which side it lies",
        what=what,
        variable=variable,
        at=at,
    )


def _of_power(call: Call, values: "list[Any]", variable: str, place: str) -> str:
    base, exponent = call.args
    worth = _told(values[0])
    zero = type(values[0]) is Ratio and not values[0]
    if variable in letters(exponent):
        wanted = f"{text(base)} > 0" if letters(base) else tell("a positive base")
        return tell(
            "{call} needs {wanted} since the exponent varies, but it is {worth} {place}",
            call=text(call),
            wanted=wanted,
            worth=worth,
            place=place,
        )
    if zero:
        return tell(
            "{call} divides by {base}, which is 0 {place}",
            call=text(call),
            base=text(base),
            place=place,
        )
    return tell(
        "{call} needs {base} >= 0 since the exponent is no whole number, but it is {worth} {place}",
        call=text(call),
        base=text(base),
        worth=worth,
        place=place,
    )


def _needs(call: Call, condition: Expr, it: Expr, worth: str, place: str) -> str:
    if call.name == "/":
        return tell(
            "{call} divides by {base}, which is 0 {place}",
            call=text(call),
            base=text(it),
            place=place,
        )
    if type(condition) is Call and condition.name == "!=":
        wanted = tell("{it} to be other than 0", it=text(it))
    else:
        wanted = text(condition)
    return tell(
        "{call} needs {wanted}, but {it} is {worth} {place}",
        call=text(call),
        wanted=wanted,
        it=_pronoun(condition, it),
        worth=worth,
        place=place,
    )


def _pronoun(condition: Expr, it: Expr) -> str:
    simple = type(condition) is Call and condition.name not in ("and", "or")
    return tell("it") if simple else text(it)


def _failing(condition: Expr, values: "dict[str, Any]") -> Expr:
    """The part of an "and" that does not hold."""
    while type(condition) is Call and condition.name == "and":
        holds = evaluate(condition.args[0], values, Balls(_BITS))
        condition = condition.args[1] if holds is True else condition.args[0]
    return condition


def _subject(condition: Expr) -> Expr:
    """What the condition is about: the side of the comparison that varies."""
    while type(condition) is Call and condition.name in ("and", "or"):
        condition = condition.args[0]
    assert type(condition) is Call
    return condition.args[0] if letters(condition.args[0]) else condition.args[1]


def _worth(subject: Expr, values: "dict[str, Any]") -> str:
    value = evaluate(subject, values, Balls(_BITS))
    return "0" if isinstance(value, Missing) else _told(value)


def _plain(value: "Any") -> "Any":
    """A value of any arithmetic as one of balls."""
    return evaluate(written(value), {}, Balls(_BITS)) if type(value) is Constant else value


def _told(value: "Any") -> str:
    """A few digits; a ball that cannot be told from 0 is 0, or the condition would be decided."""
    if type(value) is Ratio:
        return of_ratio(value, 6)
    return of_ball(Balls(_BITS).ball(value), 6) or "0"
