from malstyrning.diagnostics import Diagnostic, Rule, Severity, Span, has_errors, in_order
from malstyrning.language import Text


def rule(code: str, severity: Severity = Severity.ERROR) -> Rule:
    message, cure = Text("{key} saknas", "{key} is missing"), Text("lägg till {key}", "add {key}")
    return Rule(code, "name", severity, message, cure, Text("Så", "So"), bad="", good="")


def finding(code: str, path: str, line: int, key: str = "a") -> Diagnostic:
    return Diagnostic(rule(code), Span(path, line), {"key": key})


def test_a_finding_tells_its_facts() -> None:
    one = finding("A1", "goals/a.yaml", 3, "title")
    assert one.message == Text("title saknas", "title is missing")
    assert one.help == Text("lägg till title", "add title")


def test_a_finding_may_have_a_cure_of_its_own() -> None:
    cure = Text("menade du title?", "did you mean title?")
    assert Diagnostic(rule("A1"), Span("a"), {"key": "titel"}, cure=cure).help == cure


def test_findings_are_sorted_by_place_then_code_then_words() -> None:
    ordered = [
        finding("B1", "a.yaml", 2),
        finding("A1", "a.yaml", 10, "a"),
        finding("A1", "a.yaml", 10, "b"),
        finding("B1", "a.yaml", 10, "a"),
        finding("A1", "b.yaml", 1),
    ]
    assert in_order(reversed(ordered)) == ordered


def test_a_place_is_written_as_editors_read_it() -> None:
    assert str(Span("goals/a.yaml", 3, 7, 3, 9)) == "goals/a.yaml:3:7"


def test_only_errors_are_errors() -> None:
    advice = Diagnostic(rule("A1", Severity.ADVICE), Span("a"), {"key": "a"})
    warning = Diagnostic(rule("A1", Severity.WARNING), Span("a"), {"key": "a"})
    assert not has_errors([advice, warning])
    assert has_errors([advice, finding("A1", "a", 1)])
    assert [one.word for one in Severity] == ["advice", "warning", "error"]
