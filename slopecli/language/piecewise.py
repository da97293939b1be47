r"""Functions by cases: {x < 1: x^2, 2x - 1}, if(x < 1, x^2, 2x - 1), \begin{cases}."""

from slopecli.language.expr import Call, Expr, Var
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.grammar import Grammar

_UNDEFINED = Call("undefined")


def branches(grammar: "Grammar", condition: Expr) -> Expr:
    """Read the inside of {condition: value, ...}; the first condition has been read."""
    pairs: list[tuple[Expr, Expr]] = []
    otherwise: Expr = _UNDEFINED
    while True:
        _condition(grammar, condition, grammar.place - 1)
        grammar.place += 1
        pairs.append((condition, _value(grammar)))
        if grammar.kinds[grammar.place] != ",":
            break
        grammar.place += 1
        following = grammar.formula()
        if grammar.kinds[grammar.place] != ":":
            grammar.number(following, grammar.place - 1)
            otherwise = following
            break
        condition = following
    return _nested(pairs, otherwise)


def choose(grammar: "Grammar", args: list[Expr], place: int) -> Expr:
    """The function if(condition, value, ..., otherwise), named at `place`."""
    if len(args) < 2:
        raise grammar.error(
            tell("if needs a condition and what holds then."),
            place,
            advice=tell("Write if(x < 1, x^2, 2x - 1)."),
        )
    otherwise = _UNDEFINED
    if len(args) % 2:
        otherwise = args[-1]  # type: ignore[assignment]
        grammar.number(otherwise, place)
    pairs = list(zip(args[0::2], args[1::2], strict=False))
    for condition, value in pairs:
        _condition(grammar, condition, place)
        grammar.number(value, place)
    return _nested(pairs, otherwise)


def latex_cases(grammar: "Grammar") -> Expr:
    r"""Read value & condition \\ ... \end{cases}; the next token is \begin{cases}."""
    kinds, opened = grammar.kinds, grammar.place
    pairs: list[tuple[Expr, Expr]] = []
    otherwise: Expr = _UNDEFINED
    grammar.place += 1
    grammar.enter()
    while kinds[grammar.place] != "\\end":
        value = _value(grammar)
        while kinds[grammar.place] in (",", "&"):
            grammar.place += 1
        if kinds[grammar.place] == "otherwise":
            grammar.place += 1
        if kinds[grammar.place] in ("\\\\", "\\end"):
            otherwise = value
        else:
            condition = grammar.formula()
            _condition(grammar, condition, grammar.place - 1)
            pairs.append((condition, value))
        while kinds[grammar.place] in (",", "\\\\"):
            grammar.place += 1
        if otherwise is value:
            break
    if kinds[grammar.place] != "\\end":
        raise grammar.error(tell("I expected \\end{cases} here."), grammar.place)
    if not pairs:
        raise grammar.error(
            tell("These cases have no condition."),
            opened,
            advice=tell("Write value & condition \\\\."),
        )
    grammar.place += 1
    grammar.depth -= 1
    return _nested(pairs, otherwise)


def _value(grammar: "Grammar") -> Expr:
    place = grammar.place
    value = grammar.formula()
    grammar.number(value, place)
    return value


def _condition(grammar: "Grammar", expr: Expr, place: int) -> None:
    from slopecli.language.grammar import is_condition

    if not is_condition(expr) and not (grammar.rule and type(expr) is Var):
        from slopecli.language.mistakes import condition_expected

        raise condition_expected(grammar, place)


def _nested(pairs: list[tuple[Expr, Expr]], otherwise: Expr) -> Expr:
    for condition, value in reversed(pairs):
        otherwise = Call("if", (condition, value, otherwise))
    return otherwise
