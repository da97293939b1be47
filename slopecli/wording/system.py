"""What the system says of a file that cannot be read or written, in the reader's language."""

from slopecli.wording import phrase, tell

_COMMON = (  # what it says otherwise is told as it is
    phrase("No such file or directory"),
    phrase("Permission denied"),
    phrase("Is a directory"),
    phrase("Not a directory"),
    phrase("File exists"),
    phrase("File name too long"),
    phrase("No space left on device"),
    phrase("Read-only file system"),
    phrase("Input/output error"),
    phrase("Operation not permitted"),
    phrase("Too many open files"),
    phrase("Too many levels of symbolic links"),
    phrase("Bad file descriptor"),
)


def why(error: Exception) -> str:
    """Why it went wrong, in the system's own words."""
    return tell(getattr(error, "strerror", None) or str(error))
