"""Which part of an xlsx holds which sheet, and which cell styles show a percentage."""

import re
import zipfile
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from lib.ingest.content_types import Relation, find_main_part, read_relations, read_small_xml
from lib.ingest.limits import SHEETS_MAX
from lib.ingest.refusals import make_refusal

_MAIN_PART: Final = "xl/workbook.xml"
_UNIQUE_COUNT: Final = re.compile(rb"uniqueCount\s*=\s*[\"'](\d{1,30})")
# "<si/>" is the shortest entry of the table of texts.
_SHORTEST_TEXT_BYTES: Final = 5
_BUILTIN_PERCENT_FORMATS: Final = frozenset({"9", "10"})
_QUOTED_OR_ESCAPED: Final = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet of the list of sheets; ``part`` is empty for a chart sheet."""

    name: str
    part: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """The list of sheets, and what it says of formulas and formats.

    Attributes:
        sheets: in tab order.
        percent_styles: cell style numbers, as written in a cell's ``s``, whose format shows ``%``.
        recalculates_on_load: the writing program left the formulas for Excel to compute.
    """

    sheets: tuple[SheetPart, ...]
    percent_styles: frozenset[str]
    recalculates_on_load: bool


def read_workbook_parts(archive: zipfile.ZipFile) -> WorkbookParts:
    """Read an xlsx's list of sheets and styles.

    Raises:
        RefusedFile: F11, S05 for a listed sheet that is not there, S07 for too many.
    """
    main = find_main_part(archive, _MAIN_PART)
    root = read_small_xml(archive, main)
    relations = read_relations(archive, main)
    listed = [element for element in root.iter() if _local(element) == "sheet"]
    if len(listed) > SHEETS_MAX:
        raise make_refusal("S07", sheets=len(listed), limit=SHEETS_MAX)
    calculations = [element for element in root.iter() if _local(element) == "calcPr"]
    _check_text_count(archive, relations)
    return WorkbookParts(
        tuple(_find_sheet_part(archive, element, relations) for element in listed),
        _read_percent_styles(archive, relations),
        any(element.get("fullCalcOnLoad") in ("1", "true") for element in calculations),
    )


def _find_sheet_part(
    archive: zipfile.ZipFile, element: Element, relations: tuple[Relation, ...]
) -> SheetPart:
    name = element.get("name", "")
    link = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
    relation = next((relation for relation in relations if relation.id == link), None)
    if relation is None:
        raise make_refusal("S05", sheet=name)
    if not relation.kind.endswith("/worksheet"):
        return SheetPart(name, "")
    part = find_part(archive, relation.target)
    if not part:
        raise make_refusal("S05", sheet=name)
    return SheetPart(name, part, element.get("state", "visible") != "visible")


def find_part(archive: zipfile.ZipFile, target: str) -> str:
    """The part's name as the archive spells it (names differing in case are one part), empty when absent."""
    wanted = target.casefold()
    return next((name for name in archive.namelist() if name.casefold() == wanted), "")


def _check_text_count(archive: zipfile.ZipFile, relations: tuple[Relation, ...]) -> None:
    # calamine reserves memory for the stated number of texts before it reads one (tafia/calamine #684).
    for relation in relations:
        part = find_part(archive, relation.target) if relation.kind.endswith("/sharedStrings") else ""
        if not part:
            continue
        with archive.open(part) as stream:
            stated = _UNIQUE_COUNT.search(stream.read(4096).replace(b"\0", b""))
        if stated and int(stated[1]) > archive.getinfo(part).file_size // _SHORTEST_TEXT_BYTES:
            raise make_refusal("F11", part=part)


def _read_percent_styles(archive: zipfile.ZipFile, relations: tuple[Relation, ...]) -> frozenset[str]:
    part = next(
        (find_part(archive, relation.target) for relation in relations if relation.kind.endswith("/styles")),
        "",
    )
    if not part:
        return frozenset()
    root = read_small_xml(archive, part)
    percent_formats = set(_BUILTIN_PERCENT_FORMATS)
    for element in root.iter():
        if _local(element) == "numFmt" and shows_percent(element.get("formatCode", "")):
            percent_formats.add(element.get("numFmtId", ""))
    formats = next((element for element in root if _local(element) == "cellXfs"), None)
    if formats is None:
        return frozenset()
    return frozenset(
        str(number) for number, style in enumerate(formats) if style.get("numFmtId") in percent_formats
    )


def shows_percent(format_code: str) -> bool:
    """True when a number format multiplies by 100; a quoted or escaped ``%`` is only a letter."""
    return "%" in _QUOTED_OR_ESCAPED.sub("", format_code)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
