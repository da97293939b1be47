"""Brackets that were left out: 1/2√x for 1/(2√x), e^3x for e^(3x).

Brackets are put into what was typed, around what stands on one side of a sign. An answer that is
right with them is told so: the one who wrote it may have meant it.
"""

from itertools import islice

from slopecli.answers.homework.answer import bare, read_answer
from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.task import Task, judge
from slopecli.calculus.comparing.compare import Curve
from slopecli.calculus.comparing.sampling import SPREAD, with_parameters
from slopecli.calculus.derive import derivative
from slopecli.calculus.evaluate import Missing
from slopecli.errors import SlopeError
from slopecli.language.expr import Expr, letters, substitute
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_MOST = 120  # ways to put them that are tried
_MOST_EACH = 24  # where question and answer both may lack them
_LARGEST = 60  # tokens of an answer that are looked at
_ENDS = frozenset("+-*/")  # where a product without signs ends
_BEFORE_MINUS = frozenset("*/(+-")  # after which a minus is a sign
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")

Stretch = tuple[int, int]


def missing_brackets(
    source: str, names: "Collection[str]", is_right: "Callable[[str], bool]"
) -> list[Mistake]:
    """The mistake, where the answer is right with brackets; `is_right` judges a formula."""
    for written in islice(bracketed(source, names), _MOST):
        try:
            right = is_right(written)
        except (SlopeError, ArithmeticError):
            continue
        if right:
            mistake = Mistake("brackets-missing", source.strip(), "", law=tell("brackets"))
            mistake.message = tell("with brackets, {formula}, it would be right", formula=written)
            mistake.right = mistake.message
            return [mistake]
    return []


def bracketed(source: str, names: "Collection[str]" = frozenset()) -> "Iterator[str]":
    """What was typed with brackets behind a sign, before it, on both sides, at all of a kind."""
    try:
        tokens = Tokens(source, names)
    except SlopeError:
        return
    kinds = tokens.kinds
    if len(kinds) > _LARGEST:
        return
    signs = [at for at, kind in enumerate(kinds) if kind in ("/", "^", "root", "function")]
    behind = {at: [each for each in _behind(kinds, at) if _likely(tokens, each)] for at in signs}
    before = {at: list(_before(kinds, at)) for at in signs if kinds[at] in "/^"}
    for stretches in (*behind.values(), *before.values()):
        for stretch in stretches:
            yield _with(tokens, [stretch])
    for sign in ("/", "^"):
        together = [_product(kinds, behind[at]) for at in signs if kinds[at] == sign]
        several = [stretch for stretch in together if stretch is not None]
        if len(several) > 1:
            yield _with(tokens, several)
    for at, stretches in before.items():
        for one in stretches:
            for other in behind[at] if kinds[at] == "/" else ():
                yield _with(tokens, [one, other])


def _behind(kinds: list[str], sign: int) -> "Iterator[Stretch]":
    """The stretches of two tokens and more that follow a sign, the shortest first."""
    depth = 0
    for at in range(sign + 1, len(kinds) - 1):
        depth += (kinds[at] in _OPEN) - (kinds[at] in _CLOSE)
        if depth < 0 or kinds[at] in ("=", ","):
            return
        if depth == 0 and at > sign + 1:
            yield sign + 1, at


def _before(kinds: list[str], sign: int) -> "Iterator[Stretch]":
    """The stretches of two tokens and more that end before a sign, the shortest first."""
    depth = 0
    for at in range(sign - 1, -1, -1):
        depth += (kinds[at] in _CLOSE) - (kinds[at] in _OPEN)
        if depth < 0 or kinds[at] in ("=", ","):
            return
        if depth == 0 and at < sign - 1 and _may_begin(kinds, at, sign):
            yield at, sign - 1


def _may_begin(kinds: list[str], at: int, sign: int) -> bool:
    """Whether brackets may be missing from here to a sign; seldom before a minus."""
    if kinds[at] not in ("+", "-"):
        return True
    if kinds[sign] == "/":
        return at == 0  # else it is the minus of a difference, which has a left side
    # (-2)^2 at a number; (-x)^2 would rather be a wrong sign
    return kinds[at + 1 : sign] == ["number"] and (not at or kinds[at - 1] in _BEFORE_MINUS)


def _likely(tokens: Tokens, stretch: Stretch) -> bool:
    """Whether x^1/2 may be meant for x^(1/2); nobody means x^(2/2) with x^2/2."""
    first, last = stretch
    if tokens.kinds[first - 1 : last + 1] != ["^", "number", "/", "number"]:
        return True
    above, below = tokens.source[tokens.starts[first] : tokens.ends[last]].split("/")
    whole = above.strip().isdecimal() and below.strip().isdecimal() and int(below) > 0
    return not whole or int(above) % int(below) > 0


def _product(kinds: list[str], stretches: list[Stretch]) -> Stretch | None:
    """The longest of these without a sign in it, but for one at its start."""
    found, before = None, -1
    for first, last in stretches:
        added = kinds[max(before, first) + 1 : last + 1]
        if added[0] in _ENDS:  # what stands in a bracket comes in one piece
            break
        found, before = (first, last), last
    return found


def _with(tokens: Tokens, stretches: list[Stretch]) -> str:
    """The source with brackets around these stretches."""
    marks = [(tokens.starts[first], "(") for first, _ in stretches]
    marks += [(tokens.ends[last], ")") for _, last in stretches]
    written = tokens.source
    for at, mark in sorted(marks, reverse=True):
        written = written[:at] + mark + written[at:]
    return written.strip()


def of_task(task: Task) -> list[Mistake]:
    """The same for an answer about a function; else brackets that the question lacks, too."""
    names, variable = task.question_letters, task.question.variable
    source = bare(task.answer.source, variable)
    found = missing_brackets(source, names, lambda formula: _is_right(task, formula))
    return found or (_of_question(task, source) if task.question.notes else [])


def _of_question(task: Task, source: str) -> list[Mistake]:
    """e^2x is read as e^2 x: whoever means e^(2x) by it is right with 2e^2x."""
    from copy import copy

    names, variable = task.question_letters, task.question.variable
    formulas = [source, *islice(bracketed(source, names), _MOST_EACH)]
    for written in islice(bracketed(bare(task.question.source, variable), names), _MOST_EACH):
        try:
            meant = copy(task.question)
            meant.expr = read_answer(written, names, task.question).expr
            other = Task(meant, task.answer, task.kind, task.order)
            right = next((each for each in formulas if _is_right(other, each)), None)
        except (SlopeError, ArithmeticError):
            continue
        if right is not None:
            mistake = Mistake("brackets-missing", task.question.source, "", law=tell("brackets"))
            mistake.message = tell(
                "if the question means {question}, then {formula} is right",
                question=written,
                formula=right,
            )
            mistake.right = mistake.message
            return [mistake]
    return []


def _is_right(task: Task, formula: str) -> bool:
    """Whether this would be the right answer."""
    try:
        answer = read_answer(formula, task.question_letters, task.question)
        given = substitute(answer.expr, task.question.parameters)
        if task.kind == "integral":
            given = derivative(given, task.question.variable)
    except (SlopeError, ArithmeticError):
        return False
    if not set(letters(given)) <= set(task.key.letters) or not _near(task, given):
        return False
    verdict, _ = judge(Task(task.question, answer, task.kind, task.order))
    return verdict.verdict == "correct"


def _near(task: Task, given: Expr) -> bool:
    """Whether a formula has the right numbers at a few points: a look before the judgement."""
    curve = Curve([given], task.key.letters)
    for place in with_parameters(SPREAD[2:100:9], len(task.key.letters) - 1):
        right, yours = task.key.quick(place), curve.quick(place)
        if isinstance(right, Missing) or isinstance(yours, Missing):
            continue
        if not right.overlaps(yours):
            return False
    return True
