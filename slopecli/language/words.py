"""Runs of letters: which ones are formulas, and the d/dx among them."""

from slopecli.language.expr import Call, Num, Var

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from slopecli.language.tokens import Tokens

_LONGEST_RUN = 30  # letters of a word that is split again
_ATTEMPTS = 50


def sensible(tokens: "Tokens", first: int, end: int) -> bool:
    """Whether the run that became the tokens from `first` on can be meant as a formula.

    In `xsinx` and `2pix` the letter is plain to see. `xy` is a product only where its letters are
    declared, or else `print` would be one, too; and `sinn(x)` is no sin(n)*(x), `arcsine(x)` no
    arcsin(e)*(x), `sinn x` no sin(n x).
    """
    kinds, values, names = tokens.kinds, tokens.values, tokens.names
    loose = ""  # the one letter that was not declared
    after_loose = False
    function = -1
    for i in range(first, len(kinds)):
        value = values[i]
        if type(value) is Var and value.name not in names:
            if after_loose or loose not in ("", value.name):
                return False
            loose, after_loose = value.name, True
        else:
            after_loose = False
            if kinds[i] == "function":
                function = i
    if function < 0 or function == len(kinds) - 1:
        return not _slips(tokens, first, end)
    if _slips(tokens, first, end):
        return False
    tail = values[function + 1 :]
    if tail[-1] == Call("e"):
        return False
    if tokens.text[end] != "(":
        return True
    return all(
        type(value) is Var and (value.name in names or _alone(value.name, tokens.text))
        for value in tail
    )


def _slips(tokens: "Tokens", first: int, end: int) -> bool:
    """Whether a key was struck twice: sinn x, ssin x, where the letter stands nowhere else."""
    text, values = tokens.text, tokens.values
    rest = text[end:].lstrip(" ")
    goes_on = (
        rest[:1] == "(" or rest[:1].isdigit() or (rest[:1].isalpha() and not rest[1].isalpha())
    )
    for i in range(first, len(values)):
        if tokens.kinds[i] != "function":
            continue
        pairs = []
        if i > first:
            pairs.append((values[i - 1], text[tokens.starts[i]]))
        if goes_on and i == len(values) - 2:
            pairs.append((values[i + 1], text[tokens.ends[i] - 1]))
        for value, key in pairs:
            once = value == Var(key) and values[first:].count(value) == 1
            if once and key not in tokens.names and not _alone(key, text):
                return True
    return False


def split(tokens: "Tokens", first: int, start: int, end: int) -> bool:
    """Make sensible tokens of a run whose longest names make none: sincos is sin(cos, not sinc.

    Longer names are still tried before shorter ones; a few dozen attempts are enough for words that
    people type.
    """
    tokens.drop(len(tokens.kinds) - first)
    if end - start > _LONGEST_RUN:
        return False
    attempts = 0
    choices = [start]  # for each token so far, where the next shorter one would stop
    stops = [end]
    while choices and attempts < _ATTEMPTS:
        at, stop = choices[-1], stops[-1]
        while stop > at and not tokens.piece(at, stop, end):
            stop -= 1
        if stop == at:
            if stops[-1] <= at:  # the single letter has been tried, too
                choices.pop()
                stops.pop()
                if choices:
                    tokens.drop(1)
                continue
            tokens.add("letter", Var(tokens.text[at]), at, at + 1)
        stops[-1] = stop - 1 if stop > at else at
        after = tokens.ends[-1]
        if after < end:
            choices.append(after)
            stops.append(end)
            continue
        attempts += 1
        if sensible(tokens, first, after):
            return True
        tokens.drop(1)
    return False


def _alone(letter: str, text: str) -> bool:
    """Whether the letter stands somewhere without letters beside it."""
    at = text.find(letter)
    while at >= 0:
        if not text[at + 1].isalpha() and not (at and text[at - 1].isalpha()):
            return True
        at = text.find(letter, at + 1)
    return False


def differential(tokens: "Tokens", start: int, end: int) -> bool:
    r"""Make one token of d/dx, d^2/dx^2 or \frac{d}{dx}, if the run at `start` is their dx."""
    kinds, values = tokens.kinds, tokens.values
    braced = kinds[-1] == "{"
    at = len(kinds) - (3 if braced else 2)  # on what stands above the line
    if braced and (at < 0 or kinds[at + 1] != "}"):
        return False
    order = 1
    raised = at >= 0 and kinds[at] == ")^"
    if at >= 2 and kinds[at - 1 - raised] == ("^(" if raised else "^"):
        number = values[at - raised]
        if type(number) is not Num or not number.value.is_integer:
            return False
        order = number.value.numerator
        at -= 3 if raised else 2
    if at < 0 or values[at] != Var("d"):
        return False
    first = at - 2 if braced else at
    if braced and (first < 0 or kinds[first : first + 2] != ["\\frac", "{"]):
        return False
    where = tokens.starts[first]
    tokens.drop(len(kinds) - first)
    tokens.differentials[first] = (tokens.text[start + 1], order, braced)
    tokens.add("d/d", "", where, end)
    return True
