"""Learning from data: the parameters with which a formula fits a table best."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from slopecli.answers.gradient import hessian, value_and_grad
from slopecli.answers.learning.columns import Columns
from slopecli.answers.learning.descent import (
    RATES,
    Descent,
    DivergedError,
    Method,
    Objective,
    descend,
)
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.arrays.pulls import on_arrays
from slopecli.calculus.evaluate import evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr, Var, letters
from slopecli.language.functions import Row
from slopecli.language.grammar import is_condition
from slopecli.language.parser import parse, read
from slopecli.language.ratio import Ratio
from slopecli.wording import phrase, tell

Floats = NDArray[np.float64]
Loss = Literal["squared", "absolute", "log", "huber"]
LOSSES: tuple[Loss, ...] = ("squared", "absolute", "log", "huber")

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
        return np.array(np.broadcast_to(value, (len(columns.rows),)), dtype=float)


def fit(
    source: str,
    columns: Columns,
    target: str,
    *,
    loss: Loss = "squared",
    mean: bool = False,
    start: Mapping[str, float] | None = None,
    method: Method = "descent",
    rate: float | None = None,
    steps: int = 100,
    tolerance: float | None = None,
    batch: int | None = None,
    seed: int = 0,
    progress: Callable[[int], None] = lambda step: None,
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
    data = _Data(model, names, used, targets, loss, mean)
    begin = np.array([(start or {}).get(name, 0.0) for name in names], dtype=float)
    data.check(begin, columns)
    sample = None if batch is None else data.sampled(batch, np.random.default_rng(seed))
    notes = tuple(_constant_columns(used, columns))
    objective = Objective(data.loss, data.slopes, data.curvature, sample)
    rate = RATES[method] if rate is None else rate
    learned: dict[str, Any] = {"method": method, "rate": rate, "rows": len(targets), "notes": notes}
    try:
        descent = descend(
            objective,
            begin,
            method=method,
            rate=rate,
            steps=steps,
            tolerance=tolerance,
            progress=progress,
        )
    except DivergedError as error:
        error.fit = Fit(model, names, error.descent, **learned)
        raise
    if loss == "log" and descent.history[-1] < 1e-6:
        learned["notes"] += (tell(_SEPARATED),)
        descent.note = ""  # that there is no bottom is said
    return Fit(model, names, descent, **learned)


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


class _Followed:
    """The arithmetic of a formula whose parameters are recorded and whose columns are arrays."""

    def number(self, exact: Ratio) -> float:
        """The nearest double."""
        return ARRAYS.number(exact)

    def apply(self, row: Row, values: Sequence[Any]) -> Any:
        """The row at these values, written down where one of them is recorded."""
        function = _functions.get(row.name)
        if function is None:
            function = _functions[row.name] = on_arrays(row.name)
        return function(*values)


_functions: dict[str, Callable[..., Any]] = {}
arithmetic = _Followed()


class _Data:
    """A model and its table as a loss of the parameters."""

    def __init__(
        self,
        model: Expr,
        names: Sequence[str],
        used: Mapping[str, Floats],
        targets: Floats,
        loss: Loss,
        mean: bool,
    ) -> None:
        self.model = model
        self.names = names
        self.used = used
        self.targets = targets
        self.kind = loss
        # The logarithm of sigmoid(z) is found from z: near 0 and 1 no digit is left otherwise.
        self.logit = _logit(model) if loss == "log" else None
        self.part = 1 / len(targets) if mean else 1.0
        self._slopes = value_and_grad(self._loss_of, kinks="average")
        self._curvature = hessian(self._loss_of, kinks="average")

    def _loss_of(self, parameters: Any, rows: Any = slice(None)) -> Any:
        point = dict(zip(self.names, parameters, strict=True))
        point.update({name: column[rows] for name, column in self.used.items()})
        targets = self.targets[rows]
        inner = self.model if self.logit is None else self.logit
        value = evaluate(inner, point, arithmetic)
        if self.logit is not None:
            lost = np.logaddexp(0.0, np.where(targets > 0, -value, value))
        else:
            lost = _LOST[self.kind](value, targets)
        if not np.shape(lost):
            lost = lost * np.ones(len(targets))
        return np.sum(lost) * self.part if self.part != 1 else np.sum(lost)

    def loss(self, parameters: Floats) -> float:
        """The loss alone."""
        with np.errstate(all="ignore"):
            return float(self._loss_of(parameters))

    def slopes(self, parameters: Floats) -> tuple[float, Floats]:
        """The loss and its slope in each parameter."""
        value, slopes = self._slopes(parameters)
        return float(value), slopes

    def curvature(self, parameters: Floats) -> Floats:
        """The second slopes, shape (n, n)."""
        return np.asarray(self._curvature(parameters))

    def sampled(self, batch: int, random: np.random.Generator) -> Callable[[Floats], Floats]:
        """Slopes from `batch` rows at a time, in an order shuffled anew for each pass."""
        count = len(self.targets)
        if not 0 < batch <= count:
            raise UnusableError(
                tell("A batch holds 1 to {count} rows here, not {batch}.", count=count, batch=batch)
            )
        waiting: list[int] = []

        def slopes(parameters: Floats) -> Floats:
            if not waiting:
                waiting.extend(random.permutation(count).tolist())
            rows = np.sort(waiting[:batch])
            del waiting[:batch]
            found = self._slopes(parameters, rows)[1]
            return np.asarray(found * (count / len(rows)))

        return slopes

    def check(self, start: Floats, columns: Columns) -> None:
        """That the loss makes sense in every row at the start."""
        if self.kind == "log":
            wrong = np.flatnonzero((self.targets != 0) & (self.targets != 1))
            if wrong.size:
                raise UnusableError(
                    tell(
                        "The log loss needs targets 0 or 1; row {row} of {file} (line {line}) has "
                        "{target}.",
                        row=wrong[0] + 1,
                        file=columns.file,
                        line=columns.lines[wrong[0]],
                        target=f"{self.targets[wrong[0]]:g}",
                    )
                )
        point: dict[str, Any] = dict(zip(self.names, start.tolist(), strict=True))
        value = evaluate(self.model, {**point, **self.used}, ARRAYS)
        values = np.broadcast_to(value, self.targets.shape)
        wrong = np.flatnonzero(~np.isfinite(values))
        if wrong.size:
            raise UnusableError(
                tell(
                    "At the start the model has no value in row {row} of {file} (line {line}).",
                    row=wrong[0] + 1,
                    file=columns.file,
                    line=columns.lines[wrong[0]],
                ),
                advice=tell("Choose another --start."),
            )
        wrong = np.flatnonzero((values <= 0) | (values >= 1))
        if self.kind == "log" and self.logit is None and wrong.size:
            raise UnusableError(
                tell(
                    "The log loss needs values between 0 and 1, but at the start the model gives "
                    "{value} in row {row} of {file} (line {line}).",
                    value=f"{values[wrong[0]]:g}",
                    row=wrong[0] + 1,
                    file=columns.file,
                    line=columns.lines[wrong[0]],
                ),
                advice=tell("Put the model into sigmoid(...)."),
            )


def _logit(model: Expr) -> Expr | None:
    return model.args[0] if type(model) is Call and model.name == "sigmoid" else None


def _log(value: Any, targets: Floats) -> Any:
    return -np.log(value * targets + (1 - value) * (1 - targets))


def _huber(value: Any, targets: Floats) -> Any:
    miss = value - targets
    size = np.abs(miss)
    return np.where(size <= 1, miss * miss / 2, size - 0.5)


_LOST: dict[Loss, Callable[[Any, Floats], Any]] = {
    "squared": lambda value, targets: (value - targets) ** 2,
    "absolute": lambda value, targets: np.abs(value - targets),
    "log": _log,
    "huber": _huber,
}
