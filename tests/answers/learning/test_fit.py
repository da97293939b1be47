"""Learning from tables and going down formulas."""

import json

import numpy as np
import pytest

from slopecli.answers.learning.columns import parse_columns
from slopecli.answers.learning.descent import METHODS, DivergedError
from slopecli.answers.learning.fit import LOSSES, fit
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


@pytest.mark.parametrize("rate", [0.1, 1.0, 1e200])
def test_too_large_a_rate_is_said_and_nothing_is_lost(rate):
    with pytest.raises(DivergedError, match="too large") as caught:
        fit("a*x + b", LINE, "y", rate=rate)
    assert f"--rate {rate / 10:g}" in caught.value.advice
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
