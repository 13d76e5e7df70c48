from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lib.catalog.evidence_forms import find_broken_forms, find_form_ids, load_form
from lib.catalog.toml_files import DATA_DIR
from lib.domain.schools import OfficeType
from lib.errors import BadCatalogue, WorkbenchError

PACKAGED = DATA_DIR / "evidence_forms" / "fy2557" / "ars46.toml"

SECOND_FORM = """
code = "ทดสอบ 1"
heading = "แบบทดสอบ"
indicator_label = "ตัวชี้วัดที่ 1"
indicator_name = "ระดับความสำเร็จของการทดสอบ"
unit = "ระดับ"
weight_pct = 5
scoring = "milestones"
scoring_note = ""
milestone_note = "Milestone 2 ระดับ"
instruction = "กรอกข้อมูล"
reference_line = "ปีงบประมาณ พ.ศ. {fiscal_year}"
n_baseline_years = 2
roles = []

[office_lines]
esao_primary = "ประถมศึกษา {area_name}"
esao_secondary = "มัธยมศึกษา {area_name}"

[[round]]
id = "end"
name = "รอบสิ้นปี"
mark = "*"
legend = "รายงานสิ้นปี"
cap = 2
due_day = 30
due_month = 9

[[level]]
level = 1
points = 2
text = "มีแผน"

[[level]]
level = 2
points = 4
text = "ทำตามแผน"

[[item]]
id = "plan"
number = 1
level = 1
round = "end"
title = "แผน"
lines = ["สถานะ {state}"]
field = [{ id = "state", label = "สถานะ", type = "choice", choices = ["ร่าง", "อนุมัติแล้ว"] }]

[[item]]
id = "done"
number = 2
level = 2
round = "end"
min_files = 2
title = "ผล"
lines = []

[[kind]]
id = "other"
name = "อื่น ๆ"
"""


def _write(data_dir: Path, year_be: int, form_id: str, text: str) -> Path:
    folder = data_dir / "evidence_forms" / f"fy{year_be}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{form_id}.toml").write_text(text, "utf-8")
    return data_dir


@pytest.mark.parametrize(
    "path", sorted((DATA_DIR / "evidence_forms").rglob("*.toml")), ids=lambda path: path.stem
)
def test_every_packaged_form_can_be_read(path: Path) -> None:
    year = int(path.parent.name.removeprefix("fy"))
    assert load_form(path.stem, year).edition_year_be == year


def test_ars_46_carries_the_official_words_of_its_items() -> None:
    form = load_form("ars46", 2557)
    assert form.code == "ARS 46 (1)"
    assert form.indicator_name == (
        "ระดับความสำเร็จของสำนักงานเขตพื้นที่การศึกษาในการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษาที่มีประสิทธิภาพ"
    )
    assert [item.title for item in form.items] == [
        "คำสั่งแต่งตั้งคณะกรรมการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ของสำนักงานเขตพื้นที่การศึกษา",
        "ระบบการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ทั้ง 4 ด้าน ภายในเขตพื้นที่การศึกษา",
        "การติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ทั้ง 4 ด้าน และช่วยเหลือ ส่งเสริม สนับสนุน "
        "ให้สถานศึกษาบริหารและจัดการศึกษาอย่างมีคุณภาพ",
        "การเก็บรวบรวมข้อมูล ประมวลผล สรุปและรายงานผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ทั้ง 4 ด้าน",
        "การนำผลของการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ทั้ง 4 ด้าน ไปใช้พัฒนาคุณภาพตามเป้าหมายของการจัดการศึกษา",
    ]


def test_ars_46_gives_its_items_the_marks_of_their_rounds() -> None:
    form = load_form("ars46", 2557)
    marks = {each.id: each.mark for each in form.rounds}
    assert [marks[item.round_id] for item in form.items] == ["*", "*", "**", "**", "***"]


def test_sub_criteria_are_numbered_one_below_their_level() -> None:
    form = load_form("ars46", 2557)
    numbers = [[each.number for each in item.sub_criteria] for item in form.items]
    assert numbers == [[], ["1.1", "1.2", "1.3"], ["2.1", "2.2"], ["3.1", "3.2", "3.3"], ["4"]]


def test_ars_46_weighs_two_per_cent_and_caps_its_rounds() -> None:
    form = load_form("ars46", 2557)
    assert form.weight_pct == 2.0
    assert {each.id: each.cap for each in form.rounds} == {"6": 2, "9": 4, "12": 5}
    assert len(form.kinds) == 9


def test_the_form_of_2557_serves_2569_with_its_own_dates_and_years() -> None:
    form = load_form("ars46", 2569)
    assert (form.edition_year_be, form.fiscal_year_be) == (2557, 2569)
    assert form.baseline_years == (2567, 2568, 2569)
    assert [form.due_date(each) for each in form.rounds] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
    ]


@pytest.mark.parametrize(
    ("day", "round_id"),
    [
        (date(2025, 10, 1), "6"),
        (date(2026, 3, 31), "6"),
        (date(2026, 4, 1), "9"),
        (date(2026, 9, 30), "12"),
        (date(2027, 1, 1), "12"),
    ],
)
def test_the_round_being_prepared_follows_the_calendar(day: date, round_id: str) -> None:
    assert load_form("ars46", 2569).round_on(day).id == round_id


def test_a_round_due_in_the_first_quarter_falls_in_the_calendar_year_before(tmp_path: Path) -> None:
    text = SECOND_FORM.replace("due_month = 9", "due_month = 12")
    form = load_form("second", 2569, _write(tmp_path, 2569, "second", text))
    assert form.due_date(form.rounds[0]) == date(2025, 12, 30)


def test_a_newer_copy_wins_only_from_its_own_year_on(tmp_path: Path) -> None:
    _write(tmp_path, 2560, "second", SECOND_FORM)
    _write(tmp_path, 2565, "second", SECOND_FORM.replace("แบบทดสอบ", "แบบใหม่"))
    assert load_form("second", 2564, tmp_path).heading == "แบบทดสอบ"
    assert load_form("second", 2565, tmp_path).heading == "แบบใหม่"


def test_a_year_before_the_oldest_copy_has_no_form() -> None:
    with pytest.raises(WorkbenchError, match="2550"):
        load_form("ars46", 2550)


def test_a_second_form_needs_a_file_and_no_code(tmp_path: Path) -> None:
    data_dir = _write(tmp_path, 2569, "second", SECOND_FORM)
    form = load_form("second", 2569, data_dir)
    assert find_form_ids(2569, data_dir) == ("second",)
    assert form.items[0].fields[0].choices == ("ร่าง", "อนุมัติแล้ว")
    assert form.office_lines[OfficeType.PRIMARY] == "ประถมศึกษา {area_name}"


def _without(line: str) -> Callable[[str], str]:
    return lambda text: text.replace(line, "", 1)


def _instead(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_without("weight_pct = 5\n"), ["second", "weight_pct"]),
        (_instead("weight_pct = 5", "weight_pct = 0"), ["weight_pct", "มากกว่า 0"]),
        (_instead("weight_pct = 5", 'weight_pct = "5"'), ["weight_pct", "ตัวเลข"]),
        (_instead("weight_pct = 5", "weigth = 5\nweight_pct = 5"), ["weigth", "ไม่รู้จัก"]),
        (_instead("level = 2\npoints", "level = 3\npoints"), ["level", "1, 2, 3"]),
        (_instead("cap = 2", "cap = 3"), ["round end", "cap"]),
        (_instead('round = "end"', 'round = "start"'), ["item plan", "ไม่มีรอบ start"]),
        (_instead('id = "done"', 'id = "plan"'), ["item", "plan ซ้ำกัน"]),
        (_instead('id = "done"', 'id = "baseline"'), ["item baseline", "สงวนไว้"]),
        (_instead('id = "done"', 'id = "contacts"'), ["item contacts", "สงวนไว้"]),
        (_instead("roles = []", 'roles = ["ก", "ก"]'), ["roles", "ก ซ้ำกัน"]),
        (_instead('type = "choice"', 'type = "menu"'), ["item plan field state", "type"]),
        (_instead(', choices = ["ร่าง", "อนุมัติแล้ว"]', ""), ["field state", "choices"]),
        (_instead("{state}", "{stat}"), ["item plan", "stat"]),
        (_instead('"สถานะ {state}"', '"สถานะ"'), ["item plan", "state", "ไม่ถูกพิมพ์"]),
        (_instead("due_month = 9", "due_month = 13"), ["round end", "due_month"]),
        (_instead("level = 2\nround", "level = 1\nround"), ["level 2", "ไม่มี item"]),
        (_instead('esao_primary = "ประถมศึกษา {area_name}"', ""), ["office_lines", "esao_primary"]),
        (_instead("{fiscal_year}", "{year}"), ["reference_line", "fiscal_year"]),
        (_instead("[[kind]]", "[[kind]"), ["second.toml", "อ่านไม่ได้"]),
        (_instead("points = 4", "points = 2"), ["level", "points"]),
        (_instead('scoring = "milestones"', 'scoring = "guess"'), ["second", "scoring", "checklist"]),
        (_instead("points = 2", "points = 2\nmin_items = 1"), ["level", "min_items", "checklist"]),
        (_instead('scoring = "milestones"', 'scoring = "checklist"'), ["level", "min_items"]),
        (_instead("weight_pct = 5", "weight_pct = nan"), ["weight_pct", "ตัวเลข"]),
        (_instead("points = 4", "points = inf"), ["level 2", "points", "ตัวเลข"]),
        (_instead('id = "done"', 'id = ""'), ["item 2", "id", "เว้นว่าง"]),
        (_instead('id = "done"', 'id = "a/b"'), ["item a/b", "id", "40 ตัวอักษร"]),
        (_instead('{ id = "state"', '{ id = "st.ate"'), ["item plan field st.ate", "ไม่มีจุด"]),
        (_instead('title = "ผล"', 'title = " "'), ["item done", "title", "เว้นว่าง"]),
        (_instead('title = "ผล"', 'title = "ผ\\u0001ล"'), ["item done", "title", "อักขระควบคุม"]),
        (_instead('"อนุมัติแล้ว"', '"ร่าง"'), ["item plan field state", "choices", "ซ้ำกัน"]),
        (_instead('"อนุมัติแล้ว"', '""'), ["item plan field state", "choices", "เว้นว่าง"]),
        (_instead("min_files = 2", "min_files = 1000000"), ["item done", "min_files", "99"]),
        (_instead('label = "สถานะ"', 'label = "สถานะ", blank_lines = 9999'), ["field state", "blank_lines"]),
        (_instead("n_baseline_years = 2", "n_baseline_years = 9999"), ["n_baseline_years"]),
        (_instead("number = 1", "number = 0"), ["item plan", "number"]),
        (_instead("roles = []", f"roles = {'[' * 3000}{']' * 3000}"), ["ซ้อนกัน"]),
    ],
)
def test_a_bad_form_is_refused_with_file_key_and_reason(
    tmp_path: Path, spoil: Callable[[str], str], words: list[str]
) -> None:
    text = spoil(SECOND_FORM)
    assert text != SECOND_FORM
    with pytest.raises(BadCatalogue) as refused:
        load_form("second", 2569, _write(tmp_path, 2569, "second", text))
    assert "second.toml" in refused.value.message
    assert [word for word in words if word not in refused.value.message] == []


def test_a_broken_file_is_told_and_holds_up_no_other_form(tmp_path: Path) -> None:
    _write(tmp_path, 2568, "first", SECOND_FORM)
    _write(tmp_path, 2569, "second", SECOND_FORM.replace("points = 4", "points = 1"))
    (tmp_path / "evidence_forms" / "fy2569" / "folder.toml").mkdir()
    assert find_form_ids(2569, tmp_path) == ("first",)
    [fault] = find_broken_forms(2569, tmp_path)
    assert "fy2569/second.toml" in fault.message
    assert find_broken_forms(2568, tmp_path) == ()


def test_a_broken_copy_of_a_year_leaves_the_years_before_it_alone(tmp_path: Path) -> None:
    _write(tmp_path, 2568, "second", SECOND_FORM)
    _write(tmp_path, 2569, "second", "")
    assert find_form_ids(2568, tmp_path) == ("second",)
    assert find_form_ids(2569, tmp_path) == ()


def _form_of(tmp_path: Path, content: bytes) -> Path:
    data_dir = _write(tmp_path, 2569, "second", "")
    (data_dir / "evidence_forms" / "fy2569" / "second.toml").write_bytes(content)
    return data_dir


def test_a_form_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    data_dir = _form_of(tmp_path, b"\xef\xbb\xbf" + SECOND_FORM.encode())
    assert load_form("second", 2569, data_dir).id == "second"


@pytest.mark.parametrize(("coding", "line"), [("cp874", 2), ("utf-16", 1)])
def test_a_form_in_another_coding_is_told_with_line_and_what_to_do(
    tmp_path: Path, coding: str, line: int
) -> None:
    with pytest.raises(BadCatalogue) as refused:
        load_form("second", 2569, _form_of(tmp_path, SECOND_FORM.encode(coding)))
    assert f"บรรทัดที่ {line} ไม่ได้บันทึกเป็น UTF-8" in refused.value.message
    assert "Notepad" in refused.value.hint


def test_broken_toml_is_told_at_its_line_in_thai(tmp_path: Path) -> None:
    spoilt = SECOND_FORM.replace("weight_pct = 5", "weight_pct = ")
    line = spoilt[: spoilt.index("weight_pct = ")].count("\n") + 1
    with pytest.raises(BadCatalogue) as refused:
        load_form("second", 2569, _form_of(tmp_path, spoilt.encode()))
    assert f"รูปแบบไม่ถูกต้องที่บรรทัดที่ {line} ตัวอักษรที่ " in refused.value.message
    cut = SECOND_FORM.encode() + b'name = "'
    with pytest.raises(BadCatalogue, match=r"บรรทัดที่|ท้ายไฟล์"):
        load_form("second", 2569, _form_of(tmp_path, cut))


def test_the_packaged_form_names_nobody() -> None:
    text = PACKAGED.read_text("utf-8")
    assert not any(title in text for title in ("นาย", "นาง", "โทร"))


CHECKLIST = load_form("ktpn_plan", 2569)


def test_the_checklist_form_has_named_levels_and_no_milestones() -> None:
    assert [(each.name, each.min_items) for each in CHECKLIST.levels] == [("พอใช้", 2), ("ดี", 4), ("ดีมาก", 6)]
    assert {item.level for item in CHECKLIST.items} == {0}
    assert (CHECKLIST.label_of(0), CHECKLIST.label_of(3)) == ("ระดับ 0", "ระดับ 3 ดีมาก")


def test_a_round_reports_on_its_own_items_and_those_before() -> None:
    first, last = CHECKLIST.rounds
    assert [item.number for item in CHECKLIST.reported_in(first)] == [1, 2, 3]
    assert [item.number for item in CHECKLIST.reported_in(last)] == [1, 2, 3, 4, 5, 6]


def test_the_checklist_serves_no_year_before_its_first_copy() -> None:
    assert "ktpn_plan" not in find_form_ids(2565)
    assert "ktpn_plan" in find_form_ids(2566)
