"""The command names tests that are there."""

from pathlib import Path

from tests.robustness.__main__ import TARGETS


def test_every_target_points_at_tests_that_exist() -> None:
    here = Path(__file__).parent
    assert [each for target in TARGETS for each in target.tests if not (here / each).is_file()] == []
    assert len({target.id for target in TARGETS}) == len(TARGETS) >= 12
