"""Saves of a KPI form that go on without end until a test kills their process."""

import os
from multiprocessing.connection import Connection

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, RoundStatus
from lib.services.evidence import load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file, remove_file, replace_file
from lib.services.evidence_removed import bring_back
from lib.services.evidence_rounds import freeze_round, open_correction, reopen_round, submit_round
from lib.settings import DATA_DIR_VARIABLE
from lib.storage.engine import open_store

FORM, YEAR = "ars46", 2569
ITEM = "2"


def text_of(number: int) -> str:
    """Long enough that half of it would show."""
    return f"ฉบับ {number} " + "ก" * 500 + f" {number}"


def answer_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Save answers whose text, sub-criteria and field all bear one number."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    numbers = [each.number for each in _item().sub_criteria]
    for number in range(first, first + 1_000_000):
        version = load_evidence_page(store, FORM, YEAR).answers[ITEM].version
        given = "yes" if number % 2 else "no"
        answer = Answer(given, {"model": text_of(number)}, version, dict.fromkeys(numbers, given))
        said.send(True)
        save_answer(store, FORM, YEAR, ITEM, answer, by="ก")
        said.send(False)


def attach_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Attach files to one item, put newer ones in their place, take them away, bring them back."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    for number in range(first, first + 1_000_000):
        page = load_evidence_page(store, FORM, YEAR)
        files = page.files_of(ITEM)
        said.send(True)
        content = b"%PDF-1.7 " + str(number).encode() * 2000
        if not files:
            attach_file(store, FORM, YEAR, ITEM, content, "หลักฐาน.pdf", kind="other", by="ก")
        elif number % 4 == 1:
            replace_file(store, FORM, YEAR, files[0], content, "ใหม่.pdf", reason="แก้", by="ก")
        elif number % 4 == 2:
            remove_file(store, FORM, YEAR, files[0].evidence_id, by="ก")
        elif number % 4 == 3 and page.removed:
            bring_back(store, FORM, YEAR, page.removed[0].line, by="ก")
        else:
            attach_file(store, FORM, YEAR, ITEM, content, "หลักฐาน.pdf", kind="other", by="ก")
        said.send(False)


def submit_forever(url: str, data_dir: str, first: int, said: Connection) -> None:
    """Hand a round in, close it, begin a correction, hand in, take back, and again."""
    os.environ[DATA_DIR_VARIABLE] = data_dir
    store = open_store(url)
    where = (store, FORM, YEAR, "6")
    for number in range(first, first + 1_000_000):
        record = load_evidence_page(store, FORM, YEAR).rounds[0].record
        said.send(True)
        if record.status is RoundStatus.OPEN:
            submit_round(*where, by="ก")
        elif record.status is RoundStatus.FROZEN:
            open_correction(*where, reason=f"ครั้งที่ {number}", by="ก")
        elif number % 3:
            freeze_round(*where, by="ก")
        else:
            reopen_round(*where, by="ก")
        said.send(False)


def _item():
    item = load_form(FORM, YEAR).item(ITEM)
    assert item is not None
    return item
