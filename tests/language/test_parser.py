"""Reading: many spellings, one tree; notes; questions; limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import CASES

from slopecli.errors import LimitError, SlopeError, UnreadableError
from slopecli.language.expr import Call, Expr, Num, Var
from slopecli.language.functions import ROWS
from slopecli.language.parser import parse, read
from slopecli.language.picture import picture
from slopecli.language.text import decimal, text


def brackets(expr: Expr) -> str:
    """The tree, fully bracketed: 2x is (* 2 x), pi is (pi)."""
    if type(expr) is Call:
        return f"({' '.join([expr.name, *map(brackets, expr.args)])})"
    return expr.name if type(expr) is Var else decimal(expr.value)


def spellings() -> list:
    rows, tree = [], ""
    for line in (CASES / "spellings.txt").read_text("utf-8").splitlines():
        if line[:2] in ("  ", "? "):
            rows.append(pytest.param(tree, line[2:], line[0] == "?", id=line[2:]))
        elif line and line[0] != "#":
            tree = line
    return rows


@pytest.mark.parametrize(("tree", "spelling", "noted"), spellings())
def test_a_spelling_makes_the_tree(tree, spelling, noted):
    reading = read(spelling)
    assert brackets(reading.expr) == tree
    assert bool(reading.notes) == noted
    assert not noted or reading.notes == (f"read as: {text(reading.expr, clear=True)}",)


@pytest.mark.parametrize(("tree", "spelling", "noted"), spellings())
def test_strict_refuses_exactly_what_is_noted(tree, spelling, noted):
    if noted:
        with pytest.raises(UnreadableError, match="two ways"):
            read(spelling, strict=True)
    else:
        read(spelling, strict=True)


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.name)
def test_every_spelling_of_the_table_is_read(row):
    if row.is_operator or row.reads or row.name in ("if", "realpow"):
        return
    arguments = ", ".join("uvw"[: row.arity])
    for word in (row.name, *row.also):
        expr = parse(f"{word}({arguments})" if row.arity else word)
        assert expr == Call(row.name, tuple(Var(letter) for letter in "uvw"[: row.arity]))


@pytest.mark.parametrize(
    ("source", "order", "variable", "asked"),
    [
        ("x^2", 1, None, False),
        ("f(t) = t^2", 1, "t", False),
        ("f: s -> s^2", 1, "s", False),
        ("y = x^2", 1, None, False),
        ("d/dt t^2", 1, "t", True),
        ("d^2/dx^2 x^4", 2, "x", True),
        ("d²/dx² x^4", 2, "x", True),
        (r"\frac{d}{dx} x^2", 1, "x", True),
        (r"\frac{\mathrm{d}^2}{\mathrm{d}x^2} x^4", 2, "x", True),
        ("(x^2)''", 2, None, True),
        ("sin(x)'", 1, None, True),
        ("y = (x^2)'", 1, None, True),
    ],
)
def test_an_input_may_state_its_question(source, order, variable, asked):
    reading = read(source)
    assert (reading.order, reading.variable, reading.asked) == (order, variable, asked)


def test_the_whole_after_d_dx_is_differentiated_with_a_note():
    reading = read("d/dx x^2 + 3x")
    assert brackets(reading.expr) == "(+ (^ x 2) (* 3 x))"
    assert reading.notes == ("read as: d/dx (x^2 + 3x)",)


@pytest.mark.parametrize("source", ["(x^2)'' + 1", "d^2/dx^2 (x^2) + 1"])
def test_a_derivative_inside_a_formula_is_left_to_the_caller(source):
    def differentiate(expr, variable, order):
        assert (text(expr), variable, order) == ("x^2", "x", 2)
        return Num(2)

    assert brackets(read(source, differentiate=differentiate).expr) == "(+ 2 1)"
    with pytest.raises(UnreadableError, match="derivative inside a formula"):
        read(source)


@pytest.mark.parametrize(
    ("source", "names", "tree"),
    [
        ("xy", ("x", "y"), "(* x y)"),
        ("ax^2", ("a",), "(* a (^ x 2))"),
        ("w1 x + w12", ("w1", "w12"), "(+ (* w1 x) w12)"),
        ("2rate", ("rate",), "(* 2 rate)"),
        ("rate(x+1)", ("rate",), "(* rate (+ x 1))"),
        ("x_0 + x", ("x_0",), "(+ x_0 x)"),
        ("速度 t", ("速度",), "(* 速度 t)"),
        ("xysincos(x)", ("x", "y"), "(* (* x y) (sin (cos x)))"),
        ("d/dx", ("d", "x"), "(* (/ d d) x)"),
        ("e^x", ("e",), "(^ e x)"),
    ],
)
def test_declared_names_are_read(source, names, tree):
    assert brackets(parse(source, names)) == tree


@pytest.mark.parametrize(
    "source",
    [
        "(" * 100 + "x" + ")" * 100,
        "sin(" * 100 + "x" + ")" * 100,
        "sin " * 100 + "x",
        "1+2*(" * 100 + "x" + ")" * 100,
        "|" * 100 + "x" + "|" * 100,
        "√" * 100 + "x",
        "2^" * 100 + "x",
        "-" * 100 + "x",
        "+".join(["x"] * 10_000),
        "x " * 9_000,
        "*".join(["x"] * 9_000),
        "1" * 4_000,
        "1e400",
        "x" + " " * 99_999,
    ],
    ids=lambda source: source[:12],
)
def test_within_the_limits_everything_is_read(source):
    parse(source)


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        ("(" * 101 + "x" + ")" * 101, "100 levels"),
        ("(" * 40_000, "100 levels"),
        ("sin " * 20_000 + "x", "100 levels"),
        ("-" * 60_000 + "x", "100 levels"),
        ("+" * 60_000 + "x", "100 levels"),
        ("x^" * 40_000 + "x", "100 levels"),
        ("√" * 40_000 + "x", "100 levels"),
        ("{x<1:" * 10_000, "100 levels"),
        ("d/dx " * 10_000, "100 levels"),
        ("(x)" + "'" * 101, "100 marks"),
        ("+".join(["x"] * 10_001), "20,000 parts"),
        ("x²" * 20_000, "20,000 parts"),
        ("max(" + "x," * 12_000 + "x)", "20,000 parts"),
        ("x" + " " * 100_000, "100,000"),
        ("1" * 4_001, "4,000 digits"),
        ("1e999999999", "4,000 digits"),
        ("1e" + "9" * 50_000, "4,000 digits"),
        ("x" + "²" * 5_000, "4,000 digits"),
    ],
    ids=lambda word: word[:12],
)
def test_beyond_a_limit_the_message_names_it(source, limit):
    with pytest.raises(LimitError, match=limit):
        parse(source)


def test_a_letter_is_a_condition_in_a_rule_alone():
    assert brackets(parse("if(u, 1, 0)", rule=True)) == "(if u 1 0)"
    with pytest.raises(UnreadableError, match="I expected a condition here"):
        parse("if(x, 1, 2)")


PIECES = r"""
x y t 2 0.5 1e3 e pi π θ sin cos ln log sqrt √ ∛ ( ) [ ] { } | + - * / ^ ** ² ⁻¹ ! % ° ' , : < >= =
and or if max d/dx dx ½ \frac \sqrt \left \right \begin{cases} \end{cases} & \\ \cdot \text{if}
\mathrm{d} \circ $ e3 x2 w1 asin nthroot mod log2 _ ⌊ ⌋ (x+1) x^2 f(x)= y= undefined х χ ; . 。
"""
TYPED = st.sampled_from([*PIECES.split(), " ", "\n", "\u200b", "\u202e", "\x1b"])


@given(st.lists(TYPED, max_size=12).map("".join) | st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused_and_never_echoed_raw(source):
    shown = ""
    try:
        reading = read(source, differentiate=lambda expr, variable, order: expr)
    except SlopeError as error:
        shown = picture(error)
    else:
        assert parse(text(reading.expr)) == reading.expr
    assert all(sign.isprintable() or sign == "\n" for sign in shown)
