"""A verdict as sentences for a student, and as JSON."""

from slopecli.answers.homework.check import Check
from slopecli.answers.homework.equal import Equality
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.verdict import Verdict
from slopecli.calculus.digits import of_ratio
from slopecli.language.ratio import Ratio
from slopecli.render.lines import digits, json_line
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence

    Pairs = Sequence[tuple[str, object]]

_CERTAIN = {
    "sampled": phrase("at all {points} points tried"),
    "rounded": phrase("to the digits you gave"),
}


def check_lines(
    check: Check, *, hint: int | None = None, show: bool = False, line: int | None = None
) -> list[str]:
    """The verdict, then what a wrong answer looks like; with `hint`, one stage of it."""
    verdict = check.verdict
    lines = [verdict_line(check, line)]
    if verdict.verdict == "wrong":
        lines += verdict.notes
        if hint is None:
            lines += [mistake.message for mistake in check.mistakes]
        elif check.mistakes:
            lines.append(check.mistakes[0].hint(hint))
    if show and verdict.verdict != "correct" and check.right:
        lines.append(tell("the right answer: {right}", right=check.right))
    return lines


def verdict_line(check: Check, line: int | None = None) -> str:
    """The verdict in one line; of working, with the line that went wrong."""
    verdict = check.verdict
    if verdict.verdict == "correct":
        certain = how_certain(verdict)
        return tell("correct, {how}", how=certain) if certain else tell("correct")
    if verdict.verdict == "unknown":
        return tell("cannot decide: {reason}", reason=verdict.reason)
    said = told_witness(check)
    if line is not None:
        return tell("wrong in line {line}: {witness}", line=line, witness=said)
    return tell("wrong: {witness}", witness=said)


def how_certain(verdict: Verdict) -> str | None:
    """What a right answer is known by, if there is no proof."""
    if verdict.certainty == "proved" or (verdict.certainty == "sampled" and verdict.points < 2):
        return None
    return tell(_CERTAIN[verdict.certainty], points=verdict.points)


_YOURS = {
    "derivative": (phrase("your answer gives {number}"), phrase("your answer has no value")),
    "equation": (phrase("your equation gives {number}"), phrase("your equation gives no slope")),
    "slope": (phrase("your answer is {number}"), phrase("your answer is no number")),
    "integral": (phrase("your answer has the slope {number}"), phrase("your answer has no slope")),
    "equal": (phrase("your answer gives {number}"), phrase("your answer has no value")),
}
_RIGHT = {
    "derivative": (phrase("the slope is {number}"), phrase("there is no slope")),
    "equation": (phrase("the slope is {number}"), phrase("there is no slope")),
    "slope": (phrase("the slope is {number}"), phrase("there is no slope")),
    "integral": (phrase("the function is {number}"), phrase("the function has no value")),
    "equal": (phrase("it should be {number}"), phrase("there should be no value")),
}


def told_witness(check: Check) -> str:
    """Where a wrong answer and the right one differ."""
    witness = check.verdict.witness
    assert witness is not None
    yours, right = witness.brief
    one = tell(_YOURS[check.kind][yours is None], number=yours)
    other = tell(_RIGHT[check.kind][right is None], number=right)
    return tell("at {where} {yours}, but {right}", where=witness.where, yours=one, right=other)


def check_json(check: Check, before: "Pairs" = (), after: "Pairs" = ()) -> str:
    """One JSON object: question, answer, verdict, witness, mistakes; more keys around them."""
    verdict = check.verdict
    pairs: list[tuple[str, object]] = [
        *before,
        ("function", check.function),
        ("answer", check.answer),
        *verdict_pairs(verdict, "yours", "right"),
        ("mistakes", [_mistake(mistake) for mistake in check.mistakes]),
    ]
    return json_line([*pairs, *_in_words(verdict), *after])


def equal_json(equality: Equality) -> str:
    """One JSON object: both formulas and the verdict on them."""
    verdict = equality.verdict
    pairs: list[tuple[str, object]] = [
        ("a", equality.a),
        ("b", equality.b),
        *verdict_pairs(verdict, "b", "a"),
    ]
    return json_line(pairs + _in_words(verdict))


def _in_words(verdict: Verdict) -> list[tuple[str, object]]:
    """The keys for what is told besides: why it is not decided, and where else to look."""
    pairs: list[tuple[str, object]] = []
    if verdict.reason is not None:
        pairs.append(("reason", verdict.reason))
    if verdict.notes:
        pairs.append(("notes", verdict.notes))
    return pairs


def verdict_pairs(verdict: Verdict, yours: str, right: str) -> list[tuple[str, object]]:
    """The keys from `verdict` to `domain`, with these names for the two numbers."""
    witness: dict[str, object] | None = None
    if verdict.witness is not None:
        at = verdict.witness.at.items()
        witness = {
            **{name: _place(value) for name, value in at},
            yours: digits(verdict.witness.yours),
            right: digits(verdict.witness.right),
        }
        if yours == "b":  # the first formula first
            witness["b"] = witness.pop("b")
    return [
        ("verdict", verdict.verdict),
        ("certainty", verdict.certainty if verdict.verdict != "unknown" else None),
        ("points", verdict.points),
        ("witness", witness),
        ("domain", verdict.domain),
    ]


def _place(value: "Ratio | str") -> object:
    return value if isinstance(value, str) else digits(of_ratio(value))


def _mistake(mistake: Mistake) -> dict[str, str]:
    return {"id": mistake.id, "where": mistake.where, "message": mistake.message}


def equal_line(equality: Equality) -> str:
    """The verdict on two formulas in one line."""
    verdict = equality.verdict
    if verdict.verdict == "correct":
        certain = how_certain(verdict)
        return tell("equal, {how}", how=certain) if certain else tell("equal")
    if verdict.verdict == "unknown":
        return tell("cannot decide: {reason}", reason=verdict.reason)
    assert verdict.witness is not None
    second, first = verdict.witness.brief
    one = tell("the first has no value")
    if first is not None:
        one = tell("the first is {number}", number=first)
    other = tell("the second has no value")
    if second is not None:
        other = tell("the second is {number}", number=second)
    if not verdict.witness.at:
        return tell("different: {first}, {second}", first=one, second=other)
    return tell(
        "different: at {where} {first}, {second}",
        where=verdict.witness.where,
        first=one,
        second=other,
    )
