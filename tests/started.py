"""`slope` as a process of its own, for what only a process can meet: streams, signals, folders."""

import os
import subprocess
import sys

START = [sys.executable, "-m", "slopecli"]
QUIET = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "TERM": "xterm"}


def in_shell(line: str, folder, **environment: str) -> subprocess.CompletedProcess:
    """A line of shell in which $SLOPE is the command."""
    return subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {line}"],
        cwd=folder,
        env={**QUIET, "SLOPE": " ".join(START), "HOME": str(folder), **environment},
        capture_output=True,
        timeout=600,
    )


def noise(err: bytes) -> list[str]:
    """What a person should never have to read."""
    return [
        word
        for word in ("Traceback", "Exception ignored", "Fatal Python", "Broken pipe", "BrokenPipe")
        if word.encode() in err
    ]
