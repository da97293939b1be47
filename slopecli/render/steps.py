"""A lesson as numbered lines for the terminal, as Markdown with LaTeX, as JSON; hints."""

from slopecli.answers.steps import Lesson, Line, general, put_in
from slopecli.calculus.derive import FUNCTION_LETTER, Step
from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.latex import latex
from slopecli.language.text import text
from slopecli.render.lines import json_line
from slopecli.wording import phrase, spoken, tell

_DERIVATIVES = (
    phrase("First derivative:"),
    phrase("Second derivative:"),
    phrase("Third derivative:"),
    phrase("Fourth derivative:"),
    phrase("Fifth derivative:"),
    phrase("Sixth derivative:"),
    phrase("Seventh derivative:"),
    phrase("Eighth derivative:"),
    phrase("Ninth derivative:"),
)
_OF = "derivative of "  # how the rule of a function of the table begins
_DEEPEST = 200  # levels of JSON; readers of it recurse


class Notation:
    """How formulas stand in a sentence: as text, or as LaTeX between dollar signs."""

    def __init__(self, markdown: bool) -> None:
        self.markdown = markdown

    def formula(self, expr: Expr) -> str:
        """A formula by itself."""
        return f"${latex(expr)}$" if self.markdown else text(expr)

    def equal(self, name: str, expr: Expr) -> str:
        """u = x^2."""
        return f"${name} = {latex(expr)}$" if self.markdown else f"{name} = {text(expr)}"

    def derived(self, of: Expr, result: Expr) -> str:
        """(x^2)' = 2x."""
        bare = type(of) is Var or (type(of) is Call and not of.args)
        bare = bare or (type(of) is Num and of.value.is_integer)
        if self.markdown:
            left = latex(of) if bare else rf"\left({latex(of)}\right)"
            return f"${left}' = {latex(result)}$"
        left = text(of) if bare else f"({text(of)})"
        return f"{left}' = {text(result)}"

    def reached(self, step: Step) -> str:
        """(x/(x + 1))' = (x + 1 - x)/(x + 1)^2 = 1/(x + 1)^2."""
        between = put_in(step)
        told = self.derived(step.of, step.result if between is None else between)
        if between is None:
            return told
        if self.markdown:
            return f"{told[:-1]} = {latex(step.result)}$"
        return f"{told} = {text(step.result)}"

    def rule(self, name: str) -> str:
        """The name of a rule at the head of a line."""
        name = told_rule(name)
        if spoken() == "en":
            name = name[0].upper() + name[1:]
        return f"**{name}**" if self.markdown else name


def lesson_text(lesson: Lesson, markdown: bool = False) -> str:
    """The numbered lines, and the derivative alone in the last one."""
    notation = Notation(markdown)
    blocks: list[str] = []
    for place, lines in enumerate(lesson.lines):
        told = [told_line(line, notation) for line in lines]
        if len(lesson.lines) > 1:
            told.insert(0, heading(place) + ("\n" if markdown else ""))
        blocks.append("\n".join(told))
    blocks.append(notation.formula(lesson.formula))
    return "\n\n".join(blocks)


def heading(place: int) -> str:
    """What stands above the lines of one derivative among several."""
    if place < len(_DERIVATIVES):
        return tell(_DERIVATIVES[place])
    return tell("{number}th derivative:", number=place + 1)


def told_line(line: Line, notation: Notation) -> str:
    """One line: its number, the rule, and what comes of it."""
    step = line.step
    indent = "" if notation.markdown else "  " * min(line.depth, 12)
    head = f"{line.number}. {indent}"
    if line.kind == "result":
        return head + tell("So {equation}", equation=notation.reached(step))
    if line.kind == "above":
        return head + tell(
            "{equation}, found above in {line}",
            equation=notation.derived(step.of, step.result),
            line=line.found,
        )
    if step.rule == FUNCTION_LETTER:
        return head + _of_letter(step, notation)
    parts = [notation.rule(step.rule)]
    if step.rule == "piecewise":
        parts.append(tell("each branch by itself"))
    sides = general(step)
    if sides is not None:
        parts.append(notation.derived(*sides))
    if line.kind == "rule" or sides is not None:
        parts += _pieces(step, notation)
    if line.kind == "rule":
        return head + _sentence(parts)
    return head + tell("{rule}: {equation}", rule=_sentence(parts), equation=notation.reached(step))


def _sentence(parts: list[str]) -> str:
    """Rule, what it says, with what."""
    return tell(", ").join(parts)


def told_rule(name: str) -> str:
    """The name of a rule in the reader's language."""
    if name.startswith(_OF):
        return tell("derivative of {function}", function=name.removeprefix(_OF))
    return tell(name)


def _of_letter(step: Step, notation: Notation) -> str:
    """y is a function of x, and its slope is y'."""
    return tell(
        "{letter} is a function of {argument}, and its slope is {slope}",
        letter=notation.formula(step.of),
        argument=notation.formula(step.pieces[0][1]),
        slope=notation.formula(step.result),
    )


def _pieces(step: Step, notation: Notation) -> list[str]:
    """What the letters of the rule stand for."""
    pieces = dict(step.pieces)
    if "outer" in pieces:
        found = [
            tell("outer {formula}", formula=notation.formula(pieces["outer"])),
            tell("inner {formula}", formula=notation.equal("u", pieces["inner"])),
        ]
        if "argument" in pieces:
            argument = notation.formula(pieces["argument"])
            found.append(tell("a function of {argument}", argument=argument))
        return found
    return [notation.equal(name, piece) for name, piece in step.pieces]


def hint_text(step: Step, level: int, markdown: bool = False) -> str:
    """The next rule; from level 2 its pieces, from level 3 the step itself."""
    notation = Notation(markdown)
    lines = [_use(step.rule)]
    sides = general(step)
    if level >= 2:
        said = [notation.derived(*sides)] if sides is not None else []
        said += _pieces(step, notation)
        lines += [_stated(said)] if said else []
    if level >= 3:
        parts = [notation.derived(part.of, part.result) for part in step.parts]
        lines += [_stated(parts)] if parts else []
        lines.append(tell("So {equation}.", equation=notation.reached(step)))
    return "\n".join(lines)


def _stated(parts: list[str]) -> str:
    return tell("{parts}.", parts=_sentence(parts))


def _use(rule: str) -> str:
    if rule == "variable":
        return tell("Use the slope of the variable itself, which is 1.")
    if rule == "piecewise":
        return tell("Use the rule for pieces: derive each branch by itself.")
    if rule == "logarithmic differentiation":
        return tell("Use logarithmic differentiation.")
    return tell("Use the {rule}.", rule=told_rule(rule))


def lesson_json(lesson: Lesson) -> str:
    """One object: the rule, of what, the result, the parts; for each order one within `steps`."""
    if len(lesson.steps) == 1:
        return json_line(step_record(lesson.steps[0]).items())
    return json_line(
        [
            ("of", text(lesson.expr)),
            ("result", text(lesson.formula)),
            ("steps", [step_record(step) for step in lesson.steps]),
        ]
    )


def step_record(root: Step) -> dict[str, object]:
    """A step and its parts as dictionaries, built from the leaves up."""
    order: list[Step] = []
    stack = [root]
    while stack:
        step = stack.pop()
        order.append(step)
        stack.extend(step.parts)
    made: dict[int, dict[str, object]] = {}
    depths: dict[int, int] = {}
    for step in reversed(order):
        if id(step) in made:
            continue
        depths[id(step)] = 1 + max([depths[id(part)] for part in step.parts], default=0)
        if depths[id(step)] > _DEEPEST:
            raise LimitError(
                tell(
                    "The steps are nested more than {most} deep, too deep for JSON.", most=_DEEPEST
                )
            )
        made[id(step)] = {
            "rule": step.rule,
            "of": text(step.of),
            "result": text(step.result),
            "pieces": {name: text(piece) for name, piece in step.pieces},
            "parts": [made[id(part)] for part in step.parts],
        }
    return made[id(root)]
