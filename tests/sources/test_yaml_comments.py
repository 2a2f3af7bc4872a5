import pytest

from malstyrning.language import Language
from malstyrning.sources.yaml_nodes import read_yaml

PATH = "goals/a.yaml"


def told(text: str) -> list[tuple[str, str]]:
    """Each finding's place and message."""
    return [(str(one.span), one.message[Language.SV]) for one in read_yaml(PATH, text.encode())[1]]


@pytest.mark.parametrize(
    ("text", "place", "lost"),
    [
        pytest.param("title: Trygghet #1\n", "1:17", "#1", id="a capital"),
        pytest.param("a:\n  - trygg hela vägen #nacka  \n", "2:22", "#nacka", id="more than one word, in a list"),
        pytest.param("a:\n  title: Mål #1\n  other: Mål #2 # två\r\n", "2:14", "#1", id="the first of two"),
    ],
)
def test_a_text_that_a_comment_cuts(text: str, place: str, lost: str) -> None:
    assert (f"{PATH}:{place}", f"Texten slutar före {lost}, som läses som en kommentar") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: Trygghet # målet\n", id="a comment as people write it"),
        pytest.param("title: Trygghet#1\n", id="no space before the sign"),
        pytest.param('title: "Trygghet #1"\n', id="in quotes"),
        pytest.param('title: "Trygghet" #1\n', id="after quotes"),
        pytest.param("status: done #klar\n", id="a fixed choice"),
        pytest.param("level: 95 #höjd\n", id="a number"),
        pytest.param("decided: 2021-11-15 #KF\n", id="a date"),
        pytest.param("text: >\n  Mål: Trygghet #1\n", id="a folded text"),
        pytest.param("#1 Trygghet\ntitle: Trygghet\n", id="a line of its own"),
    ],
)
def test_what_is_no_lost_text(text: str) -> None:
    assert told(text) == []
