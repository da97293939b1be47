"""Where the lines of earlier sessions are kept, and how many."""

import os
import stat

import pytest

from slopecli.cli.history import MOST, History, place

PLACES = [
    ({"HOME": "/home/ann"}, "linux", "/home/ann/.local/state/slope/history"),
    ({"HOME": "/home/ann", "XDG_STATE_HOME": "/s"}, "linux", "/s/slope/history"),
    ({"HOME": "/h", "XDG_STATE_HOME": "s"}, "darwin", "/h/.local/state/slope/history"),
    ({"XDG_STATE_HOME": ""}, "linux", None),
    ({"LOCALAPPDATA": "/c/Ann"}, "win32", "/c/Ann/slope/history"),
    ({"HOME": "/c/Ann"}, "win32", None),
]


@pytest.mark.parametrize(("environ", "platform", "path"), PLACES)
def test_the_place_is_that_of_the_system(environ, platform, path):
    found = place(environ, platform)
    assert (found and found.replace(os.sep, "/")) == path


def test_lines_are_kept_for_the_next_session_and_for_nobody_else(tmp_path):
    path = tmp_path / "new" / "history"
    kept = History(str(path))
    assert kept.lines() == []
    for line in ("f(x) = x^2", "  ", "导 \n f'"):
        kept.add(line)
    assert History(str(path)).lines() == ["f(x) = x^2", "导 f'"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_long_history_is_cut_to_its_newest_lines(tmp_path):
    path = tmp_path / "history"
    path.write_text("".join([f"x + {number}\n" for number in range(2 * MOST + 1)]), "utf-8")
    found = History(str(path)).lines()
    assert (len(found), found[-1]) == (MOST, f"x + {2 * MOST}")
    assert path.read_text("utf-8").splitlines() == found


def test_a_place_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").touch()
    kept = History(str(tmp_path / "file" / "history"))
    kept.add("x^2")
    assert kept.lines() == []
    assert kept.path is None
