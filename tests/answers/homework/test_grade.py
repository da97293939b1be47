"""A whole homework: tables, text as a student writes it, encodings, broken files."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slopecli.answers.homework.grade import Tally
from slopecli.answers.homework.notebook import Notebook
from slopecli.calculus.deadline import Worker
from slopecli.language.picture import visible
from slopecli.render.grade import csv_line

TABLE = """\
id,student,function,answer,at,order,kind,points
q1,Anna,sin(3x),cos(3x),,,,2
q2,Anna,x^2,2x,,,,1
q3,Ben,x^3/3,1/4,1/2,,,1
q4,Ben,2x,x^2 + C,,,integral,1
q5,Ben,x^3,6x,,2,,1
q6,Cleo,e^(2x),e^(2x),,,,1
q7,Cleo,x^2,tahn(x),,,,1
q8,Cleo,x^2,,,,,1
q9,Cleo,(x+1)^2,x^2+2x+1,,,equal,1
"""

TEXT = r"""
# Homework 3
Name: Anna

Differentiate the following.

1) f(x) = x^2 sin(x)
   f'(x) = 2x sin(x) + x^2 cos(x)
         = x(2 sin(x) + x cos(x))

2) $f(x) = e^{2x} x$
   $f'(x) = (e^{2x})' x + e^{2x} = e^(2x) x + e^(2x)$
   = e^(2x)(x+1)

3) y = ln(5x)
dy/dx = 1/x

4) d/dx (x^2 + 1) = 2x
5) ∫ 2x dx = x^2 + C
6) g(t) = t^3
   g''(t) = 6t
   g'(2) = 12
"""


@pytest.fixture
def graded(slope, tmp_path, monkeypatch):
    """Grade this text under this name, and give what was printed."""
    monkeypatch.chdir(tmp_path)

    def run(name, content, *words):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return slope("grade", name, *words)

    return run


def verdicts(done):
    return [json.loads(line)["verdict"] for line in done.out.splitlines()]


def test_a_table_is_graded_row_by_row(graded):
    done = graded("hw.csv", TABLE, "--json")
    assert verdicts(done) == [
        "wrong",
        "correct",
        "correct",
        "correct",
        "correct",
        "wrong",
        "unreadable",
        "unreadable",
        "correct",
    ]
    assert done.status == 1
    assert json.loads(done.out.splitlines()[0])["student"] == "Anna"


def test_the_summary_has_marks_and_the_mistake_that_recurs(graded):
    assert graded("hw.csv", TABLE).out.splitlines()[-5:] == [
        "9 answers: 5 right, 2 wrong, 2 unreadable",
        "most often: chain rule missing in 2 of 9",
        "Anna: 1 of 3",
        "Ben: 3 of 3",
        "Cleo: 1 of 4",
    ]


def test_a_line_that_cannot_be_read_has_its_number_and_a_caret(graded):
    done = graded("hw.csv", TABLE)
    assert (
        'line 8 (q7, Cleo): unreadable: I do not know "tahn".\n'
        "    tahn(x)\n    ^^^^\n  Did you mean tanh?\nline 9 (q8, Cleo)"
    ) in done.out
    assert done.err == ""


@pytest.mark.parametrize("words", [["--json"], ["--csv"]])
def test_beside_rows_for_programs_it_is_shown_on_stderr(graded, words):
    done = graded("hw.csv", TABLE, *words)
    assert 'Error in line 8: I do not know "tahn".\n  tahn(x)\n  ^^^^\n' in done.err
    assert "^^^^" not in done.out


def test_what_check_says_beside_its_verdict_is_told_too(graded):
    table = "f,answer,kind\n2e^2x,4e^2x,\n1/x,ln x + C,integral\n"
    assert graded("hw.csv", table).out.splitlines()[:2] == [
        "line 2: wrong: at x = 1 your answer gives 29.6, but the slope is 14.8;"
        " if the question means 2e^(2x), then 4e^(2x) is right;"
        " read as: 2e^2 x; read as: 4e^2 x",
        "line 3: correct; right where it has a value; at x = -1 it has none,"
        " but the function has one: write ln|x|",
    ]
    first = json.loads(graded("hw.csv", table, "--json").out.splitlines()[0])
    assert first["reading"] == ["read as: 2e^2 x", "read as: 4e^2 x"]


def test_a_word_for_no_slope_needs_its_place(graded):
    done = graded("hw.csv", "function,answer,at\n|x|,corner,\n|x|,corner,0\n")
    assert done.out.splitlines()[:2] == [
        'line 2: unreadable: "corner" is said of one place: give it in the column at.',
        "line 3: correct",
    ]


def test_text_is_graded_with_its_working(graded):
    done = graded("hw.md", TEXT)
    assert [
        line.split(": ", 1)[0] + ": " + line.split(": ")[1] for line in done.out.splitlines()
    ] == [
        "line 8 (1, Anna): correct",
        "line 12 (2, Anna): wrong",
        "line 16 (3, Anna): correct",
        "line 18 (4, Anna): correct",
        "line 19 (5, Anna): correct",
        "line 21 (6, Anna): correct",
        "line 22 (6, Anna): correct",
        "7 answers: 6 right, 1 wrong",
        "Anna: 6 of 7",
    ]


def test_the_first_wrong_line_of_working_is_named(graded):
    text = "f(x) = (2x+1)^2\nf'(x) = 2(2x+1)*2\n= 4(2x+1)\n= 8x + 1\n= 8x + 2\n"
    assert "wrong in line 4" in graded("hw.txt", text).out


@pytest.mark.parametrize(
    ("line", "order", "variable", "at", "answer"),
    [
        ("f'(x) = 2x", 1, "x", None, "2x"),
        ("f''(t) = 2", 2, "t", None, "2"),
        ("f’(x) = 2x", 1, "x", None, "2x"),
        ("dy/dx = 2x", 1, "x", None, "2x"),
        ("d²y/dx² = 2", 2, "x", None, "2"),
        ("y' = 2x", 1, "x", None, "2x"),
        ("f'(3) = 6", 1, "x", "3", "6"),
        (r"$\frac{dy}{dx} = 2x$", 1, "x", None, "2x"),
        ("**a)** f'(x) = 2x", 1, "x", None, "2x"),
        ("f'(x) = x + x = 2x", 1, "x", None, "2x"),
    ],
)
def test_an_answer_is_found_in_a_line(line, order, variable, at, answer):
    (found,) = Notebook(["f(x) = x^2\n", line + "\n"]).submissions()
    assert (found.order, found.variable, found.at, found.answer) == (order, variable, at, answer)


def test_the_right_file_leaves_with_0(graded):
    assert graded("hw.csv", "f,answer\nx^2,2x\n").status == 0


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk"]
)
def test_a_table_may_be_in_any_encoding_of_a_spreadsheet(graded, encoding):
    text = "学生,function,answer,student\r\n甲,x²,2x,李\r\n乙,2πx,2π,王\r\n"
    text = text if encoding != "gbk" else text.replace("²", "^2")
    done = graded("hw.csv", text.encode(encoding), "--json")
    assert verdicts(done) == ["correct", "correct"]
    assert "李" in done.out


def test_decimal_commas_and_semicolons(graded):
    done = graded(
        "hw.csv", 'function;answer\n"0,5x^2";x\n"log(x; 2)";1/(x ln 2)\n', "--decimal-comma"
    )
    assert done.status == 0


def test_a_key_is_joined_by_question(graded, tmp_path):
    (tmp_path / "key.csv").write_text("id,function,points,order\nq1,x^2,3,\nq2,x^3,2,2\n")
    table = "id,student,answer\nq1,Anna,2x\nq2,Anna,6x\nq9,Ben,1\n"
    done = graded("hw.csv", table, "--key", "key.csv")
    assert done.out.splitlines()[2] == 'line 4 (q9, Ben): unreadable: the key has no question "q9".'
    assert done.out.splitlines()[-2:] == ["Anna: 5 of 5", "Ben: 0 of 1"]


def test_no_cell_becomes_a_formula(graded):
    table = "student,function,answer\n=1+1,-x^2,-2x\n@SUM(A1),x^2,+2x\n"
    rows = list(csv.reader(io.StringIO(graded("hw.csv", table, "--csv").out)))
    assert [row[2:5] for row in rows[1:]] == [
        ["'=1+1", "'-x^2", "'-2x"],
        ["'@SUM(A1)", "x^2", "'+2x"],
    ]


@given(st.lists(st.text(), min_size=1))
def test_a_line_of_csv_reads_back_and_runs_nothing(cells):
    line = csv_line(tuple(cells))
    (row,) = csv.reader([line])
    shown = [visible(cell) for cell in cells]
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in shown]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\n\n\n", "is empty"),
        (b"a,b\n1,2\n", "no column function and no column answer"),
        (b"function,answer\n", "there is no answer"),
        (b'[{"expr": "x^2"}]', "no column"),
        (b"\x7fELF\0\0\0\1", "no text file"),
        (b"\xff\xff\xff\xff,\x80", "no text in UTF-8"),
        (b"x" * 200_000, "more than 100,000 bytes"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(graded, content, told):
    done = graded("hw.csv", content)
    assert done.status == 2
    assert told in done.err


def test_text_without_answers_is_told(graded):
    done = graded("hw.md", "Dear diary\n")
    assert done.status == 2
    assert "there is no answer in hw.md" in done.err


def test_a_file_that_is_not_there(slope):
    assert slope("grade", "nowhere.csv").status == 2
    assert slope("grade", ".").status == 2
    assert slope("grade", "").status == 2


def test_standard_input_may_be_a_table_or_text(slope):
    assert slope("grade", "-", stdin="f,answer\nx^2,2x\n").status == 0
    assert slope("grade", "-", stdin="f(x) = x^2\nf'(x) = 2x\n").status == 0
    assert slope("grade", "-", stdin="").status == 2


def test_several_processes_give_the_same_in_the_same_order(graded):
    table = "f,answer\n" + "".join([f"x^{n},{n}x^{n - 1}\nx^{n},x^{n}\n" for n in range(2, 30)])
    one, two = graded("hw.csv", table, "--json"), graded("hw.csv", table, "--json", "--jobs", "2")
    assert one.out == two.out


def test_work_that_takes_long_is_stopped_and_the_next_is_done():
    def slow(seconds):
        total = 0
        while True:
            total += 1

    with Worker() as worker:
        with pytest.raises(TimeoutError):
            worker.before(0.05, lambda: slow(1))
        assert worker.before(5, lambda: 7) == 7


def test_an_interrupt_keeps_what_was_done(graded, monkeypatch):
    count = 0
    add = Tally.add

    def interrupted(self, each):
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        add(self, each)

    monkeypatch.setattr(Tally, "add", interrupted)
    done = graded("hw.csv", TABLE, "--report", "r.html")
    assert done.status == 130
    assert "interrupted: 2 answers were graded" in done.err
    assert "2 answers: 1 right, 1 wrong" in done.out


def test_the_report_is_one_page_that_needs_nothing_else(graded, tmp_path):
    table = TABLE + "<b>q10</b>,<script>alert(1)</script>,x^2,2x,,,,1\n"
    graded("hw.csv", table, "--report", "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count('<article class="answer">') == 10
    assert page.endswith("</html>\n")
    assert "<script" not in page
    assert "<b>q10" not in page
    assert "http" not in page
    assert "<msup><mrow><mi>x</mi></mrow><mn>2</mn></msup>" in page


def test_a_report_that_cannot_be_written_is_told(graded):
    assert graded("hw.csv", TABLE, "--report", "nowhere/r.html").status == 2


def test_endless_words_are_told(graded):
    done = graded("hw.txt", "no homework\n" * 30_000)
    assert done.status == 2
    assert "no answer in the first 20,000 lines" in done.err
