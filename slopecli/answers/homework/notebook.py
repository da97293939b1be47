"""Homework as a student writes it, in plain text or Markdown.

    f(x) = x^2 sin(x)
    f'(x) = 2x sin(x) + x^2 cos(x)
          = x(2 sin(x) + x cos(x))

A question, which may be a curve such as x^2 + y^2 = 25, then its derivative; lines that begin with
= are working, and so is every = in a line, and an equation with y' in it after a curve. `d/dx (x^2)
= 2x` and an integral sign with its dx state question and answer in one line. All other lines are
words.
"""

from slopecli.answers.homework.answer import PRIMES
from slopecli.answers.homework.chain import split_equation
from slopecli.answers.homework.submission import Submission
from slopecli.errors import SlopeError, UnusableError
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORDS = 20_000  # lines of words before the first answer
_STUDENT = ("name:", "student:", "姓名:", "学生:")


class Notebook:
    """The submissions of a text, one after the other."""

    def __init__(self, lines: "Iterable[str]", kind: str = "derivative") -> None:
        self.lines = lines
        self.kind = kind
        self.student: str | None = None
        self.function: str | None = None
        self.variable: str | None = None
        self.id: str | None = None
        self.curve = False  # whether the question is one
        self.equations = False  # whether the open answer began with an equation for y'
        self.open: Submission | None = None

    def submissions(self) -> "Iterator[Submission]":
        """Each answer with its working, when the next one begins."""
        found = False
        for number, line in enumerate(self.lines, 1):
            ended = self._take(number, line)
            if ended is not None:
                found = True
                yield ended
            elif number == _WORDS and not found and self.open is None:
                raise UnusableError(
                    tell("there is no answer in the first {most} lines.", most=f"{_WORDS:,}")
                )
        if self.open is not None:
            yield self.open

    def _take(self, number: int, line: str) -> Submission | None:
        """Read one line; the submission that ends before it, if one does."""
        words = line.strip().replace("：", ":", 1)
        if words.lower().startswith(_STUDENT):
            self.student = words.split(":", 1)[1].strip() or None
            return self._close()
        label, text = _bare(line)
        if text.startswith("="):
            self._continue(number, text[1:])
            return None
        left, equals, right = split_equation(text)
        if not equals:
            return self._pair(label, text) if text else self._close()
        question = _question(left)
        if question is not None:
            ended = self._close()
            self.id = label
            self.curve = False
            self.function, kind, order, variable = question
            self._begin(number, right, kind, order, variable)
            return ended
        asked = _label(left)
        if asked is None:
            return self._equation(number, label, text)
        primes, named, at = asked
        if self.curve and primes:
            named = None  # dy/dx of a pair in t
            if self.equations and self.open is not None and self.open.order == primes:
                self._continue(number, right)
                return None
        ended = self._close()
        if not primes:
            self.function, self.variable, self.id = right.strip(), named, label
            self.curve = False
        elif self.function is not None:
            self._begin(number, right, self.kind, primes, named or self.variable, at)
        return ended

    def _pair(self, label: str | None, text: str) -> Submission | None:
        """A line without =: (cos t, sin t) is a question, all else are words."""
        if not (text.startswith("(") and _is_curve(text)):
            return None
        ended = self._close()
        self.function, self.variable, self.id, self.curve = text, None, label, True
        return ended

    def _equation(self, number: int, label: str | None, text: str) -> Submission | None:
        """A curve that is asked about, or working on one: 2x + 2y y' = 0."""
        if self.curve and self.function is not None and _has_slope(text):
            order = 2 if "''" in text or "d^2" in text else 1
            if self.open is None or not self.equations or self.open.order != order:
                ended = self._close()
                self._begin(number, "", self.kind, order, None)
            else:
                ended = None
            assert self.open is not None
            self.open.steps.append((number, text))
            self.open.answer = text
            self.equations = True
            return ended
        if _has_slope(text) or not _is_curve(text):
            return None
        ended = self._close()
        self.function, self.variable, self.id, self.curve = text, None, label, True
        return ended

    def _begin(
        self,
        number: int,
        right: str,
        kind: str,
        order: int,
        variable: str | None,
        at: str | None = None,
    ) -> None:
        assert self.function is not None
        found = Submission(number, self.function, "", kind=kind)
        found.order = order if kind == "derivative" else None
        found.variable, found.at = variable, at
        found.student, found.id = self.student, self.id
        self.open = found
        self.equations = False
        self._continue(number, right)

    def _continue(self, number: int, text: str) -> None:
        """More working: every = begins another step."""
        if self.open is None:
            return
        rest = text
        while rest:
            step, _, rest = split_equation(rest)
            if step.strip():
                self.open.steps.append((number, step.strip()))
                self.open.answer = step.strip()

    def _close(self) -> Submission | None:
        ended, self.open = self.open, None
        return ended


def _is_curve(text: str) -> bool:
    """Whether this line asks about a curve: an equation in x and y, a pair, a polar curve."""
    from slopecli.language.curves import read_curve
    from slopecli.language.expr import letters

    try:
        found = read_curve(text)
    except SlopeError:
        return False
    if found is None:
        return False
    return found.kind != "implicit" or {"x", "y"} == {
        name for part in found.parts for name in letters(part)
    }


def _has_slope(text: str) -> bool:
    return any(prime in text for prime in PRIMES) or "dy/d" in text or "\\frac{d" in text


def _bare(line: str) -> tuple[str | None, str]:
    """The label of a question, as 1) or a., and the line without it and without Markdown."""
    text = line.strip().lstrip("\ufeff").replace("$", "").replace("`", "").replace("**", "")
    text = text.lstrip("#>-+* \t") if text[:2] in ("# ", "> ", "- ", "* ", "##") else text
    text = text.replace("&=", "=").removesuffix("\\\\").strip()
    head, _, rest = text.partition(" ")
    if rest and len(head) <= 5 and head[-1] in ").:" and head[:-1].strip("(").isalnum():
        return head.strip("().:"), rest.strip()
    return None, text


def _label(left: str) -> tuple[int, str | None, str | None] | None:
    """What stands before =: f(x) is (0, "x", None), f''(t) (2, "t", None), f'(3) (1, None, "3")."""
    text = "".join(left.split()).replace("\u2033", "''").replace("\\prime", "'").replace("^", "")
    for start in ("\\frac{d", "d"):
        order = _leibniz(text.removeprefix(start)) if text.startswith(start) else None
        if order is not None:
            return order[0], order[1], None
    if not text[:1].isalpha():
        return None
    name = text[:1]
    rest = text[1:]
    primes = 0
    while rest[:1] and (rest[0] in PRIMES or rest[:1] == "\u2032"):
        primes += 1
        rest = rest[1:]
    if not rest:
        return (primes, None, None) if primes or name in "yfgh" else None
    if not (rest.startswith("(") and rest.endswith(")")):
        return None
    inside = rest[1:-1]
    if len(inside) == 1 and inside.isalpha():
        return primes, inside, None
    return (primes, None, inside) if primes else None


def _leibniz(rest: str) -> tuple[int, str] | None:
    """What follows the d of dy/dx or d2y/dx2."""
    rest = rest.replace("}{", "/").replace("}", "").replace("{", "").replace("\u00b2", "2")
    order = 1
    if rest[:1].isdigit():
        order, rest = int(rest[0]), rest[1:]
    over, slash, under = rest.partition("/d")
    if (
        not slash
        or len(over.removesuffix("(x)").removesuffix("(t)")) != 1
        or not under[:1].isalpha()
    ):
        return None
    return order, under[0]


def _question(left: str) -> "tuple[str, str, int, str] | None":
    """A question that is asked in front of =: d/dx (x^2), or an integral sign with its dx."""
    text = left.strip()
    for sign in ("\u222b", "\\int"):
        if text.startswith(sign):
            inside = text.removeprefix(sign).strip()
            if len(inside) > 2 and inside[-2] == "d" and inside[-1].isalpha():
                inside, variable = inside[:-2].replace("\\,", " ").strip(), inside[-1]
                return inside or "1", "integral", 1, variable
            return None
    close = "".join(text[:12].split()).replace("\u00b2", "2").replace("^", "")
    for start, order in (("d/d", 1), ("d2/d", 2), ("\\frac{d}{d", 1)):
        if close.startswith(start) and close[len(start) : len(start) + 1].isalpha():
            variable = close[len(start)]
            _, _, rest = text.partition("d" + variable)
            rest = rest.lstrip("}").removeprefix("^2").removeprefix("\u00b2")
            if order == 2:
                rest = rest.removeprefix("2")
            return (rest.strip(), "derivative", order, variable) if rest.strip() else None
    return None
