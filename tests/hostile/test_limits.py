"""The worst that can be typed: an answer, or the name of the limit, in bounded time and memory."""

import json
import subprocess
import sys
from time import process_time

import pytest
from clean import faults


def terms(count, term):
    return "+".join(term.replace("#", str(number)) for number in range(1, count + 1))


def nested(count, name, inner="x"):
    return f"{name}(" * count + inner + ")" * count


# About 10 s of work, if it were not for the limit
ENDLESS = {
    "a product of 1500 sums": ["*".join(f"(x+{n})" for n in range(1500))],
    "a chain of 3000 quotients": ["/".join(["x"] * 3000)],
    "three roots of high order": ["x^(1/99) + x^(1/97) + x^(1/95)", "--at", "0"],
    "30 gamma functions to order 100": [nested(30, "gamma"), "--at", "1.5", "--order", "100"],
    "a picture of 2000 sines": ["plot", terms(2000, "sin(#x)")],
    "steps of a long product": ["steps", "*".join(["sin(x)"] * 2000)],
    "two sums of 3000 sines": ["equal", terms(3000, "sin(#x)"), terms(3000, "sin(#x)") + "+0x"],
    "a tower": ["x^x^x", "--order", "12"],
}


@pytest.mark.parametrize("words", ENDLESS.values(), ids=ENDLESS)
def test_an_answer_ends_in_its_time_or_says_which_limit_it_met(slope, words):
    done = slope(*words, "--timeout", "0.5")
    assert faults(done) == []
    assert done.status == 0 or "limit" in done.err or "cannot decide" in done.err


def test_a_line_that_takes_too_long_does_not_stop_the_rest(slope):
    slow = "*".join(f"(x+{n})" for n in range(1500))
    done = slope("-", "--timeout", "0.3", stdin=f"{slow}\n2x\n")
    assert (done.out, done.status) == ("2\n", 2)
    assert "Error in line 1: This takes longer than 0.3 s, the limit for one answer." in done.err


def test_a_library_may_rename_what_ends_an_answer():
    from slopecli.cli.patience import TooLongError, Watch
    from slopecli.errors import LimitError

    def renamed():
        try:
            while True:
                pass
        except TooLongError:
            raise ValueError("Invalid affine transformation matrix") from None

    with pytest.raises(LimitError, match=r"0.1 s, the limit for one answer"), Watch(0.1):
        renamed()
    with pytest.raises(ValueError, match="of its own"), Watch(60):
        raise ValueError("of its own")


def test_time_that_ends_where_python_drops_errors_is_told_later_and_without_noise(capfd):
    from slopecli.cli.patience import Watch
    from slopecli.errors import LimitError

    class Busy:
        def __del__(self):  # what is raised in here, Python can only print
            end = process_time() + 0.2
            while process_time() < end:
                pass

    def work():
        Busy()
        while True:
            pass

    with pytest.raises(LimitError), Watch(0.1):
        work()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("seconds", [1e-9, 1e-4, 5e-3])
def test_nothing_is_ended_after_the_answer(monkeypatch, seconds):
    from slopecli.cli import patience
    from slopecli.errors import LimitError

    def work():
        while True:
            pass

    monkeypatch.setattr(patience, "_INSISTING", 0.001)
    for _ in range(20):
        with pytest.raises(LimitError), patience.Watch(seconds):
            work()
        for _ in range(20_000):  # an interruption that comes late would end this
            pass


LARGE = {
    "10,000 terms": [terms(10_000, "x")],
    "10,000 terms at a point": [terms(9_999, "x"), "--at", "1"],
    "3,000 powers": [terms(3_000, "x^#")],
    "3,000 powers at a point": [terms(3_000, "x^#"), "--at", "1"],
    "1,000 sines to order 10": [terms(1_000, "sin(#x)"), "--at", "1", "--order", "10"],
    "500 brackets": ["*".join(f"(x+{n})" for n in range(500)), "--at", "1"],
    "a tower of 99": ["^".join(["x"] * 100), "--at", "1.1"],
    "99 sines": [nested(99, "sin"), "--at", "1", "--order", "10"],
    "99 bars": [nested(99, "abs"), "--at", "0"],
    "a greatest of 500": [f"max({terms(500, '#x').replace('+', ',')})", "--at", "0"],
    "a tower to order 100": ["x^x^x", "--order", "100", "--at", "1.3"],
    "every order of a corner": ["sin(x)*|x|", "--at", "0", "--order", "100"],
    "10,000 digits": ["tanh(x)", "--at", "1/3", "--digits", "10000"],
    "1,000 digits of gamma": ["gamma(x)", "--at", "1/3", "--digits", "1000"],
    "order 100 of tan": ["tan(x)", "--order", "100"],
    "a table of 2,000 digits": ["sin(x)", "--range", "0", "1", "--points", "200", "--digits", "2000"],
    "a long table": ["x^2", "--range", "0", "1", "--points", "100000"],
    "equal powers of sums": ["equal", "(x+1)^10000", "(1+x)^10000"],
    "long polynomials": ["check", terms(300, "x^#"), terms(300, "#x^(#-1)")],
    "factors that are hard to find": ["equal", f"ln({(10**40 + 121) * (10**41 + 109)}x)", "x"],
    "many roots to add": ["equal", terms(20, "sqrt(#)") + "+x", "x+" + terms(20, "sqrt(#)")],
    "99 roots at the point where none is smooth": [nested(99, "sqrt"), "--at", "0"],
    "powers beyond memory": ["|x|^(1+10^-9)", "--at", "0"],
    "a whole number beyond memory": ["floor(2^x)", "--at", "10^12"],
}  # fmt: skip

RUN_ALL = """
import json, resource, sys
from terminal import run_slope
found = {}
for name, words in json.loads(sys.stdin.read()).items():
    done = run_slope(*words)
    found[name] = [done.status, done.err[-300:]]
print(json.dumps([found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
MEGABYTES = 400


def test_what_is_large_but_honest_is_answered_or_names_a_limit_within_the_memory():
    done = subprocess.run(
        [sys.executable, "-c", RUN_ALL],
        input=json.dumps(LARGE), capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(path for path in sys.path if path)},
    )  # fmt: skip
    found, megabytes = json.loads(done.stdout)
    assert {name: told for name, told in found.items() if not answered(*told)} == {}
    assert megabytes < MEGABYTES


def answered(status, err):
    return status in (0, 1) or (status == 2 and ("limit" in err or "more than" in err))
