"""What a shell is told when Tab is pressed, and that bash, zsh and fish take it."""

import os
import shutil
import subprocess
import sys

import pytest

from slopecli.cli.completion import completions
from slopecli.cli.shells import candidates

TOLD = [
    ([], "plo", ["plot "]),
    ([], "s", ["steps ", "study "]),
    ([], "sinh", []),
    ([], '"sin(x)*ta', ["sin(x)*tan", "sin(x)*tangent", "sin(x)*tanh", "sin(x)*tau"]),
    ([], '"sin(x)*asin', ["sin(x)*asin", "sin(x)*asinh"]),
    ([], '"x*asinh', []),
    ([], "'2arcc", ["2arccos", "2arccosh", "2arccot"]),
    (["plot"], "--st", ["--stacked ", "--strict ", "--study "]),
    (["x^2"], "--ta", ["--tangent ", "--taylor "]),
    (["x^2", "--lang"], "", ["en ", "zh "]),
    (["x^2", "--lang", "="], "z", ["zh "]),
    (["x^2"], "--lang=", ["--lang=en ", "--lang=zh "]),
    (["plot", '"x^2"', "--only"], "", ["f ", "slope "]),
    (["functions"], "ta", ["tan ", "tangent ", "tanh ", "tau "]),
    (["x^2", "--at"], "", []),
    (["grade"], "", ["//files"]),
    (["grade", "--report"], "", ["//files"]),
    (["fit"], '"a si', ["a sin", "a sinc", "a sine", "a sinh"]),
    (["fit", '"a x"'], "", ["//files"]),
    (["plot", '"x"', "-o"], "", ["//files"]),
    (["x^2", "--at"], "p", []),
    (["x^2", "--at"], "ph", ["phi"]),
]


@pytest.mark.parametrize(("words", "word", "told"), TOLD, ids=lambda value: str(value))
def test_what_may_follow(words, word, told):
    found = candidates("bash", words, word)
    assert [each for each in told if each not in found] == []
    if len(told) < 2:
        assert found == told


def test_fish_and_zsh_are_told_what_a_word_means():
    assert "tanh\thyperbolic tangent" in candidates("fish", [], "ta")
    assert "tanh\tformula\thyperbolic tangent" in candidates("zsh", [], "2ta")
    assert candidates("zsh", [], "plo") == ["plot\tword\tdraw curves and their slopes"]


def test_a_session_completes_its_own_names_too():
    from slopecli.answers.session.defining import define
    from slopecli.answers.session.definitions import Definitions

    known = Definitions()
    define(known, "speed(t) = t^3")
    assert list(completions("plot 2spe", known)) == [(3, "speed", "speed(t) = t^3")]
    assert [word for _, word, _ in completions("clear ", known)] == ["speed"]
    assert [word for _, word, _ in completions("qu", known)] == ["quit"]
    assert ("study") in [word for _, word, _ in completions("help st", known)]


SCRIPT = """
eval "$(_SLOPE_COMPLETE=bash_source slope)"
COMP_WORDS=(slope functions tan); COMP_CWORD=2
_slope_completion slope
printf '%s\\n' "${COMPREPLY[@]}"
COMP_WORDS=(slope '"sin(x)*asin'); COMP_CWORD=1
_slope_completion slope
printf '%s\\n' "${COMPREPLY[@]}"
"""


def with_slope(tmp_path, shell: str, script: str) -> str:
    """Run a script in a shell in which `slope` is this one."""
    (tmp_path / "slope").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m slopecli "$@"\n')
    (tmp_path / "slope").chmod(0o755)
    done = subprocess.run(
        [shell, "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def lacks(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@lacks("bash")
def test_bash_takes_it(tmp_path):
    assert with_slope(tmp_path, "bash", SCRIPT).splitlines() == [
        "tan ",
        "tangent ",
        "tanh ",
        "sin(x)*asin",
        "sin(x)*asinh",
    ]


@lacks("fish")
def test_fish_takes_it(tmp_path):
    script = "_SLOPE_COMPLETE=fish_source slope | source; complete -C 'slope functions tan'"
    assert "tanh\thyperbolic tangent" in with_slope(tmp_path, "fish", script)


@lacks("zsh")
def test_zsh_reads_the_script(tmp_path):
    script = (
        'autoload -U compinit; compinit -u; eval "$(_SLOPE_COMPLETE=zsh_source slope)"\n'
        "print $_comps[slope]"
    )
    assert with_slope(tmp_path, "zsh", script) == "_slope\n"


def test_an_unknown_shell_is_told_nothing_of_ours(tmp_path):
    from slopecli.cli.shells import completes

    assert not completes("elvish_source")
