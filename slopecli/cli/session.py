"""`slope` alone on a terminal: a prompt, definitions, the last answer.

Every command works as on the command line, but without quotes.
"""

import sys

import click

from slopecli.answers.session.defining import define
from slopecli.answers.session.definitions import Definitions
from slopecli.cli.commands import EXPRESSION
from slopecli.cli.options import say
from slopecli.cli.outcome import complain, outcome, own_mistake
from slopecli.cli.patience import TooLongError, Watch, seconds_for
from slopecli.cli.session_line import WORDS, Line, command_line, placed, sorted_line
from slopecli.cli.session_words import Word, sort, words_of
from slopecli.errors import SlopeError, UnreadableError, UnusableError
from slopecli.language.functions import SPELLINGS
from slopecli.version import __version__
from slopecli.wording import phrase, tell

PROMPT = "slope> "
OWN_WORDS = {
    "help": phrase("what can be typed here; help sin, help plot"),
    "defs": phrase("what is defined"),
    "clear": phrase("forget a definition: clear f, clear all"),
    "quit": phrase("leave; Ctrl-D does, too"),
}
_LEAVING = ("quit", "exit", "bye", "quit()", "exit()", ":q")
_LINES = ("tangent", "normal")
_FILLING = ("line", "to", "of", "the", "curve")
_HELP = phrase(
    """\
Type a formula for its derivative, add `at` and a place for the slope there:

  x^2 sin x                     the derivative
  x^2 sin x at pi/3             the slope at a place
  2 + 3                         the value
  f(x) = x^2 sin x              give it a name; a = 2 names a number
  f'    f''(x)    f(1)    f'(2) the derivatives, the value, the slope at 2
  ans                           the last answer, exactly: ans at 1, 2 ans
  plot f --range 0 2pi          every command, without quotes:
  steps f'                      rule by rule
  study f                       zeros, extrema, where it rises and bends
  check f, 2x sin x             is this the derivative? A comma between two
  equal sin 2x, 2 sin x cos x   are these the same?

help sin, help plot: more about one word; functions: all that may be typed.
defs: what is defined; clear f: forget it; quit or Ctrl-D: leave.
Tab completes a word, the arrow up brings back a line."""
)


class Leave(Exception):
    """Raised by the line that ends the session."""


class Session:
    """The lines of one session, answered one by one."""

    def __init__(self) -> None:
        self.definitions = Definitions(frozenset({*OWN_WORDS, *_LEAVING, "at", "slope", *WORDS}))

    def answer(self, typed: str) -> int:
        """Answer one line and return its status; raises Leave where it says so."""
        words = [word.strip('"') for word in typed.split()]
        if words[:1] == ["slope"]:
            del words[0]
        return outcome(lambda: self._answer(typed), words)

    def _answer(self, typed: str) -> object:
        line = typed.strip()
        if line.startswith("#"):  # a comment of the tour, pasted with it
            return 0
        try:
            words = words_of(line)
            if words and words[0].text == "$":
                del words[0]
            if words and words[0].text == "slope" and not words[0].quoted:
                del words[0]
            if not words:
                return 0
            first = "" if words[0].quoted else words[0].text
            if len(first) > 1 and first.lower() in (*OWN_WORDS, *_LEAVING):  # HELP, Quit
                first = first.lower()
            leaves = first in _LEAVING or (first == "q" and first not in self.definitions.entries)
            if leaves and len(words) == 1:
                raise Leave
            if (first in OWN_WORDS or first == "?") and not _defines(words):
                return self._own(first, [word.text for word in words[1:]])
            with Watch(seconds_for(None)):
                meant = self._meant(first, words)
            if meant is None:
                return 0
        except SlopeError as error:
            raise placed(error, line) from None
        say(meant.notes, "--quiet" in meant.words)
        return self._run(meant, line)

    def _meant(self, first: str, words: list[Word]) -> Line | None:
        """The command line that is meant; None where a definition was made instead."""
        if first not in self.definitions.entries and not _defines(words):
            _refuse_word(first, [word.text for word in words[1:]])
        if first in WORDS and not _defines(words):
            return command_line(first, words[1:], self.definitions)
        if first.startswith("--") and first in ("--help", "--version"):
            return Line([first])
        if any(word.text == "--help" for word in words):
            return Line([word.text for word in words])
        from slopecli.cli.expression import command

        found = sort(command, words)
        if not found.options and not any(word.quoted for word in found.formulas):
            made = define(self.definitions, " ".join([word.text for word in found.formulas]))
            if made is not None:
                say(made.notes)
                click.echo(made.text)
                return None
        return sorted_line(EXPRESSION, found, self.definitions)

    def _run(self, meant: Line, line: str) -> object:
        from slopecli.cli import answer
        from slopecli.cli.spoken import switched

        last = self.definitions.last
        words = switched(meant.words)
        if words == ["--"]:  # --lang zh alone
            return 0
        try:
            status = answer(words)
        except SlopeError as error:
            raise placed(error, line) from None
        if status in (0, None):
            say(meant.notes_after, "--quiet" in meant.words)
        if not meant.keeps:
            if meant.answer is None or status not in (0, None):
                last.lose()
            else:
                last.keep(**meant.answer)
        return status

    def _own(self, word: str, rest: list[str]) -> object:
        if word == "defs":
            for entry in self.definitions.everything:
                click.echo(entry.text)
            if not self.definitions.everything:
                say([tell("Nothing is defined yet: type f(x) = x^2, or a = 2.")])
            return 0
        if word == "clear":
            if len(rest) != 1:
                raise click.UsageError(tell("which name? Type `clear f`, or `clear all`."))
            for entry in self.definitions.clear(rest[0]):
                say([tell("forgotten: {text}", text=entry.text)])
            return 0
        return self._help(" ".join(rest))

    def _help(self, topic: str) -> object:
        from slopecli.cli import answer

        if topic in WORDS:
            return answer([topic, "--help"])
        if topic == "at":
            click.echo(tell("the place, behind a formula: x^2 at 3, x^2 at 1 and 2"))
            return 0
        for entry in self.definitions.everything:
            if topic == entry.name:
                click.echo(entry.text)
                return 0
        if topic in OWN_WORDS:
            click.echo(tell(OWN_WORDS[topic]))
            return 0
        if topic and (topic in SPELLINGS or topic not in ("", "slope")):
            return answer(["functions", topic])
        from slopecli.cli.help_page import fitted

        click.echo(fitted(tell(_HELP)))
        return 0


def _refuse_word(word: str, rest: list[str]) -> None:
    """`tangent f at 2` may mean the line, or tan of f; `diff f` and `graph f` are nothing here."""
    if word in _LINES and rest:
        of = rest[0] in _FILLING  # tangent line to f at 2
        while rest and rest[0] in _FILLING:
            rest = rest[1:]
        if not rest or rest[0] == "at":
            of, rest = True, ["x^2", *rest]
        line = " ".join([*rest, *([] if "at" in rest or "--at" in rest else ["at", "1"])])
        advice = tell("For the line type: {formula} --{word}", formula=line, word=word)
        if word == "tangent" and not of:
            advice += "\n" + tell("For the function type: tan({formula})", formula=rest[0])
        raise UnusableError(tell("{word} stands behind, as an option.", word=word), advice=advice)
    from slopecli.cli.other_words import other_word

    if rest and (meant := other_word(word, rest)) is not None:
        raise UnreadableError(
            tell('I do not know "{word}".', word=word), source=word, end=len(word), advice=meant
        )


def _defines(words: list[Word]) -> bool:
    """Whether the first word is given a meaning, plot = 3, so that this can be refused."""
    return len(words) > 1 and words[1].text in ("=", ":=")


def converse() -> int:
    """Answer line after line until the person leaves."""
    from slopecli.cli.line_editor import lines_of

    session = Session()
    click.echo(
        tell(
            "slope {version}: type a formula, such as x^2 sin x; help tells more, quit leaves.",
            version=__version__,
        )
    )
    read = lines_of(session, PROMPT)  # which takes longer than to say hello
    while True:
        try:
            typed = read()
            if typed is None:
                return 0
            for line in typed.splitlines():
                session.answer(line)
                sys.stdout.flush()
        except Leave:
            return 0
        except KeyboardInterrupt:
            complain(tell("interrupted."))
        except MemoryError:
            complain(tell("there is not enough memory for this."))
        except TooLongError:  # its watch had just ended
            complain(tell("this takes longer than the limit for one answer."))
        except OSError:
            raise
        except Exception as error:  # one line that we cannot answer does not end the session
            own_mistake(error)
