import pytest

from lib.thai.person_words import names_person


@pytest.mark.parametrize(
    "text",
    [
        "เด็กชายสมมติ ชนะเลิศการแข่งขัน",
        "ด.ญ. สมมติ ได้รับรางวัล",
        "นายสมมติ ตัวอย่าง เป็นครูแกนนำ",
        "นางสาวสมมติ ตัวอย่าง ได้รับรางวัลครูดีเด่น",
        "ติดต่อ 00-000-0000 ต่อ 2",
        "โทร ๐๐๐-๐๐๐-๐๐๐๐",
        "เลขประจำตัว 0-0000-00000-00-0",
    ],
)
def test_a_named_person_or_a_number_of_one_is_told(text: str) -> None:
    assert names_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "นายกองค์การบริหารส่วนตำบลให้การสนับสนุน อาคารเรียน",
        "นักเรียนร้อยละ 85.50 อ่านคล่องเขียนคล่อง ปีการศึกษา 2568",
        "นางฟ้าน้อย เป็นกิจกรรมของระดับปฐมวัย",
        "ครูนายช่าง ท้องถิ่นร่วมสอน",
        "งบประมาณ 1,250,000 บาท",
    ],
)
def test_offices_figures_and_years_are_no_person(text: str) -> None:
    assert not names_person(text)
