import pytest

from lib.domain.chart_descriptions import ChartKind
from tests.report.chart_goldens import FOLDER, KINDS, golden_text


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_of_each_kind_is_drawn_as_agreed(kind: ChartKind) -> None:
    agreed = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    assert golden_text(kind) == agreed, "python -m tests.report.outline writes the agreed charts again"
