"""What `make fuzz` says when it is done."""

import pytest
from tests.damage import tried


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--hypothesis-profile") == "fuzz":
        told = ", ".join(f"{path} {count}" for path, count in tried.items())
        terminalreporter.write_line(f"{tried.total()} damaged files tried: {told}")
