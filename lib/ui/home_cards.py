"""What the first page is made of: tasks, the strip of figures that are here, three steps to start."""

from datetime import date

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.indicators import Catalogue
from lib.domain.periods import Period, PeriodKind
from lib.services.home import Coverage, Task, count_open_questions, find_coverage
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.frame import Desk
from lib.ui.plain import plain

#: Word and sign; the word always stands beside the sign.
_PRESENCE = {"full": ("ครบ", "●"), "part": ("บางส่วน", "◐"), "none": ("ไม่มี", "○")}
_STEPS = (
    (
        "ลงทะเบียนโรงเรียน",
        "รายชื่อและรหัสโรงเรียน เพื่อให้ทุกไฟล์รู้ว่าเป็นโรงเรียนใด",
        "pages/register.py",
        "ไปหน้าทะเบียน",
    ),
    ("นำเข้าข้อมูล 4 ด้าน", "วางไฟล์ที่ได้รับจากกลุ่มงาน ดูก่อนแล้วจึงบันทึก", "pages/data_import.py", "ไปหน้านำเข้าข้อมูล"),
    ("พิจารณาข้อค้นพบ", "รับ แก้ หรือไม่รับ แล้วออกรายงาน ก.ต.ป.น.", "pages/findings.py", "ไปหน้าข้อค้นพบ"),
)


@st.cache_resource(max_entries=3, show_spinner=False)
def _counted(
    _desk: Desk,
    url: str,  # noqa: ARG001 - part of the key
    version: int,  # noqa: ARG001
    today: date,
) -> tuple[tuple[Coverage, ...], tuple[int, int]]:
    return find_coverage(_desk.data, today=today), count_open_questions(_desk.store)


def coverage_and_questions(desk: Desk, today: date) -> tuple[tuple[Coverage, ...], tuple[int, int]]:
    """Coverage and open questions, counted once per version of the data."""
    store: Store = desk.store
    return _counted(desk, store.url, desk.data.version, today)


def show_start() -> None:
    """Three steps for an office without figures."""
    st.markdown("ยังไม่มีตัวเลขของสำนักงาน เริ่มได้ใน 3 ขั้น")
    for number, (title, detail, path, link) in enumerate(_STEPS, start=1):
        _show_row(f"{number}. {title}", detail, path, link)
    st.caption(
        "ต้องการดูตัวอย่างก่อน ให้ผู้ดูแลใช้คำสั่ง python -m lib demo กับฐานข้อมูลว่าง "
        "จะได้สำนักงานสมมติพร้อมข้อมูลสามปี ข้อมูลสมมติทุกหน้ามีคำกำกับ"
    )


def show_tasks(tasks: tuple[Task, ...]) -> None:
    """One row a task, with the link to where it is done."""
    if not tasks:
        st.success("วันนี้ไม่มีเรื่องค้าง")
    for task in tasks:
        _show_row(plain(task.title), plain(task.detail), task.path, task.link, urgent=task.urgent)


def show_coverage(coverage: tuple[Coverage, ...], catalogue: Catalogue) -> None:
    """The strip domain × year, one for each calendar, since the two never stand in one row."""
    st.header("ข้อมูลที่มีอยู่")
    kinds = [kind for kind in PeriodKind if any(each.period.kind is kind for each in coverage)]
    for kind in kinds:
        cells = [each for each in coverage if each.period.kind is kind]
        years = sorted({each.period.year_be for each in cells})
        by_place = {(each.domain, each.period.year_be): each for each in cells}
        st.markdown(f"**{kind.label}**")
        shown = [area for area in catalogue.domains if any(each.domain == area.id for each in cells)]
        show_figures(
            [
                {"ด้าน": area.short_name} | {str(year): _in_words(by_place[area.id, year]) for year in years}
                for area in shown
            ],
            key=f"{FigurePlace.COVERAGE}-{kind}",
            ways={
                str(year): [FigureId(FigureKind.PRESENCE, area.id, Period(kind, year)) for area in shown]
                for year in years
            },
        )
    st.caption(
        "จำนวนกลุ่มตัวชี้วัดที่ครบทุกโรงเรียน เทียบกับกลุ่มที่สำนักงานต้องมี ● ครบ · ◐ มีบางส่วน · ○ ไม่มี คลิกเพื่อดูว่ามีกลุ่มใดจากไฟล์ใด"
    )
    st.page_link(
        "pages/freshness.py",
        label="ดูว่าข้อมูลใดมาแล้ว ขาด หรือเก่า และใครต้องส่ง",
        icon=":material/arrow_forward:",
        icon_position="right",
    )


def _in_words(each: Coverage) -> str:
    word, sign = _PRESENCE[each.presence]
    return f"{sign} {word} {each.n_full}/{each.n_expected}"


def _show_row(title: str, detail: str, path: str, link: str, *, urgent: bool = False) -> None:
    with st.container(border=True):
        left, right = st.columns([3, 1], vertical_alignment="center")
        with left.container(gap=None):
            st.markdown(f"**{title}**" + (" · :orange[ใกล้หรือเลยกำหนด]" if urgent else ""))
            st.caption(detail)
        right.page_link(path, label=link, icon=":material/arrow_forward:", icon_position="right")
