import pytest

from lib.domain.office import Office
from lib.domain.schools import OfficeType


@pytest.mark.parametrize(
    ("name", "area_name"),
    [
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "ตัวอย่าง"),
        ("สพป.ตัวอย่าง เขต ๒", "ตัวอย่าง"),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 12", ""),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาทดสอบ ตัวอย่าง", "ทดสอบ ตัวอย่าง"),
        ("สพม.ทดสอบ", "ทดสอบ"),
        ("", ""),
    ],
)
def test_the_area_is_what_the_kind_and_the_number_leave(name: str, area_name: str) -> None:
    assert Office(name, "", OfficeType.PRIMARY).area_name == area_name
