import pytest

from malstyrning.console.formats.text import concise
from malstyrning.console.tables import Screen, Styled
from malstyrning.console.terminal import encodable
from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Language
from malstyrning.sources.findings import EMPTY_FILE


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "✓ 95,0 % ≥ −1"), ("cp1252", "+ 95,0 % >= -1"), ("ascii", "+ 95,0 % >= -1"), (None, "+ 95,0 % >= -1")],
)
def test_signs_that_a_console_lacks_are_replaced(encoding: str | None, shown: str) -> None:
    assert encodable("✓ 95,0 % ≥ −1", encoding) == shown


def test_swedish_letters_reach_a_windows_console() -> None:
    assert encodable("måluppfyllelse ✕", "cp850") == "måluppfyllelse x"


def test_a_table_keeps_within_a_narrow_screen(capsys: pytest.CaptureFixture[str]) -> None:
    Screen(width=40).table(
        ["Övergripande mål", "✓", "!"],
        [[Styled("1 Ett mycket långt namn på ett övergripande mål"), Styled("12"), Styled("3")]],
    )
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 40
    assert "12" in "".join(lines)


def test_a_concise_finding_stands_alone_on_a_line() -> None:
    line = concise(Diagnostic(EMPTY_FILE, Span("goals/tom.yaml")), Language.EN)
    assert line == "goals/tom.yaml:1:1 LAY111 (warning) The file has no content"


def test_a_strangers_text_cannot_steer_the_terminal() -> None:
    assert encodable("a\x1b]0;x\x07b\u202ec", "utf-8") == "a\ufffd]0;x\ufffdb\ufffdc"


def test_a_pipe_gets_unfolded_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    Screen().line(Styled("ord " * 100))
    assert len(capsys.readouterr().out.splitlines()) == 1
