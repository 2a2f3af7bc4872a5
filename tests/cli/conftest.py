"""The command line as a user meets it, run in this process."""

import gc
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from malstyrning.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command: `run("validate", "--output-format", "concise")`."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")

    def type_in(*words: object) -> Ran:
        monkeypatch.setattr("sys.argv", ["malstyrning", *map(str, words)])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            gc.enable()  # a command leaves it at rest, since its process ends
        streams = capsys.readouterr()
        return Ran(code, streams.out, streams.err)

    return type_in
