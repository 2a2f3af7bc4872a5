"""A question that a committee is asked at an occasion."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a committee is asked and has not answered.

    `about` are the steps to the object in the committee's evaluation, such as `("kpis", "laslust")`, empty where the
    question is about the committee as a whole. `keys` are the keys that lack an answer.
    """

    committee: str
    about: tuple[str, ...]
    keys: tuple[str, ...]
