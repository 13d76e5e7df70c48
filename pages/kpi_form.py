"""ตัวชี้วัดอยู่ระดับใดและยังขาดอะไร: rounds, items with their evidence, the form and the ZIP."""

import streamlit as st

from lib.catalog.evidence_forms import load_form
from lib.services.evidence import load_evidence_page
from lib.services.evidence_focus import (
    find_working_year,
    fiscal_year_choices,
    focus_round,
    form_choices,
    thai_today,
)
from lib.ui.evidence_cards import show_path
from lib.ui.evidence_claim import show_claim, show_claims, show_editions
from lib.ui.evidence_contacts import show_contacts
from lib.ui.evidence_form_faults import show_form_faults, show_stray_files
from lib.ui.evidence_history import show_changes, show_copy_offer
from lib.ui.evidence_outputs import show_outputs
from lib.ui.evidence_past import show_baseline
from lib.ui.evidence_rounds import show_reasons, show_rounds
from lib.ui.frame import open_desk
from lib.ui.pickers import keep_within, place_of
from lib.ui.plain import plain
from lib.ui.state import Key
from lib.ui.typing_pause import send_long_texts_at_pauses

desk = open_desk()
today = thai_today()
forms = form_choices(today)
names = {each: load_form(each, fiscal_year_choices(each, today)[0]) for each in forms}
heading = st.container()
show_form_faults(today)
if not forms:
    st.stop()
left, right = st.columns([4, 1], vertical_alignment="bottom")
form_id = left.selectbox(
    "แบบ",
    forms,
    format_func=lambda each: names[each].short_name,
    key=Key.KPI_FORM,
    persist_state="session",
)
years = fiscal_year_choices(form_id, today)
working = find_working_year(desk.store, today)
keep_within(Key.KPI_YEAR, years)
year = right.selectbox(
    "ปีงบประมาณของแบบ",
    years,
    place_of(working.year_be, years),
    key=Key.KPI_YEAR,
    persist_state="session",
)
st.caption(plain(working.in_words))

page = load_evidence_page(desk.store, form_id, year, today=today)
focus = focus_round(page)
result = focus.level
heading.title(f"{page.form.indicator_label} อยู่ระดับใด และยังขาดอะไร")
st.markdown(
    f"{focus.form_round.name} ปีงบประมาณ {year} ได้ **{page.form.label_of(result.level)}** "
    f"จากสูงสุด{page.form.label_of(result.cap)} ของรอบนี้ · {plain(result.next_step)}"
)
show_claims(page)
show_rounds(desk.store, page, focus, today)
show_reasons(page)
show_claim(desk.store, page, focus)
show_changes(desk.store, page)
show_editions(page)

st.header("สิ่งที่ต้องมี และหลักฐาน")
edition = page.form.edition_year_be
of_edition = f" · ใช้แบบฉบับปีงบประมาณ {edition}" if edition != year else ""
st.caption(f"{plain(page.form.indicator_name)}{of_edition}")
show_stray_files(page)
show_copy_offer(desk.store, page)
show_path(desk.store, page, focus)
show_baseline(desk.store, page)
show_contacts(desk.store, page)
show_outputs(desk.store, page, desk.office)
send_long_texts_at_pauses()
