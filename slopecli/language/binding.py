"""The binding powers, read from the function table, and the kinds of token that matter to them."""

from slopecli.language.functions import ROWS

LEVELS = 100  # of nesting; Python's own stack holds about twice as many
NODES = 20_000  # of a tree

INFIX = {name: row.infix for name, row in ROWS.items() if row.infix}
PRODUCT = INFIX["*"]
POWER = INFIX["^"]
COMPARED = INFIX["<"]
MINUS = ROWS["neg"].prefix
_FACTORIAL = ROWS["factorial"].postfix
AFTER = {"!": _FACTORIAL, "°": _FACTORIAL, "%": _FACTORIAL, "'": _FACTORIAL, "^(": POWER}

ATOMS = frozenset({"letter", "number", "constant"})
BRACKETS = frozenset("([{")
OPENING = BRACKETS | {"|", "|(", "⌊", "⌈"}
CLOSING = {"(": ")", "[": "]", "{": "}", "^(": ")^", "|(": ")|", "|": "|", "⌊": "⌋", "⌈": "⌉"}
CALLED = {"⌊": "floor", "⌈": "ceil", "|": "abs", "|(": "abs"}
STARTS = ATOMS | OPENING | {"function", "root", "\\frac", "\\cases", "d/d"}
"""What an operand can begin with, signs apart."""
NAMES_OF_FUNCTIONS = frozenset("fghFGH")
"""Letters that mostly name functions: in front of a bracket, as factors, they are in doubt."""
