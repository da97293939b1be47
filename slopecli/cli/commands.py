"""The commands, and how a command line is told apart from an expression.

Only a word that is exactly the name of an option is an option; everything else, also when it begins
with a minus, is an expression. A command's module is imported when the command is called.
"""

from importlib import import_module

import click

from slopecli.cli.spoken import LANG, told
from slopecli.wording import phrase, tell

EXPRESSION = "expression"  # the command that runs where no command is named

COMMANDS = {
    EXPRESSION: phrase("the slope at a point, or the derivative as a formula"),
    "plot": phrase("draw curves and their slopes"),
    "steps": phrase("the derivative, rule by rule"),
    "equal": phrase("whether two formulas are the same function"),
    "check": phrase("whether an answer is right, and what went wrong"),
    "grade": phrase("a whole homework file"),
    "fit": phrase("fit a formula to the columns of a file"),
    "minimize": phrase("the lowest point of a formula"),
    "study": phrase("zeros, extrema, poles, where a curve rises and bends"),
    "functions": phrase("what may be typed"),
    "examples": phrase("a tour: lines to copy and try"),
}


def command_named(name: str) -> click.Command:
    """One of the commands, from the module of its name."""
    command: click.Command = import_module(f"slopecli.cli.{name}").command
    return command


class Slope(click.Group):
    """`slope`: a group whose default command takes an expression."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that a person may name."""
        return [name for name in COMMANDS if name != EXPRESSION]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, from the module of its name."""
        return command_named(name) if name in COMMANDS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Where the first word is no command, it belongs to the default command."""
        if ctx.resilient_parsing and not args:  # a shell asks for completions
            return super().parse_args(ctx, args)
        if not args or args in (["-h"], ["help"]):
            args = ["--help"]
        if args[0] == "help" and len(args) == 2:  # help plot, help sin
            args = [args[1], "--help"] if args[1] in COMMANDS else ["functions", args[1]]
        if args[0] not in self.list_commands(ctx) and args[0] not in ("--help", "--version"):
            args = [EXPRESSION, *args]
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """--version, --lang and --help."""
        return told([VERSION, LANG, HELP])

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help: examples first."""
        from slopecli.cli.help import HELP
        from slopecli.cli.help_page import fitted

        formatter.write(fitted(tell(HELP)))


def _tell_help(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def _tell_version(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from slopecli.version import __version__

        click.echo(f"slope {__version__}")
        ctx.exit()


# click's own help option would look for a translation of itself at every start
HELP = click.Option(
    ["--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_help,
    help="This page.",
)
VERSION = click.Option(
    ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_tell_version
)
TIMEOUT = click.Option(
    ["--timeout"],
    type=float,
    metavar="S",
    help="How many seconds one answer may take (default 5).",
)
_LONG = ("fit", "minimize", "grade")  # these count steps or time answers themselves


class Page(click.Command):
    """A command whose options are its own, --lang and --help, with a help page of our own."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """What is declared, and what every command has."""
        return told([*self.params, LANG, HELP])

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        from slopecli.cli.help_page import page

        return page(self, ctx)


class Expressions(Page):
    """A command that takes expressions among its options, whatever they begin with."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own options, --timeout, --lang and --help."""
        return told([*self.params, TIMEOUT, LANG, HELP])

    def invoke(self, ctx: click.Context) -> object:
        """Answer, within the time that there is; of many expressions each has that time."""
        from slopecli.cli.patience import WATCH, Watch, seconds_for

        if self.name == "grade":  # an answer that takes long does not end the others
            ctx.params["timeout"] = seconds_for(ctx.params["timeout"])
            return super().invoke(ctx)
        watch = ctx.meta[WATCH] = Watch(seconds_for(ctx.params.pop("timeout"), self.name in _LONG))
        if "-" in ctx.params.get("expressions", ()):
            return super().invoke(ctx)
        with watch:
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Sort the words into options with their values, and expressions."""
        options, expressions = self._sorted(args)
        return super().parse_args(ctx, [*options, "--", *expressions])

    def declared(self) -> dict[str, click.Option]:
        """The options by each of their names."""
        return {
            name: option
            for option in (*self.params, TIMEOUT, LANG)
            if isinstance(option, click.Option)
            for name in (*option.opts, *option.secondary_opts)
        }

    def _sorted(self, args: list[str]) -> tuple[list[str], list[str]]:
        declared = self.declared()
        options: list[str] = []
        expressions: list[str] = []
        rest = list(args)
        if rest[:1] == ["-h"] or "--help" in rest:
            return ["--help"], []
        while rest:
            word = rest.pop(0)
            if word == "--":
                expressions += rest
                break
            name = word.split("=", 1)[0]
            option = declared.get(name if name.startswith("--") else word)
            if option is None or (
                word == "-x" and not _names_variable(expressions, rest, declared)
            ):
                self.refuse_option(word, declared)
                expressions.append(word)
                continue
            options.append(word)
            if option.is_flag or option.count or "=" in word:
                continue
            if len(rest) < option.nargs:
                if option.nargs == 1:
                    raise click.UsageError(tell("{option} needs a value after it.", option=word))
                raise click.UsageError(
                    tell("{option} needs two values after it: {option} 0 2.", option=word)
                )
            options += rest[: option.nargs]
            del rest[: option.nargs]
        return options, expressions

    def refuse_option(self, word: str, declared: dict[str, click.Option]) -> None:
        """A word such as --AT or --at3 is a slip, not a formula that begins with two minuses."""
        name = word.lstrip("-\u2013\u2014")
        dashes = word[: len(word) - len(name)]
        letters = name.split("=", 1)[0]
        if len(dashes) == 0 or not letters.replace("-", "").isalnum() or not letters[:1].isalpha():
            return
        if dashes == "-" or len(letters) < 2:
            return
        from slopecli.cli.other_options import near_option
        from slopecli.language.picture import visible

        near = near_option("--" + letters, declared)
        if near:
            raise click.UsageError(
                tell(
                    "there is no option {option}. Did you mean {near}?",
                    option=visible(word),
                    near=near,
                )
            )
        raise click.UsageError(tell("there is no option {option}.", option=visible(word)))


def _names_variable(
    expressions: list[str], rest: list[str], declared: dict[str, click.Option]
) -> bool:
    """Whether -x is the option: a name follows, and there is an expression besides."""
    if not rest or not rest[0].isidentifier():
        return False
    if expressions:
        return True
    skip = 1
    while skip < len(rest):
        option = declared.get(rest[skip].split("=", 1)[0])
        if option is None:
            return True
        skip += 1 + (0 if option.is_flag or "=" in rest[skip] else option.nargs)
    return False


class TooManyError(click.UsageError):
    """Several expressions where one was wanted."""

    def __init__(self, expressions: tuple[str, ...]) -> None:
        from slopecli.language.picture import visible

        listed = tell(", ").join([f'"{visible(each)}"' for each in expressions[:3]])
        super().__init__(
            tell(
                "I expected one expression, but got {count}: {listed}.",
                count=len(expressions),
                listed=listed if len(expressions) < 4 else listed + tell(", ") + "...",
            )
        )
        self.expressions = expressions


class NotTwoError(click.UsageError):
    """One expression, or more than two, where two were wanted."""

    def __init__(self, expressions: tuple[str, ...], example: str) -> None:
        super().__init__(
            tell(
                "I expected two formulas, but got {count}, as in: {example}",
                count=len(expressions),
                example=example,
            )
        )
        self.expressions = expressions


def one_expression(expressions: tuple[str, ...]) -> str:
    """The expression, if there is exactly one."""
    if len(expressions) == 1:
        return expressions[0]
    if not expressions:
        from slopecli.cli.examples import EXAMPLES

        context = click.get_current_context(silent=True)
        name = context.info_name if context is not None else None
        if name in EXAMPLES and name != EXPRESSION:
            example = EXAMPLES[name][0][0]
            raise click.UsageError(tell("which formula? Give one, as in: {line}", line=example))
        raise click.UsageError(tell('which curve? Give an expression, as in: slope "x^2" --at 3'))
    raise TooManyError(expressions)


def two_expressions(expressions: tuple[str, ...], example: str) -> tuple[str, str]:
    """Both expressions, if there are exactly two."""
    if len(expressions) == 2:
        return expressions[0], expressions[1]
    if not expressions:
        raise click.UsageError(tell("which formulas? Give two, as in: {example}", example=example))
    raise NotTwoError(expressions, example)
