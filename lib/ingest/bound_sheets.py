"""Cells of a workbook by their place, read from its parts: a file of ours needs no more."""

import zipfile

from defusedxml.ElementTree import fromstring

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet_values(archive: zipfile.ZipFile) -> tuple[dict[str, str], dict[str, float]]:
    """Texts and numbers as ``sheet!cell``, formulas by the result they were saved with."""
    texts: dict[str, str] = {}
    values: dict[str, float] = {}
    names = set(archive.namelist())
    shared: list[str] = []
    if "xl/sharedStrings.xml" in names:
        root = fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(each.text or "" for each in item.iter(f"{_S}t")) for item in root]
    sheets = fromstring(archive.read("xl/workbook.xml")).iter(f"{_S}sheet")
    for number, sheet in enumerate(sheets, start=1):
        part = f"xl/worksheets/sheet{number}.xml"
        if part not in names:
            continue
        for cell in fromstring(archive.read(part)).iter(f"{_S}c"):
            place = f"{sheet.get('name')}!{cell.get('r')}"
            told = cell.findtext(f"{_S}v")
            kind = cell.get("t", "n")
            if kind == "n" and told:
                values[place] = float(told)
            elif kind == "s" and told:
                texts[place] = shared[int(told)]
            elif kind == "inlineStr" or told:
                texts[place] = told or "".join(each.text or "" for each in cell.iter(f"{_S}t"))
    return texts, values
