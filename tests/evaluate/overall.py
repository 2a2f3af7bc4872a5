"""A small workspace with two overall goals, and goals that serve one or both."""

from pathlib import Path

from tests.workspaces import load, minimal

from malstyrning.diagnostics import has_errors
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate

ORGANISATION, _, _ = minimal()["goals/base.yaml"].partition("overall_goals:")
_GOALS = """\
overall_goals:
  ett: {number: 1, title: {sv: Det första, en: The first}}
  tva: {number: 2, title: {sv: Det andra, en: The second}}
strategic_goals:
  bada: {number: 1.1, title: {sv: Båda, en: Both}, committee: namnd, serves: [ett, tva], from: 2020}
  trygg: {number: 2.1, title: {sv: Trygg, en: Safe}, committee: namnd, serves: [tva], from: 2020}
  glad: {number: 2.2, title: {sv: Glad, en: Glad}, committee: namnd, serves: [tva], from: 2020}
"""
_KPI = """\
  {id}:
    title: Nyckeltal
    goal: {goal}
    unit: percent
    decimals: 0
    direction: higher
    weight: {weight}
    target_levels:
      - {{year: 2022, kind: at_least, level: 90, tolerance: 5, decided: 2021-11-15}}
"""
_ADDED = "      - {year: 2022, kind: at_least, level: 95, decided: 2021-12-01, decided_by: committee}\n"
_OWN = "decided: 2021-11-15}"
_VALUES = {"R": "92", "N": "87", "X": "40"}


def evaluated(tmp_path: Path, signs: dict[str, str], settings: str = "", answers: str = "") -> Evaluation:
    """The evaluation of goals with KPIs by their signs: R reached, N nearly, X not, ? without value.

    A number after a sign is its weight, `+` adds a stricter level of the committee's, `c` leaves it the only level.
    """
    kpis, rows = "", ""
    for goal, described in signs.items():
        for index, sign in enumerate(described.split()):
            name = f"{goal}-{index}"
            kpi = _KPI.format(id=name, goal=goal, weight=sign[1:].rstrip("+c") or 1)
            kpi = kpi.replace(_OWN, "decided: 2021-11-15, decided_by: committee}") if "c" in sign else kpi
            kpis += kpi + (_ADDED if "+" in sign else "")
            rows += f"{name},9999,2022,T,{_VALUES[sign[0]]}\n" if sign[0] in _VALUES else ""
    files = {
        "malstyrning.yaml": minimal()["malstyrning.yaml"] + settings,
        "goals/base.yaml": ORGANISATION + _GOALS + (f"kpis:\n{kpis}" if kpis else "") + answers,
        "data/exempel-bas.csv": "kpi,municipality,period,gender,value\n" + rows,
    }
    loaded = load(tmp_path, files)
    assert not has_errors(loaded.diagnostics)
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


def signed(status: str, reason: str = "") -> str:
    """A signed answer about the goal `trygg`."""
    told = f", reason: {reason}" if reason else ""
    return (
        "evaluations:\n  - committee: namnd\n    period: 2022\n"
        f"    goals: {{trygg: {{status: {status}{told}}}}}\n"
        "    signed: {body: Nämnden, name: N, date: 2023-02-20}\n"
    )
