"""A small fictional office in a database: a row in every table a backup must carry."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import insert

from lib.domain.datasets import RowCounts
from lib.domain.meeting import Look, Pin, PinnedTable, Question
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.storage import schema
from lib.storage.answers import save_answers
from lib.storage.datasets import save_dataset
from lib.storage.engine import Store, writing
from lib.storage.files import keep_file, register_file
from lib.storage.pins import save_pin
from lib.storage.schools import save_schools
from lib.storage.settings import save_indicator_changes, save_setting

MATH = "academic.onet_p6_math"
PINNED = Pin(
    0,
    Question(MATH, (), Look.TREND, "", ((PeriodKind.ACADEMIC_YEAR, 2567),)),
    "คณิตย้อนหลัง",
    "คณิต ปี 2567 47.10 คะแนน",
    PinnedTable(("ปี", "ค่า"), (("2567", "47.10 คะแนน"),)),
    ("คะแนนสมมติ.xlsx",),
    3,
    "",
    datetime(2025, 1, 31, tzinfo=UTC),
    "ก",
)
ORIGINAL = "ไฟล์ต้นฉบับสมมติ".encode()


def observed(*values: float) -> pd.DataFrame:
    """Values of the first schools in one year, ten pupils each."""
    rows = [
        (MATH, f"1099000{n}", "academic_year", 2567, 0, value, None, 10.0, None, f"ข้อมูล!E{n + 5}")
        for n, value in enumerate(values, start=1)
    ]
    return pd.DataFrame(rows, columns=OBSERVATION_COLUMNS)


def stated(value: float) -> pd.DataFrame:
    """The area's own figure."""
    row = (MATH, "area", "เขตพื้นที่สมมติ", "academic_year", 2567, 0, value, 20.0, "ข้อมูล!E9")
    return pd.DataFrame([row], columns=BENCHMARK_COLUMNS)


def fill_office(store: Store) -> int:
    """Two schools, one load, an answer, settings and a review; the dataset's id."""
    sha256 = keep_file(store, ORIGINAL)
    with writing(store) as session:
        register_file(session, sha256, "คะแนนสมมติ.xlsx", len(ORIGINAL))
        save_schools(
            session,
            (
                School("10990001", "บ้านน้ำสมมติ", smis_code="10990001", pupils=44),
                School("10990002", "บ้านป่าสมมติ", smis_code="10990002"),
            ),
        )
        save_answers(session, {"บน้ำสมมติ": ("10990001", "บ.น้ำสมมติ")}, dataset_id=None, by="ก")
        office = {"name": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1", "short_name": "สพป.สมมติ เขต 1"}
        save_setting(session, "office", office | {"office_type": "esao_primary"}, seen_version=0, by="ก")
        save_indicator_changes(session, MATH, {"target": 50.0}, seen_version=0, by="ก")
        session.execute(
            insert(schema.reviews).values(
                finding_id="ก1", status="accepted", sentence="น้ำใส\nป่าเขียว “อ้างอิง”", numbers_hash="0",
                saved_at=datetime(2025, 1, 31, 2, 3, 4, 567890, tzinfo=UTC), saved_by="ก",
            )
        )  # fmt: skip
        save_pin(session, PINNED)
        return save_dataset(
            session,
            sha256=sha256,
            file_name="คะแนนสมมติ.xlsx",
            choices_key="-",
            rows=RowCounts(3, 2, 1, 0),
            observed=observed(47.1, 0.1 + 0.2),
            stated=stated(41.25),
            report={"sheets": [{"sheet": "ข้อมูล"}]},
            by="ก",
        )
