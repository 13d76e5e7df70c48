"""No figure is stored without a cell that it came from."""

import pytest

from lib.errors import WorkbenchError
from lib.storage.datasets import load_history
from lib.storage.engine import Store, reading
from lib.storage.observations import load_observations
from tests.storage.loads import add_schools, area_figures, figures, keep_and_load


@pytest.mark.parametrize("reference", ["", "ข้อมูล", "ข้อมูล!", "ข้อมูล!E", None])
def test_a_figure_that_names_no_cell_is_refused_with_its_whole_load(store: Store, reference: object) -> None:
    add_schools(store, 2)
    observed = figures((50.0, 60.0))
    observed.loc[1, "source_ref"] = reference
    with pytest.raises(WorkbenchError, match="ไม่รู้ว่ามาจากเซลล์ใด"):
        keep_and_load(store, b"file", observed)
    with reading(store) as session:
        assert load_history(session) == ()


def test_a_stated_figure_needs_its_cell_too(store: Store) -> None:
    add_schools(store, 1)
    with pytest.raises(WorkbenchError, match="ไม่รู้ว่ามาจากเซลล์ใด"):
        keep_and_load(store, b"file", figures((50.0,)), stated=area_figures(40.0, source_ref="แถวเขต"))


@pytest.mark.parametrize("reference", ["E12", "ดี!เด่น!E12", "ข้อมูล!D5,F5", "ข้อมูล!D5:D90"])
def test_every_way_of_naming_cells_is_stored_as_it_stands(store: Store, reference: str) -> None:
    add_schools(store, 1)
    observed = figures((50.0,))
    observed["source_ref"] = reference
    keep_and_load(store, b"file", observed)
    with reading(store) as session:
        assert list(load_observations(session)["source_ref"]) == [reference]
