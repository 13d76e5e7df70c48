"""สมศ. ประเมินแล้วพบอะไร: results, recommendations followed, own word beside theirs, schools due."""

import streamlit as st

from lib.services.evidence_focus import thai_today
from lib.ui.external_compared import show_compared
from lib.ui.external_desk import ExternalDesk, ExternalView
from lib.ui.external_dues import show_dues
from lib.ui.external_intake import show_intake
from lib.ui.external_recommendations import show_recommendations
from lib.ui.external_results import show_results
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.sar_resources import board_of
from lib.ui.state import Key

VIEWS = {
    "results": ExternalView("ผลตามรอบ", show_results),
    "recommendations": ExternalView("ข้อเสนอแนะและการติดตาม", show_recommendations),
    "compared": ExternalView("ภายในเทียบภายนอก", show_compared),
    "dues": ExternalView("สถานศึกษาที่ถึงรอบ", show_dues),
    "intake": ExternalView("รับข้อมูล", show_intake),
}

desk = open_desk()
st.title("สมศ. ประเมินแล้วพบอะไร")
schools = desk.data.schools
if not schools:
    show_empty(
        "ยังไม่มีทะเบียนโรงเรียน ผลประเมินภายนอกต้องผูกกับโรงเรียนในทะเบียน",
        "pages/register.py",
        "ไปหน้าทะเบียนโรงเรียน",
    )
    st.stop()
today = thai_today()
board = board_of(desk.store, today)
waiting = sum(each.is_open for each in board.recommendations)
st.markdown(
    f"มีผลในระบบ **{board.n_assessed:,}** จาก **{len(schools):,}** แห่ง · "
    f"ข้อเสนอแนะที่ยังไม่เสร็จ **{waiting:,}** ข้อ · ถึง{board.due_round_name} **{len(board.dues):,}** แห่ง"
)
view = st.segmented_control(
    "งาน",
    list(VIEWS),
    default="results" if board.outcomes else "intake",
    format_func=lambda each: VIEWS[each].label,
    key=Key.EXTERNAL_VIEW,
    required=True,
)
VIEWS[view].show(ExternalDesk(desk.store, desk.office, schools, board, today))
