from random import Random

import pytest
from tests.planted.damage import KINDS, plant
from tests.planted.search import TODAY, missed, shipped
from tests.workspaces import ROOT

from malstyrning.load import load_workspace
from malstyrning.rules import settle_workspace


def test_nothing_is_found_where_nothing_was_planted() -> None:
    assert [str(one.message) for one in settle_workspace(load_workspace(ROOT), TODAY).findings] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_mistake_is_found_where_it_stands(kind: str) -> None:
    """A small share of `make mutate`."""
    random = Random(kind)
    for _ in range(3):
        planted = plant(kind, shipped(), random)
        assert missed(planted) is None, planted
