import pandas as pd

from lib.charts.rating_matrix import make_rating_matrix
from lib.charts.spec import ChartSpec
from lib.charts.theme import VegaSpec

WORDS = ChartSpec(title="ก", subtitle="n = 3", footnote="ที่มา", axis="")


def _cell(row: str, column: str, side: str, n: int, *, framed: bool = False) -> dict[str, object]:
    return {
        "row": row, "column": column, "side": side, "n_schools": n, "framed": framed, "sentence": f"{n} แห่ง",
    }  # fmt: skip


def _rows(spec: VegaSpec, layer: VegaSpec) -> list[dict[str, object]]:
    """The rows a layer draws, wherever Altair keeps them."""
    data = layer["data"]
    rows: list[dict[str, object]] = data.get("values") or spec["datasets"][data["name"]]
    return rows


def test_only_what_is_likely_and_has_a_school_is_hatched() -> None:
    cells = pd.DataFrame(
        [
            _cell("5", "ด้อย", "low", 1, framed=True),
            _cell("5", "น่าจะ", "likely", 2),
            _cell("1", "ด้อย", "low", 0),
            _cell("1", "น่าจะ", "likely", 0),
        ]
    )
    spec = make_rating_matrix(cells, WORDS)
    strokes = [layer for layer in spec["layer"] if "x2" in layer.get("encoding", {})]
    assert strokes
    assert all(_rows(spec, layer) == [{"row": "5", "column": "น่าจะ"}] for layer in strokes)


def test_a_field_without_a_school_shows_a_dash() -> None:
    cells = pd.DataFrame([_cell("5", "ด้อย", "low", 0), _cell("1", "ด้อย", "low", 1234)])
    spec = make_rating_matrix(cells, WORDS)
    assert [row["label"] for row in _rows(spec, spec["layer"][0])] == ["–", "1,234"]
