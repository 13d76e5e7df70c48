import shutil
from pathlib import Path

import pytest

from lib.catalog import evidence_forms
from lib.catalog.toml_files import DATA_DIR
from lib.services.evidence_focus import form_choices, open_pages, thai_today
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of
from tests.pages.opening import open_page

YEAR = fiscal_year_of(thai_today())


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of forms of its own, the packaged ones to begin with."""
    shutil.copytree(DATA_DIR / "evidence_forms", tmp_path / "data" / "evidence_forms")
    for reader in (
        evidence_forms.load_form,
        evidence_forms.find_form_ids,
        evidence_forms.find_broken_forms,
    ):
        monkeypatch.setattr(reader, "__defaults__", (tmp_path / "data",))
    return tmp_path / "data" / "evidence_forms"


def test_a_broken_form_is_told_on_the_page_and_the_others_go_on(store: Store, forms: Path) -> None:
    whole = (forms / "fy2566" / "ktpn_plan.toml").read_text("utf-8")
    (forms / "fy2566" / "ktpn_plan.toml").write_text(whole.replace("cap = 3", "cap = 9"), "utf-8")
    app = open_page("pages/kpi_form.py")
    assert not app.exception
    [told] = [each.value for each in app.error]
    assert "fy2566/ktpn\\_plan.toml" in told or "fy2566/ktpn_plan.toml" in told
    assert "cap" in told
    assert "แบบอื่นใช้ได้ตามปกติ" in told
    assert [each.value for each in app.title] == ["ตัวชี้วัดที่ 46 อยู่ระดับใด และยังขาดอะไร"]
    assert [page.form.id for page in open_pages(store, thai_today())] == ["ars46"]


def test_a_broken_copy_for_next_year_keeps_this_year_open(store: Store, forms: Path) -> None:
    (forms / f"fy{YEAR + 1}").mkdir()
    (forms / f"fy{YEAR + 1}" / "ars46.toml").write_text("code = ", "utf-8")
    assert form_choices(thai_today()) == ("ars46", "ktpn_plan")
    app = open_page("pages/kpi_form.py")
    assert not app.exception
    assert [each.value for each in app.title] == ["ตัวชี้วัดที่ 46 อยู่ระดับใด และยังขาดอะไร"]


def test_without_any_form_the_page_says_why_and_stops(store: Store, forms: Path) -> None:
    for path in forms.rglob("*.toml"):
        path.write_text("", "utf-8")
    app = open_page("pages/kpi_form.py")
    assert not app.exception
    assert len(app.error) == 2
