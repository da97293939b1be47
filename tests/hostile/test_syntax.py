"""Text that is no formula: a sentence, a caret, and nothing on stdout."""

import pytest
from clean import faults

ENDS_TOO_EARLY = [
    "x+",
    "x^",
    "sin",
    "sin(",
    "2*(x",
    "|x",
    "{x<1:",
    "if(x<1",
    "max(x,",
    "√",
    "-",
    "d/dx",
]
IN_THE_WAY = [
    "+*x",
    "x**/2",
    "()",
    "(,)",
    "x)",
    ")x(",
    "x,,y",
    "sin()",
    "max()",
    "1..2",
    "x!!",
    "if(,,)",
]
PROGRAMS = [
    "__import__('os').system('ls')", "x; y", "x.real", "lambda x: x", "x if x else 1", "f'{x}'",
    "[i for i in (1,2)]", "x := 2", "print(x)", "exec('x')", "eval(x)", "import os", "`ls`", "$(ls)",
    "${x}", "%(x)s", "{0.__class__}", "<script>", "x\\x00", "@x", "#x", "x == 1 or True", "os.getcwd()",
]  # fmt: skip
NOT_OURS = [
    "x ∫ 2",
    "Σx",
    "x ∈ R",
    "lim x",
    "x mod",
    "sin^-2^ x",
    "log_(x)",
    "x_1",
    "∂x",
]
NUMBERS = ["1,5", "1 000", "0x10", "1e+", "1.2.3", "1__0", "inf", "nan", "2 3", "1e5000", "∞"]
UNREADABLE = [*ENDS_TOO_EARLY, *IN_THE_WAY, *PROGRAMS, *NOT_OURS, *NUMBERS]


@pytest.mark.parametrize("source", UNREADABLE)
@pytest.mark.parametrize(
    "words", [["--at", "1"], [], ["--range", "0", "1"]], ids=["at", "formula", "table"]
)
def test_what_is_no_formula_is_refused_with_a_sentence(slope, source, words):
    done = slope(source, *words)
    assert (faults(done), done.out, done.status) == ([], "", 2)


@pytest.mark.parametrize("source", UNREADABLE)
def test_every_command_refuses_what_is_no_formula(slope, source):
    for words in (
        ["steps", source],
        ["plot", source],
        ["check", source, "x"],
        ["check", "x", source],
        ["equal", "x", source],
        ["x", "--at", source],
        ["x", "--range", "0", source],
        ["a x", "--at", "1", "--let", f"a={source}"],
        ["minimize", source, "--start", "x=1"],
    ):
        done = slope(*words)
        assert (faults(done), done.status in (1, 2)) == ([], True), words


@pytest.mark.parametrize(
    "opening", ["(", "[", "{", "|", "sin(", "-(", "√(", "2^(", "if(x<1,", "max(1,"]
)
@pytest.mark.parametrize("count", [99, 101, 1_000, 20_000])
def test_no_depth_of_brackets_is_too_much_for_the_reader(slope, opening, count):
    closing = {"[": "]", "{": "}", "|": "|", "if(x<1,": ",1)"}.get(opening, ")")
    for source in (opening * count, opening * count + "x" + closing * count):
        assert faults(slope(source[:100_001], "--at", "1")) == []


@pytest.mark.parametrize(
    "piece", ["x", "-", "+", "2", "x^", "x x", "'", "!", "²", "°", "\\frac", ","]
)
def test_no_length_is_too_much_for_the_reader(slope, piece):
    for count in (1_000, 50_000, 200_000):
        assert faults(slope(piece * count, "--at", "1")) == []
