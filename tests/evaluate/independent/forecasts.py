"""Forecasts of a year from the years before, what they were tried on, and how those of the year turned out."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from statistics import mean
from typing import Any

from tests.evaluate.independent.figures import rounded
from tests.evaluate.independent.files import Files
from tests.evaluate.independent.levels import in_force
from tests.evaluate.independent.outcomes import Measured

LAST_DAYS = {"T1": "04-30", "T2": "08-31"}
FORTY_YEARS = 40
Told = dict[str, Any]
Values = dict[int, Fraction]


def forecast(measured: Measured, year: int, part: str) -> Told:
    """What is said at T1 or T2 of a year about the outcome of its close."""
    period, day = year - int(measured.kpi.get("lag", 0)), f"{year}-{LAST_DAYS[part]}"
    told: Told = {
        "period": str(period),
        "shown": False,
        "reason": None,
        "interval": None,
        "coverage": None,
        "preliminary": False,
        "outcome": measured.shown(period),
    }
    if told["outcome"] is not None and was_known(measured, period, day):
        return told | {"reason": "known"}
    own = known_before(measured, period, day)
    if not own:
        return told | {"reason": "no_value"}
    last = max(own)
    told["preliminary"] = measured.outcome(last)["preliminary"]
    if period - last > 3:
        return told | {"reason": "too_old"}
    others = values_of_others(measured, period)
    bounds = bounds_of(measured, [own, *others.values()])
    made = interval(own, last, period - last, measured.decimals, bounds)
    if isinstance(made, str):
        broken = made == "too_few_values" and first_year(measured, period) > 0
        return told | {"reason": "series_broken" if broken else made}
    tried = coverage(others, period - last, measured.decimals, bounds)
    return told | {"interval": made, "coverage": tried, "reason": doubt(tried), "shown": doubt(tried) is None}


def was_known(measured: Measured, period: int, day: str) -> bool:
    """Whether the outcome of a year was known on a day."""
    row = measured.row(period)
    rows = [row] if row else [one for one in measured.parts(period, "T").values() if one]
    days = [one.get("published") for one in rows]
    if all(days):
        return all(until(str(one)) <= day for one in days)
    return f"{period}-12-31" <= day


def until(written: str) -> str:
    """A day; of a month its last, which comes after any day of it that is asked about."""
    return written if len(written) == 10 else f"{written}-31"


def first_year(measured: Measured, period: int) -> int:
    """The year in which the definition in force began, 0 where there has been one alone."""
    begun = sorted(int(one["from"]) for one in measured.kpi.get("definitions", []) if int(one["from"]) <= period)
    return begun[-1] if len(begun) > 1 else 0


def years_of(measured: Measured, period: int) -> range:
    """The years that a forecast may rest on."""
    return range(max(first_year(measured, period), period - FORTY_YEARS), period)


def known_before(measured: Measured, period: int, day: str) -> Values:
    """Our values of years before that were known on the day."""
    values = {}
    for year in years_of(measured, period):
        value, row = measured.shown(year), measured.row(year)
        rows = [row] if row else [one for one in measured.parts(year, "T").values() if one] if value is not None else []
        if value is not None and all(not one.get("published") or until(one["published"]) <= day for one in rows):
            values[year] = value
    return values


def values_of_others(measured: Measured, period: int) -> dict[str, Values]:
    """The other municipalities' values of the same years."""
    found = {}
    for key, one in measured.files.section("organisations").items():
        if one["kind"] == "municipality" and key != measured.files.organisation:
            rows = {year: measured.row(year, "T", key) for year in years_of(measured, period)}
            found[key] = {
                year: rounded(row["value"], measured.decimals) for year, row in rows.items() if row and row["value"]
            }
    return found


def bounds_of(measured: Measured, series: list[Values]) -> tuple[Fraction | None, Fraction | None]:
    """What no value passes."""
    if plausible := measured.kpi.get("plausible"):
        return Fraction(plausible["lower"]), Fraction(plausible["upper"])
    values = [value for one in series for value in one.values()]
    lower = Fraction(0) if min(values) >= 0 else None
    return lower, Fraction(100) if measured.kpi["unit"] == "percent" and max(values) <= 100 else None


def interval(
    values: Values, last: int, ahead: int, decimals: int, bounds: tuple[Fraction | None, Fraction | None]
) -> Told | str:
    """The last value and how far it may move, or why that can't be seen."""
    behind = {year: values[year] for year in range(last - 9, last + 1) if year in values}
    if len(behind) < 8:
        return "too_few_values"
    ranges = [abs(behind[later] - behind[one]) for one, later in pairwise(sorted(behind)) if later == one + 1]
    moving_range = mean(ranges)
    if moving_range == 0:
        return "constant"
    root = Fraction(1) if ahead == 1 else Fraction(sqrt(ahead))
    ends = [rounded(behind[last] + side * Fraction("1.8") * moving_range * root, decimals) for side in (-1, 1)]
    lower, upper = (within(one, *bounds) for one in ends)
    return {
        "lower": lower,
        "upper": upper,
        "from": {"year": last, "value": behind[last]},
        "years_ahead": ahead,
        "moving_range": moving_range,
        "values": len(behind),
    }


def within(value: Fraction, lower: Fraction | None, upper: Fraction | None) -> Fraction:
    """A value that passes no bound."""
    at_least = value if lower is None else max(value, lower)
    return at_least if upper is None else min(at_least, upper)


def coverage(
    others: dict[str, Values], ahead: int, decimals: int, bounds: tuple[Fraction | None, Fraction | None]
) -> Told:
    """The same for every municipality and year that could have been forecast, and how often the outcome was inside."""
    cases = []
    for key, values in others.items():
        for year, outcome in values.items():
            made = interval(values, year - ahead, ahead, decimals, bounds) if year - ahead in values else ""
            if isinstance(made, dict):
                cases.append((key, year, made["lower"] <= outcome <= made["upper"]))
    years = [year for _, year, _ in cases]
    return {
        "inside": sum(inside for _, _, inside in cases),
        "tested": len(cases),
        "municipalities": len({key for key, _, _ in cases}),
        "first": min(years, default=None),
        "last": max(years, default=None),
    }


def doubt(tried: Told) -> str | None:
    """Why these cases do not bear a forecast."""
    if tried["tested"] < 50:
        return "too_few_tested"
    share = Fraction(tried["inside"], tried["tested"])
    if share < Fraction(7, 10):
        return "covers_too_little"
    return "covers_too_much" if share > Fraction(9, 10) else None


def former_forecasts(files: Files, year: int, kpis: list[Told], money: list[Told]) -> Told:
    """The forecasts of the year that its close looks back on."""
    return {
        "kpis": [one for kpi in kpis for one in of_kpi(files, year, kpi)],
        "budget": [one for committee in money for one in of_money(files, year, committee)],
    }


def of_kpi(files: Files, year: int, told: Told) -> Iterator[Told]:
    """What was said of one KPI, where it has an outcome and anything was said."""
    kpi, outcome = files.section("kpis")[told["id"]], told["verdict"]["outcome"]["value"]
    measured = Measured(files, told["id"], kpi)
    committee = files.section("strategic_goals")[kpi["goal"]]["committee"]
    for part in ("T1", "T2"):
        if part.lower() not in kpi.get("reported_in", []) or outcome is None or not measured.is_followed_up:
            continue
        made = forecast(measured, year, part)
        rule, own = (
            made["interval"] if made["shown"] else None,
            committees_own(files, committee, year, part, told["id"]),
        )
        if rule or own is not None:
            yield {
                "kpi": told["id"],
                "committee": committee,
                "made": f"{year}{part}",
                "outcome": outcome,
                "interval": rule,
                "inside": rule and rule["lower"] <= outcome <= rule["upper"],
                "committee_forecast": own,
                "same_fulfilment": None if own is None else alike(measured, year, own, outcome),
            }


def committees_own(files: Files, committee: str, year: int, part: str, kpi: str) -> Fraction | None:
    """The committee's forecast at the occasion."""
    for one in files.entries("evaluations"):
        if (one["committee"], one["period"]) == (committee, f"{year}{part}"):
            given = (one.get("kpis") or {}).get(kpi, {}).get("forecast")
            return Fraction(given["value"]) if given else None
    return None


def alike(measured: Measured, year: int, forecast: Fraction, outcome: Fraction) -> bool | None:
    """Whether the level says the same of both; nothing where it is no limit on the outcome itself."""
    said = [by_level(measured, year, value) for value in (forecast, outcome)]
    return None if None in said else said[0] == said[1]


def by_level(measured: Measured, year: int, value: Fraction) -> str | None:
    """What the level at the end of the year says of a value."""
    level = in_force(measured.kpi, year, f"{year}-12-31")
    if level is None or level["kind"] not in {"at_least", "at_most", "between"} or measured.kpi["direction"] == "none":
        return None
    keys = {"at_least": ("level", ""), "at_most": ("", "level"), "between": ("lower", "upper")}[level["kind"]]
    lower, upper = (Fraction(level[key]) if key else None for key in keys)
    gaps = [*([value - lower] if lower is not None else []), *([upper - value] if upper is not None else [])]
    if min(gaps) >= 0:
        return "reached"
    return "nearly" if -min(gaps) <= Fraction(level.get("tolerance", 0)) else "not_reached"


def of_money(files: Files, year: int, told: Told) -> Iterator[Told]:
    """What a committee said that the year would cost, of the areas that have an outcome."""
    for part in ("T1", "T2"):
        pairs = [
            (Fraction(files.forecasts[key]["amount"]), area["outcome"])
            for area in told["areas"]
            if (key := (area["area"], str(year), f"{year}{part}")) in files.forecasts and area["outcome"] is not None
        ]
        if pairs:
            said, became = (sum(one, Fraction(0)) for one in zip(*pairs, strict=True))
            yield {
                "committee": told["committee"],
                "made": f"{year}{part}",
                "forecast": said,
                "outcome": became,
                "error": became - said,
                "areas": len(pairs),
                "of": len(told["areas"]),
            }
