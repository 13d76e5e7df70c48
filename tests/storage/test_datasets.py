"""A load is stored once and whole, a later one speaks, undo gives back exactly what was there."""

import threading

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, func, select, text, update
from sqlalchemy.exc import IntegrityError

from lib.domain.datasets import RowCounts
from lib.errors import WorkbenchError
from lib.storage import audit, schema
from lib.storage.datasets import active_load_of, load_history, undo_dataset
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import content_hash
from lib.storage.observations import load_benchmarks, load_observations, state_hash
from tests.storage.loads import MATH, add_schools, area_figures, figures, keep_and_load, load

FILE, OTHER = b"first", b"second"


def values(store: Store) -> list[float]:
    with reading(store) as session:
        return load_observations(session).sort_values("school_id")["value"].tolist()


def state(store: Store) -> str:
    with reading(store) as session:
        return state_hash(session)


def test_eight_threads_that_store_the_same_file_store_it_once(store: Store) -> None:
    add_schools(store, 2)
    start = threading.Barrier(8)
    done: list[int] = []
    refused: list[WorkbenchError] = []

    def store_it() -> None:
        start.wait()
        try:
            done.append(keep_and_load(store, FILE, figures([10.0, 20.0])))
        except WorkbenchError as error:
            refused.append(error)

    threads = [threading.Thread(target=store_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert len(refused) == 7
    assert all("ถูกนำเข้าไว้แล้ว" in error.message for error in refused)
    assert values(store) == [10.0, 20.0]


def test_undo_frees_the_file_for_another_load(store: Store) -> None:
    add_schools(store, 1)
    first = keep_and_load(store, FILE, figures([10.0]))
    with writing(store) as session:
        undo_dataset(session, first, by="ข")
    second = keep_and_load(store, FILE, figures([10.0]))
    assert second != first
    with reading(store) as session:
        found = active_load_of(session, content_hash(FILE))
    assert found is not None
    assert found.dataset_id == second


def test_a_later_load_speaks_for_what_it_names_and_only_for_that(store: Store) -> None:
    add_schools(store, 3)
    keep_and_load(store, FILE, figures([10.0, 20.0, 30.0]))
    keep_and_load(store, OTHER, figures([11.0]))
    assert values(store) == [11.0, 20.0, 30.0]


def test_undo_gives_back_the_very_state_before_the_load(store: Store) -> None:
    add_schools(store, 3)
    keep_and_load(store, FILE, figures([10.0, 20.0, 30.0]), stated=area_figures(20.0))
    before = state(store)
    later = keep_and_load(store, OTHER, figures([11.0, 21.0]), stated=area_figures(19.0))
    assert state(store) != before
    with writing(store) as session:
        undo_dataset(session, later, by="ข")
    assert state(store) == before


def test_undoing_an_earlier_load_leaves_the_later_one_speaking(store: Store) -> None:
    add_schools(store, 2)
    first = keep_and_load(store, FILE, figures([10.0, 20.0]))
    keep_and_load(store, OTHER, figures([11.0]))
    with writing(store) as session:
        undo_dataset(session, first, by="ข")
    assert values(store) == [11.0]


@given(steps=st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_figures_in_force_are_those_of_the_latest_loads_that_hold(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("loads")
    store = open_store(f"sqlite:///{(folder / 'office.sqlite3').as_posix()}")
    try:
        add_schools(store, 4)
        held: list[tuple[int, int]] = []
        for number, (school, take_back) in enumerate(steps):
            frame = figures([float(number)] * 4).iloc[school : school + 1]
            held.append((keep_and_load(store, f"{number}".encode(), frame), number))
            if take_back:
                dataset_id, _ = held.pop(len(held) // 2)
                with writing(store) as session:
                    undo_dataset(session, dataset_id, by="ก")
        wanted = {f"{steps[number][0] + 1:08d}": float(number) for _, number in held}
        with reading(store) as session:
            found = load_observations(session)
        assert dict(zip(found["school_id"], found["value"], strict=True)) == wanted
    finally:
        store.dispose()


def test_a_load_can_be_taken_back_only_once(store: Store) -> None:
    add_schools(store, 1)
    dataset_id = keep_and_load(store, FILE, figures([10.0]))
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
    with pytest.raises(WorkbenchError), writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")


def test_a_load_that_never_was_cannot_be_taken_back(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="99"), writing(store) as session:
        undo_dataset(session, 99, by="ข")


@pytest.mark.parametrize("table", [schema.observations, schema.benchmarks])
def test_the_tables_themselves_refuse_a_figure_without_its_way_home(store: Store, table: Table) -> None:
    add_schools(store, 1)
    keep_and_load(store, FILE, figures([10.0]), stated=area_figures(1.0))
    with pytest.raises(IntegrityError), writing(store) as session:
        session.execute(update(table).values(source_ref=""))


def test_rows_that_do_not_add_up_are_refused_and_not_taken_for_a_second_load(store: Store) -> None:
    add_schools(store, 1)
    with pytest.raises(IntegrityError):
        keep_and_load(store, FILE, figures([10.0]), rows=RowCounts(5, 1, 1, 1))


def test_a_figure_of_a_school_nobody_knows_takes_the_whole_load_with_it(store: Store) -> None:
    add_schools(store, 1)
    with pytest.raises(IntegrityError):
        keep_and_load(store, FILE, figures([10.0, 20.0]))
    assert values(store) == []
    with reading(store) as session:
        assert load_history(session) == ()


def test_missing_parts_come_back_as_missing_and_lie_there_as_null(store: Store) -> None:
    add_schools(store, 2)
    frame = figures([10.0, 20.0])
    frame["n"] = [float("nan"), 7.0]
    keep_and_load(store, FILE, frame)
    with reading(store) as session:
        found = load_observations(session).sort_values("school_id")
        nulls = session.execute(text("SELECT count(*) FROM observations WHERE n IS NULL AND sd IS NULL"))
        assert nulls.scalar_one() == 1
    pd.testing.assert_series_equal(
        found["n"].reset_index(drop=True), pd.Series([float("nan"), 7.0], name="n"), check_names=True
    )
    assert str(found["sd"].dtype) == "float64"


def test_the_latest_stated_figure_of_a_scope_speaks(store: Store) -> None:
    add_schools(store, 1)
    keep_and_load(store, FILE, figures([10.0]), stated=area_figures(40.0))
    keep_and_load(store, OTHER, figures([10.0]), stated=area_figures(41.0))
    with reading(store) as session:
        assert load_benchmarks(session)["value"].tolist() == [41.0]


def named(scope: str, *rows: tuple[str, float]) -> pd.DataFrame:
    """Stated figures of several places of one scope."""
    frames = [area_figures(value, scope=scope).assign(scope_name=name) for name, value in rows]
    return pd.concat(frames, ignore_index=True)


def test_each_province_of_a_file_keeps_its_own_figure(store: Store) -> None:
    add_schools(store, 1)
    both = named("province", ("จังหวัดก", 40.0), ("จังหวัดข", 50.0))
    keep_and_load(store, FILE, figures([10.0]), stated=both)
    keep_and_load(store, OTHER, figures([10.0]), stated=named("province", ("ระดับจังหวัดก", 41.0)))
    with reading(store) as session:
        found = load_benchmarks(session)
    assert dict(zip(found["scope_name"], found["value"], strict=True)) == {
        "ระดับจังหวัดก": 41.0,
        "จังหวัดข": 50.0,
    }


def test_there_is_one_area_under_whatever_name_files_give_it(store: Store) -> None:
    add_schools(store, 1)
    keep_and_load(store, FILE, figures([10.0]), stated=named("area", ("เขตสมมติ", 40.0)))
    keep_and_load(store, OTHER, figures([10.0]), stated=named("area", ("รวมทั้งเขต", 41.0)))
    with reading(store) as session:
        assert load_benchmarks(session)["value"].tolist() == [41.0]


def test_figures_can_be_asked_for_by_indicator_and_school(store: Store) -> None:
    add_schools(store, 2)
    keep_and_load(store, FILE, figures([10.0, 20.0]))
    with reading(store) as session:
        assert load_observations(session, school_id="00000002")["value"].tolist() == [20.0]
        assert load_observations(session, indicator_id=MATH).shape[0] == 2
        assert load_observations(session, indicator_id="academic.other").empty


def test_an_empty_database_gives_empty_tables_of_the_right_kind(store: Store) -> None:
    with reading(store) as session:
        found = load_observations(session)
    assert found.empty
    assert str(found["value"].dtype) == "float64"
    assert str(found["year_be"].dtype) == "int64"


def test_every_load_and_every_undo_is_in_the_history(store: Store) -> None:
    add_schools(store, 1)
    dataset_id = keep_and_load(store, FILE, figures([10.0]))
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
    with reading(store) as session:
        (record,) = load_history(session)
        actions = session.execute(select(schema.audit.c.action).order_by(schema.audit.c.audit_id)).scalars()
        assert list(actions) == ["import", "undo_import"]
    assert record.undone_by == "ข"
    assert record.undone_at is not None
    assert record.undone_at.utcoffset() is not None


def test_the_version_of_the_data_grows_with_loads_and_undos(store: Store) -> None:
    add_schools(store, 1)
    seen = []
    with reading(store) as session:
        seen.append(audit.data_version(session))
    dataset_id = keep_and_load(store, FILE, figures([10.0]))
    with reading(store) as session:
        seen.append(audit.data_version(session))
    with writing(store) as session:
        undo_dataset(session, dataset_id, by="ข")
        seen.append(audit.data_version(session))
    assert seen == sorted(set(seen))


@pytest.mark.parametrize(
    "action", ["review", "kpi_answer", "save_kpi_evidence", "sar correct", "sar remove", "report_text"]
)
def test_decisions_do_not_move_the_version_of_the_data(store: Store, action: str) -> None:
    with writing(store) as session:
        audit.record(session, by="ก", action="import", subject="1")
        before = audit.data_version(session)
        audit.record(session, by="ก", action=action, subject="1")
        assert audit.data_version(session) == before


@pytest.mark.parametrize("action", ["sar confirm", "sar reopen"])
def test_what_may_change_a_self_rating_moves_the_version_of_the_data(store: Store, action: str) -> None:
    with writing(store) as session:
        audit.record(session, by="ก", action="import", subject="1")
        before = audit.data_version(session)
        audit.record(session, by="ก", action=action, subject="1")
        assert audit.data_version(session) > before


def test_a_bad_row_in_a_load_leaves_no_dataset_behind(store: Store) -> None:
    add_schools(store, 1)
    doubled = pd.concat([figures([10.0]), figures([10.0])])
    with pytest.raises(IntegrityError), writing(store) as session:
        load(session, FILE, doubled)
    with reading(store) as session:
        assert session.execute(select(func.count()).select_from(schema.datasets)).scalar_one() == 0
