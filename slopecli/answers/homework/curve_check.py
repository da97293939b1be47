"""Is this the slope of that curve? For equations, pairs, and polar curves.

Of an equation two answers are the same if they are equal on the curve, so they are compared at
points that are proven to lie on it. The key is worked out there in balls by jets, without a
formula. What a pair gives is a function of its parameter, compared as functions are; x and y in an
answer are put in as what they are.
"""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_formula import formulas, pair_of
from slopecli.answers.curves.curve_question import CurveQuestion, ask_curve
from slopecli.answers.curves.curve_slope import difference
from slopecli.answers.curves.implicit import slope_on
from slopecli.answers.curves.parametric import Parametric
from slopecli.answers.homework.check import Check
from slopecli.answers.homework.curve_answer import CurveAnswer, read_curve_answer, slope_name
from slopecli.answers.homework.verdict import Verdict, Witness, stranger, verdict_of
from slopecli.answers.question import assignments
from slopecli.answers.slope import Point
from slopecli.calculus.balls import Balls
from slopecli.calculus.comparing.compare import Curve, Sampled, compare
from slopecli.calculus.comparing.normal_form import normal_difference_vanishes_on
from slopecli.calculus.comparing.on_curve import CurvePlace, places_on
from slopecli.calculus.comparing.proof import Proof
from slopecli.calculus.comparing.rounded import agrees_when_rounded, meets_when_rounded
from slopecli.calculus.comparing.sampling import PARAMETERS
from slopecli.calculus.comparing.tape import walk
from slopecli.calculus.digits import of_ball
from slopecli.calculus.evaluate import Missing, Undecided, Undefined
from slopecli.errors import LimitError, UnusableError
from slopecli.language.expr import Expr, letters, substitute
from slopecli.language.factors import number
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from slopecli.answers.homework.mistake import Mistake
    from slopecli.calculus.comparing.sampling import Place

ENOUGH = 16  # points of the curve at which both have a value, and agree
_WITNESSES = 4  # points that a proof has to stand besides
_NEVER = 8  # points where only the answer has no value, of none with one, that make it wrong
_LOOKS = 160  # points of the curve that are tried
_BITS = (128, 512, 2048)
_SURE = 30  # bits of a ball that must be right before meeting counts as agreement
_CONFIRMED_BITS = 768
_PLAINER = 24  # points beside the first witness among which a simpler one is looked for
_HIGHEST = 3  # order up to which the key is also worked out as a formula
_FORMULA = 30  # nodes times order


class CurveTask:
    """A curve with an answer to it, both read.

    `formula` is what the answer should have been, in the letters of the curve; None where that
    would be too long. `given` is the answer in the same letters; None where it gives no slope.
    """

    __slots__ = ("answer", "formula", "given", "lower", "order", "question", "source")

    def __init__(
        self, source: str, question: CurveQuestion, answer: CurveAnswer, order: int
    ) -> None:
        self.source = source
        self.question = question
        self.answer = answer
        self.order = order
        self.formula = slope_formula(question, order)
        self.lower = _lower(question, answer.expr, order)
        given = answer.expr
        if given is not None:
            given = substitute(given, self.lower)
            _refuse_slopes(given)
            if question.kind != "implicit":
                given = substitute(given, self.coordinates)
        self.given: Expr | None = given

    @property
    def coordinates(self) -> dict[str, Expr]:
        """What x and y are on a pair, and r on a polar curve, unless it is the parameter's name."""
        x, y = self.pair
        found = {"x": x, "y": y}
        if self.question.kind == "polar":
            found["r"] = self.question.parts[0]
        return {name: part for name, part in found.items() if name != self.question.letters[0]}

    @property
    def pair(self) -> tuple[Expr, Expr]:
        """Both coordinates as functions of the parameter."""
        return pair_of(self.question)

    @property
    def equation(self) -> Expr:
        """What is 0 on the curve."""
        return difference(*self.question.parts)


def read_curve_task(
    source: str,
    answer: str,
    *,
    order: int | None = None,
    variable: str | None = None,
    let: "Iterable[str]" = (),
    degrees: bool = False,
    strict: bool = False,
) -> CurveTask | None:
    """Read a curve and an answer; None where the source is no curve.

    Raises SlopeError where one cannot be read.
    """
    let = tuple(let)
    question = ask_curve(source, variable=variable, let=let, degrees=degrees, strict=strict)
    if question is None:
        return None
    order = checked_order(question.order if order is None else order)
    parameters = assignments(let)
    given = read_curve_answer(answer, question, order, parameters, degrees=degrees, strict=strict)
    return CurveTask(source, question, given, order)


def checked_order(order: int) -> int:
    """The order. Raises UnusableError for 0: a curve has no single value."""
    if order < 1:
        raise UnusableError(tell("a curve is asked for its slope: --order begins at 1 here."))
    return order


def slope_formula(question: CurveQuestion, order: int) -> Expr | None:
    """The formula that `slope` prints, if it is short enough."""
    from slopecli.language.expr import nodes

    size = sum([len(nodes(part)) for part in question.parts])
    if order > _HIGHEST and order * size > _FORMULA:
        return None
    try:
        (found,) = formulas(question, order).values()
    except LimitError:
        return None
    return found


def _refuse_slopes(given: Expr) -> None:
    """Raise UnusableError where a y' is left that nothing can be put in for."""
    for name in letters(given):
        if name.endswith("'"):
            raise UnusableError(
                tell("the answer has {slope} in it.", slope=name),
                advice=tell("Give it without {slope}.", slope=name),
            )


def _lower(question: CurveQuestion, expr: Expr | None, order: int) -> dict[str, Expr]:
    """The slopes of lower order that the answer names, as formulas: y' in y''."""
    used = set() if expr is None else set(letters(expr))
    found: dict[str, Expr] = {}
    for each in range(1, order):
        name = slope_name(question, each)
        formula = slope_formula(question, each) if name in used else None
        if formula is not None:
            found[name] = formula
    return found


def check_curve(task: CurveTask, *, prove: bool = False, diagnose: bool = True) -> Check:
    """The verdict on an answer about a curve, and what a wrong one looks like."""
    of = _on_equation if task.question.kind == "implicit" else _on_pair
    verdict, places = of(task, prove)
    if verdict.verdict == "wrong":
        known = sorted({*task.question.letters, "x", "y"})
        used = [] if task.given is None else letters(task.given)
        verdict.notes += stranger(known, used, tell("your answer"))
    elif verdict.verdict == "correct" and task.answer.equation is not None:
        slope = slope_name(task.question, task.order)
        verdict.notes.append(tell("it remains to solve the equation for {slope}", slope=slope))
    mistakes: list[Mistake] = []
    if verdict.verdict == "wrong" and diagnose:
        from slopecli.answers.homework.curve_mistakes import diagnosed

        mistakes = diagnosed(task, places)
    return Check(
        task.source,
        task.answer.source,
        "derivative" if task.answer.equation is None else "equation",
        verdict,
        right="" if task.formula is None else text(task.formula),
        mistakes=mistakes,
        notes=(*task.question.notes, *task.answer.notes),
    )


# Equations


class OnCurve:
    """Key and answer at points of a curve that is given by an equation."""

    def __init__(self, task: CurveTask) -> None:
        self.task = task
        self.across, self.up = task.question.letters
        self.equation = task.equation
        used = [] if task.given is None else letters(task.given)
        strange = [name for name in used if name not in task.question.letters]
        self.found: list[CurvePlace] = []
        self.search = places_on(self.equation, [self.across, self.up])
        self.strange = dict(zip(strange, PARAMETERS, strict=False))

    def key(self, place: CurvePlace, bits: int) -> "Any":
        """The slope there, by jets: a ball, or `Missing`."""
        balls = Balls(bits)
        found = slope_on(
            self.equation, self.across, self.up, place.at(balls), balls, self.task.order
        )
        if isinstance(found, Missing):
            return found
        ball = balls.ball(found)
        return ball if ball.is_finite() else Undecided()

    def yours(self, place: CurvePlace, bits: int) -> "Any":
        """What the answer gives there: a ball, or `Missing`."""
        balls = Balls(bits)
        assert self.task.given is not None
        found = walk([self.task.given], {**place.at(balls), **self.strange}, balls)
        return found if isinstance(found, Missing) else found[-1]

    def places(self) -> "Iterator[CurvePlace]":
        """The points at which they are compared; each is looked for once."""
        for place in range(_LOOKS):
            while len(self.found) <= place:
                more = next(self.search, None)
                if more is None:
                    return
                self.found.append(more)
            yield self.found[place]


def _on_equation(task: CurveTask, prove: bool) -> tuple[Verdict, list[CurvePlace]]:
    """The verdict, and points of the curve for what follows."""
    on = OnCurve(task)
    given, formula = task.given, task.formula
    if given is None:
        return _without_slope(on), list(_first(on.places(), _PLAINER))
    proved = formula is not None and (
        Proof(formula, given, prove)() or normal_difference_vanishes_on(formula, given, on.equation)
    )
    enough = ENOUGH if not proved else _WITNESSES
    agreed: list[CurvePlace] = []
    lacking: list[CurvePlace] = []
    different: CurvePlace | None = None
    for place in on.places():
        met = _meet(on, place)
        if met is False:
            different = place
            break
        if met:
            agreed.append(place)
        elif _lacks(on, place):
            lacking.append(place)
        if len(agreed) == enough or (not agreed and len(lacking) == _NEVER):
            break
    for place in agreed[::2] if different is None else ():
        if _meet(on, place, (_CONFIRMED_BITS,)) is False:
            different = place
    if different is None and not agreed and len(lacking) == _NEVER:
        different = lacking[0]
    if different is not None and not proved:
        return _differs(on, different, len(agreed))
    if different is None and (proved or len(agreed) >= ENOUGH):
        return Verdict("correct", "proved" if proved else "sampled", len(agreed)), []
    verdict = Verdict("unknown", points=len(agreed))
    verdict.reason = tell(
        "I find only {count} points of the curve at which both have a value", count=len(agreed)
    )
    return verdict, []


def _lacks(on: OnCurve, place: CurvePlace) -> bool:
    """Whether the curve has a slope there, and the answer no value."""
    if type(on.yours(place, _BITS[0])) is not Undefined:
        return False
    return not isinstance(on.key(place, _BITS[0]), Missing)


def _differs(on: OnCurve, place: CurvePlace, points: int) -> tuple[Verdict, list[CurvePlace]]:
    """Wrong at this point of the curve, if it is no matter of rounding."""
    if on.task.answer.rounded and _rounded(on, on.task):
        return Verdict("correct", "rounded", points), []
    near = list(_first(on.places(), _PLAINER))
    wrong = Verdict("wrong", "proved", points)
    wrong.witness = witness_at(on, _plainest(on, place, near))
    wrong.notes = _partly_right(on, near)
    return wrong, near


def _first(places: "Iterator[CurvePlace]", most: int) -> "Iterator[CurvePlace]":
    from itertools import islice

    return islice(places, most)


def _meet(on: OnCurve, place: CurvePlace, precisions: tuple[int, ...] = _BITS) -> bool | None:
    """Whether key and answer are equal there, as far as balls tell; None where one is missing."""
    for bits in precisions:
        key, yours = on.key(place, bits), on.yours(place, bits)
        if isinstance(key, Missing) or isinstance(yours, Missing):
            continue
        if not key.overlaps(yours):
            return False
        if all(ball.rel_accuracy_bits() >= _SURE or _is_nothing(ball) for ball in (key, yours)):
            return True
    return None


def _is_nothing(ball: "Any") -> bool:
    import flint

    return bool(ball.contains(0)) and bool(abs(ball) < flint.arb(2) ** -64)


def _plainest(on: OnCurve, first: CurvePlace, near: list[CurvePlace]) -> CurvePlace:
    """The point that is shown: one with whole coordinates if there is one, as (3, 4)."""
    return next((each for each in near if each.plain() and _meet(on, each) is False), first)


def _partly_right(on: OnCurve, places: list[CurvePlace]) -> list[str]:
    """That the answer is right on another part of the curve: the upper half of a circle."""
    met = [place for place in places if _rises(on, place) and _meet(on, place)]
    if len(met) < _WITNESSES:
        return []
    where = witness_at(on, next((place for place in met if place.plain()), met[0])).where
    return [tell("it is right on a part of the curve, as at {where}, but not on all", where=where)]


def _rises(on: OnCurve, place: CurvePlace) -> bool:
    """Whether the slope is not 0 there: at 0 too much agrees by chance."""
    key = on.key(place, _BITS[0])
    return not isinstance(key, Missing) and not key.contains(0)


def witness_at(on: OnCurve, place: CurvePlace) -> Witness:
    """A point of the curve with both numbers there."""
    at: dict[str, Any] | None = place.plain()
    if at is None:
        at = {name: _digits(lambda bits, n=name: Balls(bits).ball(place.at(Balls(bits))[n]))
              for name in place.letters}  # fmt: skip
    yours = None if on.task.given is None else _digits(lambda bits: on.yours(place, bits))
    return Witness(at, yours, _digits(lambda bits: on.key(place, bits)))


def _digits(work: "Any") -> str | None:
    """Fifteen proven digits of a number that is worked out with more and more bits."""
    value: Any = None
    for bits in _BITS:
        value = work(bits)
        found = None if isinstance(value, Missing) else of_ball(value)
        if found is not None:
            return found
    return None if isinstance(value, Missing) else "0"


def _without_slope(on: OnCurve) -> Verdict:
    """An equation without y' gives no slope; the curve has one."""
    smooth = [
        place
        for place in _first(on.places(), _PLAINER)
        if not isinstance(on.key(place, _BITS[0]), Missing)
    ]
    if not smooth:
        verdict = Verdict("unknown")
        verdict.reason = tell("I find no point of the curve with a slope")
        return verdict
    verdict = Verdict("wrong", "proved")
    plain = [place for place in smooth if place.plain()]
    verdict.witness = witness_at(on, (plain or smooth)[0])
    return verdict


def _rounded(on: OnCurve, task: CurveTask) -> bool:
    """Whether the key passes through the answer's balls where each decimal is read as rounded."""
    assert task.given is not None

    def there() -> "Iterator[tuple[dict[str, Any], Any]]":
        for place in _first(on.places(), 2 * ENOUGH):
            right = on.key(place, _BITS[0])
            if not isinstance(right, Missing):
                yield place.at(Balls(_BITS[0])), right

    return meets_when_rounded(task.given, task.answer.rounded, there(), ENOUGH)


# Pairs and polar curves


class PairKey(Sampled):
    """The slope of a pair as a function of its parameter, by jets."""

    __slots__ = ("order", "pair")

    def __init__(self, task: CurveTask, names: list[str]) -> None:
        self.pair = task.pair
        self.order = task.order
        super().__init__([*self.pair], names, task.formula)

    def fine(self, place: "Place", bits: int) -> "Any":
        """A narrower ball, or `Missing`."""
        value = number(place[0].numerator, place[0].denominator)
        at: Coordinates = {self.letters[0]: Point("", value)}
        balls = Balls(bits)
        found = Parametric(*self.pair, at, "").slope(balls, self.order)
        if isinstance(found, Missing):
            return found
        ball = balls.ball(found)
        return ball if ball.is_finite() else Undecided()


def _on_pair(task: CurveTask, prove: bool) -> tuple[Verdict, list[CurvePlace]]:
    parameter = task.question.letters[0]
    given = task.given
    if given is None:
        raise UnusableError(
            tell("there is no dy/dx in this equation."), advice=tell("Write dy/dx = ...")
        )
    names = [parameter, *[name for name in letters(given) if name != parameter]]
    key = PairKey(task, names)
    yours = Curve([given], names)
    proof = None if task.formula is None else Proof(task.formula, given, prove)
    found = compare(key, yours, proof)
    verdict = verdict_of(found, key, yours)
    if (
        verdict.verdict == "wrong"
        and task.answer.rounded
        and agrees_when_rounded(key, yours, given, task.answer.rounded)
    ):
        return Verdict("correct", "rounded", found.points), []
    verdict.domain = "same"
    return verdict, []
