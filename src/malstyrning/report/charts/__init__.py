"""The charts: plain values in, one SVG element as text out. Standard library only.

Each module holds one chart, as a frozen specification and a function `draw`:
`bullet` (outcome against level), `trend` (development against the path), `strip` (place among others),
`scatter` (cost against result) and `sparkline` (a word-sized line in a table). Every chart but the sparkline is 360
units wide, with text of 12 units, and has no size of its own: the page's style sheet sets it. The finished texts come
with the specification; only the numbers of an axis are written here, by the `number` that is given.

Colours are custom properties, which the page (and a static target, by replacement) gives their values:

- `--muted`    axis numbers, ticks, the median, the baseline, leaders; contrast ≥ 4.5
- `--grid`     grid lines; decoration, no demand on contrast
- `--own`      our own outcome: marks and text; contrast ≥ 4.5
- `--peer`     the triangles of the named group; contrast ≥ 3
- `--dot`      all others, one dot each; contrast ≥ 3
- `--band`     quiet areas: the bullet's track, the strip's middle half
- `--level`    target levels, their path, tolerance and text; contrast ≥ 4.5
- `--surface`  what lies behind the chart: haloes and hollow marks
"""
