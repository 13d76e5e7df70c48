import pytest

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_items import EvidenceField, FieldType, FormItem
from lib.validation.evidence import check_answer, field_fault, find_missing, tidy_fields

FORM = load_form("ars46", 2569)
ORDER = {"order_office": "ตัวอย่าง เขต 1", "order_no": "9/2568", "order_date": "2025-12-16"}


def _file(item_id: str, *, accepted: bool = True) -> EvidenceFile:
    return EvidenceFile(1, item_id, "a" * 64, "a.pdf", "คำสั่ง", "order", accepted=accepted)


def _item_with(field: EvidenceField) -> FormItem:
    return FormItem("x", 7, 1, "6", "ทดสอบ", (), (field,))


def test_an_item_with_answer_fields_and_file_lacks_nothing() -> None:
    assert "1" not in find_missing(FORM, {"1": Answer("yes", ORDER)}, [_file("1")])


def test_an_item_without_an_answer_lacks_it_all() -> None:
    assert find_missing(FORM, {}, [])["1"].needs == (
        "ยังไม่ได้ตอบ มี/ไม่มี",
        "ยังไม่ได้กรอก คำสั่ง สพป./สพม.",
        "ยังไม่ได้กรอก เลขที่",
        "ยังไม่ได้กรอก สั่ง ณ วันที่",
        "ต้องมีไฟล์หลักฐานที่นับได้อีก 1 ไฟล์",
    )


def test_the_answer_no_does_not_count_however_full_the_rest() -> None:
    assert find_missing(FORM, {"1": Answer("no", ORDER)}, [_file("1")])["1"].needs == ("ตอบว่า ไม่มี",)


def test_a_field_of_spaces_is_empty() -> None:
    spaces = ORDER | {"order_no": "  "}
    assert find_missing(FORM, {"1": Answer("yes", spaces)}, [_file("1")])["1"].needs == ("ยังไม่ได้กรอก เลขที่",)


def test_a_file_that_is_not_accepted_does_not_count() -> None:
    needs = find_missing(FORM, {"1": Answer("yes", ORDER)}, [_file("1", accepted=False)])["1"].needs
    assert needs == ("ต้องมีไฟล์หลักฐานที่นับได้อีก 1 ไฟล์ (แนบแล้ว 1 ไฟล์ แต่ยังไม่นับเป็นหลักฐาน)",)


def test_a_file_of_another_item_does_not_count() -> None:
    assert "1" in find_missing(FORM, {"1": Answer("yes", ORDER)}, [_file("2")])


def test_an_optional_field_may_stay_empty() -> None:
    assert "5" not in find_missing(FORM, {"5": Answer("yes", {}, sub_answers={"4": "yes"})}, [_file("5")])


def test_every_line_of_consideration_must_be_there() -> None:
    some = Answer("yes", {"model": "กระบวนการ"}, sub_answers={"1.1": "yes", "1.3": "no"})
    assert find_missing(FORM, {"2": some}, [_file("2")])["2"].needs == (
        "การพิจารณา 1.3 ตอบว่า ไม่มี",
        "ยังไม่ได้ตอบการพิจารณา 1.2",
    )
    every = Answer("yes", {"model": "กระบวนการ"}, sub_answers={"1.1": "yes", "1.2": "yes", "1.3": "yes"})
    assert "2" not in find_missing(FORM, {"2": every}, [_file("2")])


def test_an_answer_to_an_unknown_consideration_is_refused() -> None:
    found = check_answer(FORM.items[1], Answer("yes", {}, sub_answers={"9.9": "yes"}))
    assert [issue.code for issue in found] == ["E01"]


@pytest.mark.parametrize(
    ("field_type", "text", "is_fault"),
    [
        (FieldType.DATE_BE, "๑๖ ธันวาคม ๒๕๖๘", False),
        (FieldType.DATE_BE, "31/02/2568", True),
        (FieldType.NUMBER, "๒๕๖๙", False),
        (FieldType.NUMBER, "สองพัน", True),
        (FieldType.PAGE, "12-15", False),
        (FieldType.PAGE, "ท้ายเล่ม", True),
        (FieldType.CHOICE, "ร่าง", False),
        (FieldType.CHOICE, "อื่น", True),
        (FieldType.TEXT, "ก" * 4001, True),
        (FieldType.DATE_BE, "", False),
    ],
)
def test_a_field_is_read_by_its_type(field_type: FieldType, text: str, is_fault: bool) -> None:
    choices = ("ร่าง", "อนุมัติแล้ว") if field_type is FieldType.CHOICE else ()
    item = _item_with(EvidenceField("f", "ช่องทดสอบ", field_type, choices=choices))
    assert [issue.code for issue in check_answer(item, Answer("", {"f": text}))] == (
        ["E02"] if is_fault else []
    )


def test_a_fault_names_item_and_field() -> None:
    (issue,) = check_answer(FORM.items[0], Answer("", {"order_date": "วันหนึ่ง"}))
    assert issue.message == "ข้อ 1 ช่อง สั่ง ณ วันที่: อ่านเป็นวันที่ไม่ได้"


def test_a_field_the_form_does_not_have_is_a_fault() -> None:
    assert [issue.code for issue in check_answer(FORM.items[0], Answer("", {"phone": "1"}))] == ["E01"]


def test_a_date_is_kept_in_one_notation_and_text_keeps_its_lines() -> None:
    assert tidy_fields(FORM.items[0], {"order_date": "16 ธ.ค. 2568"})["order_date"] == "2025-12-16"
    assert tidy_fields(FORM.items[1], {"model": " ขั้น 1 \n\n ขั้น  2"})["model"] == "ขั้น 1\nขั้น 2"


@pytest.mark.parametrize(
    ("type_", "text", "reason"),
    [
        (FieldType.ORDER_NO, "ไม่มีเลข", "ไม่มีตัวเลข"),
        (FieldType.ORDER_NO, "ศธ ๐๔๐๐๑/๑๒๓", ""),
        (FieldType.YEAR_BE, "2569", ""),
        (FieldType.YEAR_BE, "๒๕๖๙", ""),
        (FieldType.YEAR_BE, "2026", "ไม่ใช่ปี พ.ศ."),
        (FieldType.YEAR_BE, "69", "ไม่ใช่ปี พ.ศ."),
        (FieldType.NUMBER, "-1", "จำนวนติดลบ"),
        (FieldType.NUMBER, "๑๒", ""),
        (FieldType.DATE_BE, "16 ธันวาคม", "วันที่ยังไม่ครบ"),
        (FieldType.DATE_BE, "31 กุมภาพันธ์ 2568", "อ่านเป็นวันที่ไม่ได้"),
        (FieldType.PROJECT, "โครงการหนึ่ง\nโครงการสอง", ""),
        (FieldType.CHOICE, "อื่น", "ไม่อยู่ในตัวเลือกของแบบ"),
        (FieldType.PAGE, "ท้ายเล่ม", "ไม่มีเลขหน้า"),
    ],
)
def test_each_kind_of_blank_says_what_it_cannot_keep(type_: FieldType, text: str, reason: str) -> None:
    choices = ("ก",) if type_ is FieldType.CHOICE else ()
    assert field_fault(EvidenceField("x", "ช่อง", type_, choices=choices), text)[0] == reason


@pytest.mark.parametrize("form_id", ["ars46", "ktpn_plan"])
def test_an_empty_blank_of_either_form_is_no_fault(form_id: str) -> None:
    fields = [field for item in load_form(form_id, 2569).items for field in item.fields]
    assert {field_fault(field, "") for field in fields} == {("", "")}
