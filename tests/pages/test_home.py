from datetime import UTC, datetime

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lib.catalog.loader import load_catalogue
from lib.domain.datasets import RowCounts
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS, WHOLE_YEAR
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.settings import DATABASE_VARIABLE
from lib.storage.datasets import save_dataset
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import keep_file, register_file
from lib.storage.schools import save_schools
from tests.pages.opening import open_page

YEAR = 2567


def open_home(monkeypatch: pytest.MonkeyPatch, url: str) -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    return open_page("pages/home.py")


def words_of(app: AppTest) -> str:
    return "\n".join(str(each.value) for each in (*app.title, *app.markdown, *app.caption, *app.success))


def fill(store: Store, n_schools: int) -> None:
    """One academic indicator of one year for every school."""
    indicator = next(
        each
        for each in load_catalogue().indicators
        if each.key_indicator and each.domain == "academic" and each.period_kind is PeriodKind.ACADEMIC_YEAR
    )
    schools = [School(f"9900{number:04}", f"บ้านสมมติ {number}") for number in range(n_schools)]
    rows = [
        (
            indicator.id,
            school.school_id,
            "academic_year",
            YEAR,
            WHOLE_YEAR,
            50.0,
            None,
            20,
            None,
            f"A!B{number}",
        )
        for number, school in enumerate(schools, start=2)
    ]
    content = f"fictional {datetime.now(UTC)}".encode()
    sha256 = keep_file(store, content)
    with writing(store) as session:
        save_schools(session, schools)
        register_file(session, sha256, "คะแนน.csv", len(content))
        save_dataset(
            session,
            sha256=sha256,
            file_name="คะแนน.csv",
            choices_key="",
            rows=RowCounts(n_schools, n_schools, 0, 0),
            observed=pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)),
            stated=pd.DataFrame(columns=list(BENCHMARK_COLUMNS)),
            report={"issues": [{"severity": "question"}, {"severity": "info"}]},
            by="ก",
        )


def test_an_empty_office_is_shown_three_steps(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    app = open_home(monkeypatch, database_url)
    assert not app.exception
    assert app.title[0].value == "วันนี้ต้องทำอะไร"
    said = words_of(app)
    for step in ("1. ลงทะเบียนโรงเรียน", "2. นำเข้าข้อมูล 4 ด้าน", "3. พิจารณาข้อค้นพบ"):
        assert step in said
    assert "สำนักงานสมมติ" in said
    assert not app.error


def test_an_office_with_figures_sees_what_waits(monkeypatch: pytest.MonkeyPatch, database_url: str) -> None:
    store = open_store(database_url)
    fill(store, 12)
    store.dispose()
    app = open_home(monkeypatch, database_url)
    assert not app.exception
    assert not app.error
    said = words_of(app)
    assert "ยังไม่มี SAR 12 จาก 12 แห่ง (ปีการศึกษา 2567)" in said
    assert "คำถามค้าง 1 ข้อ" in said
    assert "แบบ ARS 46" in said


def test_the_strip_says_presence_in_words_and_signs(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    store = open_store(database_url)
    fill(store, 12)
    store.dispose()
    app = open_home(monkeypatch, database_url)
    cells = app.dataframe[0].value.astype(str).to_numpy().ravel().tolist()
    assert any("● ครบ" in cell and "1/1" in cell for cell in cells)
    assert any("○ ไม่มี" in cell for cell in cells)
