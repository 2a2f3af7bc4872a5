"""Whether a planted mistake is found where it stands."""

from datetime import date
from functools import cache

from tests.planted.damage import Planted
from tests.workspaces import ROOT

from malstyrning.load import load_workspace
from malstyrning.rules import settle_workspace

NEAR = 2  # lines
TODAY = date(2024, 3, 31)


@cache
def shipped() -> dict[str, bytes]:
    """The shipped workspace's own files by path."""
    paths = [ROOT / "malstyrning.yaml", *(ROOT / "goals").rglob("*.yaml"), *(ROOT / "data").rglob("*.csv")]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(paths)}


def missed(planted: Planted) -> str | None:
    """What was found instead, where nothing was found in the file near the line; None where it was found."""
    loaded = load_workspace(ROOT, {planted.path: planted.content})
    findings = settle_workspace(loaded, TODAY).findings
    near = (one for one in findings if one.span.path == planted.path and abs(one.span.line - planted.line) <= NEAR)
    if next(near, None):
        return None
    return ", ".join(f"{one.rule.code} {one.span}" for one in findings[:3]) or "nothing"
