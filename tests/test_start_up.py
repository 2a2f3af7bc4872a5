"""What validation does not need is not imported: the start is guarded by modules, never by clocks."""

import json
import subprocess
import sys

from tests.workspaces import ROOT

PROGRAM = """\
import json, sys
from pathlib import Path
from malstyrning.load import load_workspace
from malstyrning.rules import check_workspace
findings = check_workspace(load_workspace(Path(sys.argv[1])))
print(json.dumps([len(findings), sorted({name.split(".")[0] for name in sys.modules})]))
"""
HEAVY = {"pandas", "numpy", "jinja2", "markdown_it", "nh3", "babel", "rich", "typer", "http"}


def test_validation_needs_no_heavy_library() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    findings, modules = json.loads(run.stdout)
    assert findings == 0
    assert HEAVY & {*modules} == set()
    assert {"pydantic", "yaml"} <= {*modules}
