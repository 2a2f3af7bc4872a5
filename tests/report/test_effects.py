"""What is told of an effect: each sum can be redone, and where there is none the reason is plain."""

from pathlib import Path

import pytest
from tests.evaluate.invented_effects import workspace
from tests.report.sums import redone
from tests.workspaces import ROOT, write

from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import NO_BREAK_SPACE, Language
from malstyrning.load import load_workspace
from malstyrning.report.effects import rank_text, sum_text, verdict_text, visible_text
from malstyrning.report.writer import Writer

SV, EN = Writer(Language.SV), Writer(Language.EN)


def evaluated(folder: Path, year: int = 2022) -> Evaluation:
    loaded = load_workspace(folder)
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(year)))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return evaluated(write(tmp_path_factory.mktemp("effects"), workspace(2)))


@pytest.fixture(scope="module")
def shipped() -> Evaluation:
    return evaluated(ROOT)


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize("write", [SV, EN])
def test_the_printed_sums_are_right(shipped: Evaluation, invented: Evaluation, write: Writer) -> None:
    counted = 0
    for evaluation in (shipped, invented):
        for one in evaluation.effects.values():
            for text in (sum_text(one, evaluation.plan, write), rank_text(one, evaluation.plan, write)):
                for sum_, said, exact in redone(text, decimal_comma=write is SV):
                    assert said == exact, sum_
                    counted += 1
    assert counted > 15


def test_what_is_not_demonstrated_is_told_with_its_sum_and_its_rank(shipped: Evaluation) -> None:
    one = shipped.effects["sommarskola-ak-8-9"]
    told = [plain(text(one, shipped.plan, SV)) for text in (verdict_text, sum_text, rank_text)]
    assert told == [
        "Effekten är inte påvisad: ändringen kan inte skiljas från andra kommuners variation.",
        "Vår ändring 2021–2022 minus medianen av de andras ändringar: (93,4 − 93,7) − (−1,1) = +0,8 procentenheter.",
        (
            "23 av 24 andra i Kommunerna i Stockholms län avviker minst lika mycket. "
            "(23 + 1) ÷ (24 + 1) × 100 = 96 %. Det får vara högst 10 %."
        ),
    ]


@pytest.mark.parametrize(
    ("action", "sv", "en"),
    [
        (
            "for-kort-serie",
            (
                "Kan inte visas, eftersom åren före åtgärden är för få: antalet perioder med värden, lika långa som "
                "åtgärdens, är 1 och behöver vara minst 3."
            ),
            (
                "It can't be shown, because there are too few years before the action: the number of stretches with "
                "values, as long as the action's, is 1 and has to be at least 3."
            ),
        ),
        (
            "for-med-hal",
            "Kan inte visas, eftersom vårt värde för 2020 saknas.",
            "It can't be shown, because our value of 2020 is missing.",
        ),
        (
            "fore-serien",
            (
                "Kan inte visas, eftersom åtgärden påbörjades innan våra värden börjar (2008), och ett värde för 2000 "
                "behövs."
            ),
            (
                "It can't be shown, because the action started before our values begin (2008), and a value of 2000 is "
                "needed."
            ),
        ),
        (
            "for-slutar",
            "Kan inte visas, eftersom vårt senaste värde är från 2021 och effekten väntas 2022.",
            "It can't be shown, because our latest value is of 2021 and the effect is expected by 2022.",
        ),
        (
            "for-fa-andra",
            "Kan inte visas, eftersom antalet andra i gruppen med värden för båda åren är 8 och behöver vara minst 9.",
            (
                "It can't be shown, because the number of others in the group with values of both years is 8 and has "
                "to be at least 9."
            ),
        ),
        (
            "for-tva-atgarder",
            (
                "Kan inte visas, eftersom effekten inte kan skiljas från den av ”Titel”, som ska påverka samma "
                "nyckeltal under samma tid."
            ),
            (
                "It can't be shown, because the effect can't be told from that of ”Title”, which is to move the same "
                "KPI at the same time."
            ),
        ),
        (
            "for-tidigt",
            "För tidigt att mäta: effekten väntas 2026.",
            "Too early to measure: the effect is expected by 2026.",
        ),
        ("ingen-effekt", "Ingen mätbar effekt väntas.", "No measurable effect is expected."),
        (
            "mindre-an-vantat",
            "Effekten är påvisad. Den är mindre än den väntade.",
            "The effect is demonstrated. It is smaller than expected.",
        ),
        (
            "for-at-fel-hall",
            "Ingen väntad effekt: en ändring åt andra hållet är påvisad.",
            "Not the expected effect: a change the other way is demonstrated.",
        ),
    ],
)
def test_what_the_figures_say_is_plain(invented: Evaluation, action: str, sv: str, en: str) -> None:
    one = invented.effects[action]
    assert [plain(verdict_text(one, invented.plan, write)) for write in (SV, EN)] == [sv, en]


def test_the_smallest_effect_says_what_it_rests_on_and_whether_the_expected_one_is_smaller(
    shipped: Evaluation, invented: Evaluation
) -> None:
    told = plain(visible_text(shipped.effects["sommarskola-ak-8-9"], shipped.plan, SV))
    assert told.startswith("9,4 procentenheter. En så stor effekt hade påvisats i minst 17 av 20 försök,")
    assert told.endswith("den kan inte skiljas från andra kommuners variation, även om den kommer.")
    seen = plain(visible_text(invented.effects["for-lyfter"], invented.plan, EN))
    assert "smaller" not in seen
    assert visible_text(invented.effects["ingen-effekt"], invented.plan, SV) == ""
    assert visible_text(invented.effects["for-fa-andra"], invented.plan, SV).startswith(
        "Kan inte räknas fram, eftersom"
    )


def test_the_smallest_effect_has_reasons_of_its_own(invented: Evaluation) -> None:
    one = invented.effects["for-ung-serie"]  # whose values begin after the action
    assert "(2021)" in plain(verdict_text(one, invented.plan, SV))
    assert plain(visible_text(one, invented.plan, SV)).endswith(
        "lika långa som åtgärdens, är 0 och behöver vara minst 3."
    )
