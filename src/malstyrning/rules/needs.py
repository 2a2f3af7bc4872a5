"""What rules of several families need an object to have. A committee has it in any case: its areas may."""

from typing import Any

from malstyrning.domain.plan import Committee


def a_former_id(value: Any) -> bool:  # noqa: ANN401 - any decided object
    """Tell whether an object was called something else."""
    return value.standing.was is not None or isinstance(value, Committee)


def an_heir(value: Any) -> bool:  # noqa: ANN401 - any decided object
    """Tell whether something took the place of an object."""
    return value.standing.replaced_by is not None or isinstance(value, Committee)


def a_last_year(value: Any) -> bool:  # noqa: ANN401 - any decided object
    """Tell whether an object has ended, or is to end."""
    return value.standing.valid.last is not None or isinstance(value, Committee)
