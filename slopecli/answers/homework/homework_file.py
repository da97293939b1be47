"""Lines of text, as they come, from a file in any encoding that spreadsheets and editors write."""

import sys

from slopecli.errors import LimitError, UnusableError
from slopecli.language.picture import visible
from slopecli.wording import phrase, tell
from slopecli.wording.system import why

TYPE_CHECKING = False  # importing typing for it would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_STDIN = phrase("standard input")
LONGEST = 100_000  # bytes of a line
_CODES = ("utf-8", "gb18030")  # the second holds all of GBK
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class HomeworkFile:
    """A file of homework, or standard input for "-"; `done` of `size` bytes are read.

    Use it in a `with` block.
    Raises UnusableError where it cannot be opened.
    """

    def __init__(self, path: str) -> None:
        self.name = visible(path)
        self.size = 0
        self.done = 0
        self.stream = self._opened(path)

    def _opened(self, path: str) -> "BinaryIO":
        if path == "-":
            self.name = tell(_STDIN)
            if sys.stdin is None:
                raise UnusableError(tell("there is no standard input."))
            stream = getattr(sys.stdin, "buffer", None)
            if stream is None:  # a stand-in that holds text
                import io

                return io.BytesIO(sys.stdin.read().encode())
            return stream  # type: ignore[no-any-return]
        try:
            found = open(path, "rb")  # noqa: SIM115 - read as long as answers are asked for
            self.size = found.seek(0, 2) if found.seekable() else 0
            if self.size or found.seekable():
                found.seek(0)
            return found
        except IsADirectoryError:
            raise UnusableError(
                tell("{file} is a folder.", file=self.name), advice=tell("Name a file.")
            ) from None
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from None

    def _unreadable(self, error: Exception) -> UnusableError:
        file = self.name or tell("the file")
        return UnusableError(tell("cannot read {file}: {reason}.", file=file, reason=why(error)))

    def _endless(self, says: str) -> LimitError:
        return LimitError(tell(says, name=self.name, most=f"{LONGEST:,}"))

    def __enter__(self) -> "HomeworkFile":
        return self

    def __exit__(self, *_: object) -> None:
        if self.name != tell(_STDIN):
            self.stream.close()

    def lines(self) -> "Iterator[str]":
        r"""Each line with its end as "\n".

        Raises UnusableError where this is no text, LimitError where a line never ends.
        """
        first = self._line()
        for mark, code in _MARKS:
            if first.startswith(mark):
                yield from self._wide(first[2:], code)
                return
        guessed = _without_mark(first)
        if guessed:
            yield from self._wide(first, guessed)
            return
        first = first.removeprefix(b"\xef\xbb\xbf")
        if b"\0" in first:
            raise UnusableError(tell("{file} is no text file.", file=self.name))
        number = 1
        while first:
            for part in _read(first, self.name, number).splitlines():
                yield part + "\n"
            first = self._line()
            number += 1

    def _line(self) -> bytes:
        try:
            line = self.stream.readline(LONGEST + 1)
        except OSError as error:
            raise self._unreadable(error) from None
        self.done += len(line)
        if len(line) > LONGEST:
            raise self._endless(phrase("{name} has a line of more than {most} bytes."))
        return line

    def _wide(self, first: bytes, code: str) -> "Iterator[str]":
        """UTF-16: a line's end is two bytes, so lines are cut after decoding."""
        import codecs

        decoder = codecs.getincrementaldecoder(code)()
        text = ""
        try:
            chunk = first
            while chunk:
                text += decoder.decode(chunk)
                *whole, text = text.split("\n")
                for line in whole:
                    yield line.rstrip("\r") + "\n"
                if len(text) > LONGEST:
                    raise self._endless(phrase("{name} has a line of more than {most} letters."))
                chunk = self.stream.read(8192)
                self.done += len(chunk)
            text += decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise UnusableError(tell("{file} is no text file.", file=self.name)) from None
        if text:
            yield text.rstrip("\r") + "\n"


def _without_mark(first: bytes) -> str | None:
    """UTF-16 without a mark at its start: every second byte of a line in Latin letters is zero."""
    start = first[:40]
    if len(start) < 4:
        return None
    even, odd = start[0::2].count(b"\0"), start[1::2].count(b"\0")
    if max(even, odd) * 2 < len(start) // 2 or min(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _read(line: bytes, name: str, number: int) -> str:
    for code in _CODES:
        try:
            return line.decode(code)
        except UnicodeDecodeError:
            continue
    raise UnusableError(
        tell(
            "line {number} of {name} is no text in UTF-8, UTF-16 or GBK.", number=number, name=name
        )
    )
