"""Learning from data: the parameters with which a formula fits a table best."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Unpack

import numpy as np

from slopecli.answers.learning.columns import Columns
from slopecli.answers.learning.descent import Descent, DivergedError, Way, descend
from slopecli.answers.learning.loss import Loss, TableLoss
from slopecli.answers.learning.methods import RATES, Floats, Method, Objective
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.evaluate import evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.grammar import is_condition
from slopecli.language.parser import parse, read
from slopecli.wording import phrase, tell

_WITH_DIGITS = re.compile(r"(?<![^\W\d])([^\W\d_]\d+)(?![\d.])")


class Fit:
    """What was learned: the parameters by name, the loss before and after, every loss between.

    `notes` are sentences about the data and the way that a person should know.
    """

    __slots__ = ("descent", "loss", "method", "model", "names", "notes", "rate", "rows")

    def __init__(
        self,
        model: Expr,
        names: Sequence[str],
        descent: Descent,
        *,
        method: Method = "descent",
        rate: float = 0.01,
        rows: int = 0,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.model = model
        self.names = tuple(names)
        self.descent = descent
        self.method = method
        self.rate = rate
        self.rows = rows
        self.notes = notes if not descent.note else (*notes, descent.note)

    @property
    def initial_loss(self) -> float:
        """The loss at the start."""
        return self.descent.history[0]

    @property
    def trained_loss(self) -> float:
        """The loss at the end."""
        return self.descent.history[-1]

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.descent.history) - 1

    @property
    def parameters(self) -> dict[str, float]:
        """The parameters at the end."""
        return dict(zip(self.names, self.descent.path[-1].tolist(), strict=True))

    def predict(self, columns: Columns) -> Floats:
        """The model's value for each row of a table that has its columns, shape (rows,)."""
        point: dict[str, Any] = dict(self.parameters)
        for name in letters(self.model):
            if name not in point:
                point[name] = columns.numbers(name)
        value = evaluate(self.model, point, ARRAYS)
        return np.array(np.broadcast_to(value, (len(columns.lines),)), dtype=float)


def fit(
    source: str,
    columns: Columns,
    target: str,
    *,
    loss: Loss = "squared",
    mean: bool = False,
    start: Mapping[str, float] | None = None,
    batch: int | None = None,
    seed: int = 0,
    **way: Unpack[Way],
) -> Fit:
    """Fit a formula to a column of a table by going down the slopes of the loss.

    Parameters are the letters of the formula (with digits, if any: w1) that are no columns; they
    start at 0 unless `start` says otherwise. The loss is the sum over all rows, or their mean. With
    `batch`, each step looks at so many rows, shuffled by `seed`, and takes them for all.

    Raises UnusableError where formula, table and options do not go together, and its DivergedError
    where the loss does not come down; `error.fit` then holds the last good parameters.
    """
    model = formula(source, (*_names_of(columns), *with_digits(source)), target)
    names = [name for name in letters(model) if name not in columns.names]
    _check_letters(model, names, columns, target, start or {})
    used = {name: columns.numbers(name) for name in letters(model) if name in columns.names}
    targets = columns.numbers(target)
    data = TableLoss(model, names, used, targets, loss, mean)
    begin = np.array([(start or {}).get(name, 0.0) for name in names], dtype=float)
    data.check(begin, columns)
    sample = None if batch is None else data.sampled(batch, np.random.default_rng(seed))
    notes = tuple(_constant_columns(used, columns))
    objective = Objective(data.loss, data.slopes, data.curvature, sample)
    found = learned(model, names, objective, begin, way, len(targets), notes)
    if loss == "log" and found.trained_loss < 1e-6:
        found.notes = (*notes, tell(_SEPARATED))  # says, too, that there is no bottom
    return found


def learned(
    model: Expr,
    names: Sequence[str],
    objective: Objective,
    start: Floats,
    way: Way,
    rows: int = 0,
    notes: tuple[str, ...] = (),
) -> Fit:
    """What the way down from `start` leads to.

    Raises as `descend` does; the `fit` of its DivergedError holds the last good parameters.
    """
    method, rate = way.get("method", "descent"), way.get("rate")
    rate = RATES[method] if rate is None else rate
    how: dict[str, Any] = {"method": method, "rate": rate, "rows": rows, "notes": notes}
    try:
        return Fit(model, names, descend(objective, start, **way), **how)
    except DivergedError as error:
        error.fit = Fit(model, names, error.descent, **how)
        raise


_SEPARATED = phrase(
    "The loss is almost 0: the columns tell the targets apart without a mistake, so the parameters"
    " have no best values and only grow."
)


def formula(source: str, names: Iterable[str], value: str = "y") -> Expr:
    """The formula that the text stands for; `y = a x` is a x, where y is what it gives.

    Raises UnusableError or UnreadableError for any other equation.
    """
    expr = parse(source, names)
    if not is_condition(expr):
        return expr
    assert type(expr) is Call
    if expr.name == "=" and type(expr.args[0]) is Var and expr.args[0].name not in ("y", value):
        raise UnusableError(
            tell("This is an equation, not a formula."),
            source=source,
            start=source.find("="),
            advice=tell("Write one side of it alone."),
        )
    return read(source, names).expr


def _names_of(columns: Columns) -> list[str]:
    return [name for name in columns.names if name.isidentifier()]


def with_digits(source: str) -> Iterable[str]:
    """Letters with digits: they are names here, though nobody has declared them."""
    return [name for name in _WITH_DIGITS.findall(source) if name[0] != "e"]


def _check_letters(
    model: Expr, names: Sequence[str], columns: Columns, target: str, start: Mapping[str, float]
) -> None:
    if target not in columns.names:
        raise UnusableError(
            tell(
                "{file} has no column {target} to fit: it has {names}.",
                file=columns.file,
                target=repr(target),
                names=", ".join(columns.names),
            )
        )
    if target in letters(model):
        raise UnusableError(
            tell("The model uses the column {target}, which it is to predict.", target=target)
        )
    if not names:
        raise UnusableError(
            tell("The model has no parameter to fit: all its letters are columns."),
            advice=tell("Write, say, a*x + b."),
        )
    for name in start:
        if name not in names:
            raise UnusableError(
                tell(
                    "{name} is no parameter of the model: these are {names}.",
                    name=name,
                    names=", ".join(names),
                )
            )


def _constant_columns(used: Mapping[str, Floats], columns: Columns) -> Iterable[str]:
    for name, column in used.items():
        if len(column) > 1 and np.all(column == column[0]):
            yield (
                tell(
                    "The column {name} is {value} in every row of {file}: what it teaches cannot "
                    "be told from a constant.",
                    name=name,
                    value=f"{column[0]:g}",
                    file=columns.file,
                )
            )
