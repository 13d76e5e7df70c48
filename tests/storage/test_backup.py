"""A backup carries everything over to either database, and a bad one changes nothing."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from lib.domain.datasets import RowCounts
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.backup import write_backup
from lib.storage.backup_format import MANIFEST, TABLES, RefusedBackup, encode_row, file_path, table_path
from lib.storage.datasets import load_history, save_dataset
from lib.storage.engine import Store, open_store, reading, writing
from lib.storage.files import content_hash, kept_files, load_file, remove_file
from lib.storage.layouts import save_layout
from lib.storage.observations import state_hash
from lib.storage.register_loads import load_register_history, undo_register_load
from lib.storage.restore import is_empty, restore_backup
from tests.storage.loads import load, take_in_register
from tests.storage.office_with_data import ORIGINAL, fill_office, observed, stated

Entries = dict[str, bytes]


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def backup_file(tmp_path: Path) -> Path:
    """A backup of a small office kept on SQLite."""
    source = open_store(f"sqlite:///{(tmp_path / 'source.sqlite3').as_posix()}")
    fill_office(source)
    target = tmp_path / "backup.zip"
    write_backup(source, target)
    source.dispose()
    return target


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the history."""
    with reading(store) as session:
        return {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in TABLES
            if table.name != "audit"
        }


def entries_of(file: Path) -> Entries:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_entries(file: Path, entries: Entries) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def with_manifest(entries: Entries, change: Callable[[dict[str, object]], None]) -> Entries:
    manifest = json.loads(entries[MANIFEST])
    change(manifest)
    return entries | {MANIFEST: json.dumps(manifest).encode()}


def test_a_restored_office_is_the_same_in_every_row(store: Store, backup_file: Path, tmp_path: Path) -> None:
    source = open_store(f"sqlite:///{(tmp_path / 'source.sqlite3').as_posix()}")
    restore_backup(store, backup_file, replace=False, by="ข")
    assert rows_of(store) == rows_of(source)
    with reading(store) as here, reading(source) as there:
        assert state_hash(here) == state_hash(there)
    assert load_file(store, content_hash(ORIGINAL)) == ORIGINAL
    source.dispose()


def test_there_and_back_again_gives_the_same_figures(store: Store, backup_file: Path, tmp_path: Path) -> None:
    restore_backup(store, backup_file, replace=False, by="ข")
    second = tmp_path / "second.zip"
    write_backup(store, second)
    back = open_store(f"sqlite:///{(tmp_path / 'back.sqlite3').as_posix()}")
    restore_backup(back, second, replace=False, by="ข")
    assert rows_of(back) == rows_of(store)
    mine, theirs = entries_of(backup_file), entries_of(second)
    same = {name for name in mine if name not in (MANIFEST, table_path("audit"))}
    assert {name: mine[name] for name in same} == {name: theirs[name] for name in same}
    back.dispose()


_NEW_COLUMNS = {
    "reviews": ("numbers",),
    "datasets": ("superseded_by",),
    "schools": ("added_by", "listed"),
    "school_aliases": ("alias_id", "dataset_id"),
    "kpi_rounds": ("edition", "reason", "claimed_level", "claimed_reason"),
    "kpi_answers": ("sub_answers",),
    "kpi_evidence": ("dated_on", "link", "held_at"),
}
_NEW_TABLES = (
    "remembered_layouts",
    "register_loads",
    "register_load_schools",
    "pins",
    "peer_choices",
    "visits",
    "theme_choices",
    "external_assessments",
    "external_follow_ups",
    "external_dues",
    "kpi_evidence_versions",
    "kpi_drafts",
    "report_editions",
)


def as_the_first_schema_wrote_it(entries: Entries) -> Entries:
    """The same backup without the table and the columns that came later."""
    manifest = json.loads(entries[MANIFEST])
    manifest["revision"] = "0001"
    for table in _NEW_TABLES:
        del manifest["columns"][table], manifest["members"][table_path(table)], entries[table_path(table)]
    for table, gone in _NEW_COLUMNS.items():
        path, columns = table_path(table), manifest["columns"][table]
        kept = [place for place, name in enumerate(columns) if name not in gone]
        manifest["columns"][table] = [columns[place] for place in kept]
        rows = [json.loads(line) for line in entries[path].splitlines()]
        content = b"".join(encode_row([row[place] for place in kept]) for row in rows)
        entries[path] = content
        manifest["members"][path] |= {"n_bytes": len(content), "sha256": content_hash(content)}
    return entries | {MANIFEST: json.dumps(manifest).encode()}


def test_a_backup_of_the_first_schema_is_put_back_whole(
    store: Store, backup_file: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older.zip"
    write_entries(older, as_the_first_schema_wrote_it(entries_of(backup_file)))
    restore_backup(store, older, replace=False, by="ข")
    source = open_store(f"sqlite:///{(tmp_path / 'source.sqlite3').as_posix()}")
    with reading(store) as here, reading(source) as there:
        assert state_hash(here) == state_hash(there)
    source.dispose()


def test_a_register_file_can_be_taken_back_after_a_restore(store: Store, tmp_path: Path) -> None:
    source = open_store(f"sqlite:///{(tmp_path / 'source.sqlite3').as_posix()}")
    fill_office(source)
    with reading(source) as session:
        before = state_hash(session)
    take_in_register(source, [School("10990001", "บ้านใหม่สมมติ"), School("10990003", "บ้านไร่สมมติ")])
    write_backup(source, tmp_path / "backup.zip")
    source.dispose()
    restore_backup(store, tmp_path / "backup.zip", replace=False, by="ข")
    with writing(store) as session:
        (load_record,) = load_register_history(session)
        assert load_file(store, load_record.sha256) == b"register"
        undo_register_load(session, load_record.load_id, by="ข")
        assert state_hash(session) == before


def test_a_backup_keeps_which_load_took_anothers_place(tmp_path: Path, store: Store) -> None:
    first = fill_office(store)
    with writing(store) as session:
        later = load(session, ORIGINAL, observed(50.0), choices_key="อื่น", replaces=first)
        save_layout(session, "แบบ", {"ปี": 2567}, dataset_id=later, by="ก")
        before = state_hash(session)
    target = tmp_path / "replaced.zip"
    write_backup(store, target)
    restore_backup(store, target, replace=True, by="ข")
    with reading(store) as session:
        assert state_hash(session) == before
        assert {each.dataset_id: each.replaced_by for each in load_history(session)} == {
            later: None,
            first: later,
        }


def test_new_rows_after_a_restore_get_new_numbers(store: Store, backup_file: Path) -> None:
    restore_backup(store, backup_file, replace=False, by="ข")
    with writing(store) as session:
        dataset_id = save_dataset(
            session,
            sha256=content_hash(ORIGINAL),
            file_name="อีกไฟล์.xlsx",
            choices_key="อื่น",
            rows=RowCounts(1, 1, 0, 0),
            observed=observed(50.0),
            stated=stated(50.0),
            report={},
            by="ข",
        )
    assert dataset_id == 2


def test_caches_see_a_restore_as_a_new_version(store: Store, backup_file: Path) -> None:
    fill_office(store)
    with writing(store) as session:
        for number in range(20):
            audit.record(session, by="ก", action="test", subject=str(number))
            audit.record(session, by="ก", action="review", subject=str(number))
        before = audit.history_version(session)
    restore_backup(store, backup_file, replace=True, by="ข")
    with reading(store) as session:
        assert audit.data_version(session) == before + 1


def test_a_history_that_ends_with_a_decision_is_put_back(store: Store, tmp_path: Path) -> None:
    """The version of the data passes over decisions; the number of the new line must not."""
    fill_office(store)
    with writing(store) as session:
        audit.record(session, by="ก", action="review", subject="ก1")
    target = tmp_path / "decided.zip"
    write_backup(store, target)
    restore_backup(store, target, replace=True, by="ข")
    with reading(store) as session:
        assert audit.last_at(session, "review") is not None


def test_a_full_database_is_replaced_only_when_asked(store: Store, backup_file: Path) -> None:
    fill_office(store)
    before = rows_of(store)
    with pytest.raises(WorkbenchError, match="มีข้อมูลอยู่แล้ว"):
        restore_backup(store, backup_file, replace=False, by="ข")
    assert rows_of(store) == before
    restore_backup(store, backup_file, replace=True, by="ข")
    with reading(store) as session:
        assert audit.last_at(session, "restore") is not None


def test_a_backup_shows_one_moment_while_others_write(store: Store, tmp_path: Path) -> None:
    fill_office(store)
    before = rows_of(store)
    import lib.storage.backup as backup

    written = backup._write_table
    disturbed = False

    def write_and_disturb(*arguments: object) -> object:
        nonlocal disturbed
        member = written(*arguments)  # type: ignore[arg-type]
        if not disturbed:
            disturbed = True
            with writing(store) as session:
                audit.record(session, by="ค", action="meanwhile", subject="-")
        return member

    patch = pytest.MonkeyPatch()
    patch.setattr(backup, "_write_table", write_and_disturb)
    target = tmp_path / "moment.zip"
    manifest = write_backup(store, target)
    patch.undo()
    assert disturbed
    assert b"meanwhile" not in entries_of(target)[table_path("audit")]
    assert manifest.rows == {name: len(rows) for name, rows in before.items()} | {
        "audit": manifest.rows["audit"]
    }


def test_a_lost_original_is_named_and_the_rest_is_kept(store: Store, tmp_path: Path) -> None:
    fill_office(store)
    remove_file(store, content_hash(ORIGINAL))
    target = tmp_path / "lost.zip"
    assert write_backup(store, target).missing_files == [content_hash(ORIGINAL)]
    restore_backup(store, target, replace=True, by="ข")


def test_a_place_without_a_folder_is_said_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="เขียนชุดสำรอง"):
        write_backup(store, tmp_path / "no" / "backup.zip")


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def _other_zip(file: Path) -> None:
    write_entries(file, {"letter.txt": b"-"})


def _no_zip(file: Path) -> None:
    file.write_bytes(b"not a zip at all")


def _flip_a_byte(file: Path) -> None:
    """Of a member's own bytes; a member's place and day may differ without harm."""
    with zipfile.ZipFile(file) as archive:
        member = max(archive.infolist(), key=lambda each: each.compress_size)
    content = bytearray(file.read_bytes())
    name_bytes, extra_bytes = content[member.header_offset + 26], content[member.header_offset + 28]
    content[member.header_offset + 30 + name_bytes + extra_bytes + member.compress_size // 2] ^= 0xFF
    file.write_bytes(bytes(content))


def _change_a_figure(file: Path) -> None:
    entries = entries_of(file)
    name = table_path("observations")
    write_entries(file, entries | {name: entries[name].replace(b"47.1", b"74.1")})


def _newer_format(file: Path) -> None:
    write_entries(file, with_manifest(entries_of(file), lambda value: value.update(format_version=99)))


def _newer_schema(file: Path) -> None:
    write_entries(file, with_manifest(entries_of(file), lambda value: value.update(revision="9999")))


def _climbing_name(file: Path) -> None:
    write_entries(file, entries_of(file) | {"files/../../outside": b"-"})


def _climbing_name_in_manifest(file: Path) -> None:
    member = {"n_bytes": 1, "sha256": content_hash(b"-"), "rows": 0}

    def add(value: dict[str, object]) -> None:
        members = value["members"]
        assert isinstance(members, dict)
        members["files/../../outside"] = member

    write_entries(file, with_manifest(entries_of(file) | {"files/../../outside": b"-"}, add))


def _larger_than_stated(file: Path) -> None:
    entries = entries_of(file)
    name = table_path("schools")
    write_entries(file, entries | {name: entries[name] * 1000})


def _without_its_file(file: Path) -> None:
    entries = entries_of(file)
    del entries[file_path(content_hash(ORIGINAL))]
    write_entries(file, entries)


def _manifest_of_nonsense(file: Path) -> None:
    write_entries(file, entries_of(file) | {MANIFEST: b"[1, 2]"})


@pytest.mark.parametrize(
    "spoil",
    [
        _truncate, _other_zip, _no_zip, _flip_a_byte, _change_a_figure, _newer_format, _newer_schema,
        _climbing_name, _climbing_name_in_manifest, _larger_than_stated, _without_its_file,
        _manifest_of_nonsense,
    ],
)  # fmt: skip
def test_a_bad_backup_is_refused_and_nothing_changes(
    database_url: str, backup_file: Path, spoil: Callable[[Path], None]
) -> None:
    store = open_store(database_url)
    fill_office(store)
    before = rows_of(store)
    spoil(backup_file)
    with pytest.raises(RefusedBackup, match="ฐานข้อมูลเดิมไม่เปลี่ยนแปลง"):
        restore_backup(store, backup_file, replace=True, by="ข")
    assert rows_of(store) == before
    assert not (store.files.parent / "outside").exists()
    store.dispose()


def test_rows_that_contradict_each_other_are_refused_whole(store: Store, backup_file: Path) -> None:
    """The hashes agree, a school is missing: only the database itself can tell."""
    entries = entries_of(backup_file)
    name = table_path("schools")
    lines = b"".join(line + b"\n" for line in entries[name].splitlines() if b"10990002" not in line)

    def shorten(value: dict[str, object]) -> None:
        members = value["members"]
        assert isinstance(members, dict)
        members[name] = {"n_bytes": len(lines), "sha256": content_hash(lines), "rows": 1}

    write_entries(backup_file, with_manifest(entries | {name: lines}, shorten))
    with pytest.raises(RefusedBackup, match="ขัดแย้ง"):
        restore_backup(store, backup_file, replace=False, by="ข")
    with reading(store) as session:
        assert is_empty(session)
    assert kept_files(store) == set()


def test_a_backup_lists_what_it_holds(backup_file: Path) -> None:
    manifest = json.loads(entries_of(backup_file)[MANIFEST])
    assert manifest["revision"]
    assert manifest["members"][table_path("schools")]["rows"] == 2
    with zipfile.ZipFile(io.BytesIO(backup_file.read_bytes())) as archive:
        assert archive.testzip() is None
