"""A file speaks of a test and a grade only where the words stand by themselves."""

import pytest

from lib.ingest.context_words import ContextWords
from tests.ingest.workbooks import ONET_HEADER, catalogue, read, sheet


def fits(indicator_id: str, text: str) -> bool:
    return ContextWords(catalogue()).fits(indicator_id, (text,))


@pytest.mark.parametrize(
    "text",
    [
        "O-NET_ป6.xlsx",
        "onetP6.csv",
        "onetp6.csv",
        "ONET P.6",
        "O-NET ชั้นประถมศึกษาปีที่ ๖",
        "ผลสอบ O-NET ประถมศึกษาปีที่ 6",
        "โอเน็ต ชั้นป.6",
        "โอเน็ต ป. 6 ปี 2567",
        "o-net grade 6",
        "ผล O-NET นักเรียนป.6",
    ],
)
def test_onet_of_grade_six_is_recognised(text: str) -> None:
    assert fits("academic.onet_p6_thai", text)


@pytest.mark.parametrize(
    "text", ["O-NET ประถม 60 แห่ง", "O-NET ป.61", "O-NET สพป.6", "O-NET เทป 6", "onet p60"]
)
def test_other_words_with_a_six_are_not_grade_six(text: str) -> None:
    assert not fits("academic.onet_p6_thai", text)


@pytest.mark.parametrize("text", ["O-NET ประถม 6", "O-NET รวม 6 วิชา", "O-NET สพม.6", "แบบฟอร์ม 6 O-NET"])
def test_words_ending_in_m_are_not_lower_secondary_grades(text: str) -> None:
    assert not fits("academic.onet_m6_thai", text)


@pytest.mark.parametrize("text", ["สพม.30 O-NET", "O-NET สพม.3", "O-NET รวม 3 วิชา"])
def test_an_office_number_is_no_grade(text: str) -> None:
    assert not fits("academic.onet_m3_thai", text)


@pytest.mark.parametrize("text", ["nt.csv", "NT ป.3", "ผล_NT_2567", "nt2565.xlsx", "National Test ป.3"])
def test_nt_is_recognised(text: str) -> None:
    assert fits("academic.nt_p3_thai", text)


@pytest.mark.parametrize("text", ["student.csv", "content", "parents p3", "งบ ent"])
def test_nt_inside_a_word_is_not_nt(text: str) -> None:
    assert not fits("academic.nt_p3_thai", text)


@pytest.mark.parametrize("text", ["report p1", "cart ป.1"])
def test_rt_inside_a_word_is_not_rt(text: str) -> None:
    assert not fits("academic.rt_p1_aloud", text)


def test_a_subject_file_of_students_is_asked_about_not_taken_for_nt() -> None:
    found = read(
        sheet(("รหัสโรงเรียน", "โรงเรียน", "ภาษาไทย", "คณิตศาสตร์"), ("99010001", None, 50, 40), name="Sheet1"),
        file_name="student report 2567.csv",
    )
    assert found.accepted.empty
    assert found.codes.count("S21") == 2


def test_an_onet_upload_without_a_grade_is_asked_about() -> None:
    found = read(
        sheet(ONET_HEADER, ("99010001", None, 12, 50, 40, 35, 30, 33, 38)), file_name="onet 2567.csv"
    )
    assert found.accepted.empty
    assert "S21" in found.codes
