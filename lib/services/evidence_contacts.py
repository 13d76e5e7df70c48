"""The people in the roles of a KPI form, typed by the office for a fiscal year."""

from dataclasses import replace

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence_contacts import Contact, Contacts
from lib.domain.evidence_forms import EvidenceForm
from lib.errors import WorkbenchError
from lib.ingest.refusals import NOTHING_SAVED
from lib.services.evidence_state import key_of
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence_contacts import load_contact_texts, save_contact_texts
from lib.thai.text import clean_text
from lib.validation.evidence_contacts import check_contact

#: Parts of a contact with their words, in the order of the page and the form.
CONTACT_PARTS = {"name": "ชื่อ", "position": "ตำแหน่ง", "phone": "โทรศัพท์", "email": "อีเมล"}
LONGEST_PART = 120


def load_contacts(store: Store, form_id: str, fiscal_year_be: int) -> Contacts:
    """One contact per role of the form, empty where nothing was typed.

    Raises:
        WorkbenchError: no copy of the form serves that year.
    """
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        return _contacts_of(form, *load_contact_texts(session, key_of(form)))


def copyable_contacts(store: Store, form_id: str, fiscal_year_be: int) -> Contacts | None:
    """Last year's people while nobody is named this year; None where there is nothing to copy."""
    form = load_form(form_id, fiscal_year_be)
    before = replace(key_of(form), fiscal_year_be=fiscal_year_be - 1)
    with reading(store) as session:
        now = _contacts_of(form, *load_contact_texts(session, key_of(form)))
        texts, _ = load_contact_texts(session, before)
    people = _contacts_of(form, texts, now.version)
    return people if now.is_empty and not people.is_empty else None


def save_contacts(store: Store, form_id: str, fiscal_year_be: int, contacts: Contacts, *, by: str) -> int:
    """Save the people of a form; ``contacts.version`` is the version the person saw.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a role the form does not have, or a telephone number or e-mail that cannot be read.
        EditConflict: somebody saved them meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    people = tuple(_tidied(each) for each in contacts.people)
    unknown = [each.role for each in people if each.role not in form.roles]
    if unknown:
        raise WorkbenchError(f"แบบ {form.code} ไม่มีบทบาท {unknown[0]}", f"เปิดหน้านี้ใหม่ {NOTHING_SAVED}")
    faults = [fault for each in people for fault in check_contact(each)]
    if faults:
        raise WorkbenchError(
            " · ".join(fault.message for fault in faults), f"{faults[0].hint} {NOTHING_SAVED}"
        )
    texts = {_key(each.role, part): getattr(each, part) for each in people for part in CONTACT_PARTS}
    with writing(store) as session:
        return save_contact_texts(session, key_of(form), texts, seen_version=contacts.version, by=by)


def _contacts_of(form: EvidenceForm, texts: dict[str, str], version: int) -> Contacts:
    return Contacts(
        tuple(
            Contact(role, **{part: texts.get(_key(role, part), "") for part in CONTACT_PARTS})
            for role in form.roles
        ),
        version,
    )


def _tidied(contact: Contact) -> Contact:
    parts = {part: clean_text(getattr(contact, part))[:LONGEST_PART] for part in CONTACT_PARTS}
    return Contact(contact.role, **parts)


def _key(role: str, part: str) -> str:
    """By its words: a role keeps its person where a later copy of the form has another order."""
    return f"{role}:{part}"
