"""Derivatives that the input itself asks for: (x^2)', d/dx x^2, d^2/dx^2."""

from slopecli.errors import LimitError
from slopecli.language.binding import LEVELS
from slopecli.language.expr import Expr, Num, letters
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.grammar import Grammar


def differential(grammar: "Grammar") -> tuple[str, int]:
    """Take the token d/dx, with what may follow it: d^2/dx^2."""
    place = grammar.place
    variable, order, braced = grammar.tokens.differentials[place]
    grammar.place += 1
    raised = 1
    if grammar.kinds[grammar.place] == "^":
        grammar.place += 1
        exponent = grammar.bracket_or_token()
        raised = exponent.value.numerator if type(exponent) is Num else 0
    elif grammar.kinds[grammar.place] == "^(":
        exponent = grammar.bracket()
        raised = exponent.value.numerator if type(exponent) is Num else 0
    if braced and grammar.kinds[grammar.place] == "}":
        grammar.place += 1
    if raised != order or not 0 < order <= LEVELS:
        raise grammar.error(
            tell("The two orders of this derivative differ."),
            place,
            grammar.place,
            advice=tell("Write d^2/d{variable}^2 for the second derivative.", variable=variable),
        )
    return variable, order


def marks(grammar: "Grammar", left: Expr, begin: int) -> Expr:
    """(x^2)' and (x^2)'': the question, if it is the whole input, else the derivative."""
    place = grammar.place - 1
    if grammar.kinds[place - 1] not in ")]}":
        from slopecli.language.mistakes import mark_without_bracket

        raise mark_without_bracket(grammar, place)
    order = 1
    while grammar.kinds[grammar.place] == "'":
        order += 1
        grammar.place += 1
    if order > LEVELS:
        raise LimitError(tell("More than {most} marks of derivatives are not read.", most=LEVELS))
    if begin == grammar.whole and grammar.kinds[grammar.place] == "end":
        grammar.asked = order
        return left
    return derivative(grammar, left, "", order, place)


def derivative(grammar: "Grammar", expr: Expr, variable: str, order: int, place: int) -> Expr:
    """The derivative of a part of the formula, by the caller's own rules."""
    grammar.number(expr, place)
    found = letters(expr)
    if not variable:
        variable = found[0] if len(found) == 1 else "x"
        if found and variable not in found:
            raise grammar.error(
                tell("Which letter is the variable of this derivative?"),
                place,
                advice=tell("Write d/d{found} (...) instead of the mark.", found=found[0]),
            )
    if grammar.differentiate is None:
        raise grammar.error(
            tell("A derivative inside a formula cannot be used here."),
            place,
            advice=tell("Write the formula itself."),
        )
    return grammar.differentiate(expr, variable, order)
