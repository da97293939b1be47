"""What can go wrong with what a person typed: every error a command may show."""


class SlopeError(Exception):
    """Something the person can mend; `str(error)` is a sentence for a sixteen-year-old.

    `source`, `start` and `end` name the place in the typed text, so that a caret can be drawn;
    `advice` is what to do about it.
    """

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        source: str | None = None,
        start: int = 0,
        end: int | None = None,
        advice: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.start = start
        self.end = start + 1 if end is None else end
        self.advice = advice


class UnreadableError(SlopeError):
    """The text is not a formula of slopecli's language."""


class LimitError(SlopeError):
    """The input is larger than a limit that we set; the message names the limit."""


class UnusableError(SlopeError):
    """The input reads well but cannot be used: a letter without a value, a missing file."""
