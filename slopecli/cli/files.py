"""Files that are written whole or not at all."""

import contextlib
import errno
import os
import stat

from slopecli.cli.ending import EndTidily
from slopecli.cli.options import say
from slopecli.errors import UnusableError
from slopecli.language.picture import visible
from slopecli.wording import tell
from slopecli.wording.system import why


def check_target(path: str) -> None:
    """Raise UnusableError where it is plain from the start that the file cannot be written."""
    folder = os.path.dirname(path) or "."
    if os.path.isdir(path):
        raise UnusableError(
            tell("{file} is a folder.", file=visible(path)), advice=tell("Add the name of a file.")
        )
    if not os.path.isdir(folder):
        raise UnusableError(tell("there is no folder {folder}.", folder=visible(folder)))


def is_device(path: str) -> bool:
    """Whether the path is there and is no regular file: a pipe, a device."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def behind_links(path: str) -> str:
    """Where the file really is, or will be.

    Raises OSError where links lead in a circle, or to a file that is protected: a rename would
    replace both.
    """
    with contextlib.suppress(FileNotFoundError):
        os.stat(path)
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return os.path.realpath(path)


def write_told(path: str, content: bytes, quiet: bool) -> None:
    """The same, and say on stderr which file was written; of a device or a pipe nothing."""
    write_whole(path, content)
    if not is_device(path):
        say([tell("written: {file}", file=visible(path))], quiet)


def write_whole(path: str, content: bytes) -> None:
    """Write beside the file and rename, so that a reader never sees half of it.

    A device or a pipe is written directly. Raises UnusableError where that fails.
    """
    try:
        if is_device(path):
            with open(path, "wb") as file:
                file.write(content)
            return
        with EndTidily():
            _write_beside(behind_links(path), content)
    except (OSError, ValueError) as error:
        reason = why(error)
        raise UnusableError(
            tell("cannot write {path}: {reason}.", path=visible(path), reason=reason)
        ) from None


def _write_beside(path: str, content: bytes) -> None:
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name[:100]}.{os.getpid()}")
    try:
        with open(beside, "xb") as file:
            if os.path.exists(path):
                os.chmod(beside, stat.S_IMODE(os.stat(path).st_mode))
            file.write(content)
        os.replace(beside, path)
    except BaseException:
        if os.path.exists(beside):
            os.unlink(beside)
        raise
