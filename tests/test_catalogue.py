"""The catalogue writes Chinese as a school book prints it; homework may be written in Chinese."""

import re

import pytest

from slopecli.wording.chinese import SENTENCES
from slopecli.wording.seams import filled

HAN = r"[\u4e00-\u9fff]"
LATIN = r"[A-Za-z0-9{}()<>=+*/^|'`\"$%-]"
BARE = re.compile(rf"{HAN}{LATIN}|{LATIN}{HAN}")
WIDE = r"[，。：；！？、（）“”]"
# a sign beside Chinese that should be fullwidth, and a blank beside one that is
HALF = re.compile(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}|{HAN}\.$")
BLANK = re.compile(rf" {WIDE}|{WIDE} ")
CODE = re.compile(r"`[^`]*`|\{[^{}]*[:,][^{}]*\}|if\([^)]*\)")  # what is typed is not a sentence


def test_chinese_is_set_apart_from_formulas_and_keeps_its_own_signs():
    odd = []
    for told in SENTENCES.values():
        bare = [CODE.sub("x", line.strip()) for line in told.splitlines()]
        odd += [line for line in bare if any(each.search(line) for each in (BARE, HALF, BLANK))]
    assert odd == []


@pytest.mark.parametrize(
    ("sentence", "part", "told"),
    [
        ("在 {it} 处有尖点", "x = 0", "在 x = 0 处有尖点"),
        ("在 {it} 处有尖点", "两端", "在两端处有尖点"),
        ("{it} 在这里有尖点", "这条曲线", "这条曲线在这里有尖点"),
        ("{it} 在这里有尖点", "|x|", "|x| 在这里有尖点"),
        ("看 {it}", "（1）", "看（1）"),
        ("有 {it:,} 个点", 12345, "有 12,345 个点"),
        ("文件 {it} 是空的", "作业 一.csv", "文件作业 一.csv 是空的"),
    ],
)
def test_a_blank_stands_only_between_chinese_and_a_formula(sentence, part, told):
    assert filled(sentence, {"it": part}) == told


@pytest.mark.parametrize(
    ("name", "homework"),
    [
        ("作业.csv", "题号,学生,函数,答案,分数\n一,小安,sin(3x),3cos(3x),2\n二,小安,x^2,2x,2\n"),
        ("作业.txt", "姓名：小安\nf(x) = sin(3x)\nf'(x) = 3cos(3x)\n"),
    ],
)
def test_homework_may_name_its_columns_and_its_student_in_chinese(
    name, homework, slope, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(homework, "utf-8")
    done = slope("grade", name, "--lang", "zh")
    assert done.status == 0
    assert "小安）：正确" in done.out
