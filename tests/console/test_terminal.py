import io

import pytest

from malstyrning.console.formats.text import concise, write_text
from malstyrning.console.tables import Screen, Styled
from malstyrning.console.terminal import encodable
from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.language import Language
from malstyrning.rules import all_rules
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


def test_a_width_of_nothing_is_no_width(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "0")
    Screen().line(Styled("Alla elever når målen"))
    assert capsys.readouterr().out.strip() == "Alla elever når målen"


def test_a_reader_that_stops_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Closed())
    with pytest.raises(BrokenPipeError):
        Screen().line(Styled("Alla elever når målen"))


def test_a_pipe_gets_unfolded_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    Screen().line(Styled("ord " * 100))
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_long_cure_goes_on_below_where_it_began() -> None:
    rule = next(one for one in all_rules() if one.code == "GOA410")
    facts = {"name": "a", "heir": "b", "kept": "3 years", "until": "2024"}
    finding = Diagnostic(rule, Span("goals/a.yaml", 12), facts)
    _, first, second, *_ = write_text([finding], Language.EN, lambda *_: None)
    assert first.startswith("    = help: keep the goal")
    assert second.startswith("            ")
    assert max(map(len, (first, second))) <= 80
