"""A verdict as sentences for a student, and as JSON."""

from slopecli.answers.homework.check import Check
from slopecli.answers.homework.equal import Equality
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.verdict import Verdict, Witness
from slopecli.calculus.digits import of_ratio
from slopecli.language.ratio import Ratio
from slopecli.render.lines import digits, json_line

_CERTAIN = {
    "proved": "correct",
    "sampled": "correct, at all {points} points tried",
    "rounded": "correct, to the digits you gave",
}


def check_lines(check: Check, *, hint: int | None = None, show: bool = False) -> list[str]:
    """The verdict, then what a wrong answer looks like; with `hint`, one stage of it."""
    verdict = check.verdict
    lines = [verdict_line(check)]
    if verdict.verdict == "wrong":
        lines += verdict.notes
        if hint is None:
            lines += [mistake.message for mistake in check.mistakes]
        elif check.mistakes:
            lines.append(check.mistakes[0].hint(hint))
    if show and verdict.verdict != "correct" and check.right:
        lines.append(f"the right answer: {check.right}")
    return lines


def verdict_line(check: Check) -> str:
    """The verdict in one line."""
    verdict = check.verdict
    if verdict.verdict == "correct":
        return told_correct(verdict)
    if verdict.verdict == "unknown":
        return f"cannot decide: {verdict.reason}"
    assert verdict.witness is not None
    return f"wrong: {_witness(check, verdict.witness)}"


def told_correct(verdict: Verdict) -> str:
    """Right, and how certain that is."""
    if verdict.certainty == "sampled" and verdict.points < 2:
        return "correct"
    return _CERTAIN[verdict.certainty].format(points=verdict.points)


_YOURS = {
    "derivative": ("your answer gives {}", "your answer has no value"),
    "slope": ("your answer is {}", "your answer is no number"),
    "integral": ("your answer has the slope {}", "your answer has no slope"),
    "equal": ("your answer gives {}", "your answer has no value"),
}
_RIGHT = {
    "derivative": ("the slope is {}", "there is no slope"),
    "slope": ("the slope is {}", "there is no slope"),
    "integral": ("the function is {}", "the function has no value"),
    "equal": ("it should be {}", "there should be no value"),
}


def _witness(check: Check, witness: Witness) -> str:
    yours, right = witness.brief
    one = _YOURS[check.kind][yours is None].format(yours)
    other = _RIGHT[check.kind][right is None].format(right)
    return f"at {witness.where} {one}, but {other}"


def check_json(check: Check, before: "list[tuple[str, object]] | None" = None) -> str:
    """One JSON object: question, answer, verdict, witness, mistakes."""
    verdict = check.verdict
    pairs: list[tuple[str, object]] = [
        *(before or []),
        ("function", check.function),
        ("answer", check.answer),
        *verdict_pairs(verdict, "yours", "right"),
        ("mistakes", [_mistake(mistake) for mistake in check.mistakes]),
    ]
    if verdict.reason is not None:
        pairs.append(("reason", verdict.reason))
    if verdict.notes:
        pairs.append(("notes", verdict.notes))
    return json_line(pairs)


def equal_json(equality: Equality) -> str:
    """One JSON object: both formulas and the verdict on them."""
    verdict = equality.verdict
    pairs: list[tuple[str, object]] = [
        ("a", equality.a),
        ("b", equality.b),
        *verdict_pairs(verdict, "b", "a"),
    ]
    if verdict.reason is not None:
        pairs.append(("reason", verdict.reason))
    if verdict.notes:
        pairs.append(("notes", verdict.notes))
    return json_line(pairs)


def verdict_pairs(verdict: Verdict, yours: str, right: str) -> list[tuple[str, object]]:
    """The keys from `verdict` to `domain`, with these names for the two numbers."""
    witness: dict[str, object] | None = None
    if verdict.witness is not None:
        at = verdict.witness.at.items()
        witness = {
            **{
                name: value if isinstance(value, str) else digits(of_ratio(value))
                for name, value in at
            },
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
        return told_correct(verdict).replace("correct", "equal", 1)
    if verdict.verdict == "unknown":
        return f"cannot decide: {verdict.reason}"
    assert verdict.witness is not None
    second, first = verdict.witness.brief
    one = "the first has no value" if first is None else f"the first is {first}"
    other = "the second has no value" if second is None else f"the second is {second}"
    return f"different: at {verdict.witness.where} {one}, {other}"
