"""The one family of errors that a user can cause or meet.

Each carries a message written for that user: what is wrong, where, and what to do about it. The command line and
the app show the message as it stands; whatever is not of this family is a bug.
"""


class PostilError(Exception):
    """Something a user should be told in one or two sentences; `status` is the exit status of a command."""

    status = 1


class Mistake(PostilError):
    """Something was asked for that cannot be done as asked; the message says what to do instead."""

    def __init__(self, message: str = "", *, field: str = "") -> None:
        """Tell what is wrong; `field` is the field of a document whose value it is, where it is one's."""
        super().__init__(message)
        self.field = field


class ReadOnly(PostilError):
    """The project may be read but not written; the message says why."""


class NotSaved(PostilError):
    """An edit did not reach the disk, and nothing of it was kept."""

    status = 3


class Damaged(PostilError):
    """The project's files are not what Postil wrote; the message names the file and the way to repair it."""

    status = 3
