"""A chart as a file of its own."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from malstyrning.report import render
from malstyrning.report.charts.labels import Mark
from malstyrning.report.charts.static import STATIC, standing_alone
from malstyrning.report.charts.strip import Strip, draw
from malstyrning.report.charts.svg import Colour

CSS = Path(render.__file__).parent / "templates" / "report.css"


def test_its_colours_are_the_pages_light_ones() -> None:
    light = CSS.read_text("utf-8").partition("@media")[0]
    page = dict(re.findall(r"(--[a-z]+): (#[0-9a-f]{6})", light))
    assert {f"var({name})": value for name, value in page.items() if f"var({name})" in set(Colour)} == STATIC


def test_it_needs_no_page() -> None:
    drawn = draw(Strip((1.0, 2.0, 3.0), Mark(2.5, "Vi 2,5")), name="a", title="A", description="B", number=str)
    alone = standing_alone(drawn)
    assert "var(" not in alone
    assert "inherit" not in alone
    root = ET.fromstring(alone)  # noqa: S314 - our own picture
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == (2 * width, 2 * height)
