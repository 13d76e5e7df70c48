"""The synthesis and the missing reports on their page, from an office without any to one that has all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.assessment_synthesis import SarSynthesis
from lib.domain.assessments import LevelOfEducation, Rating, SelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.domain.schools import School
from lib.services import sar_synthesis
from lib.services.sar_synthesis import load_synthesis
from lib.services.submissions import load_due
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, open_store, writing
from lib.storage.files import register_file
from lib.storage.schools import save_schools
from lib.storage.self_assessments import put_report
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop
from tests.pages.opening import open_page

BASIC, EARLY = LevelOfEducation.BASIC, LevelOfEducation.EARLY_CHILDHOOD
YEAR = 2568


@dataclass
class Office:
    store: Store

    def schools(self, n: int, *, clusters: Sequence[str] = ("",), early: bool = True) -> None:
        with writing(self.store) as session:
            save_schools(
                session,
                [
                    School(
                        f"990100{place:02d}",
                        f"บ้านสมมติ {place}",
                        cluster=clusters[place % len(clusters)],
                        offers_early_childhood=early,
                        pupils=60,
                    )
                    for place in range(1, n + 1)
                ],
            )

    def report(
        self, place: int, level: int, year_be: int = YEAR, *, covers: tuple[LevelOfEducation, ...]
    ) -> None:
        school_id = f"990100{place:02d}"
        ratings = tuple(Rating(each, "1", "", level, "sar5") for each in covers)
        assessment = SelfAssessment(school_id, "", year_be, covers, ratings, (), 1.0, ())
        sha256 = f"{year_be}{place:060d}"
        with writing(self.store) as session:
            register_file(session, sha256, "SAR.docx", 1)
            put_report(
                session,
                assessment,
                DocumentText((), 0),
                school_id=school_id,
                year_be=year_be,
                sha256=sha256,
                file_name="SAR.docx",
                seen_version=0,
                by="ก",
            )


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[Office]:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    store = open_store(database_url)
    yield Office(store)
    store.dispose()


def opened(view: str, **choices: object) -> AppTest:
    app = open_page("pages/self_assessments.py", **{Key.SAR_VIEW: view, **choices})
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.info, *app.caption, *app.success))


def test_without_a_report_the_synthesis_says_what_will_stand_there(office: Office) -> None:
    office.schools(2)
    assert "เมื่อบันทึกรายงานแล้ว ผลสังเคราะห์จะอยู่ที่นี่" in said(opened("synthesis"))


def test_an_office_of_one_level_and_no_clusters_offers_only_what_it_has(office: Office) -> None:
    office.schools(3, early=False)
    office.report(1, 4, covers=(BASIC,))
    app = opened("synthesis")
    assert app.segmented_control(key=Key.SAR_LEVEL).options == ["ขั้นพื้นฐาน"]
    assert app.selectbox(key=Key.SAR_BY).options == ["ทั้งเขต", "ปีการศึกษา"]
    assert "ทั้งหมด **3** แห่ง · เปิดสอนระดับขั้นพื้นฐาน **3** · ส่งแล้ว **1**" in said(app)
    assert app.dataframe[0].value["ดีเลิศ"].tolist() == ["1 (100.00)", "0", "0"]


def test_a_group_of_few_reports_shows_counts_without_per_cents(office: Office) -> None:
    office.schools(4, clusters=("กลุ่ม ก", "กลุ่ม ข"))
    office.report(1, 4, covers=(BASIC,))
    office.report(2, 3, covers=(BASIC,))
    table = opened("synthesis", **{Key.SAR_BY: "cluster"}).dataframe[0].value
    assert table["กลุ่มโรงเรียน"].tolist() == ["กลุ่ม ก", "กลุ่ม ข", "ทั้งเขต"]
    assert table["ส่ง/เปิดสอน/ทั้งหมด"].tolist() == ["1 / 2 / 2", "1 / 2 / 2", "2 / 4 / 4"]
    assert table["ดีเลิศ"].tolist() == ["0", "1", "1"]


def test_items_stand_under_their_standard(office: Office) -> None:
    office.schools(1)
    office.report(1, 4, covers=(BASIC,))
    rows = opened("synthesis", **{f"{Key.SAR_ROWS}-whole": "items"}).dataframe[0].value["มาตรฐานและประเด็น"]
    assert [name.split()[0] for name in rows] == [
        *("1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
        *("3", "3.1", "3.2", "3.3", "3.4", "3.5"),
    ]


def test_drafts_can_be_left_out_and_the_page_says_so(office: Office) -> None:
    office.schools(2)
    office.report(1, 4, covers=(BASIC,))
    app = opened("synthesis", **{Key.SAR_CONFIRMED_ONLY: True})
    assert "ยังไม่มีรายงานของระดับนี้ที่ยืนยันแล้ว" in said(app)
    assert "(ยืนยันแล้ว 0 ฉบับร่าง 1)" in said(app)


def test_two_years_show_who_rose_and_fell_each_with_its_schools(office: Office) -> None:
    office.schools(3)
    for place, before, now in ((1, 3, 4), (2, 4, 4), (3, 5, 3)):
        office.report(place, before, YEAR - 1, covers=(BASIC,))
        office.report(place, now, covers=(BASIC,))
    app = opened("synthesis", **{Key.SAR_BY: "years"})
    years, directions, moves = (each.value for each in app.dataframe)
    assert years["ปีการศึกษา"].tolist() == ["2567", "2568"]
    assert directions.loc[0, ["สูงขึ้น", "เท่าเดิม", "ลดลง", "มีระดับทั้งสองปี"]].tolist() == ["1", "1", "1", "3"]
    assert moves["ปี 2567"].tolist() == ["ดี", "ดีเลิศ", "ยอดเยี่ยม"]
    assert moves["ดี ปี 2568"].tolist() == ["0", "0", "1"]
    risen = ReportedCount(
        YEAR, BASIC, "1", part=CountPart.MOVES, before_year_be=YEAR - 1, moves=((3, 4),), confirmed_only=False
    )
    app.session_state[Key.WAY_HOME] = (Stop(reported=risen),)
    app.run()
    assert not app.exception
    shown = next(each.value for each in app.dataframe if "ระดับคุณภาพ" in each.value)
    assert shown.values.tolist() == [["บ้านสมมติ 1", "ปี 2567 ดี → ดีเลิศ"]]


def test_a_first_year_says_that_no_change_can_be_told(office: Office) -> None:
    office.schools(1)
    office.report(1, 4, covers=(BASIC,))
    assert "ยังไม่มีรายงานของปีก่อนหน้า" in said(opened("synthesis", **{Key.SAR_BY: "years"}))


def test_a_report_of_a_level_not_offered_is_told_by_name(office: Office) -> None:
    office.schools(2, early=False)
    office.report(1, 4, covers=(BASIC, EARLY))
    office.report(2, 4, covers=(BASIC,))
    app = opened("synthesis", **{Key.SAR_LEVEL: EARLY})
    told = said(app)
    assert "ทะเบียนระบุว่าไม่เปิดสอน 1 แห่ง" in told
    assert "บ้านสมมติ 1" in told


def test_who_is_missing_is_listed_and_no_due_day_is_invented(office: Office) -> None:
    office.schools(3, clusters=("กลุ่ม ข", "กลุ่ม ก"))
    office.report(2, 4, covers=(BASIC,))
    app = opened("missing")
    assert "ยังไม่ส่ง **2** จาก **3** แห่ง" in said(app)
    assert "ยังไม่ได้กำหนดวันครบกำหนดส่ง" in said(app)
    assert app.dataframe[0].value["โรงเรียน"].tolist() == ["บ้านสมมติ 1", "บ้านสมมติ 3"]
    assert "เกินกำหนด (วัน)" not in app.dataframe[0].value


def test_a_due_day_set_on_the_page_counts_the_days(office: Office) -> None:
    office.schools(1)
    office.report(1, 4, YEAR - 1, covers=(BASIC,))
    office.report(1, 4, covers=(BASIC,))
    office.schools(2)
    app = opened("missing")
    day = next(each for each in app.selectbox if str(each.key).endswith("day-day"))
    month = next(each for each in app.selectbox if str(each.key).endswith("day-month"))
    day.set_value("31").run()
    month = next(each for each in app.selectbox if str(each.key).endswith("day-month"))
    month.set_value("พฤษภาคม").run()
    app.button(key=Key.SAR_DUE_SAVE).click().run()
    assert not app.exception
    due, _ = load_due(office.store, YEAR)
    assert due is not None
    assert (due.day, due.month, due.year) == (31, 5, YEAR + 1 - 543)
    assert "ครบกำหนด 31 พฤษภาคม 2569" in said(app)


def test_when_all_have_sent_the_page_says_so(office: Office) -> None:
    office.schools(2)
    for place in (1, 2):
        office.report(place, 4, covers=(BASIC, EARLY))
    assert "ทุกโรงเรียนส่งรายงานแล้ว" in said(opened("missing"))
    assert "ไม่อยู่ในตารางข้างต้น" not in said(opened("synthesis"))


def test_what_is_put_together_once_is_kept_until_a_report_is_saved(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(store: Store, year_be: int, *, confirmed_only: bool = False) -> SarSynthesis:
        made.append(year_be)
        return load_synthesis(store, year_be, confirmed_only=confirmed_only)

    monkeypatch.setattr(sar_synthesis, "load_synthesis", counted)
    office.schools(3)
    office.report(1, 4, covers=(BASIC,))
    app = opened("synthesis")
    assert not app.run().run().exception
    assert made == [YEAR]
    office.report(2, 3, covers=(BASIC,))
    app.run()
    assert made == [YEAR, YEAR]
    assert "ส่งแล้ว **2**" in said(app)
