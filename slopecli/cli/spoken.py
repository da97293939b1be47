"""In which language `slope` speaks: --lang, or else what the system says."""

import os

import click

from slopecli.wording import LANGUAGES, speak, spoken, tell

LANG = click.Option(
    ["--lang"],
    metavar="/".join(LANGUAGES),
    expose_value=False,
    help="The language of all sentences: English or Chinese.",
)
_PLAIN = ("C", "POSIX")  # a locale without a language


def choose(words: list[str]) -> list[str]:
    """Speak the language that is asked for, and give the words without --lang.

    It may stand anywhere, since even what is wrong with the other words is told in it.
    """
    _translate_click()
    speak(_of_the_system())
    return switched(words)


def switched(words: list[str]) -> list[str]:
    """The words without --lang, whose language is spoken from here on; it is no formula."""
    rest: list[str] = []
    words = list(words)
    while words:
        word = words.pop(0)
        name, equals, asked = word.partition("=")
        if name != LANG.opts[0]:
            rest.append(word)
            continue
        if not equals:
            if not words:
                raise click.UsageError(tell("{option} needs a value after it.", option=word))
            asked = words.pop(0)
        if asked not in LANGUAGES:
            raise click.UsageError(
                tell(
                    "--lang is {languages}, not {asked}.",
                    languages=tell("{one} or {other}", one=LANGUAGES[0], other=LANGUAGES[1]),
                    asked=asked,
                )
            )
        speak(asked)
    return rest


def _of_the_system() -> str:
    """Chinese where the system speaks it: LANGUAGE lists what is liked best, then the locale."""
    ask = os.environ.get
    locale = ask("LC_ALL") or ask("LC_MESSAGES") or ask("LANG") or _PLAIN[0]
    if locale.split(".")[0] in _PLAIN:
        return "en"
    for liked in [*ask("LANGUAGE", "").split(":"), locale]:
        if liked[:2] in LANGUAGES:
            return liked[:2]
    return "en"


def _translate_click() -> None:
    """What click says by itself goes through our door, too."""
    from click import core, exceptions, formatting, parser, types

    for module in (core, exceptions, formatting, parser, types):
        vars(module).update(_=tell, ngettext=_for_number)  # where gettext stood


def _for_number(one: str, many: str, number: int) -> str:
    return tell(one) if number == 1 else tell(many)


def told(options: list[click.Parameter]) -> list[click.Parameter]:
    """The options as they are listed, with their help in the reader's language."""
    if spoken() == "en":
        return options
    from copy import copy

    listed = []
    for each in options:
        option = copy(each)
        if isinstance(option, click.Option) and option.help:
            option.help = tell(option.help)
        listed.append(option)
    return listed
