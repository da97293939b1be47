"""What a wrong answer looks like: one slip, the same one everywhere, two, or what is left over.

"Looks like", since about a quarter of wrong answers have two explanations or more.
"""

from slopecli.answers.homework.leftovers import copied_term, leftovers
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.same import Same
from slopecli.answers.homework.whole import derived, integrated, of_the_whole, readings
from slopecli.calculus.comparing.compare import Curve
from slopecli.calculus.comparing.forms import View, slope_of
from slopecli.calculus.comparing.sampling import SPREAD, with_parameters
from slopecli.calculus.comparing.slipped import slipped_slope
from slopecli.calculus.comparing.suspects import (
    LARGEST,
    Here,
    NoNumber,
    Search,
    Slips,
    Suspect,
    suspects,
)
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, letters, nodes
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from slopecli.answers.homework.task import Task

MOST = 3  # mistakes that are told
_LARGEST_BEFORE = 40  # nodes of a formula whose second slope may have a slip in the first
_POINTS = 6  # at which a suspect must give the student's number
_BITS = 96
_ONCE = frozenset({"const", "pow"})  # several rows of these say one slip in other words
_OF_A_PART = frozenset({"unchanged-local", "integrated-local-logarithm"})  # else it is the whole
_WITHIN_A_CHAIN = frozenset({"coeff-lost", "pow-coeff-only", "pow-no-coeff", "pow-add"})


def diagnosed(task: "Task") -> list[Mistake]:
    """The mistakes that explain the answer, the likeliest first; at most three."""
    if task.kind == "integral":
        return (derived(task) or leftovers(task))[:MOST]
    if task.kind == "equal" or not task.order:
        return leftovers(task)[:MOST]
    search = _search(task)
    parents = _parents(search.here.expr) if search else {}
    singles = sorted(search.single(), key=_likelihood) if search else []
    found = [_told(slips.suspects[0], parents) for slips in _plain(singles)]
    whole = of_the_whole(task, bool(found))
    if any(mistake.id in ("unchanged", "order-too-low") for mistake in whole):
        found = [mistake for mistake in found if mistake.id != "unchanged-local"]
    found = sorted(found + whole, key=lambda mistake: mistake.id != "order-too-low")
    if not found and task.order == 2:
        found = _slipped_before(task)
    if not found and search:
        found = _everywhere(search, parents) or integrated(task) or copied_term(task)
    found = found or readings(task)  # one slip before two
    if not found and search:
        found = _two(search, parents)
    return _distinct(found or leftovers(task))[:MOST]


def explained(search: Search) -> list[Mistake]:
    """What one rule at one part explains, else one rule everywhere, else two."""
    parents = _parents(search.here.expr)
    singles = sorted(search.single(), key=_likelihood)
    found = [_told(slips.suspects[0], parents) for slips in _plain(singles)]
    return _distinct(found or _everywhere(search, parents) or _two(search, parents))


def explained_at(expr: Expr, variable: str, order: int, at: "Any", value: "Any") -> list[Mistake]:
    """The wrong rules of which one, at one part, gives this number for the slope at a point."""
    last = derivative(expr, variable, order - 1) if order > 1 else expr
    if order < 1 or len(nodes(last)) > LARGEST or variable not in letters(last):
        return []
    try:
        search = Search(last, variable, [Here(last, variable, {variable: at}, value)])
    except NoNumber:
        return []
    parents = _parents(last)
    singles = _plain(sorted(search.single(), key=_likelihood))
    return _distinct([_told(slips.suspects[0], parents) for slips in singles])[:MOST]


def _search(task: "Task") -> Search | None:
    """What the table of wrong rules may explain; from order 2 on, the last step is looked at."""
    variable = task.question.variable
    expr = task.asked if task.order == 1 else derivative(task.asked, variable, task.order - 1)
    if len(nodes(expr)) > LARGEST or variable not in letters(expr):
        return None
    points = _points(expr, task)
    return Search(expr, variable, points) if points else None


def _parents(expr: Expr) -> dict[int, Call]:
    return {id(arg): node for node in nodes(expr) if type(node) is Call for arg in node.args}


def _slipped_before(task: "Task") -> list[Mistake]:
    """A slip in the first of two derivations, after which the second was made rightly."""
    expr, variable = task.asked, task.question.variable
    if len(nodes(expr)) > _LARGEST_BEFORE:
        return []
    same = Same(task)
    found = []
    for suspect in suspects(expr, variable):
        try:
            second = derivative(slipped_slope(expr, variable, suspect), variable)
        except LimitError:
            continue
        if same(second):
            found.append(Slips([suspect]))
    parents = _parents(expr)
    plain = _plain(sorted(found, key=_likelihood))
    told = [_told(slips.suspects[0], parents) for slips in plain]
    for mistake in told:
        mistake.message = tell("{message}, in the first slope", message=mistake.message)
    return told


def _everywhere(search: Search, parents: dict[int, Call]) -> list[Mistake]:
    """One rule at every part that it fits."""
    same = sorted(search.everywhere(), key=_likelihood)
    return [_told_everywhere(same[0].suspects, parents)] if same else []


def _two(search: Search, parents: dict[int, Call]) -> list[Mistake]:
    """Two rules, or one everywhere and another besides."""
    pairs = sorted(search.pairs(), key=_likelihood)
    if pairs:
        return [_told(suspect, parents) for suspect in pairs[0].suspects]
    for slips in sorted(search.everywhere_and_one(), key=_likelihood)[:1]:
        *several, other = slips.suspects
        return [_told_everywhere(several, parents), _told(other, parents)]
    return []


def _points(expr: Expr, task: "Task") -> list[Here]:
    """Points where everything has a value; at the first the answer is wrong for certain."""
    names = task.key.letters
    curve = Curve([task.given], names)
    found: list[Here] = []
    tried = list(with_parameters(SPREAD[3:], len(names) - 1))
    for place in [*tried[0:140:3], *tried[140:]]:
        value = curve.fine(place, _BITS)
        if isinstance(value, Missing):
            continue
        try:
            here = Here(expr, task.question.variable, dict(zip(names, place, strict=True)), value)
        except NoNumber:
            continue
        if not found and here.right.overlaps(value):
            continue
        found.append(here)
        if len(found) == _POINTS:
            break
    return found


def _likelihood(slips: Slips) -> tuple[int, int, int]:
    """The commonest first; where two are as common, the one at the larger part."""
    size = sum(len(nodes(suspect.part.node)) for suspect in slips.suspects)
    return (
        len(slips.suspects) if not slips.everywhere else 0,
        sum(suspect.rank for suspect in slips.suspects) // max(1, len(slips.suspects)),
        -size,
    )


def _plain(singles: list[Slips]) -> list[Slips]:
    """Without what only says the same of a smaller part: in sin(2x) the chain rule is enough."""
    powers = [slips for slips in singles if not _is_reset_below(slips.suspects[0])]
    singles = powers or singles
    if not singles:
        return []
    first = singles[0].suspects[0]
    inside = {id(node) for node in nodes(first.part.node)}
    kept: list[Slips] = []
    for slips in singles:
        suspect = slips.suspects[0]
        family = suspect.wrong.mistake.split("-")[0]
        told = [each.suspects[0] for each in kept]
        if family in _ONCE and any(each.wrong.mistake.startswith(family) for each in told):
            continue
        same = suspect.wrong.mistake in _WITHIN_A_CHAIN and id(suspect.part.node) in inside
        if same and suspect is not first and first.wrong.form == "chain":
            continue
        if suspect.wrong.mistake not in _OF_A_PART or suspect.part.parent is not None:
            kept.append(slips)
    return kept


def _is_reset_below(suspect: Suspect) -> bool:
    """Whether x stands for what is below a line: a slip of powers is likelier there."""
    node = suspect.part.node
    return suspect.wrong.mistake == "arg-lost" and type(node) is Call and node.name == "/"


def _told(suspect: Suspect, parents: dict[int, Call]) -> Mistake:
    wrong, node = suspect.wrong, suspect.part.node
    here = text(node)
    words = {"here": here}
    for name in ("u", "v", "du", "dv", "c", "n", "a", "x"):
        if "{" + name + "}" in wrong.says:
            words[name] = text(suspect.view.piece(name))
    view = suspect.view
    slope = slope_of(node, view.variable, view.along)
    right = tell("the slope of {here} is {slope}", here=here, slope=text(slope))
    mistake = _named(wrong.mistake, node, parents)
    if view.along:
        mistake = _named_on_curve(mistake, node, view)
    return Mistake(mistake, here, tell(wrong.says, **words), law=tell(wrong.law), right=right)


def _named(mistake: str, node: Expr, parents: dict[int, Call]) -> str:
    """Two rules have names of their own where they are used inside a chain."""
    if mistake == "chain-missing" and _is_inside(node, parents):
        return "chain-one-layer"
    if mistake in ("sum-sign", "sum-sign-first"):
        above = parents.get(id(node))
        while above is not None and above.name in ("+", "-", "neg"):
            above = parents.get(id(above))
        if above is not None and above.name not in ("*", "/"):
            return "chain-inner-sign"
    return mistake


def _named_on_curve(mistake: str, node: Expr, view: View) -> str:
    """Some rules have names of their own where y is a function of x."""
    here = set(letters(node))
    moving = set(view.along or ())
    if mistake in ("const-kept", "const-to-one"):
        return "impl-const-kept"
    if mistake in ("chain-missing", "chain-one-layer") and here == moving:
        return "impl-no-dydx"
    if mistake.startswith("prod") and moving < here:
        return "impl-" + mistake
    return mistake


def _is_inside(node: Expr, parents: dict[int, Call]) -> bool:
    """Whether the part is itself inside a function or a power."""
    above = parents.get(id(node))
    return above is not None and above.name not in ("+", "-", "*", "/", "neg")


def _told_everywhere(suspects: "Sequence[Suspect]", parents: dict[int, Call]) -> Mistake:
    mistake = _told(suspects[0], parents)
    others = [text(suspect.part.node) for suspect in suspects[1:]]
    mistake.message = tell(
        "{message}, and likewise at {others}",
        message=mistake.message,
        others=tell(" and at ").join(others),
    )
    mistake.where = ", ".join([mistake.where, *others])
    if mistake.id in ("coeff-lost", "pow-coeff-only"):
        mistake.id = "coeff-lost-all"
    return mistake


def _distinct(found: list[Mistake]) -> list[Mistake]:
    """Without what is, or only says, the same."""
    seen: set[object] = set()
    kept = []
    for mistake in found:
        if (mistake.id, mistake.where) not in seen and mistake.message not in seen:
            seen |= {(mistake.id, mistake.where), mistake.message}
            kept.append(mistake)
    return kept
