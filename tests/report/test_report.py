"""What a reader of the shipped workspace's report relies on."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from malstyrning import __version__
from malstyrning.domain.assessments import Evaluation
from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.language import Language, Text
from malstyrning.load import load_workspace
from malstyrning.report import labels, words
from malstyrning.report.build import Origin, build_view
from malstyrning.report.files import render_all
from malstyrning.report.formats import Format
from malstyrning.report.view import ReportView
from malstyrning.rules import settle_workspace

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "src" / "malstyrning" / "report" / "templates"


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    loaded = load_workspace(ROOT)
    return evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022)))


@pytest.fixture(scope="module", params=list(Language))
def view(request: pytest.FixtureRequest, evaluation: Evaluation) -> ReportView:
    return build_view(evaluation, Origin(__version__, {"goals/a.yaml": "0" * 64}), request.param)


@pytest.fixture(scope="module")
def page(view: ReportView) -> str:
    return render_all(view, [Format.HTML], None)["report.html"].decode()


@pytest.fixture(scope="module")
def text(view: ReportView) -> str:
    return render_all(view, [Format.MD], None)["report.md"].decode()


def test_every_decided_kpi_appears_in_the_table_and_in_its_goal(view: ReportView, page: str, text: str) -> None:
    for kpi in view.kpis:
        assert page.count(f'href="#{kpi.anchor}"') >= 1
        assert page.count(f'id="{kpi.anchor}"') == 1
        assert f"#### {kpi.title}" in text


def test_the_notes_below_a_table_of_places_are_sentences_apart(view: ReportView, text: str) -> None:
    several = [kpi.places.notes for kpi in view.kpis if len(kpi.places.notes) > 1]
    assert several
    for notes in several:
        assert " ".join(notes) in text


def test_a_headline_says_what_its_mark_says(view: ReportView, evaluation: Evaluation) -> None:
    said = {
        Fulfilment.REACHED: ("är nådd:", "is reached:"),
        Fulfilment.NEARLY: ("är nästan nådd:", "is nearly reached:"),
        Fulfilment.NOT_REACHED: ("är inte nådd:", "is not reached:"),
        Fulfilment.NOT_ASSESSABLE: ("edöms inte:", "ot judged:", "inte bedömas:", "ot assessable:"),
    }
    for kpi, judged in zip(view.kpis, evaluation.kpis, strict=True):
        fitting = [key for key, forms in said.items() if any(form in kpi.headline for form in forms)]
        assert fitting == [judged.verdict.fulfilment], kpi.headline


def test_the_arithmetic_can_be_redone(view: ReportView, evaluation: Evaluation) -> None:
    for kpi, judged in zip(view.kpis, evaluation.kpis, strict=True):
        if judged.verdict.gap is None:
            continue
        plain = kpi.verdict.arithmetic.replace("\N{NO-BREAK SPACE}", "").replace("−", "-")
        numbers = re.match(r"(-?[\d.,]+) - (-?[\d.,]+) = ([+-]?[\d.,]+?)[^\d.,]", plain)
        assert numbers, plain
        english = view.language == "en"
        minuend, subtrahend, gap = (
            float(one.replace(",", "") if english else one.replace(",", ".")) for one in numbers.groups()
        )
        assert round(minuend - subtrahend, 6) == gap == float(judged.verdict.gap)


def test_the_counts_of_the_overall_goals_add_up(view: ReportView) -> None:
    for column, total in enumerate(view.total):
        assert sum(int(one.counts[column]) for one in view.overall_goals) == int(total)
    assert sum(map(int, view.total)) == len(view.kpis)


def test_what_is_invented_is_said_first_and_where_it_stands(view: ReportView, page: str, text: str) -> None:
    assert page.index(view.notice.replace("'", "&#39;")) < page.index('id="_summary"')
    assert text.index(view.t["example"]) < text.index("##")
    invented = [kpi for kpi in view.kpis if kpi.example]
    assert page.count(f">{view.kpis[0].example}<") >= 1
    assert len(invented) > 1


def test_every_kpi_without_a_verdict_is_listed_with_its_reason_in_both_formats(
    view: ReportView, page: str, text: str
) -> None:
    listed = page.split('id="_account"')[1].split("</section>", maxsplit=1)[0]
    table = text.split(f"## {view.t['account']}")[1].split("\n## ", maxsplit=1)[0]
    without = [kpi for kpi in view.kpis if kpi.mark.key in ("not_assessable", "described")]
    assert {kpi.mark.key for kpi in without} == {"not_assessable", "described"}
    for kpi in without:
        assert f'href="#{kpi.anchor}"' in listed
        assert kpi.title in table


def test_each_accepted_finding_stands_on_a_line_of_its_own_with_its_reason(evaluation: Evaluation) -> None:
    accepted = settle_workspace(load_workspace(ROOT)).accepted
    view = build_view(evaluation, Origin(__version__, {}, (), accepted), Language.SV)
    lines = render_all(view, [Format.MD], None)["report.md"].decode().splitlines()
    told = [line for line in lines if "(accepterad av" in line]
    assert len(told) == len(accepted) > 1
    for line, (finding, entry) in zip(told, accepted, strict=True):
        assert line.startswith(f"- {finding.span} {finding.rule.code}")
        assert entry.reason in line


def test_an_auditor_finds_the_line_of_each_outcome_and_each_level(evaluation: Evaluation) -> None:
    places = load_workspace(ROOT).places
    located = build_view(evaluation, Origin(__version__, {}, places=places), Language.SV)
    page = render_all(located, [Format.HTML, Format.MD], None)
    html, text = (page[name].decode() for name in ("report.html", "report.md"))
    told = {one: kpi.anchor for kpi in located.kpis for one in kpi.stands_in}
    levels = [level.place for kpi in located.kpis for level in kpi.levels]
    assert len(told) > 40
    assert len(levels) > 40
    for one, kpi in told.items():
        assert line_of(one).startswith((f"{kpi},", f"{evaluation.plan.kpis[kpi].kolada},")), one
    for one in levels:
        assert "year: 2022" in line_of(one), one
    for one in (*told, *levels):
        assert f"<code>{one}</code>" in html
        assert one in text


def line_of(place: str) -> str:
    path, line = place.rsplit(":", 1)
    return (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1]


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.headings: list[int] = []
        self.labelled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("script", "link", "img", "iframe") or "src" in given:
            self.fetched.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.labelled.extend((given.get("aria-labelledby") or "").split())


@pytest.fixture(scope="module")
def parsed(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    return parser


def test_ids_are_unique_and_every_link_within_the_page_arrives(parsed: Page) -> None:
    assert len(parsed.ids) == len(set(parsed.ids))
    arrivals = {f"#{one}" for one in parsed.ids}
    assert {link for link in parsed.links if link.startswith("#")} <= arrivals
    assert set(parsed.labelled) <= set(parsed.ids)


def test_the_page_fetches_nothing(parsed: Page, page: str) -> None:
    assert parsed.fetched == []
    assert "url(" not in page
    assert "@import" not in page


def test_headings_never_skip_a_level(parsed: Page) -> None:
    assert parsed.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(parsed.headings, parsed.headings[1:], strict=False))


def test_colours_of_text_and_marks_stand_out_from_the_page() -> None:
    css = (TEMPLATES / "report.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in css.split("@media", 1)[:2])
    for theme in (light, dark):
        for token in ("ink", "muted", "link", "reached", "nearly", "not-reached", "not-assessable", "own"):
            assert contrast(theme[token], theme["surface"]) >= 4.5, token
        for token in ("peer", "dot", "level"):
            assert contrast(theme[token], theme["surface"]) >= 3, token
        assert contrast(theme["example"], theme["example-surface"]) >= 4.5
        assert contrast(theme["level"], theme["band"]) >= 3
        assert contrast(theme["own"], theme["band"]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1, 1 to 21."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def texts() -> dict[str, Text]:
    found: dict[str, Text] = dict(labels.LABELS)
    for name, value in vars(words).items():
        if isinstance(value, dict):
            found.update({f"{name}.{key}": one for key, one in value.items() if isinstance(one, Text)})
    return found


def test_every_text_has_both_languages() -> None:
    assert {key for key, one in texts().items() if not (one.sv and one.en)} == set()


def test_both_languages_of_a_pattern_have_the_same_facts() -> None:
    facts = {
        key: [set(re.findall(r"{(\w+)}", one or "")) for one in (text.sv, text.en)] for key, text in texts().items()
    }
    assert {key for key, (sv, en) in facts.items() if sv != en} == set()


def test_no_label_is_left_over() -> None:
    sources = [path.read_text("utf-8") for path in TEMPLATES.iterdir() if path.is_file()]
    sources += [path.read_text("utf-8") for path in (ROOT / "src" / "malstyrning").rglob("*.py")]
    everything = "\n".join(sources)
    used = set(re.findall(r"\bt\.(\w+)", everything)) | set(re.findall(r'"(\w+)"(?!: Text)', everything))
    unused = set(labels.LABELS) - used
    assert unused == set()
