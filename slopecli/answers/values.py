"""The values of letters and points as they are typed: a=2, t=3, pi/3."""

from slopecli.answers.slope import Point, check_point
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr, letters, substitute
from slopecli.language.parser import read
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable


def assignments(
    let: "Iterable[str]",
    strict: bool = False,
    notes: list[str] | None = None,
    degrees: bool = False,
) -> dict[str, Expr]:
    """The letters that have a fixed value, each given as `a=2`; says in `notes` how they were read.

    With `degrees` a=sin(30) is 1/2. Raises SlopeError where one of them cannot be used.
    """
    told = [] if notes is None else notes
    given = [part for each in let for part in _several(each)]
    return dict([_assignment(each, strict, told, degrees) for each in given])


def _several(typed: str) -> list[str]:
    """a=1,b=2 as two values; 1,5 is left to the reader of numbers."""
    if "," not in typed:
        return [typed]
    parts = split(typed)
    return parts if all("=" in part for part in parts) else [typed]


def _assignment(typed: str, strict: bool, notes: list[str], degrees: bool) -> tuple[str, Expr]:
    """`a=2` as a name and a constant."""
    name, equals, value = typed.partition("=")
    name = name.strip()
    _check_comma(typed, value)
    if not equals or not name.isidentifier():
        raise UnusableError(
            tell('"{typed}" does not give a letter a value.', typed=typed),
            advice=tell("Write it as a=2 or rate=1/3."),
        )
    what = tell("the value of {name}", name=name)
    return name, constant(value, what, {}, strict, notes, degrees)


def place(typed: str) -> tuple[str | None, str]:
    """`3` or `t=3` as the name of the variable, if given, and the point."""
    name, equals, value = typed.partition("=")
    if equals and name.strip().isidentifier():
        _check_comma(typed, value)
        return name.strip(), value.strip()
    return None, typed.strip() or typed


def _check_comma(typed: str, value: str) -> None:
    """Refuse x=3 y=4, where a second letter gets its value without a comma in front."""
    before, equals, _ = value.partition("=")
    words = before.split()
    if equals and len(words) > 1 and words[-1].isidentifier() and "(" not in before:
        import re

        sample = re.sub(r"\s+(?=[^\W\d]\w*\s*=)", ",", typed.strip())
        raise UnusableError(
            tell("a comma is missing in {typed}.", typed=typed),
            advice=tell("Write it as {sample}.", sample=re.sub(r"\s*=\s*", "=", sample)),
        )


def point(
    typed: str,
    what: str,
    parameters: dict[str, Expr],
    strict: bool,
    notes: list[str],
    degrees: bool = False,
) -> Point:
    """A point as typed, which may name parameters. Raises SlopeError where it is no number."""
    found = Point(typed, constant(typed, what, parameters, strict, notes, degrees))
    check_point(found)
    return found


def constant(
    typed: str,
    what: str,
    parameters: dict[str, Expr],
    strict: bool,
    notes: list[str],
    degrees: bool = False,
) -> Expr:
    """A number as typed, which may name parameters, as a constant expression.

    With `degrees` sin(30) is 1/2, and asin(1/2) is 30.
    """
    reading = read(typed, parameters, strict=strict)
    notes += reading.notes
    expr = reading.expr
    if degrees:
        from slopecli.language.degrees import in_degrees

        expr = in_degrees(expr)
    expr = substitute(expr, parameters)
    free = letters(expr)
    if free:
        raise UnusableError(
            tell("{what} is no number: {letter} has no value.", what=what, letter=free[0]),
            source=typed,
            start=max(typed.find(free[0]), 0),
            advice=tell(
                "Give a number such as 2 or pi/3, or a value: --let {letter}=2.", letter=free[0]
            ),
        )
    return expr


def split(typed: str) -> list[str]:
    """The parts between commas that stand in no bracket.

    >>> split("x=1, y=log(8, 2)")
    ['x=1', 'y=log(8, 2)']
    """
    typed = typed.strip()
    if typed[:1] == "(" and typed[-1:] == ")" and "=" in typed:
        typed = typed[1:-1]
    parts = [""]
    depth = 0
    for sign in typed:
        depth += (sign in "([{") - (sign in ")]}")
        if sign in ",;" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
