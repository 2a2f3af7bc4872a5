"""Every kind of target level, against hand-computed figures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluate.examples import DECIDED, KPI, measurement, outcome

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Baseline, Definition, Kpi
from malstyrning.domain.periods import Period
from malstyrning.domain.places import Place
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
    TargetLevel,
    YearlyChange,
)
from malstyrning.domain.verdicts import OnPath, Unassessable, Verdict
from malstyrning.domain.words import Direction, Gender
from malstyrning.evaluate.assess import judge
from malstyrning.evaluate.hold import Known
from malstyrning.evaluate.path import on_path
from malstyrning.language import Text

REACHED, NEARLY, NOT_REACHED, NOT_ASSESSABLE = Fulfilment
LOWER = replace(KPI, direction=Direction.LOWER)
RANGE = replace(KPI, direction=Direction.RANGE)
Values = Mapping[int, str | None]


def level(target: Target, tolerance: str = "0", year: int = 2022) -> TargetLevel:
    return TargetLevel(year, target, DECIDED, Decimal(tolerance))


def known(values: Values) -> Known:
    return Known({(Period(year), Gender.ALL): measurement(value, year) for year, value in values.items()})


def judged(kpi: Kpi, values: Values, target: Target, tolerance: str = "0") -> Verdict:
    """The verdict on the last year's value, the others being known."""
    year = max(values)
    return judge(kpi, outcome(values[year], year), level(target, tolerance), known(values))


def place(first: int | None, *, median: str = "65", best_quarter: str | None = "72") -> Place:
    quarter = None if best_quarter is None else Decimal(best_quarter)
    return Place(
        "lan",
        Period(2022),
        Decimal(70),
        n=26,
        members=26,
        members_with_value=26,
        is_member=True,
        median=Decimal(median),
        mean=Decimal(60),
        lowest=Decimal(40),
        highest=Decimal(90),
        middle=(50.0, 72.0),
        others=(),
        first=first,
        last=None if first is None else first + 2,
        quartile=1,
        best_quarter=quarter,
    )


@pytest.mark.parametrize(
    ("kpi", "values", "target", "tolerance", "expected", "number", "gap"),
    [
        # (4.16 / 5.02 - 1) * 100 = -17.13…
        (LOWER, {2019: "5.02", 2022: "4.16"}, ChangeSince(2019, Decimal(-20)), "0", NOT_REACHED, "-17.1", "-2.9"),
        (LOWER, {2019: "5.02", 2022: "4.16"}, ChangeSince(2019, Decimal(-20)), "3", NEARLY, "-17.1", "-2.9"),
        (LOWER, {2019: "5.02", 2022: "4.16"}, ChangeSince(2019, Decimal("-17.1")), "0", REACHED, "-17.1", "0.0"),
        (KPI, {2019: "80", 2022: "88"}, ChangeSince(2019, Decimal(10)), "0", REACHED, "10.0", "0.0"),
        (KPI, {2019: "80", 2022: "80"}, ChangeSince(2019, Decimal(0)), "0", REACHED, "0.0", "0.0"),
        (KPI, {2019: "80", 2022: "0"}, ChangeSince(2019, Decimal(10)), "0", NOT_REACHED, "-100.0", "-110.0"),
        (KPI, {2019: "80", 2022: "-8"}, ChangeSince(2019, Decimal(10)), "0", NOT_REACHED, "-110.0", "-120.0"),
        # 100 -> 91.2673 in three years is -3 % a year: 0.97^3 = 0.912673
        (LOWER, {2019: "100", 2022: "91.2673"}, YearlyChange(2019, Decimal(-3)), "0", REACHED, "-3.0", "0.0"),
        (LOWER, {2019: "100", 2022: "94.2"}, YearlyChange(2019, Decimal(-3)), "0", NOT_REACHED, "-2.0", "-1.0"),
        (KPI, {2020: "400", 2021: "410", 2022: "390"}, SumSince(2020, Decimal(1200)), "0", REACHED, "1200", "0"),
        (KPI, {2020: "400", 2021: "410", 2022: "389"}, SumSince(2020, Decimal(1200)), "0", NOT_REACHED, "1199", "-1"),
        (KPI, {2022: "389"}, SumSince(2022, Decimal(389)), "0", REACHED, "389", "0"),
        (KPI, {2020: "81.2", 2021: "84", 2022: "83.1"}, MeanOfYears(3, Decimal("82.8")), "0", REACHED, "82.8", "0.0"),
        (KPI, {2021: "84", 2022: "83.1"}, MeanOfYears(2, Decimal(84)), "0.5", NEARLY, "83.6", "-0.4"),
        (KPI, {2019: "83.5", 2022: "83.6"}, BetterThanBase(2019), "0", REACHED, "83.6", "0.1"),
        (KPI, {2019: "83.5", 2022: "83.5"}, BetterThanBase(2019), "0", NOT_REACHED, "83.5", "0.0"),
        (KPI, {2019: "83.5", 2022: "83.5"}, BetterThanBase(2019), "0.1", NEARLY, "83.5", "0.0"),
        (KPI, {2019: "83.5", 2022: "83.4"}, BetterThanBase(2019), "0.1", NEARLY, "83.4", "-0.1"),
        (LOWER, {2019: "83.5", 2022: "83.4"}, BetterThanBase(2019), "0", REACHED, "83.4", "0.1"),
        (KPI, {2019: "0", 2022: "0.1"}, BetterThanBase(2019), "0", REACHED, "0.1", "0.1"),
    ],
)
def test_what_is_counted_over_years(  # noqa: PLR0913, PLR0917 - a case has this many parts
    kpi: Kpi, values: Values, target: Target, tolerance: str, expected: Fulfilment, number: str, gap: str
) -> None:
    verdict = judged(kpi, values, target, tolerance)
    assert verdict.held is not None
    assert (verdict.fulfilment, verdict.held.number, verdict.gap) == (expected, Decimal(number), Decimal(gap))
    assert [str(one.period) for one in verdict.held.parts] == [str(year) for year in sorted(values)[:-1]]


@pytest.mark.parametrize(
    ("kpi", "values", "target", "reason", "missing"),
    [
        (KPI, {2022: "80"}, ChangeSince(1990, Decimal(-63)), Unassessable.VALUES_MISSING, ["1990"]),
        (KPI, {2021: None, 2022: "80"}, ChangeSince(2021, Decimal(5)), Unassessable.VALUES_MISSING, ["2021"]),
        (KPI, {2019: "0", 2022: "80"}, ChangeSince(2019, Decimal(5)), Unassessable.BASE_NOT_POSITIVE, []),
        (KPI, {2019: "-4", 2022: "80"}, ChangeSince(2019, Decimal(5)), Unassessable.BASE_NOT_POSITIVE, []),
        (KPI, {2019: "4", 2022: "-8"}, YearlyChange(2019, Decimal(5)), Unassessable.BASE_NOT_POSITIVE, []),
        (KPI, {2022: "80"}, YearlyChange(2022, Decimal(5)), Unassessable.BASE_NOT_POSITIVE, []),
        (KPI, {2019: "4", 2022: "8"}, SumSince(2019, Decimal(5)), Unassessable.VALUES_MISSING, ["2020", "2021"]),
        (KPI, {2021: "4", 2022: "8"}, MeanOfYears(3, Decimal(5)), Unassessable.VALUES_MISSING, ["2020"]),
        (KPI, {2022: "8"}, BetterThanBase(2019), Unassessable.VALUES_MISSING, ["2019"]),
        (RANGE, {2019: "4", 2022: "8"}, ChangeSince(2019, Decimal(5)), Unassessable.NO_WAY_IS_BETTER, []),
        (KPI, {2019: "4", 2022: None}, ChangeSince(2019, Decimal(5)), Unassessable.NO_OUTCOME, []),
    ],
)
def test_what_lacks_its_ground_is_not_assessable(
    kpi: Kpi, values: Values, target: Target, reason: Unassessable, missing: list[str]
) -> None:
    verdict = judged(kpi, values, target)
    assert (verdict.fulfilment, verdict.reason, verdict.gap) == (NOT_ASSESSABLE, reason, None)
    assert [str(one) for one in verdict.missing] == missing


@pytest.mark.parametrize("target", [ChangeSince(2019, Decimal(5)), MeanOfYears(4, Decimal(5)), BetterThanBase(2019)])
def test_nothing_is_counted_across_a_new_definition(target: Target) -> None:
    redefined = replace(KPI, definitions=(Definition(2010, Text("a")), Definition(2021, Text("b"))))
    values = dict.fromkeys(range(2019, 2023), "80")
    assert judged(redefined, values, target).reason is Unassessable.SERIES_BROKEN
    assert judged(redefined, values, MeanOfYears(2, Decimal(5))).fulfilment is REACHED


@pytest.mark.parametrize(
    ("target", "first", "expected", "number", "gap"),
    [
        (RankAtMost(10, "lan"), 10, REACHED, "10", "0"),
        (RankAtMost(10, "lan"), 9, REACHED, "9", "1"),  # shared 9–11: eight are better
        (RankAtMost(10, "lan"), 11, NOT_REACHED, "11", "-1"),
        (GroupMedian("lan"), 4, REACHED, "70", "5"),
        (BestQuarter("lan"), 4, NOT_REACHED, "70", "-2"),
    ],
)
def test_a_level_in_a_group(target: Target, first: int, expected: Fulfilment, number: str, gap: str) -> None:
    verdict = judge(KPI, outcome("70"), level(target), Known(places={"lan": place(first)}))
    assert verdict.held is not None
    assert (verdict.fulfilment, verdict.held.number, verdict.gap) == (expected, Decimal(number), Decimal(gap))


def test_lower_is_better_than_a_median_from_below() -> None:
    verdict = judge(LOWER, outcome("60"), level(GroupMedian("lan")), Known(places={"lan": place(4)}))
    assert (verdict.fulfilment, verdict.gap) == (REACHED, Decimal(5))


@pytest.mark.parametrize(
    ("target", "places", "reason"),
    [
        (RankAtMost(10, "lan"), {}, Unassessable.NO_GROUP_VALUE),
        (RankAtMost(10, "lan"), {"lan": place(None)}, Unassessable.NO_PLACE),
        (GroupMedian("lan"), {}, Unassessable.NO_GROUP_VALUE),
        (GroupMedian("lan"), {"lan": place(None)}, Unassessable.NO_PLACE),
        (BestQuarter("lan"), {"lan": place(None)}, Unassessable.NO_PLACE),
        (BestQuarter("lan"), {"lan": place(4, best_quarter=None)}, Unassessable.NO_PLACE),
    ],
)
def test_a_group_without_values_gives_no_verdict(
    target: Target, places: Mapping[str, Place], reason: Unassessable
) -> None:
    assert judge(KPI, outcome("70"), level(target), Known(places=places)).reason is reason


@pytest.mark.parametrize(
    ("women", "men", "most", "expected"),
    [
        ("79", "86", "7", REACHED),
        ("86", "79", "7", REACHED),
        ("79", "86.1", "7", NOT_REACHED),
        ("79.04", "86.04", "7", REACHED),
        (None, "86", "7", NOT_ASSESSABLE),
        ("79", None, "7", NOT_ASSESSABLE),
    ],
)
def test_the_gap_between_women_and_men(women: str | None, men: str | None, most: str, expected: Fulfilment) -> None:
    now = {Gender.WOMEN: women, Gender.MEN: men}
    measured = {(Period(2022), gender): measurement(value, 2022, gender) for gender, value in now.items()}
    nothing_for_all = outcome(None)
    verdict = judge(KPI, nothing_for_all, level(GenderGap(Decimal(most))), Known(measured))
    assert verdict.fulfilment is expected
    assert (verdict.reason is Unassessable.ONE_GENDER_MISSING) is (expected is NOT_ASSESSABLE)


def test_a_value_from_too_few_respondents_is_not_judged() -> None:
    one = outcome("90")
    assert one.measurement is not None
    few, enough = (replace(one, measurement=replace(one.measurement, n=Decimal(n))) for n in (9, 10))
    assert judge(KPI, few, level(AtLeast(Decimal(80)))).reason is Unassessable.TOO_FEW_RESPONDENTS
    assert judge(KPI, enough, level(AtLeast(Decimal(80)))).fulfilment is REACHED


@pytest.mark.parametrize(
    ("women", "men", "all_of_them", "reason"),
    [
        (9, 40, 49, Unassessable.TOO_FEW_RESPONDENTS),
        (40, 9, 49, Unassessable.TOO_FEW_RESPONDENTS),
        (10, 10, 20, None),
        (10, 10, 9, None),  # the value for all is not what is judged
    ],
)
def test_a_gap_between_women_and_men_asks_for_enough_respondents_of_both(
    women: int, men: int, all_of_them: int, reason: Unassessable | None
) -> None:
    asked = {Gender.WOMEN: ("79", women), Gender.MEN: ("86", men)}
    measured = {
        (Period(2022), gender): replace(measurement(value, 2022, gender), n=Decimal(n))
        for gender, (value, n) in asked.items()
    }
    total = outcome("80")
    assert total.measurement is not None
    total = replace(total, measurement=replace(total.measurement, n=Decimal(all_of_them)))
    assert judge(KPI, total, level(GenderGap(Decimal(7))), Known(measured)).reason is reason


@pytest.mark.parametrize(
    ("target", "values", "expected", "position"),
    [
        # 83.5 + (95 − 83.5) × 3 ÷ 8 = 87.8125
        (AtLeast(Decimal(95)), {2022: "87.8"}, "87.8", OnPath.ON),
        (AtLeast(Decimal(95)), {2022: "87.9"}, "87.8", OnPath.AHEAD),
        (AtLeast(Decimal(95)), {2022: "87.7"}, "87.8", OnPath.BEHIND),
        (ChangeSince(2019, Decimal(-40)), {2019: "100", 2022: "86"}, "-10.9", OnPath.BEHIND),  # −40 × 3 ÷ 11
        (SumSince(2020, Decimal(1000)), {2020: "90", 2021: "90", 2022: "93"}, "272.7", OnPath.AHEAD),
    ],
)
def test_the_path_to_the_final_level(target: Target, values: Values, expected: str, position: OnPath) -> None:
    last = {AtLeast: 2027, ChangeSince: 2030, SumSince: 2030}[type(target)]
    kpi = replace(KPI, baseline=Baseline(2019, Decimal("83.5")))
    path = on_path(kpi, outcome(values[2022]), level(target, year=last), known(values))
    assert path is not None
    limit = next(one for one in path.held.limit.limits if one is not None)
    assert (limit, path.position) == (Decimal(expected), position)


def test_no_path_without_a_beginning_or_across_a_new_definition() -> None:
    final = level(AtLeast(Decimal(95)), year=2027)
    assert on_path(KPI, outcome("90"), final, Known()) is None
    based = replace(KPI, baseline=Baseline(2019, Decimal(80)))
    assert on_path(based, outcome("90"), final, Known()) is not None
    assert on_path(based, outcome(None), final, Known()) is None
    redefined = replace(based, definitions=(Definition(2010, Text("a")), Definition(2021, Text("b"))))
    assert on_path(redefined, outcome("90"), final, Known()) is None


POSITIVE = st.integers(1, 10_000).map(lambda number: Decimal(number).scaleb(-1))


@given(st.lists(POSITIVE, min_size=4, max_size=4), st.sampled_from(["1000", "0.001", "7"]))
def test_another_unit_changes_no_change_in_per_cent(values: list[Decimal], factor: str) -> None:
    target = ChangeSince(2019, Decimal(5))
    plain = {2019 + index: str(value) for index, value in enumerate(values)}
    scaled = {year: str(Decimal(value) * Decimal(factor)) for year, value in plain.items()}
    one, other = (judged(replace(KPI, decimals=4), each, target) for each in (plain, scaled))
    assert (one.fulfilment, one.gap) == (other.fulfilment, other.gap)


def test_the_level_of_a_later_year_is_never_judged_as_this_years() -> None:
    later = TargetLevel(2030, AtLeast(Decimal(95)), date(2021, 11, 15))
    kpi = replace(KPI, target_levels=(later,))
    assert kpi.level_in_force(2022, date(2022, 12, 31)) is None
    assert kpi.final_level(2022, date(2022, 12, 31)) == later
