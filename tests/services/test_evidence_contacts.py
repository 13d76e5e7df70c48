from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from lib.domain.evidence_contacts import Contact, Contacts
from lib.errors import EditConflict, WorkbenchError
from lib.services.evidence import load_evidence_page
from lib.services.evidence_contacts import copyable_contacts, load_contacts, save_contacts
from lib.storage.engine import Store, open_store, reading
from lib.storage.schema import audit

FORM, YEAR = "ars46", 2569
OWNER, COLLECTOR = "ผู้กำกับดูแลตัวชี้วัด", "ผู้จัดเก็บข้อมูล"
PEOPLE = (
    Contact(OWNER, "ก ตัวอย่าง", "ผู้อำนวยการกลุ่ม", "", "owner@example.org"),
    Contact(COLLECTOR, "ข ตัวอย่าง", phone="0" * 9 + " ต่อ 12"),
)


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def test_every_role_of_the_form_has_an_empty_contact_to_begin_with(store: Store) -> None:
    contacts = load_contacts(store, FORM, YEAR)
    assert contacts == Contacts((Contact(OWNER), Contact(COLLECTOR)))
    assert contacts.is_empty


def test_contacts_are_kept_for_their_form_and_year_alone(store: Store) -> None:
    assert save_contacts(store, FORM, YEAR, Contacts(PEOPLE), by="ก") == 1
    assert load_contacts(store, FORM, YEAR) == Contacts(PEOPLE, 1)
    assert load_contacts(store, FORM, YEAR + 1).is_empty
    assert load_contacts(store, "ktpn_plan", YEAR).is_empty


def test_the_second_editor_of_contacts_is_told(store: Store) -> None:
    save_contacts(store, FORM, YEAR, Contacts(PEOPLE), by="ก")
    with pytest.raises(EditConflict, match="ก บันทึกเมื่อ"):
        save_contacts(store, FORM, YEAR, Contacts((Contact(OWNER, "ค"),)), by="ข")
    assert load_contacts(store, FORM, YEAR).people == PEOPLE


def test_last_years_people_are_offered_while_nobody_is_named(store: Store) -> None:
    assert copyable_contacts(store, FORM, YEAR) is None
    save_contacts(store, FORM, YEAR - 1, Contacts(PEOPLE), by="ก")
    offered = copyable_contacts(store, FORM, YEAR)
    assert offered == Contacts(PEOPLE, 0)
    save_contacts(store, FORM, YEAR, offered, by="ก")
    assert load_contacts(store, FORM, YEAR).people == PEOPLE
    assert copyable_contacts(store, FORM, YEAR) is None


def test_contacts_are_no_answer_of_the_form_and_stand_in_no_line_of_the_history(store: Store) -> None:
    save_contacts(store, FORM, YEAR, Contacts(PEOPLE), by="ก")
    assert set(load_evidence_page(store, FORM, YEAR).answers) == {"1", "2", "3", "4", "5"}
    with reading(store) as session:
        (line,) = session.execute(select(audit)).all()
    assert line.action == "save_kpi_contacts"
    assert "ตัวอย่าง" not in str(line.detail)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"phone": "0" * 13}, "13 หลัก"),
        ({"phone": "โทรมา"}, "อ่านเป็นหมายเลขไม่ได้"),
        ({"email": "ไม่ใช่อีเมล"}, "ไม่ใช่ที่อยู่อีเมล"),
        ({"role": "บทบาทอื่น"}, "ไม่มีบทบาท"),
    ],
)
def test_what_cannot_be_a_contact_is_refused_and_nothing_is_saved(
    store: Store, wrong: dict[str, str], words: str
) -> None:
    with pytest.raises(WorkbenchError, match=words):
        save_contacts(store, FORM, YEAR, Contacts((replace(PEOPLE[0], **wrong),)), by="ก")
    assert load_contacts(store, FORM, YEAR).version == 0
