"""Small workspaces for tests: files by path, written to a folder or loaded at once."""

from collections.abc import Mapping
from pathlib import Path

from malstyrning.diagnostics import Span
from malstyrning.load import Loaded, load_workspace

Files = dict[str, str]

ROOT = Path(__file__).resolve().parent.parent  # the shipped workspace


def minimal() -> Files:
    """The files of a small workspace without findings: one of each link from overall goal to measurement."""
    return {
        "malstyrning.yaml": 'format: 1\norganisation: "9999"\nperiod: 2022\nlimits: {fewest_kpis: 0}\n',
        "goals/base.yaml": """\
organisations:
  "9999": {name: Exempelkommunen, kind: municipality}
committees:
  namnd:
    title: {sv: Nämnden, en: The committee}
    owner: Förvaltningschefen
    areas:
      omrade: {title: {sv: Området, en: The area}}
overall_goals:
  overgripande:
    number: 1
    title: {sv: Ett övergripande mål, en: An overall goal}
strategic_goals:
  mal:
    number: 1.1
    title: {sv: Ett strategiskt mål, en: A strategic goal}
    committee: namnd
    serves: [overgripande]
    areas: [omrade]
    from: 2020
    horizon: 2027
    conditions: [{sv: En förutsättning, en: A condition}]
kpis:
  nyckeltal:
    title: {sv: Ett nyckeltal, en: A KPI}
    goal: mal
    unit: percent
    decimals: 1
    direction: higher
    causal_link: Ett högre värde betyder att målet kommer närmare.
    method: Räknas en gång om året av kommunen själv.
    comparability: Kommunens eget mått.
    target_levels:
      - {year: 2022, kind: at_least, level: 90, decided: 2021-11-15, reference: KF § 1}
""",
        "goals/budget-2021.yaml": """\
budget_frames:
  - {committee: namnd, year: 2021, amount: 10, decided: 2020-11-16, reference: KF 2020-11-16, areas: {omrade: 10}}
""",
        "data/exempel-bas.csv": "kpi,municipality,period,gender,value,source\nnyckeltal,9999,2022,T,91.5,Bokslut\n",
    }


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files by their paths below `folder`. Lone surrogates become the bytes that they stand for."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode("utf-8", "surrogateescape"))
    return folder


def load(folder: Path, files: Mapping[str, str]) -> Loaded:
    """The minimal workspace with `files` added or in place of its own."""
    return load_workspace(write(folder, {**minimal(), **files}))


def without_marks(path: str, text: str) -> tuple[str, Span]:
    """The text of a file at `path`, and the place in it that stood between « and »."""
    before, _, rest = text.partition("«")
    marked, _, after = rest.partition("»")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + marked + after, Span(path, line, column, line, column + len(marked))
