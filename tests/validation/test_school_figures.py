"""Values that a school cannot have, units in doubt, totals that their parts do not give."""

import pytest

from tests.ingest.workbooks import SCHOOLS, Reading, check, read, sheet

CODES = [school.school_id for school in SCHOOLS]


def scores(*values: object, header: str = "ภาษาไทย", n: object = 20) -> Reading:
    rows = [(code, None, n, value) for code, value in zip(CODES, values, strict=False)]
    return read(sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", header), *rows))


@pytest.mark.parametrize(("value", "code"), [(100.5, "V07"), (-0.1, "V06")])
def test_a_score_outside_its_range_is_turned_away_at_its_cell(value: float, code: str) -> None:
    found = scores(50, value)
    (issue,) = [issue for issue in found.issues if issue.code == code]
    assert issue.cell == "D3"
    assert found.accepted["value"].tolist() == [50]
    assert found.counts == (2, 1, 1, 0)


@pytest.mark.parametrize("value", [0, 100])
def test_the_ends_of_a_range_are_inside(value: float) -> None:
    assert scores(50, value).codes == []


def test_a_whole_column_outside_is_said_for_twenty_cells_and_counted_for_the_rest() -> None:
    schools = [type(SCHOOLS[0])(f"9902{n:04}", f"บ้านไกล{n}", f"9902{n:04}") for n in range(1, 31)]
    rows = [(school.school_id, school.name, 5, 5000) for school in schools]
    found = read(sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย"), *rows), schools=schools)
    assert found.codes.count("V07") == 21
    assert "อีก 10 เซลล์" in found.issues[-1].message
    assert found.counts == (30, 0, 30, 0)


def fractions(header: str = "ร้อยละผลการเรียนระดับ 3 ขึ้นไป") -> Reading:
    rows = [(code, None, value) for code, value in zip(CODES, (0.5, 0.85, 1), strict=False)]
    return read(sheet(("รหัสโรงเรียน", "ชื่อโรงเรียน", header), *rows))


def test_per_cents_that_never_exceed_one_wait_for_an_answer() -> None:
    assert "V08" in fractions().codes
    assert fractions().accepted.empty


@pytest.mark.parametrize(("answer", "values"), [(True, [50, 85, 100]), (False, [0.5, 0.85, 1])])
def test_the_answer_about_fractions_is_followed(answer: bool, values: list[float]) -> None:
    data = fractions().data
    found = check(data, {"academic.gpa_ge3_all_mean": answer})
    assert found.accepted["value"].tolist() == values
    assert "V08" not in found.codes


def test_a_rate_that_is_good_when_low_may_stay_below_one() -> None:
    assert "V08" not in fractions("ร้อยละอ่านไม่ออกเขียนไม่ได้").codes


def test_a_score_that_is_zero_everywhere_was_not_held() -> None:
    found = scores(0, 0, 0)
    assert found.codes == ["V15"]
    assert found.accepted.empty


def test_a_single_zero_is_a_score() -> None:
    assert scores(0, 40, 50).accepted["value"].tolist() == [0, 40, 50]


def test_a_score_of_nobody_is_no_score_and_one_above_zero_is_said() -> None:
    assert (scores(0, n=0).accepted.empty, scores(0, n=0).codes) == (True, ["V24"])
    assert (scores(40, n=0).accepted.empty, scores(40, n=0).codes) == (True, ["V23"])


def test_what_was_counted_is_called_by_its_own_word() -> None:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "โครงการทั้งหมด", "ร้อยละโครงการแล้วเสร็จ")
    found = read(sheet(header, (CODES[0], None, 0, 50), (CODES[1], None, None, 60)))
    said = {issue.code: issue.message for issue in found.issues}
    assert said["V23"].startswith("จำนวนโครงการในแผนปฏิบัติการเป็น 0")
    assert "ไม่มีจำนวนโครงการในแผนปฏิบัติการ" in said["V26"]


def test_half_a_taker_is_impossible() -> None:
    found = scores(50, n=10.5)
    assert found.codes == ["V20"]
    assert found.accepted.empty


def test_an_unusable_number_of_takers_is_said_once_and_the_value_is_kept_without_it() -> None:
    found = scores(50, n="สิบ")
    assert found.codes == ["V03"]
    assert "โดยไม่มีจำนวนผู้เข้าสอบ" in found.issues[0].message
    assert found.accepted["value"].tolist() == [50]
    assert found.accepted["n"].isna().all()


def mixed() -> Reading:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เรียนที่ประเมิน", "สมรรถนะสำคัญ (ร้อยละ)")
    rows = [(code, None, 20, value) for code, value in zip(CODES, (80, 0.85, 90), strict=False)]
    return read(sheet(header, *rows))


def test_a_fraction_among_per_cents_is_asked_about_at_its_cell() -> None:
    found = mixed()
    (issue,) = [issue for issue in found.issues if issue.code == "V08"]
    assert issue.cell == "D3"
    assert found.accepted["value"].tolist() == [80, 90]
    (indicator,) = set(found.accepted["indicator_id"])
    assert check(found.data, {indicator: True}).accepted["value"].tolist() == [80, 85, 90]


def test_a_negative_number_of_takers_is_impossible() -> None:
    found = scores(50, n=-3)
    assert found.codes == ["V20"]
    assert "nan" not in found.issues[0].message
    assert found.accepted.empty


def shares(n: object, numerator: object, value: object) -> Reading:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เรียนที่ประเมิน", "สมรรถนะสำคัญ (คน)", "สมรรถนะสำคัญ (ร้อยละ)")
    return read(sheet(header, (CODES[0], None, n, numerator, value)))


def test_more_people_counted_than_there_were_is_impossible() -> None:
    assert shares(40, 41, 90).codes == ["V20"]


def test_a_share_that_its_counts_do_not_give_is_said_and_kept() -> None:
    found = shares(40, 30, 90)
    assert found.codes == ["V21"]
    assert found.accepted["value"].tolist() == [90]


def test_a_blank_share_is_computed_from_its_counts() -> None:
    found = shares(40, 30, None)
    assert found.value("academic.competency_pct") == 75
    assert found.place("academic.competency_pct") == "ข้อมูล!D2,C2"


def test_a_total_that_its_parts_do_not_give_is_said_and_kept() -> None:
    found = read(
        sheet(
            ("รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "รวมป.1"),
            (CODES[0], None, 7, 6, 13),
            (CODES[1], None, 7, 6, 14),
        ),
        file_name="จำนวนนักเรียน 2567.csv",
    )
    (issue,) = [issue for issue in found.issues if issue.code == "V22"]
    assert issue.cell == "E3"
    assert len(found.accepted) == 6


def test_the_same_figure_in_two_sheets_is_kept_once_when_equal() -> None:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
    sheets = [sheet(header, (CODES[0], None, 5, 50), name=name) for name in ("ก", "ข")]
    assert len(read(*sheets).accepted) == 1


def test_the_same_figure_in_two_sheets_waits_for_a_person_when_different() -> None:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
    sheets = [sheet(header, (CODES[0], None, 5, value), name=str(value)) for value in (50, 51)]
    found = read(*sheets)
    assert found.codes == ["S13"]
    assert found.accepted.empty


@pytest.mark.parametrize(("second", "kept", "codes"), [(48, 1, []), (49, 0, ["S26"])])
def test_an_area_figure_stated_twice_is_kept_only_when_both_agree(
    second: float, kept: int, codes: list[str]
) -> None:
    header = ("รหัสโรงเรียน", "ชื่อโรงเรียน", "จำนวนผู้เข้าสอบ", "ภาษาไทย")
    sheets = [
        sheet(header, (CODES[place], None, 5, 48), (None, "ระดับเขตพื้นที่", None, stated), name=str(place))
        for place, stated in enumerate((48, second))
    ]
    found = read(*sheets)
    assert len(found.benchmarks) == kept
    assert found.codes == codes
