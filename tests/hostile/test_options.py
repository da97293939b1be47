"""Words that are no expression, in every place where a command takes some."""

import itertools

import pytest
from clean import faults

COMMANDS = ["", "plot", "steps", "check", "equal", "fit", "minimize", "grade", "functions", "study"]
WORDS = [
    [], ["--at"], ["--range", "0"], ["--let"], ["--let", "="], ["--let", "a"], ["--let", "a="], ["--let", "1=2"],
    ["--let", "x=1"], ["-x"], ["-x", ""], ["-x", "1"], ["-x", "sin"], ["--at", ""], ["--at", "x"], ["--at", "1/0"],
    ["--at", "y=1"], ["--at", "x=1", "--at", "y=2"], ["--json", "--latex"], ["--exact"], ["--digits"],
    ["--order", "101"], ["--nothing"], ["--", "--at"], ["-"], ["--range", "1", "0"], ["--range", "1", "1"],
    ["--step", "0"], ["--points", "1"], ["--csv", "--json"], ["-o", ""], ["-o", "."], ["-o", "no/such/a.png"],
    ["-o", "a.exe"], ["--help"], ["--version"], ["--strict", "--degrees"], ["--timeout", "1e-9"],
    ["--target"], ["--start", "a"], ["--start", "a=x"], ["--steps", "-1"], ["--rate", "nan"], ["--jobs", "0"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_every_command_takes_or_refuses_every_word(slope, command, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for sources in ([], ["x^2"], ["x^2", "2x"], ["x", "y", "z"]):
        done = slope(*([command] if command else []), *sources, *words, "--quiet")
        assert faults(done) == [], sources
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pair", list(itertools.combinations(WORDS[2:], 2))[::23], ids=str)
def test_options_that_do_not_belong_together_are_told(slope, pair, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert faults(slope("x^2", *pair[0], *pair[1])) == []
