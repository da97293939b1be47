"""Functions with their arguments: sin(x), sin 2πx, sin^2 x, log_2(x), max(a, b, c)."""

from slopecli.language.binding import ATOMS, BRACKETS, CLOSING, NODES, POWER, STARTS
from slopecli.language.expr import Call, Expr, Num, substitute
from slopecli.language.functions import ROWS, Row
from slopecli.language.powers import power
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.grammar import Grammar


def applied(grammar: "Grammar") -> Expr:
    """Read a function with its arguments; the next token names it."""
    place = grammar.place
    name = str(grammar.values[place])
    kinds = grammar.kinds
    grammar.place += 1
    base = exponent = None
    if kinds[grammar.place] == "_" and name == "log":
        grammar.place += 1
        base = grammar.bracket_or_token()
    if kinds[grammar.place] == "^":
        grammar.place += 1
        grammar.enter()
        exponent = grammar.formula(POWER)
        grammar.depth -= 1
    elif kinds[grammar.place] == "^(":
        exponent = grammar.bracket()
    if kinds[grammar.place] == "_" and name == "log" and base is None:
        grammar.place += 1
        base = grammar.bracket_or_token()
    if exponent == Call("neg", (Num(1),)):
        name = _inverse(grammar, name, place)
        exponent = None
    kind = kinds[grammar.place]
    if kind in BRACKETS:
        args = arguments(grammar, name)
    elif kind in ("|", "|("):
        args = [grammar.bracket()]
    else:
        args = [_run(grammar, name, place)]
    if base is not None:
        args.append(base)
    call = _call(grammar, name, args, place)
    if exponent is None:
        return call
    if grammar.truths:
        grammar.number(exponent, place)
        grammar.number(call, place)
    return power(call, exponent)


def _inverse(grammar: "Grammar", name: str, place: int) -> str:
    if "a" + name not in ROWS:
        raise grammar.error(
            tell("{name}^-1 can mean two things.", name=name),
            place,
            grammar.place,
            advice=tell("Write 1/{name}(x), or the inverse function by its own name.", name=name),
        )
    grammar.doubt(
        place, grammar.place, tell("the inverse function a{name}", name=name), f"1/{name}"
    )
    return "a" + name


def arguments(grammar: "Grammar", name: str) -> list[Expr]:
    """Read the bracket after a function: what stands between its commas."""
    place = grammar.place
    kinds = grammar.kinds
    grammar.place += 1
    bars, grammar.bars = grammar.bars, 0
    grammar.enter()
    args = [] if kinds[grammar.place] == CLOSING[kinds[place]] else [grammar.formula()]
    if kinds[place] == "{" and kinds[grammar.place] == ":":
        from slopecli.language.piecewise import branches

        args = [branches(grammar, args[0])]
    while kinds[grammar.place] == ",":
        grammar.place += 1
        args.append(grammar.formula())
    grammar.close(place)
    grammar.depth -= 1
    grammar.bars = bars
    indexed = name == "sqrt" and kinds[place] == "[" and kinds[grammar.place] in "({"
    if indexed and len(args) == 1 and type(args[0]) is Num:
        return [grammar.bracket(), args[0]]  # sqrt[3]{x}
    return args


def _run(grammar: "Grammar", name: str, place: int) -> Expr:
    """Read the argument of a function without brackets: sin 2πx, but only x of sin x(x+1)."""
    kinds = grammar.kinds
    minus = kinds[grammar.place] == "-"
    if minus and grammar.ends[grammar.place] == grammar.starts[grammar.place + 1]:
        grammar.place += 1  # sin -x, but not sin - x
    first = kinds[grammar.place]
    if first not in STARTS:
        from slopecli.language.mistakes import argument_expected

        raise argument_expected(grammar, place)
    grammar.enter()
    arg = grammar.formula(POWER)
    plain = first in ("number", "constant")  # sin 2(x + 1) goes on, sin x(x + 1) does not
    factors = 1
    while True:
        kind = kinds[grammar.place]
        if kind not in ATOMS:
            if not plain or kind not in STARTS or kind == "function":
                break
            if kind == "|" and grammar.bars:
                break
        if kind == "number":
            grammar.beside(kind, -1)
        if kind not in ("number", "constant"):
            plain = False
        arg = Call("*", (arg, grammar.formula(POWER)))
        factors += 1
    if minus:
        arg = Call("neg", (arg,))
    grammar.depth -= 1
    kind = kinds[grammar.place]
    beside = kind == "function" or grammar.run_end == place  # 2 sin 3x cos 5x is how it is written
    grammar.run_end = grammar.place
    if (factors > 1 and not beside) or (type(arg) is Call and arg.name in ("^", "realpow")):
        grammar.doubt(
            place,
            grammar.place,
            tell("all of it inside {name}", name=name),
            tell("only the first inside"),
        )
    elif kind in "/*" and kinds[grammar.place + 1] != "function":
        grammar.doubt(
            place,
            grammar.place + 2,
            tell("{name} first", name=name),
            tell("all of it inside {name}", name=name),
        )
    elif kind in STARTS and kind != "function" and not (kind == "|" and grammar.bars):
        grammar.doubt(
            place,
            grammar.place + 1,
            tell("the bracket outside {name}", name=name),
            tell("inside {name}", name=name),
        )
    return arg


def _call(grammar: "Grammar", name: str, args: list[Expr], place: int) -> Expr:
    """The function at `place` applied; what the table says of its arguments is kept."""
    if name == "if":
        from slopecli.language.piecewise import choose

        return choose(grammar, args, place)
    if grammar.truths:
        for arg in args:
            grammar.number(arg, place)
    arity = len(ROWS[name].partials)
    count = len(args)
    if name == "log" and count == 1:
        grammar.doubt(
            place, place + 1, tell("the natural logarithm ln"), tell("the logarithm to base 10")
        )
        return Call("ln", (args[0],))
    if name == "sqrt" and count == 2 and grammar.kinds[place + 1] == "[":
        name, arity = "nthroot", 2
    if name in ("max", "min") and count > 2:
        if count > NODES // 2:
            raise grammar.too_many()
        call = Call(name, (args[0], args[1]))
        for arg in args[2:]:
            call = Call(name, (call, arg))
        return call
    if count != arity:
        from slopecli.language.mistakes import wrong_number_of_arguments

        raise wrong_number_of_arguments(grammar, name, count, place)
    if ROWS[name].reads:
        return _rewritten(ROWS[name], args)
    return Call(name, tuple(args))


def _rewritten(row: Row, args: list[Expr]) -> Expr:
    """What the row only is another way to write: nthroot(x, 3) is x^(1/3)."""
    from slopecli.language.parser import parse

    template = parse(row.reads, "uvw")
    expr = substitute(template, dict(zip("uvw", args, strict=False)))
    return power(*expr.args) if type(expr) is Call and expr.name == "^" else expr
