"""Every key of every kind of object says something in the plan."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.workspaces import load, minimal

from malstyrning.domain import evaluations as answers
from malstyrning.domain import sound_management as sound
from malstyrning.domain.actions import Action, ExpectedEffect, Step
from malstyrning.domain.budget import BudgetFrame, FrameChange
from malstyrning.domain.common_change import ChangeBasis
from malstyrning.domain.costs import CostPer, VolumeOf
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.kpis import Baseline, Criteria, DataQuality, Definition, Kpi, Plausible, Quality
from malstyrning.domain.periods import Measured
from malstyrning.domain.plan import (
    Area,
    Committee,
    Organisation,
    OverallGoal,
    PeerGroup,
    Renaming,
    SoundFinancialManagement,
    Statement,
    SteeringPlan,
    StrategicGoal,
)
from malstyrning.domain.standing import Standing, Validity
from malstyrning.domain.targets import AtLeast, AtMost, Between, Criterion, TargetLevel
from malstyrning.domain.words import (
    ActionStatus,
    Aggregation,
    DecidedBy,
    Direction,
    OrganisationKind,
    ReportedIn,
    SchoolYear,
    SoundKind,
    SoundScope,
)
from malstyrning.language import Language, Text
from malstyrning.load import Settings
from malstyrning.load.units import UNITS

STANDING_KEYS = """\
    from: 2018
    to: 2026
    decided: 2019-11-18
    reference: KF 2019-11-18 § 301
    source: https://example.se/mal
    replaced_by: {replaced_by}
    was: {was}
    example: true
"""
BOTH = "{sv: På svenska, en: In English}"
TEXT = Text("På svenska", "In English")


def standing(replaced_by: str, was: str) -> Standing:
    return Standing(
        Validity(2018, 2026),
        date(2019, 11, 18),
        "KF 2019-11-18 § 301",
        "https://example.se/mal",
        replaced_by,
        was,
        example=True,
    )


FILE = f"""\
vision:
  text: {BOTH}
  source: Kommunfullmäktige
fundamental_value:
  text: Förtroende
organisations:
  vard-ab: {{name: Vård AB, kind: company}}
overall_goals:
  livsmiljo:
    number: 2
    title: {BOTH}
    description: Hela kommunen
{STANDING_KEYS.format(replaced_by="overgripande", was="miljo")}
committees:
  bildning:
    title: {BOTH}
    renamed:
      - {{from: 2024, title: {BOTH}, decided: 2023-11-20, reference: KF § 310, example: true}}
    owner: Skolchefen
    successor: namnd
    areas:
      forskola:
        title: Förskola
        from: 2020
      skola: {{title: Skola}}
{STANDING_KEYS.format(replaced_by="namnd", was="skolnamnd")}
strategic_goals:
  levande:
    number: 2.10
    title: {BOTH}
    description: Levande centrum
    committee: bildning
    serves: [livsmiljo, overgripande]
    areas: [skola, forskola]
    horizon: 2027
    sound_financial_management: {{kind: operations, scope: group}}
    conditions:
      - Behöriga lärare
      - {BOTH}
{STANDING_KEYS.format(replaced_by="mal", was="centrum")}
kpis:
  trygghet:
    title: {BOTH}
    goal: levande
    kolada: N15419
    kolada_title: Trygghet i skolan, andel (%)
    owner: Skoldirektören
    unit: percent
    decimals: 2
    direction: range
    measured: tertial
    reported_in: [t1, year_end]
    aggregation: ratio
    lag: 1
    weight: 2.5
    school_year: end
    by_gender: true
    groups: [lan]
    change_interval: 1.5
    common_change: [{{since: 2018, group: lan, from: 2019, to: 2022}}]
    plausible: {{lower: -10, upper: 120.5}}
    baseline: {{year: 2019, value: -83.5}}
    definitions:
      - {{from: 2018, text: Som förut}}
      - {{from: 2021, text: {BOTH}}}
    cost_per: {{of: numerator, areas: [skola], what: elev}}
    cost_kpi: nyckeltal
    data_quality: {{level: poor, text: Osäkert}}
    relevance: Relevant
    causal_link: Orsak
    method: Enkät
    comparability: Jämförbar
    robustness: Robust
    target_levels:
      - year: 2022
        kind: between
        lower: 90
        upper: 95.25
        tolerance: 0.5
        decided: 2021-11-15
        reference: § 1
        decided_by: committee
        source: Budget 2022
        example: true
      - {{year: 2023, kind: between, lower: 91, upper: 96, decided: 2022-11-15}}
{STANDING_KEYS.format(replaced_by="nyckeltal", was="otrygghet")}
actions:
  lovskola:
    title: {BOTH}
    goal: levande
    kpis: [trygghet]
    status: under_way
    owner: Rektor
    started: 2022-02-01
    finished: 2022-11-30
    due: 2022-12-31
    cost: 2400.5
    expected_effect: {{kpi: trygghet, change: -1.0, by: 2023}}
    steps:
      - {{text: {BOTH}, due: 2022-05-01, done: 2022-04-20}}
      - {{text: Steget}}
{STANDING_KEYS.format(replaced_by="laxhjalp", was="sommarskola")}
  laxhjalp: {{title: Läxhjälp, goal: levande, status: proposed, expected_effect: none}}
budget_frames:
  - committee: bildning
    year: 2022
    amount: 30
    areas: {{forskola: 10, skola: 20}}
    changes:
      - date: 2022-06-20
        reference: § 2
        reason: {BOTH}
        areas: {{skola: -1.5, forskola: 1.5}}
{STANDING_KEYS.format(replaced_by="ram", was="anslag")}
evaluations:
  - committee: bildning
    period: 2022T2
    goals:
      levande:
        position: Läget
        analysis: {BOTH}
        conditions_met: partly
        status: nearly
        reason: Skälet
    kpis:
      trygghet: {{cause: Orsaken, own_and_events: Händelser}}
    actions:
      lovskola:
        effect: as_expected
        text: Effekten
        causes: {{done_differently: some, unforeseen_events: large, wrong_from_start: not_at_all}}
    reprioritise:
      answer: yes
      text: Mer
      proposal: [{{from: skola, to: forskola, amount: 1.5}}]
    whole: {{strategy: Delvis, focus: Ja, actions: Nej, resources: {BOTH}}}
    lessons:
      tidig-insats: {{text: Börja tidigt, feeds: 2024}}
      sen-insats: {{text: Sluta sent}}
    signed: {{body: Nämnden, name: Namn, date: 2022-10-20, reference: § 3}}
    example: true
sound_financial_management:
  - period: 2022
    municipality: {{status: fulfilled, text: Bra, reason: Skälet, expected: Väntat}}
    group: {{status: not_assessable, text: {BOTH}}}
    balance:
      result: -500
      realised_gains: 1
      excepted_gains: 2
      excepted_losses: 3
      unrealised_gains: 4
      unrealised_losses: 5
      reversed_gains: 6
      reversed_losses: 7
      adjusted: -496
      to_reserve: 8
      from_reserve: 9
      balance: -495
      deficits: [{{year: 2020, amount: 10, restore_by: 2023}}]
      plan: Planen
    signed: {{body: Styrelsen, name: Namn, date: 2023-03-27, reference: § 4}}
    auditors: {{grade: disagrees, text: Nej, by: Revisorerna, date: 2023-04-18, reference: § 5}}
    reply: {{text: Svaret, by: Styrelsen, date: 2023-05-08}}
    example: true
"""
SETTINGS = """\
format: 1
organisation: "9999"
language: en
example: true
period: 2022T2
common_change: [{since: 2014, to: 2020}, {since: 2018, group: lan, from: 2021}]
groups:
  lan:
    title: {sv: Kommunerna i länet, en: Municipalities in the county}
    members: ["9999", vard-ab]
    as_of: 2021
    source: SCB
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - with all its parts
    found = load(tmp_path_factory.mktemp("workspace"), {"goals/full.yaml": FILE, "malstyrning.yaml": SETTINGS})
    assert [str(one.message) for one in found.diagnostics] == []
    return found


@pytest.fixture(scope="module")
def read(loaded: Any) -> SteeringPlan:  # noqa: ANN401
    steering: SteeringPlan = loaded.plan
    return steering


def test_settings(loaded: Any) -> None:  # noqa: ANN401
    period = loaded.settings.period
    assert str(period) == "2022T2"
    assert loaded.settings == Settings(Language.EN, period)


def test_the_workspace_itself(read: SteeringPlan) -> None:
    assert (read.organisation, read.example) == ("9999", True)
    assert read.common_change == (
        ChangeBasis(2014, valid=Validity(None, 2020)),
        ChangeBasis(2018, "lan", Validity(2021, None)),
    )
    assert read.vision == Statement(TEXT, "Kommunfullmäktige")
    assert read.fundamental_value == Statement(Text(en="Förtroende"))
    title = Text("Kommunerna i länet", "Municipalities in the county")
    assert read.groups == {"lan": PeerGroup("lan", title, ("9999", "vard-ab"), 2021, "SCB")}


def test_a_group_of_all_has_every_municipality_and_nobody_else(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        {
            "malstyrning.yaml": minimal()["malstyrning.yaml"]
            + "groups: {alla: {title: Sveriges kommuner, members: all, as_of: 2022}}\n",
            "goals/others.yaml": "organisations:\n"
            '  "0127": {name: Botkyrka, kind: municipality}\n'
            '  "0001": {name: Region Stockholm, kind: region}\n'
            '  "0000": {name: Riket, kind: country}\n'
            "  vard-ab: {name: Vård AB, kind: company}\n",
        },
    )
    assert found.diagnostics == ()
    assert found.plan.groups["alla"].members == ("9999", "0127")


def test_organisation(read: SteeringPlan) -> None:
    assert read.organisations["vard-ab"] == Organisation("vard-ab", "Vård AB", OrganisationKind.COMPANY)
    assert list(read.organisations) == ["9999", "vard-ab"]


def test_overall_goal(read: SteeringPlan) -> None:
    assert read.overall_goals["livsmiljo"] == OverallGoal(
        "livsmiljo", "2", TEXT, Text(en="Hela kommunen"), standing("overgripande", "miljo")
    )


def test_committee_and_areas(read: SteeringPlan) -> None:
    areas = (
        Area("forskola", "bildning", Text(en="Förskola"), Standing(Validity(2020))),
        Area("skola", "bildning", Text(en="Skola")),
    )
    assert read.committees["bildning"] == Committee(
        "bildning",
        TEXT,
        "Skolchefen",
        areas,
        "namnd",
        standing("namnd", "skolnamnd"),
        (Renaming(2024, TEXT, date(2023, 11, 20), "KF § 310", example=True),),
    )


def test_strategic_goal(read: SteeringPlan) -> None:
    assert read.strategic_goals["levande"] == StrategicGoal(
        "levande",
        "2.10",
        TEXT,
        "bildning",
        ("livsmiljo", "overgripande"),
        ("skola", "forskola"),
        2027,
        Text(en="Levande centrum"),
        SoundFinancialManagement(SoundKind.OPERATIONS, SoundScope.GROUP),
        (Text(en="Behöriga lärare"), TEXT),
        standing("mal", "centrum"),
    )


def test_kpi(read: SteeringPlan) -> None:
    assert read.kpis["trygghet"] == Kpi(
        "trygghet",
        TEXT,
        "levande",
        UNITS["percent"],
        2,
        Direction.RANGE,
        "N15419",
        "Trygghet i skolan, andel (%)",
        "Skoldirektören",
        Measured.TERTIAL,
        (ReportedIn.T1, ReportedIn.YEAR_END),
        Aggregation.RATIO,
        1,
        SchoolYear.END,
        by_gender=True,
        groups=("lan",),
        change_interval=Decimal("1.5"),
        common_change=(ChangeBasis(2018, "lan", Validity(2019, 2022)),),
        plausible=Plausible(Decimal(-10), Decimal("120.5")),
        baseline=Baseline(2019, Decimal("-83.5")),
        definitions=(Definition(2018, Text(en="Som förut")), Definition(2021, TEXT)),
        criteria=Criteria(
            Text(en="Relevant"), Text(en="Orsak"), Text(en="Enkät"), Text(en="Jämförbar"), Text(en="Robust")
        ),
        target_levels=(
            TargetLevel(
                2022,
                Between(Decimal(90), Decimal("95.25")),
                date(2021, 11, 15),
                Decimal("0.5"),
                "§ 1",
                DecidedBy.COMMITTEE,
                "Budget 2022",
                example=True,
            ),
            TargetLevel(2023, Between(Decimal(91), Decimal(96)), date(2022, 11, 15)),
        ),
        standing=standing("nyckeltal", "otrygghet"),
        weight=Decimal("2.5"),
        cost_per=CostPer(VolumeOf.NUMERATOR, ("skola",), Text(en="elev")),
        cost_kpi="nyckeltal",
        data_quality=DataQuality(Quality.POOR, Text(en="Osäkert")),
    )


def test_action(read: SteeringPlan) -> None:
    assert read.actions["lovskola"] == Action(
        "lovskola",
        TEXT,
        "levande",
        ActionStatus.UNDER_WAY,
        ("trygghet",),
        "Rektor",
        date(2022, 2, 1),
        date(2022, 11, 30),
        date(2022, 12, 31),
        Decimal("2400.5"),
        ExpectedEffect("trygghet", Decimal("-1.0"), 2023),
        standing("laxhjalp", "sommarskola"),
        steps=(Step(TEXT, date(2022, 5, 1), date(2022, 4, 20)), Step(Text(en="Steget"))),
    )


def test_no_measurable_effect_is_an_answer_of_its_own(read: SteeringPlan) -> None:
    assert [(one.expected_effect, one.expects_nothing) for one in read.actions.values()] == [
        (ExpectedEffect("trygghet", Decimal("-1.0"), 2023), False),
        (None, True),
    ]


def test_budget_frame(read: SteeringPlan) -> None:
    change = FrameChange(date(2022, 6, 20), {"skola": Decimal("-1.5"), "forskola": Decimal("1.5")}, "§ 2", TEXT)
    assert read.budget_frames["bildning", 2022] == BudgetFrame(
        "bildning",
        2022,
        Decimal(30),
        {"forskola": Decimal(10), "skola": Decimal(20)},
        (change,),
        standing("ram", "anslag"),
    )


def test_evaluation(read: SteeringPlan) -> None:
    causes = {
        answers.Cause.DONE_DIFFERENTLY: answers.CauseShare.SOME,
        answers.Cause.UNFORESEEN_EVENTS: answers.CauseShare.LARGE,
        answers.Cause.WRONG_FROM_START: answers.CauseShare.NOT_AT_ALL,
    }
    assert read.evaluations == {
        ("bildning", "2022T2"): answers.CommitteeEvaluation(
            "bildning",
            "2022T2",
            {
                "levande": answers.GoalAnswer(
                    Text(en="Läget"), TEXT, answers.ConditionsMet.PARTLY, Fulfilment.NEARLY, Text(en="Skälet")
                )
            },
            {"trygghet": answers.KpiAnswer(Text(en="Orsaken"), Text(en="Händelser"))},
            {"lovskola": answers.ActionAnswer(answers.ActionEffect.AS_EXPECTED, Text(en="Effekten"), causes)},
            answers.Reprioritisation(
                needed=True, text=Text(en="Mer"), proposal=(answers.Move("skola", "forskola", Decimal("1.5")),)
            ),
            (
                answers.Lesson("tidig-insats", Text(en="Börja tidigt"), 2024),
                answers.Lesson("sen-insats", Text(en="Sluta sent")),
            ),
            answers.Signature("Nämnden", "Namn", date(2022, 10, 20), "§ 3"),
            example=True,
            whole=answers.WholeAnswer(Text(en="Delvis"), Text(en="Ja"), Text(en="Nej"), TEXT),
        )
    }


def test_sound_financial_management(read: SteeringPlan) -> None:
    assert read.sound_assessments == {
        "2022": sound.SoundAssessment(
            "2022",
            sound.OverallAssessment(sound.SoundStatus.FULFILLED, Text(en="Bra"), Text(en="Skälet"), Text(en="Väntat")),
            sound.OverallAssessment(sound.SoundStatus.NOT_ASSESSABLE, TEXT),
            sound.Balance(
                Decimal(-500),
                realised_gains=Decimal(1),
                excepted_gains=Decimal(2),
                excepted_losses=Decimal(3),
                unrealised_gains=Decimal(4),
                unrealised_losses=Decimal(5),
                reversed_gains=Decimal(6),
                reversed_losses=Decimal(7),
                to_reserve=Decimal(8),
                from_reserve=Decimal(9),
                deficits=(sound.Deficit(2020, Decimal(10), 2023),),
                stated_adjusted=Decimal(-496),
                stated_result=Decimal(-495),
                plan=Text(en="Planen"),
            ),
            answers.Signature("Styrelsen", "Namn", date(2023, 3, 27), "§ 4"),
            sound.Opinion(sound.AuditGrade.DISAGREES, Text(en="Nej"), "Revisorerna", date(2023, 4, 18), "§ 5"),
            sound.Reply(Text(en="Svaret"), "Styrelsen", date(2023, 5, 8)),
            example=True,
        )
    }


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("overall_goals", "livsmiljo"),
        ("committees", "bildning"),
        ("strategic_goals", "levande"),
        ("kpis", "trygghet"),
        ("actions", "lovskola"),
        ("budget_frames", ("bildning", 2022)),
        ("evaluations", ("bildning", "2022T2")),
        ("sound_assessments", "2022"),
    ],
    ids=str,
)
def test_this_file_says_all_there_is_to_say(read: SteeringPlan, section: str, key: object) -> None:
    """A field that has its default here is a key that no test above has tried."""
    value = getattr(read, section)[key]
    silent = [
        field.name
        for field in fields(value)
        if field.default is not MISSING and getattr(value, field.name) == field.default
    ]
    assert is_dataclass(value)
    assert silent == (["expects_nothing"] if section == "actions" else [])  # which rules out an expected effect


def test_what_is_not_said_has_its_default(tmp_path: Path) -> None:
    read = load(tmp_path, {}).plan
    assert read.kpis["nyckeltal"].measured is Measured.YEARLY
    assert read.kpis["nyckeltal"].reported_in == (ReportedIn.YEAR_END,)
    assert read.kpis["nyckeltal"].groups is None
    assert read.kpis["nyckeltal"].target_levels[0].tolerance == 0
    assert read.kpis["nyckeltal"].standing == Standing()
    assert read.overall_goals["overgripande"].standing.valid.covers(1900)
    assert not read.example


def test_a_plan_does_not_change_with_the_division_into_files(tmp_path: Path) -> None:
    """Places are no part of what a plan says."""
    whole = load(tmp_path / "one", {"goals/full.yaml": FILE, "malstyrning.yaml": SETTINGS})
    parts = FILE.split("actions:\n  lovskola")
    files = {"goals/a.yaml": parts[0], "goals/b/c.yml": "actions:\n  lovskola" + parts[1], "malstyrning.yaml": SETTINGS}
    divided = load(tmp_path / "two", files)
    assert divided.plan == whole.plan
    assert divided.places != whole.places


@pytest.mark.parametrize(
    ("unit", "label", "difference"),
    [
        ("percent", "%", "procentenheter"),
        ("days", "dagar", "dagar"),
        ("{sv: kWh/m², en: kWh per m²}", "kWh/m²", "kWh/m²"),
    ],
)
def test_units(tmp_path: Path, unit: str, label: str, difference: str) -> None:
    kpi = f"kpis:\n  energi: {{title: Energi, goal: mal, unit: {unit}, decimals: 0, direction: lower}}\n"
    read = load(tmp_path, {"goals/a.yaml": kpi}).plan.kpis["energi"].unit
    assert (read.label[Language.SV], read.difference[Language.SV]) == (label, difference)
    assert read.is_percent is (unit == "percent")


@pytest.mark.parametrize(
    ("kind", "keys", "criterion"),
    [
        ("at_least", "level: 90.5", AtLeast(Decimal("90.5"))),
        ("at_most", "level: -2", AtMost(Decimal(-2))),
        ("between", "lower: 1, upper: 2", Between(Decimal(1), Decimal(2))),
    ],
)
def test_kinds_of_target_level(tmp_path: Path, kind: str, keys: str, criterion: Criterion) -> None:
    direction = {"at_least": "higher", "at_most": "lower", "between": "range"}[kind]
    kpi = (
        f"kpis:\n  k: {{title: K, goal: mal, unit: percent, decimals: 1, direction: {direction},\n"
        f"    target_levels: [{{year: 2022, kind: {kind}, {keys}, decided: 2021-11-15}}]}}\n"
    )
    assert load(tmp_path, {"goals/a.yaml": kpi}).plan.kpis["k"].target_levels[0].criterion == criterion


@pytest.mark.parametrize(("setting", "expected"), [("", Text("Ord")), ("language: en\n", Text(en="Ord"))])
def test_a_text_without_a_language_is_in_the_workspaces_own(tmp_path: Path, setting: str, expected: Text) -> None:
    files = {
        "malstyrning.yaml": minimal()["malstyrning.yaml"]
        + setting
        + 'groups: {lan: {title: Ord, members: ["9999"], as_of: 2022}}\n',
        "goals/a.yaml": "overall_goals: {a: {number: 2, title: Ord, description: {sv: a, en: b}}}\n",
    }
    plan = load(tmp_path, files).plan
    assert plan.groups["lan"].title == plan.overall_goals["a"].title == expected
    assert plan.overall_goals["a"].description == Text("a", "b")
