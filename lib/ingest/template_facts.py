"""An office's Word template: judged at the door, read in the capped child, told as facts."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import Final

from lib.domain.issues import Issue
from lib.domain.office_templates import TemplateFacts, TemplateStyle
from lib.errors import RefusedFile
from lib.ingest.child import run_reader
from lib.ingest.content_types import read_small_xml
from lib.ingest.guards import check_document_file, check_word_file
from lib.ingest.limits import MEGABYTE, READER_CAPS
from lib.ingest.reading_progress import tell_nobody
from lib.ingest.receive import make_list, rebuild
from lib.ingest.refusals import NOTHING_SAVED

#: A letterhead with its pictures; a template is opened anew for every report.
TEMPLATE_BYTES_MAX: Final = 10 * MEGABYTE
_UNPACKED_MAX: Final = 60 * MEGABYTE
_MACRO_ENDINGS: Final = (".docm", ".dotm")


def read_template_facts(content: bytes, file_name: str) -> TemplateFacts:
    """Styles, placeholders, page, headers and footers of a docx or dotx.

    Raises:
        RefusedFile: T01–T04 for macros, another kind or size; F.. for a file that must not be opened.
    """
    check_template_file(content, file_name)
    checked = check_document_file(content, file_name)
    return run_reader(content, checked, READER_CAPS, tell_nobody, _rebuild, job="template")


def check_template_file(content: bytes, file_name: str) -> None:
    """The door for templates, stricter than for reports: no macros, no large files, Word only.

    Raises:
        RefusedFile: A02 too large, A03 macros, A04 another kind; F.. for a file that must not be opened.
    """
    if len(content) > TEMPLATE_BYTES_MAX:
        megabytes = -(-len(content) // MEGABYTE)
        raise RefusedFile(
            "A02",
            f"แม่แบบมีขนาด {megabytes} MB เกินเพดาน {TEMPLATE_BYTES_MAX // MEGABYTE} MB",
            f"ย่อภาพหัวกระดาษใน Word แล้วบันทึกใหม่ {NOTHING_SAVED}",
        )
    other = RefusedFile(
        "A04",
        "แม่แบบต้องเป็นไฟล์ Word (.docx หรือ .dotx) แต่ไฟล์นี้เป็นชนิดอื่น",
        f"เปิดใน Word แล้วบันทึกเป็น .docx {NOTHING_SAVED}",
    )
    check_word_file(content, file_name, other)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        types = [element.get("ContentType", "") for element in read_small_xml(archive, "[Content_Types].xml")]
        has_macro = any("macroenabled" in each.lower() or "vbaproject" in each.lower() for each in types)
        has_macro |= any("vbaproject" in name.lower() for name in archive.namelist())
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if has_macro or PurePath(file_name).suffix.lower() in _MACRO_ENDINGS:
        raise RefusedFile(
            "A03", "แม่แบบมีมาโคร จึงไม่รับไว้", f"เปิดใน Word แล้วบันทึกเป็น .docx ที่ไม่มีมาโคร {NOTHING_SAVED}"
        )
    if unpacked > _UNPACKED_MAX:
        raise RefusedFile(
            "A02",
            f"เนื้อหาของแม่แบบเมื่อขยายแล้วใหญ่ {unpacked // MEGABYTE} MB",
            f"ลบเนื้อหาและภาพที่ไม่ใช่แม่แบบออก แล้วบันทึกใหม่ {NOTHING_SAVED}",
        )


def _rebuild(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> TemplateFacts:  # noqa: ARG001 - macros are refused above
    found: list[TemplateFacts] = []
    return rebuild(stream, "template", lambda line: found.append(_facts(line)), lambda end: found[-1])  # noqa: ARG005


def _facts(line: dict[str, object]) -> TemplateFacts:
    page = [float(str(each)) for each in make_list(line["page"])]
    margins = [float(str(each)) for each in make_list(line["margins"])]
    return TemplateFacts(
        styles=tuple(_style(make_list(each)) for each in make_list(line["styles"])),
        placeholders=tuple(
            (str(pair[0]), str(pair[1])) for pair in map(make_list, make_list(line["placeholders"]))
        ),
        page_cm=(page[0], page[1]) if page else None,
        margins_cm=(margins[0], margins[1], margins[2], margins[3]) if margins else None,
        headers=tuple(str(each) for each in make_list(line["headers"])),
        footers=tuple(str(each) for each in make_list(line["footers"])),
        n_pictures=int(str(line["pictures"])),
        has_page_number=line["numbers"] is True,
        has_styles=line["has_styles"] is True,
        body_text=str(line["body"]),
        outside_links=tuple(str(each) for each in make_list(line["outside"])),
        is_protected=line["protected"] is True,
        other_form=str(line["form"]),
    )


def _style(values: list[object]) -> TemplateStyle:
    name, kind, faced, size, numbered = values
    size_pt = None if size is None else float(str(size))
    return TemplateStyle(str(name), str(kind), faced is True, size_pt, numbered is True)
