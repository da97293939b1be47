"""Words that other programs know as commands, and what is typed here instead."""

from difflib import get_close_matches

from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.cli.quoting import one_formula, written
from slopecli.errors import SlopeError
from slopecli.language.unknown import NO_INTEGRALS, NO_LIMITS
from slopecli.wording import tell

_FORMULA = "x^2"  # where a newcomer gave none
_SEVERAL = ("check", "equal", "fit")  # commands that take more than one formula
MEANT = {
    **dict.fromkeys(
        ("derivative", "derive", "deriv", "differentiate", "diff", "gradient", "slope", "of"), ""
    ),
    **dict.fromkeys(("graph", "draw", "chart", "sketch", "show"), "plot"),
    **dict.fromkeys(
        ("solve", "zeros", "zeroes", "roots", "extrema", "analyse", "analyze"), "study"
    ),
    **dict.fromkeys(("explain", "step", "how"), "steps"),
    **dict.fromkeys(("compare", "same", "equals", "equivalent"), "equal"),
    **dict.fromkeys(("verify", "correct", "test"), "check"),
    **dict.fromkeys(("regression", "train", "learn"), "fit"),
    **dict.fromkeys(("minimise", "optimize", "optimise", "descent"), "minimize"),
    **dict.fromkeys(("list", "commands", "function"), "functions"),
    **dict.fromkeys(("example", "demo", "tour", "tutorial"), "examples"),
}
_WITH_OPTIONS = {
    "tangent": ("--tangent", "--at", "1"),
    "normal": ("--normal", "--at", "1"),
    "table": ("--range", "0", "1"),
    "taylor": ("--taylor", "5"),
    "simplify": ("--simplify",),
    "latex": ("--latex",),
    **dict.fromkeys(("value", "eval", "evaluate", "calc"), ("--order", "0", "--at", "1")),
    **dict.fromkeys(("second", "second-derivative"), ("--order", "2")),
    "version": ("--version",),
}
_NOT_HERE = {
    **dict.fromkeys(("integrate", "integral", "int", "antiderivative"), NO_INTEGRALS),
    **dict.fromkeys(("limit", "lim"), NO_LIMITS),
}
_FILLING = ("of", "to", "the", "for")  # derivative of x^2


def other_word(word: str, rest: list[str]) -> str | None:
    """What to type for derivative, graph, integrate and other words that are no commands here."""
    word = word.lower()
    while rest and rest[0].lower() in _FILLING:
        rest = rest[1:]
    if len(rest) > 2 and rest[-2] == "for" and rest[-1].isidentifier():  # solve x^2 = 4 for x
        rest = rest[:-2]
    if word in _NOT_HERE:
        return tell(_NOT_HERE[word])
    if word in ("maximize", "maximise") and rest:
        line = written(["minimize", f"-({_one_readable('', rest)[0]})"])
        return tell("The highest point is the lowest of the opposite. Type: {line}", line=line)
    if word in _WITH_OPTIONS:
        options = _WITH_OPTIONS[word]
        formula = [] if word == "version" else _one_readable("", rest)
        placed = "--at" in formula and "--at" in options
        added = options[: options.index("--at")] if placed else options
        return tell("Type: {line}", line=written([*formula[:1], *added, *formula[1:]]))
    if word in MEANT:
        command = MEANT[word]
        if command in ("functions", "examples", *_SEVERAL):
            formula = rest or [_FORMULA] * (command in _SEVERAL)
        else:
            formula = _one_readable(command, rest)
        if command == "study":
            formula = _solved(formula)
        return tell("Type: {line}", line=written([*([command] if command else []), *formula]))
    return None


def _one_readable(command: str, words: list[str]) -> list[str]:
    """The words with those of the formula as one word; an example where that is none."""
    if not words:
        return [_FORMULA]
    formula, *options = one_formula([command, *words] if command else words)[bool(command) :]
    return [formula if len(words) == 1 or _is_readable(formula) else _FORMULA, *options]


def _solved(words: list[str]) -> list[str]:
    """The words of `study` that solve an equation: x^2 --value 4 for x^2 = 4."""
    left, equals, right = words[0].partition("=")
    if not equals or left.strip() == "y":
        return words
    from slopecli.language.equations import solving
    from slopecli.language.parser import read

    try:
        return [*solving(read(left).expr, read(right).expr), *words[1:]]
    except SlopeError:
        return words


def _is_readable(formula: str) -> bool:
    from slopecli.language.parser import read

    try:
        for side in formula.split("="):
            read(side)
    except SlopeError:
        return False
    return True


def near_command(word: str) -> str | None:
    """The command that nearly has this name."""
    known = [name for name in COMMANDS if name != EXPRESSION]
    near = get_close_matches(word.lower(), known, 1, cutoff=0.7) if word.isalpha() else []
    return near[0] if near else None


def near_command_line(word: str, rest: list[str]) -> str | None:
    """The line that begins with the command that nearly has this name."""
    near = near_command(word)
    if near is None or word in COMMANDS:
        return None
    if not rest:
        return tell("Did you mean the command `slope {name}`?", name=near)
    return tell("Did you mean `{line}`?", line=written([near, *rest]))
