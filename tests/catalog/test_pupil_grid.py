"""Every column of the pupil register is one indicator, and no subtotal is counted again with its parts."""

import csv
from pathlib import Path

import pytest

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Indicator
from lib.thai.text import fold_key

REAL = Path(__file__).parents[3] / "shared" / "real" / "dmc-2560"
PUPILS = tuple(i for i in load_catalogue().indicators if i.id.startswith("general.pupils_"))

GRADES = (
    ("ก่อนประถม", ["อ.1", "อ.2", "อ.3"]),
    ("ประถม", ["ป.1", "ป.2", "ป.3", "ป.4", "ป.5", "ป.6"]),
    ("ม.ต้น", ["ม.1", "ม.2", "ม.3"]),
    ("ม.ปลายและเทียบเท่า", ["ม.4", "ม.5", "ม.6", "ปวช.1", "ปวช.2", "ปวช.3"]),
)


def _one_row_header() -> list[str]:
    header = []
    for subtotal, grades in GRADES:
        for grade in grades:
            header += [f"{grade} ชาย", f"{grade} หญิง", f"รวม{grade}", f"{grade} ห้อง"]
        header += [f"รวม{subtotal} ชาย", f"รวม{subtotal} หญิง", f"รวม{subtotal}", f"รวมห้อง{subtotal}"]
    return [*header, "รวมทั้งหมด ชาย", "รวมทั้งหมด หญิง", "รวมทั้งหมด", "รวมห้องทั้งหมด"]


def _meanings(header: str, title: str) -> list[str]:
    """Ids of all indicators of the catalogue whose value the header names under that title."""
    key = fold_key(header)
    return [
        indicator.id
        for indicator in load_catalogue().indicators
        if key in map(fold_key, indicator.full_aliases)
        or (key in map(fold_key, indicator.aliases) and _in_context(indicator, fold_key(title)))
    ]


def _in_context(indicator: Indicator, title: str) -> bool:
    phrases = ([fold_key(part) for part in phrase.split("&")] for phrase in indicator.context)
    return not indicator.context or any(all(part in title for part in parts) for parts in phrases)


def _each_resolves_once(headers: list[str], title: str) -> None:
    meanings = {header: _meanings(header, title) for header in headers}
    assert {header: ids for header, ids in meanings.items() if len(ids) != 1} == {}
    assert len({ids[0] for ids in meanings.values()}) == len(headers)


def test_the_92_value_columns_of_a_one_row_header_are_92_indicators() -> None:
    header = _one_row_header()
    assert len(header) == 92
    _each_resolves_once(header, "2560-1-schoolmis-99010000")


def test_a_two_row_header_of_grades_over_sexes_resolves() -> None:
    grades = [grade for _, group in GRADES for grade in group]
    header = [f"{grade} {part}" for grade in grades for part in ("ชาย", "หญิง", "ห้อง")]
    _each_resolves_once([*header, "รวม ชาย", "รวม หญิง", "รวม รวม", "รวม ห้อง"], "ข้อมูลจำนวนนักเรียน")


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder with real public files is not beside the project")
def test_the_header_of_a_real_register_resolves_wholly() -> None:
    for path in sorted(REAL.glob("2560-1-*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header = next(csv.reader(stream))
        values = [text for text in header if fold_key(text) not in load_identity_headers()]
        assert len(values) == 92
        _each_resolves_once(values, path.name)


def test_the_word_for_everything_means_pupils_only_where_the_sheet_says_so() -> None:
    assert _meanings("รวมทั้งหมด", "งบประมาณ") == []


def test_the_parts_of_the_grand_total_are_every_grade_and_sex_exactly_once() -> None:
    by_id = {indicator.id: indicator for indicator in PUPILS}

    def leaves(indicator_id: str) -> list[str]:
        parts = by_id[indicator_id].total_of
        return [leaf for part in parts for leaf in leaves(part)] if parts else [indicator_id]

    found = leaves("general.pupils_all_total")
    # 3 + 6 + 3 + 6 grades, boys and girls
    assert len(found) == len(set(found)) == 18 * 2
    assert len(leaves("general.pupils_all_rooms")) == 18


def test_a_subtotal_of_boys_is_the_sum_of_its_grades_and_a_total_the_sum_of_both_sexes() -> None:
    by_id = {indicator.id: indicator for indicator in PUPILS}
    assert by_id["general.pupils_early_male"].total_of == (
        "general.pupils_k1_male",
        "general.pupils_k2_male",
        "general.pupils_k3_male",
    )
    assert by_id["general.pupils_early_total"].total_of == (
        "general.pupils_early_male",
        "general.pupils_early_female",
    )
    assert by_id["general.pupils_k1_male"].total_of == ()


def test_rooms_are_counted_in_rooms_and_pupils_in_persons() -> None:
    assert {indicator.unit for indicator in PUPILS if indicator.column == "rooms"} == {"ห้อง"}
    assert {indicator.unit for indicator in PUPILS if indicator.column != "rooms"} == {"คน"}
