"""What was learned, as text and as JSON."""

from slopecli.answers.learning.fit import Fit
from slopecli.render.lines import json_line
from slopecli.wording import phrase, tell
from slopecli.wording.columns import columns, left

_METHODS = {
    "descent": phrase("gradient descent"),
    "momentum": phrase("gradient descent with momentum"),
    "adam": phrase("Adam"),
    "newton": phrase("Newton's method"),
}


def fit_text(fit: Fit) -> list[str]:
    """The loss before and after, each parameter, how they were reached."""
    return _told(
        [(tell("initial loss"), fit.initial_loss), (tell("trained loss"), fit.trained_loss)], fit
    )


def minimum_text(fit: Fit) -> list[str]:
    """The value of the formula before and after, where that is, how it was reached."""
    last = tell("lowest value" if fit.descent.bottom else "value reached")
    return _told([(tell("initial value"), fit.initial_loss), (last, fit.trained_loss)], fit)


def _told(losses: list[tuple[str, float]], fit: Fit) -> list[str]:
    pairs = [(name, repr(loss + 0.0)) for name, loss in losses]
    pairs += [(name, f"{number:.15g}") for name, number in fit.parameters.items()]
    width = max(columns(name) for name, _ in pairs)
    return [*(f"{left(name, width)}  {number}" for name, number in pairs), how(fit)]


def how(fit: Fit) -> str:
    """How the parameters were reached, in one line."""
    parts = [
        tell(
            "{count} step of {method}" if fit.steps == 1 else "{count} steps of {method}",
            count=fit.steps,
            method=tell(_METHODS[fit.method]),
        )
    ]
    if fit.method != "newton" or fit.rate != 1:
        parts.append(tell("rate {rate}", rate=f"{fit.rate:g}"))
    if fit.rows:
        parts.append(tell("{count} row" if fit.rows == 1 else "{count} rows", count=fit.rows))
    told = tell(", ").join(parts)
    if fit.descent.early:
        told = tell("{way}; stopped {ended}", way=told, ended=fit.descent.ended)
    return told


def fit_json(fit: Fit, predictions: list[float] | None = None) -> str:
    """One object: the losses, the parameters by name, the loss after every step, predictions."""
    pairs: list[tuple[str, object]] = [
        ("initial_loss", fit.initial_loss),
        ("loss", fit.trained_loss),
        ("parameters", fit.parameters),
        ("steps", fit.steps),
        ("method", fit.method),
        ("rate", fit.rate),
        ("ended", fit.descent.ended),
        ("history", fit.descent.history),
    ]
    if fit.rows:
        pairs.insert(4, ("rows", fit.rows))
    if predictions is not None:
        told = [None if number != number else number for number in predictions]
        pairs.append(("predictions", told))
    return json_line(pairs)


def prediction_lines(predictions: list[float]) -> list[str]:
    """One number a line, in the order of the rows; nothing where the model has no value."""
    return ["prediction", *("" if number != number else f"{number:.15g}" for number in predictions)]
