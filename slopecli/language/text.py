"""Tree to what a student types; it reads back as the same tree.

Brackets follow from the binding powers in the function table, which the parser reads too. Products
are written side by side wherever that cannot be misread. What may stand side by side depends on the
two things that meet there; each piece says which kind of thing its ends are:

    number  2        letter  x, e       word  pi        name      rate, w1
    call    sin(x)   group   (x + 1)    bars  |x|       minus     -x       power  x^2, 5!
    f       f, g, h at its end: letters that would name a function in front of a bracket
"""

from slopecli.language.binding import NAMES_OF_FUNCTIONS
from slopecli.language.expr import Call, Expr, Num, Var, nodes
from slopecli.language.functions import ROWS
from slopecli.language.pieces import Piece
from slopecli.language.powers import is_root
from slopecli.language.ratio import Ratio

_ATOM = 100  # binds tighter than every operator
_PRODUCT = ROWS["*"].infix
_COMPARED = ROWS["<"].infix


def text(expr: Expr, clear: bool = False) -> str:
    """The formula as a student types it; `clear` brackets (x^2)/3, which some take for a root.

    >>> from slopecli.language.parser import parse
    >>> text(parse("2*x*sin(x) + x**2*cos(x)"))
    '2x sin(x) + x^2 cos(x)'
    """
    written: dict[int, Piece] = {}
    for node in nodes(expr):
        piece = _piece(node, written)
        if clear and type(node) is Call and node.name == "/" and _like_root(node):
            above, *others = piece.parts
            if type(above) is Piece and above.first != "group":
                piece = Piece((_group(above), *others), piece.power, "group", piece.last)
        written[id(node)] = piece
    return written[id(expr)].join()


def _like_root(quotient: Call) -> bool:
    """Whether it is written as x^1/3 or 2x^3/2, with a number after ^ and after the line."""
    left, right = quotient.args
    while type(left) is Call and left.name == "*":
        left = left.args[1]
    if not (type(left) is Call and left.name == "^"):
        return False
    exponent = left.args[1]
    if type(exponent) is Call and exponent.name == "neg":
        exponent = exponent.args[0]
    return type(exponent) is Num and type(right) is Num and is_root(exponent, right)


def _piece(node: Expr, written: dict[int, Piece]) -> Piece:
    if type(node) is Num:
        return Piece((decimal(node.value),), _ATOM, "number", "number")
    if type(node) is Var:
        kind = "letter" if len(node.name.rstrip("'")) == 1 else "name"
        return Piece((node.name,), _ATOM, kind, "f" if node.name in NAMES_OF_FUNCTIONS else kind)
    assert type(node) is Call
    args = [written[id(arg)] for arg in node.args]
    name = "^" if node.name == "realpow" else node.name
    row = ROWS[name]
    if not args:
        kind = "letter" if len(name) == 1 else "word"
        return Piece((name,), _ATOM, kind, kind)
    if row.prefix:
        operand = args[0]
        if operand.power < row.prefix or operand.first == "minus":
            operand = _group(operand)
        return Piece(("-", operand), row.prefix, "minus", operand.last)
    if row.postfix:
        operand = args[0]
        if operand.power < _ATOM or operand.last == "call":
            operand = _group(operand)
        return Piece((operand, "!"), row.postfix, operand.first, "power")
    if name == "*":
        return _product(*args)
    if name == "^":
        return _power(*args)
    if row.infix:
        return _infix(name, row.infix, *args)
    if name == "abs" and not args[0].bars:
        return Piece(("|", args[0], "|"), _ATOM, "bars", "bars", True)
    parts: list[str | Piece] = [name, "("]
    for position, arg in enumerate(args):
        parts.extend((", ", arg) if position else (arg,))
    parts.append(")")
    return Piece(tuple(parts), _ATOM, "call", "call")


def _group(piece: Piece) -> Piece:
    return Piece(("(", piece, ")"), _ATOM, "group", "group")


def _infix(name: str, power: int, left: Piece, right: Piece) -> Piece:
    """Sums, quotients and conditions: equal powers group to the left."""
    if left.power < power or (power >= _PRODUCT and left.first == "minus"):
        left = _group(left)
    elif left.power == power and ((name == "/" and left.last == "quotient") or power == _COMPARED):
        left = _group(left)  # (a/b)/c and (a < b) = c read better so
    if right.power <= power or (right.first == "minus" and power != _COMPARED):
        right = _group(right)
    if name == "/":
        return Piece((left, "/", right), power, left.first, "quotient")
    return Piece((left, f" {name} ", right), power, left.first, right.last)


def _power(base: Piece, exponent: Piece) -> Piece:
    power = ROWS["^"].infix
    if base.power <= power or base.last == "power":
        base = _group(base)
    if exponent.power < _ATOM:
        exponent = _group(exponent)
    return Piece((base, "^", exponent), power, base.first, "power")


def _product(left: Piece, right: Piece) -> Piece:
    # After a quotient only brackets say what is divided: 1/2x would be read with a note.
    if left.power < _PRODUCT or left.first == "minus" or left.last == "quotient":
        left = _group(left)
    if right.power <= _PRODUCT:
        right = _group(right)
    return Piece((left, _between(left, right), right), _PRODUCT, left.first, right.last)


def _between(left: Piece, right: Piece) -> str:
    """What stands between two factors: nothing, a blank or a star."""
    after, before = left.last, right.first
    if before == "number" or "name" in (after, before) or (after == "f" and before == "group"):
        return "*"
    if after == "number":
        if left.parts == ("0",):
            return "*"  # 0x10 is a number in other languages
        return " " if before == "call" else ""
    if before == "group":
        return "" if after in ("letter", "group") else " "
    if after == "group" and before == "letter":
        return ""
    return " "


def decimal(value: Ratio) -> str:
    """A number >= 0 whose decimals end, all of them; a power of ten where the zeros are many."""
    top, bottom, places = value.numerator, value.denominator, 0
    if bottom != 1:
        twos = (bottom & -bottom).bit_length() - 1
        fives = 0
        rest = bottom >> twos
        while rest % 5 == 0:
            rest //= 5
            fives += 1
        assert rest == 1, "a number's decimals end; other fractions are quotients"
        places = max(twos, fives)
        top *= 2 ** (places - twos) * 5 ** (places - fives)
    digits = _digits(top)
    if places:
        if places - len(digits) > 8:  # 0.0000000001 is 1e-10
            return f"{digits}e-{places}"
        digits = digits.zfill(places + 1)
        return f"{digits[:-places]}.{digits[-places:]}"
    short = digits.rstrip("0")
    zeros = len(digits) - len(short)
    return f"{short}e{zeros}" if short and zeros > 20 else digits


def _digits(number: int) -> str:
    """All digits; Python itself refuses to write more than 4,300."""
    parts: list[str] = []
    while number >= 10**4000:
        number, rest = divmod(number, 10**4000)
        parts.append(str(rest).zfill(4000))
    return str(number) + "".join(reversed(parts))
