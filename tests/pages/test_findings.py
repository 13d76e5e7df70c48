"""The findings page on the sample office: read, filter, decide."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.findings import finding_id
from lib.domain.periods import Period, PeriodKind
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store, reading
from lib.storage.reviews import load_reviews
from lib.thai.text import sort_key
from lib.ui.state import Key
from tests.pages.opening import open_page

YEAR = Period(PeriodKind.ACADEMIC_YEAR, 2568)
TOPIC = finding_id("schools", "low", "general.homevisit_pct", "improvement_area", "R2", YEAR)


def n_accepted(store: Store) -> int:
    with reading(store) as session:
        return sum(review.status == "accepted" for review in load_reviews(session).values())


def opened_page() -> AppTest:
    return open_page("pages/findings.py")


def test_without_figures_the_page_leads_to_the_import(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, database_url)
    app = opened_page()
    assert not app.exception
    assert "ยังไม่มีข้อมูลของสำนักงาน" in app.info[0].value


def shown(app: AppTest) -> str:
    return "\n".join(each.value for kind in (app.markdown, app.text, app.caption) for each in kind)


def accept_keys(app: AppTest) -> set[str]:
    return {str(each.key) for each in app.button if str(each.key).startswith("accept-")}


def test_the_area_s_findings_stand_by_domain_strengths_beside_areas_with_their_rule(office: Store) -> None:
    app = opened_page()
    assert not app.exception
    assert [head.value.split()[0] for head in app.subheader] == [
        "ด้านวิชาการ", "ด้านงบประมาณ", "ด้านการบริหารงานบุคคล", "ด้านการบริหารทั่วไป",
    ]  # fmt: skip
    assert "**▲ จุดเด่น" in shown(app)
    assert "**▼ จุดที่ควรพัฒนาและเรื่องที่ต้องดู" in shown(app)
    sentences = [text.value for text in app.text]
    assert 30 <= len(sentences) <= 80
    assert all("(กฎ R" in sentence for sentence in sentences)
    assert not any(sentence.startswith("โรงเรียน") for sentence in sentences)


def test_the_page_says_how_much_there_is_to_decide(office: Store) -> None:
    assert re.search(r"ต้องตัดสินใจ \*\*\d+ ข้อของเขต\*\* และ \*\*\d+ เรื่องของโรงเรียน\*\*", shown(opened_page()))


def test_what_schools_differ_in_is_drawn_together_by_family(office: Store) -> None:
    app = opened_page()
    app.segmented_control(key=Key.SCOPE).set_value("shared").run()
    assert not app.exception
    heads = [each.value for each in app.markdown if "จุดที่ควรพัฒนา**] · **" in each.value]
    families = [head.split("**] · **")[1].split("**")[0] for head in heads]
    assert len(families) == len(set(families)) <= 25
    assert "O-NET ป.6" in families


def test_an_opened_matter_shows_its_sentence_and_its_schools_and_no_ranking(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "shared", Key.OPEN_TOPIC: TOPIC})
    assert not app.exception
    assert any("เยี่ยมบ้าน" in text.value and "(กฎ R2)" in text.value for text in app.text)
    assert "ไม่ใช่ลำดับผลงาน" in shown(app)
    table = next(each.value for each in app.dataframe if "ความแน่นอน" in each.value)
    assert list(table.columns) == ["กลุ่มโรงเรียน", "โรงเรียน", "ปีล่าสุด", "รวม 3 ปี", "ความแน่นอน"]
    places = [(sort_key(cluster), sort_key(name)) for cluster, name in table.iloc[:, :2].to_numpy()]
    assert places == sorted(places)


def test_a_whole_family_is_accepted_with_one_button(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "shared"})
    key = next(key for key in sorted(accept_keys(app)) if key.startswith("accept-group-general.care"))
    told = int(re.findall(r"\d+", app.button(key=key).label)[0])
    before = n_accepted(office)
    app.button(key=key).click().run()
    assert not app.exception
    assert n_accepted(office) == before + told > before
    assert key not in accept_keys(app)


def test_all_of_the_present_filter_are_accepted_and_no_more(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "shared", Key.DOMAIN: "personnel"})
    told = int(re.findall(r"\d+", app.button(key=Key.ACCEPT_ALL).label)[0])
    before = n_accepted(office)
    app.button(key=Key.ACCEPT_ALL).click().run()
    assert not app.exception
    assert n_accepted(office) == before + told
    assert Key.ACCEPT_ALL not in {each.key for each in app.button}


def test_schools_to_look_at_first_stand_by_cluster_and_why_this_is_no_ranking(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "schools"})
    assert not app.exception
    assert "ไม่ใช่ลำดับคุณภาพ" in shown(app)
    tables = [each.value for each in app.dataframe if "เรื่องที่ควรดู" in each.value]
    assert len(tables) > 5
    for table in tables:
        assert list(table["โรงเรียน"]) == sorted(table["โรงเรียน"], key=sort_key)
        assert table["เรื่องที่ควรดู"].str.contains(":").all()


def test_more_matters_asked_for_leave_fewer_schools(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "schools"})
    every = sum(len(each.value) for each in app.dataframe)
    app.selectbox(key=Key.FINDING_LEAST).select(3).run()
    assert 0 < sum(len(each.value) for each in app.dataframe) < every


def test_a_filter_without_findings_says_so(office: Store) -> None:
    app = open_page("pages/findings.py", **{Key.SCOPE: "shared", Key.STATUS: "rejected"})
    assert not app.exception
    assert "ไม่มีข้อค้นพบตามตัวกรองนี้" in app.info[0].value


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
    assert [head.value.split()[0] for head in app.subheader] == ["ด้านงบประมาณ"]
