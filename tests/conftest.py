"""What all tests share."""

import pytest
from hypothesis import settings

settings.register_profile("without-clock", deadline=None)  # a slow machine makes no test fail
settings.register_profile("fuzz", deadline=None, max_examples=3_400)  # of each of fifteen kinds of damage
settings.load_profile("without-clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
