"""Told to end at any moment: a word, the right status, no half file, no process left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest
from started import QUIET, START, noise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")

SIGNALS = [signal.SIGINT, signal.SIGTERM]
MOMENTS = [0.03, 0.05, 0.07, 0.1, 0.15, 0.3, 0.6]  # seconds after the start
PATIENCE = 300  # seconds until a process that does not end counts as hanging


def started(words: list[str], folder) -> subprocess.Popen:
    return subprocess.Popen(
        [*START, *words], cwd=folder, env={**QUIET, "HOME": str(folder)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def ended(process: subprocess.Popen, number: int) -> bytes:
    """What it printed; it has told the end in a word, or died of the signal while it started."""
    out, err = process.communicate(timeout=PATIENCE)
    starting = b"Traceback" in err and b", in main" not in err  # Python itself was
    if not starting:
        assert noise(err) == []
        assert process.returncode in (0, 128 + number, -number)
    return out


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(
    "words", [["tanh(x)", "--at", "1"], ["plot", "gamma(gamma(x))"]], ids=" ".join
)
def test_an_answer_can_be_ended_whenever(number, moment, words, tmp_path):
    process = started(words, tmp_path)
    time.sleep(moment)
    process.send_signal(number)
    ended(process, number)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("moment", [*MOMENTS, 0.8, 1.0, 1.3])
def test_a_picture_is_whole_or_not_there(number, moment, tmp_path):
    process = started(["plot", "sin(x) + gamma(x)", "-o", "a.svg"], tmp_path)
    time.sleep(moment)
    process.send_signal(number)
    ended(process, number)
    left = {path.name: path.read_text() for path in tmp_path.iterdir() if path.is_file()}
    assert set(left) <= {"a.svg"}
    assert left.get("a.svg", "</svg>").rstrip().endswith("</svg>")


def working_in(folder) -> list[int]:
    """The processes that work in this folder."""
    found = []
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{number}/cwd") == str(folder):
                found.append(int(number))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [*SIGNALS, signal.SIGKILL])
def test_grading_in_several_processes_ends_with_all_of_them_and_keeps_what_is_done(
    number, tmp_path
):
    rows = "".join(f"(x+{n})^9 sin({n}x),cos({n}x)\n" for n in range(20_000))
    (tmp_path / "all.csv").write_text("function,answer\n" + rows)
    process = started(["grade", "all.csv", "--jobs", "2"], tmp_path)
    first = process.stdout.readline()
    process.send_signal(number)
    out = first + ended(process, number)
    assert out.startswith(b"line 2: ")
    assert out.endswith(b"\n")
    for _ in range(PATIENCE):
        if not working_in(tmp_path):
            break
        time.sleep(1)
    assert working_in(tmp_path) == []


DROPPED = """
import sys
from slopecli.__main__ import _insist

class Busy:
    def __del__(self):  # what is raised in here, Python cannot pass on
        raise KeyboardInterrupt

sys.unraisablehook = _insist
try:
    Busy()
    while True:
        pass
except KeyboardInterrupt:
    print("heard")
"""


def test_ctrl_c_that_python_drops_is_heard_all_the_same():
    done = subprocess.run(
        [sys.executable, "-c", DROPPED], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("heard\n", "")
