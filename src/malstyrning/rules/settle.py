"""What becomes of findings: which count, how much, and which are accepted with a reason.

Errors of layout, schema and reference can be neither ignored nor accepted: without them mended, nobody knows
what the files say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from malstyrning.diagnostics import Diagnostic, Rule, Severity, Span, in_order
from malstyrning.domain.policy import Acceptance, Policy
from malstyrning.language import Text
from malstyrning.sources.tree import CONFIGURATION

_FIRM = ("LAY", "SCH", "REF", "DAT")
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
CONFIGURATION_RULES = (STALE, EXPIRED)


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings that count, and those that someone has accepted."""

    findings: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Diagnostic, Acceptance], ...] = ()


def settle(findings: Iterable[Diagnostic], policy: Policy, today: date | None) -> Settled:
    """Hold findings against the policy. Without a `today` nothing expires: an evaluation reads no clock."""
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
    return Settled(tuple(in_order([*counting, *_about_entries(policy, known, today)])), tuple(accepted))


def _weighed(finding: Diagnostic, policy: Policy) -> Diagnostic | None:
    """The finding with the weight that the policy gives its rule; None where the rule does not count."""
    rule = finding.rule
    if _is_firm(rule):
        return finding
    names = {rule.code, rule.name, rule.code[:_FAMILY]}
    if (policy.select and not names & set(policy.select)) or names & set(policy.ignore):
        return None
    for name in (rule.code, rule.name, rule.code[:_FAMILY]):
        if name in policy.severity:
            return replace(finding, rule=replace(rule, severity=Severity[policy.severity[name].upper()]))
    return finding


def can_be_accepted(finding: Diagnostic) -> bool:
    """Tell whether someone may answer for a finding instead of mending it."""
    return not _is_firm(finding.rule) and finding.rule not in CONFIGURATION_RULES


def _is_firm(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.code.startswith(_FIRM)


def _is_expired(entry: Acceptance, today: date | None) -> bool:
    return today is not None and entry.until is not None and entry.until < today


def _about_entries(policy: Policy, known: set[str], today: date | None) -> Iterator[Diagnostic]:
    for entry in policy.accepted:
        facts = {"fingerprint": entry.fingerprint, "until": str(entry.until or "")}
        if entry.fingerprint not in known:
            yield Diagnostic(STALE, Span(CONFIGURATION), facts)
        elif _is_expired(entry, today):
            yield Diagnostic(EXPIRED, Span(CONFIGURATION), facts)
