"""The findings page on the sample office: read, filter, decide."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, reading
from lib.storage.reviews import load_reviews
from lib.ui.state import Key
from tests.pages.opening import open_page


def opened_page() -> AppTest:
    return open_page("pages/findings.py")


def test_without_figures_the_page_leads_to_the_import(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    app = opened_page()
    assert not app.exception
    assert "ยังไม่มีข้อมูลของสำนักงาน" in app.info[0].value


def test_strengths_and_areas_stand_side_by_side_with_their_rule(office: Store) -> None:
    app = opened_page()
    assert not app.exception
    heads = [head.value for head in app.subheader]
    assert heads[0].startswith("▲ จุดเด่น")
    assert heads[1].startswith("▼ จุดที่ควรพัฒนา")
    sentences = [text.value for text in app.text]
    assert len(sentences) >= 10
    assert all("(กฎ R" in sentence for sentence in sentences)


def test_accepting_a_finding_is_kept_with_the_figures_it_was_made_on(office: Store) -> None:
    app = opened_page()
    app.selectbox(key=Key.STATUS).select("open").run()
    button = next(each for each in app.button if str(each.key).startswith("accept-"))
    finding_id = str(button.key).removeprefix("accept-")
    button.click().run()
    assert not app.exception
    with reading(office) as session:
        review = load_reviews(session)[finding_id]
    assert (review.status, bool(review.numbers_hash)) == ("accepted", True)


def test_a_rejection_needs_a_reason(office: Store) -> None:
    app = opened_page()
    app.selectbox(key=Key.STATUS).select("open").run()
    button = next(each for each in app.button if str(each.key).startswith("open-"))
    finding_id = str(button.key).removeprefix("open-")
    button.click().run()
    # A browser redraws the dialog alone; AppTest draws the whole page, so it is opened again each time.
    app.session_state[Key.OPEN_FINDING] = finding_id
    app.radio(key=f"status-{finding_id}").set_value("rejected").run()
    app.session_state[Key.OPEN_FINDING] = finding_id
    app.button(key=f"save-{finding_id}").click().run()
    assert any("เหตุผล" in error.value for error in app.error)
    with reading(office) as session:
        assert finding_id not in load_reviews(session)


def test_a_domain_narrows_the_list(office: Store) -> None:
    app = opened_page()
    app.selectbox(key=Key.DOMAIN).select("budget").run()
    cards = [
        each.value for each in app.markdown if "**▲ จุดเด่น**" in each.value or "**▼ จุดที่ควรพัฒนา**" in each.value
    ]
    assert cards
    assert all("ด้านงบประมาณ" in card for card in cards)
