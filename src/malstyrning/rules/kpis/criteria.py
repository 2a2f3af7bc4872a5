"""Criteria: what the model asks of a KPI is written, says something, and someone answers for it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from malstyrning.diagnostics import Severity
from malstyrning.domain.kpis import Kpi
from malstyrning.domain.plan import Committee
from malstyrning.language import Language, Text, plural
from malstyrning.rules.rule import Beside, Context, Found, rule

_ASKED = {
    "causal_link": Text("hur nyckeltalet hänger ihop med målet", "how the KPI hangs together with the goal"),
    "method": Text("hur värdet tas fram", "how the value is made"),
    "comparability": Text("vad värdet kan jämföras med", "what the value can be compared with"),
}
# A compound such as ”Medborgarundersökningen 2022” is a method, and ”Jämförbart.” an answer; a reason is a sentence.
_FEWEST_WORDS = {"relevance": 3, "causal_link": 3, "method": 2, "comparability": 1, "robustness": 1}
_WORDLESS = 4  # signs that a repeated title may have around its words
_KPI = (
    "kpis:\n  trygghet:\n    title: Trygga i centrum\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: none\n"
)
_LINK = "    causal_link: Den som är trygg rör sig fritt.\n"
_METHOD = "    method: Andel som svarar ja i medborgarundersökningen.\n"
_OWNED = (
    "committees:\n  kulturnamnden:\n    title: Kulturnämnden\n{owner}strategic_goals:\n"
    "  lasning: {{number: 1.2, title: Fler läser, committee: kulturnamnden, serves: [overgripande], from: 2020}}\n"
    "kpis:\n  lan: {{title: Lån, goal: lasning, unit: count, decimals: 0, direction: none}}\n"
)


def _written(kpi: Kpi) -> list[tuple[str, Text]]:
    """The criteria that are filled in, with their keys, in the order of the files."""
    return [(key, text) for key in _FEWEST_WORDS if (text := getattr(kpi.criteria, key))]


@rule(
    "KPI451",
    "criteria-left-out",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text("Nyckeltalet saknar {missing}", "The KPI lacks {missing}"),
    cure=Text("skriv en mening om {asked}", "write a sentence on {asked}"),
    why=Text(
        "Utan de svaren kan ingen säga om ett bättre värde betyder att målet kom närmare, eller om två värden går att "
        "jämföra. De skrivs en gång och står kvar.",
        "Without these answers no one can say whether a better value means that the goal came closer, or whether two "
        "values can be compared. They are written once and stay.",
    ),
    bad=_KPI + _LINK,
    good=_KPI + _LINK + _METHOD,
)
def criteria_left_out(kpi: Kpi, context: Context) -> Iterator[Found]:
    """A KPI says why it belongs to its goal and how it is made; one that is compared, what it can be held against."""
    missing = [key for key in _ASKED if getattr(kpi.criteria, key) is None]
    if "comparability" in missing and not context.plan.groups_of(kpi):
        missing.remove("comparability")
    if missing and context.goes_on(kpi):
        asked = Text(
            _listed([_ASKED[key][Language.SV] for key in missing], ", en om ", " och en om "),
            _listed([_ASKED[key][Language.EN] for key in missing], ", one on ", " and one on "),
        )
        yield Found((), {"missing": ", ".join(missing), "asked": asked})


def _listed(texts: list[str], comma: str, last: str) -> str:
    *others, final = texts
    return comma.join(others) + (last if others else "") + final


@rule(
    "KPI452",
    "criterion-says-nothing",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text("{key} säger ingenting: den {nothing}", "{key} says nothing: it {nothing}"),
    cure=Text("skriv det som {key} ska svara på, eller ta bort raden", "write what {key} asks for, or remove the line"),
    why=Text(
        "En text som bara fyller en ruta döljer att svaret saknas.",
        "A text that only fills a box hides that the answer is missing.",
    ),
    bad=_KPI + "    causal_link: Trygga i centrum.\n" + _METHOD,
    good=_KPI + _LINK + _METHOD,
)
def criterion_says_nothing(kpi: Kpi, _: Context) -> Iterator[Found]:
    """A criterion is no empty phrase, and more than the title once again."""
    longest = max(len(kpi.title.sv or ""), len(kpi.title.en or "")) + _WORDLESS
    for key, text in _written(kpi):
        for said in (text.sv or "", text.en or ""):
            if not said or (len(said) > longest and said.count(" ") >= _FEWEST_WORDS[key]):  # too much to be either
                continue
            words = _words(said)
            nothing = None
            if words in {_words(kpi.title.sv), _words(kpi.title.en)}:
                nothing = Text("upprepar bara titeln", "only repeats the title")
            elif len(words) < _FEWEST_WORDS[key]:
                nothing = Text("lyder bara ”{said}”", "is only “{said}”").filled({"said": said})
            if nothing:
                yield Found((key,), {"key": key, "nothing": nothing})
                break


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", (text or "").casefold()))


@rule(
    "KPI453",
    "criterion-copied",
    on=Kpi,
    severity=Severity.ADVICE,
    says=Text("{key} har samma text som {other}", "{key} has the same text as {other}"),
    cure=Text("skriv en egen mening i {key}", "write a sentence of its own in {key}"),
    why=Text(
        "Varje fråga har sitt eget svar, och sambandet med ett mål är inte sambandet med ett annat. En kopierad text "
        "har ingen tänkt igenom.",
        "Each question has its own answer, and the link to one goal is not the link to another. No one has thought a "
        "copied text through.",
    ),
    bad=_KPI + _LINK + "    method: Den som är trygg rör sig fritt.\n",
    good=_KPI + _LINK + _METHOD,
)
def criterion_copied(kpi: Kpi, context: Context) -> Iterator[Found]:
    """Two criteria of a KPI differ, and so do the causal links to two goals."""
    first: dict[tuple[str | None, str | None], str] = {}
    for key, text in _written(kpi):
        other = first.setdefault((text.sv, text.en), key)
        if other != key:
            yield Found((key,), {"key": key, "other": other}, beside=(_same(kpi.id, other),))
    link = kpi.criteria.causal_link
    before = context.once(_causal_links).get(link, kpi) if link else kpi
    if before.goal != kpi.goal and context.goes_on(kpi):
        facts: dict[str, str | Text] = {
            "key": "causal_link",
            "other": Text("{id}, som hör till {goal}", "{id}, of the goal {goal}").filled(
                {"id": before.id, "goal": before.goal}
            ),
        }
        yield Found(("causal_link",), facts, beside=(_same(before.id, "causal_link"),))


def _same(kpi: str, key: str) -> Beside:
    return Beside(Text("samma text står här", "the same text is here"), kpi, (key,))


def _causal_links(context: Context) -> Mapping[Text, Kpi]:
    """The first KPI still in force with each causal link."""
    links: dict[Text, Kpi] = {}
    for kpi in context.plan.kpis.values():
        if kpi.criteria.causal_link and kpi.standing.valid.last is None:
            links.setdefault(kpi.criteria.causal_link, kpi)
    return links


@rule(
    "KPI454",
    "no-one-answers",
    on=Committee,
    severity=Severity.ADVICE,
    says=Text(
        "Ingen svarar för {count} hos {committee}",
        "No one answers for {count} of {committee}",
    ),
    cure=Text(
        "skriv owner på nämnden, eller på nyckeltalen: den funktion som svarar för siffran",
        "write owner on the committee, or on the KPIs: the post that answers for the figure",
    ),
    why=Text(
        "Siffror som ingen svarar för blir inte hämtade i tid, och ingen kan förklara dem.",
        "Figures that no one answers for are not collected in time, and no one can explain them.",
    ),
    bad=_OWNED.format(owner=""),
    good=_OWNED.format(owner="    owner: Kulturchefen\n"),
)
def no_one_answers(committee: Committee, context: Context) -> Iterator[Found]:
    """Where a workspace names owners, every KPI has one: its own or its committee's."""
    without = context.once(_without_owner)[committee.id]
    if without and committee.standing.valid.last is None and context.once(_names_owners):
        count = plural(without, Text("1 nyckeltal", "1 KPI"), Text("{n} nyckeltal", "{n} KPIs"))
        yield Found((), {"count": count, "committee": committee.id})


def _without_owner(context: Context) -> Counter[str]:
    """How many KPIs without an owner each committee that has none of its own has, by its id."""
    goals = (
        context.plan.strategic_goals.get(kpi.goal)
        for kpi in context.plan.kpis.values()
        if kpi.owner is None and kpi.standing.valid.last is None
    )
    committees = (
        context.plan.committees.get(goal.committee) for goal in goals if goal and goal.standing.valid.last is None
    )
    return Counter(one.id for one in committees if one and one.owner is None)


def _names_owners(context: Context) -> bool:
    """Tell whether a workspace names owners at all: one that does not has decided otherwise, or has no right to."""
    return any(one.owner for one in context.plan.committees.values()) or any(
        one.owner for one in context.plan.kpis.values()
    )
