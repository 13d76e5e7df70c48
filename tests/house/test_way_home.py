"""Every figure that a page shows is one click away from where it comes from."""

import ast
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.domain.figures import FigureId
from lib.domain.findings import finding_id
from lib.domain.periods import Period, PeriodKind
from lib.services.explore_charts import Picture
from lib.settings import DATABASE_VARIABLE
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop
from tests.house.sources import ROOT, app_files, place, room, tree
from tests.pages.opening import open_page

#: Where tables and tiles are drawn that hold no figure from a file, and why.
WITHOUT_FIGURES = {
    "lib/ui/figure_tables.py": "draws every table of figures",
    "lib/ui/way_home_sheet.py": "is the way home",
    "lib/ui/way_home_parts.py": "is the way home",
    "lib/ui/way_home_cell.py": "is the way home",
    "lib/ui/way_home_load.py": "is the way home",
    "lib/ui/messages.py": "issues of a file, each with its cell",
    "lib/ui/dictionary.py": "the catalogue",
    "lib/ui/publication.py": "how many figures of an indicator are hidden, no figure of it",
    "lib/ui/register_table.py": "the register",
    "lib/ui/register_difference.py": "the register",
    "lib/ui/register_history.py": "register files, which hold no figures",
    "lib/ui/sar_missing.py": "schools without a report",
    "lib/ui/sar_batch.py": "files that were not saved, and why",
    "lib/ui/sar_pages.py": "pages of one report and what was repaired on them",
    "lib/ui/way_home_report.py": "is the way home",
    "lib/ui/external_way_home.py": "is the way home",
    "lib/ui/way_home_matrix.py": "is the way home",
    "lib/ui/way_home_said.py": "is the way home",
    "lib/ui/sar_review_list.py": "what was read of one report; a click opens it beside its page",
    "lib/ui/safety.py": "backups",
    "lib/ui/evidence_change.py": "files that stood in the place of one",
    "lib/ui/evidence_claim.py": "editions of a KPI round",
}
#: A file being imported shows its cells already; a freshness board counts files and not figures.
_STILL_ON_THE_WAY = ("lib/ui/import_", "lib/ui/freshness", "pages/freshness.py")
_DRAWING = {"dataframe", "table", "metric", "data_editor"}
SCHOOL = "99010027"
TOPIC = finding_id(
    "schools",
    "low",
    "general.homevisit_pct",
    "improvement_area",
    "R2",
    Period(PeriodKind.ACADEMIC_YEAR, 2568),
)
MATHS = "academic.onet_p6_math"

#: Place → page, and what is chosen there.
VISITS: dict[FigurePlace, tuple[str, dict[str, object]]] = {
    FigurePlace.OVERVIEW: ("pages/explore.py", {}),
    FigurePlace.TILES: ("pages/explore.py", {Key.INDICATOR: MATHS}),
    FigurePlace.SCHOOLS: ("pages/explore.py", {Key.INDICATOR: MATHS}),
    FigurePlace.GROUPS: ("pages/explore.py", {Key.INDICATOR: MATHS, Key.PICTURE: Picture.GROUPS}),
    FigurePlace.TREND: ("pages/explore.py", {Key.INDICATOR: MATHS, Key.PICTURE: Picture.TREND}),
    FigurePlace.PEERS: ("pages/explore.py", {Key.INDICATOR: MATHS, Key.SCHOOL: SCHOOL}),
    FigurePlace.SCHOOL_ROWS: ("pages/school.py", {Key.SCHOOL: SCHOOL}),
    FigurePlace.SCHOOL_FINDINGS: ("pages/school.py", {Key.SCHOOL: SCHOOL}),
    FigurePlace.SCHOOL_QUIET: ("pages/school.py", {Key.SCHOOL: SCHOOL}),
    FigurePlace.MEETING: ("pages/meeting.py", {Key.MEETING_TERMS: (f"indicator:{MATHS}",)}),
    FigurePlace.FINDINGS: ("pages/findings.py", {}),
    FigurePlace.QUIET: ("pages/findings.py", {}),
    FigurePlace.ALONE: ("pages/findings.py", {Key.SCOPE: "shared"}),
    FigurePlace.TOPICS: ("pages/findings.py", {Key.SCOPE: "shared"}),
    FigurePlace.TOPIC_SCHOOLS: ("pages/findings.py", {Key.SCOPE: "shared", Key.OPEN_TOPIC: TOPIC}),
    FigurePlace.FIRST_SCHOOLS: ("pages/findings.py", {Key.SCOPE: "schools"}),
    FigurePlace.RESULTS: ("pages/report.py", {}),
    FigurePlace.COVERAGE: ("pages/home.py", {}),
    FigurePlace.LOADS: ("pages/data_import.py", {}),
    FigurePlace.EXTERNAL_RESULTS: ("pages/external_assessment.py", {Key.EXTERNAL_VIEW: "results"}),
    FigurePlace.EXTERNAL_SCHOOLS: ("pages/external_assessment.py", {Key.EXTERNAL_VIEW: "results"}),
    FigurePlace.EXTERNAL_COMPARED: ("pages/external_assessment.py", {Key.EXTERNAL_VIEW: "compared"}),
    FigurePlace.SCHOOL_EXTERNAL: ("pages/school.py", {Key.SCHOOL: "99010001"}),
    FigurePlace.SCHOOL_LEVELS: ("pages/school.py", {Key.SCHOOL: "99010041"}),
    FigurePlace.SAR_SYNTHESIS: ("pages/self_assessments.py", {Key.SAR_VIEW: "synthesis"}),
    FigurePlace.SAR_CHANGES: ("pages/self_assessments.py", {Key.SAR_VIEW: "synthesis", Key.SAR_BY: "years"}),
    FigurePlace.SAR_MATRIX: ("pages/self_assessments.py", {Key.SAR_VIEW: "matrix"}),
    FigurePlace.SAR_DISAGREE: ("pages/self_assessments.py", {Key.SAR_VIEW: "matrix"}),
    FigurePlace.SAR_THEMES: ("pages/self_assessments.py", {Key.SAR_VIEW: "themes"}),
    FigurePlace.SAR_THEME_CLUSTERS: ("pages/self_assessments.py", {Key.SAR_VIEW: "themes"}),
}


def draws(file: Path) -> set[str]:
    """What of Streamlit's ways to show many figures a module calls itself."""
    return _DRAWING & {
        node.func.attr
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def test_no_page_draws_figures_past_the_tables_that_lead_home() -> None:
    offences = []
    for file in app_files():
        name = place(file)
        if room(file) not in ("pages", "ui") or name in WITHOUT_FIGURES or name.startswith(_STILL_ON_THE_WAY):
            continue
        if draws(file) and "show_way_button" not in file.read_text(encoding="utf-8"):
            offences.append(f"{name} {sorted(draws(file))}")
    assert offences == []


def test_what_is_excused_from_leading_home_still_draws_something() -> None:
    assert [name for name in WITHOUT_FIGURES if not draws(ROOT / name)] == []


def test_every_place_of_figures_is_visited() -> None:
    assert set(VISITS) == set(FigurePlace)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, sample_store: Store) -> dict[str, list[FigureId | Stop]]:
    """Key of every table and button that leads home → its ways, filled while pages are drawn."""
    monkeypatch.setenv(DATABASE_VARIABLE, sample_store.url)
    ways: dict[str, list[FigureId | Stop]] = {}
    table, button = st.dataframe, st.button

    def noting_table(*args: object, **words: object) -> object:
        picked = getattr(words.get("on_select"), "args", ())
        if len(picked) == 3 and isinstance(picked[1], dict):
            ways[str(picked[0])] = [way for column in picked[1].values() for way in column if way]
        return table(*args, **words)

    def noting_button(*args: object, **words: object) -> object:
        given = words.get("args")
        if isinstance(given, tuple) and given and isinstance(given[0], FigureId | Stop):
            ways[str(words["key"])] = [given[0]]
        return button(*args, **words)

    monkeypatch.setattr(st, "dataframe", noting_table)
    monkeypatch.setattr(st, "button", noting_button)
    return ways


def shown_text(app: AppTest) -> str:
    return " ".join(each.value for each in (*app.markdown, *app.error, *app.info, *app.caption))


@pytest.mark.parametrize("figures", FigurePlace)
def test_the_figures_of_every_place_lead_home(
    drawn: dict[str, list[FigureId | Stop]], figures: FigurePlace
) -> None:
    page, choices = VISITS[figures]
    app = open_page(page, **choices)
    assert not app.exception
    ways = [way for key, found in drawn.items() if key.startswith(figures) for way in found]
    assert ways, f"{figures} offers no way home on {page}"
    kinds = {
        way.figure.kind if isinstance(way, Stop) and way.figure else getattr(way, "kind", ""): way
        for way in ways
    }
    for way in kinds.values():
        app.session_state[Key.WAY_HOME] = (way if isinstance(way, Stop) else Stop(way),)
        app.run()
        assert not app.exception, way
        assert not app.error, (way, [each.value for each in app.error])
        told = shown_text(app)
        shown = ("ประกอบด้วย", "จากเซลล์ถึงตัวเลข", "ตัวเลขที่ใช้", "จากรายงานถึงระดับ")
        assert any(words in told for words in shown) or is_listed(app), way


def is_listed(app: AppTest) -> bool:
    """A finding or a load shows its figures as one table; a target is told in a sentence."""
    keys = [each.key or "" for each in app.dataframe]
    listed = any(
        key.startswith(("way-home-figures", "way-home-columns", "way-home-findings", "way-home-external"))
        for key in keys
    )
    return listed or "พจนานุกรมตัวชี้วัด ไม่ได้มาจากไฟล์" in shown_text(app) or "นับได้ 0 จาก" in shown_text(app)
