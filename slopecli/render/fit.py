"""What was learned, as text and as JSON."""

from slopecli.answers.learning.fit import Fit
from slopecli.render.lines import json_line

_METHODS = {
    "descent": "gradient descent",
    "momentum": "gradient descent with momentum",
    "adam": "Adam",
    "newton": "Newton's method",
}


def fit_text(fit: Fit) -> list[str]:
    """The loss before and after, each parameter, how they were reached."""
    return _told([("initial loss", fit.initial_loss), ("trained loss", fit.trained_loss)], fit)


def minimum_text(fit: Fit) -> list[str]:
    """The value of the formula before and after, where it is lowest, how that was reached."""
    return _told([("initial value", fit.initial_loss), ("lowest value", fit.trained_loss)], fit)


def _told(losses: list[tuple[str, float]], fit: Fit) -> list[str]:
    pairs = [(name, repr(loss)) for name, loss in losses]
    pairs += [(name, f"{number:.15g}") for name, number in fit.parameters.items()]
    width = max(len(name) for name, _ in pairs)
    return [*(f"{name:<{width}}  {number}" for name, number in pairs), how(fit)]


def how(fit: Fit) -> str:
    """How the parameters were reached, in one line."""
    steps = f"{fit.steps} step" + ("" if fit.steps == 1 else "s")
    parts = [f"{steps} of {_METHODS[fit.method]}"]
    if fit.method != "newton" or fit.rate != 1:
        parts.append(f"rate {fit.rate:g}")
    if fit.rows:
        parts.append(f"{fit.rows} row" + ("" if fit.rows == 1 else "s"))
    text = ", ".join(parts)
    if not fit.descent.ended.startswith("after"):
        text += f"; stopped {fit.descent.ended}"
    return text


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
