"""Hostile and broken files: what `validate` makes of each, how long it takes and how much memory it needs.

Files come from strangers. Each case is a sound workspace with something planted in it, at the size where it hurts
the most. It holds where the program ends in time and memory, tells the file that is at fault and shows no traceback;
where `--diff` and `--fix` then end as well, and `--fix` loses nothing and leaves nothing to mend for a second run.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from socket import AF_UNIX, socket

from benchmarks.large import write_workspace

SECONDS = 5
MEBIBYTES = 300
PATIENCE = 60  # seconds until a run that does not end is ended
CLEAN, FINDINGS, CANNOT = 0, 1, 2
KPIS = 5
PROGRAM = (sys.executable, "-m", "malstyrning")
# Peak memory is counted from the process that starts another: a small one of its own starts the program.
MEASURE = f"""\
import json, os, resource, signal, subprocess, sys, time
resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
start = time.perf_counter()
with open(sys.argv[1], "wb") as out, open(sys.argv[2], "wb") as err:
    process = subprocess.Popen(sys.argv[3:], stdout=out, stderr=err, stdin=subprocess.DEVNULL)
signal.signal(signal.SIGALRM, lambda *_: process.kill())
signal.alarm({PATIENCE})
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
print(json.dumps([seconds, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)]))
"""
HEADER = "kpi,municipality,period,gender,value,source\n"
ROW = "trygghet-0,0182,2024,T,80,Enkät\n"
GOAL = "overall_goals:\n  hot-mal:\n    number: 2\n    title: Hot\n"
MEGABYTE = 1_000_000
ROOM = 980_000  # what a file may hold beside the keys around it
_SAFE_TO_CHANGE = b" \t\r\n\"'0.,"  # what an edit may take away or put in

Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile workspace: what is planted, the path that a finding shall name, the exit statuses that are right."""

    name: str
    make: Make
    path: str
    statuses: tuple[int, ...] = (FINDINGS,)


@dataclass(slots=True)
class Run:
    """What one run of the program took and gave."""

    seconds: float
    mebibytes: float
    status: int
    told: str
    errors: str


@dataclass(slots=True)
class Outcome:
    """All runs of one case, and what is wrong with them."""

    runs: list[Run] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    finding: str = ""


def put(path: str, *pieces: str | bytes, times: int = 1, end: str | bytes = b"") -> Make:
    """A file that holds the first piece, the last of `pieces` so many `times`, and an end."""

    def make(root: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        first, again = b"".join(map(_bytes, pieces[:-1])), _bytes(pieces[-1])
        at_once = max(1, MEGABYTE // max(len(again), 1))
        with place.open("wb") as out:
            out.write(first)
            for done in range(0, times, at_once):
                out.write(again * min(at_once, times - done))
            out.write(_bytes(end))

    return make


def lines(path: str, first: str, line: Callable[[int], str], count: int) -> Make:
    """A file of so many lines after a first text."""

    def make(root: Path) -> None:
        with (root / path).open("w", encoding="utf-8", newline="\n") as out:
            out.write(first)
            out.writelines(line(number) for number in range(count))

    return make


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def yaml(name: str, *pieces: str | bytes, times: int = 1, end: str | bytes = b"") -> Case:
    """A case of one goal file."""
    return Case(name, put("goals/hot.yaml", *pieces, times=times, end=end), "goals/hot.yaml")


def csv(name: str, *pieces: str | bytes, times: int = 1, end: str | bytes = b"", header: str = HEADER) -> Case:
    """A case of one data file."""
    return Case(name, put("data/hot.csv", header, *pieces, times=times, end=end), "data/hot.csv")


def text(sign: str) -> Case:
    """A case of one description, of the same signs again and again; it may be fine."""
    quoted = sign.replace("'", "''")
    make = put("goals/hot.yaml", GOAL + "    description: '", quoted, times=ROOM // len(quoted.encode()), end="a'\n")
    return Case(f"text of {sign!r}", make, "", (CLEAN, FINDINGS))


def plain(name: str, before: str, sign: str, after: str) -> Case:
    """A case of one line of YAML that can't be read."""
    return yaml(f"line of {name}", before, sign, times=ROOM // len(sign.encode()), end=after)


def yaml_cases() -> Iterator[Case]:
    """Goal files: what YAML itself can be made to do."""
    laughs = "".join(
        f"{after}: &{after} [{f'*{before},' * 9}]\n" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    yield yaml("alias bomb", "a: &a [x, x, x, x, x, x, x, x, x]\n" + laughs)
    yield yaml("100 000 '['", "[", times=100_000)
    yield yaml("100 000 '[' that close", "a: " + "[" * 100_000 + "]" * 100_000)
    yield yaml("200 000 '[\"]\",'", '["]",', times=ROOM // 5)
    yield yaml("160 000 '[ # ]'", "[ # ]\n", times=ROOM // 6)
    yield yaml("100 000 '{a:'", "{a: ", times=100_000)
    yield Case("nested keys", lines("goals/hot.yaml", "", lambda n: " " * n + "a:\n", 1_380), "goals/hot.yaml")
    yield Case(
        "nested keys and lists", lines("goals/hot.yaml", "", lambda n: " " * n + "- a:\n", 240), "goals/hot.yaml"
    )
    yield yaml("300 000 '- '", "- ", times=300_000, end="a\n")
    yield yaml("300 000 '? '", "? ", times=300_000, end="a\n")
    yield yaml("a text of 1 MB", GOAL + "    description: ", "x", times=ROOM, end="\n    colour: red\n")
    yield yaml("a key of 1 MB", GOAL + "    ", "x", times=ROOM, end=": red\n")
    yield yaml("an id of 1 MB", "overall_goals:\n  ", "x", times=ROOM, end=":\n    number: 2\n    title: Hot\n")
    yield yaml(
        "a million digits as a level",
        _kpi("hot-1", "{year: 2025, kind: at_least, decided: 2024-11-18, level: "), "9", times=ROOM, end="}\n",
    )  # fmt: skip
    yield yaml("1 MB + 1 byte", "# ", "x", times=MEGABYTE - 1)
    yield Case("a YAML file of 4 GB", _sparse("goals/hot.yaml"), "goals/hot.yaml")
    for name, first in (("in a mapping", ""), ("in a text", GOAL + "    title: {")):
        line = (lambda n: f"k{n}: a\n") if not first else (lambda n: f"k{n}: a,\n")
        yield Case(f"10 000 keys {name}", lines("goals/hot.yaml", first, line, 10_000), "goals/hot.yaml")
    yield yaml("50 000 equal keys", GOAL, "    colour: red\n", times=50_000)
    twice = lines("goals/hot.yaml", GOAL, lambda n: f"    k{n % 25_000}: a\n", 50_000)
    yield Case("25 000 keys twice", twice, "goals/hot.yaml")
    yield Case(
        "20 000 unknown keys", lines("goals/hot.yaml", GOAL, lambda n: f"    k{n}: red\n", 20_000), "goals/hot.yaml"
    )
    yield Case(
        "20 000 unknown sections", lines("goals/hot.yaml", "", lambda n: f"kpi{n}: red\n", 20_000), "goals/hot.yaml"
    )
    yield Case(
        "20 000 keys that are digits",
        lines("goals/hot.yaml", GOAL, lambda n: f"    {n}: 1\n", 20_000),
        "goals/hot.yaml",
    )
    yield Case(
        "40 000 ids of digits",
        lines("goals/hot.yaml", "overall_goals:\n", lambda n: f"  {n}: a\n", 40_000),
        "goals/hot.yaml",
    )
    yield Case(
        "30 000 goals of null",
        lines("goals/hot.yaml", "overall_goals:\n", lambda n: f"  hot-{n}:\n", 30_000),
        "goals/hot.yaml",
    )
    yield Case(
        "60 000 lines that end in spaces",
        lines("goals/hot.yaml", GOAL, lambda _: "    # a  \n", 60_000),
        "goals/hot.yaml",
        (CLEAN,),
    )
    cut = lines("goals/hot.yaml", GOAL + "    description: A b #c\n", lambda n: f"    k{n}: A b\n", 60_000)
    yield Case("a cut text among 60 000", cut, "goals/hot.yaml")
    cuts = lines("goals/hot.yaml", GOAL, lambda n: f"    k{n}: A b #c\n", 40_000)
    yield Case("40 000 cut texts", cuts, "goals/hot.yaml")
    for name, value in {
        "NaN": ".nan",
        "Infinity": "Infinity",
        "1e999": "1e999",
        "1_000": "1_000",
        "an Arabic 3": "٣",
    }.items():
        level = "{year: 2025, kind: at_least, decided: 2024-11-18, level: " + value + "}\n"
        yield yaml(f"{name} as a level", _kpi("hot-1", level))
    zero = "{year: 2025, kind: at_least, decided: 2024-11-18, level: -0}\n"
    yield Case("-0 as a level", put("goals/hot.yaml", _kpi("hot-1", zero)), "goals/hot.yaml", (CLEAN,))


def _kpi(name: str, level: str) -> str:
    return (
        f"kpis:\n  {name}:\n    title: Hot {name}\n    goal: mal-0\n    unit: percent\n    decimals: 1\n"
        f"    direction: higher\n    target_levels:\n      - {level}"
    )


def _sparse(path: str) -> Make:
    def make(root: Path) -> None:
        with (root / path).open("wb") as out:
            out.truncate(4 << 30)

    return make


def letter_cases() -> Iterator[Case]:
    """Files that are no text, or not the text that they seem to be."""
    for make_case, sound in ((yaml, GOAL), (csv, ROW)):
        of = make_case.__name__.upper()
        yield make_case(f"NUL bytes in {of}", sound, "\0", times=100_000)
        yield make_case(f"Latin-1 in {of}", sound, "# livsmiljöer\n".encode("latin-1"))
        yield make_case(f"surrogate bytes in {of}", sound, b"# \xed\xa0\x80\n")
        yield make_case(f"bidirectional signs in {of}", sound, "# a\u202eb\u200bc\n", times=1_000)
        yield make_case(f"U+2028 in {of}", sound, "\u2028", times=1_000)
        yield make_case(f"CR, LF and CRLF in {of}", sound, "# a\r# b\r\n# c\n", times=1_000)
        yield make_case(f"100 000 bad bytes in {of}", sound, b"\xff", times=100_000)
    yield yaml("surrogate escapes", GOAL + '    description: "', "\\ud800", times=100_000, end='"\n')
    yield yaml("bidirectional escapes", GOAL + '    description: "', "\\u202e", times=100_000, end='"\n')
    for name, path, content in (("YAML", "goals/hot.yaml", GOAL), ("CSV", "data/hot.csv", HEADER + ROW)):
        yield Case(f"UTF-16 {name} with a mark", put(path, content.encode("utf-16")), path)
        yield Case(f"UTF-16 {name} without a mark", put(path, content.encode("utf-16-be")), path)
        yield Case(f"empty {name}", put(path, b""), path, (CLEAN,))
        yield Case(f"{name} of a byte-order mark", put(path, b"\xef\xbb\xbf"), path, (CLEAN,))


def disk_cases() -> Iterator[Case]:
    """What stands on the disk and is no ordinary file."""
    outside = Path("/etc")
    yield Case(
        "link to a file outside",
        lambda root: (root / "goals/hot.yaml").symlink_to(outside / "passwd"),
        "goals/hot.yaml",
    )
    yield Case("link to a folder outside", lambda root: (root / "goals/hot").symlink_to(outside), "goals/hot")
    yield Case("link to itself", lambda root: (root / "data/hot.csv").symlink_to("hot.csv"), "data/hot.csv")
    yield Case("link to the folder above", lambda root: (root / "goals/hot").symlink_to(".."), "goals/hot")
    yield Case("goals/ is a link", _moved("goals"), "goals/")
    yield Case("data/ is a link", _moved("data"), "data/")
    yield Case("malstyrning.yaml is a link", _moved("malstyrning.yaml"), "malstyrning.yaml")
    yield Case("malstyrning.yaml links to itself", _own_loop, "malstyrning.yaml", (FINDINGS, CANNOT))
    if os.geteuid():  # who is root reads everything
        yield Case("a file that no one may read", _closed("goals/base.yaml"), "goals/base.yaml")
        yield Case("a folder that no one may read", _closed("goals/kpis"), "goals/kpis/")
    yield Case("a folder named hot.yaml", lambda root: (root / "goals/hot.yaml").mkdir(), "", (CLEAN,))
    yield Case("a pipe", lambda root: os.mkfifo(root / "goals/hot.yaml"), "goals/hot.yaml")
    yield Case("a pipe in data/", lambda root: os.mkfifo(root / "data/hot.csv"), "data/hot.csv")
    yield Case("malstyrning.yaml is a pipe", _own_pipe, "malstyrning.yaml", (FINDINGS, CANNOT))
    yield Case("a socket", _socket, "goals/hot.yaml")
    yield Case("10 000 files in goals/", _many_files, "goals/hot-00000.yaml", (CLEAN,))
    yield Case("500 folders in each other", _deep_folders, "goals/h/h/")
    yield Case("names with line breaks", _strange_names, "goals/")
    yield Case("templates that never end", _templates, "", (CLEAN,))
    yield Case("a workspace without folders", _nothing_but_settings, "data/")


def _moved(name: str) -> Make:
    def make(root: Path) -> None:
        (root / name).rename(root / "elsewhere")
        (root / name).symlink_to("elsewhere")

    return make


def _own_loop(root: Path) -> None:
    (root / "malstyrning.yaml").unlink()
    (root / "malstyrning.yaml").symlink_to("malstyrning.yaml")


def _own_pipe(root: Path) -> None:
    (root / "malstyrning.yaml").unlink()
    os.mkfifo(root / "malstyrning.yaml")


def _closed(name: str) -> Make:
    return lambda root: (root / name).chmod(0)


def _socket(root: Path) -> None:
    with chdir(root / "goals"), socket(AF_UNIX) as plug:  # a longer path than its name is no address
        plug.bind("hot.yaml")


def _many_files(root: Path) -> None:
    for number in range(10_000):
        (root / f"goals/hot-{number:05}.yaml").write_bytes(b"")


def _deep_folders(root: Path) -> None:
    here = root / "goals"
    for _ in range(500):
        here /= "h"
        here.mkdir()
    (here / "hot.yaml").write_text("a: b: c\n", encoding="utf-8")


def _strange_names(root: Path) -> None:
    for name in ("a\nb.yaml", "\x1b[31mred\x1b[0m.yaml", "a\r.csv", "\u202elmay.yaml"):
        (root / "goals" / name).write_text(GOAL, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(root / "goals") + b"/\xff\xed\xa0\x80.yaml")).write_text(GOAL, encoding="utf-8")


def _templates(root: Path) -> None:
    (root / "templates").mkdir()
    loop = "{% for a in range(999999999) %}{% for b in range(999999999) %}{% endfor %}{% endfor %}"
    (root / "templates/report.html.j2").write_text(loop + "{{ ''.__class__.__mro__ }}", encoding="utf-8")


def _nothing_but_settings(root: Path) -> None:
    for name in ("goals", "data"):
        shutil.rmtree(root / name)


def csv_cases() -> Iterator[Case]:
    """Data files."""
    yield csv("a million columns", "a,", times=1_000_000)
    yield csv("a header of 50 MB", "a", times=50_000_000, header="")
    yield csv("a line of 100 MB", "a", times=100_000_000)
    yield csv("a line of 99 MB", "a", times=99_000_000)
    yield csv("a line of 96 MB of emoji", "😀", times=24_000_000)
    yield Case("a CSV file of 4 GB", _sparse("data/hot.csv"), "data/hot.csv")
    yield csv("500 000 rows with an open quote", '"' + ROW, times=500_000)
    yield csv("500 000 rows in one quote", '"', ROW, times=500_000)
    yield csv("NUL in each row", "a\0" + ROW, times=10_000)
    yield csv("a million rows of unknown KPIs", ROW.replace("trygghet-0", "hot"), times=1_000_000)
    names = lines("data/hot.csv", HEADER, lambda n: f"hot-{n},0182,2024,T,80,Enkät\n", 1_000_000)
    yield Case("a million unknown KPIs", names, "data/hot.csv")
    near = lines("data/hot.csv", HEADER, lambda n: f"trygghet-{n}x,0182,2024,T,80,Enkät\n", 5_000)
    yield Case("5 000 KPIs a letter off", near, "data/hot.csv")
    yield csv("a million equal rows", ROW, times=1_000_000)
    yield csv("a million rows with bad cells", "a,b,c,d,e,f\n", times=1_000_000)
    yield csv("a million rows with a lost zero", ROW.replace("0182", "182"), times=1_000_000)
    yield csv("a million rows of a wrong length", "a\n", times=1_000_000)
    spaces = put("data/hot.csv", HEADER, "\n", " \n", times=1_000_000)
    yield Case("a million lines of a space", spaces, "data/hot.csv")
    commas = put("data/hot.csv", HEADER, ",,,,,\n", times=1_000_000)
    yield Case("a million rows of commas", commas, "data/hot.csv", (CLEAN,))
    yield csv("cells that are numbers to some", "".join(
        f"trygghet-0,0182,{2000 + n},T,{value},Enkät\n"
        for n, value in enumerate(["nan", "inf", "1e999", "1_000", "٣", "9" * 9_000])
    ))  # fmt: skip
    yield Case("300 000 sound rows", _sound_rows, "", (CLEAN,))
    yield csv(
        "a million rows of money",
        "namnd-0,omrade-0,2024,outcome,1,B\n",
        times=1_000_000,
        header="committee,area,period,kind,amount,source\n",
    )
    yield csv(
        "a million rows of Kolada",
        'N00001,"A (%)",yes,K,2023-02\n',
        times=1_000_000,
        header="kolada,title,by_gender,type,retrieved\n",
    )


def _sound_rows(root: Path) -> None:
    organisations = [f"enhet-{number}" for number in range(1_100)]
    put(
        "goals/hot.yaml",
        "organisations:\n",
        "".join(f"  {one}: {{name: {one}, kind: unit}}\n" for one in organisations),
    )(root)
    with (root / "data/hot.csv").open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for one in organisations:
            out.writelines(
                f"trygghet-{kpi},{one},{year},T,{year % 90}.5,Enkät 2025\n"
                for kpi in range(KPIS)
                for year in range(1970, 2025)
            )


def plan_cases() -> Iterator[Case]:
    """Plans that can be read, and whose objects are many or lead to each other."""
    after = "overall_goals:\n"
    goal = "  hot-{0}:\n    number: {1}\n    title: Hot {0}\n    {2}: hot-{3}\n"
    for name, key, around in (
        ("replacements in a row", "to: 2030\n    replaced_by", 5_001),
        ("replacements in a ring", "replaced_by", 5_000),
        ("renames in a row", "was", 5_001),
    ):
        line = partial(
            lambda n, key, around: goal.format(n, n % 900 + 2, key, (n + 1) % around), key=key, around=around
        )
        make = lines("goals/hot.yaml", after, line, 5_000)
        yield Case(f"5 000 {name}", make, "goals/hot.yaml", (CLEAN, FINDINGS))
    yield Case(
        "5 000 KPIs with one name in Kolada",
        _kpi_files(lambda _: "    kolada: N15419\n", rows=True),
        "data/hot.csv",
        (CLEAN, FINDINGS),
    )
    yield Case("5 000 KPIs with unknown goals", _kpi_files(lambda n: f"    goal: mal-{n}x\n"), "goals/hot")
    yield Case("9 000 goals that serve what is not there", lines(
        "goals/hot.yaml", "strategic_goals:\n",
        lambda n: f"  hot-{n}: {{number: 1.9, title: H, committee: namnd-0, serves: [mal-{n}x], from: 2024}}\n", 9_000,
    ), "goals/hot.yaml")  # fmt: skip
    yield Case("2 000 accepted findings", _settings(
        "accepted:\n" + "".join(f"  - {{fingerprint: 'aaaaaaaa{n:04}', reason: R, by: B}}\n" for n in range(2_000))
    ), "malstyrning.yaml", (CLEAN,))  # fmt: skip
    members = ", ".join(f'"{n:04}"' for n in range(10_000))
    groups = "".join(f"  hot-{n}: {{title: H, members: [{members}], as_of: 2022, source: S}}\n" for n in range(10))
    yield Case("groups with 100 000 unknown members", _settings("groups:\n" + groups), "malstyrning.yaml")
    yield Case("20 000 titles alike", lines(
        "goals/hot.yaml", after, lambda n: f"  hot-{n}: {{number: 2, title: Hot}}\n", 20_000
    ), "goals/hot.yaml", (CLEAN, FINDINGS))  # fmt: skip
    yield Case("20 000 target levels of a KPI", lines(
        "goals/hot.yaml", _kpi("hot-1", "{year: 2025, kind: at_least, level: 1, decided: 2024-11-18}\n"),
        lambda n: f"      - {{year: {1900 + n % 200}, kind: at_least, level: {n % 90}}}\n", 20_000,
    ), "goals/hot.yaml")  # fmt: skip
    yield Case("14 000 sound target levels", lines(
        "goals/hot.yaml", _kpi("hot-1", "{year: 2025, kind: at_least, level: 1, decided: 2024-11-18}\n"),
        lambda n: f"      - {{year: {1900 + n % 200}, kind: at_least, level: 9, decided: 2020-01-01}}\n", 14_000,
    ), "goals/hot.yaml", (CLEAN, FINDINGS))  # fmt: skip


def _settings(more: str) -> Make:
    def make(root: Path) -> None:
        with (root / "malstyrning.yaml").open("a", encoding="utf-8") as out:
            out.write(more)

    return make


def _kpi_files(more: Callable[[int], str], *, rows: bool = False) -> Make:
    """5 000 KPIs whose ids are one letter apart."""
    head = "    title: {sv: Hot, en: Hot}\n    unit: percent\n    decimals: 1\n    direction: none\n"

    def make(root: Path) -> None:
        for file in range(5):
            keys = range(file * 1_000, (file + 1) * 1_000)
            parts = [f"  hot-{n:04}:\n{head}{more(n)}" for n in keys]
            goal = "" if "goal:" in more(0) else "    goal: mal-0\n"
            content = "kpis:\n" + "".join(part + goal for part in parts)
            (root / f"goals/hot-{file}.yaml").write_text(content, encoding="utf-8")
        if rows:
            (root / "data/hot.csv").write_text(HEADER + "N15419,0182,2024,T,80,Enkät\n" * 500, encoding="utf-8")

    return make


def text_cases() -> Iterator[Case]:
    """Texts that make a pattern search in vain, for as long as it takes."""
    for sign in "[(<*!#? x{>&-.":
        yield text(sign)
    for sign in (
        "](",
        "[a](",
        "[](",
        "[ange ",
        "<ange ",
        "?? ",
        "xx ",
        "a\u0301",
        "\u0430a",
        "… ",
        "[a] ",
        "![",
        "#x ",
        " #x",
        "- ",
        "''",
    ):
        yield text(sign)
    yield plain("spaces", "a: x", " ", "y: z\n")
    yield plain("spaces and quotes", "a: x", " '", "y: z\n")
    yield plain("spaces before a key", "a: b\n ", " ", "c: d\n")
    yield plain("dashes", "a: ", "-", " b: c\n")
    yield plain("a quote that stays open", 'a: "', "x ", "\n")
    yield plain("colons", "a: b", ": ", "\n")
    yield plain("hashes", "a: b: ", " #", "\n")
    yield plain("open brackets in a key", "a: [b", " b", "\nc: d\n")
    yield plain("tabs", "a:\n", "\t", "b: c\n")
    yield plain("empty lines", "a: b: c", "\n", "d\n")
    yield plain("percent signs", "%", "%", "\n")


def cases() -> Iterator[Case]:
    """Every case there is."""
    yield Case("nothing hostile", lambda _: None, "", (CLEAN,))
    for kind in (yaml_cases, letter_cases, disk_cases, csv_cases, plan_cases, text_cases):
        yield from kind()


def run(root: Path, folder: Path, *options: str) -> Run:
    """One run of `validate` as a process of its own."""
    out, err = folder / "out", folder / "err"
    command = (*PROGRAM, "validate", "--workspace", str(root), "--lang", "en", *options)
    ran = subprocess.run(
        (sys.executable, "-c", MEASURE, str(out), str(err), *command), check=True, capture_output=True, cwd=folder
    )
    with out.open(encoding="utf-8", errors="replace") as told:
        first = [line for line, _ in zip(told, range(100_000), strict=False)]
    seconds, mebibytes, status = json.loads(ran.stdout)
    return Run(seconds, mebibytes, status, "".join(first), err.read_text("utf-8", "replace"))


def examine(case: Case, folder: Path) -> Outcome:
    """Make the workspace of a case, validate it, and try to mend it."""
    root = write_workspace(folder / "w", KPIS)
    case.make(root)
    outcome = Outcome()
    first = _checked(outcome, case, run(root, folder))
    findings = [
        line.rstrip("\n") for line in first.told.splitlines() if line.startswith(("goals", "data", "malstyrning"))
    ]
    named = [line for line in findings if line.startswith(case.path)]
    if case.path and not named and case.path not in first.errors:
        outcome.wrong.append("NAMES ANOTHER FILE")
    outcome.finding = next(iter([*named, *findings, first.errors.strip()]))
    before = _contents(root)
    _checked(outcome, case, run(root, folder, "--diff"))
    if _contents(root) != before:
        outcome.wrong.append("--diff WRITES")
    _checked(outcome, case, run(root, folder, "--fix"))
    after = _contents(root)
    if after.keys() != before.keys() or any(after[path][1] != before[path][1] for path in before):
        outcome.wrong.append("--fix LOSES")
    if after != before:
        _checked(outcome, case, run(root, folder, "--fix"))
        if _contents(root) != after:
            outcome.wrong.append("--fix TWICE DIFFERS")
    return outcome


def _checked(outcome: Outcome, case: Case, ran: Run) -> Run:
    outcome.runs.append(ran)
    if ran.status not in case.statuses:
        outcome.wrong.append(f"EXIT {ran.status}")
    if ran.seconds > SECONDS and len(outcome.runs) == 1:  # to mend a million places, and to show them, takes its time
        outcome.wrong.append(f"{ran.seconds:.1f} s")
    if ran.mebibytes > MEBIBYTES:
        outcome.wrong.append(f"{ran.mebibytes:.0f} MiB")
    if "Traceback" in ran.errors + ran.told or "internal error" in ran.errors:
        outcome.wrong.append("TRACEBACK")
    return ran


def _contents(root: Path) -> dict[str, tuple[str, str]]:
    """A sum of each file, and one of what no edit may change; of what can't be read, nothing."""
    sums = {}
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 30 and os.access(path, os.R_OK):
            content = path.read_bytes()
            kept = content.translate(None, _SAFE_TO_CHANGE)
            sums[str(path)] = sha256(content).hexdigest(), sha256(kept).hexdigest()
    return sums


def row(case: Case, outcome: Outcome) -> str:
    """One line of the table. The figures are those of plain `validate`."""
    first = outcome.runs[0]
    verdict = "holds" if not outcome.wrong else ", ".join(dict.fromkeys(outcome.wrong))
    shown = "".join(one if one.isprintable() else "?" for one in outcome.finding)[:70]
    figures = f"{first.seconds:>7.2f} s{first.mebibytes:>7.0f} MiB{first.status:>5}"
    return f"{case.name[:36]:<36}{figures}   {verdict:<12} {shown}"


def main(chosen: str) -> int:
    """Print one table of the cases whose name holds what was asked for. The status tells whether all hold."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    failures = 0
    print(f"{'case':<36}{'time':>9}{'memory':>11}{'exit':>5}   {'verdict':<12} first finding")
    for case in cases():
        if chosen in case.name:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                outcome = examine(case, Path(folder))
            failures += bool(outcome.wrong)
            print(row(case, outcome), flush=True)
    print(f"\n{failures} cases do not hold" if failures else "\nevery case holds")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
