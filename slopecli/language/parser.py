"""Text to tree: one formula, or a whole question such as f(x) = x^2 or d/dx x^2.

    question    = [ definition ] ( "d/dx" formula | formula { "'" } )
    definition  = letter "=" | letter "(" letter ")" "=" | letter ":" letter "->"

The grammar of formulas stands at the top of `language.grammar`.
"""

from slopecli.language.binding import PRODUCT
from slopecli.language.expr import Call, Expr, Var
from slopecli.language.grammar import Grammar, is_condition
from slopecli.language.tokens import Tokens
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from slopecli.language.defined import Function
    from slopecli.language.grammar import Differentiate


class Reading:
    """What an input says: the function, and what it asks about it."""

    __match_args__ = ("asked", "expr", "notes", "order", "variable")
    __slots__ = ("asked", "expr", "notes", "order", "variable")

    def __init__(
        self,
        expr: Expr,
        notes: tuple[str, ...] = (),
        order: int = 1,
        variable: str | None = None,
        asked: bool = False,
    ) -> None:
        self.expr = expr
        self.notes = notes  # sentences for stderr: "read as: (1/2)x"
        self.order = order
        self.variable = variable  # where the input names it: t in f(t) = ... and d/dt ...
        self.asked = asked  # whether the input itself asks for a derivative: d/dx ..., (...)'


def parse(source: str, names: "Iterable[str]" = (), *, rule: bool = False) -> Expr:
    """The expression or condition that the text stands for; `names` are declared by the call.

    In a `rule` of the table a letter may stand for a condition: if(u, 1, 0).

    >>> parse("2x") == parse("2*x")
    True
    """
    grammar = Grammar(Tokens(source, frozenset(names)))
    grammar.rule = rule
    return _finished(grammar, grammar.formula())


def read(
    source: str,
    names: "Iterable[str]" = (),
    *,
    strict: bool = False,
    differentiate: "Differentiate | None" = None,
    functions: "Mapping[str, Function] | None" = None,
) -> Reading:
    """What a person typed, as a whole; `strict` refuses what can be read in two ways.

    A derivative inside a formula needs `differentiate(expr, variable, order)`; so does f'(x) of one
    of the `functions` that the caller knows by name.

    >>> read("f(t) = t^2").variable
    't'
    >>> read("(x^2)''").order
    2
    """
    names = frozenset(names).union(functions or ())
    tokens = Tokens(source, names)
    grammar = grammar_for(tokens, differentiate, functions)
    variable = _definition(grammar)
    order, asked = 1, False
    if grammar.kinds[grammar.place] == "d/d":
        expr, differential = _differentiated(grammar)
        if differential:
            variable, order = differential
            asked = True
    else:
        grammar.whole = grammar.place
        expr = grammar.formula()
        if grammar.asked:
            order, asked = grammar.asked, True
    expr = _finished(grammar, expr)
    if is_condition(expr):
        from slopecli.language.equations import not_a_formula

        assert type(expr) is Call
        raise not_a_formula(grammar, expr)
    if strict and tokens.doubts:
        from slopecli.language.mistakes import doubtful
        from slopecli.language.text import text

        raise doubtful(tokens, text(expr, clear=True))
    return Reading(expr, _notes(tokens, expr, order, variable, asked), order, variable, asked)


def grammar_for(
    tokens: Tokens,
    differentiate: "Differentiate | None",
    functions: "Mapping[str, Function] | None",
) -> Grammar:
    """The grammar that reads these tokens; one that knows more where functions were defined."""
    if not functions:
        return Grammar(tokens, differentiate)
    from slopecli.language.defined import Defined

    return Defined(tokens, differentiate, functions)


def _definition(grammar: Grammar) -> str | None:
    """Take "f(t) =", "f: t ->" or "y =" at the start; the variable, where they name it."""
    kinds, values = grammar.kinds, grammar.values
    if kinds[0] != "letter":
        return None
    if kinds[1:5] == ["(", "letter", ")", "="]:
        grammar.place = 5
        return str(values[2].name)  # type: ignore[union-attr]
    if kinds[1:4] == [":", "letter", "->"]:
        grammar.place = 4
        return str(values[2].name)  # type: ignore[union-attr]
    if kinds[1] == "=" and values[0] != Var("x") and values[0] not in values[1:]:
        grammar.place = 2
    return None


def _differentiated(grammar: Grammar) -> tuple[Expr, tuple[str, int] | None]:
    """The question d/dx ...; or d/dx as part of a formula, then without a variable."""
    start = grammar.place
    from slopecli.language.marks import differential

    letter_and_order = differential(grammar)
    operand = grammar.place
    expr = grammar.formula(PRODUCT)
    if grammar.kinds[grammar.place] == "end":
        return expr, letter_and_order
    bracketed = grammar.kinds[operand] in "([{"
    place = operand if not bracketed else start
    grammar.tokens.doubt(
        grammar.starts[start],
        grammar.ends[grammar.place],
        tell("the derivative of the bracket alone")
        if bracketed
        else tell("the derivative of all of it"),
        tell("the derivative of all of it")
        if bracketed
        else tell("the derivative of the first part alone"),
    )
    grammar.place = place
    expr = grammar.formula()
    return expr, None if bracketed else letter_and_order


def _finished(grammar: Grammar, expr: Expr) -> Expr:
    """The expression, if the input ends here and is not too large."""
    if grammar.kinds[grammar.place] != "end":
        from slopecli.language.mistakes import unexpected

        raise unexpected(grammar)
    return grammar.measured(expr)


def _notes(
    tokens: Tokens, expr: Expr, order: int, variable: str | None, asked: bool
) -> tuple[str, ...]:
    if not tokens.doubts:
        return ()
    from slopecli.language.text import text

    written = text(expr, clear=True)
    if asked:
        power = f"^{order}" if order > 1 else ""
        letter = f"d{power}/d{variable}{power} " if variable else ""
        written = f"{letter}({written})" if variable else f"({written})" + "'" * order
    return (tell("read as: {formula}", formula=written),)
