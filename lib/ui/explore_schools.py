"""From the area to a cluster to a school: the table of schools, and what stands about the chosen one."""

import streamlit as st

from lib.analysis.sentences import whole_number
from lib.domain.schools import School
from lib.services.explore import IndicatorView
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key
from lib.ui.tables import show_school_table


def show_schools(view: IndicatorView) -> None:
    """The schools of the area or of one cluster."""
    st.subheader("จากเขต ไปกลุ่มโรงเรียน ไปโรงเรียน")
    clusters = ("", *view.clusters)
    keep_within(Key.CLUSTER, clusters)
    cluster = st.selectbox(
        "กลุ่มโรงเรียน",
        clusters,
        format_func=lambda name: name or f"ทั้งเขต {len(view.schools):,} โรงเรียน",
        key=Key.CLUSTER,
        persist_state="session",
    )
    show_school_table(view.of_cluster(cluster), view, cluster)
    st.caption(plain(f"คลิกตัวเลขเพื่อดูเซลล์ในไฟล์ คลิกชื่อโรงเรียนเพื่อดูโรงเรียนนั้น · {_legend(view)}"))


def show_chosen_school(view: IndicatorView, school: School) -> None:
    """The chosen school's own sentence, and the way to its page."""
    rows = view.schools[view.schools["school_id"] == school.school_id]
    told = next(iter(rows["sentence"][rows["value"].notna()]), "")
    st.subheader(f"โรงเรียน{plain(school.name)}")
    st.markdown(plain(told or f"{view.summary.period.label} โรงเรียนนี้ยังไม่มีค่าของตัวชี้วัดนี้"))
    st.page_link("pages/school.py", label=f"เปิดหน้าโรงเรียน{plain(school.name)}")


def _legend(view: IndicatorView) -> str:
    """What the signs of the table say."""
    told = "▲ ▼ ◆ ต่างจากเขตเกินความผันผวนของปีเดียว"
    if not view.indicator.has_n:
        return told
    counting = view.words.wording.rules.classifier(view.indicator.denominator)
    least = f"{view.indicator.denominator}น้อยกว่า {whole_number(view.indicator.min_n)} {counting}"
    return f"{told} · – จำนวนน้อย คือ{least} ค่าแกว่งมาก จึงไม่เทียบกับเขต"
