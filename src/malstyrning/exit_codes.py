"""What the exit status of the command says, everywhere."""

from enum import IntEnum

from malstyrning.language import Text, same


class Exit(IntEnum):
    """Exit status of every command."""

    CLEAN = 0
    FINDINGS = 1  # a finding at or above the level that counts
    CANNOT = 2  # usage, configuration, no workspace, reading and writing
    INTERNAL = 3  # our own fault
    INTERRUPTED = 130  # as shells say it: 128 + SIGINT
    UNREAD = 141  # 128 + SIGPIPE: whoever read our output stopped


class CannotDoError(Exception):
    """The command can't do what was asked, and says why in one line: exit status 2."""

    def __init__(self, message: Text | str) -> None:
        """`message` in both languages; a plain string where it is alike in both."""
        super().__init__(message)
        self.message = same(message) if isinstance(message, str) else message
