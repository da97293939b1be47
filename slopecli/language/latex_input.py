r"""LaTeX pasted from a sheet: \frac{x^2}{2}, \sqrt[3]{x}, \sin^2 x, \left| x \right|, $...$."""

from slopecli.errors import UnreadableError
from slopecli.language.expr import Var
from slopecli.language.functions import ROWS, SPELLINGS
from slopecli.wording import tell

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.tokens import Tokens

_AROUND = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))
_SPACES = frozenset((*",;:! >", "quad", "qquad", "space", "thinspace", "displaystyle", "textstyle"))
_PAIRED = ("biggl", "biggr", "Biggl", "Biggr")
_SIZES = frozenset(
    ("left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", *_PAIRED)
)
_SIGNS = {
    **dict.fromkeys(("cdot", "times", "ast", "cdotp"), "*"),
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("ne", "neq"), "!="),
    **dict.fromkeys(("land", "wedge"), "and"),
    **dict.fromkeys(("lor", "vee"), "or"),
    **dict.fromkeys(("to", "mapsto", "rightarrow"), "->"),
    **{"div": "/", "lt": "<", "gt": ">", "prime": "'", "%": "%", "{": "{", "}": "}"},
    **{"lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lbrace": "{", "rbrace": "}"},
    **{"lvert": "|(", "rvert": ")|", "vert": "|", "mid": "|", "|": "|", "\\": "\\\\"},
    **{"lbrack": "[", "rbrack": "]", "dfrac": "\\frac", "tfrac": "\\frac", "cfrac": "\\frac"},
}
_GREEK = {
    **{"alpha": "α", "beta": "β", "theta": "θ", "vartheta": "θ", "lambda": "λ", "mu": "μ"},
    **{"sigma": "σ", "omega": "ω"},
}
_FUNCTIONS = {"varphi": "phi", "Gamma": "gamma"}
_DRAWN = {row.latex: row.name for row in ROWS.values() if row.latex.startswith("\\operatorname")}
_UPRIGHT = frozenset(("mathrm", "operatorname", "mathit", "mathbf", "mathsf", "text", "textrm"))
_CONNECTIVES = frozenset(("if", "for", "when", "where", "falls", "wenn", "für", "si", ""))
_OTHERWISE = frozenset(("otherwise", "else", "sonst", "sinon", "andernfalls"))


def within(text: str) -> tuple[int, int]:
    r"""Where the formula starts and ends, without $...$, \(...\) or \[...\] around it."""
    inner = text.strip()
    start = text.find(inner)
    end = start + len(inner)
    for opening, closing in _AROUND:
        if inner.startswith(opening) and inner.endswith(closing) and len(inner) > len(opening) * 2:
            return start + len(opening), end - len(closing)
    return start, end


def command(tokens: "Tokens", start: int) -> int:
    r"""Tokens for the command whose \ stands at `start`; the place after it."""
    text = tokens.text
    at = start + 1
    while text[at].isascii() and text[at].isalpha():
        at += 1
    at = max(at, start + 2)
    name = text[start + 1 : at]
    if name in _SPACES:
        return at
    if name in _SIZES:
        return _delimiter(tokens, name, at)
    if name in _SIGNS:
        tokens.add(_SIGNS[name], "", start, at)
        return _numerator(tokens, at) if name.endswith("frac") else at
    if name == "frac":
        tokens.add("\\frac", "", start, at)
        return _numerator(tokens, at)
    if name == "sqrt":
        return _root(tokens, start, at)
    if name in _GREEK:
        tokens.add("letter", Var(_GREEK[name]), start, at)
        return at
    if name in _UPRIGHT:
        return _upright(tokens, start, at + (text[at] == "*"))
    if name in ("begin", "end"):
        return _environment(tokens, name, start, at)
    if name in ("circ", "degree"):
        return _degrees(tokens, start, at)
    name = _FUNCTIONS.get(name, name)
    if SPELLINGS.get(name, "neg") not in ("neg", "and", "or") and name.isalpha():
        first = len(tokens.kinds)
        if name == "gamma" and text[start + 1] == "g":
            raise _unknown(tokens, start, at)  # the small letter is no function
        tokens.known(name, start, at)
        assert len(tokens.kinds) == first + 1
        return at
    raise _unknown(tokens, start, at)


def _unknown(tokens: "Tokens", start: int, at: int) -> UnreadableError:
    from slopecli.language.picture import visible
    from slopecli.language.unknown import strange_character

    name = tokens.source[start:at]
    if not name[1:].isalpha():
        return strange_character(tokens.source, start)
    return UnreadableError(
        tell("I do not know the LaTeX command {name}.", name=visible(name[:30])),
        source=tokens.source,
        start=start,
        end=at,
        advice=tell("Type the formula as in sqrt(x)/2."),
    )


def _delimiter(tokens: "Tokens", name: str, at: int) -> int:
    r"""After \left and \right a bar says which way it opens, and a dot is no bracket."""
    text = tokens.text
    while text[at] == " " and at < len(tokens.source):
        at += 1
    if text[at] == ".":
        return at + 1
    opens, closes = name == "left" or name[-1] == "l", name == "right" or name[-1] == "r"
    if text[at] == "|" and (opens or closes):
        tokens.add("|(" if opens else ")|", "", at, at + 1)
        return at + 1
    return at


def _numerator(tokens: "Tokens", at: int) -> int:
    r"""In \frac12 each digit is a number of its own."""
    for _ in range(2):
        while tokens.text[at] == " " and at < len(tokens.source):
            at += 1
        if not (tokens.text[at].isascii() and tokens.text[at].isdigit()):
            break
        tokens.digit(at)
        at += 1
    return at


def _root(tokens: "Tokens", start: int, at: int) -> int:
    r"""\sqrt{x} and \sqrt[3]{x} are functions; \sqrt 2x is the root of one factor."""
    while tokens.text[at] == " " and at < len(tokens.source):
        at += 1
    tokens.add("function" if tokens.text[at] in "{[(" else "root", "sqrt", start, at)
    if tokens.text[at].isascii() and tokens.text[at].isdigit():
        tokens.digit(at)
        at += 1
    return at


def _upright(tokens: "Tokens", start: int, at: int) -> int:
    r"""\mathrm{e}, \operatorname{arsinh}, \text{if }: the word in the braces."""
    text = tokens.text
    end = text.find("}", at)
    if text[at] != "{" or end < 0:
        raise _unknown(tokens, start, at)
    word = text[at + 1 : end].strip()
    first = text.find(word, at + 1)
    if word in _OTHERWISE:
        tokens.add("otherwise", "", first, first + len(word))
    elif word in _CONNECTIVES:
        pass
    elif word == "d" and text[end + 1].isascii() and text[end + 1].isalpha() and _is_below(tokens):
        # the dx of \frac{\mathrm{d}}{\mathrm{d}x}
        from slopecli.language.words import differential

        differential(tokens, end, end + 2)
        return end + 2
    elif name := _DRAWN.get(text[start : end + 1]):
        tokens.known(name, first, first + len(word))
    elif word.isalpha():
        tokens.word(first, first + len(word))
    elif word in SPELLINGS and word[0].isalpha():  # atan2, log10
        tokens.known(word, first, first + len(word))
    else:
        raise _unknown(tokens, start, at)
    return end + 1


def _is_below(tokens: "Tokens") -> bool:
    return tokens.kinds[-1:] == ["{"] or tokens.kinds[-1:] == ["/"]


def _environment(tokens: "Tokens", name: str, start: int, at: int) -> int:
    end = tokens.text.find("}", at)
    if tokens.text[at : end + 1] not in ("{cases}", "{dcases}"):
        raise _unknown(tokens, start, at)
    tokens.add("\\cases" if name == "begin" else "\\end", "", start, end + 1)
    return end + 1


def _degrees(tokens: "Tokens", start: int, at: int) -> int:
    r"""30^\circ and 30^{\circ}: the power sign only raises the little circle."""
    if tokens.kinds[-2:] == ["^", "{"]:
        tokens.drop(2)
        while tokens.text[at] == " " and at < len(tokens.source):
            at += 1
        if tokens.text[at] != "}":
            raise _unknown(tokens, start, at)
        at += 1
    elif tokens.kinds[-1:] == ["^"]:
        tokens.drop(1)
    tokens.add("°", "", start, at)
    return at
