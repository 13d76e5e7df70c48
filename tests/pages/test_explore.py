"""The explore page through the whole app: from the committee's domains down to a school and its peers."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.services.explore_charts import Picture
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, reading, writing
from lib.storage.peers import load_peer_choices, save_peer_choice
from lib.storage.schools import load_schools
from lib.ui.state import Key
from tests.pages.opening import open_page

MATHS = "academic.onet_p6_math"
SCHOOL = "99010027"


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


def shown(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.caption, *app.info, *app.success))


def path(app: AppTest) -> list[str]:
    """The parts of the path that lead back up."""
    return [each.label for each in app.button if (each.key or "").startswith("explore-path-")]


def at_indicator(monkeypatch: pytest.MonkeyPatch, url: str, **choices: object) -> AppTest:
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    return open_page("pages/explore.py", **{Key.INDICATOR: MATHS, **choices})


def test_the_first_view_has_the_four_domains_with_what_stands_out_and_the_first_ones_indicators(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    assert not app.exception
    assert not app.error
    buttons = {each.key for each in app.button}
    assert {f"explore-domain-{one}" for one in ("academic", "budget", "personnel", "general")} <= buttons
    assert shown(app).count("ยังไม่ถึงเป้าหมาย **") == 4
    assert shown(app).count("▲ จุดเด่นของเขต") == 4
    table = app.dataframe[0].value
    assert {"value", "n", "target", "status", "change", "coverage"} <= set(table.columns)
    assert "O-NET ป.6 คณิต" in set(table["name"])
    assert not app.metric


def test_chance_is_said_in_the_words_of_the_table(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    changes = [str(one) for one in app.dataframe[0].value["change"]]
    assert any(one.endswith("แยกไม่ออก") for one in changes)
    assert any(one and not one.endswith("แยกไม่ออก") for one in changes)
    assert "“แยกไม่ออก” คือ" in shown(app)


def test_another_domain_offers_its_own_indicators(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    app.button(key="explore-domain-budget").click().run()
    assert not app.exception
    offered = [one for one in app.selectbox(key=Key.INDICATOR).options if one != "ทุกตัวชี้วัดของด้าน"]
    assert offered
    assert not any("O-NET" in one for one in offered)


def test_an_indicator_opens_with_a_sentence_figures_a_chart_and_a_table(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = opened_page(monkeypatch, sample_store.url)
    app.selectbox(key=Key.INDICATOR).set_value(MATHS).run()
    assert not app.exception
    assert not app.error
    assert any("ภาพรวมเขต" in each.value for each in app.markdown)
    assert app.metric[0].label.startswith("ค่าของเขต")
    assert drawn(app)["title"]["text"]
    assert app.dataframe
    assert path(app) == ["คณะกรรมการ", "วิชาการ"]


def test_the_path_leads_back_up_from_a_school_to_the_committee(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = at_indicator(monkeypatch, sample_store.url, **{Key.SCHOOL: SCHOOL})
    assert path(app)[:3] == ["คณะกรรมการ", "วิชาการ", "O-NET ป.6 คณิต"]
    cluster = path(app)[3]
    app.button(key="explore-path-3").click().run()
    assert not app.exception
    assert app.session_state[Key.CLUSTER] == cluster
    assert set(app.dataframe[0].value["cluster"]) == {cluster}
    app.button(key="explore-path-2").click().run()
    assert app.session_state[Key.CLUSTER] == ""
    app.button(key="explore-path-0").click().run()
    assert not app.exception
    assert not app.metric
    assert path(app) == ["คณะกรรมการ"]


@pytest.mark.parametrize("picture", [Picture.FUNNEL, Picture.TREND, Picture.GROUPS])
def test_each_picture_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store, picture: Picture
) -> None:
    app = at_indicator(monkeypatch, sample_store.url)
    first = drawn(app)["title"]["text"]
    app.segmented_control(key=Key.PICTURE).set_value(picture).run()
    assert not app.exception
    assert drawn(app)["title"]["text"] != first


def test_the_trend_tells_all_schools_from_the_same_schools(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = at_indicator(monkeypatch, sample_store.url, **{Key.PICTURE: Picture.TREND})
    assert "ทุกโรงเรียนที่มีค่าในแต่ละปี" in shown(app)
    assert {"all_schools", "same_schools"} <= set(app.dataframe[0].value.columns)


def test_a_small_school_is_marked_with_sign_and_word_and_the_table_says_what_it_means(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = at_indicator(monkeypatch, sample_store.url)
    assert any(str(one).startswith("– มีผู้เข้าสอบ") for one in app.dataframe[0].value["relation_text"])
    assert "– จำนวนน้อย คือผู้เข้าสอบน้อยกว่า 10 คน" in shown(app)


def test_a_cluster_narrows_the_table_of_schools(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    app = at_indicator(monkeypatch, sample_store.url)
    before = len(app.dataframe[0].value)
    cluster = app.selectbox(key=Key.CLUSTER)
    cluster.set_value(app.dataframe[0].value["cluster"].iloc[0]).run()
    assert not app.exception
    assert 0 < len(app.dataframe[0].value) < before


def test_a_chosen_school_is_named_in_the_chart_and_leads_to_its_page(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = at_indicator(monkeypatch, sample_store.url)
    plain = len(drawn(app)["layer"])
    app.session_state[Key.SCHOOL] = SCHOOL
    app.run()
    assert not app.exception
    assert len(drawn(app)["layer"]) > plain
    assert any("เปิดหน้าโรงเรียน" in link.proto.label for link in app.get("page_link"))


def test_a_chosen_school_shows_its_peers_with_ranges_picture_and_table(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = at_indicator(monkeypatch, sample_store.url, **{Key.SCHOOL: SCHOOL})
    assert any("โรงเรียนใกล้เคียงที่ใช้เทียบ 12 แห่ง" in each.label for each in app.expander)
    assert "นักเรียน (คน): โรงเรียนนี้" in shown(app)
    assert "พื้นที่ห่างไกล" in shown(app)
    assert len(app.get("vega_lite_chart")) == 2
    assert len(app.dataframe[1].value) == 12


def test_a_stale_choice_of_another_page_does_no_harm(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    stale = {Key.INDICATOR: "gone.indicator", Key.CLUSTER: "กลุ่มที่ไม่มีแล้ว", Key.SCHOOL: "00000000"}
    app = open_page("pages/explore.py", **stale)
    assert not app.exception
    assert not app.error


def linked(monkeypatch: pytest.MonkeyPatch, url: str, **link: str) -> AppTest:
    """The page as somebody opens it who was sent its address."""
    app = opened_page(monkeypatch, url)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def test_the_address_names_what_is_looked_at(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> None:
    app = at_indicator(monkeypatch, sample_store.url, **{Key.SCHOOL: SCHOOL})
    assert dict(app.query_params) == {"domain": "academic", "indicator": MATHS, "school": SCHOOL}


def test_an_address_leads_a_colleague_to_the_same_place(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = linked(monkeypatch, sample_store.url, indicator="budget.poor_subsidy_cover_pct", school=SCHOOL)
    assert not app.exception
    assert path(app)[:2] == ["คณะกรรมการ", "งบประมาณ"]
    assert app.session_state[Key.SCHOOL] == SCHOOL


@pytest.mark.parametrize(
    "link", [{"indicator": "gone"}, {"indicator": MATHS, "school": "<script>"}, {"cluster": "'; --"}]
)
def test_an_address_that_names_nothing_we_have_is_told_and_followed_as_far_as_it_goes(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store, link: dict[str, str]
) -> None:
    app = linked(monkeypatch, sample_store.url, **link)
    assert not app.exception
    assert not app.error
    assert "ลิงก์นี้ชี้ไปยัง" in shown(app)
    assert bool(app.metric) == (link.get("indicator") == MATHS)


def test_a_choice_after_an_address_is_not_undone_by_it(
    monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    app = linked(monkeypatch, sample_store.url, indicator=MATHS)
    app.selectbox(key=Key.INDICATOR).set_value("").run()
    assert not app.metric
    app.run()
    assert not app.metric


def editing(app: AppTest) -> AppTest:
    return app.button(key=Key.PEERS_EDIT).click().run()


def save(app: AppTest) -> AppTest:
    return next(each for each in app.button if each.label.startswith("บันทึก ")).click().run()


def test_a_person_takes_a_school_out_with_a_reason_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch, office: Store
) -> None:
    app = editing(at_indicator(monkeypatch, office.url, **{Key.SCHOOL: SCHOOL}))
    listed = app.multiselect[0]
    assert len(listed.value) == 12
    listed.set_value(listed.value[1:])
    app = app.run()
    reason = next(each for each in app.selectbox if each.label == "เหตุผล")
    app = save(reason.set_value(reason.options[0]).run())
    assert not app.exception
    assert not app.error
    assert "บันทึกโรงเรียนใกล้เคียง" in shown(app)
    assert "เอาออก 1 แห่ง" in shown(app)
    assert any("ที่ใช้เทียบ 11 แห่ง" in each.label for each in app.expander)
    with reading(office) as session:
        (choice,) = load_peer_choices(session).values()
    assert (choice.school_id, len(choice.school_ids), choice.version) == (SCHOOL, 11, 1)


def test_too_few_schools_are_refused_on_the_page_and_nothing_is_saved(
    monkeypatch: pytest.MonkeyPatch, office: Store
) -> None:
    app = editing(at_indicator(monkeypatch, office.url, **{Key.SCHOOL: SCHOOL}))
    listed = app.multiselect[0]
    app = save(listed.set_value(listed.value[:7]).run())
    assert any("ต้องมีอย่างน้อย 8 แห่ง" in each.value for each in app.error)
    with reading(office) as session:
        assert load_peer_choices(session) == {}


def test_the_second_of_two_people_is_told_on_the_page(monkeypatch: pytest.MonkeyPatch, office: Store) -> None:
    app = editing(at_indicator(monkeypatch, office.url, **{Key.SCHOOL: SCHOOL}))
    with writing(office) as session:
        save_peer_choice(session, SCHOOL, app.multiselect[0].value[:9], "เหตุ", seen_version=0, by="คนแรก")
    reason = next(each for each in app.selectbox if each.label == "เหตุผล")
    app = save(reason.set_value(reason.options[0]).run())
    assert any("คนแรก" in each.value for each in app.warning)
    with reading(office) as session:
        assert load_peer_choices(session)[SCHOOL].by == "คนแรก"


def test_a_changed_list_goes_back_to_the_computed_one(monkeypatch: pytest.MonkeyPatch, office: Store) -> None:
    with reading(office) as session:
        ids = [school.school_id for school in load_schools(session) if school.school_id != SCHOOL][:9]
    with writing(office) as session:
        save_peer_choice(session, SCHOOL, ids, "เหตุ", seen_version=0, by="คนแรก")
    app = at_indicator(monkeypatch, office.url, **{Key.SCHOOL: SCHOOL})
    assert "เพราะเหตุ" in shown(app)
    app = editing(app)
    next(each for each in app.button if each.label == "กลับไปใช้รายการที่คำนวณ").click().run()
    assert not app.exception
    assert "กลับไปใช้รายการที่คำนวณแล้ว" in shown(app)
    assert any("ที่ใช้เทียบ 12 แห่ง" in each.label for each in app.expander)
