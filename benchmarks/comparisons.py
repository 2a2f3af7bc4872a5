"""Measure comparisons over everything that Kolada has: 9.5 million rows, against what others would write.

python -m benchmarks.comparisons FOLDER, where FOLDER holds Kolada's files as `kolada.py` wants them. Each side is a
process of its own that imports first, works and then tells its seconds and its peak of memory; the sides take turns.
Compiled code and the disk's cache are warm after a first round that does not count.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.kolada import write_workspace

ROUNDS = 5
HEADER = f"{'work':<44}{'time':>8}{'peak':>11}   {'against':<26}{'time':>8}{'peak':>11}{'ratio':>8}  goal"


@dataclass(frozen=True, slots=True)
class Race:
    """A piece of our work, what it is held against, and how many times that it may take."""

    name: str
    own: str
    reference: str
    reference_name: str
    limit: float = 1.0


RACES = (
    Race("all places of the year, files to figures", "places", "duckdb", "a hand-tuned duckdb script"),
    Race("evaluate: every row checked, all years", "evaluate", "pandas", "a pandas loop, unchecked"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one process told."""

    seconds: float
    mebibytes: float


def run(side: str, workspace: Path) -> Run:
    """One process: `side` is a function of `comparison_sides.py`."""
    command = (sys.executable, "-m", "benchmarks.comparison_sides", side, str(workspace))
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Run(float(told[0]), float(told[1]))


def row(race: Race, workspace: Path) -> str:
    """One line of the table: medians of all rounds but the first."""
    sides = (race.own, race.reference)
    rounds = [[run(side, workspace) for side in sides] for _ in range(ROUNDS + 1)][1:]
    own, other = (
        Run(median(one.seconds for one in runs), max(one.mebibytes for one in runs))
        for runs in zip(*rounds, strict=True)
    )
    ratio = own.seconds / other.seconds
    verdict = "holds" if ratio <= race.limit else "MISSED"
    return (
        f"{race.name:<44}{own.seconds:>6.2f} s{own.mebibytes:>7.0f} MiB   {race.reference_name:<26}"
        f"{other.seconds:>6.2f} s{other.mebibytes:>7.0f} MiB{ratio:>6.2f} x  {race.limit:g} x {verdict}"
    )


def main() -> int:
    """Print one table. A missed goal is a result, not an error."""
    with tempfile.TemporaryDirectory() as folder:
        print("Writing a workspace of all rows …", flush=True)
        workspace = write_workspace(Path(folder, "kolada"), Path(sys.argv[1]))
        print(f"Medians of {ROUNDS} processes, in turns, Python {sys.version.split()[0]}\n\n{HEADER}")
        for race in RACES:
            print(row(race, workspace), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
