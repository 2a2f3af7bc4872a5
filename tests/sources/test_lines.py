from pathlib import Path

import pytest
from tests.workspaces import write

from malstyrning.sources.lines import LineByLine
from malstyrning.sources.tree import Folder


@pytest.fixture
def lines(tmp_path: Path) -> LineByLine:
    return LineByLine(Folder(write(tmp_path, {"a.yaml": "\ufeffett\r\ntvå\n\udcfftre", "b.yaml": "fyra\n"})))


def test_lines_in_any_order_of_any_file(lines: LineByLine) -> None:
    asked = [("a.yaml", 1), ("a.yaml", 3), ("a.yaml", 2), ("b.yaml", 1), ("a.yaml", 1), ("b.yaml", 2)]
    assert [lines.line(*one) for one in asked] == ["ett", "\ufffdtre", "två", "fyra", "ett", ""]


def test_a_line_or_a_file_that_is_not_there(lines: LineByLine) -> None:
    assert lines.line("a.yaml", 4) is None
    assert lines.line("c.yaml", 2) is None
    assert lines.line("a.yaml", 2) == "två"
