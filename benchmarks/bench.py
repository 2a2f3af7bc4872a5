"""Measure the program against its goals for speed: whole processes, as a user meets it, or its work alone.

A goal is a ratio, since a ratio means the same on a fast machine and a slow one. The two sides of
it take turns (A B A B …), so that whatever else the machine does burdens both. Work alone is measured
by a process of its own that imports first and then tells its seconds: it is cold every time.
"""

import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.large import write_workspace

ROUNDS = 15
ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sysconfig.get_path("scripts"), "malstyrning"))
BARE_PYTHON = (sys.executable, "-c", "pass")
TYPER_THAT_DOES_NOTHING = """\
import typer

app = typer.Typer()


@app.command()
def nothing() -> None:
    pass


app()
"""
VALIDATE = """\
import gc, sys, time
from datetime import date
from pathlib import Path
from malstyrning.load import load_workspace
from malstyrning.rules import check_workspace

gc.disable()  # as a command does
start = time.perf_counter()
found = check_workspace(load_workspace(Path(sys.argv[1])), date(2026, 3, 31))
print(time.perf_counter() - start)
assert not found, found[0]
"""
PARSE = """\
import gc, sys, time
from pathlib import Path
import yaml

gc.disable()
start = time.perf_counter()
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
print(time.perf_counter() - start)
"""

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Goal:
    """A command and how long it may take: so many times another command, or so many seconds.

    `alone`: both commands print the seconds of their work, which count instead of the whole process.
    """

    name: str
    command: Command
    limit: float
    reference: Command = ()
    reference_name: str = ""
    alone: bool = False
    rounds: int = ROUNDS


def goals(folder: Path) -> list[Goal]:
    """Every goal; what the measuring itself writes goes to `folder`."""
    nothing = folder / "nothing.py"
    nothing.write_text(TYPER_THAT_DOES_NOTHING, encoding="utf-8")
    idle = (sys.executable, str(nothing))
    sizes = {1_000: ROUNDS, 10_000: 5}
    large = {kpis: str(write_workspace(folder / str(kpis), kpis)) for kpis in sizes}
    evaluate = (PROGRAM, "evaluate", "--period", "2022", "--out", str(folder / "reports"))
    return [
        Goal("--version", (PROGRAM, "--version"), 8, BARE_PYTHON, "python -c pass"),
        Goal("--help", (PROGRAM, "--help"), 16, BARE_PYTHON, "python -c pass"),
        Goal("validate", (PROGRAM, "validate"), 3, idle, "an idle typer command"),
        Goal("evaluate --period 2022", evaluate, 1.5),
        *(
            Goal(
                f"check {kpis} KPI files",
                (sys.executable, "-c", VALIDATE, large[kpis]),
                1,
                (sys.executable, "-c", PARSE, large[kpis]),
                "CSafeLoader of the same",
                alone=True,
                rounds=rounds,
            )
            for kpis, rounds in sizes.items()
        ),
    ]


def seconds(command: Command, *, alone: bool) -> float:
    """How long the command takes, from its start to its end, with the shipped workspace; or what it says."""
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return float(ran.stdout) if alone else time.perf_counter() - start


def measure(goal: Goal) -> tuple[float, float | None]:
    """The median time of the goal's command and of its reference, in seconds."""
    sides = [side for side in (goal.command, goal.reference) if side]
    for side in sides:
        seconds(side, alone=goal.alone)  # one round that does not count: it compiles, and it fills the disk's cache
    rounds = [[seconds(side, alone=goal.alone) for side in sides] for _ in range(goal.rounds)]
    medians = [median(times) for times in zip(*rounds, strict=True)]
    return medians[0], medians[1] if goal.reference else None


def row(goal: Goal) -> str:
    """One line of the table: what was measured, against what, the goal, and whether it holds."""
    own, reference = measure(goal)
    if reference is None:
        figure, unit, against = own, "s", "-"
    else:
        figure, unit, against = own / reference, "x", f"{goal.reference_name} {reference:.3f} s"
    verdict = "holds" if figure <= goal.limit else "MISSED"
    return f"{goal.name:<24}{own:>7.3f} s   {against:<32}{figure:>6.2f} {unit}  {goal.limit:>6g} {unit}   {verdict}"


def main() -> int:
    """Print one table. A missed goal is a result, not an error: only what cannot run is one."""
    print(f"Medians of {ROUNDS} processes (of the longest, 5), in turns, Python {sys.version.split()[0]}\n")
    print(f"{'command':<24}{'time':>9}   {'against':<32}{'figure':>8}  {'goal':>8}")
    with tempfile.TemporaryDirectory() as folder:
        try:
            for goal in goals(Path(folder)):
                print(row(goal), flush=True)
        except (OSError, subprocess.CalledProcessError) as error:
            why = error.stderr.decode() if isinstance(error, subprocess.CalledProcessError) else ""
            print(f"cannot measure: {error}\n{why}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
