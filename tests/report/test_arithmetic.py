"""The sum behind each verdict is printed so that it can be redone, and says what was judged."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.evaluate.examples import KPI, measurement, outcome
from tests.evaluate.test_kinds import LOWER, Values, judged, known, level, place
from tests.report.sums import redone
from tests.workspaces import ROOT

from malstyrning.domain.kpis import Baseline, Kpi
from malstyrning.domain.periods import Occasion, Period
from malstyrning.domain.targets import (
    AtLeast,
    BestQuarter,
    BetterThanBase,
    ChangeSince,
    GenderGap,
    GroupMedian,
    MeanOfYears,
    RankAtMost,
    SumSince,
    Target,
    YearlyChange,
)
from malstyrning.domain.words import Gender
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.evaluate.hold import Known
from malstyrning.evaluate.path import on_path
from malstyrning.language import NO_BREAK_SPACE, Language
from malstyrning.load import load_workspace
from malstyrning.load.units import UNITS
from malstyrning.report.arithmetic import arithmetic, path_text
from malstyrning.report.build import Origin, build_view
from malstyrning.report.writer import Writer

SV, EN = Writer(Language.SV), Writer(Language.EN)


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(
    ("kpi", "values", "target", "told"),
    [
        (
            LOWER,
            {2019: "5.02", 2022: "4.16"},
            ChangeSince(2019, Decimal(-20)),
            (
                "(4,16 ÷ 5,02 − 1) × 100 = −17,1 % jämfört med 2019. −20,0 − (−17,1) = −2,9 procentenheter. "
                "Under noll med mer än toleransen 0: inte nådd."
            ),
        ),
        (
            LOWER,
            {2019: "100", 2022: "91.2673"},
            YearlyChange(2019, Decimal(-3)),
            (
                "((91,2673 ÷ 100,0)^(1 ÷ 3) − 1) × 100 = −3,0 % per år sedan 2019. −3,0 − (−3,0) = 0,0 procentenheter. "
                "Noll eller mer: nådd."
            ),
        ),
        (
            KPI,
            {2020: "400", 2021: "-10.55", 2022: "390"},
            SumSince(2020, Decimal(1200)),
            (
                "400,0 + (−10,55) + 390,0 = 779,5 (2020–2022). 779,5 − 1 200,0 = −420,5 procentenheter. "
                "Under noll med mer än toleransen 0: inte nådd."
            ),
        ),
        (
            KPI,
            {2021: "84", 2022: "83.1"},
            MeanOfYears(2, Decimal(83)),
            "(84,0 + 83,1) ÷ 2 = 83,6 (2021–2022). 83,6 − 83,0 = +0,6 procentenheter. Noll eller mer: nådd.",
        ),
        (
            LOWER,
            {2022: "0.5"},
            SumSince(2022, Decimal("0.0")),
            ("0,5 = 0,5 (2022). 0,0 − 0,5 = −0,5 procentenheter. Under noll med mer än toleransen 0: inte nådd."),
        ),
        (
            KPI,
            {2019: "0.0", 2022: "0.5"},
            BetterThanBase(2019),
            "Värdet för 2019 är 0,0. 0,5 − 0,0 = +0,5 procentenheter. Över noll: nådd.",
        ),
        (
            KPI,
            {2019: "83.5", 2022: "83.5"},
            BetterThanBase(2019),
            (
                "Värdet för 2019 är 83,5. 83,5 − 83,5 = 0,0 procentenheter. Inte över noll, och inte inom toleransen "
                "0: inte nådd."
            ),
        ),
    ],
    ids=[
        "change",
        "yearly change",
        "sum",
        "mean",
        "sum of one year",
        "better than a base of zero",
        "better than a base",
    ],
)
def test_what_is_counted_over_years_prints_its_sum(kpi: Kpi, values: Values, target: Target, told: str) -> None:
    verdict = judged(kpi, values, target)
    assert plain(arithmetic(kpi, verdict, SV)) == told
    for write, decimal_comma in ((SV, True), (EN, False)):
        for _, said, again in redone(arithmetic(kpi, verdict, write), decimal_comma=decimal_comma):
            assert said == again


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (RankAtMost(10, "lan"), "8 of 26 are better: place 9. 10 − 9 = +1 place. Zero or more: reached."),
        (RankAtMost(12, "lan"), "8 of 26 are better: place 9. 12 − 9 = +3 places. Zero or more: reached."),
        (
            GroupMedian("lan"),
            (
                "The median is 65 (26 of the group's 26 have a value). 70.0 − 65.0 = +5.0 percentage points. "
                "Zero or more: reached."
            ),
        ),
        (
            BestQuarter("lan"),
            (
                "The best quarter ends at 72 (26 of the group's 26 have a value). 70.0 − 72.0 = −2.0 percentage "
                "points. Below zero by more than the tolerance of 0: not reached."
            ),
        ),
    ],
)
def test_a_level_in_a_group_prints_who_is_better(target: Target, told: str) -> None:
    verdict = judge(KPI, outcome("70.0"), level(target), Known(places={"lan": place(9)}))
    assert plain(arithmetic(KPI, verdict, EN)) == told


def test_a_gap_between_women_and_men_prints_both() -> None:
    now = {Gender.WOMEN: "85.0", Gender.MEN: "77.1"}
    measured = {(Period(2022), gender): measurement(value, 2022, gender) for gender, value in now.items()}
    verdict = judge(KPI, outcome("81.0"), level(GenderGap(Decimal(5))), Known(measured))
    assert plain(arithmetic(KPI, verdict, EN)) == (
        "Women 85.0, men 77.1: the gap is 7.9. 5.0 − 7.9 = −2.9 percentage points. "
        "Below zero by more than the tolerance of 0: not reached."
    )


def test_a_level_and_an_outcome_of_zero_keep_their_decimals() -> None:
    now = {Gender.WOMEN: "0.0", Gender.MEN: "0.0"}
    measured = {(Period(2022), gender): measurement(value, 2022, gender) for gender, value in now.items()}
    verdict = judge(KPI, outcome("0.0"), level(GenderGap(Decimal("0.0"))), Known(measured))
    assert plain(arithmetic(KPI, verdict, EN)) == (
        "Women 0.0, men 0.0: the gap is 0.0. 0.0 − 0.0 = 0.0 percentage points. Zero or more: reached."
    )


def test_a_unit_that_ends_in_a_full_stop_ends_the_sentence_once() -> None:
    kpi = replace(KPI, unit=UNITS["per_inhabitant"])
    assert ".." not in arithmetic(kpi, judge(kpi, outcome("4.9"), level(AtLeast(Decimal(5)))), SV)


def test_the_path_prints_its_sum() -> None:
    kpi = replace(KPI, baseline=Baseline(2019, Decimal("83.5")))
    path = on_path(kpi, outcome("87.0"), level(AtLeast(Decimal(95)), year=2027), known({2022: "87.0"}))
    assert path is not None
    assert plain(path_text(kpi, path, EN)) == (
        "Behind the path, which no one has decided: in 2022 it is at 87.8% (83.5 + (95.0 − 83.5) × 3 ÷ 8), and 87.0% "
        "is −0.8 percentage points from it."
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_printed_sum_of_the_shipped_report_can_be_redone(language: Language) -> None:
    loaded = load_workspace(ROOT)
    view = build_view(
        evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))), Origin("", loaded.inputs), language
    )
    count = 0
    for kpi in view.kpis:
        for one in (kpi.verdict, *kpi.genders, *(beside for beside in (kpi.at_start, kpi.addition) if beside)):
            for sum_, said, again in redone(one.arithmetic, decimal_comma=language is Language.SV):
                assert said == again, (kpi.anchor, sum_)
                count += 1
    assert count > 60
