"""The lesson of a curve as numbered lines, as Markdown with LaTeX, as JSON; hints."""

from slopecli.answers.curves.coordinates import Coordinates
from slopecli.answers.curves.curve_lesson import CurveLesson, Stage
from slopecli.language.expr import Expr, Var, substitute
from slopecli.language.latex import latex
from slopecli.language.text import text
from slopecli.render.lines import json_line
from slopecli.render.steps import Notation, heading, step_record, told_line
from slopecli.wording import phrase, tell

# What is done in a stage: `{x}` and `{y}` are the letters across and up, `{t}` the parameter.
_SAYS = {
    "both sides": phrase(
        "Derive both sides in {x}: {y} is a function of {x}, with the slope {slope}"
    ),
    "collect": phrase("Collect what has {slope} in it on one side: {equation}"),
    "divide": phrase("Divide by {by}: {equation}"),
    "again": phrase("Derive {lower} in {t} once more"),
    "again implicit": phrase("Derive {lower} in {x} once more: {y} is still a function of {x}"),
    "put in": phrase("Put in {lower} = {by}: {equation}"),
    "tidy": phrase("In another form: {equation}"),
    "polar": phrase("With the coordinates {across} and {up}, the curve is a pair in {t}"),
    "across": phrase("Derive x in {t}"),
    "up": phrase("Derive y in {t}"),
    "quotient": phrase("Divide the slope of y by the slope of x: {equation}"),
    "divide again": phrase("Divide by the slope of x again, {by}: {equation}"),
}
_FIRST_HINT = {
    "implicit": phrase(
        "Derive both sides in {x}. {y} is a function of {x}: each term with {y} brings a factor"
        " {slope}. Then solve for {slope}."
    ),
    "parametric": phrase("Derive x and y in {t}, and divide: {rule}."),
    "polar": phrase("Write {across} and {up}; derive both in {t}, and divide: {rule}."),
}


class _Told:
    """One lesson being told in one notation."""

    def __init__(self, lesson: CurveLesson, markdown: bool) -> None:
        self.lesson = lesson
        self.notation = Notation(markdown)
        question = lesson.question
        self.x, self.y = question.axes
        self.t = question.letters[0]

    def name(self, name: str) -> str:
        """The name of a slope: y', dx/dt, d/dt dy/dx; as fractions in LaTeX."""
        if not self.notation.markdown:
            return name
        return f"${_latex_name(name)}$"

    def letter(self, name: str) -> str:
        """A letter as it stands in a sentence."""
        return self.notation.formula(Var(name))

    def equation(self, *sides: "Expr | None") -> str:
        """left = between = right, without what is not there."""
        shown = []
        for side in sides:
            if side is not None:
                named = type(side) is Var and ("/" in side.name or "'" in side.name)
                shown.append(
                    _latex_name(side.name)  # type: ignore[union-attr]
                    if named and self.notation.markdown
                    else latex(side)
                    if self.notation.markdown
                    else text(side)
                )
        joined = " = ".join(shown)
        return f"${joined}$" if self.notation.markdown else joined

    def stage(self, stage: Stage, place: int) -> list[str]:
        """The lines of a stage: what is done, its rules, what comes of it."""
        lines = [f"{stage.number}. {self.says(stage, place)}"]
        lines += [told_line(line, self.notation) for line in stage.lines]
        if stage.steps:
            number = stage.number + len(stage.lines) + 1
            equation = self.equation(stage.left, stage.right)
            lines.append(f"{number}. " + tell("So {equation}", equation=equation))
        return lines

    def says(self, stage: Stage, place: int) -> str:
        """The sentence that opens a stage."""
        pair = self.lesson.question.kind != "implicit"
        lower = self.y + "'" * place if not pair else _pair_name(place)
        by = stage.by
        if stage.kind == "put in":
            lower = self.y + "'"
        kind = stage.kind if stage.kind != "again" or pair else "again implicit"
        words = {
            "x": self.letter(self.x),
            "y": self.letter(self.y),
            "t": self.letter(self.t),
            "slope": self.letter(self.y + "'"),
            "lower": self.name(lower),
            "by": "" if by is None else self.notation.formula(by),
            "equation": self.equation(stage.left, stage.between, stage.right),
            **self.coordinates(by if stage.kind == "polar" else None),
        }
        return tell(_SAYS[kind], **words)

    def coordinates(self, radius: Expr | None) -> dict[str, str]:
        """x = r cos(θ) and y = r sin(θ) of a polar curve."""
        from slopecli.answers.curves.parametric import from_polar

        degrees = self.lesson.question.degrees
        x, y = from_polar(Var("r") if radius is None else radius, self.t, degrees)
        return {"across": self.notation.equal("x", x), "up": self.notation.equal("y", y)}


def _pair_name(order: int) -> str:
    return "dy/dx" if order == 1 else f"d^{order}y/dx^{order}"


def _latex_name(name: str) -> str:
    r"""dy/dx as \frac{dy}{dx}."""
    head, _, last = name.rpartition(" ")
    if head:
        return rf"{_latex_name(head)} \left({_latex_name(last.strip('()'))}\right)"
    above, slash, below = last.partition("/")
    return rf"\frac{{{_differential(above)}}}{{{_differential(below)}}}" if slash else last


def _differential(part: str) -> str:
    r"""d^2y as d^{2}y, dθ as d\theta."""
    digits = "".join([sign for sign in part if sign.isdigit()])
    part = part.replace(f"^{digits}", f"^{{{digits}}}") if digits else part
    return part.replace("theta", "θ").replace("θ", r"\theta ").strip()


def curve_lesson_text(lesson: CurveLesson, markdown: bool = False) -> str:
    """The numbered lines, and the slope as `slope` itself gives it in the last one."""
    told = _Told(lesson, markdown)
    blocks = []
    for place, stages in enumerate(lesson.stages):
        lines = [line for stage in stages for line in told.stage(stage, place)]
        if len(lesson.stages) > 1:
            lines.insert(0, heading(place) + ("\n" if markdown else ""))
        blocks.append("\n".join(lines))
    blocks.append(told.equation(Var(lesson.name), lesson.formula))
    return "\n\n".join(blocks)


def curve_hint(lesson: CurveLesson, level: int, markdown: bool = False) -> str:
    """1: what to do; 2: what comes of deriving; 3: the way from there to the slope."""
    told = _Told(lesson, markdown)
    first = lesson.stages[0]
    rule = f"dy/dx = (dy/d{told.t})/(dx/d{told.t})"
    words = {
        "x": told.letter(told.x),
        "y": told.letter(told.y),
        "t": told.letter(told.t),
        "slope": told.letter(told.y + "'"),
        "rule": f"${_latex_rule(told.t)}$" if markdown else rule,
        **told.coordinates(None),
    }
    lines = [tell(_FIRST_HINT[lesson.question.kind], **words)]
    derived = [stage for stage in first if stage.steps]
    if level >= 2:
        lines += [told.equation(stage.left, stage.right) for stage in derived]
    if level >= 3:
        rest = [stage for stage in first if not stage.steps and stage.left is not None]
        lines += [told.says(stage, 0) for stage in rest]
    return "\n".join(lines)


def _latex_rule(parameter: str) -> str:
    above, below = (_latex_name(f"d{name}/d{parameter}") for name in ("y", "x"))
    return rf"\frac{{dy}}{{dx}} = \frac{{{above}}}{{{below}}}"


def put_in_text(lesson: CurveLesson, at: Coordinates, markdown: bool = False) -> str:
    """The point put into the slope, as a line before its value."""
    told = _Told(lesson, markdown)
    there = substitute(lesson.formula, {name: point.expr for name, point in at.items()})
    places = [told.notation.equal(told.letter(name).strip("$"), p.expr) for name, p in at.items()]
    formula = told.notation.formula(there)
    return tell("At {place}: {formula}", place=", ".join(places), formula=formula)


def curve_lesson_json(lesson: CurveLesson) -> str:
    """One object: the curve, the slope and its name, the stages of each derivative."""
    return json_line(
        [
            ("curve", lesson.question.written),
            ("kind", lesson.question.kind),
            ("order", lesson.order),
            ("name", lesson.name),
            ("result", text(lesson.formula)),
            ("steps", [_stage_record(stage) for stages in lesson.stages for stage in stages]),
        ]
    )


def _stage_record(stage: Stage) -> dict[str, object]:
    return {
        "rule": stage.kind,
        "left": None if stage.left is None else text(stage.left),
        "result": None if stage.left is None else text(stage.right),
        "by": None if stage.by is None else text(stage.by),
        "parts": [step_record(step) for step in stage.steps],
    }
