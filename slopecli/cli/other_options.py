"""Options that a command does not have: what is near, and which command has them."""

from difflib import get_close_matches

import click

from slopecli.cli.commands import COMMANDS, EXPRESSION
from slopecli.cli.other_words import MEANT
from slopecli.cli.quoting import command_of, declared_by, written
from slopecli.language.unknown import NO_INTEGRALS
from slopecli.wording import phrase, tell

_OPTIONS_OF_OTHERS = {
    "--integral": NO_INTEGRALS,
    **dict.fromkeys(
        ("--zeros", "--zeroes", "--roots", "--extrema"),
        phrase('Zeros and extrema are found by: slope study "x^3 - 3x"'),
    ),
}
_OF_SLOPE = ("--at", "--range", "--tangent", "--normal", "--taylor", "--direction", "--solve")
_OF_ONE = ("plot", "steps", "study", "minimize")  # commands of one formula
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


def near_option(word: str, declared: "dict[str, click.Option]") -> str | None:
    """The option that nearly has this name, or that does what the name says."""
    word = word.lower()
    meant = _OPTIONS_MEANT.get(word)
    if meant in declared:
        return meant
    if word in declared:  # --AT
        return word
    if word in _OPTIONS_OF_OTHERS or word in _OF_SLOPE or _command_as_option(word):
        return None
    long = ["help", "version", *[name[2:] for name in declared if name[:2] == "--"]]
    near = get_close_matches(word[2:], long, 1)
    return f"--{near[0]}" if near else None


def _command_as_option(word: str) -> str | None:
    """The command that --steps or --graph means."""
    name = word[2:].lower() if word[:2] == "--" else ""
    name = MEANT.get(name, name)
    return name if name in COMMANDS and name != EXPRESSION else None


def of_another_command(words: list[str]) -> str | None:
    """The line for the first of these words that is an option somewhere else."""
    named = command_of(words)
    declared = declared_by(named or EXPRESSION)
    for word in words:
        if word in declared:
            continue
        if word in _OPTIONS_OF_OTHERS:
            return tell(_OPTIONS_OF_OTHERS[word])
        command = "" if named else _command_as_option(word)
        if command:
            rest = [each for each in words if each != word]
            return tell("Type: {line}", line=written([command, *rest]))
        known = declared_by(EXPRESSION)
        options = [each for each in words if each[:2] == "--"]
        if named in _OF_ONE and word in _OF_SLOPE and all(each in known for each in options):
            return tell("That is asked without a command. Type: {line}", line=written(words[1:]))
    return None
