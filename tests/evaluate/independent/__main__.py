"""Holds the record of a year in reports/ against the figures computed anew, and names each that differs."""

import sys
from pathlib import Path

from tests.evaluate.independent.differences import differences, read_record
from tests.evaluate.independent.record import recompute

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def main(year: str) -> int:
    """0 where every figure agrees, else 1."""
    record = read_record((ROOT / "reports" / year / "evaluation.json").read_text(encoding="utf-8"))
    found, held = differences(recompute(ROOT, int(year)), record)
    for one in found:
        sys.stdout.write(f"{one}\n")
    sys.stdout.write(f"{held} figures and words held against each other, {len(found)} differ\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
