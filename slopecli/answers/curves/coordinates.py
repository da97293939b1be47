"""Points of several letters, as they are typed: x=1, y=2."""

from slopecli.answers.slope import Point
from slopecli.answers.values import place, point, split
from slopecli.errors import UnusableError
from slopecli.language.expr import Expr
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

Coordinates = dict[str, Point]


def names_in(typed: str) -> list[str]:
    """The letters that the point gives values to."""
    return [name for name, _ in map(place, split(typed)) if name is not None]


def coordinates(
    typed: str,
    parameters: dict[str, Expr],
    wanted: "Sequence[str]",
    *,
    degrees: bool = False,
    strict: bool = False,
    notes: list[str] | None = None,
) -> Coordinates:
    """The point with a value for each wanted letter. Raises UnusableError where one is missing."""
    told = [] if notes is None else notes
    found: Coordinates = {}
    for part in split(typed):
        name, value = place(part)
        if name is None:
            if len(wanted) != 1:
                raise values_without_letters(typed, wanted)
            name = wanted[0]
        if name in found:
            raise UnusableError(
                tell("the point {typed} gives {name} twice.", typed=typed, name=name)
            )
        if name not in wanted:
            raise UnusableError(
                tell("there is no {name} in this curve.", name=name),
                advice=tell("Write the point as {sample}.", sample=sample_point(wanted)),
            )
        what = tell("the value of {name}", name=name)
        found[name] = point(value, what, parameters, strict, told, degrees)
    missing = [name for name in wanted if name not in found]
    if missing:
        raise UnusableError(
            tell(
                "the point {typed} does not say where {missing} is.",
                typed=typed,
                missing=tell(" and ").join(missing),
            ),
            advice=tell("Write it as {sample}.", sample=sample_point(wanted)),
        )
    return {name: found[name] for name in wanted}


def values_without_letters(typed: str, wanted: "Sequence[str]") -> UnusableError:
    """The error for a point that does not say which of its values is which: --at 1,2."""
    values = split(typed.strip(" ()"))
    return UnusableError(
        tell("the point must say which letter is {part}.", part=values[0]),
        advice=tell("Write it as {sample}.", sample=sample_point(wanted, values)),
    )


def sample_point(wanted: "Sequence[str]", values: "Sequence[str]" = ()) -> str:
    """How a point of these letters is typed: with the values, if there is one for each letter."""
    given = values if len(values) == len(wanted) else range(1, len(wanted) + 1)
    written = ",".join([f"{name}={value}" for name, value in zip(wanted, given, strict=True)])
    return f'--at "{written}"' if " " in written else f"--at {written}"


def spelled(at: Coordinates) -> tuple[str, str]:
    """The letters and the values of a point, for a sentence: (x, y) and (3, 4)."""
    if len(at) == 1:
        ((name, point),) = at.items()
        return name, point.text
    return f"({', '.join(at)})", f"({', '.join([point.text for point in at.values()])})"
