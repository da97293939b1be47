"""`slope fit` and `slope minimize`: what they print, on which stream, with which exit status."""

import json

import pytest

TOY = "x1,x2,x3,label\n0.52,1.12,0.77,1\n0.88,-1.08,0.15,1\n0.52,0.06,-1.30,0\n0.74,-2.49,1.39,1\n"
MODEL = "sigmoid(w1*x1 + w2*x2 + w3*x3)"

NOT_YET = "Not at the bottom yet: more --steps lead on, or --method newton."


@pytest.fixture
def toy(tmp_path):
    path = tmp_path / "toy.csv"
    path.write_text(TOY, "utf-8")
    return str(path)


def test_the_tutorials_regression_is_one_command(slope, toy):
    done = slope("fit", MODEL, toy, "--target", "label", "--loss", "log")
    first, second, *parameters, how = done.out.splitlines()
    assert first == "initial loss  2.772588722239781"
    assert second.startswith("trained loss  1.067270675787016")
    assert [line.split()[0] for line in parameters] == ["w1", "w2", "w3"]
    assert how == "100 steps of gradient descent, rate 0.01, 4 rows"
    assert (done.err, done.status) == (f"{NOT_YET}\n", 0)


def test_json_has_every_loss_and_the_predictions(slope, toy):
    done = slope(
        "fit", MODEL, toy, "--target", "label", "--loss", "log", "--json", "--predict", toy
    )
    found = json.loads(done.out)
    assert found["initial_loss"] == found["history"][0] == 2.772588722239781
    assert found["loss"] == found["history"][-1]
    assert len(found["history"]) == 101
    assert [round(each) for each in found["predictions"]] == [1, 1, 0, 1]


def test_predictions_follow_the_answer(slope, toy):
    done = slope("fit", "a", toy, "--target", "label", "--method", "newton", "--predict", toy)
    assert done.out.endswith("\nprediction\n0.75\n0.75\n0.75\n0.75\n")


def test_a_diverging_fit_shows_the_last_good_parameters(slope, toy):
    done = slope("fit", "a*x1 + b", toy, "--target", "label", "--rate", "10")
    assert (done.out, done.status) == ("", 2)
    assert "The last good parameters, with the loss 3.0:\na = 0\nb = 0\n" in done.err
    assert "too large" in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["fit", "a*x1"], "needs a model and a file"),
        (["fit", "a*x1", "{toy}"], "--target COLUMN"),
        (["fit", "a*x1", "{toy}", "--target", "y"], "no column 'y'"),
        (["fit", "a*x1", "none.csv", "--target", "y"], "cannot read none.csv"),
        (["fit", "a*x1", "{toy}", "--target", "label", "--rate", "-1"], "positive"),
        (["fit", "a*x1", "{toy}", "--target", "label", "--start", "a"], "a=2"),
        (["fit", "a*x1", "{toy}", "--target", "label", "--start", "a=1/0"], "no number"),
        (["fit", "a*(x1", "{toy}", "--target", "label"], ")"),
        (["minimize", "a^2 + b^2", "--start", "c=1"], "c does not occur"),
        (["minimize", "a^2", "b^2"], "one"),
        (["minimize", "x=3"], "This is an equation, not a formula."),
        (["minimize", "x^2+y^2=1"], "This equation is a curve; that cannot be used here."),
        (["fit", "a=b*x1", "{toy}", "--target", "label"], "This is an equation, not a formula."),
        (["minimize", "x^4-x^2", "--method", "newton"], "a top and not a bottom"),
        (["minimize", "x^2-y^2"], "with lower values beside it"),
        (["minimize", "a^2", "--tolerance", "nan"], "positive"),
    ],
)
def test_what_cannot_be_used_is_said(slope, toy, words, message):
    done = slope(*[word.replace("{toy}", toy) for word in words])
    assert done.status == 2
    assert done.out == ""
    assert message in done.err


def test_minimize_tells_where_the_lowest_point_is(slope):
    done = slope("minimize", "(a-3)^2 + (b+1)^2", "--start", "a=atan2(0,1),b=0", "--method=newton")
    assert done.out.splitlines()[1:4] == [
        "lowest value   0.0",
        "a              3",
        "b              -1",
    ]
    found = json.loads(slope("minimize", "(a-3)^2", "--rate", "0.1", "--json").out)
    assert found["parameters"]["a"] == pytest.approx(3)


POINTS = "hours,passed\n0.5,0\n1,0\n2,1\n2.5,0\n4,1\n"


@pytest.fixture
def points(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text(POINTS, "utf-8")
    return str(path)


def test_which_column_and_which_word_is_the_file_is_said(slope, points):
    done = slope("fit", "passed = a*hours + b", points)
    assert (done.status, done.err.splitlines()[-1]) == (2, "Add it, as in --target passed.")
    done = slope("fit", points, "a*hours + b", "--target", "passed")
    assert (done.out, done.status) == ("", 2)
    line = f'Type: slope fit "a*hours + b" {points} --target passed'
    assert done.err.splitlines()[-1] == line


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_way_down_is_drawn_into_a_file(slope, points, tmp_path, kind):
    pictures = [tmp_path / f"{name}.{kind}" for name in ("one", "two", "map")]
    for picture in pictures[:2]:
        done = slope("fit", "a*hours + b", points, "--target", "passed", "--plot", str(picture))
        assert (done.status, done.err.splitlines()[-1]) == (0, f"written: {picture}")
    assert pictures[0].read_bytes() == pictures[1].read_bytes()
    slope("minimize", "(a-1)^2 + b^4", "--start", "a=3,b=1", "--plot", str(pictures[2]))
    assert len(pictures[2].read_bytes()) > 1000


def test_the_way_down_is_drawn_in_the_terminal(slope, points, toy, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "dumb")
    done = slope("fit", "a*hours + b", points, "--target", "passed", "--plot", "-")
    lines = done.out.splitlines()
    assert max(len(line) for line in lines[6:]) <= 60
    assert sum(line.count("o") for line in lines[-9:-1]) >= 5
    assert [line.split()[0] for line in lines if "hours" in line or "step" in line.split()[1:]]
    assert "hours" not in slope("fit", MODEL, toy, "--target", "label", "--plot", "-").out
    assert "value" in slope("minimize", "(a-1)^2", "--plot", "-").out


@pytest.mark.parametrize("words", [["--plot", "x.bmp"], ["--plot", "-", "--json"]])
def test_impossible_pictures_are_refused_before_the_walk(slope, words):
    done = slope("minimize", "(a-1)^2", *words)
    assert (done.out, done.status) == ("", 2)
