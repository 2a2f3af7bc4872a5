"""Effects of actions: what we changed beyond the others, demonstrated only where that is rare, and else why not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.evaluate.examples import KPI

from malstyrning.domain.actions import Action, ExpectedEffect
from malstyrning.domain.effects import EffectObstacle, EffectSize, EffectVerdict, MeasuredEffect
from malstyrning.domain.kpis import Definition, Kpi
from malstyrning.domain.outcomes import ComparisonTable
from malstyrning.domain.panels import Panel
from malstyrning.domain.periods import Measured, Occasion, Period
from malstyrning.domain.plan import PeerGroup, SteeringPlan
from malstyrning.domain.standing import Standing, Validity
from malstyrning.domain.words import ActionStatus, Direction
from malstyrning.evaluate.effects import Asked, judged, measured_effects
from malstyrning.language import Text

YEARS = range(2012, 2023)
GROUP = PeerGroup("lan", Text("Länet"), ("0001",), 2022)
ACTION = Action(
    "lovskola",
    Text("Lovskola"),
    "mal",
    ActionStatus.DONE,
    started=date(2021, 2, 1),
    finished=date(2021, 12, 1),
    expected_effect=ExpectedEffect("kpi", Decimal("2.0"), 2022),
)
CLOSE = Occasion(Period(2022))


def values(slope: str, at: Mapping[int, str] | None = None, years: range = YEARS) -> dict[int, Decimal]:
    """50 and as much more for each year, but for the years that have a value of their own."""
    start = years.start
    return {year: Decimal((at or {}).get(year) or 50 + (year - start) * Decimal(slope)) for year in years}


def others(n: int) -> dict[str, dict[int, Decimal]]:
    """Slopes of −0.1, 0.0, 0.1, …: in two years they change by −0.2, 0.0 and 0.2 more than the middle one."""
    return {f"{number:04}": values(str(Decimal(number % 3 - 1) / 10)) for number in range(n)}


def asked(
    change: str = "2.0", by: int = 2022, base: int = 2020, kpi: Kpi = KPI, *, overlapping: tuple[str, ...] = ()
) -> Asked:
    """An action that started in the year after `base`."""
    expected = ExpectedEffect("kpi", Decimal(change), by)
    return Asked(ACTION, expected, kpi, GROUP, base, 2022, is_started=True, overlapping=overlapping)


OWN = values("0.0", {2022: "52.0"})


def said(one: MeasuredEffect) -> tuple[EffectVerdict, EffectObstacle | None]:
    return one.verdict, one.obstacle


def test_an_effect_is_our_change_less_the_middle_of_theirs() -> None:
    found = judged(asked(), Panel(OWN, others(24)))
    assert found.verdict is EffectVerdict.DEMONSTRATED
    assert (found.before, found.after, found.own) == (Decimal("50.0"), Decimal("52.0"), Decimal("2.0"))
    assert (found.common, found.effect) == (Decimal("0.0"), Decimal("2.0"))
    assert found.rank
    assert (found.rank.as_far, found.rank.others) == (0, 24)
    assert found.limit == Decimal("0.2")
    assert found.size is EffectSize.AS_LARGE


@pytest.mark.parametrize(
    ("own", "change", "verdict", "size"),
    [
        ("50.2", "2.0", EffectVerdict.NOT_DEMONSTRATED, None),  # two thirds of the others deviate as much
        ("50.3", "2.0", EffectVerdict.DEMONSTRATED, EffectSize.SMALLER),
        ("51.7", "2.0", EffectVerdict.DEMONSTRATED, EffectSize.SMALLER),
        ("51.8", "2.0", EffectVerdict.DEMONSTRATED, EffectSize.AS_LARGE),
        ("52.2", "2.0", EffectVerdict.DEMONSTRATED, EffectSize.AS_LARGE),
        ("52.3", "2.0", EffectVerdict.DEMONSTRATED, EffectSize.LARGER),
        ("48.0", "2.0", EffectVerdict.OTHER_WAY, None),
        ("48.0", "-2.0", EffectVerdict.DEMONSTRATED, EffectSize.AS_LARGE),
        ("52.0", "-2.0", EffectVerdict.OTHER_WAY, None),
    ],
)
def test_only_what_is_rare_is_an_effect_and_its_size_is_told_apart_only_beyond_the_limit(
    own: str, change: str, verdict: EffectVerdict, size: EffectSize | None
) -> None:
    found = judged(asked(change), Panel(values("0.0", {2022: own}), others(24)))
    assert (found.verdict, found.size) == (verdict, size)


WITHOUT_2020 = {year: value for year, value in OWN.items() if year != 2020}
REDEFINED = replace(KPI, definitions=(Definition(2000, Text("Då")), Definition(2021, Text("Nu"))))
REDEFINED_BEFORE = replace(KPI, definitions=(Definition(2000, Text("Då")), Definition(2020, Text("Nu"))))


@pytest.mark.parametrize(
    ("question", "panel", "obstacle", "about"),
    [
        (asked(), Panel(OWN, others(7)), EffectObstacle.TOO_FEW_OTHERS, (7,)),
        (asked(), Panel(OWN, others(8)), EffectObstacle.TOO_FEW_OTHERS, (8,)),
        (asked(), Panel(WITHOUT_2020, others(24)), EffectObstacle.VALUE_MISSING, (2020,)),
        (asked(base=2009), Panel(OWN, others(24)), EffectObstacle.BEFORE_SERIES, (2012,)),
        (asked(by=2022), Panel(values("0", years=range(2012, 2022)), others(24)), EffectObstacle.AFTER_SERIES, (2021,)),
        (asked(base=2013), Panel(OWN, others(24)), EffectObstacle.TOO_FEW_YEARS, (0,)),
        (asked(by=2016, base=2015), Panel(OWN, others(24)), None, ()),
        (asked(by=2015, base=2014), Panel(OWN, others(24)), EffectObstacle.TOO_FEW_YEARS, (2,)),
        (asked(by=2020), Panel(OWN, others(24)), EffectObstacle.BEFORE_START, ()),
        (asked("0.0"), Panel(OWN, others(24)), EffectObstacle.NO_CHANGE, ()),
        (asked(kpi=REDEFINED), Panel(OWN, others(24)), EffectObstacle.NEW_DEFINITION, (2021,)),
        (asked(overlapping=("annan",)), Panel(OWN, others(24)), EffectObstacle.OVERLAP, ()),
        (asked()._replace(group=None), Panel(OWN, {}), EffectObstacle.NO_GROUP, ()),
        (asked()._replace(base=None), Panel({}, {}), EffectObstacle.NOT_STARTED, ()),
        (asked()._replace(is_started=False), Panel(OWN, others(24)), EffectObstacle.NOT_STARTED, ()),
        (asked(), Panel({}, {}), EffectObstacle.VALUE_MISSING, (2020, 2022)),
    ],
)
def test_where_nothing_can_be_shown_there_is_a_reason_and_no_figure(
    question: Asked, panel: Panel, obstacle: EffectObstacle | None, about: tuple[int, ...]
) -> None:
    found = judged(question, panel)
    assert found.obstacle is obstacle
    assert found.about == about
    if obstacle:
        assert found.verdict is EffectVerdict.NOT_SHOWN
        assert (found.own, found.common, found.effect, found.rank, found.limit, found.size, found.years) == (
            *(None,) * 6,
            (),
        )


def test_before_its_year_an_effect_is_not_judged_but_what_could_be_seen_is_told() -> None:
    found = judged(asked(by=2024)._replace(base=2021), Panel(OWN, others(24)))
    assert said(found) == (EffectVerdict.TOO_EARLY, None)
    assert found.effect is None
    assert found.visible


def plan(*actions: Action, kpi: Kpi = KPI) -> SteeringPlan:
    return SteeringPlan("9999", groups={"lan": GROUP}, kpis={"kpi": kpi}, actions={one.id: one for one in actions})


def of(*actions: Action, occasion: Occasion = CLOSE) -> dict[str, EffectObstacle | EffectVerdict]:
    """What is said of each action where nobody has any value."""
    found = measured_effects(plan(*actions), {}, ComparisonTable(), occasion)
    return {key: one.obstacle or one.verdict for key, one in found.items()}


OTHER = replace(ACTION, id="annan", started=date(2022, 5, 1), finished=None, status=ActionStatus.UNDER_WAY)


@pytest.mark.parametrize(
    ("other", "stands_in_the_way"),
    [
        (OTHER, True),
        (replace(OTHER, status=ActionStatus.STOPPED), True),
        (replace(OTHER, status=ActionStatus.PROPOSED, started=None), False),
        (replace(OTHER, expected_effect=ExpectedEffect("annat", Decimal(1), 2022)), False),
        (replace(OTHER, expected_effect=None), False),
        (replace(OTHER, started=date(2023, 1, 10)), False),
        (replace(OTHER, started=date(2018, 1, 10), expected_effect=ExpectedEffect("kpi", Decimal(1), 2020)), False),
        (replace(OTHER, started=date(2018, 1, 10), expected_effect=ExpectedEffect("kpi", Decimal(1), 2021)), True),
    ],
)
def test_two_actions_on_one_kpi_in_the_same_years_cannot_be_told_apart(
    other: Action, *, stands_in_the_way: bool
) -> None:
    found = measured_effects(plan(ACTION, other), {}, ComparisonTable(), CLOSE)["lovskola"]
    assert (found.obstacle is EffectObstacle.OVERLAP) is stands_in_the_way
    assert found.overlapping == (("annan",) if stands_in_the_way else ())


def test_only_what_is_decided_in_force_and_has_said_what_it_expects_is_tried() -> None:
    nothing = replace(ACTION, id="inget", expected_effect=None, expects_nothing=True)
    unsaid = replace(ACTION, id="osagt", expected_effect=None)
    proposed = replace(ACTION, id="forslag", status=ActionStatus.PROPOSED, started=None, finished=None)
    ended = replace(ACTION, id="slut", standing=Standing(Validity(None, 2021)))
    assert of(nothing, unsaid, proposed, ended) == {"inget": EffectVerdict.NOT_MEASURABLE}


@pytest.mark.parametrize(
    ("occasion", "lag", "verdict"),
    [
        (Occasion(Period(2022)), 0, EffectObstacle.VALUE_MISSING),
        (Occasion(Period(2022, "T", 2)), 0, EffectVerdict.TOO_EARLY),
        (Occasion(Period(2023, "T", 1)), 0, EffectObstacle.VALUE_MISSING),
        (Occasion(Period(2022)), 1, EffectVerdict.TOO_EARLY),
    ],
)
def test_the_year_of_the_effect_has_to_be_over_and_its_value_due(
    occasion: Occasion, lag: int, verdict: EffectVerdict | EffectObstacle
) -> None:
    found = measured_effects(plan(ACTION, kpi=replace(KPI, lag=lag)), {}, ComparisonTable(), occasion)["lovskola"]
    assert (found.obstacle or found.verdict) is verdict


def test_the_years_show_how_far_we_and_the_others_are_from_the_year_before() -> None:
    found = judged(asked(), Panel(OWN, others(24)))
    assert [one.year for one in found.years] == [*YEARS]
    at_base = next(one for one in found.years if one.year == 2020)
    assert (at_base.own, at_base.common, at_base.limit) == (Decimal(0), Decimal(0), None)
    last = found.years[-1]
    assert (last.own, last.common, last.limit) == (found.own, found.common, found.limit)


def test_a_kpi_where_low_is_best_is_held_to_what_was_expected_of_it() -> None:
    lower = replace(KPI, direction=Direction.LOWER, measured=Measured.YEARLY)
    found = judged(asked("-2.0", kpi=lower), Panel(values("0.0", {2022: "48.0"}), others(24)))
    assert found.verdict is EffectVerdict.DEMONSTRATED
    assert found.effect == Decimal("-2.0")


def test_windows_within_an_earlier_definition_do_not_count() -> None:
    redefined = measured_effects(plan(ACTION, kpi=REDEFINED_BEFORE), {}, ComparisonTable(), CLOSE)["lovskola"]
    assert redefined.invisible is EffectObstacle.TOO_FEW_YEARS
