"""Numbers: read in ASCII form only, rounded once, half away from zero.

What a reader sees is what was compared: 84.95 with one decimal is 85.0 and reaches a level of 85.0.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

# Python's own Decimal() reads 1_000, ٣ and 1e999999, none of which a person means in a file.
NUMBER = r"-?[0-9]{1,15}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?"
_NUMBER = re.compile(NUMBER, re.ASCII)
LARGEST = Decimal(10) ** 15


def parse_number(text: str) -> Decimal | None:
    """Read `95`, `-2.5` or `7.355e-05`; None for every other form and for sizes of 1e15 and above."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    return number if abs(number) < LARGEST else None


def decimals_of(number: Decimal) -> int:
    """How many decimals a number is written with."""
    exponent = int(number.as_tuple().exponent)
    return -exponent if exponent < 0 else 0


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half away from zero to `decimals` decimals; never negative zero."""
    result = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(result) if result == 0 else result
