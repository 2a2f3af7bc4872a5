"""What a reader is told of the changes since the last report."""

from pathlib import Path

import pytest

from malstyrning.cli.occasion import at_occasion
from malstyrning.domain.periods import Period
from malstyrning.language import Language
from malstyrning.load import load_workspace
from malstyrning.report.build import Origin, build_view
from malstyrning.rules import settle_workspace

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", Language)
def test_a_kpi_whose_fulfilment_and_level_changed_stands_once(language: Language) -> None:
    loaded = load_workspace(ROOT)
    _, evaluation = at_occasion(loaded, settle_workspace(loaded), Period(2023))
    kinds = build_view(evaluation, Origin("", {}), language).since.changes
    assert [one.kind.rpartition(": ")[2] for one in kinds] == [str(len(one.rows)) for one in kinds]
    redefined = "arbetsloshet"  # stands under another kind of change as well
    anchors = [row.anchor for one in kinds for row in one.rows if row.anchor not in ("", redefined)]
    assert len(anchors) == len({*anchors}) > 40
    both = next(row for one in kinds for row in one.rows if row.anchor == "valdsbrott")
    assert ("600" in both.before, "590" in both.now) == (True, True)
