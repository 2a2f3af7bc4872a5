"""Target levels (målnivåer): what an outcome is held against."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from malstyrning.domain.words import DecidedBy


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Reached from `level` upwards."""

    level: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit, as every criterion has them."""
        return self.level, None


@dataclass(frozen=True, slots=True)
class AtMost:
    """Reached from `level` downwards."""

    level: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit."""
        return None, self.level


@dataclass(frozen=True, slots=True)
class Between:
    """Reached from `lower` to `upper`, both included."""

    lower: Decimal
    upper: Decimal

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The lower and the upper limit."""
        return self.lower, self.upper


Criterion = AtLeast | AtMost | Between


def is_easier(one: Criterion, than: Criterion) -> bool:
    """Tell whether `one` lets through what `than` does not: one of its limits is further out, or is missing."""
    (lower, upper), (strict_lower, strict_upper) = one.limits, than.limits
    below = strict_lower is not None and (lower is None or lower < strict_lower)
    above = strict_upper is not None and (upper is None or upper > strict_upper)
    return below or above


def gap(value: Decimal, criterion: Criterion) -> Decimal:
    """How far a value is on the reached side of a level; negative on the worse side."""
    if isinstance(criterion, AtLeast):
        return value - criterion.level
    if isinstance(criterion, AtMost):
        return criterion.level - value
    return min(value - criterion.lower, criterion.upper - value)


@dataclass(frozen=True, slots=True)
class TargetLevel:
    """A target level (målnivå) for a year: one dated decision.

    `tolerance` is absolute, in the KPI's unit, inclusive, on the worse side.
    """

    year: int
    criterion: Criterion
    decided: date
    tolerance: Decimal = Decimal(0)
    reference: str | None = None
    decided_by: DecidedBy = DecidedBy.COUNCIL
    source: str | None = None
    example: bool = False
