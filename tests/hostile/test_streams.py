"""Readers that go, disks that are full, signals, memory, terminals: no traceback, the right status."""

import os
import signal
import subprocess
import sys
import time

import pytest
from started import QUIET, START, in_shell, noise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")

READERS_GONE = [
    "$SLOPE --help | head -1",
    "$SLOPE x --range 0 1 --points 100000 | head -1",
    "$SLOPE plot 'sin(x)' | head -1",
    "$SLOPE steps '(x+1)^9 sin(x) ln(x)' | head -c 1",
    "yes 'x' | head -20000 | $SLOPE - --at 1 | head -1",
    "$SLOPE plot 'sin(x)' --csv --points 100000 | head -1",
]


@pytest.mark.parametrize("line", READERS_GONE)
def test_a_reader_that_goes_is_no_error_of_ours(line, tmp_path):
    done = in_shell(line, tmp_path)
    assert (done.stderr, done.returncode in (0, 141)) == (b"", True)


NOWHERE = [
    ("$SLOPE x --at 1 >/dev/full", 2),
    ("$SLOPE x --range 0 1 --points 100000 >/dev/full", 2),
    ("$SLOPE plot x >/dev/full", 2),
    ("$SLOPE --help >/dev/full", 2),
    ("$SLOPE x --at 1 >&-", 2),
    ("$SLOPE x --at 1 2>&-", 0),
    ("$SLOPE '1/x' --at 0 2>/dev/full", 2),
    ("$SLOPE 'x+' 2>/dev/full", 2),
    ("$SLOPE 'x+' 2>&-", 2),
    ("$SLOPE x --at 1 >&- 2>&- <&-", 2),
    ("$SLOPE - --at 1 <&-", 2),
    ("$SLOPE plot x -o /dev/full", 2),
    ("$SLOPE plot x -o a.svg >&-", 0),
    ("ln -s /dev/full full.svg; $SLOPE plot x -o full.svg", 2),
    ("ln -s one.svg two.svg; ln -s two.svg one.svg; $SLOPE grade one.svg", 2),
    ("ln -s one.csv two.csv; ln -s two.csv one.csv; $SLOPE fit 'a*x' one.csv --target y", 2),
    ("mkdir d.csv; $SLOPE fit 'a*x' d.csv --target y", 2),
    ("mkdir d.svg; $SLOPE plot x -o d.svg", 2),
    ("mkdir gone; cd gone; rmdir ../gone; $SLOPE plot x -o a.svg", 2),
    ("mkdir gone; cd gone; rmdir ../gone; $SLOPE 'sin(x)' --at 0", 0),
]


@pytest.mark.parametrize(("line", "status"), NOWHERE, ids=[line for line, _ in NOWHERE])
def test_an_answer_that_cannot_be_written_is_told_and_nothing_else(line, status, tmp_path):
    done = in_shell(line, tmp_path)
    assert (noise(done.stderr), done.returncode) == ([], status)


def test_a_file_that_cannot_be_written_whole_keeps_what_it_was(tmp_path):
    (tmp_path / "a.svg").write_text("old")
    done = in_shell("ulimit -f 1; trap '' XFSZ; $SLOPE plot 'tan(x)' -o a.svg", tmp_path)
    assert (done.returncode, noise(done.stderr)) == (2, [])
    assert (tmp_path / "a.svg").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if "svg" in path.name] == ["a.svg"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "ascii", "cp437", "latin-1", "utf-8:strict"])
def test_no_terminal_lacks_a_letter_so_much_that_nothing_is_said(encoding, tmp_path):
    for words in ("plot 'sin(x)'", "'√x' --pretty", "'x²+' --at 1", "functions"):
        done = in_shell(f"$SLOPE {words}", tmp_path, PYTHONIOENCODING=encoding)
        assert (noise(done.stderr), done.returncode in (0, 2)) == ([], True)
        assert done.stdout or done.stderr


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("LC_ALL=C $SLOPE 'x²' --at 3", b"6\n"),
        ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $SLOPE 'x²' --at 3", b"6\n"),
        ("env -u HOME $SLOPE 'sin(x)' --at 0", b"1\n"),
        ("HOME=/dev/null $SLOPE 'sin(x)' --at 0", b"1\n"),
        ("TZ=nonsense LANG=xx_YY $SLOPE 'sin(x)' --at 0", b"1\n"),
        ("ulimit -s 256; $SLOPE 'sqrt(x^2)-x' --at 1", b"0\n"),
        ("ulimit -n 8; $SLOPE 'sin(x)' --at 0", b"1\n"),
    ],
)
def test_the_surroundings_change_nothing(line, out, tmp_path):
    done = in_shell(line, tmp_path)
    assert (done.stdout, done.returncode) == (out, 0)


def test_files_of_the_student_are_not_taken_for_python_s(tmp_path):
    for name in ("math", "numpy", "click", "flint", "sympy", "re", "random", "json", "gmpy2"):
        (tmp_path / f"{name}.py").write_text("open('PWNED', 'w').close()\nraise SystemExit(7)\n")
    (tmp_path / "matplotlibrc").write_text("backend: module://evil\n")
    for words in ("'tanh(x)' --at 1", "plot x -o a.svg", "'sqrt(2)*x - x' --at 1 --exact"):
        done = in_shell(f"$SLOPE {words}", tmp_path)
        assert (done.returncode, noise(done.stderr)) == (0, [])
    assert not (tmp_path / "PWNED").exists()


def started(words: list[str], folder) -> subprocess.Popen:
    return subprocess.Popen(
        [*START, *words], cwd=folder, env={**QUIET, "HOME": str(folder)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("wait", [0.03, 0.05, 0.07, 0.1, 0.15, 0.3])
@pytest.mark.parametrize(
    "words", [["tanh(x)", "--at", "1"], ["plot", "gamma(gamma(x))"]], ids=" ".join
)
def test_ctrl_c_ends_with_a_word_whenever_it_comes(wait, words, tmp_path):
    process = started(words, tmp_path)
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    if b"Traceback" in err and b"slopecli" not in err:
        return  # Python itself was still starting
    early = -signal.SIGINT  # before Python listened at all
    assert (noise(err), process.returncode in (0, 130, early)) == ([], True)


def test_low_memory_is_told(tmp_path):
    done = in_shell("ulimit -v 300000; $SLOPE x --range 0 1 --points 300000", tmp_path)
    assert (noise(done.stderr), done.returncode) in (([], 0), ([], 2))


def children_of(folder) -> list[int]:
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
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_grading_in_several_processes_ends_with_all_of_them_and_keeps_what_is_done(
    number, tmp_path
):
    rows = "".join(f"(x+{n})^9 sin({n}x),cos({n}x)\n" for n in range(20_000))
    (tmp_path / "all.csv").write_text("function,answer\n" + rows)
    process = started(["grade", "all.csv", "--jobs", "2"], tmp_path)
    time.sleep(2)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert noise(err) == []
    assert process.returncode in (130, 143, -15)
    assert out.count(b"\n") > 10
    deadline = time.monotonic() + 10
    while children_of(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children_of(tmp_path) == []
