"""What the exit status of the command says, everywhere."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit status of every command."""

    CLEAN = 0
    FINDINGS = 1  # a finding at or above the level that counts
    CANNOT = 2  # usage, configuration, no workspace, reading and writing
    INTERNAL = 3  # our own fault
    INTERRUPTED = 130  # as shells say it: 128 + SIGINT


class CannotDoError(Exception):
    """The command can't do what was asked, and says why in one line: exit status 2."""
