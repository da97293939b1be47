r"""Tree to LaTeX, in the part of it that matplotlib and KaTeX both set.

Brackets follow from the binding powers in the function table, as in text.py. A fraction's line, a
root sign and the braces of an exponent are brackets themselves. Matplotlib has no cases
environment, so the branches of a piecewise function stand in one line.
"""

from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS
from slopecli.language.pieces import Piece
from slopecli.language.text import decimal

_ATOM = 100
_PRODUCT = ROWS["*"].infix
_POWER = ROWS["^"].infix
_COMMANDS = frozenset(
    {"sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "ln", "exp"}
)
_GREEK = {
    "α": "alpha",
    "β": "beta",
    "θ": "theta",
    "λ": "lambda",
    "μ": "mu",
    "σ": "sigma",
    "φ": "varphi",
    "τ": "tau",
    "ω": "omega",
    "π": "pi",
}


def latex(expr: Expr) -> str:
    r"""The formula in LaTeX, for math mode.

    >>> from slopecli.language.parser import parse
    >>> print(latex(parse("x/2 + sin(x)^2")))
    \frac{x}{2} + \sin^{2}\left(x\right)
    """
    written: dict[int, Piece] = {}
    for node in nodes(expr):
        written[id(node)] = _piece(node, written)
    return written[id(expr)].join()


def _piece(node: Expr, written: dict[int, Piece]) -> Piece:
    if type(node) is Num:
        digits, _, power = decimal(node.value).partition("e")
        if not power:
            return Piece((digits,), _ATOM, "number", "number")
        tens = f"10^{{{power}}}"
        if digits == "1":
            return Piece((tens,), _POWER, "number", "number")
        return Piece((rf"{digits} \cdot {tens}",), _PRODUCT, "number", "number")
    if type(node) is Var:
        return Piece((_letter(node.name),), _ATOM, "letter", "letter")
    assert type(node) is Call
    args = [written[id(arg)] for arg in node.args]
    operator = _OPERATORS.get(node.name)
    if operator is not None:
        return operator(node, args)
    row = ROWS[node.name]
    if not args:
        return Piece((row.latex or rf"\mathrm{{{row.name}}}",), _ATOM, "letter", "letter")
    if row.infix:
        return _infix(node, args)
    if "%s" in row.latex:
        before, after = row.latex.split("%s")
        return Piece((before, args[0], after), _ATOM, "call", "call")
    return Piece((_head(node.name), *_arguments(args)), _ATOM, "call", "call")


def _letter(name: str) -> str:
    bare = name.rstrip("'")
    primes = name[len(bare) :]
    if bare in _GREEK:
        return f"\\{_GREEK[bare]}{primes}"
    if len(bare) == 1:
        return name
    if bare[0].isalpha() and bare[1:].isdigit():
        return f"{bare[0]}_{{{bare[1:]}}}{primes}"
    return rf"\mathrm{{{bare}}}{primes}"


def _head(name: str) -> str:
    """The name of a function: a command where LaTeX has one."""
    if name in _COMMANDS:
        return f"\\{name}"
    return ROWS[name].latex or rf"\operatorname{{{name}}}"


def _arguments(args: list[Piece]) -> list[str | Piece]:
    parts: list[str | Piece] = [r"\left("]
    for position, arg in enumerate(args):
        parts.extend((", ", arg) if position else (arg,))
    parts.append(r"\right)")
    return parts


def _group(piece: Piece) -> Piece:
    return Piece((r"\left(", piece, r"\right)"), _ATOM, "group", "group")


def _infix(node: Call, args: list[Piece]) -> Piece:
    row = ROWS[node.name]
    left, right = args
    if left.power < row.infix:
        left = _group(left)
    if right.power <= row.infix or (right.first == "minus" and row.infix >= ROWS["+"].infix):
        right = _group(right)
    before, after = (row.latex or f"%s {node.name} %s").split("%s")[1:]
    return Piece((left, before, right, after), row.infix, left.first, right.last)


def _negative(node: Call, args: list[Piece]) -> Piece:
    operand = args[0]
    if operand.power < _PRODUCT or operand.first == "minus":
        operand = _group(operand)
    return Piece(("-", operand), _PRODUCT, "minus", operand.last)


def _product(node: Call, args: list[Piece]) -> Piece:
    left, right = args
    if left.power < _PRODUCT or left.first == "minus":
        left = _group(left)
    if right.power <= _PRODUCT or right.first == "minus":
        right = _group(right)
    # 2 1/3 would be a mixed number
    bare = right.first == "number" or (right.first == "fraction" and left.last == "number")
    between = r" \cdot " if bare else " "
    return Piece((left, between, right), _PRODUCT, left.first, right.last)


def _quotient(node: Call, args: list[Piece]) -> Piece:
    above, below = args
    return Piece((r"\frac{", above, "}{", below, "}"), _PRODUCT + 1, "fraction", "fraction")


def _power(node: Call, args: list[Piece]) -> Piece:
    base, exponent = args
    inner, number = node.args
    if (
        type(inner) is Call
        and type(number) is Num
        and base.last == "call"
        and base.power == _ATOM  # a product may end with a call: (2 sin(x))^2
        and inner.args
        and "%s" not in ROWS[inner.name].latex
        and number.value.denominator == 1
    ):  # sin^2(x); an exponent -1 would say the inverse
        name, *arguments = base.parts
        parts = (name, "^{", exponent, "}", *arguments)
        return Piece(parts, _POWER, "call", "power")
    if base.power < _ATOM or base.last == "power":
        base = _group(base)
    return Piece((base, "^{", _slashed(number, exponent), "}"), _POWER, base.first, "power")


def _slashed(exponent: Expr, written: Piece) -> "Piece | str":
    """A fraction of two numbers above a base is written with a slash."""
    if type(exponent) is Call and exponent.name == "/":
        above, below = exponent.args
        if type(above) is Num and type(below) is Num:
            return f"{decimal(above.value)}/{decimal(below.value)}"
    return written


def _factorial(node: Call, args: list[Piece]) -> Piece:
    operand = args[0]
    if operand.power < _ATOM or operand.last == "call":
        operand = _group(operand)
    return Piece((operand, "!"), ROWS["factorial"].postfix, operand.first, "power")


def _logarithm(node: Call, args: list[Piece]) -> Piece:
    number, base = args
    return Piece((r"\log_{", base, "}", *_arguments([number])), _ATOM, "call", "log")


def _branches(node: Call, args: list[Piece]) -> Piece:
    condition, then, otherwise = args
    if otherwise.last == "branches":  # if(..., a, if(..., b, c)) is one list
        rest: tuple[str | Piece, ...] = otherwise.parts[1:]
    else:
        rest = (otherwise, r" \;\mathrm{otherwise} \right.")
    parts = (r"\left\{ ", then, r" \;\mathrm{if}\; ", condition, r",\; ", *rest)
    return Piece(parts, _ATOM - 1, "branches", "branches")


_OPERATORS = {
    "neg": _negative,
    "*": _product,
    "/": _quotient,
    "^": _power,
    "realpow": _power,
    "factorial": _factorial,
    "log": _logarithm,
    "if": _branches,
}
