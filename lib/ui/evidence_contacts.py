"""The people in the roles of a KPI form; every part may stay empty."""

import streamlit as st

from lib.domain.evidence_contacts import Contact, Contacts
from lib.errors import EditConflict
from lib.services.evidence import EvidencePage
from lib.services.evidence_contacts import (
    CONTACT_PARTS,
    LONGEST_PART,
    copyable_contacts,
    load_contacts,
    save_contacts,
)
from lib.storage.engine import Store
from lib.ui.evidence_fields import form_key
from lib.ui.kept_messages import say_after_rerun, show_message
from lib.ui.messages import errors_shown
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.two_texts import choose_of_two, forget_conflict, tell_conflict
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_PLACE = "kpi-contacts"


def show_contacts(store: Store, page: EvidencePage) -> None:
    """Draw the roles with their inputs, and last year's people while nobody is named."""
    form = page.form
    if not form.roles:
        return
    key = f"{form_key(form)}-contacts"
    kept = load_contacts(store, form.id, form.fiscal_year_be)
    st.header("ผู้รับผิดชอบตัวชี้วัด")
    st.caption("พิมพ์ในแบบฟอร์มที่ส่งออก ไม่บังคับกรอก ช่องที่ว่างจะพิมพ์เป็นเส้นจุดให้เขียนด้วยมือ")
    show_message(_PLACE)
    _offer_last_year(store, page, key)
    seen = seen_version(key, kept.version)
    with st.form(f"{key}-form", enter_to_submit=False):
        people = tuple(_show_person(each, key, first=each is kept.people[0]) for each in kept.people)
        saved = st.form_submit_button("บันทึกผู้รับผิดชอบ", key=f"{key}-save")
    if saved:
        _save(store, page, Contacts(people, seen), key)
    if seen != kept.version:
        chosen = choose_of_two(_in_words(kept.people), _in_words(people), key=key)
        if chosen == "mine":
            _save(store, page, Contacts(people, kept.version), key)
        elif chosen == "theirs":
            forget_seen(key)
            forget_conflict(key)
            st.rerun()


def _show_person(contact: Contact, key: str, *, first: bool) -> Contact:
    st.markdown(f"**{plain(contact.role)}**")
    parts: dict[str, str] = {}
    columns = st.columns([3, 3, 2, 3])
    for column, (part, label) in zip(columns, CONTACT_PARTS.items(), strict=True):
        name = first_key(key) if first and not parts else widget_key(key, f"{contact.role}-{part}")
        parts[part] = column.text_input(label, getattr(contact, part), key=name, max_chars=LONGEST_PART)
    return Contact(contact.role, **parts)


def _offer_last_year(store: Store, page: EvidencePage, key: str) -> None:
    form = page.form
    offered = copyable_contacts(store, form.id, form.fiscal_year_be)
    if offered is None:
        return
    names = ", ".join(plain(each.name or each.role) for each in offered.people if not each.is_empty)
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.info(f"ปีงบประมาณ {form.fiscal_year_be - 1} ระบุ {names} ไว้ ใช้เป็นจุดเริ่มต้นของปีนี้ได้")
    if right.button("ใช้รายชื่อปีก่อน", key=f"{key}-copy", width="stretch"):
        _save(store, page, offered, key)


def _save(store: Store, page: EvidencePage, contacts: Contacts, key: str) -> None:
    with errors_shown():
        try:
            save_contacts(store, page.form.id, page.form.fiscal_year_be, contacts, by=who())
        except EditConflict as error:
            tell_conflict(key, error.message)
        forget_seen(key)
        forget_conflict(key)
        say_after_rerun("บันทึกผู้รับผิดชอบแล้ว", _PLACE)
        st.rerun()


def _in_words(people: tuple[Contact, ...]) -> str:
    lines = []
    for each in people:
        lines.append(each.role)
        lines += [f"  {label}: {getattr(each, part) or '–'}" for part, label in CONTACT_PARTS.items()]
    return "\n".join(lines)
