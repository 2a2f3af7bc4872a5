"""Translations: a workspace has a language of its own, and some say everything in the other one as well."""

from collections.abc import Iterator

from malstyrning.diagnostics import Severity
from malstyrning.domain.plan import SteeringPlan
from malstyrning.language import Language, Text
from malstyrning.rules.rule import Context, Found, rule
from malstyrning.rules.texts.noticed import noticed
from malstyrning.rules.texts.written import titles

_NAMES = {Language.SV: Text("svenska", "Swedish"), Language.EN: Text("engelska", "English")}
_FEWEST_TITLES = 10
_NEARLY_ALL = 0.9
_AREAS = "committees:\n  skolnamnden:\n    title: {sv: Skolnämnden, en: Schools Committee}\n    areas:\n" + "".join(
    f"      {name}: {{title: {{sv: {sv}, en: {en}}}}}\n"
    for name, sv, en in (
        ("forskola", "Förskola", "Preschool"),
        ("grundskola", "Grundskola", "Compulsory school"),
        ("gymnasium", "Gymnasieskola", "Upper secondary school"),
        ("vuxna", "Vuxenutbildning", "Adult education"),
    )
)


@rule(
    "TXT251",
    "only-in-the-other-language",
    on=SteeringPlan,
    severity=Severity.WARNING,
    says=Text("{keys} finns bara på {found}", "Only in {found}: {keys}"),
    cure=Text("skriv den på {wanted} också: {{sv: …, en: …}}", "write it in {wanted} as well: {{sv: …, en: …}}"),
    why=Text(
        "Arbetsytans rapporter är på dess eget språk. En text som saknas på det språket visas på det andra, mitt "
        "bland de övriga.",
        "Reports are in the workspace's own language. A text that lacks that language is shown in the other one, "
        "among the rest.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: {en: Attractive living environments}\n",
    good="overall_goals:\n  livsmiljo:\n    number: 2\n    title: {sv: Attraktiva livsmiljöer}\n",
)
def only_in_the_other_language(_: SteeringPlan, context: Context) -> Iterator[Found]:
    """Every text stands in the workspace's language."""
    other = Language.EN if context.language is Language.SV else Language.SV
    for of, texts in context.once(noticed).lacking:
        facts: dict[str, str | Text] = {
            "keys": ", ".join(".".join(map(str, at)) for at in texts),
            "found": _NAMES[other],
            "wanted": _NAMES[context.language],
        }
        yield Found((*texts[0], other), facts, of=of)


@rule(
    "TXT252",
    "title-not-translated",
    on=SteeringPlan,
    severity=Severity.ADVICE,
    says=Text(
        "Titeln finns inte på {wanted}, som {both} av {all} titlar gör",
        "The title is not in {wanted}, as {both} of {all} titles are",
    ),
    cure=Text("skriv title: {{sv: …, en: …}}", "write title: {{sv: …, en: …}}"),
    why=Text(
        "Där nästan alla titlar är översatta har en som inte är det oftast glömts.",
        "Where nearly all titles are translated, one that is not has mostly been forgotten.",
    ),
    bad=_AREAS + "      elevhalsa: {title: Elevhälsa}\n",
    good=_AREAS + "      elevhalsa: {title: {sv: Elevhälsa, en: Pupil health}}\n",
)
def title_not_translated(plan: SteeringPlan, context: Context) -> Iterator[Found]:
    """Where nearly all titles stand in both languages, all do. A workspace in one language is left alone."""
    other = Language.EN if context.language is Language.SV else Language.SV
    everything = [*titles(plan)]
    lacking = [one for one in everything if getattr(one.words, other) is None]
    both = len(everything) - len(lacking)
    if len(everything) < _FEWEST_TITLES or both < _NEARLY_ALL * len(everything):
        return
    for one in lacking:
        facts: dict[str, str | Text] = {"wanted": _NAMES[other], "both": str(both), "all": str(len(everything))}
        yield Found(one.at, facts, of=one.of)
