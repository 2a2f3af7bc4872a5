import builtins
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspaces import write

from malstyrning.diagnostics import Diagnostic
from malstyrning.exit_codes import CannotDoError
from malstyrning.sources import tree
from malstyrning.sources.tree import LARGEST_DATA, LARGEST_FILE, Folder


def told(findings: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.rule.code, one.span.path) for one in findings]


def test_files_are_found_below_a_folder_in_order(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, {"goals/b.yaml": "", "goals/a/x.YML": "", "goals/a.yaml": "", "c.yaml": ""}))
    assert folder.files("goals", ".yaml", ".yml") == (["goals/a.yaml", "goals/a/x.YML", "goals/b.yaml"], [])


def test_hidden_files_and_the_locks_of_excel_are_passed_over(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, {"data/.a.csv": "", "data/~$b.csv": "", "data/.git/c.csv": "", "data/d.csv": ""}))
    assert folder.files("data", ".csv") == (["data/d.csv"], [])


def test_a_name_of_two_characters_a_letter(tmp_path: Path) -> None:
    name = "goals/o\N{COMBINING DIAERESIS}-va\N{COMBINING DIAERESIS}g-o\N{COMBINING DIAERESIS}.yaml"
    paths, findings = Folder(write(tmp_path, {name: "", "goals/ö.yaml": ""})).files("goals", ".yaml")
    assert (len(paths), told(findings)) == (2, [("LAY116", name)])
    assert findings[0].message.en == "In the file's name ä, ö are two characters each"


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, {"goals/x.yaml/inner.yaml": "a: 1"}))
    assert folder.files("goals", ".yaml") == (["goals/x.yaml/inner.yaml"], [])
    finding = folder.read("goals/x.yaml")
    assert isinstance(finding, Diagnostic)
    assert finding.rule.code == "LAY102"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    paths, findings = Folder(tmp_path).files("goals", ".yaml")
    assert (paths, told(findings)) == ([], [("LAY101", "goals/")])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    finding = Folder(tmp_path).read("malstyrning.yaml")
    assert isinstance(finding, Diagnostic)
    assert told([finding]) == [("LAY101", "malstyrning.yaml")]
    assert not Folder(tmp_path).exists("malstyrning.yaml")


def test_a_file_is_read_as_its_bytes(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, {"goals/a.yaml": "a: å\r\n"}))
    assert folder.read("goals/a.yaml") == "a: å\r\n".encode()
    assert folder.exists("goals/a.yaml")


@pytest.mark.parametrize(("path", "limit"), [("goals/a.yaml", LARGEST_FILE), ("data/a.CSV", LARGEST_DATA)])
def test_what_is_too_large_is_not_taken_into_memory(tmp_path: Path, path: str, limit: int) -> None:
    place = write(tmp_path, {path: ""}) / path
    os.truncate(place, limit)
    assert isinstance(Folder(tmp_path).read(path), bytes)
    os.truncate(place, 1 << 40)
    finding = Folder(tmp_path).read(path)
    assert isinstance(finding, Diagnostic)
    assert (finding.rule.code, finding.facts) == ("LAY104", {"size": str(1 << 40), "limit": str(limit)})


def test_what_is_read_in_place_of_the_disk_may_be_too_large_as_well(tmp_path: Path) -> None:
    given = {"goals/a.yaml": b"#" * (LARGEST_FILE + 1)}
    finding = Folder(write(tmp_path, {"goals/a.yaml": ""}), given).read("goals/a.yaml")
    assert isinstance(finding, Diagnostic)
    assert finding.rule.code == "LAY104"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the workspace, which it must not lead to."""
    return write(tmp_path / "outside", {"secret.yaml": "a: 1", "goals/secret.yaml": "a: 1"})


def test_a_link_to_a_file_is_not_followed(tmp_path: Path, outside: Path) -> None:
    root = write(tmp_path / "inside", {"goals/a.yaml": "a: 1"})
    (root / "goals/b.yaml").symlink_to(outside / "secret.yaml")
    paths, findings = Folder(root).files("goals", ".yaml")
    assert (paths, told(findings)) == (["goals/a.yaml"], [("LAY103", "goals/b.yaml")])


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path, outside: Path) -> None:
    root = write(tmp_path / "inside", {"goals/a.yaml": "a: 1"})
    (root / "goals/b").symlink_to(outside, target_is_directory=True)
    paths, findings = Folder(root).files("goals", ".yaml")
    assert (paths, told(findings)) == (["goals/a.yaml"], [("LAY103", "goals/b")])


def test_a_link_in_place_of_the_whole_folder_is_not_followed(tmp_path: Path, outside: Path) -> None:
    root = tmp_path / "inside"
    root.mkdir()
    (root / "goals").symlink_to(outside / "goals", target_is_directory=True)
    paths, findings = Folder(root).files("goals", ".yaml")
    assert (paths, told(findings)) == ([], [("LAY103", "goals/")])


@pytest.mark.parametrize("path", ["goals/secret.yaml", "linked.yaml"])
def test_reading_follows_no_link_on_the_way(tmp_path: Path, outside: Path, path: str) -> None:
    root = tmp_path / "inside"
    root.mkdir()
    (root / "goals").symlink_to(outside / "goals", target_is_directory=True)
    (root / "linked.yaml").symlink_to(outside / "secret.yaml")
    finding = Folder(root).read(path)
    assert isinstance(finding, Diagnostic)
    assert told([finding]) == [("LAY103", path.split("/", maxsplit=1)[0])]


def test_a_link_that_leads_nowhere_is_a_link(tmp_path: Path) -> None:
    root = write(tmp_path, {"goals/a.yaml": "a: 1"})
    (root / "goals/b.yaml").symlink_to("nowhere.yaml")
    assert told(Folder(root).files("goals", ".yaml")[1]) == [("LAY103", "goals/b.yaml")]


def test_a_workspace_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", {"goals/a.yaml": "a: 1"})
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    folder = Folder(tmp_path / "link")
    assert folder.files("goals", ".yaml") == (["goals/a.yaml"], [])
    assert folder.read("goals/a.yaml") == b"a: 1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = write(tmp_path, {"goals/a.yaml": "a: 1"})
    os.mkfifo(root / "goals/b.yaml")
    finding = Folder(root).read("goals/b.yaml")
    assert isinstance(finding, Diagnostic)
    assert told([finding]) == [("LAY102", "goals/b.yaml")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    root = write(tmp_path, {"goals/a.yaml": "a: 1", "data/b.csv": "a"})
    (root / "goals/a.yaml").chmod(0)
    (root / "data").chmod(0)
    try:
        finding = Folder(root).read("goals/a.yaml")
        assert isinstance(finding, Diagnostic)
        assert told([finding]) == [("LAY102", "goals/a.yaml")]
        assert told(Folder(root).files("data", ".csv")[1]) == [("LAY102", "data/")]
    finally:
        (root / "data").chmod(0o755)


@pytest.mark.parametrize("name", ["a\nb.yaml", "a\x1b[2Jb.yaml", "a\udcffb.yaml"])
def test_a_name_that_can_not_be_shown_is_told_and_not_repeated(tmp_path: Path, name: str) -> None:
    root = write(tmp_path, {"goals/a.yaml": "a: 1"})
    try:
        (root / "goals" / name).write_bytes(b"a: 1")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this system has no such names")
    paths, findings = Folder(root).files("goals", ".yaml")
    assert paths == ["goals/a.yaml"]
    assert [(one.rule.code, one.span.path.isprintable()) for one in findings] == [("LAY102", True)]


def test_swedish_names_and_spaces_are_ordinary(tmp_path: Path) -> None:
    folder = Folder(write(tmp_path, {"goals/mål för åk 9.yaml": "a: 1"}))
    assert folder.files("goals", ".yaml") == (["goals/mål för åk 9.yaml"], [])


@pytest.mark.parametrize("name", ["a.txt", "a.ymal", "a.csv", "x/a.YAM", "a.xlsx"])
def test_a_file_in_the_wrong_place_is_told(tmp_path: Path, name: str) -> None:
    paths, (finding,) = Folder(write(tmp_path, {f"goals/{name}": "a: 1"})).files("goals", ".yaml", ".yml")
    assert (paths, told([finding]), finding.rule.severity.word) == ([], [("LAY115", f"goals/{name}")], "warning")
    assert finding.message.en == f"goals/{name} is not read: what is read here is .yaml, .yml"


def test_notes_for_people_are_passed_over(tmp_path: Path) -> None:
    files = dict.fromkeys(["goals/README", "goals/readme.txt", "goals/x/beslut.md", "goals/.gitkeep"], "")
    assert Folder(write(tmp_path, files)).files("goals", ".yaml") == ([], [])


@pytest.fixture
def abyss(tmp_path: Path) -> Iterator[Path]:
    """A folder with a thousand folders in each other."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=here)
        here = _moved(here, "d")
    yield tmp_path
    for _ in range(1200):  # what clears up after tests would call itself a thousand times
        here = _moved(here, "..")
        os.rmdir("d", dir_fd=here)
    os.close(here)


def _moved(here: int, name: str) -> int:
    there = os.open(name, os.O_RDONLY, dir_fd=here)
    os.close(here)
    return there


@pytest.mark.skipif(os.mkdir not in os.supports_dir_fd, reason="this system has no folders so deep")
def test_folders_may_be_nested_deeper_than_calls(abyss: Path) -> None:
    paths, findings = Folder(abyss).files("d", ".yaml")
    assert paths == []
    assert {one.rule.code for one in findings} <= {"LAY102"}  # where the system has a longest path


def denied(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_what_the_system_denies_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(write(tmp_path, {"goals/a.yaml": "a: 1"}))
    assert folder.exists("goals/a.yaml")
    monkeypatch.setattr(Path, "is_file", denied)
    assert not folder.exists("goals/a.yaml")


@pytest.mark.parametrize(("of", "name"), [(Path, "is_symlink"), (tree, "lstat"), (builtins, "open")])
def test_whatever_the_system_denies_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of: object, name: str
) -> None:
    folder = Folder(write(tmp_path, {"goals/a.yaml": "a: 1"}))
    monkeypatch.setattr(of, name, denied)
    finding = folder.read("goals/a.yaml")
    assert isinstance(finding, Diagnostic)
    assert told([finding]) == [("LAY102", "goals/a.yaml")]
    if name == "is_symlink":
        assert told(folder.files("goals", ".yaml")[1]) == [("LAY102", "goals/")]


def test_a_pipe_has_a_cure_that_fits(tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    finding = Folder(tmp_path).read("goals")
    assert isinstance(finding, Diagnostic)
    assert (finding.message.en, finding.help.en) == (
        "The file can't be read: it is no ordinary file",
        "put an ordinary file there, or remove it",
    )


@pytest.mark.parametrize("link", ["reports", "reports/2022", "reports/2022/a.md"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "inside", tmp_path / "outside"
    (root / link).parent.mkdir(parents=True)
    outside.mkdir()
    (root / link).symlink_to(outside / "a.md" if link.endswith("md") else outside)
    with pytest.raises(CannotDoError, match=f"{link} is a symbolic link"):
        Folder(root).write("reports/2022/a.md", b"x")
    assert [*outside.iterdir()] == []


def test_a_file_is_written_in_the_workspace_also_where_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    Folder(tmp_path / "link").write("data/a.csv", b"x")
    assert (tmp_path / "real/data/a.csv").read_bytes() == b"x"
