"""An answer with several equals signs: f'(3) = 2*3 = 6 says twice the same.

Every link is checked, so nothing is passed over. The last one is the answer; where it is right and
one before it is not, nobody can tell which of them was meant.
"""

from slopecli.answers.homework.answer import ROUGHLY, is_label, unwrapped
from slopecli.errors import UnusableError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable

    from slopecli.answers.homework.check import Check

_COMPARING = "<>!≤≥"
EQUALS = ("=", *ROUGHLY)


def split_equation(text: str) -> tuple[str, str, str]:
    """Left and right of the first = that is no part of <=, >= or != and stands in no bracket."""
    depth = 0
    for place, sign in enumerate(text):
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == "=" and depth <= 0 and (not place or text[place - 1] not in _COMPARING):
            return text[:place], "=", text[place + 1 :]
    return text, "", ""


def links(answer: str, variable: str) -> list[str]:
    """The formulas that the answer says are equal, without what only names it, as f'(3)."""
    found = []
    rest = _last_statement(unwrapped(answer))
    while rest:
        link, _, rest = split_equation(rest)
        found.append(link.strip())
    while len(found) > 1 and is_label(found[0], variable):
        del found[0]
    return found if all(found) else [answer]


def _last_statement(text: str) -> str:
    """What follows the last comma between two equations: f'(x) = 2x, f'(3) = 6."""
    for sign in ",;":
        before, _, last = text.rpartition(sign)
        if "=" in before and "=" in last:
            return last
    return text


def check_links(
    answer: str, found: list[str], variable: str, check: "Callable[[str], Check]"
) -> "Check":
    """What `check` says of the last link, all the others checked, too.

    Raises UnusableError where it cannot be told which of them is the answer.
    """
    *others, last = found
    checked = {link: check(link) for link in others}
    if variable in checked and checked[variable].verdict.verdict != "correct":
        raise UnusableError(
            tell("this gives {variable} a value, and that is not asked.", variable=variable),
            source=answer,
            start=answer.find(variable),
            advice=tell("Write the answer alone, as in {last}.", last=last),
        )
    result = check(last)
    wrong = [link for link in others if checked[link].verdict.verdict == "wrong"]
    if result.verdict.verdict == "correct" and wrong:
        raise UnusableError(
            tell("the two sides of this = are not the same: I cannot tell which is the answer."),
            source=answer,
            start=max(answer.find(wrong[0]), 0),
            end=len(answer.rstrip()),
            advice=tell("Write the answer alone."),
        )
    right = [link for link in others if checked[link].verdict.verdict == "correct"]
    if result.verdict.verdict == "wrong" and right and right == others[: len(right)]:
        result.verdict.notes.append(tell("it is right as far as {formula}", formula=right[-1]))
        if result.kind == "slope":
            result.mistakes = []  # of arithmetic: those of the slope were not made
    result.answer = answer
    return result
