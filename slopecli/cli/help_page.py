"""The help page of one command: what it does, examples to copy, every option on a line of its own.

It is measured in columns instead of characters, so that Chinese fits, too.
"""

import re

import click

from slopecli.cli.examples import EXAMPLES, EXPRESSION_WORDS
from slopecli.wording import tell
from slopecli.wording.columns import columns, left, wrapped

_WIDEST = 80  # columns of a page
_NARROWEST = 40
_LARGEST = 26  # columns of the options; what is longer has a line of its own
_GAP = 2


def page(command: click.Command, context: click.Context) -> str:
    """The page in the reader's language."""
    width = min(max(context.terminal_width or _columns_here(), _NARROWEST), _WIDEST)
    name = command.name or ""
    examples = EXAMPLES.get(EXPRESSION_WORDS.get(name, name), ())
    lines = [_usage(command, name), "", *_indented(wrapped(tell(command.help or ""), width - 2))]
    if examples:
        lines += ["", tell("Examples:")]
        lines += _beside([(line, tell(meaning)) for line, meaning in examples], width, _WIDEST)
    options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
    lines += ["", tell("Options:")]
    lines += _beside([(_typed(each), each.help or "") for each in options], width, _LARGEST)
    return "\n".join(lines)


def fitted(text: str) -> str:
    """A page that is written for 80 columns, in a terminal that may have fewer.

    What stands beside an example then stands under it.
    """
    width = max(_columns_here(), _NARROWEST)
    lines: list[str] = []
    for line in text.split("\n"):
        if columns(line) <= width:
            lines.append(line)
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        parts = re.split(r" {2,}", line.strip())
        for place, part in enumerate(parts):
            if part.startswith("slope "):  # which is there to be copied
                lines.append(indent + part)
            else:
                under = indent + "    " * (place > 0)
                lines += wrapped(under + part, width, under)
    return "\n".join(lines)


def _columns_here() -> int:
    from slopecli.cli.screen import size

    return size()[0]


def _usage(command: click.Command, name: str) -> str:
    words = ["slope"] if name in EXPRESSION_WORDS else ["slope", name]
    for each in command.params:
        if isinstance(each, click.Argument):
            wanted = each.metavar or (each.name or "").upper()
            words.append(wanted if each.required or each.nargs == -1 else f"[{wanted}]")
    return tell("Usage: {line}", line=" ".join([*words, tell("[OPTIONS]")]))


def _typed(option: click.Option) -> str:
    """An option as it is typed: -o, --output FILE."""
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag or option.count:
        return names
    if isinstance(option.type, click.Choice):
        return f"{names} {'|'.join([str(choice) for choice in option.type.choices])}"
    return f"{names} {option.metavar or 'N'}"


def _beside(rows: list[tuple[str, str]], width: int, largest: int) -> list[str]:
    """Each row's head, and beside it what it means; a long head has a line of its own."""
    heads = [columns(head) for head, _ in rows if columns(head) <= largest]
    column = min(max(heads, default=0), largest, width // 2) + _GAP
    lines = []
    for head, meaning in rows:
        beside = wrapped(meaning, max(width - column - 2, 10))
        if columns(head) + _GAP > column:
            lines.append(f"  {head}")
            head = ""
        for part in beside:
            lines.append(f"  {left(head, column)}{part}".rstrip())
            head = ""
    return lines


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in lines]
