import pytest

from malstyrning.domain.ids import Suggestions, is_id, is_kolada_id, is_organisation_id, nearest


@pytest.mark.parametrize("text", ["a", "9", "alla-elever-nar-malen", "ak9", "2022-mal", "a" * 60])
def test_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "A", "å", "a_b", "a b", "-a", "a-", "a--b", "a.b", "a/b", "a\n", "a" * 61, "а", "٣"]
)
def test_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["0182", "0000", "0001", "V15E144001301", "vard-ab"])
def test_an_organisation_id(text: str) -> None:
    assert is_organisation_id(text)


@pytest.mark.parametrize("text", ["", "Nacka", "v15E144", "0182 ", "01-", "0182\n", "V" * 61, "٠١٨٢"])
def test_no_organisation_id(text: str) -> None:
    assert not is_organisation_id(text)


@pytest.mark.parametrize(("text", "fits"), [("N15419", True), ("U21401", True), ("n15419", False), ("N1541", False)])
def test_a_kolada_id(text: str, *, fits: bool) -> None:
    assert is_kolada_id(text) is fits


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titel", ["title", "number"], "title"),
        ("behorighet-ak8", ["behorighet-ak9", "trygghet"], "behorighet-ak9"),
        ("TITLE", ["title", "number"], "title"),
        ("Title ", ["title", "number"], "title"),
        ("väg", ["title", "number"], None),
        ("title", [], None),
    ],
)
def test_what_was_probably_meant(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_what_was_meant_does_not_depend_on_the_order() -> None:
    assert nearest("mal-x", ["mal-a", "mal-b"]) == nearest("mal-x", ["mal-b", "mal-a"])


def test_only_the_first_fifty_slips_are_looked_up() -> None:
    suggestions = Suggestions()
    found = [suggestions.nearest(f"mal-nummer-{n}x", ["mal-nummer-1", "annat"]) for n in range(60)]
    assert all(found[:50])
    assert not any(found[50:])
    assert suggestions.nearest("mal-nummer-1x", []) == "mal-nummer-1"
