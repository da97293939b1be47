"""`slope` in Chinese: what is printed, what stays English, how the language is chosen."""

import json
import re
import shlex
import subprocess
import sys

import pytest
from tables import CASES, table

from slopecli.cli.commands import COMMANDS
from slopecli.language.functions import SPELLINGS
from slopecli.wording import speak
from slopecli.wording.columns import columns, cut, left, right, wrapped

RUNS = re.split(r"^\$ slope (.*)\n", (CASES / "chinese.txt").read_text("utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "printed"), list(zip(RUNS[1::2], RUNS[2::2], strict=True)), ids=RUNS[1::2]
)
def test_what_is_printed(slope, command, printed, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert slope(*shlex.split(command), "--lang", "zh").screen.rstrip("\n") == printed.rstrip("\n")


# Nothing else is left in English

LATIN = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{2,}")
NO_WORDS = re.compile(
    r"--?[a-zA-Z][a-z-]*"  # options
    r"|U\+[0-9A-F]+[A-Z -]*"  # names of characters
    r"|`[^`]*`|slope .*"  # commands to type
    r"|^  .*\n +\^+$"  # what was typed, and carets
    r"|[A-Z]{2,}(?:\.csv)?",  # what stands for a value on a help page; CSV, UTF-8
    re.MULTILINE,
)
STAYS = {
    *SPELLINGS, *COMMANDS,
    *"slope English LaTeX Markdown SymPy Unicode Ctrl Tab zh en csv png svg pdf html".split(),
    *"corner vertical undefined unknown endpoint jump isolated singular inf nan".split(),
    *"dx dy du dv dt uv otherwise stderr newton adam momentum descent squared absolute".split(),
    *"huber rate function answer id".split(),  # values of options, names of columns
}  # fmt: skip


def english(done, words: list[str]) -> list[str]:
    """English words that were printed, and not typed."""
    typed = {word.lower() for word in LATIN.findall(" ".join(words))}
    left_over = LATIN.findall(NO_WORDS.sub(" ", done.screen))
    return [word for word in left_over if word not in STAYS and word.lower() not in typed]


def rows(name: str) -> list[list[str]]:
    return [list(each.values) for each in table(name)]


MISTYPED = [
    line.removeprefix("> ")
    for line in (CASES / "mistakes.txt").read_text("utf-8").splitlines()
    if line.startswith("> ")
]
ASKED = {
    "formulas that cannot be read": [[typed] for typed in MISTYPED],
    "points without a slope": [[curve, "--at", at] for curve, at, _ in rows("reasons.txt")],
    "wrong answers": [["check", curve, answer] for curve, answer, _ in rows("mistakes_made.txt")],
    "steps": [["steps", curve] for curve, *_ in rows("mistakes_made.txt")],
    "newcomers": [shlex.split(typed) for typed, _ in rows("newcomers.txt")],
    "help": [["--help"], ["examples"], *[[name, "--help"] for name in COMMANDS]],
    "words of a command line": [
        [*([command] if command != "expression" else []), *formulas, *words]
        for command in COMMANDS
        for formulas in ([], ["x^2"], ["x^2", "2x"], ["x", "y", "z"])
        for words in (
            ["--at"], ["--range", "0"], ["--let", "a"], ["--let", "x=1"], ["-x", "1"],
            ["--at", "1/0"], ["--at", "y=1"], ["--order", "101"], ["--nothing"], ["--points", "1"],
            ["--range", "1", "0"], ["--step", "0"], ["--latex", "--json"], ["-o", "a.exe"],
            ["--timeout", "0"], ["--digits", "many"], ["--hint", "9"], ["--rate", "nan"],
        )
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", ASKED)
def test_no_word_of_english_is_left(slope, kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = {}
    for words in ASKED[kind]:
        left_over = english(slope(*words, "--lang", "zh"), words)
        if left_over:
            found[shlex.join(words)] = left_over
    assert found == {}


def test_homework_is_graded_and_reported_in_chinese_by_every_process(slope, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = "".join(
        f"x^{power},{power}x^{power - 1}\nsin({power}x),cos({power}x)\n" for power in range(2, 30)
    )
    (tmp_path / "homework.csv").write_text("function,answer\n" + lines, "utf-8")
    words = ["grade", "homework.csv", "--report", "report.html", "--jobs", "2"]
    done = slope(*words, "--lang", "zh")
    assert english(done, words) == []
    assert "56 个答案：对 28 个，错 28 个" in done.screen
    page = (tmp_path / "report.html").read_text("utf-8")
    assert '<html lang="zh-Hans">' in page
    body = re.sub(r"<[^>]*>", " ", page.partition("</style>")[2])
    assert [word for word in LATIN.findall(body) if word not in STAYS | {"homework"}] == []


def test_what_programs_read_stays_as_it_is(slope):
    words = ["check", "sin(3x)", "cos(3x)", "--json"]
    english_one, chinese = (
        json.loads(slope(*words).out),
        json.loads(slope(*words, "--lang", "zh").out),
    )
    assert chinese["mistakes"][0].pop("message") != english_one["mistakes"][0].pop("message")
    assert chinese == english_one


# Which language

ENVIRONMENTS = [
    ({}, "en"),
    ({"LANG": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "zh_TW.UTF-8"}, "zh"),
    ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LANG": "de_DE.UTF-8"}, "en"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en_US:en"}, "en"),
    ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN:en"}, "zh"),
    ({"LANG": "C", "LANGUAGE": "zh_CN"}, "en"),
    ({"LANG": "POSIX"}, "en"),
]


@pytest.mark.parametrize(("environment", "spoken"), ENVIRONMENTS, ids=str)
def test_the_language_of_the_system(slope, environment, spoken, monkeypatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    wrong = slope("check", "x^2", "3x").out
    assert wrong.startswith("wrong: " if spoken == "en" else "不对：")
    assert slope("check", "x^2", "3x", "--lang", "en").out.startswith("wrong: ")


@pytest.mark.parametrize(
    "words", ["--lang zh x^2 -- -1", "x^2 --lang=zh -1", "--lang zh plot", "steps --lang zh"]
)
def test_the_option_stands_anywhere(slope, words):
    assert slope(*words.split()).err.startswith("错误：")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x --lang", "Error: --lang needs a value after it."),
        ("x --lang fr", "Error: --lang is en or zh, not fr."),
        ("x --lang=", "Error: --lang is en or zh, not ."),
        ("x --langs zh", "Error: there is no option --langs. Did you mean --lang?"),
    ],
)
def test_a_language_that_is_not_there(slope, words, said):
    done = slope(*words.split())
    assert (done.err.splitlines()[0], done.status) == (said, 2)


LOADED = """
import sys
from slopecli.cli import run
run({words})
print([name for name in sorted(sys.modules) if name.startswith("slopecli.wording.")])
"""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_english_loads_no_catalogue(language):
    program = LOADED.format(words=["1/2x", "--at", "3", "--lang", language])
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ("slopecli.wording.chinese" in done.stdout) == (language == "zh")


def test_python_speaks_english_until_asked_otherwise(monkeypatch):
    import slopecli

    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "no slope" in str(slopecli.slope("|x|", at=0).message)
    try:
        speak("zh")
        assert "没有斜率" in str(slopecli.slope("|x|", at=0).message)
    finally:
        speak("en")
    with pytest.raises(ValueError, match="none of"):
        speak("fr")


# Columns


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("x^2", 3),
        ("斜率", 4),
        ("在 x = 1 处", 11),
        ("f′(x) ≤ π", 9),
        ("⠒⠒┊○", 4),
        ("（ａ）", 6),
    ],
)
def test_a_chinese_character_takes_two_columns(text, wide):
    assert columns(text) == wide
    assert columns(left(text, 20)) == columns(right(text, 20)) == 20
    assert cut(text, wide) == text
    assert columns(cut(text + "导数", wide + 1)) == wide


@pytest.mark.parametrize("width", [8, 11, 20, 40])
def test_chinese_is_wrapped_between_characters_and_formulas_stay_whole(width):
    sentence = "在 cos(3x) 处，你需要链式法则：外层函数的导数，乘以内层函数的导数。"
    lines = wrapped(sentence, width)
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    assert all(columns(line) <= width for line in lines)
    assert not [line for line in lines if line[0] in "，。："]
    assert [line for line in lines if "cos(3x)" in line]
