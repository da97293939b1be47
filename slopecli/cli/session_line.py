"""What a line of a session means, as the words of a command line: f'(2) is slope "x^2" --at 2."""

from collections.abc import Iterable

from slopecli.answers.session.asked import Asked, Whole
from slopecli.answers.session.asking import asked, number
from slopecli.answers.session.defining import remember
from slopecli.answers.session.definitions import CURVE, Definitions
from slopecli.cli.commands import COMMANDS, EXPRESSION, Expressions, command_named
from slopecli.cli.session_words import Sorted, Word, commas, separate, sort, two
from slopecli.errors import SlopeError, UnusableError
from slopecli.language.expr import Expr, letters
from slopecli.language.text import text
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from typing import Any

_TWO = ("check", "equal")
_ONE_ANSWER = (EXPRESSION, "steps", "check")  # they take an order and a point
_CURVES = (EXPRESSION, "plot", "steps", "study", "check")  # they may be asked for y = ...
_LETTERS_OF_ITS_OWN = ("fit", "minimize")  # they look for what letters should be
_NUMBERS = ("--at", "--range", "--tangent", "--normal", "--y", "--step", "--let", "--direction")
_OTHER_ANSWERS = {"--range", "--tangent", "--normal", "--taylor", "--direction", "--solve"}
_MORE_ASKED = {*_OTHER_ANSWERS, "--order"}
_PLACE_ASKED = {*_MORE_ASKED, "--at", "--simplify", "--latex", "--pretty"}


class Line:
    """A line as a command line, and what to remember of its answer.

    `answer` holds what `Last.keep` takes, None where the answer is no formula and no number;
    `keeps` says whether the line leaves the last answer as it was.
    """

    __slots__ = ("answer", "keeps", "notes", "notes_after", "words")

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.notes: list[str] = []
        self.notes_after: list[str] = []  # where it is answered
        self.answer: dict[str, Any] | None = None
        self.keeps = True


def command_line(name: str, words: list[Word], definitions: Definitions) -> Line:
    """The line of a command; raises SlopeError where it cannot be told what is meant."""
    command = command_named(name)
    typed = [word.text for word in words]
    if not isinstance(command, Expressions) or name == "grade" or _asks_for_help(typed):
        return Line([name, *typed])
    return sorted_line(name, sort(command, words), definitions)


def _asks_for_help(typed: list[str]) -> bool:
    return typed[:1] == ["-h"] or "--help" in typed


def sorted_line(name: str, found: Sorted, definitions: Definitions) -> Line:
    """The line of a command whose words are sorted."""
    options = [_in_numbers(option, definitions) for option in found.options]
    declared = frozenset(_declared(found.options))
    line = Line([])
    line.notes += found.notes
    sources = _formulas(name, found.formulas, definitions, line)
    if name in _CURVES:
        for source in sources:
            remember(definitions, source)
    files = [sources.pop()] if name == "fit" and len(sources) > 1 else []
    formulas = []
    for place, source in enumerate(sources):
        if source == "-":
            raise UnusableError(
                tell("- reads formulas from another program; here is none."),
                advice=tell("Type the formula itself."),
            )
        if name in _LETTERS_OF_ITS_OWN:
            line.notes += _used_numbers(source, definitions)
        beside = {CURVE} if place and "=" in sources[0] else set()  # the y of that equation
        question = asked(definitions, source, declared | beside)
        line.notes += question.notes
        if place == 0 and name in _ONE_ANSWER:
            formulas.append(_question(name, question, options, line))
        else:
            formulas.append(question.formula)
        if question.derived(formulas[-1]) and ["--degrees"] in options:
            raise UnusableError(
                tell("a derivative inside a formula cannot be taken in degrees."),
                advice=tell("Write out the derivative, or leave out --degrees."),
            )
    if name in (EXPRESSION, "steps") and len(formulas) == 1:
        _remember(formulas[0], options, line)
    head = [] if name == EXPRESSION else [name]
    line.words = [*head, *[word for option in options for word in option], "--", *formulas, *files]
    return line


def _formulas(name: str, words: list[Word], definitions: Definitions, line: Line) -> list[str]:
    texts = [word.text for word in words]
    if not words:
        return []
    if name in _TWO:
        sources, guessed = two(words, definitions)
        if guessed:
            line.notes.append(
                tell("read as: {first} and {second}", first=sources[0], second=sources[1])
            )
        return sources
    if name == "plot":
        sources = separate(words, definitions)
        if len(sources) > 1 and sources == texts and not any(word.quoted for word in words):
            line.notes.append(
                tell(
                    "read as: {count} curves, {listed}",
                    count=len(sources),
                    listed=", ".join(sources),
                )
            )
        return sources
    if any(word.quoted for word in words):
        return texts
    if name == "fit" and len(texts) > 1:
        return [" ".join(texts[:-1]), texts[-1]]
    return [" ".join(texts)]


def _question(name: str, question: Asked, options: list[list[str]], line: Line) -> str:
    """The formula of a question; what the input itself asks, such as f'(2), becomes options."""
    given = {option[0] for option in options}
    whole = question.whole
    if whole is not None and whole.place is not None:
        if "--at" in given:
            raise UnusableError(
                tell("this says twice where: leave out --at."),
                advice=tell("Or write the function alone: f --at 3"),
            )
        if not given & _MORE_ASKED and (whole.order or name != "check"):
            return _somewhere(question, whole, whole.place, options)
    elif whole is not None and not given & _MORE_ASKED:
        if whole.shown and whole.shown not in line.notes and name == EXPRESSION and not given:
            line.notes.append(whole.shown)
        options += _options(whole.order or 1, whole.variable)
        return text(whole.expr, clear=True)
    asks_value = question.constant and question.order is None
    if asks_value and name == EXPRESSION and not given & _PLACE_ASKED:
        options += [["--order", "0"], ["--at", "0"]]
        if whole is None:
            line.notes_after.append(tell("the value; as a curve it is flat: slope 0"))
        return question.text
    if question.order is not None and not given & _MORE_ASKED:
        if question.constant:
            line.notes_after.append(tell("the slope of a number; that of f at 3 is written f'(3)"))
            options.append(["--order", str(question.order)])
            return question.text
        options += _options(question.order, question.variable)
        return question.text
    return question.formula


def _somewhere(question: Asked, whole: Whole, place: Expr, options: list[list[str]]) -> str:
    """f(2) and f'(2) ask at a place; f'(2x) is a formula, and f(2x) asks for its derivative."""
    if not letters(place):
        options += [*_options(whole.order, whole.variable), ["--at", text(place, clear=True)]]
        return text(whole.expr, clear=True)
    if whole.order:
        options.append(["--order", "0"])
    return question.text


def _options(order: int, variable: str | None) -> list[list[str]]:
    """The order and the variable, where they are not the ones that are taken anyway."""
    found = [] if order == 1 else [["--order", str(order)]]
    if variable is not None and variable != "x":
        found.append(["--variable", variable])
    return found


def _in_numbers(option: list[str], definitions: Definitions) -> list[str]:
    """An option whose values may name what was defined: --at a, --range 0 2a."""
    name, glued, value = option[0].partition("=")
    if glued:
        option = [name, value]
    if name not in _NUMBERS:
        return option
    return [name, *[_in_number(each, definitions) for each in option[1:]]]


def _in_number(value: str, definitions: Definitions) -> str:
    parts = []
    for part in commas(value) if "=" in value or value[:1] != "(" else [value]:
        letter, equals, typed = part.rpartition("=")
        parts.append(letter + equals + number(definitions, typed))
    return ",".join(parts)


def _declared(options: list[list[str]]) -> Iterable[str]:
    """The names to which the options give a meaning: --let a=2, --at t=1, -x t."""
    for name, *values in [[*option[0].partition("=")[::2], *option[1:]] for option in options]:
        if name in ("-x", "--variable"):
            yield values[-1].strip()
        elif name in ("--let", "--at", "--start"):
            for part in commas(values[-1]):
                letter, equals, _ = part.partition("=")
                if equals:
                    yield letter.strip()


def _used_numbers(source: str, definitions: Definitions) -> list[str]:
    numbers = definitions.numbers()
    return [
        tell("{name} is {value} here, not looked for", name=name, value=text(numbers[name]))
        for name in definitions.used(source)
        if name in numbers
    ]


def _remember(formula: str, options: list[list[str]], line: Line) -> None:
    """What `ans` will be, if the line has a formula or a number for an answer."""
    given = {option[0] for option in options}
    line.keeps = False
    if given & _OTHER_ANSWERS:
        return
    values: dict[str, list[str]] = {}
    for name, *rest in options:
        values.setdefault("--variable" if name == "-x" else name, []).extend(rest)
    order = values.get("--order", [""])[-1]
    line.answer = {
        "source": formula,
        "order": int(order) if order.isascii() and order.isdigit() else None,
        "variable": values.get("--variable", [None])[-1],
        "let": values.get("--let", []),
        "at": values.get("--at", []),
        "degrees": "--degrees" in given,
    }


def placed(error: SlopeError, line: str) -> SlopeError:
    """The error with its place in the whole line, where what it shows is a part of the line."""
    if error.source and error.source != line:
        at = line.find(error.source)
        if at >= 0 and line.find(error.source, at + 1) < 0:
            error.source = line
            error.start += at
            error.end += at
    return error


WORDS = frozenset(name for name in COMMANDS if name != EXPRESSION)
