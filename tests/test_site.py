"""The site can be built, without a warning, where Sphinx is installed (the extra `docs`)."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"


def test_the_site_is_built_without_a_warning(tmp_path):
    pytest.importorskip("myst_parser", reason="the extra `docs` is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(DOCS), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
