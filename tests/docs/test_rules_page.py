"""docs/rules.md is what the command says; `make golden` writes it anew."""

from pathlib import Path

import pytest

from malstyrning.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_what_the_command_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, update_golden: bool
) -> None:
    monkeypatch.setattr("sys.argv", ["malstyrning", "rules", "--output-format", "markdown", "--lang", "en"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code in (0, None)
    said = capsys.readouterr().out
    if update_golden:
        PAGE.write_text(said, "utf-8")
    assert PAGE.read_text("utf-8") == said
