"""`slope plot`: in the terminal and in files."""

import os
import subprocess
import sys

import pytest


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, value in {"COLUMNS": "60", "LINES": "20", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("columns", ["1", "0", "20", "21", "37", "80", "160", "100000", "many"])
def test_a_drawing_fits_the_terminal(slope, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    found = slope("plot", "tan(x)", "--range", "-2pi", "2pi", "--tangent", "0")
    assert found.status == 0
    width = {"1": 20, "0": 80, "many": 80, "100000": 160}.get(columns) or int(columns)
    assert max(map(len, found.out.splitlines())) <= width


@pytest.mark.parametrize(("term", "sign"), [("xterm", "⠒"), ("linux", "▀"), ("dumb", "*")])
def test_a_drawing_uses_what_the_terminal_can_show(slope, monkeypatch, term, sign):
    monkeypatch.setenv("TERM", term)
    shown = slope("plot", "sin(x)").out
    assert sign in shown
    assert shown.isascii() == (term == "dumb")


def test_a_drawing_has_no_colour_where_there_is_no_terminal(slope):
    assert "\x1b" not in slope("plot", "sin(x)").out


def test_poles_and_dots_are_drawn_and_explained(slope):
    assert slope("plot", "1/x").out.splitlines()[-1] == "┊ pole"
    shown = slope("plot", "if(x < 1, x^2, 3)", "--range", "-2", "3", "--only", "f").out
    assert shown.splitlines()[-1] == "○ not on the curve   ● on the curve"
    assert shown.count("○") == shown.count("●") == 2


def test_a_curve_without_values_is_told(slope):
    found = slope("plot", "ln(x)", "--range", "-2", "-1")
    assert (found.status, found.out) == (2, "")
    assert "nothing to draw" in found.err


@pytest.mark.parametrize(
    "words",
    [
        ["sin(x)"],
        ["x^2", "2x", "--range", "-1", "3"],
        ["-x^2"],
        ["--range", "-7", "7", "-x^2"],
        ["x^3", "--only", "slope"],
        ["x^3", "--stacked"],
        ["x^4", "--order", "2", "--stacked"],
        ["t^2", "--tangent", "t=1", "--normal", "1"],
        ["a x", "--let", "a=2", "-x", "x"],
        ["1e300*x"],
        ["1e-300*x"],
        ["3"],
        ["x", "3"],
        ["sin(x)", "--y", "-0.5", "0.5"],
        ["sin(x)", "--title", "$\\frac{"],
        ["x^2", "--points", "1"],
        ["x^2", "--points", "10000000"],
        ["x^2 + y^2 = 25", "--tangent", "x=3,y=4", "--normal", "x=3,y=4"],
        ["x^2 + y^2 = 25", "x/2", "--tangent", "x=2"],
        ["x^3 + y^3 = 3x y", "--range", "-2", "2", "--y", "-1", "2"],
        ["|x| + |y| = 1"],
        ["x^2 + y^2 = 0"],
        ["(cos t, sin t)", "--tangent", "t=pi/3"],
        ["(t - sin t, 1 - cos t)", "--range", "0", "4pi"],
        ["r = 1 + cos(θ)", "x^2 + y^2 = 1", "x"],
        ["r = cos(2θ)", "--degrees"],
        ["x^3 - 3x", "--study"],
        ["1/x", "(x^2 - 1)/(x - 1)", "--study", "--stacked"],
    ],
    ids=" ".join,
)
def test_a_picture_is_drawn_in_every_way(slope, words):
    found = slope("plot", *words)
    assert (found.status, found.err) == (0, "")
    assert len(found.out.splitlines()) >= 8
    for kind in ("png", "svg"):
        found = slope("plot", *words, "-o", f"a.{kind}")
        assert (found.status, found.out, found.err) == (0, "", f"written: a.{kind}\n")
        assert os.path.getsize(f"a.{kind}") > 1000
        assert os.listdir() == [f"a.{kind}"]
        os.unlink(f"a.{kind}")


def test_the_same_picture_gives_the_same_bytes(slope):
    for name in ("a.svg", "b.svg", "a.pdf", "b.PDF", "a.png", "b.png"):
        slope("plot", "1/x", "tanh(x)", "-o", name)
    for kind in ("svg", "png"):
        with open(f"a.{kind}", "rb") as one, open(f"b.{kind}", "rb") as other:
            assert one.read() == other.read()
    with open("a.pdf", "rb") as one, open("b.PDF", "rb") as other:
        assert one.read() == other.read()


def test_text_of_the_person_is_no_formula_and_no_markup(slope):
    found = slope("plot", "x", "--title", "$x^$ </svg><script>", "-o", "a.svg")
    assert found.status == 0
    with open("a.svg", encoding="utf-8") as file:
        assert "<script>" not in file.read()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "which curve?"),
        (["x", "y"], "different variables"),
        (["x", "--range", "1", "2", "3"], "3 is a third"),
        (["x", "--range", "2", "1"], "goes backwards"),
        (["x", "--points", "0"], "is not in the range"),
        (["x", "--points", "10000001"], "is not in the range"),
        (["x", "--points", "1.5"], "is not a valid integer"),
        (["x", "-o", "a.gif"], "I write .png, .svg and .pdf"),
        (["x", "-o", "a"], "I write .png, .svg and .pdf"),
        (["x", "-o", "."], "is a folder"),
        (["x", "-o", "no/such/a.png"], "there is no folder"),
        (["x", "--size", "0", "5", "-o", "a.png"], "from 1 to 50 inches"),
        (["x", "--size", "nan", "5", "-o", "a.png"], "from 1 to 50 inches"),
        (["x", "-o", ""], "I write .png, .svg and .pdf"),
        (["x", "--range", "-1e400", "1e400"], "too far out to be drawn"),
        (["x", "--range", "1", "1.0000000000000000001"], "too short to be drawn"),
        (["x", "--y", "0", "1e400"], "the heights from 0 to 1e400 are too far out"),
        (["x", "--tangent", "1e400"], "too far out to be drawn"),
        (["1e400*x"], "too large to be drawn"),
        (["|x|", "--tangent", "0"], "has no tangent at x = 0: |x| has a corner there"),
        (["x", "--y", "2", "1"], "goes backwards"),
        (["x"] * 9, "too many to tell apart"),
        (["-"], "not from stdin"),
        (["x^2 + y^2 = 1", "--stacked"], "--stacked is for functions"),
        (["x^2 + y^2 = 1", "--order", "2"], "--order is for functions"),
        (["x", "(cos t, sin t)", "--study"], "--study is for functions"),
        (["(cos t, sin t)", "--only", "slope"], "--only slope is for functions"),
        (["(cos t, sin t)", "--points", "9"], "--points is for functions"),
        (["x^2 + y^2 = 1", "p^2 + q^2 = 1"], "different variables: p, q, x, y"),
        (["x^2 + y^2 = 1", "u^2"], "different variables: u, x, y"),
        (["x^2 + y^2 = -1"], "nothing to draw between (-1000, -1000) and (1000, 1000)"),
        (["x^2 + y^2 = 25", "--tangent", "3"], "3 is no point of x^2 + y^2 = 25"),
        (["x^2 + y^2 = 25", "--tangent", "x=3,y=5"], "is not on the curve"),
        (["|x| + |y| = 1", "--tangent", "x=1,y=0"], "the curve has a corner there"),
        (["x^2 + y^2 = 25", "(cos t, sin t)", "--tangent", "u=3"], "no curve here has a point u=3"),
        (["(cos t, sin t)", "--range", "1", "0"], "goes backwards"),
        (["x^2 + y^2 = 25", "--range", "0", "1e400"], "too far out to be drawn"),
        (["a x^2 + y^2 = 25"], "this curve has 3 letters"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_is_written(slope, words, message):
    found = slope("plot", *words)
    assert (found.status, found.out) == (2, "")
    assert message in found.err
    assert os.listdir() == []


def test_a_full_disk_is_told(slope):
    os.symlink("/dev/full", "a.png")
    found = slope("plot", "x", "-o", "a.png")
    assert found.status == 2
    assert "cannot write a.png: No space left on device." in found.err


def test_a_picture_replaces_another_and_keeps_its_permissions(slope):
    with open("a.png", "wb") as file:
        file.write(b"old")
    os.chmod("a.png", 0o640)
    assert slope("plot", "x", "-o", "a.png").status == 0
    assert os.path.getsize("a.png") > 1000
    assert os.stat("a.png").st_mode & 0o777 == 0o640


def test_quiet_says_nothing_of_a_file(slope):
    assert slope("plot", "x", "-o", "a.png", "--quiet").screen == ""
    assert os.path.getsize("a.png") > 1000


def test_a_device_is_written_directly(slope):
    assert slope("plot", "x", "-o", "/dev/null").screen == ""
    assert os.path.exists("/dev/null")


def test_without_a_display_no_window_opens(slope, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    found = slope("plot", "x", "--show")
    assert found.status == 2
    assert "no window can be opened here" in found.err


@pytest.mark.parametrize(
    "surroundings",
    [
        {"MPLBACKEND": "nonsense"},
        {"MPLBACKEND": "TkAgg"},
        {"HOME": "/nonexistent", "MPLCONFIGDIR": "/proc/x"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONWARNINGS": "error"},
        {"TMPDIR": "/nonexistent"},
        {"TERM": "dumb", "COLUMNS": "20"},
    ],
    ids=lambda value: " ".join(value),
)
def test_a_picture_is_written_whatever_the_surroundings(surroundings):
    words = [sys.executable, "-m", "slopecli", "plot", "|x|", "-o", "a.png"]
    done = subprocess.run(
        words, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "written: a.png\n")
    assert os.path.getsize("a.png") > 1000


def test_the_points_of_a_picture_as_csv(slope):
    found = slope("plot", "x^2", "1/x", "--range", "0", "1", "--points", "3", "--csv")
    assert found.out == ("x,f1(x),f1'(x),f2(x),f2'(x)\n0,0,0,,\n0.5,0.25,1,2,-4\n1,1,2,1,-1\n")
    found = slope("plot", "sin(x)", "--csv")
    assert found.out.splitlines()[:2] == ["x,f(x),f'(x)", "-10,0.54402111088937,-0.839071529076452"]


def test_equal_scales_make_a_circle_round(slope, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "30")
    lines = slope("plot", "x^2 + y^2 = 25").out.splitlines()[1:-2]
    widest = [
        [place for place, sign in enumerate(line) if sign > "⠀" and sign <= "⣿"] for line in lines
    ]
    rows = [places for places in widest if places]
    across = max(map(max, rows)) - min(map(min, rows)) + 1
    assert across == pytest.approx(2 * len(rows), abs=3)


def test_the_points_of_a_study_are_marked_and_named(slope):
    found = slope("plot", "x^3 - 3x", "--range", "-3", "3", "--study", "--only", "f")
    assert found.out.splitlines()[-4:] == [
        "× zeros: -sqrt(3), 0, sqrt(3)",
        "▲ maxima: (-1, 2)",
        "▼ minima: (1, -2)",
        "◇ inflections: (0, 0)",
    ]
    drawing = "\n".join(found.out.splitlines()[:-4])
    assert [drawing.count(sign) for sign in "×▲▼◇"] == [2, 1, 1, 1]  # 0 is an inflection, too


def test_the_points_of_a_curve_as_csv(slope):
    found = slope("plot", "x^2 + y^2 = 25", "(cos t, sin t)", "--csv").out.splitlines()
    assert found[0] == "curve,stroke,x,y"
    for line in found[1:]:
        number, stroke, x, y = line.split(",")
        assert stroke == "1"
        assert float(x) ** 2 + float(y) ** 2 == pytest.approx({"1": 25, "2": 1}[number], rel=1e-3)


def test_the_range_is_that_of_the_parameter_or_of_x(slope):
    half = slope("plot", "(cos t, sin t)", "--range", "0", "pi", "--csv").out.splitlines()[1:]
    assert min(float(line.split(",")[3]) for line in half) == 0
    both = slope("plot", "(cos t, sin t)", "x/2", "--range", "-3", "3", "--csv").out.splitlines()
    assert both[-1] == "2,1,3,1.5"
    assert "1,1,-1," in "\n".join(both)


def test_a_polar_curve_in_degrees_comes_round(slope):
    for words in (["r = 1 + cos(θ)"], ["r = 1 + cos(θ)", "--degrees"]):
        told = slope("plot", *words, "--describe").out
        assert "begins at: (2, 0)" in told
        assert "ends at: (2, 0)" in told
        assert "cusp at: (0, 0)" in told


def test_a_constant_radius_is_a_circle(slope):
    points = slope("plot", "r = 2", "--csv").out.splitlines()[1:]
    for line in points:
        x, y = map(float, line.split(",")[2:])
        assert x * x + y * y == pytest.approx(4)


def test_several_kinds_of_curves_in_words(slope):
    told = slope("plot", "x^2 + y^2 = 25", "x/2", "(cos t, sin t)", "--describe").out.splitlines()
    assert told[:4] == [
        "x^2 + y^2 = 25, from x = -10 to 10 and y = -5.6 to 5.6",
        "  closed loops: 1",
        "  horizontal tangent at: (0, -5), (0, 5)",
        "  vertical tangent at: (-5, 0), (5, 0)",
    ]
    assert "f(x) = x/2, from x = -10 to 10" in told
    assert "  horizontal tangent at: (0, 1) (t = pi/2), (0, -1) (t = 3pi/2)" in told
