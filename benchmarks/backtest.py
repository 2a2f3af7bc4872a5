"""Try the rules on real series and on simulated noise, and write what was seen to docs/evidence.md.

python -m benchmarks.backtest [DATA], where DATA is a folder with Kolada's files as `kolada.py` wants them: without it
the tables of Kolada's series stay as they are, and that is said.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.backtest_changes import OTHERS, PLANTED, WORLDS, changes
from benchmarks.backtest_effects import KINDS, simulate
from benchmarks.backtest_forecasts import AHEAD, WIDTHS, Forecasts, measure
from benchmarks.backtest_noise import FACTORS, NOISES, VALUES, surveys, trend_calls
from benchmarks.backtest_series import ROOT, Values, kolada, shipped
from benchmarks.backtest_table import count, put, table

from malstyrning.domain.forecasts import FEWEST_TESTED, WIDTH
from malstyrning.domain.variation import UNUSUAL
from malstyrning.evaluate.trend import CHANGED

PAGE = ROOT / "docs/evidence.md"
SEED = 1
SERIES, SURVEYS, PANELS = 20_000, 4_000, 10_000
_TOLD_AT = 100  # KPIs between two signs of life


def main() -> int:
    """Measure everything that the files at hand allow."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    write(PAGE, data, SERIES, SURVEYS, PANELS)
    return 0


def write(page: Path, data: Path | None, series: int, pairs: int, panels: int) -> None:
    """Write each table as soon as it is measured."""
    _tell(f"noise: {count(series)} series of each sort")
    put(page, "trend-noise", trend_table(series))
    put(page, "steps", step_table(series // 4))
    _tell(f"surveys: {count(pairs)} pairs of each sort")
    put(page, "surveys", survey_table(pairs))
    _tell(f"changes: up to {count(panels)} panels of each sort")
    noise, planted = change_tables(panels)
    put(page, "changes-noise", noise)
    put(page, "changes-planted", planted)
    _tell(f"actions: {count(panels)} panels of each sort")
    put(page, "effects", effect_table(panels))
    _tell("forecasts: the shipped workspace")
    put(page, "forecasts-shipped", forecast_table(measure(shipped())))
    if data is None:
        _tell("forecasts of Kolada's KPIs: no folder was given (DATA=FOLDER), so their tables stay as they are")
        return
    found = measure(_with_signs_of_life(kolada(data)))
    put(page, "forecasts-kolada", forecast_table(found))
    put(page, "widths-kolada", width_table(found))


def _tell(what: str) -> None:
    print(what, flush=True)


def _with_signs_of_life(every: Iterator[Values]) -> Iterator[Values]:
    for number, one in enumerate(every):
        if number % _TOLD_AT == 0:
            _tell(f"forecasts: {count(number)} of Kolada's KPIs")
        yield one


def trend_table(series: int) -> str:
    """How often the trend rule calls a change in noise: the factor that it has, the unusual, and others."""
    factors = [one for one in FACTORS if one not in (float(CHANGED), float(UNUSUAL))]
    head = [
        "noise, earlier values",
        f"called ({CHANGED} mR)",
        f"unusual ({UNUSUAL} mR)",
        *(f"{one} mR" for one in factors),
    ]
    rows = []
    for name, noise in NOISES.items():
        for values in VALUES:
            found = trend_calls(noise, values, series, SEED)
            told = [found.changed, found.unusual, *(found.by_factor[one] for one in factors)]
            rows.append([f"{name}, {values}", *map(str, told)])
    return f"{count(series)} series a row, seed {SEED}.\n\n{table(head, rows)}"


def step_table(series: int) -> str:
    """How often a step of the last year is found, in standard deviations of the noise."""
    steps = (1.0, 2.0, 3.0, 5.0)
    rows = [
        [name, *(str(trend_calls(noise, VALUES[-1], series, SEED, step).changed) for step in steps)]
        for name, noise in NOISES.items()
    ]
    return f"{count(series)} series a cell, {VALUES[-1]} earlier values, seed {SEED}.\n\n" + table(
        ["noise", *(f"step of {step:.0f} SD" for step in steps)], rows
    )


def survey_table(pairs: int) -> str:
    """Surveys of an opinion that does not change."""
    rows = [[f"{one.n}, {one.share:.0%}", str(one.called), str(one.covered)] for one in surveys(pairs, SEED)]
    head = ["respondents, share of all", "called better or worse", "margin holds the share of all"]
    return f"{count(pairs)} pairs a row, seed {SEED}.\n\n{table(head, rows)}"


def change_tables(panels: int) -> tuple[str, str]:
    """Own against common change: in noise, and with a change of ours planted."""
    found = {(one.world, one.others, one.planted): one for one in changes(panels, SEED)}
    noise = [
        [f"{world.name}, {others} others", str(one.rare), str(one.called), count(one.called.of)]
        for world in WORLDS
        for others in OTHERS
        if (one := found.get((world.name, others, 0)))
    ]
    planted = [
        [f"{world.name}, {others} others", *(str(found[world.name, others, size].called) for size in PLANTED)]
        for world in WORLDS[:2]
        for others in OTHERS
    ]
    head = ["panels", "rare alone", "called better or worse", "panels tried"]
    return (
        f"Seed {SEED}.\n\n{table(head, noise)}",
        f"Seed {SEED + 1}, a quarter as many panels.\n\n"
        + table(["panels", *(f"{size:.0f} SD planted" for size in PLANTED)], planted),
    )


def effect_table(panels: int) -> str:
    """Effects of actions: in noise, and with an effect planted of the smallest size that could be seen."""
    sorts = [*((kind, 25, 1) for kind in KINDS), ("independent", 25, 2), ("independent", 9, 1)]
    rows = []
    for kind, others, years in sorts:
        one = simulate(kind, others, years, panels, SEED)
        rows.append([f"{kind}, {others} others, {years}", str(one.called), str(one.demonstrated), str(one.found)])
    head = ["noise, years", "noise called an effect", "noise called the expected effect", "planted effects found"]
    return f"{count(panels)} panels a row, seed {SEED}.\n\n{table(head, rows)}"


def forecast_table(found: Forecasts) -> str:
    """Coverage by years ahead, and a trend in the place of the last value."""
    head = [
        "years ahead",
        "cases",
        f"inside ± {WIDTH} mR × √years",
        "KPIs within 70–90 %",
        "trend inside",
        "trend's error ÷ last value's, median of KPIs",
        "KPIs where the trend is worse",
    ]
    rows = []
    for years in AHEAD:
        seen = found.ahead[years]
        if not seen.tested:
            continue
        worse = sum(one > 1 for one in seen.ratios)
        errors = [f"{median(seen.ratios):.2f}", f"{worse} of {len(seen.ratios)}"] if seen.ratios else ["–", "–"]
        trend = f"{100 * seen.trend_inside / seen.tested:.1f} %"
        shown = f"{seen.shown.times} of {seen.shown.of}" if seen.shown.of else "–"
        rows.append([str(years), count(seen.tested), f"{100 * seen.inside / seen.tested:.1f} %", shown, trend, *errors])
    told = (
        f"{count(found.kpis)} KPIs, {count(found.series)} series; the KPIs counted have at least {FEWEST_TESTED} cases."
    )
    return f"{told}\n\n{table(head, rows)}"


def width_table(found: Forecasts) -> str:
    """The share of changes and errors within other widths."""
    rows = [
        [f"± {width} mR × √years", *(f"{100 * found.ahead[years].within(width).share:.1f} %" for years in AHEAD)]
        for width in WIDTHS
    ]
    return table(["width", *(f"{years} ahead" for years in AHEAD)], rows)


if __name__ == "__main__":
    sys.exit(main())
