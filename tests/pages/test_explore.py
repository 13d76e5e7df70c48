"""The explore page through the whole app: empty, with the sample office, and down to a school."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.services.explore_charts import Picture
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.state import Key
from tests.pages.opening import open_page


def opened_page(monkeypatch: pytest.MonkeyPatch, url: str) -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    return open_page("pages/explore.py")


def drawn(app: AppTest) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(app.get("vega_lite_chart")[0].proto.spec)
    return spec


def test_an_empty_database_says_what_is_missing_and_where_to_get_it(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    app = opened_page(monkeypatch, database_url)
    assert not app.exception
    assert "ยังไม่มีข้อมูลของสำนักงาน" in app.info[0].value
    assert not app.metric


def test_the_page_opens_with_a_sentence_figures_a_chart_and_a_table(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    assert not app.exception
    assert not app.error
    assert any("ภาพรวมเขต" in each.value for each in app.markdown)
    assert app.metric[0].label.startswith("ค่าของเขต")
    assert drawn(app)["title"]["text"]
    assert app.dataframe


def test_another_domain_offers_its_own_indicators(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    app.segmented_control(key=Key.EXPLORED_DOMAIN).set_value("budget").run()
    assert not app.exception
    assert str(app.session_state[Key.INDICATOR]).startswith("budget.")


@pytest.mark.parametrize("picture", [Picture.FUNNEL, Picture.TREND, Picture.GROUPS])
def test_each_picture_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store, picture: Picture
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    first = drawn(app)["title"]["text"]
    app.segmented_control(key=Key.PICTURE).set_value(picture).run()
    assert not app.exception
    assert drawn(app)["title"]["text"] != first


def test_a_cluster_narrows_the_table_of_schools(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    before = len(app.dataframe[0].value)
    cluster = app.selectbox(key=Key.CLUSTER)
    cluster.set_value(app.dataframe[0].value["cluster"].iloc[0]).run()
    assert not app.exception
    assert 0 < len(app.dataframe[0].value) < before


def test_a_chosen_school_is_named_in_the_chart_and_leads_to_its_page(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    plain = len(drawn(app)["layer"])
    app.session_state[Key.SCHOOL] = "99010027"
    app.run()
    assert not app.exception
    assert len(drawn(app)["layer"]) > plain
    assert any("เปิดหน้าโรงเรียน" in link.proto.label for link in app.get("page_link"))


def test_a_stale_choice_of_another_page_does_no_harm(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    stale = {Key.INDICATOR: "gone.indicator", Key.CLUSTER: "กลุ่มที่ไม่มีแล้ว", Key.SCHOOL: "00000000"}
    app = open_page("pages/explore.py", **stale)
    assert not app.exception
    assert not app.error
