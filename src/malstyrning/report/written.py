"""What is already there: the record of a former run, as far as the next run asks it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from malstyrning.domain.fulfilment import Fulfilment
from malstyrning.domain.verdicts import Unassessable
from malstyrning.domain.words import Gender


@dataclass(frozen=True, slots=True)
class RecordedVerdict:
    """A verdict as a record holds it: the period and value of its outcome, and what came of it."""

    period: str
    value: Decimal | None
    fulfilment: Fulfilment
    reason: Unassessable | None


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote: for which period, in which language, and each file's SHA-256 by its name.

    `older` are files of a former run that this one left as they were, and `as_of` the day that was asked about, if any.
    `verdicts` are the recorded ones by KPI and gender.
    """

    period: str
    language: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    older: Mapping[str, str] = field(default_factory=dict)
    as_of: str = ""
    verdicts: Mapping[tuple[str, Gender], RecordedVerdict] = field(default_factory=dict)
    committee: str = ""  # the one whose part it is; empty for the whole


def read_written(text: str) -> Written:
    """What a record says was written; nothing where the text is no record."""
    try:
        content = json.loads(text)
        outputs = {**content["older_outputs"], **content["outputs"]}
        known = {str(name): str(one) for name, one in outputs.items()}
        return Written(
            str(content["period"]),
            str(content["language"]),
            known,
            as_of=str(content.get("as_of") or ""),
            verdicts=dict(_recorded(content["kpis"])),
            committee=str(content.get("committee") or ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return Written("", "")


def _recorded(kpis: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, Gender], RecordedVerdict]]:
    """The verdicts of a record. Raises what broken content raises."""
    for kpi in kpis:
        for one in (kpi["verdict"], *kpi["by_gender"].values()):
            if outcome := one["outcome"]:
                value = None if outcome["value"] is None else Decimal(str(outcome["value"]))
                if value is not None and not value.is_finite():
                    raise ValueError(value)
                reason = Unassessable(one["reason"]) if one["reason"] else None
                verdict = RecordedVerdict(str(outcome["period"]), value, Fulfilment(one["fulfilment"]), reason)
                yield (str(kpi["id"]), Gender(outcome["gender"])), verdict
