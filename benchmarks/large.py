"""A workspace of any size, sound in every rule and written as the shipped one is.

One file a KPI, five KPIs a goal, and a single measured value.
"""

from pathlib import Path

_COMMITTEES = 20
_KPIS_OF_A_GOAL = 5
_SETTINGS = 'format: 1\norganisation: "0182"\nperiod: 2025\n'
_BASE = """\
organisations:
  "0182": {name: Nacka, kind: municipality}
overall_goals:
  livsmiljo:
    number: 1
    title: {sv: Attraktiva livsmiljöer, en: Attractive places to live}
committees:
"""
_COMMITTEE = """\
  namnd-{0}:
    title: {{sv: Nämnd {0}, en: Committee {0}}}
    owner: Direktör {0}
    areas: {{omrade-{0}: {{title: {{sv: Område {0}, en: Area {0}}}}}}}
"""
_GOAL = """\
  mal-{0}:
    number: 1.{1}
    title: {{sv: Strategiskt mål {0}, en: Strategic goal {0}}}
    committee: namnd-{2}
    serves: [livsmiljo]
    areas: [omrade-{2}]
    from: 2024
    horizon: 2030
    sound_financial_management: {{kind: {3}, scope: {4}}}
    conditions:
      - {{sv: Vakanserna i område {2} tillsätts under året., en: Vacancies in area {2} are filled during the year.}}
"""
_KPI = """\
kpis:
  trygghet-{0}:
    title: {{sv: Trygga invånare i område {0}, en: Safe inhabitants of area {0}}}
    goal: mal-{1}
    owner: Trygghetssamordnaren
    unit: percent
    decimals: 1
    direction: higher
    measured: yearly
    reported_in: [year_end]
    relevance: Den som är trygg i område {0} rör sig fritt och använder torg och parker.
    causal_link: >-
      Belysning och bemanning i område {0}, som nämnden beslutar om, gör platser tryggare, och då väljer fler att vara
      där.
    method: Andel som svarar ja i enkäten till ett urval av invånarna i område {0}, varje höst.
    comparability: Samma fråga ställs i hela länet, men urvalet i område {0} är litet.
    baseline: {{year: 2023, value: 80.0}}
    target_levels:
      - year: 2025
        kind: at_least
        level: 85
        tolerance: 1
        decided: 2024-11-18
        reference: KF 2024-11-18 § 210
      - year: 2026
        kind: at_least
        level: 87.5
        tolerance: 1
        decided: 2024-11-18
        reference: KF 2024-11-18 § 210
"""


def write_workspace(root: Path, kpis: int) -> Path:
    """Write a workspace of so many KPI files below `root`; its folder."""
    (root / "goals/kpis").mkdir(parents=True)
    (root / "data").mkdir()
    (root / "malstyrning.yaml").write_text(_SETTINGS, encoding="utf-8")
    goals = range(-(-kpis // _KPIS_OF_A_GOAL))
    parts = [_BASE, *(_COMMITTEE.format(one) for one in range(_COMMITTEES)), "strategic_goals:\n"]
    parts += [_GOAL.format(one, one + 1, one % _COMMITTEES, *_sound(one)) for one in goals]
    (root / "goals/base.yaml").write_text("".join(parts), encoding="utf-8")
    for one in range(kpis):
        text = _KPI.format(one, one // _KPIS_OF_A_GOAL)
        (root / f"goals/kpis/trygghet-{one:05}.yaml").write_text(text, encoding="utf-8")
    rows = "kpi,municipality,period,gender,value,source\ntrygghet-0,0182,2025,T,84.5,Enkät 2025\n"
    (root / "data/egna.csv").write_text(rows, encoding="utf-8")
    return root


def _sound(goal: int) -> tuple[str, str]:
    kind = "financial" if goal % 2 else "operations"
    return kind, "group" if goal % 3 else "municipality"
