"""Texts come from strangers: nothing of theirs becomes markup or runs, in any format."""

from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from malstyrning import __version__
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import render_all
from malstyrning.report.formats import Format
from malstyrning.report.markdown import narrative_to_html, narrative_to_markdown, plain_to_markdown

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> | `code` # not a heading {{ 7 * 7 }} \"'>"
PLAN = """\
organisations:
  "9999": {name: @TEXT@, kind: municipality}
  "9001": {name: Grannkommun, kind: municipality}
vision: {text: @TEXT@}
overall_goals:
  overgripande: {number: 1, title: @TEXT@, description: @TEXT@, source: @TEXT@}
committees:
  namnd: {title: @TEXT@, areas: {omrade: {title: @TEXT@}, annat: {title: @TEXT@}}}
strategic_goals:
  mal:
    number: 1.1
    title: @TEXT@
    committee: namnd
    serves: [overgripande]
    areas: [omrade]
    from: 2020
    conditions: [@TEXT@]
kpis:
  nyckeltal:
    title: @TEXT@
    goal: mal
    unit: {sv: @TEXT@, en: @TEXT@}
    decimals: 0
    direction: higher
    owner: @TEXT@
    kolada_title: @TEXT@
    causal_link: @TEXT@
    cost_per: {of: value, areas: [omrade], what: @TEXT@}
    cost_kpi: kostnad
    data_quality: {level: poor, text: @TEXT@}
    target_levels:
      - {year: 2022, kind: at_least, level: 95, decided: 2021-11-15, reference: @TEXT@, source: @TEXT@}
  kostnad: {title: @TEXT@, goal: mal, unit: {sv: @TEXT@, en: @TEXT@}, decimals: 0, direction: none}
actions:
  atgard: {title: @TEXT@, goal: mal, status: done, reference: @TEXT@}
budget_frames:
  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}}
evaluations:
  - committee: namnd
    period: 2022
    goals: {mal: {position: @TEXT@, analysis: @TEXT@, status: reached, reason: @TEXT@}}
    kpis: {nyckeltal: {cause: @TEXT@, own_and_events: @TEXT@}}
    actions: {atgard: {effect: partly, text: @TEXT@}}
    reprioritise: {answer: yes, text: @TEXT@, proposal: [{from: omrade, to: annat, amount: 1}]}
    whole: {strategy: @TEXT@, focus: @TEXT@, actions: @TEXT@, resources: @TEXT@}
    lessons: {lardom: {text: @TEXT@}}
    signed: {body: @TEXT@, name: @TEXT@, date: 2023-02-20, reference: @TEXT@}
assignments:
  uppdrag: {title: @TEXT@, committee: namnd, status: given, due: 2022-10-31, reference: @TEXT@, text: @TEXT@}
sound_financial_management:
  - period: 2022
    municipality: {status: fulfilled, text: @TEXT@, reason: @TEXT@}
    balance: {result: -5, plan: @TEXT@}
    signed: {body: @TEXT@, name: @TEXT@, date: 2023-03-27, reference: @TEXT@}
    auditors: {grade: agrees, text: @TEXT@, by: @TEXT@, date: 2023-04-18, reference: @TEXT@}
    reply: {text: @TEXT@, by: @TEXT@, date: 2023-05-08}
"""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)


def tags(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    return parser


@pytest.fixture
def reports(tmp_path: Path) -> dict[str, str]:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    (tmp_path / "goals").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "malstyrning.yaml").write_text(
        'format: 1\norganisation: "9999"\ngroups:\n  grannar:\n    title: '
        + quoted
        + '\n    members: ["9001"]\n    as_of: 2022\n',
        "utf-8",
    )
    (tmp_path / "goals" / "plan.yaml").write_text(PLAN.replace("@TEXT@", quoted), "utf-8")
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    (tmp_path / "data" / "m.csv").write_text(
        "kpi,municipality,period,gender,value,source\n"
        + "".join(
            f"nyckeltal,{org},{year},T,{value},{cell}\n"
            for org, year, value in [("9999", 2021, 92), ("9999", 2022, 90), ("9001", 2022, 91)]
        ),
        "utf-8",
    )
    loaded = load_workspace(tmp_path)
    assert loaded.diagnostics == ()
    evaluation = evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))
    view = build_view(evaluation, Origin(__version__, loaded.inputs), Language.SV)
    return {name: content.decode() for name, content in render_all(view, list(Format), loaded.folder).items()}


def test_nothing_of_a_strangers_becomes_an_element_of_the_page(reports: dict[str, str]) -> None:
    page = tags(reports["report.html"])
    assert not page.seen & {"script", "img", "iframe", "object", "form", "input", "base"}
    assert not {name for name in page.attributes if name.startswith("on")}
    assert reports["report.html"].count("alert(1)") > 20


def test_nothing_of_a_strangers_becomes_html_in_markdown(reports: dict[str, str]) -> None:
    page = tags(MarkdownIt("gfm-like", {"linkify": False}).render(reports["report.md"]))
    assert not page.seen & {"script", "img"}


def test_a_strangers_text_keeps_the_tables_of_markdown_whole(reports: dict[str, str]) -> None:
    lines = reports["report.md"].splitlines()
    heads = [index for index, line in enumerate(lines) if line.startswith("|:--")]
    assert heads
    for index in heads:
        columns = lines[index].count("|")
        rows = lines[index + 1 :]
        for row in rows[: next(i for i, line in enumerate(rows) if not line.startswith("|"))]:
            assert row.replace("\\|", "").count("|") == columns


def test_a_template_expression_in_a_text_is_only_text(reports: dict[str, str]) -> None:
    assert "{{ 7 * 7 }}" in reports["report.html"]
    assert "{{ 7 \\* 7 }}" in reports["report.md"]


@pytest.mark.parametrize(
    "text",
    [
        "[klicka](javascript:alert(1))",
        "[klicka](data:text/html,<script>alert(1)</script>)",
        "<a href='https://example.com' onclick='x'>a</a>",
        "![bild](https://example.com/spion.png)",
        "<style>body { display: none }</style>",
    ],
)
def test_a_narrative_gives_no_picture_script_or_style(text: str) -> None:
    page = tags(narrative_to_html(text))
    assert not page.seen & {"script", "img", "style"}
    assert "onclick" not in page.attributes
    assert 'href="javascript' not in narrative_to_html(text)
    assert 'href="data' not in narrative_to_html(text)


def test_a_narrative_keeps_its_lists_and_emphasis() -> None:
    html = narrative_to_html("Två skäl:\n\n- **sjukdom**\n- [källa](https://example.com)")
    assert "<li><strong>sjukdom</strong></li>" in html
    assert 'href="https://example.com"' in html


def test_a_narrative_makes_no_heading_in_markdown() -> None:
    assert MarkdownIt().render(narrative_to_markdown("# Rubrik\n\nOch\n===")).count("<h") == 0


@pytest.mark.parametrize(
    "text",
    [
        "hej \\<script>alert(1)</script>",
        "hej \\\\<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "```\n<script>",
        "~~~\n# rubrik",
        "    <script>",
        "<!-- ",
        "&lt;script&gt;",
        "| a | b |\n|---|---|\n| c | d |",
        "- [ ] `<b>`",
        "[a]: javascript:alert(1)\n\n[a]",
    ],
)
def test_a_narrative_in_markdown_makes_nothing_of_its_own_and_lets_go_of_what_follows(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"{narrative_to_markdown(text)}\n\n## Efter\n\nText.")
    assert html.endswith("<h2>Efter</h2>\n<p>Text.</p>\n")
    assert not tags(html).seen & {"script", "b", "h1", "table"}
    assert 'href="javascript' not in html


def test_a_narrative_in_markdown_keeps_lists_quotations_emphasis_and_links() -> None:
    text = "Två *skäl*:\n\n1. **ett**\n\n   mer\n2. [källa](https://example.com/a_b)\n\n> citat\n> igen\n\n- a\n  - b"
    before, after = (MarkdownIt("commonmark").render(one) for one in (text, narrative_to_markdown(text)))
    assert after.replace("\n", " ") == before.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "- - -",
        "+",
        "1.",
        "=",
        "_k_",
        "&lt;b&gt;",
        "# rubrik",
        "- punkt",
        "1. punkt",
        "a*b*c",
        "[a](b)",
        "<b>",
        "a|b",
        "`x`",
        "a\\b",
    ],
)
def test_a_plain_text_is_shown_as_it_stands(text: str) -> None:
    shown = MarkdownIt("commonmark").renderInline(plain_to_markdown(text))
    assert unescape(shown) == text
    assert MarkdownIt("commonmark").render(plain_to_markdown(text)).startswith("<p>")
