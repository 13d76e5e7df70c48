"""Whether a database and its stored files still say what was put into them."""

from collections.abc import Mapping

from sqlalchemy import ForeignKeyConstraint, Table, and_, exists, func, not_, select
from sqlalchemy.orm import Session

from lib.errors import WorkbenchError
from lib.storage.backup_format import TABLES
from lib.storage.check_results import CheckResult, make_result
from lib.storage.engine import Store, reading
from lib.storage.evidence_integrity import check_evidence
from lib.storage.files import kept_files, load_file
from lib.storage.pins import faulty_pins
from lib.storage.schema import (
    benchmarks,
    datasets,
    observations,
    register_load_schools,
    register_loads,
    schools,
    stored_files,
)


def check_store(store: Store) -> tuple[CheckResult, ...]:
    """Look at the database file, references, all loads and what they replaced, ways home and files."""
    with reading(store) as session:
        results = (
            _check_database_file(session),
            _check_references(session),
            _check_loads(session),
            _check_replacements(session),
            _check_schools_of_loads(session),
            _check_register_loads(session),
            _check_ways_home(session),
            make_result("คำตอบที่ปักหมุดไว้", *faulty_pins(session)),
        )
        query = select(stored_files.c.sha256, stored_files.c.file_name)
        names = {row.sha256: row.file_name for row in session.execute(query)}
        damaged = _damaged_files(store, names)
        evidence = check_evidence(session, damaged, set(names))
    return (*results, evidence, _check_files(store, names, damaged))


def orphan_files(store: Store) -> tuple[str, ...]:
    """Hashes of kept files that no row names."""
    with reading(store) as session:
        named = set(session.execute(select(stored_files.c.sha256)).scalars())
    return tuple(sorted(kept_files(store) - named))


def _check_database_file(session: Session) -> CheckResult:
    name = "ไฟล์ฐานข้อมูล"
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return make_result(name, 1, [], ("PostgreSQL ตรวจหน้าข้อมูลของตนเอง",))
    said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return make_result(name, 1, [] if said == ["ok"] else said)


def _check_references(session: Session) -> CheckResult:
    """Every foreign key, counted by hand so that both databases are asked the same."""
    faults = []
    pairs = [(table, key) for table in TABLES for key in table.foreign_key_constraints]
    for table, key in pairs:
        lost = _rows_without_parent(session, table, key)
        if lost:
            faults.append(f"ตาราง {table.name} มี {lost:,} แถวที่อ้างถึงรายการที่ไม่มีใน {key.referred_table.name}")
    return make_result("การอ้างอิงระหว่างตาราง", len(pairs), faults)


def _rows_without_parent(session: Session, table: Table, key: ForeignKeyConstraint) -> int:
    parent = key.referred_table.alias("parent")
    joined = and_(*(each.parent == parent.c[each.column.name] for each in key.elements))
    filled = and_(*(each.parent.is_not(None) for each in key.elements))
    query = select(func.count()).select_from(table).where(filled, not_(select(1).where(joined).exists()))
    return int(session.execute(query).scalar_one())


def _check_loads(session: Session) -> CheckResult:
    """Rows read = loaded + rejected + ignored, and as many values as were said to be stored."""
    counts: dict[int, int] = {}
    for table in (observations, benchmarks):
        for row in session.execute(
            select(table.c.dataset_id, func.count().label("n")).group_by(table.c.dataset_id)
        ):
            counts[row.dataset_id] = counts.get(row.dataset_id, 0) + row.n
    faults = []
    loads = session.execute(select(datasets).order_by(datasets.c.dataset_id)).all()
    for load in loads:
        if load.rows_read != load.rows_loaded + load.rows_rejected + load.rows_ignored:
            faults.append(f"รายการนำเข้า {load.dataset_id} จำนวนแถวที่อ่านไม่เท่ากับผลรวมของแถวที่นำเข้า ไม่รับ และข้าม")
        found = counts.get(load.dataset_id, 0)
        if load.n_values != found:
            faults.append(f"รายการนำเข้า {load.dataset_id} ควรมี {load.n_values:,} ค่า แต่พบ {found:,} ค่า")
    return make_result("จำนวนแถวของการนำเข้า", len(loads), faults)


def _check_replacements(session: Session) -> CheckResult:
    """A load is replaced by a later one, so no chain of replacements can come back to where it began."""
    replaced = datasets.c.superseded_by
    pairs = session.execute(
        select(datasets.c.dataset_id, replaced).where(replaced.is_not(None)).order_by(datasets.c.dataset_id)
    ).all()
    faults = [
        f"รายการนำเข้า {earlier} ถูกแทนด้วยรายการ {later} ซึ่งไม่ได้นำเข้าทีหลัง"
        for earlier, later in pairs
        if later <= earlier
    ]
    return make_result("รายการที่แทนกัน", len(pairs), faults)


def _check_schools_of_loads(session: Session) -> CheckResult:
    """A school is there because a load brought it, so that load has figures of it."""
    of_loads = select(schools.c.school_id, schools.c.added_by).where(schools.c.added_by.is_not(None))
    rows = session.execute(of_loads.order_by(schools.c.school_id)).all()
    figures = exists().where(
        observations.c.school_id == schools.c.school_id, observations.c.dataset_id == schools.c.added_by
    )
    without = set(session.execute(of_loads.where(~figures)).scalars())
    faults = [
        f"โรงเรียน {row.school_id} มาจากรายการนำเข้า {row.added_by} แต่รายการนั้นไม่มีค่าของโรงเรียนนี้"
        for row in rows
        if row.school_id in without
    ]
    return make_result("โรงเรียนที่มากับการนำเข้า", len(rows), faults)


def _check_register_loads(session: Session) -> CheckResult:
    """As many schools as a register file was said to hold, each as it was before and after."""
    lines = register_load_schools.c.load_id
    found = {
        row.load_id: row.n for row in session.execute(select(lines, func.count().label("n")).group_by(lines))
    }
    faults = []
    loads = session.execute(select(register_loads).order_by(register_loads.c.load_id)).all()
    for load in loads:
        told, n = load.n_added + load.n_updated + load.n_unchanged, found.get(load.load_id, 0)
        if told != n:
            faults.append(f"การนำเข้าทะเบียนรายการ {load.load_id} ควรมี {told:,} แห่ง แต่พบ {n:,} แห่ง")
    return make_result("การนำเข้าทะเบียนโรงเรียน", len(loads), faults)


def _check_ways_home(session: Session) -> CheckResult:
    """Every figure names its cell, and the file of its load is known."""
    faults = []
    n_seen = 0
    for table, words in ((observations, "ค่าของโรงเรียน"), (benchmarks, "ค่าเปรียบเทียบ")):
        n_seen += int(session.execute(select(func.count()).select_from(table)).scalar_one())
        known = (
            select(1)
            .select_from(datasets.join(stored_files))
            .where(datasets.c.dataset_id == table.c.dataset_id)
        )
        query = select(func.count()).select_from(table)
        lost = int(
            session.execute(
                query.where((func.length(table.c.source_ref) == 0) | not_(known.exists()))
            ).scalar_one()
        )
        if lost:
            faults.append(f"{words} {lost:,} ค่าไม่มีทางกลับไปยังไฟล์และเซลล์")
    return make_result("ทางกลับไปยังไฟล์และเซลล์", n_seen, faults)


def _damaged_files(store: Store, names: Mapping[str, str]) -> dict[str, str]:
    """sha256 → what is wrong with a stored file."""
    found = {}
    for sha256 in names:
        try:
            load_file(store, sha256)
        except WorkbenchError as error:
            found[sha256] = error.message
    return found


def _check_files(store: Store, names: Mapping[str, str], damaged: Mapping[str, str]) -> CheckResult:
    faults = [f"{words}: {names[sha256]} ({sha256[:12]}…)" for sha256, words in damaged.items()]
    orphans = sorted(kept_files(store) - set(names))
    remarks = tuple(f"ไฟล์ที่ไม่มีรายการใดใช้: {sha256}" for sha256 in orphans)
    return make_result("ไฟล์ต้นฉบับที่เก็บไว้", len(names), faults, remarks)
