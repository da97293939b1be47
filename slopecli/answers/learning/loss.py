"""How far a model misses the columns of a table: a loss of its parameters, with slopes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from slopecli.answers.gradient import hessian, value_and_grad
from slopecli.answers.learning.columns import Columns
from slopecli.answers.learning.methods import Floats
from slopecli.calculus.arrays.doubles import ARRAYS
from slopecli.calculus.arrays.pulls import on_arrays
from slopecli.calculus.evaluate import evaluate
from slopecli.errors import UnusableError
from slopecli.language.expr import Call, Expr
from slopecli.language.functions import Row
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

Loss = Literal["squared", "absolute", "log", "huber"]
LOSSES: tuple[Loss, ...] = ("squared", "absolute", "log", "huber")


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


class TableLoss:
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
