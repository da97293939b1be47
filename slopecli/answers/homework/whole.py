"""Mistakes that concern the answer as a whole, and what can be said where no rule explains it."""

from slopecli.answers.homework.mistake import Mistake
from slopecli.calculus.comparing.compare import FIRST_BITS, Curve
from slopecli.calculus.comparing.misread import MOST, Reading, misreadings, wrong_endings
from slopecli.calculus.comparing.rounded import agrees_when_rounded
from slopecli.calculus.comparing.sampling import SPREAD, with_parameters
from slopecli.calculus.derive import derivative, derive
from slopecli.calculus.evaluate import Missing
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var, letters, substitute
from slopecli.language.factors import ONE, ZERO, Factors, number
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.language.tidy import call
from slopecli.wording import phrase, tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from slopecli.answers.homework.check import Task

_POINTS = 8  # at which two formulas must agree to be taken for the same here
_LARGEST_FACTOR = 24  # of numerator and denominator of a factor that is named
_TERMS = 12


def of_the_whole(task: "Task", explained: bool) -> list[Mistake]:
    """Slips with the question itself: the wrong order, the wrong sign, an integral."""
    same = _Same(task)
    found = [
        Mistake(name, "", says, law=law)
        for name, expr, says, law in _candidates(task)
        if (name != "sign-all" or not explained) and same(expr)
    ]
    if not found and not explained:
        found += _plus_constant(task, same) or _truncated(task)
        found = found or _one_number(task)
    return found


def _one_number(task: "Task") -> list[Mistake]:
    """A number where the slope changes from point to point."""
    variable = task.question.variable
    if variable in letters(task.given) or variable not in letters(task.right):
        return []
    says = tell(
        "a slope at one point was given: here it changes with {variable}, so give a formula",
        variable=variable,
    )
    return [Mistake("point-errs-number", "", says, law=tell("a formula, not a number"))]


def _candidates(task: "Task") -> "Iterator[tuple[str, Expr, str, str]]":
    expr, variable, order = task.asked, task.question.variable, task.order
    if order == 1:
        yield "unchanged", expr, tell("the function was copied and not derived"), tell("to derive")
    else:
        lower = derivative(expr, variable, order - 1)
        yield (
            "order-too-low",
            lower,
            tell(
                "it was derived {made}, but asked is {asked}",
                made=_times(order - 1),
                asked=_times(order),
            ),
            tell("to derive once more"),
        )
        if order > 2:
            yield (
                "unchanged",
                expr,
                tell("the function was copied and not derived"),
                tell("to derive"),
            )
    if order == 2:
        slope = derivative(expr, variable)
        square = Call("*", (slope, slope))
        yield (
            "second-as-square",
            square,
            tell("the slope was squared: the second derivative is the slope of the slope"),
            tell("to derive the slope once more"),
        )
        if type(expr) is Call and expr.name in ("^", "exp") and expr != slope:
            inner = expr.args[-1]
            second = call("*", derivative(inner, variable, 2), expr)
            yield (
                "second-no-product",
                second,
                tell("only the exponent was derived twice: the first slope is a product"),
                tell("the product rule"),
            )
    yield (
        "sign-all",
        Call("neg", (task.right,)),
        tell("the sign of the whole answer is wrong"),
        tell("the sign"),
    )
    yield (
        "order-too-high",
        derivative(task.right, variable),
        tell(
            "it was derived {made}, but asked is {asked}",
            made=_times(order + 1),
            asked=_times(order),
        ),
        tell("to derive {asked} only", asked=_times(order)),
    )
    for other in letters(expr):
        if other != variable:
            wrong = derivative(expr, other, order)
            says = tell(
                "it was derived in {other}: the variable is {variable}",
                other=other,
                variable=variable,
            )
            yield (
                "partial-wrong-var",
                wrong,
                says,
                tell("to derive in {variable}", variable=variable),
            )
            moving = derive(expr, variable, {other: Var(other + "'")}).result
            says = tell(
                "{other} was taken for a function of {variable}: it stands still",
                other=other,
                variable=variable,
            )
            plain = substitute(moving, {other + "'": ONE})
            written = moving if other + "'" in letters(task.given) else plain
            for slope in (written,) if order == 1 else ():
                yield (
                    "partial-wrong-var-function",
                    slope,
                    says,
                    tell("to take {other} for a constant", other=other),
                )


_TIMES = (phrase("not at all"), phrase("once"), phrase("twice"))


def _times(order: int) -> str:
    if order < len(_TIMES):
        return tell(_TIMES[order])
    return tell("{count} times", count=order)


def integrated(task: "Task") -> list[Mistake]:
    """An antiderivative, whatever its constant."""
    slope = derivative(task.given, task.question.variable)
    if not _Same(task, slope)(task.asked):
        return []
    says = tell("the function was integrated: the slope was asked")
    return [Mistake("integrated", "", says, law=tell("to derive"))]


def derived(task: "Task") -> list[Mistake]:
    """The derivative, where an antiderivative was asked."""
    slope = derivative(task.asked, task.question.variable)
    if not letters(slope) or not _Same(task)(slope):
        return []
    says = tell("the function was derived: the antiderivative was asked")
    return [Mistake("integrated-not", "", says, law=tell("to integrate"))]


def copied_term(task: "Task") -> list[Mistake]:
    """One term of a sum that was left as it was, where all the others are right."""
    right, yours, asked = terms(task.right), terms(task.given), terms(task.asked)
    if max(len(right), len(yours), len(asked)) > _TERMS:
        return []
    found = _by_terms(_Same(task), right, yours)
    before = [text(term) for term in asked]
    return [each for each in found if each.id == "term-wrong" and each.where in before]


def _plus_constant(task: "Task", same: "_Same") -> list[Mistake]:
    """An extra constant, as it belongs behind an integral."""
    extra = [name for name in letters(task.given) if name not in task.question_letters]
    gap = same.constant(lambda right, yours: yours - right)
    if not extra and gap is None:
        return []
    if extra:
        without = substitute(task.given, dict.fromkeys(extra, ZERO))
        if not _Same(task, without)(task.right):
            return []
    says = tell("a constant was added, as behind an integral: a derivative has none")
    return [Mistake("plus-c", "", says, law=tell("no constant"))]


def _truncated(task: "Task") -> list[Mistake]:
    wider = {value: half + half for value, half in task.answer.rounded.items()}
    if wider and agrees_when_rounded(task.key, task.yours, task.given, wider):
        says = tell("decimals were cut off: round them, or give fractions")
        return [Mistake("rounded", "", says, law=tell("to round"))]
    return []


def readings(task: "Task") -> list[Mistake]:
    """The question misread at one place, or a wrong step after the right derivative."""
    same = _Same(task)
    for place, reading in enumerate(misreadings(task.asked)):
        if place == MOST:
            break
        try:
            slope = derivative(reading.expr, task.question.variable, task.order)
        except LimitError:
            continue
        if same(slope):
            return [_of_reading(reading, tell("to read the question once more"))]
    for place, reading in enumerate(wrong_endings(task.right)):
        if place == MOST:
            break
        if same(reading.expr):
            return [_of_reading(reading, tell("algebra: the slope was right before"))]
    return []


def _of_reading(reading: Reading, law: str) -> Mistake:
    return Mistake(reading.mistake, text(reading.where), reading.says, law=law)


def leftovers(task: "Task") -> list[Mistake]:
    """What can be said by comparing answer and key: a factor, a term."""
    same = _Same(task, task.their_slope)
    found = _factor(same)
    if found is not None:
        return [found]
    right, yours = terms(task.right), terms(task.their_slope)
    if len(right) > _TERMS or len(yours) > _TERMS:
        return []
    return _by_terms(same, right, yours)


def _factor(same: "_Same") -> Mistake | None:
    ratio = same.constant(lambda right, yours: yours / right)
    if ratio is None:
        return None
    named = _name(ratio)
    if named == "-1":
        return Mistake(
            "sign-all", "", tell("the sign of the whole answer is wrong"), law=tell("the sign")
        )
    if named is None:
        return None
    whole = named.isdigit()
    says = (
        tell("the whole is {factor} times as large as it should be", factor=named)
        if whole
        else tell("the whole is off by the factor {factor}", factor=named)
    )
    return Mistake("factor", "", says, law=tell("a closer look at the factors in front"))


def _by_terms(same: "_Same", right: list[Expr], yours: list[Expr]) -> list[Mistake]:
    law = tell("to go through the sum term by term")
    for term in right if len(right) > 1 else ():
        if same.gap_is(Call("neg", (term,))):
            return [
                Mistake(
                    "term-missing", "", tell("a term is missing: {term}", term=text(term)), law=law
                )
            ]
        if same.gap_is(Call("neg", (Call("+", (term, term)),))):
            return [
                Mistake(
                    "term-sign",
                    "",
                    tell("the sign of the term {term} is wrong", term=text(term)),
                    law=law,
                )
            ]
    for term in yours if len(yours) > 1 else ():
        if same.gap_is(term):
            return [
                Mistake(
                    "term-extra",
                    "",
                    tell("there is a term too many: {term}", term=text(term)),
                    law=law,
                )
            ]
    for term in yours:
        for wanted in right:
            if len(right) > 1 and same.gap_is(Call("-", (term, wanted))):
                says = tell("all is right but one term: {term}", term=text(term))
                told = tell(
                    "instead of {term} it should be {wanted}", term=text(term), wanted=text(wanted)
                )
                return [Mistake("term-wrong", text(term), says, law=law, right=told)]
    return []


def terms(expr: Expr) -> list[Expr]:
    """The terms of a sum, with their signs."""
    found = []
    stack = [(1, expr)]
    while stack:
        sign, node = stack.pop()
        if type(node) is Call and node.name in ("+", "-"):
            stack.append((sign if node.name == "+" else -sign, node.args[1]))
            stack.append((sign, node.args[0]))
        elif type(node) is Call and node.name == "neg":
            stack.append((-sign, node.args[0]))
        else:
            found.append(node if sign > 0 else Call("neg", (node,)))
    return found


class _Same:
    """Whether a formula is what the student wrote, asked at a handful of points."""

    def __init__(self, task: "Task", given: Expr | None = None) -> None:
        self.letters = task.key.letters
        yours = Curve([task.given if given is None else given], self.letters)
        right = Curve([task.right], self.letters)
        self.places = []
        self.yours: list[Any] = []
        self.right: list[Any] = []
        for place in with_parameters(SPREAD[2:200:3], len(self.letters) - 1):
            one, other = right.quick(place), yours.quick(place)
            if not isinstance(one, Missing) and not isinstance(other, Missing):
                self.places.append(place)
                self.right.append(one)
                self.yours.append(other)
                if len(self.places) == _POINTS:
                    break

    def __call__(self, expr: Expr) -> bool:
        """Whether the formula gives the student's numbers."""
        return self._meets(expr, self.yours)

    def gap_is(self, expr: Expr) -> bool:
        """Whether the formula is the difference between the answer and the key."""
        return self._meets(
            expr, [yours - right for right, yours in zip(self.right, self.yours, strict=True)]
        )

    def _meets(self, expr: Expr, wanted: "list[Any]") -> bool:
        if len(self.places) < 3:
            return False
        curve = Curve([expr], self.letters)
        met = 0
        for place, want in zip(self.places, wanted, strict=True):
            value = curve.quick(place)
            if isinstance(value, Missing):
                continue
            if not value.overlaps(want):
                return False
            met += 1
        return met >= 3

    def constant(self, of: "Any") -> "Any":
        """The value of a function of (right, yours) where it is the same at every point."""
        import flint

        flint.ctx.prec = FIRST_BITS
        values = []
        for right, yours in zip(self.right, self.yours, strict=True):
            value = of(right, yours)
            if value.is_finite():
                values.append(value)
        if len(values) < 3 or not all(values[0].overlaps(value) for value in values):
            return None
        return min(values, key=lambda value: float(value.rad()))


def _name(value: "Any") -> str | None:
    """A factor as a person would call it: 3, 1/2, pi/180, 1/ln(2)."""
    import flint

    if (value * 180 / flint.arb.pi()).overlaps(flint.arb(1)):
        return "pi/180"
    fraction = _fraction(value)
    if fraction is not None:
        return text(number(fraction.numerator, fraction.denominator))
    units = [Call("pi"), Call("e"), *[Call("ln", (Num(n),)) for n in (2, 3, 5, 10)]]
    sizes = [flint.arb.pi(), flint.arb.const_e(), *[flint.arb(n).log() for n in (2, 3, 5, 10)]]
    for unit, size in zip(units, sizes, strict=True):
        for sign, rest in ((1, value / size), (-1, value * size)):
            fraction = _fraction(rest)
            if fraction is not None:
                product = Factors(fraction.numerator, fraction.denominator).times(unit, sign)
                return text(product.product())
    return None


def _fraction(value: "Any") -> Ratio | None:
    if not abs(value) <= _LARGEST_FACTOR:  # a whole number of a billion digits would fill memory
        return None
    for below in range(1, _LARGEST_FACTOR + 1):
        whole = (value * below).unique_fmpz()
        if whole is not None and 0 < abs(int(whole)) <= _LARGEST_FACTOR:
            return Ratio(int(whole), below)
    return None
