"""Elements as text."""

import pytest

from malstyrning.report.charts.svg import coordinate, element, escaped, figure, unbroken


@pytest.mark.parametrize(
    ("value", "expected"), [(12, "12"), (12.0, "12"), (12.34, "12.3"), (-0.04, "0"), (-1.26, "-1.3"), (0.96, "1")]
)
def test_a_coordinate_has_one_decimal_at_most(value: float, expected: str) -> None:
    assert coordinate(value) == expected


def test_attributes_are_escaped_and_named_as_in_svg() -> None:
    assert element("path", class_='a"b', stroke_width=1.5) == '<path class="a&quot;b" stroke-width="1.5"/>'
    assert element("text", escaped("<&>")) == "<text>&lt;&amp;&gt;</text>"


@pytest.mark.parametrize("name", ["", "two words", "tab\tbed", "no\N{NO-BREAK SPACE}break"])
def test_a_name_that_cannot_be_an_id_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="becomes an id"):
        figure("title", "description", 360, 10, [], name=name, kind="bullet")


def test_a_line_is_parted_where_a_place_is_missing() -> None:
    a, b, c = (0.0, 0.0), (1.0, 1.0), (2.0, 2.0)
    assert unbroken([None, a, b, None, None, c, None]) == [[a, b], [c]]
    assert unbroken([None]) == []
