"""SymPy as one more arithmetic: is a constant exactly zero, what is the shortest form?

SymPy objects are built from our tree node by node, never from text: SymPy's own reader calls eval.
Every question has a deadline, since SymPy's answers may take for ever. SymPy is imported inside the
functions, as that takes a third of a second.
"""

from slopecli.calculus.deadline import before
from slopecli.calculus.evaluate import Missing, evaluate
from slopecli.calculus.rules import named, rule
from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.factors import Factors, number
from slopecli.language.functions import TRUTH, Row
from slopecli.language.ratio import Ratio
from slopecli.language.terms import total
from slopecli.language.tidy import call

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

SECONDS = 2.0
_LARGEST = 4_000  # bits: SymPy writes exact powers out, whatever their size

_ALIKE = (
    "sqrt exp sin cos tan cot sec csc asin acos atan asec acsc atan2 sinh cosh tanh coth sech csch"
    " asinh acosh atanh acoth erf erfc gamma digamma polygamma sign floor sinc"
)
_SAME = {
    **{name: name for name in _ALIKE.split()},
    "ln": "log",
    "log": "log",
    "abs": "Abs",
    "ceil": "ceiling",
    "max": "Max",
    "min": "Min",
    "mod": "Mod",
    "lambertw": "LambertW",
}
_STEPPED = frozenset({"floor", "ceil", "mod"})  # SymPy writes their whole numbers out
_SPELLED_OUT = frozenset({"gamma", "digamma", "polygamma"})  # exactly, at whole numbers
_RELATIONS = {"<": "Lt", "<=": "Le", ">": "Gt", ">=": "Ge", "=": "Eq", "!=": "Ne"}


class Symbols:
    """The arithmetic of SymPy's objects; what SymPy lacks is `Missing`."""

    def number(self, exact: Ratio) -> "Any":
        """A literal as an exact rational."""
        import sympy

        return sympy.Rational(exact.numerator, exact.denominator)

    def apply(self, row: Row, values: "list[Any]") -> "Any":
        """The row at these arguments; by its meaning where SymPy has no such function."""
        import sympy

        name = row.name
        operator = _OPERATORS.get(name)
        if operator is not None:
            return operator(*values)
        if name == "^" or name == "realpow":
            return _power(name, *values)
        if (name == "exp" and _is_large(values[0])) or (name in _STEPPED and _is_long(values)):
            return Missing(values)
        if name in _SAME:
            if name in _SPELLED_OUT and any(value.is_Integer and value > 1000 for value in values):
                return Missing(values)
            return getattr(sympy, _SAME[name])(*values)
        if name in _RELATIONS:
            return getattr(sympy, _RELATIONS[name])(*values)
        if name == "if":
            return sympy.Piecewise((values[1], values[0]), (values[2], True))
        if name in ("and", "or"):
            return (sympy.And if name == "and" else sympy.Or)(*values)
        if name == "pi" or name == "e":
            return sympy.pi if name == "pi" else sympy.E
        if row.means:
            return evaluate(rule(row.means), named(values), self)
        return Missing(values)


_OPERATORS: "dict[str, Callable[..., Any]]" = {
    "+": lambda u, v: u + v,
    "-": lambda u, v: u - v,
    "*": lambda u, v: u * v,
    "/": lambda u, v: u / v,
    "neg": lambda u: -u,
}


def _is_large(exponent: "Any") -> bool:
    """Whether a power with this exponent may be a number longer than memory.

    SymPy turns sqrt(2)^n, (2x)^n and e^(n ln(2)) into whole numbers, and nothing can stop it.
    """
    sizes = [term.as_coeff_Mul()[0] for term in exponent.as_ordered_terms()]
    return any(size.is_Rational and abs(size) > _LARGEST for size in sizes)


def _is_long(values: "list[Any]") -> bool:
    """Whether one of the constants has more digits before the point than SymPy should write out."""
    return any(value.is_number and not abs(value.evalf(5)) < 2**_LARGEST for value in values)


def _power(name: str, base: "Any", exponent: "Any") -> "Any":
    import sympy

    if _is_large(exponent) and not base.is_Symbol:
        return Missing([base, exponent])
    if base.is_Rational and exponent.is_Integer:
        size = max(int(base.p).bit_length(), int(base.q).bit_length())
        if size * abs(int(exponent)) > _LARGEST:
            return Missing([base, exponent])
    if name == "^" or not exponent.is_Rational:
        return base**exponent
    # The real root, also of a negative number; SymPy's own is complex there.
    size = sympy.Abs(base) ** exponent
    return size if exponent.p % 2 == 0 else sympy.sign(base) * size


def to_sympy(expr: Expr) -> "Any":
    """The expression as a SymPy object, its letters real; `Missing` where SymPy has no such thing.

    Raises whatever SymPy raises: ask through `within`.
    """
    import sympy

    point = {name: sympy.Symbol(name, real=True) for name in letters(expr)}
    return evaluate(expr, point, Symbols())


def is_zero(expr: Expr, seconds: float = SECONDS) -> bool | None:
    """Whether a constant expression is exactly zero; None where that cannot be said in time.

    >>> from slopecli.language.parser import parse
    >>> is_zero(parse("sqrt(2)*sqrt(3) - sqrt(6)"))
    True
    """

    def ask() -> bool | None:
        value = to_sympy(expr)
        if isinstance(value, Missing) or not value.is_finite:
            return None
        known = value.is_zero
        if known is None:
            known = value.equals(0)  # True and False only with a proof
        return None if known is None else bool(known)

    found: bool | None = within(seconds, ask)
    return found


def simplest(expr: Expr, seconds: float = SECONDS) -> Expr | None:
    """The form that SymPy holds for simplest; None where there is none in time."""

    def ask() -> Expr | None:
        import sympy

        value = to_sympy(expr)
        if isinstance(value, Missing):
            return None
        return from_sympy(sympy.simplify(value))

    found: Expr | None = within(seconds, ask)
    return found


def within(seconds: float, ask: "Callable[[], Any]") -> "Any":
    """The answer, or None where it takes longer or SymPy fails."""
    import sympy  # noqa: F401 (before the clock starts: a busy machine takes long to load it)

    try:
        return before(seconds, ask)
    except Exception:  # SymPy fails in as many ways as it has authors
        return None


_NAMES = {**{there: here for here, there in _SAME.items()}, "log": "ln"}
_NAMES_OF_RELATIONS = {
    "StrictLessThan": "<",
    "LessThan": "<=",
    "StrictGreaterThan": ">",
    "GreaterThan": ">=",
    "Equality": "=",
    "Unequality": "!=",
}


def from_sympy(value: "Any") -> Expr | None:
    """A SymPy object as a tidy expression; None where our language cannot say it."""
    import sympy

    if value.is_Rational:
        return number(int(value.p), int(value.q))
    if value.is_Symbol:
        return Var(value.name)
    constant = {sympy.pi: "pi", sympy.E: "e", sympy.GoldenRatio: "phi"}.get(value)
    if constant:
        return Call(constant)
    if isinstance(value, sympy.Piecewise):
        return _branches(value.args)
    arguments = value.as_ordered_terms() if value.is_Add else value.args
    if value.is_Mul:
        arguments = value.as_ordered_factors()
    parts = [from_sympy(argument) for argument in arguments]
    args = [part for part in parts if part is not None]
    if len(args) < len(parts) or not args:
        return None
    if value.is_Add:
        return total([(1, arg) for arg in args])
    if value.is_Mul:
        product = Factors()
        for arg in args:
            product.times(arg)
        return product.product()
    if value.is_Pow:
        return call("^", *args)
    return _function(type(value).__name__, args)


def _function(there: str, args: list[Expr]) -> Expr | None:
    if there == "exp":
        return call("^", Call("e"), args[0])
    if there in ("Max", "Min", "And", "Or"):
        found = args[0]
        for arg in args[1:]:
            found = Call(there.lower(), (found, arg))
        return found
    name = _NAMES.get(there, _NAMES_OF_RELATIONS.get(there))
    if name is None:
        return None
    return Call(name, tuple(args)) if name in TRUTH else call(name, *args)


def _branches(pairs: "Any") -> Expr | None:
    found: Expr = Call("undefined")
    for value, condition in reversed(pairs):
        branch = from_sympy(value)
        if branch is None:
            return None
        if condition == True:  # noqa: E712 - SymPy's own truth is an object
            found = branch
            continue
        asked = from_sympy(condition)
        if asked is None:
            return None
        found = Call("if", (asked, branch, found))
    return found
