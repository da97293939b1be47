"""What to type instead, after an error; loaded only then."""

import os
from difflib import get_close_matches

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION, NotTwoError, TooManyError
from slopecli.cli.meant import apart, in_a_sentence, in_two, two_points
from slopecli.cli.quoting import (
    command_of,
    declared_by,
    joined,
    one_formula,
    starred,
    unpacked,
    without_dashes,
    written,
)
from slopecli.errors import SlopeError, UnreadableError
from slopecli.language.unknown import NO_INTEGRALS, NO_LIMITS
from slopecli.wording import phrase, tell

_FORMULA = "x^2"  # where a newcomer gave none
_SEVERAL = ("check", "equal", "fit")  # commands that take more than one formula
_MEANT = {
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
_LINES = ("--tangent", "--normal")
_OPTIONS_OF_OTHERS = {
    "--integral": NO_INTEGRALS,
    **dict.fromkeys(
        ("--zeros", "--zeroes", "--roots", "--extrema"),
        phrase('Zeros and extrema are found by: slope study "x^3 - 3x"'),
    ),
}
_OPTIONS_MEANT = {
    **dict.fromkeys(("--point", "--where", "--when", "--x"), "--at"),
    **dict.fromkeys(
        ("--interval", "--domain", "--from", "--to", "--between", "--table"), "--range"
    ),
    **dict.fromkeys(("--precision", "--decimals", "--places"), "--digits"),
    **dict.fromkeys(("--derivative", "--nth", "--n", "--second"), "--order"),
    **dict.fromkeys(("--tex",), "--latex"),
    **dict.fromkeys(("--save", "--file", "--out", "--png", "--svg", "--pdf"), "--output"),
    **dict.fromkeys(("--language", "--locale"), "--lang"),
    **dict.fromkeys(("--param", "--set", "--with"), "--let"),
}


def advised(error: SlopeError, words: list[str]) -> SlopeError:
    """The error, with what to type where its words are no formula but were meant as something."""
    if not isinstance(error, UnreadableError) or not words:
        return error
    first, *rest = words
    if error.source == first and not error.start and " " in first:  # "slope of x^2"
        first, *rest = [*first.split(), *rest]
    meant = None
    if error.source in words or error.source == " ".join(words):  # a whole line of a session
        meant = in_a_sentence(words) or two_points(words) or apart(words, error.source)
    if meant is None and (error.source or " ").split()[:1] == [first] and not error.start:
        meant = other_word(first, rest) or _near_command_line(first, rest)
    if meant is None and error.source in words:
        meant = _quoted_anew(error.source, words)
    error.advice = meant or error.advice
    return error


def _quoted_anew(source: str, words: list[str]) -> str | None:
    """What to type where a formula that cannot be read has its quotation marks elsewhere."""
    line = joined(words)
    if line is not None:
        return tell("In quotes it is one formula. Type: {line}", line=line)
    line = unpacked(words, source)
    return line and tell("Only the formula stands in quotes. Type: {line}", line=line)


def where_to_look(error: click.ClickException, words: list[str]) -> str:
    """What to type, after an error in the words of a command."""
    if isinstance(error, TooManyError):
        return _instead(list(error.expressions), words)
    if isinstance(error, NotTwoError) and (meant := in_two(error.expressions, words)):
        return meant
    declared = declared_by(command_of(words) or EXPRESSION)
    for word in words:
        if word in _OPTIONS_OF_OTHERS and word not in declared:
            return tell(_OPTIONS_OF_OTHERS[word])
        command = None if word in declared or command_of(words) else _command_as_option(word)
        if command:
            rest = [each for each in words if each != word]
            return tell("Type: {line}", line=written([command, *rest]))
    context = getattr(error, "ctx", None)
    name = context.info_name if context is not None else command_of(words)
    if name in COMMANDS and name != EXPRESSION:
        return tell("Type `slope {name} --help` for its options.", name=name)
    return tell("Type `slope --help` for examples, `slope x --help` for the options.")


def near_option(word: str, declared: "dict[str, click.Option]") -> str | None:
    """The option that nearly has this name, or that does what the name says."""
    word = word.lower()
    meant = _OPTIONS_MEANT.get(word)
    if meant in declared:
        return meant
    if word in declared:  # --AT
        return word
    if word in _OPTIONS_OF_OTHERS or _command_as_option(word):
        return None
    long = ["help", "version", *[name[2:] for name in declared if name[:2] == "--"]]
    near = get_close_matches(word[2:], long, 1)
    return f"--{near[0]}" if near else None


def _command_as_option(word: str) -> str | None:
    """The command that --steps or --graph means."""
    name = word[2:].lower() if word[:2] == "--" else ""
    name = _MEANT.get(name, name)
    return name if name in COMMANDS and name != EXPRESSION else None


def near_command(word: str) -> str | None:
    """The command that nearly has this name."""
    known = [name for name in COMMANDS if name != EXPRESSION]
    near = get_close_matches(word.lower(), known, 1, cutoff=0.7) if word.isalpha() else []
    return near[0] if near else None


def _instead(expressions: list[str], words: list[str]) -> str:
    """The command line that was probably meant, where there were several expressions."""
    first = expressions[0]
    rest = [word for word in words if word != first]
    return (
        _command_first(words)
        or in_a_sentence(words)
        or two_points(expressions)
        or other_word(first, rest)
        or _near_command_line(first, rest)
        or _place_of_line(expressions, words)
        or _value_of_place(expressions, words)
        or _third_of_range(expressions, words)
        or _names_of_files(expressions, words)
        or _without_dashes(words)
        or _in_quotes(first, words)
        or tell('A formula stands in quotes, a point after --at: slope "x^2 sin x" --at 3')
    )


def _command_first(words: list[str]) -> str | None:
    """slope --json steps x."""
    found = [word for word in words if word in COMMANDS and word != EXPRESSION]
    if not found or words[0] in COMMANDS:
        return None
    rest = [word for word in words if word != found[0]]
    if any(word[:2] == "--" and word not in declared_by(found[0]) for word in rest):
        return tell(
            "The command comes first: slope {name} ...\n"
            "Type `slope {name} --help` for its options.",
            name=found[0],
        )
    return tell("The command comes first. Type: {line}", line=written([found[0], *rest]))


def _place_of_line(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --tangent 1, as plot takes it."""
    for option in _LINES:
        at = words.index(option) + 1 if option in words else len(words)
        if words[at : at + 1] == expressions[1:] and "--at" not in words:
            line = written([*words[:at], "--at", *words[at:]])
            return tell("The place stands after --at. Type: {line}", line=line)
    return None


def _value_of_place(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --at x 3, or --at 1 2."""
    at = words.index("--at") + 1 if "--at" in words else len(words)
    letter, *value = words[at : at + 2] or [""]
    if value != expressions[1:]:
        return None
    given = [f"{letter}={value[0]}"] if letter.isidentifier() else [letter, "--at", value[0]]
    return tell("Type: {line}", line=written([*words[:at], *given, *words[at + 2 :]]))


def _third_of_range(expressions: list[str], words: list[str]) -> str | None:
    """slope "x^2" --range 0 5 0.5."""
    at = words.index("--range") + 3 if "--range" in words else len(words)
    if words[at : at + 1] != expressions[1:] or command_of(words):
        return None
    line = written([*words[:at], "--step", *words[at:]])
    return tell("A range has two ends. For a step type: {line}", line=line)


def _names_of_files(expressions: list[str], words: list[str]) -> str | None:
    """slope x^2 * 3, where the shell wrote the names of all files for the star."""
    if len(expressions) < 3 or not any(os.path.exists(each) for each in expressions):
        return None
    line = written(starred(words))
    return tell("The shell put the names of your files for the *. Type: {line}", line=line)


def _without_dashes(words: list[str]) -> str | None:
    """slope -- "x^2" --at 3."""
    line = without_dashes(words)
    return line and tell("Behind -- stand formulas, and no options. Type: {line}", line=line)


def _in_quotes(first: str, words: list[str]) -> str | None:
    """slope x^2 sin x; where the formula is one word already, slope "x^2" at 3."""
    line = joined(words)
    if line is None:
        return None
    together = one_formula(words)
    if first not in together:
        return tell("A formula stands in quotes. Type: {line}", line=line)
    if "--at" in together:
        return tell("The place stands after --at. Type: {line}", line=line)
    return tell("Type: {line}", line=line)


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
    if word in _MEANT:
        command = _MEANT[word]
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


def _near_command_line(word: str, rest: list[str]) -> str | None:
    near = near_command(word)
    if near is None or word in COMMANDS:
        return None
    if not rest:
        return tell("Did you mean the command `slope {name}`?", name=near)
    return tell("Did you mean `{line}`?", line=written([near, *rest]))
