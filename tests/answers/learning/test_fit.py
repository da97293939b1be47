"""Learning from tables and going down formulas."""

import json
import re

import numpy as np
import pytest

from slopecli.answers.learning.columns import parse_columns
from slopecli.answers.learning.descent import DivergedError
from slopecli.answers.learning.fit import fit
from slopecli.answers.learning.loss import LOSSES
from slopecli.answers.learning.methods import METHODS
from slopecli.answers.learning.minimize import minimize
from slopecli.errors import UnusableError
from slopecli.render.fit import fit_json, fit_text, minimum_text


def columns(text):
    return parse_columns([line.strip() + "\n" for line in text.strip().splitlines()], "t.csv")


TUTORIAL = columns(
    """
    x1,x2,x3,label
    0.52,1.12,0.77,1
    0.88,-1.08,0.15,1
    0.52,0.06,-1.30,0
    0.74,-2.49,1.39,1
    """
)
LINE = columns("x,y\n0,1\n1,3.1\n2,4.9\n3,7")
EXAMS = columns(
    """
    hours,passed
    0.5,0
    0.75,0
    1,0
    1.5,0
    1.75,1
    2,0
    2.5,1
    3,0
    3.5,1
    4,1
    5,1
    """
)


@pytest.mark.parametrize(
    "model",
    [
        "sigmoid(w1*x1 + w2*x2 + w3*x3)",
        "0.5*(tanh((w1*x1 + w2*x2 + w3*x3)/2) + 1)",
        "1/(1 + e^(-(w1 x1 + w2 x2 + w3 x3)))",
    ],
)
def test_the_tutorial_learns_the_same_by_command(model):
    found = fit(model, TUTORIAL, "label", loss="log", rate=0.01, steps=100)
    assert repr(found.initial_loss) == "2.772588722239781"
    assert repr(found.trained_loss).startswith("1.067270675787016")
    assert found.steps == 100
    assert list(found.parameters) == ["w1", "w2", "w3"]
    assert found.parameters["w3"] == pytest.approx(1.069373950612579)


def test_newtons_method_finds_the_line_of_least_squares():
    found = fit("a*x + b", LINE, "y", method="newton")
    a, b = np.polyfit(LINE.numbers("x"), LINE.numbers("y"), 1)
    assert found.parameters == pytest.approx({"a": a, "b": b}, rel=1e-12)
    assert found.steps <= 3
    assert "bottom" in found.descent.ended


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("loss", LOSSES)
def test_every_method_comes_down_every_loss(method, loss):
    if loss == "log":
        found = fit("sigmoid(a*hours + b)", EXAMS, "passed", loss=loss, method=method)
    else:
        found = fit("a*x + b", LINE, "y", loss=loss, method=method, steps=200)
    assert found.trained_loss < found.initial_loss
    assert found.descent.history[-1] == found.trained_loss
    assert len(found.descent.path) == len(found.descent.history) == found.steps + 1


def test_the_optimum_does_not_depend_on_how_the_model_is_written():
    one = fit("sigmoid(a*hours + b)", EXAMS, "passed", loss="log", method="newton")
    two = fit("1/(1 + exp(-a*hours - b))", EXAMS, "passed", loss="log", method="newton")
    assert one.parameters == pytest.approx(two.parameters, rel=1e-9)


def test_the_mean_divides_the_loss_by_the_rows():
    whole = fit("a*x + b", LINE, "y", rate=0.001, steps=10)
    mean = fit("a*x + b", LINE, "y", mean=True, rate=0.004, steps=10)
    assert mean.trained_loss * 4 == pytest.approx(whole.trained_loss)
    assert mean.parameters == pytest.approx(whole.parameters)


def test_batches_are_the_same_for_the_same_seed():
    runs = [
        fit("a*x + b", LINE, "y", batch=2, seed=seed, steps=50).parameters for seed in (1, 1, 2)
    ]
    assert runs[0] == runs[1] != runs[2]
    whole = fit("a*x + b", LINE, "y", batch=4, steps=50).parameters
    assert whole == pytest.approx(fit("a*x + b", LINE, "y", steps=50).parameters)


def test_a_tolerance_stops_early():
    found = fit("a*x + b", LINE, "y", tolerance=1e-3, steps=10_000)
    assert found.steps < 1000
    assert "tolerance" in found.descent.ended


def test_a_model_predicts_rows_that_it_has_not_seen():
    found = fit("a*x + b", LINE, "y", method="newton")
    a, b = found.parameters["a"], found.parameters["b"]
    assert found.predict(columns("x\n10\n-1")) == pytest.approx([10 * a + b, b - a])
    assert fit("a", LINE, "y", method="newton").predict(LINE) == pytest.approx([4.0] * 4)
    with pytest.raises(UnusableError, match="no column 'x'"):
        found.predict(columns("z\n10"))


def test_a_model_may_have_branches_and_kinks():
    bent = columns("x,y\n-2,0\n-1,0\n0,0\n1,2\n2,4")
    assert fit("relu(a*x)", bent, "y", start={"a": 1}).parameters["a"] == pytest.approx(2, rel=1e-2)
    found = fit("if(x < 0, 0, a*x)", bent, "y", method="newton")
    assert found.parameters["a"] == pytest.approx(2)


REFUSED = [
    (("a*x + b", LINE, "z"), {}, "no column 'z' to fit"),
    (("a*x + y", LINE, "y"), {}, "which it is to predict"),
    (("2*x", LINE, "y"), {}, "no parameter"),
    (("a*x", LINE, "y"), {"start": {"b": 1}}, "b is no parameter"),
    (("a*x", LINE, "y"), {"batch": 5}, "1 to 4 rows"),
    (("a*x", LINE, "y"), {"loss": "log"}, r"targets 0 or 1; row 2 of t.csv \(line 3\) has 3.1"),
    (("a*hours + 2", EXAMS, "passed"), {"loss": "log"}, r"gives 2 in row 1 of t.csv \(line 2\)"),
    (("a/x", LINE, "y"), {}, r"no value in row 1 of t.csv \(line 2\)"),
    (("sqrt(a*x) + b", LINE, "y"), {}, "no slope at the start"),
]


@pytest.mark.parametrize(("arguments", "options", "message"), REFUSED)
def test_what_does_not_go_together_is_said(arguments, options, message):
    with pytest.raises(UnusableError, match=message):
        fit(*arguments, **options)


@pytest.mark.parametrize(
    ("rate", "works"),
    [(0.1, "--rate 0.01,"), (1.0, "--rate 0.01,"), (1e200, "--rate 0.01,")],
)
def test_too_large_a_rate_is_said_and_nothing_is_lost(rate, works):
    with pytest.raises(DivergedError, match="too large") as caught:
        fit("a*x + b", LINE, "y", rate=rate)
    assert works in caught.value.advice
    assert caught.value.fit.parameters == {"a": 0, "b": 0}
    assert np.isfinite(caught.value.fit.trained_loss)


def test_a_constant_column_and_a_perfect_separation_are_noted():
    data = columns("x,one,y\n-1,1,0\n-2,1,0\n1,1,1\n3,1,1")
    assert "one is 1 in every row" in fit("a*one", data, "y").notes[0]
    assert "only grow" in fit("sigmoid(a*x)", data, "y", loss="log", method="newton").notes[-1]


@pytest.mark.parametrize("method", METHODS)
def test_a_bowl_has_its_lowest_point_at_the_bottom(method):
    found = minimize("(a-3)^2 + 2(b+1)^2", method=method, rate=None, steps=5000)
    assert found.parameters == pytest.approx({"a": 3, "b": -1}, abs=1e-3)


def test_newtons_method_goes_round_the_bend():
    found = minimize("(1-a)^2 + 100(b-a^2)^2", start={"a": -1, "b": 1}, method="newton")
    assert found.parameters == pytest.approx({"a": 1, "b": 1})
    saddle = minimize("a^4 - a^2 + b^2", start={"a": 0.01, "b": 1}, method="newton")
    assert saddle.trained_loss == pytest.approx(-0.25)


def test_a_formula_without_a_bottom_or_a_value_is_said():
    with pytest.raises(UnusableError, match="no value"):
        minimize("ln(a)", start={"a": -1})
    with pytest.raises(UnusableError, match="no letter"):
        minimize("2 + 3")
    with pytest.raises(UnusableError, match="does not occur"):
        minimize("a^2", start={"b": 1})
    with pytest.raises(DivergedError):
        minimize("-a^4", start={"a": 1}, rate=1.0)


GROWTH = columns("x,y\n0,2.0\n1,3.3\n2,5.4\n3,9.0\n4,14.8")
ALMOST_A_LINE = columns("x,y\n1,2.1\n2,3.9\n3,6.2\n4,7.8")


@pytest.mark.parametrize(
    ("table", "message"),
    [(GROWTH, "grew from 344.09"), (ALMOST_A_LINE, "is 118.9 again, as at the start")],
)
def test_a_rate_that_is_suggested_comes_down(table, message):
    with pytest.raises(DivergedError, match=message) as caught:
        fit("a e^(b x)", table, "y")
    rate = float(re.search("--rate ([^,]*),", caught.value.advice)[1])
    assert rate == 0.0001
    found = fit("a e^(b x)", table, "y", rate=rate)
    assert found.trained_loss == min(found.descent.history) < found.initial_loss / 2


def test_a_loss_that_was_lower_on_the_way_is_told():
    (note,) = fit("a e^(b x)", ALMOST_A_LINE, "y", rate=0.001).notes
    assert note.startswith("Not at the bottom: it was lower on the way, 3.1662 after step 50.")


TOPS = "a top and not a bottom"
BESIDE = "with lower values beside it"
LEVEL = "the same all around"
NO_WAY = [  # formula, start, what is there
    ("x^4 - x^2", {}, TOPS),
    ("-x^2", {}, TOPS),
    ("-x^4", {}, TOPS),
    ("-x^2 - y^4", {}, TOPS),
    ("cos(x)", {}, TOPS),
    ("x^3", {}, BESIDE),
    ("x^2 - y^2", {}, BESIDE),
    ("x y", {}, BESIDE),
    ("x^2 - y^4", {}, BESIDE),
    ("x^2 + y^3", {}, BESIDE),
    ("0x", {}, LEVEL),
    ("relu(x - 5)", {}, LEVEL),
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("formula", "start", "message"), NO_WAY)
def test_a_start_from_which_no_step_leads_down_is_refused(formula, start, message, method):
    with pytest.raises(UnusableError, match=message) as caught:
        minimize(formula, start=start, method=method)
    assert caught.value.advice == "Choose another --start."


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "formula", ["x^2", "x^4", "x^4 + y^2", "(x + y)^2 - 3", "abs(x)", "x^6 + 1", "-cos(x)"]
)
def test_a_start_at_the_bottom_is_its_lowest_point(formula, method):
    found = minimize(formula, method=method)
    assert (found.steps, found.descent.bottom, found.notes) == (0, True, ())
    assert "stopped at the bottom" in minimum_text(found)[-1]


NOT_YET = "Not at the bottom yet: more --steps lead on"
NOTED = [  # formula, start, options, note
    ("x^2 - 4x + 1", {}, {}, f"{NOT_YET}, or --method newton."),
    ("x^2 - 4x + 1", {}, {"method": "momentum"}, f"{NOT_YET}, or --method newton."),
    ("x^2 - 4x + 1", {}, {"method": "adam"}, f"{NOT_YET}, or --method newton."),
    ("x^2 - 4x + 1", {}, {"steps": 1000}, None),
    ("x^2 - 4x + 1", {}, {"method": "newton"}, None),
    ("x^2 - 4x + 1", {}, {"rate": 0.5, "steps": 1}, None),
    ("(x - 1)^4", {"x": 9}, {"method": "newton", "steps": 3}, f"{NOT_YET}."),
    ("x^3", {"x": 1}, {"method": "newton"}, "Not at a bottom: lower values lie beside it."),
    ("e^(-x)", {}, {"method": "newton"}, "Not at a bottom: lower values lie beside it."),
]


@pytest.mark.parametrize(("formula", "start", "options", "note"), NOTED)
def test_steps_that_do_not_reach_the_bottom_are_noted(formula, start, options, note):
    found = minimize(formula, start=start, **options)
    if note is None:
        assert found.notes == ()
        return
    assert found.notes[0].startswith(note)
    assert minimum_text(found)[1].startswith("value reached  ")


@pytest.mark.parametrize("start", [0.001, -0.5, 3])
def test_newtons_method_leaves_the_neighbourhood_of_a_top(start):
    found = minimize("x^4 - x^2", start={"x": start}, method="newton")
    assert found.trained_loss == pytest.approx(-0.25)
    assert found.descent.bottom


def test_a_negative_value_that_stays_has_not_grown():
    found = minimize("cos(x)", start={"x": np.pi})
    assert (found.trained_loss, found.descent.bottom) == (-1, True)


def test_what_was_learned_as_text():
    found = fit("a*x", columns("x,y\n1,2\n"), "y", rate=0.5, steps=1)
    assert fit_text(found) == [
        "initial loss  4.0",
        "trained loss  0.0",
        "a             2",
        "1 step of gradient descent, rate 0.5, 1 row",
    ]
    lowest = minimum_text(minimize("(a-2)^2", method="newton"))
    assert lowest[1:3] == ["lowest value   0.0", "a              2"]
    assert lowest[3].endswith("stopped at the bottom: no step leads further down")


def test_what_was_learned_as_json():
    found = json.loads(fit_json(fit("a*x", columns("x,y\n1,2\n"), "y", rate=0.5, steps=1)))
    assert found == {
        "initial_loss": 4.0,
        "loss": 0.0,
        "parameters": {"a": 2.0},
        "steps": 1,
        "rows": 1,
        "method": "descent",
        "rate": 0.5,
        "ended": "after 1 steps",
        "history": [4.0, 0.0],
    }


def test_a_loss_that_grows_is_told_with_its_end():
    with pytest.raises(DivergedError, match="grew from 4 to"):
        fit("a*x", columns("x,y\n1,2\n"), "y", rate=1.5, steps=3)
