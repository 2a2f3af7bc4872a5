"""How often effects are found that are not there, and those that are: on a few hundred panels, from a seed."""

import pytest
from benchmarks.backtest_effects import KINDS, simulate, table


@pytest.mark.parametrize("kind", KINDS)
def test_noise_is_seldom_called_an_effect_and_what_could_be_seen_is_found(kind: str) -> None:
    rates = simulate(kind, 25, 1, panels=300)
    assert rates.called <= 0.1
    assert rates.demonstrated <= 0.06
    assert rates.found >= 0.8


def test_the_rates_are_told_as_a_table() -> None:
    head, rule, row = table(iter([simulate("independent", 9, 1, panels=2)]))
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row.startswith("| independent | 9 | 1 | 2 |")
