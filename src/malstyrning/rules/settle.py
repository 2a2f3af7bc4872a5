"""What becomes of findings: which count, how much, and which are accepted with a reason.

Errors of layout, schema and reference can be neither ignored nor accepted: without them mended, nobody knows
what the files say.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from malstyrning.diagnostics import OF_VERDICTS, Diagnostic, Rule, Severity, Span, in_order
from malstyrning.domain.ids import nearest
from malstyrning.domain.policy import Acceptance, Policy
from malstyrning.language import Text
from malstyrning.sources.tree import CONFIGURATION

_FIRM = ("LAY", "SCH", "REF", "DAT", "CFG")
_GAPS_OF_PLAN = ("EVA907", "EVA912", "KPI454")  # which show without verdicts
_FAMILY = 3  # letters of a code

STALE = Rule(
    "CFG801",
    "stale-acceptance",
    Severity.WARNING,
    Text(
        "Den accepterade anmärkningen {fingerprint} finns inte längre",
        "The accepted finding {fingerprint} no longer exists",
    ),
    Text("ta bort posten under accepted", "remove the entry under accepted"),
    Text(
        "En post utan anmärkning är redan åtgärdad, eller gäller något som har ändrats sedan dess.",
        "An entry without a finding is either mended already or about something that has changed since.",
    ),
    bad="",
    good="",
    where="",
)
EXPIRED = Rule(
    "CFG802",
    "expired-acceptance",
    Severity.WARNING,
    Text("{fingerprint} var accepterad till och med {until}", "{fingerprint} was accepted until {until}"),
    Text(
        "åtgärda anmärkningen, eller skriv ett senare datum i until", "mend the finding, or write a later date in until"
    ),
    Text(
        "Den som accepterade anmärkningen gjorde det till ett datum som har passerat. Anmärkningen räknas igen.",
        "Whoever accepted the finding did so until a date that has passed. The finding counts again.",
    ),
    bad="",
    good="",
    where="",
)
UNKNOWN_RULE = Rule(
    "CFG803",
    "unknown-rule",
    Severity.ERROR,
    Text("Ingen regel heter {found}", "There is no rule {found}"),
    Text(
        "skriv en kod, en familj eller ett namn som malstyrning rules visar",
        "write a code, a family or a name that malstyrning rules shows",
    ),
    Text(
        "Ett felskrivet namn väljer ingenting: under ignore räknas regeln ändå, och under select räknas ingen.",
        "A misspelt name chooses nothing: under ignore the rule counts all the same, and under select none does.",
    ),
    bad='format: 1\norganisation: "9999"\nlimits: {fewest_kpis: 0}\nrules: {ignore: [title-to-long]}\n',
    good='format: 1\norganisation: "9999"\nlimits: {fewest_kpis: 0}\nrules: {ignore: [title-too-long]}\n',
    where=CONFIGURATION,
)
MORE_ALIKE = Rule(
    "CFG804",
    "too-many-alike",
    Severity.WARNING,
    Text(
        "{code} finner fler än {limit} fel; resten visas inte", "{code} finds more than {limit}; the rest are not shown"
    ),
    Text("åtgärda det som de har gemensamt, och pröva igen", "mend what they have in common, and try again"),
    Text(
        "Så många lika anmärkningar har en orsak. Ingen läser tusentals rader om den, och de döljer det andra.",
        "So many findings alike have one cause. No one reads thousands of lines of it, and they hide the others.",
    ),
    bad="",
    good="",
    where="",
)
CONFIGURATION_RULES = (STALE, EXPIRED, UNKNOWN_RULE, MORE_ALIKE)
Place = Callable[..., Span]  # of steps in malstyrning.yaml


def _somewhere(*_: str | int) -> Span:
    return Span(CONFIGURATION)


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings that count, and those that someone has accepted."""

    findings: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Diagnostic, Acceptance], ...] = ()


def settle(
    findings: Iterable[Diagnostic],
    policy: Policy,
    today: date | None,
    place: Place = _somewhere,
    *,
    of_verdicts: bool = False,
) -> Settled:
    """Hold findings against the policy. Without a `today` nothing expires: an evaluation reads no clock.

    `place` tells where in malstyrning.yaml something stands. `of_verdicts`: these are the findings of an occasion,
    and of the entries only those that accept such are looked at.
    """
    entries = {one.fingerprint: one for one in policy.accepted}
    counting: list[Diagnostic] = []
    accepted: list[tuple[Diagnostic, Acceptance]] = []
    for finding in findings:
        weighed = _weighed(finding, policy)
        if weighed is None:
            continue
        entry = entries.get(weighed.fingerprint)
        if entry and not _is_firm(weighed.rule) and not _is_expired(entry, today):
            accepted.append((weighed, entry))
        else:
            counting.append(weighed)
    known = {one.fingerprint for one in counting} | {one.fingerprint for one, _ in accepted}
    mine = {one for one in entries if one.startswith(OF_VERDICTS) is of_verdicts}
    told = [one for one in _about_entries(policy, known, today, place) if one.facts["fingerprint"] in mine]
    return Settled(tuple(in_order([*counting, *told])), tuple(accepted))


def _weighed(finding: Diagnostic, policy: Policy) -> Diagnostic | None:
    """The finding with the weight that the policy gives its rule; None where the rule does not count."""
    rule = finding.rule
    if _is_firm(rule):
        return finding
    names = _names(rule)
    if (policy.select and not {*names} & {*policy.select}) or {*names} & {*policy.ignore}:
        return None
    for name in names:
        if name in policy.severity:
            return replace(finding, rule=replace(rule, severity=Severity[policy.severity[name].upper()]))
    return finding


def _names(rule: Rule) -> tuple[str, str, str]:
    """What a policy may call a rule: by its code, its name or its family."""
    return rule.code, rule.name, rule.code[:_FAMILY]


def can_be_accepted(finding: Diagnostic) -> bool:
    """Tell whether someone may answer for a finding instead of mending it."""
    return not _is_firm(finding.rule) and finding.rule not in CONFIGURATION_RULES


def is_gap(finding: Diagnostic) -> bool:
    """Tell whether a finding is of something that a report lacks: a figure, an answer, or someone who answers."""
    rule = finding.rule
    return (rule.needs_verdicts and rule.is_gap) or rule.code in _GAPS_OF_PLAN


def _is_firm(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.code.startswith(_FIRM)


def _is_expired(entry: Acceptance, today: date | None) -> bool:
    return today is not None and entry.until is not None and entry.until < today


def unknown_rules(policy: Policy, rules: Callable[[], Iterable[Rule]], place: Place) -> Iterator[Diagnostic]:
    """The names in a policy that are no rule's; `rules` gives them all, where it names any."""
    chosen: list[tuple[str, str | int, str]] = [("select", index, name) for index, name in enumerate(policy.select)]
    chosen += [("ignore", index, name) for index, name in enumerate(policy.ignore)]
    chosen += [("severity", name, name) for name in policy.severity]
    known = {name for rule in rules() for name in _names(rule)} if chosen else set()
    for key, step, name in chosen:
        if name not in known:
            meant = nearest(name, known)
            cure = Text(f"menade du {meant}?", f"did you mean {meant}?") if meant else None
            yield Diagnostic(UNKNOWN_RULE, place("rules", key, step), {"found": name}, cure=cure)


def _about_entries(policy: Policy, known: set[str], today: date | None, place: Place) -> Iterator[Diagnostic]:
    for index, entry in enumerate(policy.accepted):
        facts = {"fingerprint": entry.fingerprint, "until": str(entry.until or "")}
        if entry.fingerprint not in known and entry.fingerprint.startswith(OF_VERDICTS):
            continue  # another occasion may find it
        if entry.fingerprint not in known:
            yield Diagnostic(STALE, place("accepted", index, "fingerprint"), facts)
        elif _is_expired(entry, today):
            yield Diagnostic(EXPIRED, place("accepted", index, "until"), facts)
