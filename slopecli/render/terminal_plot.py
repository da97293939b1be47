"""A picture as lines of text, for a terminal of any width."""

from slopecli.answers.pictures.curve import Curve
from slopecli.answers.pictures.plot import Panel, Picture
from slopecli.language.text import text
from slopecli.render.canvas import ASCII, BRAILLE, Canvas
from slopecli.render.table import prime
from slopecli.render.ticks import ticks
from slopecli.wording import phrase, tell
from slopecli.wording.columns import columns as width_of
from slopecli.wording.columns import cut, wrapped

_COLORS = ("34", "33", "32", "35", "36", "31")  # blue and yellow (orange), then others
_SIGNS = {
    "open": "○", "filled": "●", "corner": "◆", "pole": "┊", "crossing": "◇", "cusp": "◆",
    "alone": "●", "zero": "×", "maximum": "▲", "minimum": "▼", "inflection": "◇", "hole": "○",
}  # fmt: skip
_PLAIN_SIGNS = {
    "open": "o", "filled": "@", "corner": "#", "pole": ":", "crossing": "%", "cusp": "#",
    "alone": "@", "zero": "0", "maximum": "^", "minimum": "v", "inflection": "~", "hole": "o",
}  # fmt: skip
_MEANING = {
    "pole": phrase("pole"),
    "open": phrase("not on the curve"),
    "filled": phrase("on the curve"),
    "corner": phrase("corner"),
    "crossing": phrase("the curve crosses itself"),
    "cusp": phrase("cusp"),
    "alone": phrase("a point by itself"),
}


class TerminalPlot:
    """How a picture is laid out: so many columns and lines, in this style, coloured or not."""

    def __init__(self, columns: int, lines: int, style: str, color: bool) -> None:
        self.columns = columns
        self.lines = lines
        self.style = style
        self.color = color
        self.signs = _PLAIN_SIGNS if style != BRAILLE else _SIGNS
        self.frame = "|-++" if style == ASCII else "│─└┬"

    def draw(self, picture: Picture, title: str | None = None) -> list[str]:
        """The lines to be printed."""
        count = len(picture.panels)
        rows = max(3, (self.lines - 2) // count - 2)
        drawn = [cut(title, self.columns)] if title else []
        for panel in picture.panels:
            drawn += self._legend(picture, panel)
            drawn += self._panel(picture, panel, rows, below=panel is picture.panels[-1])
        return drawn + self._explained(picture)

    def _panel(self, picture: Picture, panel: Panel, rows: int, below: bool) -> list[str]:
        marks = ticks(panel.low, panel.high, max(2, rows // 4))
        margin = max([len(label) for _, label in marks], default=0) + 1
        margin = min(margin, max(self.columns - 10, 0))
        columns = max(self.columns - margin - 1, 4)
        if picture.square:
            columns, rows = _of_one_scale(picture, panel, columns, rows)
        canvas = Canvas(columns, rows, self.style)
        frame = _Frame(picture, panel, canvas)
        for line in panel.lines:
            frame.straight(line.x, line.y, line.slope, 3)
        for number, curve in enumerate(panel.curves):
            frame.curve(curve, number)
        for curve in panel.curves:
            self._draw_marks(frame, curve)
        if self._are_numbered(panel):
            for number, curve in enumerate(panel.curves):
                frame.numbered(curve, number, (number + 1) / (len(panel.curves) + 1))
        self._draw_axes(frame)
        labels = {frame.row(y): label for y, label in marks}
        drawn = [
            labels.get(row, "")[:margin].rjust(margin)
            + self.frame[0]
            + self._painted(canvas.row(row))
            for row in range(rows)
        ]
        return drawn + (self._under(picture, frame, margin) if below else [])

    def _draw_axes(self, frame: "_Frame") -> None:
        """Thin lines where x and y are 0."""
        if frame.low < 0 < frame.high:
            for column in range(frame.canvas.columns):
                frame.canvas.behind(frame.row(0), column, "┈" if self.style == BRAILLE else "-")

    def _draw_marks(self, frame: "_Frame", curve: Curve) -> None:
        for mark in curve.marks:
            if mark.y is not None:
                frame.sign(mark.x, mark.y, self.signs[mark.kind])
                continue
            for row in range(frame.canvas.rows):
                column = int(frame.across(mark.x)) // frame.canvas.across
                frame.canvas.behind(row, column, self.signs["pole"])

    def _under(self, picture: Picture, frame: "_Frame", margin: int) -> list[str]:
        """The x axis with its labels."""
        width = frame.canvas.columns
        sign = "pi" if self.style != BRAILLE else "π"
        marks = ticks(picture.left, picture.right, max(2, width // 9), picture.in_pi, sign)
        line = [" "] * (margin + 1 + width)
        rule = [" "] * margin + [self.frame[2]] + [self.frame[1]] * width
        for x, label in marks:
            column = margin + 1 + int(frame.across(x)) // frame.canvas.across
            start = min(max(column - len(label) // 2, 0), len(line) - len(label))
            if start >= 0 and not "".join(line[max(start - 1, 0) : start + len(label)]).strip():
                line[start : start + len(label)] = label
                rule[column] = self.frame[3]
        return ["".join(rule), "".join(line).rstrip()]

    def _legend(self, picture: Picture, panel: Panel) -> list[str]:
        drawn = []
        for number, curve in enumerate(panel.curves):
            sample = self._sample(number)
            name = named(picture, curve)
            if self._are_numbered(panel):
                sample += f" {number + 1}"
            drawn.append(self._painted([(sample, number)]) + " " + name)
        shown = []
        for line in panel.lines:
            shown.append(line.told)
        return [
            *_wrapped(drawn, self.columns, self.color),
            *[cut(each, self.columns) for each in shown],
        ]

    def _are_numbered(self, panel: Panel) -> bool:
        """Whether strokes alone do not tell the curves apart, for those who see no colours."""
        samples = {self._sample(number) for number in range(len(panel.curves))}
        return len(samples) < len(panel.curves)

    def _sample(self, number: int) -> str:
        if self.style == ASCII:
            return "*.+x"[number % 4] * 2
        if self.style == BRAILLE:
            return "⠒⠒" if number % 2 == 0 else "⠐⠐"
        return "▀▀" if number % 2 == 0 else "▀ "

    def _explained(self, picture: Picture) -> list[str]:
        """What the signs mean that occur."""
        kinds = {
            mark.kind for panel in picture.panels for each in panel.curves for mark in each.marks
        }
        named = studied(picture)
        kinds -= {kind for kind, _ in named} | ({"open"} if named else set())
        told = [f"{self.signs[kind]} {tell(_MEANING[kind])}" for kind in _MEANING if kind in kinds]
        told = _wrapped(told, self.columns, False)
        for kind, points in named:
            told += wrapped(f"{self.signs[kind]} {points}", self.columns, indent="  ")
        return told

    def _painted(self, characters: "list[tuple[str, int | None]]") -> str:
        if not self.color:
            return "".join([sign for sign, _ in characters]).rstrip()
        painted, last = "", None
        for sign, curve in characters:
            if curve != last:
                painted += "\x1b[0m" if curve is None else f"\x1b[{_COLORS[curve % len(_COLORS)]}m"
                last = curve
            painted += sign
        return painted + ("" if last is None else "\x1b[0m")


class _Frame:
    """Where x and y lie on the canvas."""

    def __init__(self, picture: Picture, panel: Panel, canvas: Canvas) -> None:
        self.left, self.right = picture.left, picture.right
        self.low, self.high = panel.low, panel.high
        self.canvas = canvas

    def across(self, x: float) -> float:
        share = x / (self.right - self.left) - self.left / (self.right - self.left)
        return min(max(share, -1.0), 2.0) * (self.canvas.width - 1)

    def down(self, y: float) -> float:
        height = self.high - self.low
        share = self.high / height - y / height
        return min(max(share, -9.0), 9.0) * (self.canvas.height - 1)

    def row(self, y: float) -> int:
        return int(self.down(y)) // self.canvas.down

    def sign(self, x: float, y: float, sign: str) -> None:
        if self.low <= y <= self.high:
            self.canvas.sign(self.across(x), self.down(y), sign)

    def curve(self, curve: Curve, number: int) -> None:
        for stroke in curve.strokes:
            for k in range(1, len(stroke)):
                self._line(stroke[k - 1], stroke[k], number)
        for x, y in curve.dots:
            self.canvas.dot(self.across(x), self.down(y), number)

    def numbered(self, curve: Curve, number: int, share: float) -> None:
        """Write a curve's number on it, near this share of the way from left to right."""
        wanted = self.left + share * (self.right - self.left)
        places = [
            (x, y) for stroke in curve.strokes for x, y in stroke if self.low <= y <= self.high
        ]
        if places:
            x, y = min(places, key=lambda place: abs(place[0] - wanted))
            self.sign(x, y, str(number + 1))

    def straight(self, x: float, y: float, slope: float | None, number: int) -> None:
        if slope is None:
            self._line((x, self.low), (x, self.high), number)
            return
        ends = [(end, y + slope * (end - x)) for end in (self.left, self.right)]
        self._line(ends[0], ends[1], number)

    def _line(self, one: tuple[float, float], other: tuple[float, float], number: int) -> None:
        self.canvas.line(
            self.across(one[0]),
            self.down(one[1]),
            self.across(other[0]),
            self.down(other[1]),
            number,
        )


def studied(picture: Picture) -> list[tuple[str, str]]:
    """The points of the studies in a picture, kind by kind, as far as it has a sign for them."""
    if not picture.studies:
        return []
    from slopecli.render.study import points_told

    several = len(picture.studies) > 1
    return [
        (kind, tell("{curve}, {points}", curve=f"f{number}", points=points) if several else points)
        for number, study in enumerate(picture.studies, 1)
        for kind, points in points_told(study)
        if kind in _SIGNS
    ]


def _of_one_scale(picture: Picture, panel: Panel, columns: int, rows: int) -> tuple[int, int]:
    """As many as give both axes one scale: a character is twice as high as it is wide."""
    wide = (picture.right - picture.left) / (panel.high - panel.low)
    fitting = round(2 * rows * wide)
    if fitting <= columns:
        return max(fitting, 4), rows
    return columns, max(round(columns / wide / 2), 3)


def named(picture: Picture, curve: Curve) -> str:
    """The curve's name in a legend: f(x) = tanh(x), then f'(x); several are f1, f2."""
    own = picture.name(curve)
    if own is not None:
        return own
    letter = "f" if len(picture.expressions) == 1 else f"f{curve.number + 1}"
    head = f"{letter}{prime(curve.order)}({picture.variable})"
    return f"{head} = {text(picture.expressions[curve.number])}" if not curve.order else head


def _wrapped(entries: list[str], columns: int, colored: bool) -> list[str]:
    """Entries beside each other as far as they fit."""
    lines: list[str] = []
    room = 0
    for entry in entries:
        length = width_of(entry) - (9 if colored else 0)
        if lines and length + 3 <= room:
            lines[-1] += "   " + entry
            room -= length + 3
        else:
            fits = length <= columns or colored
            lines.append(entry if fits else cut(entry, columns - 1) + "~")
            room = columns - length
    return lines
