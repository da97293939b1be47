"""Readers that go, disks that are full, input without end, memory, terminals: the right status."""

import os
import sys

import pytest
from started import in_shell, noise

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")

READERS_GONE = [
    "$SLOPE --help | head -1",
    "$SLOPE x --range 0 1 --points 100000 | head -1",
    "$SLOPE plot 'sin(x)' | head -1",
    "$SLOPE steps '(x+1)^9 sin(x) ln(x)' | head -c 1",
    "yes 'x' | head -20000 | $SLOPE - --at 1 | head -1",
    "$SLOPE plot 'sin(x)' --csv --points 100000 | head -1",
    "yes x | $SLOPE - | head -3",
    "(echo f,answer; yes x^2,2x) | $SLOPE grade - | head -3",
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
    ("ln -s one.svg two.svg; ln -s two.svg one.svg; $SLOPE plot x -o one.svg", 2),
    ("ln -s a.html a.html; echo x^2,2x >a.csv; $SLOPE grade a.csv --report a.html", 2),
    ("ln -s . loop; $SLOPE plot x -o loop/loop/loop/a.svg", 0),
    ("$SLOPE plot x -o /proc/a.svg", 2),
    ("echo x^2,2x >a.csv; $SLOPE grade a.csv --report /proc/a.html", 2),
    ("echo x^2,2x >a.csv; $SLOPE grade a.csv >/dev/full", 2),
    ("yes x | tr -d '\\n' | $SLOPE -", 2),
    ("yes x | tr -d '\\n' | $SLOPE grade -", 2),
    ("$SLOPE fit 'a*x' /dev/zero --target y", 2),
    ("$SLOPE grade /dev/zero", 2),
    ("truncate -s 2G a.csv; $SLOPE grade a.csv", 2),
    ("truncate -s 2G a.csv; $SLOPE fit 'a*x' a.csv --target y", 2),
]


@pytest.mark.parametrize(("line", "status"), NOWHERE, ids=[line for line, _ in NOWHERE])
def test_an_answer_that_cannot_be_written_is_told_and_nothing_else(line, status, tmp_path):
    done = in_shell(line, tmp_path)
    assert (noise(done.stderr), done.returncode) == ([], status)


ENDLESS = {
    "yes x | tr -d '\\n' | $SLOPE -": b"more than 100,000 characters",
    "yes x | tr -d '\\n' | $SLOPE grade -": b"more than 100,000 bytes",
    "$SLOPE fit 'a*x' /dev/zero --target y": b"more than 100,000 characters",
}


@pytest.mark.parametrize(("line", "limit"), ENDLESS.items(), ids=ENDLESS)
def test_a_line_without_end_meets_a_limit_that_is_named(line, limit, tmp_path):
    done = in_shell(f"ulimit -v 2000000; {line}", tmp_path)
    assert limit in done.stderr
    assert done.stdout == b""


def test_the_rest_of_a_line_that_is_too_long_is_no_line_of_its_own(slope):
    done = slope("-", "--at", "1", stdin="x^2\n" + " " * 100_000 + "x^3\nx^4\n")
    assert (done.out, done.status) == ("2\n", 2)
    assert "line 2 has more than 100,000 characters" in done.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_stays_as_it_is(tmp_path):
    done = in_shell("mkdir ro; chmod 555 ro; $SLOPE plot x -o ro/a.svg", tmp_path)
    assert (noise(done.stderr), done.returncode) == ([], 2)
    assert list((tmp_path / "ro").iterdir()) == []


def test_a_file_that_is_protected_is_not_replaced(slope, tmp_path, monkeypatch):
    for name in ("a.svg", "a.html", "a.csv"):
        (tmp_path / name).write_text("x^2,2x\n")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everywhere
    monkeypatch.chdir(tmp_path)
    for words in (["plot", "x", "-o", "a.svg"], ["grade", "a.csv", "--report", "a.html"]):
        done = slope(*words)
        assert f"cannot write {words[-1]}: Permission denied." in done.err
        assert (done.status, (tmp_path / words[-1]).read_text()) == (2, "x^2,2x\n")
    assert len(list(tmp_path.iterdir())) == 3


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
        ("LC_ALL=zh_CN.GBK $SLOPE 'x²' --at 3", b"6\n"),
        ("env -i $SLOPE 'sin(x)' --at 0", b"1\n"),
        ("ulimit -s 256; $SLOPE 'sqrt(x^2)-x' --at 1", b"0\n"),
        (f"ulimit -s 256; $SLOPE '{'sin(' * 99}x{')' * 99}' --at 0", b"1\n"),
        (f"ulimit -s 256; $SLOPE check '{'+'.join(['x'] * 5000)}' 5000", b"correct\n"),
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


LACKING = [
    MemoryError(),
    RuntimeError("can't start new thread"),
    ImportError("libflint.so.21: failed to map segment from shared object"),
    OSError(12, "Cannot allocate memory"),
]


@pytest.mark.parametrize("error", LACKING, ids=repr)
def test_what_memory_is_lacking_for_is_no_mistake_of_ours(error, capsys):
    from slopecli.cli.outcome import own_mistake

    wrapped = ImportError("NumPy could not be loaded")
    wrapped.__cause__ = error
    assert own_mistake(wrapped) == own_mistake(error) == 2
    assert capsys.readouterr().err == "Error: there is not enough memory for this.\n" * 2


def test_low_memory_is_told(tmp_path):
    done = in_shell("ulimit -v 300000; $SLOPE x --range 0 1 --points 300000", tmp_path)
    assert (noise(done.stderr), done.returncode) in (([], 0), ([], 2))
