"""What validation does not need is not imported: the start is guarded by modules, never by clocks."""

import json
import subprocess
import sys

import pytest
from tests.workspaces import ROOT

PROGRAM = """\
import json, sys
from pathlib import Path
from malstyrning.load import load_workspace
from malstyrning.rules import settle_workspace
findings = settle_workspace(load_workspace(Path(sys.argv[1]))).findings
rooms = {".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("malstyrning.")}
print(json.dumps([len(findings), sorted({name.split(".")[0] for name in sys.modules} | rooms)]))
"""
HEAVY = {"pandas", "numpy", "narwhals", "polars", "jinja2", "markdown_it", "nh3", "babel", "rich", "typer", "http"}


def test_validation_needs_no_heavy_library() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    findings, modules = json.loads(run.stdout)
    assert findings == 0
    assert (HEAVY | {"malstyrning.evaluate"}) & {*modules} == set()
    assert {"pydantic", "yaml"} <= {*modules}


COMMAND = """\
import json, sys
from malstyrning.cli import main
sys.argv = ["malstyrning", *sys.argv[1:]]
try:
    main()
except SystemExit as stop:
    code = stop.code
sys.stderr.write(json.dumps([code, sorted({name.split(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (
            ["validate", "--workspace", str(ROOT), "--output-format", "json"],
            {"pandas", "numpy", "narwhals", "polars", "jinja2", "babel"},
        ),
        (["--help"], {"pandas", "numpy", "narwhals", "polars", "jinja2", "babel", "yaml"}),
        (["evaluate", "--help"], {"pandas", "numpy", "narwhals", "polars", "jinja2", "babel", "yaml"}),
    ],
    ids=["validate", "help", "help of a command"],
)
def test_a_command_imports_what_it_needs_and_no_more(words: list[str], never: set[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", COMMAND, *words], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    code, modules = json.loads(run.stderr.splitlines()[-1])
    assert code in (0, None)
    assert never & {*modules} == set()
