"""A copy of the form that an office adds while its year runs: what was handed in stays and can be read."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lib.catalog import evidence_forms
from lib.catalog.evidence_forms import load_form
from lib.catalog.toml_files import DATA_DIR
from lib.domain.evidence import Answer
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.services.evidence import load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file
from lib.services.evidence_history import changes_since_last_round
from lib.services.evidence_outputs import listed_evidence, make_evidence_archive, make_form_docx
from lib.services.evidence_rounds import freeze_round, submit_round
from lib.services.report_kpi import collect_kpi
from lib.storage.engine import Store, open_store

FORM, YEAR = "ars46", 2569
OFFICE = Office("สพป.ตัวอย่าง เขต 1", "สพป.ตย. 1", OfficeType.PRIMARY)
FIELDS = {
    "1": {"order_office": "ตัวอย่าง เขต 1", "order_no": "9/2568", "order_date": "16 ธันวาคม 2568"},
    "2": {"model": "กระบวนการ 5 ขั้น"},
    "3": {"plan_year": "2569", "plan_page": "45", "project_name": "โครงการนิเทศ"},
    "4": {"method": "แบบบันทึกและสัมภาษณ์"},
}


Changing = tuple[Store, Callable[..., None]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Changing]:
    """An office whose last round is closed at level 5, and a way to give it a newer copy of the form."""
    shutil.copytree(DATA_DIR / "evidence_forms", tmp_path / "data" / "evidence_forms")
    for reader in (load_form, evidence_forms.find_form_ids, evidence_forms.find_broken_forms):
        monkeypatch.setattr(reader, "__defaults__", (tmp_path / "data",))
    store = open_store(f"sqlite:///{(tmp_path / 'office.sqlite3').as_posix()}")
    for item in load_form(FORM, YEAR).items:
        subs = dict.fromkeys([each.number for each in item.sub_criteria], "yes")
        save_answer(store, FORM, YEAR, item.id, Answer("yes", FIELDS.get(item.id, {}), 0, subs), by="ก")
        attach_file(
            store, FORM, YEAR, item.id, b"%PDF-1.7 " + item.id.encode(), "ก.pdf", kind="order", by="ก"
        )
    for round_id in ("6", "9", "12"):
        submit_round(store, FORM, YEAR, round_id, by="ก")
    freeze_round(store, FORM, YEAR, "12", by="ก")
    old = (tmp_path / "data" / "evidence_forms" / "fy2557" / "ars46.toml").read_text("utf-8")

    def give(cut: str, instead: Callable[[re.Match[str]], str], year_be: int = YEAR) -> None:
        newer = tmp_path / "data" / "evidence_forms" / f"fy{year_be}" / "ars46.toml"
        newer.parent.mkdir()
        text = re.sub(cut, instead, old, flags=re.DOTALL)
        assert text != old
        newer.write_text(text, "utf-8")
        assert load_form(FORM, year_be).edition_year_be == year_be

    yield store, give
    store.dispose()


def _four_levels(match: re.Match[str]) -> str:
    return "cap = 4" if match[0] == "cap = 5" else ""


FIFTH = r"\[\[level\]\]\nlevel = 5.*?(?=\[\[item)|\[\[item\]\]\nid = \"5\".*?(?=\[\[baseline)|cap = 5"


def test_a_level_the_newer_copy_lacks_stays_as_reported(office: Changing) -> None:
    store, give = office
    give(FIFTH, _four_levels)
    page = load_evidence_page(store, FORM, YEAR)
    assert [view.level.level for view in page.rounds] == [2, 4, 5]
    assert page.form.label_of(5) == "ระดับ 5"
    assert page.results["level"][-1] == "5"
    assert make_form_docx(store, FORM, YEAR, OFFICE)
    [told] = collect_kpi(store, YEAR, today=date(2026, 10, 1))
    assert told.rounds[-1].level_text == "ระดับ 5"


def test_evidence_of_an_item_that_is_no_more_is_told_and_not_handed_out(office: Changing) -> None:
    store, give = office
    give(FIFTH, _four_levels)
    page = load_evidence_page(store, FORM, YEAR)
    assert [file.item_id for file in page.stray_files] == ["5"]
    assert [file.item_id for file in listed_evidence(page.form, page.files)] == ["1", "2", "3", "4"]
    assert make_evidence_archive(store, FORM, YEAR)


def test_changes_are_told_even_where_the_last_round_has_another_name(office: Changing) -> None:
    store, give = office
    give(r'"12"\n', lambda _: '"year"\n')
    since = changes_since_last_round(store, FORM, YEAR)
    assert since is not None
    assert since.record.round_id == "12"


def test_a_past_year_speaks_in_the_rounds_and_levels_of_its_own_copy(office: Changing) -> None:
    store, give = office
    give(r'"12"\n', lambda _: '"year"\n', YEAR + 1)
    page = load_evidence_page(store, FORM, YEAR + 1)
    assert page.form.edition_year_be == YEAR + 1
    assert page.results["level"] == ("-", "5", "-")
    last = page.past[1]
    assert (last.result, last.closed_round, last.is_final) == ("ระดับ 5", "รอบ 12 เดือน", True)
