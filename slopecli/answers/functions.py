"""The function table as help: what may be typed, its derivative, where it has a value."""

from slopecli.calculus.applied import by_rule
from slopecli.calculus.derive import derivative
from slopecli.calculus.rules import ARGUMENTS, rule
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, Num, Var, substitute
from slopecli.language.functions import ROWS, SPELLINGS, TRUTH, Row
from slopecli.wording import tell

_HIDDEN = frozenset({"realpow", "undefined"})  # written as a power; never typed


class Entry:
    """A row in words; formulas in x where there is one argument, else in u, v and w."""

    __slots__ = ("derivative", "exists", "form", "means", "row", "smooth")

    def __init__(self, row: Row) -> None:
        names = ("x",) if row.arity == 1 else ARGUMENTS[: row.arity]
        self.row = row
        self.form: Expr = Call(row.name, tuple([Var(name) for name in names]))
        self.derivative = _derivative(row, self.form)
        self.exists = _in_words(row.exists, row)
        self.smooth = _in_words(row.smooth, row)
        self.means = _in_words(row.means or row.reads, row)


def entries(name: str | None = None) -> list[Entry]:
    """The rows of the table, or the one of that name or spelling.

    Raises UnusableError where the table has no such name.
    """
    if name is None:
        rows = [row for row in ROWS.values() if row.name not in _HIDDEN]
        rows.sort(key=lambda row: row.name in TRUTH)  # comparisons have no derivative: they end it
        return [Entry(row) for row in rows]
    found = SPELLINGS.get(name.strip())
    if found is None or found in _HIDDEN:
        from difflib import get_close_matches

        close = get_close_matches(name.lower(), SPELLINGS, 5)
        close.sort(key=lambda near: sorted(near) != sorted(name.lower()))  # tahn is tanh, not tan
        advice = (
            tell("Did you mean {near}?", near=close[0])
            if close
            else tell("slope functions lists what may be typed.")
        )
        raise UnusableError(tell('I do not know "{word}".', word=name), advice=advice)
    return [Entry(ROWS[found])]


def _derivative(row: Row, form: Expr) -> Expr | None:
    if not row.arity or row.name in TRUTH or row.reads:
        return None
    if row.arity == 1:
        return derivative(form, "x")
    values: dict[str, Expr] = {}
    for name, partial in zip(ARGUMENTS, row.partials, strict=False):
        values[name] = Var(name)
        moves = partial != "undefined"  # else it only counts: the order of polygamma
        values["d" + name] = Var(name + "'") if moves else Num(0)
    return by_rule(row, values)


def _in_words(condition: str, row: Row) -> Expr | None:
    if not condition:
        return None
    expr = rule(condition)
    return substitute(expr, {"u": Var("x")}) if row.arity == 1 else expr
