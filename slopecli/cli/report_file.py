"""The report of a homework, written as the answers come, in place when it is whole."""

import os
from types import TracebackType

from slopecli.answers.homework.grade import Graded, Tally
from slopecli.cli.files import behind_links, check_target, is_device
from slopecli.errors import UnusableError
from slopecli.language.picture import visible
from slopecli.render.report import page_end, page_start, row
from slopecli.wording import tell
from slopecli.wording.system import why


class ReportFile:
    """A page that is written beside its place, so that memory stays flat, and then renamed.

    Raises UnusableError where it cannot be written.
    """

    def __init__(self, path: str, title: str) -> None:
        check_target(path)
        self.path = path
        self.beside = path
        self.whole = False
        try:
            if not is_device(path):
                folder, name = os.path.split(behind_links(path))
                self.beside = os.path.join(folder, f".{name[:100]}.{os.getpid()}")
            self.file = open(self.beside, "w", encoding="utf-8")  # noqa: SIM115 - see __exit__
        except (OSError, ValueError) as error:
            raise self._failed(error) from None
        self._write(page_start(title))

    def add(self, graded: Graded) -> None:
        """One answer."""
        self._write(row(graded))

    def finish(self, tally: Tally) -> None:
        """The summary; then the page is whole."""
        self._write(page_end(tally))
        self.whole = True

    def _write(self, text: str) -> None:
        try:
            self.file.write(text)
        except OSError as error:
            raise self._failed(error) from None

    def _failed(self, error: Exception) -> UnusableError:
        reason = why(error)
        return UnusableError(
            tell("cannot write {path}: {reason}.", path=visible(self.path), reason=reason)
        )

    def __enter__(self) -> "ReportFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.file.close()
            if self.beside != self.path:
                if self.whole:
                    os.replace(self.beside, os.path.realpath(self.path))
                else:
                    os.unlink(self.beside)
        except OSError as failure:
            if error is None:
                raise self._failed(failure) from None
