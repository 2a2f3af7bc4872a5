"""The printed sums redone: what stands before each `=` is counted again from its own digits."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext

_SUM = re.compile(r"([-(\d][-\d.,()+×÷^ ]*?) = ([-+]?[\d ]+(?:[.,]\d+)?)")
_SENTENCE = re.compile(r"[.:] ")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_PARTS = re.compile(r"\d+(?:\.\d+)?|[-+*/^()]")


def redone(told: str, *, decimal_comma: bool) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Each sum of a text, what it says that it is, and what it is with as many decimals."""
    plain = told.replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-").replace("=+", "=")
    if not decimal_comma:
        plain = _THOUSANDS.sub("", plain)
    for sum_, result in (found for sentence in _SENTENCE.split(plain) for found in _SUM.findall(sentence)):
        said = Decimal(_plain(result, decimal_comma=decimal_comma))
        exact = _counted(_plain(sum_, decimal_comma=decimal_comma))
        yield sum_, said, exact.quantize(said, ROUND_HALF_UP)


def _plain(text: str, *, decimal_comma: bool) -> str:
    text = text.replace(" ", "").replace("×", "*").replace("÷", "/")
    return text.replace(",", ".") if decimal_comma else text


def _counted(expression: str) -> Decimal:
    parts = _PARTS.findall(expression)
    assert "".join(parts) == expression, expression
    with localcontext(prec=40):
        value, rest = _added(parts)
    assert not rest, expression
    return value


def _added(parts: list[str]) -> tuple[Decimal, list[str]]:
    value, parts = _multiplied(parts)
    while parts and parts[0] in "+-":
        sign, (other, parts) = parts[0], _multiplied(parts[1:])
        value = value + other if sign == "+" else value - other
    return value, parts


def _multiplied(parts: list[str]) -> tuple[Decimal, list[str]]:
    value, parts = _raised(parts)
    while parts and parts[0] in "*/":
        sign, (other, parts) = parts[0], _raised(parts[1:])
        value = value * other if sign == "*" else value / other
    return value, parts


def _raised(parts: list[str]) -> tuple[Decimal, list[str]]:
    value, parts = _alone(parts)
    if parts and parts[0] == "^":
        power, parts = _alone(parts[1:])
        value **= power
    return value, parts


def _alone(parts: list[str]) -> tuple[Decimal, list[str]]:
    if parts[0] == "-":
        value, rest = _alone(parts[1:])
        return -value, rest
    if parts[0] == "(":
        value, rest = _added(parts[1:])
        return value, rest[1:]
    return Decimal(parts[0]), parts[1:]
