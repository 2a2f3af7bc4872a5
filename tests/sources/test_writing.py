import os
import stat
from pathlib import Path

import pytest

from malstyrning.sources.writing import write_whole


def test_a_file_is_written_and_its_folders_made(tmp_path: Path) -> None:
    place = tmp_path / "reports" / "2022" / "report.md"
    write_whole(place, "å".encode())
    assert place.read_bytes() == "å".encode()
    assert [*place.parent.iterdir()] == [place]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    place = tmp_path / "a"
    place.write_bytes(b"old and long")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_others_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_write_that_fails_leaves_the_former_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a"
    place.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [place]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path / "a", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
