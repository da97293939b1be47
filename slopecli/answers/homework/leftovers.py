"""What can be said of a wrong answer where no rule explains it: a factor, a term."""

from slopecli.answers.homework.mistake import Mistake
from slopecli.answers.homework.same import Same
from slopecli.language.expr import Call, Expr, Num
from slopecli.language.factors import Factors, number
from slopecli.language.ratio import Ratio
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

    from slopecli.answers.homework.task import Task

_LARGEST_FACTOR = 24  # of numerator and denominator of a factor that is named
_TERMS = 12


def leftovers(task: "Task") -> list[Mistake]:
    """What can be said by comparing answer and key: a factor, a term."""
    same = Same(task, task.their_slope)
    found = _factor(same)
    if found is not None:
        return [found]
    right, yours = terms(task.right), terms(task.their_slope)
    if len(right) > _TERMS or len(yours) > _TERMS:
        return []
    return _by_terms(same, right, yours)


def _factor(same: Same) -> Mistake | None:
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


def _by_terms(same: Same, right: list[Expr], yours: list[Expr]) -> list[Mistake]:
    law = tell("to go through the sum term by term")
    for term in right if len(right) > 1 else ():
        if same.gap_is(Call("neg", (term,))):
            says = tell("a term is missing: {term}", term=text(term))
            return [Mistake("term-missing", "", says, law=law)]
        if same.gap_is(Call("neg", (Call("+", (term, term)),))):
            says = tell("the sign of the term {term} is wrong", term=text(term))
            return [Mistake("term-sign", "", says, law=law)]
    for term in yours if len(yours) > 1 else ():
        if same.gap_is(term):
            says = tell("there is a term too many: {term}", term=text(term))
            return [Mistake("term-extra", "", says, law=law)]
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


def copied_term(task: "Task") -> list[Mistake]:
    """One term of a sum that was left as it was, where all the others are right."""
    right, yours, asked = terms(task.right), terms(task.given), terms(task.asked)
    if max(len(right), len(yours), len(asked)) > _TERMS:
        return []
    found = _by_terms(Same(task), right, yours)
    before = [text(term) for term in asked]
    return [each for each in found if each.id == "term-wrong" and each.where in before]


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
