"""Characters to tokens: numbers, letters, names of functions, and signs.

A token is a kind, a value, and its place in the source. The kinds "number", "letter" and
"constant" have the finished leaf of the tree as their value; "function" and "root" have the name of
a row of the table; every other kind is the sign itself. Characters of the printed page are mapped
one by one, so that places in the source stay what they are, and two squared stays two squared.
"""

from slopecli.errors import LimitError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS, SPELLINGS
from slopecli.language.ratio import Ratio
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Collection

CHARACTERS = 100_000  # the longest input
DIGITS = 4_000  # the longest number; Python itself stops at 4,300

_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZαβθλμπστφωΓ")
_BLANKS = frozenset(" \t\n\r")
_SIGNS = frozenset("+-*/^()[]{}|,:!%°'=<>_≤≥≠→⌊⌋⌈⌉&")
_PAIRS = {
    "**": "^",
    "<=": "<=",
    ">=": ">=",
    "=<": "<=",
    "=>": ">=",
    "!=": "!=",
    "->": "->",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "→": "->",
}
_PRINTED = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full width
    **dict.fromkeys("×·⋅∙∗", "*"),
    **dict.fromkeys(
        "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
    ),
    "÷": "/",
    "−": "-",
    **dict.fromkeys("′’´", "'"),  # what phones and other keyboards make of the mark
    "µ": "μ",  # the sign for micro
    "ϕ": "φ",
    "ϑ": "θ",
    "↦": "→",
}
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸ", "0123456789+-()nixy", strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_FRACTIONS = {
    **{"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5)},
    **{"⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8)},
    **{"⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10)},
}
_ROOTS = {"√": "sqrt", "∛": "cbrt"}
_LONGEST = 12  # letters in the longest spelling of the table
_WHOLE_WORDS = {"and": "and", "or": "or"}
PRINTED = str.maketrans(_PRINTED)


class Tokens:
    """The tokens of one input, as four lists side by side; the last token is "end".

    `doubts` are the places that can be read in two ways, each as start, end, our reading and the
    other one. `differentials` has letter, order and "is a brace open" for each token d/dx.
    """

    __slots__ = (
        "differentials",
        "doubts",
        "ends",
        "kinds",
        "names",
        "source",
        "starts",
        "text",
        "values",
        "wide",
    )

    def __init__(self, source: str, names: "Collection[str]" = ()) -> None:
        if len(source) > CHARACTERS:
            raise LimitError(
                tell(
                    "This input has {count} characters; the limit is {most}.",
                    count=f"{len(source):,}",
                    most=f"{CHARACTERS:,}",
                )
            )
        self.source = source
        self.names = names
        # Names that are not made of letters alone, such as w1, are looked for before all else.
        self.wide = sorted((n for n in names if not _LETTERS.issuperset(n)), key=len, reverse=True)
        self.kinds: list[str] = []
        self.values: list[Expr | str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.doubts: list[tuple[int, int, str, str]] = []
        self.differentials: dict[int, tuple[str, int, bool]] = {}
        # The blank at the end spares every look at the next character a look at the length.
        self.text = (source if source.isascii() else source.translate(PRINTED)) + " "
        start, end = 0, len(source)
        if source[:1] in ("$", "\\") or source[:1].isspace():
            from slopecli.language.latex_input import within

            start, end = within(self.text)
        self._scan(start, end)
        self.add("end", "", end, end)

    def add(self, kind: str, value: Expr | str, start: int, end: int) -> None:
        """Append one token."""
        self.kinds.append(kind)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)

    def drop(self, count: int) -> None:
        """Take back the last tokens."""
        for tokens in (self.kinds, self.values, self.starts, self.ends):
            del tokens[len(tokens) - count :]

    def doubt(self, start: int, end: int, reading: str, other: str) -> None:
        """Remember that the piece can be read in two ways."""
        self.doubts.append((start, end, reading, other))

    def _scan(self, at: int, end: int) -> None:
        text = self.text
        while at < end:
            sign = text[at]
            if sign in _BLANKS:
                at += 1
            elif self.wide and (name := self._declared(at)):
                at = self._letter(name, at)
            elif sign in _LETTERS:
                start = at
                while text[at] in _LETTERS:
                    at += 1
                at = self.word(start, at)
            elif sign in _DIGITS or sign == ".":
                at = self._number(at)
            elif sign in _SIGNS:
                pair = _PAIRS.get(text[at : at + 2])
                start = at
                at += 2 if pair else 1
                self.add(pair or _PAIRS.get(sign, sign), "", start, at)
                if text[at] in "=*/" and text[at - 1] == text[at] and sign != "|":
                    from slopecli.language.unknown import doubled_sign

                    raise doubled_sign(self.source, start, text)
            else:
                at = self._printed(sign, at)

    def _declared(self, at: int) -> str:
        """The declared name with digits, or other signs, that stands here; or an empty text."""
        for name in self.wide:
            if self.text.startswith(name, at):
                after = self.text[at + len(name)]
                if after not in _DIGITS and after != "_":
                    return name
        return ""

    def _letter(self, name: str, start: int) -> int:
        self.add("letter", Var(name), start, start + len(name))
        return start + len(name)

    def word(self, start: int, end: int) -> int:
        """Tokens for a run of letters; the place after them."""
        text = self.text
        word = text[start:end]
        if word in self.names:
            return self._letter(word, start)
        if end - start == 1 and word not in SPELLINGS:
            return self._letter(word, start)
        if word in _WHOLE_WORDS:
            self.add(word, "", start, end)
            return end
        if word[0] == "d" and end - start == 2 and self._differential(start, end):
            return end
        first = len(self.kinds)
        at = start
        while at < end:
            at = self._piece(at, end)
        if len(self.kinds) - first > 1:
            from slopecli.language.words import sensible, split

            if not sensible(self, first, at) and not split(self, first, start, end):
                from slopecli.language.unknown import unknown_word

                raise unknown_word(self.source, start, end, text, self.names)
        return max(at, self.ends[-1])

    def _piece(self, at: int, end: int) -> int:
        """The longest known name at this place of a run of letters, else one letter."""
        if self.wide and (name := self._declared(at)):
            return self._letter(name, at)
        for stop in range(min(end, at + _LONGEST), at, -1):
            if self.piece(at, stop, end):
                return self.ends[-1]
        return self._letter(self.text[at], at)

    def piece(self, at: int, stop: int, end: int) -> bool:
        """Append the name between `at` and `stop`, if there is one, of a run that ends at `end`."""
        piece = self.text[at:stop]
        if piece in self.names:
            self._letter(piece, at)
            return True
        name = SPELLINGS.get(piece)
        if name is None and stop - at > 1 and (piece.isupper() or piece.istitle()):
            piece = piece.lower()  # SIN(x), Sin(x), PI
            name = SPELLINGS.get(piece)
        if name is None or name in ("neg", "and", "or"):
            return False
        if name == "realpow" and "u" not in self.names:  # of rules; people write x^(1/3)
            return False
        if stop == end and self.text[end] in _DIGITS:
            digits = self._digits_of_name(piece, end)
            if digits:
                name, stop = SPELLINGS[piece + digits], stop + len(digits)
        self.known(name, at, stop)
        return True

    def known(self, name: str, start: int, end: int) -> None:
        """Append a function or constant by its name in the table, or another spelling."""
        name = SPELLINGS[name]
        if ROWS[name].partials:
            self.add("function", name, start, end)
        else:
            self.add("constant", Call(name), start, end)

    def digit(self, at: int) -> None:
        """Append one digit as a number of its own."""
        self.add("number", Num(int(self.text[at])), at, at + 1)

    def _digits_of_name(self, piece: str, end: int) -> str:
        """The digits that belong to a name: log2, log10, atan2; but log25 and atan2x are not."""
        text = self.text
        at = end
        while text[at] in _DIGITS or text[at] == ".":
            at += 1
        digits = text[end:at]
        name = SPELLINGS.get(piece + digits)
        if name is None or (ROWS[name].arity > 1 and text[at:].lstrip(" ")[:1] != "("):
            return ""
        if text[at] in _LETTERS:
            written = piece + digits
            self.doubt(
                end - len(piece), at + 1, f"{written}({text[at]})", f"{piece}({digits}{text[at]})"
            )
        return digits

    def _number(self, start: int) -> int:
        text = self.text
        at = start
        while text[at] in _DIGITS:
            at += 1
        whole = text[start:at]
        decimals = ""
        if text[at] == ".":
            at += 1
            point = at
            while text[at] in _DIGITS:
                at += 1
            decimals = text[point:at]
            if not whole and not decimals:
                from slopecli.language.unknown import lonely_point

                raise lonely_point(self.source, start)
        power = 0
        if text[at] in "eE" and (
            text[at + 1] in _DIGITS or (text[at + 1] in "+-" and text[at + 2 : at + 3] in _DIGITS)
        ):
            sign = at + 1
            at += 2
            while text[at] in _DIGITS:
                at += 1
            # int() of a million digits would take minutes, so their number is looked at first.
            power = int(text[sign:at]) if at - sign < 9 else 10**9
            if text[at] in _LETTERS:
                number = text[start:at]
                self.doubt(
                    start,
                    at + 1,
                    tell("{number} as one number, times {letter}", number=number, letter=text[at]),
                    tell("e times ..."),
                )
        if text[at] in "._":
            from slopecli.language.unknown import odd_number

            raise odd_number(self.source, start, at)
        digits = (whole + decimals).lstrip("0")
        if len(digits) > DIGITS or abs(power) > DIGITS:
            raise self._too_long(start, at)
        power -= len(decimals)
        count = int(digits or "0")
        value = Ratio(count * 10**power) if power >= 0 else Ratio(count, 10**-power)
        self.add("number", Num(value), start, at)
        return at

    def _printed(self, sign: str, at: int) -> int:
        """A character that a keyboard does not have."""
        text = self.text
        start = at
        if sign in _SUPERSCRIPTS:
            self.add("^(", "", at, at)
            while (sign := text[at]) in _SUPERSCRIPTS:
                at = self._raised(_SUPERSCRIPTS[sign], at)
            self.add(")^", "", at, at)
            return at
        if sign in _SUBSCRIPTS:
            while text[at] in _SUBSCRIPTS:
                at += 1
            index = "".join([_SUBSCRIPTS[sign] for sign in text[start:at]])
            self.add("_", "", start, start)
            self.add("number", Num(int(index[:9])), start, at)
            return at
        if sign in _FRACTIONS:
            above, below = _FRACTIONS[sign]
            self.add("number", Call("/", (Num(above), Num(below))), at, at + 1)
            return at + 1
        if sign in _ROOTS:
            self.add("root", _ROOTS[sign], at, at + 1)
            return at + 1
        if sign == "\\":
            from slopecli.language.latex_input import command

            return command(self, at)
        if sign == "~" and "\\" in text:
            return at + 1  # a blank in LaTeX
        from slopecli.language.unknown import strange_character

        raise strange_character(self.source, at)

    def _raised(self, sign: str, at: int) -> int:
        if sign not in _DIGITS:
            if sign in _LETTERS:
                return self._letter(sign, at)
            self.add(sign, "", at, at + 1)
            return at + 1
        start = at
        while self.text[at] in _SUPERSCRIPTS and _SUPERSCRIPTS[self.text[at]] in _DIGITS:
            at += 1
        digits = "".join([_SUPERSCRIPTS[sign] for sign in self.text[start:at]])
        if len(digits) > DIGITS:
            raise self._too_long(start, at)
        self.add("number", Num(int(digits)), start, at)
        return at

    def _too_long(self, start: int, end: int) -> LimitError:
        return LimitError(
            tell(
                "This number has more than {most} digits, which is the limit.", most=f"{DIGITS:,}"
            ),
            source=self.source,
            start=start,
            end=end,
        )

    def _differential(self, start: int, end: int) -> bool:
        """Whether this is the dx of d/dx; then the whole sign becomes one token."""
        if not self.kinds or self.kinds[-1] not in "/{" or "d" in self.names:
            return False
        from slopecli.language.words import differential

        return differential(self, start, end)
