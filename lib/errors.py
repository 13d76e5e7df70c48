"""Errors whose words are for staff; technical detail stays in ``__cause__`` and the log."""


class WorkbenchError(Exception):
    """Something the person can act on.

    Args:
        message: one Thai sentence: what happened and where.
        hint: one Thai sentence: what to do next; may be empty.
        code: stable short code, as of an issue (K.. working together); empty where nothing depends on it.
    """

    def __init__(self, message: str, hint: str = "", *, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class RefusedFile(WorkbenchError):
    """A file that cannot be read or must not be; nothing of it was stored."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code=code)


class EditConflict(WorkbenchError):
    """Somebody else saved the same record after it was opened here (K01); nothing was overwritten."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code="K01")


class BadCatalogue(WorkbenchError):
    """A TOML data file breaks a rule; the message names file, key and reason."""
