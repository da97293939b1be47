"""Characters that look like others, that cannot be seen, that terminals obey."""

import pytest
from clean import faults

UNSEEN = [
    "\x00", "\x07", "\x1b[31m", "\x1b]0;title\x07", "\x7f", "\x85", "\x9b31m", "\u00ad", "\u200b",
    "\u200d", "\u200e", "\u202e", "\u2066", "\u2028", "\u2060", "\ufeff", "\ufff9", "\U000e0041",
    "\ud800", "\udcff",
]  # fmt: skip
ALIKE = [
    "х",
    "ѕin(x)",
    "е",
    "ｘ²х",
    "𝑥",
    "ⅹ",
    "ꭓ",
    "×x",
    "x⁄2",
    "x∕2",
    "−",
    "–x",
    "∗",
    "ˆ",
    "ﬁ",
    "½½",
]


@pytest.mark.parametrize("character", [*UNSEEN, *ALIKE], ids=ascii)
@pytest.mark.parametrize(
    "words",
    [
        ["x{}^2", "--at", "1"],
        ["{}", "--at", "1"],
        ["x^2", "--at", "1{}"],
        ["x^2", "--at", "{}=1"],
        ["x^2", "--let", "a{}=1", "--at", "1"],
        ["x^2", "-x", "x{}", "--at", "1"],
        ["x^2", "--a{}", "1"],
        ["x^2", "--range", "{}", "1"],
        ["plot", "x", "--title", "a{}b"],
        ["plot", "x", "-o", "no{}folder/a.png"],
        ["fit", "a*x", "no{}file.csv", "--target", "y"],
        ["fit", "a*x", "none.csv", "--target", "y{}"],
        ["grade", "no{}file.csv"],
        ["check", "x^2", "2x{}"],
        ["functions", "si{}n"],
        ["{}", "{}", "{}"],
    ],
    ids=lambda words: words[0] + words[1][:8],
)
def test_no_character_comes_back_raw(slope, character, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert faults(slope(*[word.replace("{}", character) for word in words])) == []


@pytest.mark.parametrize(
    "letter", ["ß", "İ", "ǆ", "ﬀ", "ᾳ", "K", "Å", "µ", "Ω", "٣", "३", "二", "²²", "𝟚"]
)
def test_letters_that_change_their_length_or_kind_are_read_or_refused(slope, letter):
    for source in (letter, f"{letter}x", f"x{letter}", f"sin{letter}", f"2{letter}", f"x^{letter}"):
        assert faults(slope(source, "--at", "2")) == []
        assert faults(slope(source.upper(), "--latex")) == []
