"""`make mutate`: plant many mistakes, one at a time, and tell those that were not found where they stand."""

import sys
from collections import Counter
from random import Random

from tests.planted.damage import KINDS, plant
from tests.planted.search import missed, shipped


def main(count: int, seed: int) -> int:
    random = Random(seed)
    files = shipped()
    found: Counter[str] = Counter()
    not_found = 0
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        planted = plant(kind, files, random)
        if told := missed(planted):
            not_found += 1
            print(f"{kind}: {planted.path}:{planted.line} -> {told}")
        else:
            found[kind] += 1
        if sys.stderr.isatty():
            print(f"\r{number + 1} of {count}", end="", file=sys.stderr)
    for kind in KINDS:
        print(f"{kind:<22}{found[kind]:>5} found")
    print(f"{count} mistakes planted (seed {seed}), {count - not_found} found in their file within two lines")
    return 1 if not_found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
