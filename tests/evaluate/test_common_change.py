"""Own against common change: what is called better or worse, what can't be told, and what can't be shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.evaluate.comparisons import judged
from tests.evaluate.examples import KPI

from malstyrning.domain.common_change import Against, Bound, ChangeBasis, CommonChange, Doubt, Obstacle
from malstyrning.domain.kpis import Definition, Kpi, Plausible
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Period
from malstyrning.domain.placebo import PlaceboRank
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.standing import Validity
from malstyrning.domain.words import Direction
from malstyrning.evaluate.common_change import Asked, basis_of, common_changes, compared
from malstyrning.language import Language, Text
from malstyrning.load.units import UNITS
from malstyrning.report.common_change import common_change_texts
from malstyrning.report.writer import Writer

LOWER = replace(KPI, direction=Direction.LOWER)
PLAN = SteeringPlan("9999", groups={"lanet": PeerGroup("lanet", Text("Länet", "The county"), (), 2022)})
DAYS = replace(KPI, unit=UNITS["days"], decimals=0)


def others(*changes: str, base: str = "50.0") -> dict[str, dict[int, Decimal]]:
    """Members that had `base` from 2017 to 2019 and have changed by so much in 2022."""
    start = Decimal(base)
    return {
        f"{number:04}": {2017: start, 2018: start, 2019: start, 2022: start + Decimal(change)}
        for number, change in enumerate(changes)
    }


def ours(**values: str) -> dict[int, Decimal]:
    return {int(year[1:]): Decimal(value) for year, value in values.items()}


TEN = others("1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.7", "1.8", "1.9", "2.0")
RISEN = ours(y2017="50.0", y2018="50.0", y2019="50.0", y2022="55.0")


def asked(kpi: Kpi = KPI, now: str | None = "55.0", since: int = 2018) -> Asked:
    return Asked(kpi, judged(kpi, None if now is None else Decimal(now)), since, "lanet")


def found(own: dict[int, Decimal], members: dict[str, dict[int, Decimal]], kpi: Kpi = KPI) -> CommonChange:
    return compared(asked(kpi, str(own[2022])), Panel(own, members))


@pytest.mark.parametrize(
    ("kpi", "said"),
    [
        (KPI, Against.BETTER),
        (LOWER, Against.WORSE),
        (replace(KPI, direction=Direction.NONE), Against.HIGHER),
        (replace(KPI, direction=Direction.RANGE), Against.HIGHER),
    ],
)
def test_a_rare_change_is_named_by_the_direction(kpi: Kpi, said: Against) -> None:
    one = found(RISEN, TEN, kpi)
    assert (one.said, one.own, one.common, one.deviation) == (said, Decimal(5), Decimal("1.5"), Decimal("3.5"))
    assert (one.rank, one.doubt, one.obstacle) == (PlaceboRank(10, 0), None, None)
    assert one.neighbours == {2017: Decimal("3.5"), 2019: Decimal("3.5")}


def test_a_change_that_more_than_one_in_ten_share_is_not_told_from_variation() -> None:
    members = {**TEN, "0000": {2017: Decimal(50), 2018: Decimal(50), 2019: Decimal(50), 2022: Decimal(59)}}
    one = found(RISEN, members)
    assert (one.said, one.doubt, one.rank) == (Against.ALIKE, Doubt.VARIATION, PlaceboRank(10, 1))


@pytest.mark.parametrize(
    ("own", "doubt", "against"),
    [
        (ours(y2017="56.0", y2018="50.0", y2019="50.0", y2022="55.0"), Doubt.OTHER_SIGN, "-2.5"),
        (ours(y2017="50.0", y2018="50.0", y2019="53.5", y2022="55.0"), Doubt.OTHER_SIGN, "0.0"),
        (ours(y2018="50.0", y2019="50.0", y2022="55.0"), Doubt.UNKNOWN_SIGN, None),
        (ours(y2017="50.0", y2018="50.0", y2022="55.0"), Doubt.UNKNOWN_SIGN, None),
    ],
    ids=["a year earlier", "nothing a year later", "no value a year earlier", "no value a year later"],
)
def test_a_change_that_rests_on_the_base_year_is_not_called_better(
    own: dict[int, Decimal], doubt: Doubt, against: str | None
) -> None:
    one = found(own, TEN)
    assert (one.said, one.doubt) == (Against.ALIKE, doubt)
    assert (None if against is None else Decimal(against)) in one.neighbours.values()


def test_among_eight_nothing_can_be_shown_however_large_it_is() -> None:
    one = found(ours(y2017="0.0", y2018="0.0", y2019="0.0", y2022="99.0"), others(*["0.0"] * 8))
    assert (one.said, one.obstacle, one.doubt) == (Against.NOT_SHOWN, Obstacle.TOO_FEW_OTHERS, None)
    assert one.deviation == Decimal(99)
    assert found(ours(y2017="0.0", y2018="0.0", y2019="0.0", y2022="99.0"), others(*["0.0"] * 9)).said is Against.BETTER


@pytest.mark.parametrize(
    ("one", "obstacle"),
    [
        (compared(asked(now=None), Panel(RISEN, TEN)), Obstacle.NO_OUTCOME),
        (compared(asked(since=2022), Panel(RISEN, TEN)), Obstacle.BASE_TOO_LATE),
        (compared(asked(since=2020), Panel(RISEN, TEN)), Obstacle.NO_BASE_VALUE),
        (compared(asked(), Panel(RISEN, {})), Obstacle.TOO_FEW_OTHERS),
        (
            compared(
                asked(replace(KPI, definitions=(Definition(2010, Text("a")), Definition(2020, Text("b"))))),
                Panel(RISEN, TEN),
            ),
            Obstacle.NEW_DEFINITION,
        ),
    ],
)
def test_what_cannot_be_counted_has_a_reason_and_no_figure(one: CommonChange, obstacle: Obstacle) -> None:
    assert (one.said, one.obstacle) == (Against.NOT_SHOWN, obstacle)
    assert (one.common, one.deviation, one.rank) == (None, None, None)


@pytest.mark.parametrize(
    ("kpi", "base", "bound"),
    [
        (KPI, "98.0", Bound.CEILING),
        (KPI, "50.0", None),
        (KPI, "-1.2", Bound.FLOOR),
        (replace(KPI, plausible=Plausible(Decimal(-50), Decimal(50))), "-1.2", None),
        (replace(KPI, plausible=Plausible(Decimal(20), Decimal(100))), "98.0", Bound.CEILING),
        (replace(KPI, unit=UNITS["index"]), "98.0", None),
    ],
)
def test_near_an_end_of_the_scale_a_warning_says_that_there_was_no_room(
    kpi: Kpi, base: str, bound: Bound | None
) -> None:
    start = Decimal(base)
    own = {2017: start, 2018: start, 2019: start, 2022: start + 1}
    assert found(own, TEN, kpi).bound is bound


def test_the_group_decided_with_the_base_year_comes_first_and_each_group_is_answered() -> None:
    groups = {key: PeerGroup(key, Text(key), (), 2022) for key in ("a", "b", "c")}
    plan = SteeringPlan("9999", groups=groups, common_change=(ChangeBasis(2018, "b"),))
    now = judged(KPI, 90)
    answers = common_changes([(KPI, now)], {}, ComparisonTable(), plan, 2022)
    assert [one.group for one in answers["kpi"]] == ["b", "a", "c"]
    assert common_changes([(KPI, now)], {}, ComparisonTable(), replace(plan, common_change=()), 2022) == {}


@pytest.mark.parametrize(("year", "since"), [(2019, 2014), (2022, 2018), (2026, None)])
def test_a_base_year_holds_in_its_own_years_and_a_kpi_may_have_its_own(year: int, since: int | None) -> None:
    bases = (ChangeBasis(2014, valid=Validity(None, 2020)), ChangeBasis(2018, valid=Validity(2021, 2024)))
    plan = replace(PLAN, common_change=bases)
    basis = basis_of(KPI, plan, year)
    assert (basis and basis.since) == since
    own = ChangeBasis(2020)
    assert basis_of(replace(KPI, common_change=(own,)), plan, year) == own


def test_a_value_with_lag_is_compared_from_the_same_base() -> None:
    now = judged(KPI, 55, Period(2021))
    one = compared(
        Asked(KPI, now, 2018, "lanet"),
        Panel({2018: Decimal(50), 2021: Decimal(55)}, {"1": {2018: Decimal(1), 2021: Decimal(2)}}),
    )
    assert (one.until, one.deviation) == (Period(2021), Decimal(4))


@pytest.mark.parametrize(
    ("one", "sv", "en"),
    [
        (
            found(RISEN, TEN),
            (
                "Från 2018 till 2022 ändrades utfallet med +5,0 procentenheter. Medianen av ändringarna hos 10 andra "
                "(Länet) är +1,5 procentenheter. 5,0 − 1,5 = +3,5 procentenheter. Det är bättre än de andra: 0 av 10 "
                "avviker minst lika mycket (med oss 1 av 11; högst en av tio är ovanligt), och skillnaden pekar åt "
                "samma håll räknad från 2017 och 2019. Det säger inte varför."
            ),
            (
                "From 2018 to 2022 the outcome changed by +5.0 percentage points. The median of the changes of 10 "
                "others (The county) is +1.5 percentage points. 5.0 − 1.5 = +3.5 percentage points. That is better "
                "than the others: 0 of 10 deviate at least as much (with us 1 of 11; at most one in ten is unusual), "
                "and the gap points the same way counted from 2017 and 2019. It does not say why."
            ),
        ),
        (
            found(ours(y2017="50.0", y2018="50.0", y2019="50.0", y2022="51.6"), TEN),
            "Det går inte att skilja från de andras variation: 10 av 10 avviker minst lika mycket (med oss 11 av 11;",
            "That cannot be told from the others' variation: 10 of 10 deviate at least as much (with us 11 of 11;",
        ),
        (
            found(ours(y2017="56.0", y2018="50.0", y2019="50.0", y2022="55.0"), TEN),
            (
                "0 av 10 avviker minst lika mycket, men räknad från 2017 är skillnaden −2,5 procentenheter. Den beror "
                "alltså på valet av basår"
            ),
            "0 of 10 deviate at least as much, but counted from 2017 the gap is −2.5 percentage points. So it rests",
        ),
        (
            found(ours(y2018="50.0", y2019="50.0", y2022="55.0"), TEN),
            "men skillnaden går inte att räkna från 2017. Därför sägs inte",
            "but the gap cannot be counted from 2017. So it is not said",
        ),
        (
            found(RISEN, others("1.0", "2.0")),
            "Bland så få andra (2) kan ingen skillnad visas; det behövs minst 9.",
            "Among so few others (2) no gap can be shown; it takes at least 9.",
        ),
        (
            compared(asked(since=2020), Panel(RISEN, TEN)),
            "Ändringen sedan 2020 kan inte räknas: vårt värde för 2020 saknas.",
            "The change since 2020 cannot be counted: our value for 2020 is missing.",
        ),
    ],
    ids=["better", "variation", "other sign", "unknown sign", "few", "no base"],
)
def test_what_is_said_is_what_the_figures_bear(one: CommonChange, sv: str, en: str) -> None:
    for language, told in ((Language.SV, sv), (Language.EN, en)):
        (text,) = common_change_texts(KPI, (one,), PLAN, Writer(language))
        assert told in text.replace("\N{NO-BREAK SPACE}", " ")


def test_other_groups_are_told_in_short_and_a_disagreement_in_words() -> None:
    higher, lower = found(RISEN, TEN), found(RISEN, others("8.0", "9.0"))
    texts = common_change_texts(KPI, (higher, lower), PLAN, Writer(Language.SV))
    plain = [one.replace("\N{NO-BREAK SPACE}", " ") for one in texts[1:]]
    assert plain == [
        "Länet: 5,0 − 8,5 = −3,5 procentenheter, 2 andra, för få för att visa något.",
        "Mot den ena gruppen ligger vi över medianen och mot den andra under.",
    ]
    assert common_change_texts(KPI, (compared(asked(now=None), Panel({}, {})),), PLAN, Writer(Language.SV)) == ()


def test_a_median_between_two_keeps_its_half() -> None:
    own = {2017: Decimal(1), 2018: Decimal(1), 2019: Decimal(1), 2022: Decimal(2)}
    members = {str(one): {2018: Decimal(0), 2022: Decimal(one)} for one in (1, 2)}
    one = found(own, members, DAYS)
    assert (one.common, one.deviation) == (Decimal("1.5"), Decimal("-0.5"))
