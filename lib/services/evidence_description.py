"""What a person writes about a piece of evidence, as it is kept."""

import re
from dataclasses import replace

from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.errors import WorkbenchError
from lib.ingest.evidence_persons import refuse_numbers_of_persons
from lib.ingest.refusals import NOTHING_SAVED
from lib.thai.text import clean_text

_LONGEST_NAME = 300
_LONGEST_PAGE = 60
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,1990}")


def tidy_description(form: EvidenceForm, file: EvidenceFile) -> EvidenceFile:
    """What a person wrote about evidence, cleaned.

    Raises:
        WorkbenchError: the form has no such kind of evidence, the link is no web address, or a text holds the
            number of a person.
    """
    if all(kind.id != file.kind for kind in form.kinds):
        raise WorkbenchError("ยังไม่ได้เลือกชนิดของหลักฐาน", f"เลือกชนิดจากรายการแหล่งข้อมูลของแบบ {NOTHING_SAVED}")
    refuse_numbers_of_persons(file.title, file.page, file.note, file.held_at, file.file_name)
    return replace(
        file,
        title=clean_text(file.title)[:_LONGEST_NAME],
        page=clean_text(file.page)[:_LONGEST_PAGE],
        note=clean_text(file.note),
        link=_tidy_link(file.link),
        held_at=clean_text(file.held_at)[:_LONGEST_NAME],
    )


def _tidy_link(text: str) -> str:
    """A web address as written.

    Raises:
        WorkbenchError: it is none; a page must not run what stands in a link.
    """
    link = text.strip()
    if link and not _WEB_ADDRESS.fullmatch(link):
        raise WorkbenchError(
            "ลิงก์ต้องขึ้นต้นด้วย http:// หรือ https:// และไม่มีช่องว่าง",
            f"คัดลอกที่อยู่จากเบราว์เซอร์แล้ววางใหม่ หรือเว้นว่างไว้ {NOTHING_SAVED}",
        )
    return link
