"""Effects that are known: what was planted is found, what was not is not, and nothing is said where nothing can be."""

from pathlib import Path

import pytest
from tests.evaluate.invented_effects import workspace
from tests.workspaces import write

from malstyrning.domain.effects import EffectObstacle as Obstacle
from malstyrning.domain.effects import EffectSize, MeasuredEffect
from malstyrning.domain.effects import EffectVerdict as Verdict
from malstyrning.domain.periods import Occasion, Period
from malstyrning.evaluate.evaluation import evaluate
from malstyrning.load import load_workspace
from malstyrning.rules import check_workspace

PLANTED = {
    "for-lyfter": (Verdict.DEMONSTRATED, EffectSize.AS_LARGE),
    "for-sjunker": (Verdict.DEMONSTRATED, EffectSize.AS_LARGE),
    "mindre-an-vantat": (Verdict.DEMONSTRATED, EffectSize.SMALLER),
    "for-at-fel-hall": (Verdict.OTHER_WAY, None),
}
NOT_SHOWN = {
    "for-kort-serie": Obstacle.TOO_FEW_YEARS,
    "for-ung-serie": Obstacle.BEFORE_SERIES,
    "for-med-hal": Obstacle.VALUE_MISSING,
    "for-slutar": Obstacle.AFTER_SERIES,
    "for-omdefinierat": Obstacle.NEW_DEFINITION,
    "for-tva-atgarder": Obstacle.OVERLAP,
    "for-fa-andra": Obstacle.TOO_FEW_OTHERS,
    "for-utan-grupp": Obstacle.NO_GROUP,
    "fore-starten": Obstacle.BEFORE_START,
    "fore-serien": Obstacle.BEFORE_SERIES,
    "utan-dag": Obstacle.NOT_STARTED,
    "noll": Obstacle.NO_CHANGE,
}
TOO_EARLY = ("for-tidigt", "inte-paborjad", "for-tva-atgarder-till", "for-sent")


@pytest.fixture(scope="module", params=range(5))
def effects(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeasuredEffect]:
    folder = write(tmp_path_factory.mktemp("effects"), workspace(request.param))
    loaded = load_workspace(folder)
    return dict(evaluate(loaded.plan, loaded.measurements, Occasion(Period(2022))).effects)


@pytest.mark.parametrize("action", PLANTED)
def test_a_planted_effect_is_found_and_told_by_its_size(effects: dict[str, MeasuredEffect], action: str) -> None:
    found = effects[action]
    assert (found.verdict, found.size) == PLANTED[action]
    assert found.effect is not None
    assert abs(abs(found.effect) - 4) < 1


def test_where_none_was_planted_none_is_found_but_by_chance_and_then_it_is_small(
    effects: dict[str, MeasuredEffect],
) -> None:
    found = effects["for-star-still"]
    assert found.effect is not None
    assert abs(found.effect) < 1
    assert found.visible
    assert found.visible.effect < 2
    assert found.size in {None, EffectSize.SMALLER}


@pytest.mark.parametrize("action", NOT_SHOWN)
def test_where_nothing_can_be_shown_it_is_said_why(effects: dict[str, MeasuredEffect], action: str) -> None:
    found = effects[action]
    assert (found.verdict, found.obstacle) == (Verdict.NOT_SHOWN, NOT_SHOWN[action])
    assert (found.effect, found.rank) == (None, None)


@pytest.mark.parametrize("action", TOO_EARLY)
def test_what_lies_ahead_is_not_judged(effects: dict[str, MeasuredEffect], action: str) -> None:
    assert effects[action].verdict is Verdict.TOO_EARLY
    assert effects[action].visible


def test_every_action_is_accounted_for(effects: dict[str, MeasuredEffect]) -> None:
    others = {"for-star-still", "ingen-effekt"}
    assert {*effects} == {*PLANTED, *NOT_SHOWN, *TOO_EARLY, *others}
    assert effects["ingen-effekt"].verdict is Verdict.NOT_MEASURABLE


def test_the_workspace_can_be_read(tmp_path: Path) -> None:
    loaded = load_workspace(write(tmp_path, workspace(1)))
    assert loaded.diagnostics == ()
    assert {one.rule.code for one in check_workspace(loaded)} & {"ACT447", "ACT449", "ACT450"}
