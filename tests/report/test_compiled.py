"""The program's own templates are kept compiled, and no one else's."""

from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from malstyrning.report.compiled import CompiledTemplates, compiled_templates


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    (tmp_path / "sida.j2").write_text("Hej {{ name }}", "utf-8")
    return tmp_path


def environment(ours: Path, form: str = "html") -> Environment:
    loader = ChoiceLoader([FileSystemLoader(ours), DictLoader({"deras.j2": "Du {{ name }}"})])
    return Environment(loader=loader, autoescape=True, bytecode_cache=CompiledTemplates(ours, form))


def kept(ours: Path) -> list[Path]:
    return sorted(ours.glob("__pycache__/*"))


def test_a_template_of_ours_is_compiled_once(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment(ours).get_template("sida.j2").render(name="<b>") == "Hej &lt;b&gt;"
    assert len(kept(ours)) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert environment(ours).get_template("sida.j2").render(name="du") == "Hej du"


def test_a_template_that_has_changed_is_compiled_anew(ours: Path) -> None:
    environment(ours).get_template("sida.j2")
    (ours / "sida.j2").write_text("Tack {{ name }}", "utf-8")
    assert environment(ours).get_template("sida.j2").render(name="du") == "Tack du"


def test_each_form_has_its_own(ours: Path) -> None:
    environment(ours).get_template("sida.j2")
    environment(ours, "md").get_template("sida.j2")
    assert len(kept(ours)) == 2


def test_a_template_from_elsewhere_is_not_kept(ours: Path) -> None:
    assert environment(ours).get_template("deras.j2").render(name="där") == "Du där"
    assert kept(ours) == []


def test_where_the_program_may_not_write_nothing_is_kept_and_nothing_is_said(
    ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    assert environment(ours).get_template("sida.j2").render(name="du") == "Hej du"
    assert kept(ours) == []


def test_a_broken_file_in_the_cache_is_written_anew(ours: Path) -> None:
    environment(ours).get_template("sida.j2")
    (one,) = kept(ours)
    one.write_bytes(b"broken")
    assert environment(ours).get_template("sida.j2").render(name="du") == "Hej du"


@pytest.mark.parametrize("told", [True, False])
def test_python_decides_whether_anything_is_kept(ours: Path, monkeypatch: pytest.MonkeyPatch, *, told: bool) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", told)
    assert (compiled_templates(ours, "html") is None) is told
