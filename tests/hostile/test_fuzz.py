"""Random input, with an oracle where there is one; HYPOTHESIS_PROFILE=long looks much longer."""

import string
from pathlib import Path

import pytest
from clean import faults
from expressions import expressions, rationals
from hypothesis import assume, example, given
from hypothesis import strategies as st
from terminal import run_slope

from slopecli.calculus.derive import derivative
from slopecli.errors import SlopeError
from slopecli.language.expr import Call, Num, Var
from slopecli.language.functions import SPELLINGS
from slopecli.language.parser import parse
from slopecli.language.text import text

NAMES = sorted(word for word in SPELLINGS if word != "undefined")
PIECES = [
    *NAMES, *string.digits, *"xytae+-*/^()[]{}|,!'%°²⁻¹√∛⌊⌋<>=≠ \\._;:·×−½π",
    "if(", "max(", "d/dx", "\\frac{", "\\sqrt", "\\left(", "\\right)", "f(x)=", "log_2", "0.5", "1e9", "^-1",
]  # fmt: skip
QUICK = ("--timeout", "2")


def soup():
    """Pieces of the language in no order, and any character at all."""
    return st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=14).map("".join)


@given(soup())
@example("realpow(x, y)")
@example("x\ud800")
@example("1" * 5000)
def test_text_is_a_tree_that_prints_and_reads_back_or_an_error(source):
    try:
        tree = parse(source)
    except SlopeError:
        return
    assert parse(text(tree)) == tree


# What a random search has found, each mended since
FOUND = [
    ["log(|phi|-3^y, 1)", "--order", "3"],
    ["(x-x)^(1e300+100)", "--at", "-1e20", "--tangent"],
    ["x!", "--at", "1e300", "--taylor", "3"],
    ["phi^(t+1)", "--at", "1e22", "--tangent"],
    ["erf(x)", "--at", "2^(10^18)"],
    ["x^a", "--at", "0", "--let", "a=2^(10^18)"],
    ["ceil(x)", "--at", "2^(10^18)"],
    ["if(ceil(t)=asinh(-1), 1, digamma(1e9))", "--at", "2^(10^18)"],
    ["steps", "step(step((0.5-x)/erf(4000)))", "--at", "2^(10^18)", "--definition"],
    ["plot", "erfc(if(nthroot(4000,0.5)>x*0,acosh(x),cbrt(100))/log2(2))", "--describe"],
    ["equal", "|x-x|", "0"],
    ["check", "sigmoid(x)", "if(x,4000,7/3)", "--at", "1"],
    ["study", "erfc(tau)"],
    ["e^-x", "--at", "sqrt(2)^(10^12)"],
    ["(2x)^(10^12)", "--simplify"],
    ["x^(1/999) + x^(1/997)", "--at", "0"],
    ["max(x^(1/2), sqrt(2))", "--at", "0", "--taylor", "4"],
    ["cbrt(cos(sinh(14x)))", "--at", "37"],
    ["polygamma(x^6, 1.5x)", "--range", "-6", "-5", "--points", "2000"],
    ["check", "{0<x<1: x, 0}", "{0<x<1: 1, 0} + sin(x)"],
    ["y = x", "--at", "x=-pi,y=pi/2"],
    ["steps", "pi x", "--at", "1", "--definition"],
    ["(sec(x) - cos(x))^polygamma(21, acos(e))", "--range", "0", "1", "--points", "2000"],
]


@pytest.mark.parametrize("words", FOUND, ids=" ".join)
def test_what_was_found_once_stays_mended(words):
    assert faults(run_slope(*words)) == []


POINTS = ["0", "1", "-1", "pi", "1/2", "2^(10^18)", "1e-300", "-1e20", "e^-50", "x", ""]
QUESTIONS = st.one_of(
    st.builds(lambda at: ["--at", at], st.sampled_from(POINTS)),
    st.builds(lambda at: ["--at", at, "--order", "3", "--json"], st.sampled_from(POINTS)),
    st.builds(lambda at: ["--at", at, "--taylor", "4"], st.sampled_from(POINTS)),
    st.builds(lambda at: ["--at", at, "--tangent"], st.sampled_from(POINTS)),
    st.sampled_from([[], ["--latex"], ["--pretty"], ["--json"], ["--order", "2"]]),
    st.builds(lambda a, b: ["--range", a, b], *[st.sampled_from(POINTS)] * 2),
)


@given(st.one_of(expressions(8).map(text), soup()), QUESTIONS)
def test_every_question_about_anything_is_answered_or_refused(source, words):
    assert faults(run_slope(source, *words, *QUICK)) == []


@given(
    expressions(6).map(text),
    st.sampled_from(["steps", "plot", "study", "equal", "check", "minimize"]),
)
def test_every_command_takes_any_formula(source, command):
    more = {"equal": ["x"], "check": ["1"], "minimize": ["--start", "x=1", "--steps", "3"]}
    done = run_slope(command, source, *more.get(command, []), *QUICK)
    assert faults(done) == []


RESHAPED = [
    lambda slope: Call("+", (Num(0), slope)),
    lambda slope: Call("*", (slope, Num(1))),
    lambda slope: Call("neg", (Call("neg", (slope,)),)),
    lambda slope: Call("-", (Call("*", (Num(2), slope)), slope)),
    lambda slope: Call("/", (Call("*", (slope, Num(3))), Num(3))),
]


@given(expressions(6), st.sampled_from(RESHAPED))
def test_a_right_answer_is_never_called_wrong(expr, reshaped):
    try:
        answer = reshaped(derivative(expr, "x"))
    except SlopeError:
        return
    done = run_slope("check", text(expr), text(answer), "-x", "x", *QUICK)
    assert faults(done) == []
    assert not done.out.startswith("wrong")


@given(expressions(6), rationals())
def test_a_wrong_answer_is_never_called_right(expr, shift):
    assume(shift.numerator)
    try:
        slope = derivative(expr, "x")
    except SlopeError:
        return
    size = Call("/", (Num(abs(shift.numerator)), Num(shift.denominator)))
    added = Call("*", (size, Var("x")))
    done = run_slope("check", text(expr), text(Call("+", (slope, added))), "-x", "x", *QUICK)
    assert faults(done) == []
    assert not done.out.startswith("correct")


HOMEWORK = 'student,function,answer\nAda,"x^2, x > 0",2x\nBob,sin(3x),3cos(3x)\n\nCid,ln x,1/x\n'


@given(
    st.lists(
        st.tuples(st.integers(0, len(HOMEWORK)), st.one_of(st.just(""), st.characters(), soup())),
        max_size=6,
    )
)
def test_a_homework_file_with_mistakes_of_its_own_is_graded_or_refused(changes):
    content = HOMEWORK
    for place, added in changes:
        content = content[:place] + added + content[place + (not added) :]
    path = Path("homework.csv")
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    done = run_slope("grade", str(path), "--json")
    assert [fault for fault in faults(done) if not fault.startswith("no word")] == []


@pytest.fixture(autouse=True, scope="module")
def _a_folder_of_its_own(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("fuzz"))
        yield
