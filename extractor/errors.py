"""The errors a user can meet. Each message names the input and says what to do."""


class ExtractorError(Exception):
    """Base of all errors raised on purpose by this package."""


class ArticleError(ExtractorError):
    """An article could not be read; the message names the file (and line) and what is wrong."""


class Skipped(ArticleError):
    """An article that could be read but is not to be: `reason` is one word, for counting ("language")."""

    def __init__(self, message: str, reason: str = "language") -> None:
        super().__init__(message)
        self.reason = reason


class ReadingLost(ArticleError):
    """A file that the process reading it hung or died on: `reason` is one word ("timeout", "crash")."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class ModelError(ExtractorError):
    """The spaCy pipeline asked for cannot be loaded, or is not the one it claims to be."""


class UsageError(ExtractorError):
    """The caller asked for something that does not exist: an unknown kind, a date that is none."""
