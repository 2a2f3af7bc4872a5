"""What a title tells of its population: the words that part Kolada's KPIs which are else alike."""

import pytest

from malstyrning.domain.populations import Marker, populations


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Gymnasieelever med examen inom 3 år, hemkommun, andel (%)", "hemkommun | inom 3 år"),
        ("Gymnasieexamen inom tre år, elever boende i Nacka", "hemkommun | inom 3 år"),
        ("Elever i åk 9 som är behöriga till yrkesprogram, lägeskommun, andel (%)", "lägeskommun | årskurs 9"),
        ("Behöriga till gymnasiet, alla skolor i Nacka", "lägeskommun"),
        ("Trygghet i grundskolor i Nacka", "lägeskommun"),
        ("Trygghet i kommunala skolor i Nacka", "kommunal regi"),
        ("Förskollärare i kommunens förskolor", "kommunal regi"),
        ("Heltidstjänster i förskolan med förskollärarexamen, kommunal regi, andel (%)", "kommunal regi"),
        ("Elever i åk. 9, meritvärde fristående skolor, genomsnitt (17 ämnen)", "enskild regi | årskurs 9"),
        ("Brukarbedömning särskilt boende i äldreomsorg", ""),
        ("Soliditet inkl pensionsåtag. kommunkoncern, (%)", "kommunkoncern"),
        ("Flickor i kulturskolan, 6-19 år, andel (%)", "kvinnor | 6–19 år"),
        ("Invånare 07–15 år, andel (%)", "7–15 år"),
        ("Kostnad äldreomsorg, kr/inv 80+", "80 år och äldre"),
        ("Anställda 65 år och äldre", "65 år och äldre"),
        ("Höftfrakturer bland personer 80+, 3-årsm", "80 år och äldre"),
        ("Lärare med behörighet i grundskola åk 1-9, andel (%)", "årskurs 1–9"),
        ("Män och kvinnor i chefsroller", "kvinnor, män"),
        ("Medborgarundersökningen - Bra utbud av böcker i kommunens bibliotek, andel (%)", ""),
    ],
)
def test_what_a_title_tells(title: str, told: str) -> None:
    found = populations(title)
    assert " | ".join(", ".join(sorted(found[one])) for one in Marker if one in found) == told
