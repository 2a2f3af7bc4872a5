"""A chart as a file of its own: colours and font are written out, since no page gives them."""

import re

from malstyrning.report.charts.svg import Colour

# The page's light colours: a loose picture lies on white paper.
STATIC: dict[Colour, str] = {
    Colour.MUTED: "#565c64",
    Colour.GRID: "#d5d9de",
    Colour.OWN: "#005a96",
    Colour.PEER: "#8a4b00",
    Colour.DOT: "#767d86",
    Colour.BAND: "#dbe7f1",
    Colour.LEVEL: "#16191d",
    Colour.SURFACE: "#ffffff",
}
_FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_SCALE = 2  # of the size it opens in: text of 24 pixels


def standing_alone(svg: str) -> str:
    """The same picture with colours, a font, a size and a background of its own."""
    for colour, value in STATIC.items():
        svg = svg.replace(colour, value)
    svg = svg.replace('font-family="inherit"', f'font-family="{_FONT}"', 1)
    svg = _BOX.sub(
        lambda box: f'{box[0]} width="{float(box[1]) * _SCALE:g}" height="{float(box[2]) * _SCALE:g}"', svg, 1
    )
    ground = f'<rect width="100%" height="100%" fill="{STATIC[Colour.SURFACE]}"/>'
    return svg.replace("</desc>", f"</desc>{ground}", 1) + "\n"
