"""The record's part about own and common change."""

from typing import Any

from malstyrning.domain.common_change import CommonChange
from malstyrning.report.record_statuses import number


def common_change_data(one: CommonChange) -> dict[str, Any]:
    """Our change in one group, with all that the answer rests on."""
    return {
        "group": one.group,
        "since": one.since,
        "until": str(one.until),
        "said": one.said.value,
        "own": number(one.own),
        "common": number(one.common),
        "deviation": number(one.deviation),
        "others": one.rank.others if one.rank else None,
        "as_far": one.rank.as_far if one.rank else None,
        "from_other_years": {str(year): number(deviation) for year, deviation in sorted(one.neighbours.items())},
        "obstacle": one.obstacle and one.obstacle.value,
        "doubt": one.doubt and one.doubt.value,
        "bound": one.bound and one.bound.value,
    }
