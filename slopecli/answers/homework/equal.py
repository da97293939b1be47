"""Are two formulas the same function?"""

from slopecli.answers.homework.verdict import Verdict, domain_notes, stranger, verdict_of
from slopecli.answers.question import read_function
from slopecli.answers.values import assignments
from slopecli.calculus.comparing.compare import Curve, compare
from slopecli.calculus.comparing.proof import Proof
from slopecli.language.expr import Expr, letters
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable


class Equality:
    """Two formulas as typed, and the verdict on them; `notes` say how they were read."""

    __slots__ = ("a", "b", "notes", "verdict")

    def __init__(self, a: str, b: str, verdict: Verdict, notes: tuple[str, ...]) -> None:
        self.a = a
        self.b = b
        self.verdict = verdict
        self.notes = notes


def equal(
    a: str,
    b: str,
    *,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    degrees: bool = False,
    strict: bool = False,
    prove: bool = False,
) -> Equality:
    """Compare two formulas as typed; with `prove` SymPy is asked for a proof too.

    Raises SlopeError where one cannot be read.
    """
    values = assignments(let, degrees=degrees)
    names = {*values, *([variable] if variable else [])}
    readings = [
        read_function(each, names, variable, values, degrees=degrees, strict=strict)
        for each in (a, b)
    ]
    one, other = (reading.expr for reading in readings)
    verdict = same_function(one, other, variable, prove=prove)
    return Equality(a, b, verdict, (*readings[0].notes, *readings[1].notes))


def same_function(
    one: Expr, other: Expr, variable: str | None = None, *, prove: bool = False
) -> Verdict:
    """The verdict on two formulas; every letter is taken for a real number."""
    names = in_order({*letters(one), *letters(other)}, variable)
    key, answer = Curve([one], names), Curve([other], names)
    found = compare(key, answer, Proof(one, other, prove))
    verdict = verdict_of(found, key, answer)
    if verdict.witness is not None and not (letters(one) or letters(other)):
        verdict.witness.at = {}  # numbers differ everywhere
    if verdict.verdict == "wrong":
        verdict.notes += stranger(letters(one), letters(other), tell("the second formula"))
    verdict.notes += domain_notes(found, names, tell("the second"), tell("the first"))
    return verdict


def in_order(names: "Iterable[str]", variable: str | None) -> list[str]:
    """The letters, the variable first."""
    first = variable or ("x" if "x" in names else "")
    return sorted(names, key=lambda name: (name != first, name)) or [first or "x"]
