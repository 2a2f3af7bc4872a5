"""How often effects are found that are not there, and those that are: on a few hundred panels, from a seed."""

import pytest
from benchmarks.backtest_effects import KINDS, simulate


@pytest.mark.parametrize("kind", KINDS)
def test_noise_is_seldom_called_an_effect_and_what_could_be_seen_is_found(kind: str) -> None:
    rates = simulate(kind, 25, 1, panels=300, seed=1)
    assert rates.called.share <= 0.1
    assert rates.demonstrated.share <= 0.06
    assert rates.found.share >= 0.8
