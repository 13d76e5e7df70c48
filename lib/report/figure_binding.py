"""The part of a file that names its figures: place, data, text as printed, value and n."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from lib.domain.bound_figures import FIGURES_NAMESPACE, FileOrigin, PlacedFigure, PlacedTable
from lib.report.characters import printable
from lib.report.fixed_dates import FIRST_DAY

_PART = "customXml/figures.xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_RELATIONSHIP_ID = "rIdFigures"
# Properties with an id: without them LibreOffice leaves a custom part out when it saves.
_PROPERTIES = "customXml/figuresProps.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{6B7A3F0E-5C1D-4E0B-9A52-0F4E3D2C1B70}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{FIGURES_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PARTS = ("word/document.xml", "ppt/presentation.xml", "xl/workbook.xml")
_PLAIN = re.compile('[^\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]*')
_PLAIN_CELLS = re.compile("[^\x00-\x1e&<>\ud800-\udfff\ufffe\uffff]*")
_EMPTY_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def figures_xml(origin: FileOrigin, placed: Iterable[PlacedFigure | PlacedTable]) -> bytes:
    """The part as XML; the same figures give the same bytes."""
    head = {
        "document": origin.kind.value,
        "academic-year": origin.academic_year_be,
        "fiscal-year": origin.fiscal_year_be,
        "subject": origin.subject,
        "made-on": origin.made_on,
    }
    lines = [f'<figures xmlns="{FIGURES_NAMESPACE}"{_attributes(head)}>']
    for each in placed:
        if isinstance(each, PlacedTable):
            lines.append(_table_xml(each))
            continue
        figure = each.figure
        told = {
            "place": each.place,
            "id": figure.figure_id,
            "text": figure.text,
            "value": None if figure.value is None else repr(figure.value),
            "n": None if figure.n is None else repr(figure.n),
            "unit": figure.unit or None,
        }
        lines.append(f"<figure{_attributes(told)}/>")
    body = "\n".join((*lines, "</figures>"))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()


def with_figures(
    package: bytes,
    origin: FileOrigin,
    placed: Iterable[PlacedFigure | PlacedTable],
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A docx, pptx or xlsx with its figures in a part of their own, which office programs keep.

    Args:
        parts: parts of the package that are written in place of its own.

    Parts go through piece by piece, so that a large workbook never stands in memory unpacked.

    Raises:
        ValueError: the package has no main part of these.
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        main = next((name for name in _MAIN_PARTS if name in names), None)
        if main is None:
            raise ValueError("neither docx nor pptx nor xlsx")
        folder, _, file = main.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        known = old.read(rels).decode("utf-8") if rels in names else _EMPTY_RELS
        link = f'<Relationship Id="{_RELATIONSHIP_ID}" Type="{_RELATIONSHIP}" Target="../{_PART}"/>'
        own = dict(parts or {})
        own |= {rels: known.replace("</Relationships>", f"{link}</Relationships>").encode()}
        own[_PART] = figures_xml(origin, placed)
        own |= _properties(old.read(_CONTENT_TYPES).decode("utf-8"))
        kept = [name for name in names if name not in own]
        for name in (_CONTENT_TYPES, *kept, *(name for name in own if name != _CONTENT_TYPES)):
            if name in own:
                new.writestr(_dated(name, len(own[name])), own[name])
                continue
            entry = _dated(name, old.getinfo(name).file_size)
            with old.open(name) as source, new.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
    return stream.getvalue()


def _properties(content_types: str) -> dict[str, bytes]:
    """The part with the properties, its link from the figures, and the content types that name it."""
    named = f'<Override PartName="/{_PROPERTIES}" ContentType="{_PROPERTIES_TYPE}"/>'
    target = _PROPERTIES.rpartition("/")[2]
    link = f'<Relationship Id="rId1" Type="{_RELATIONSHIP}Props" Target="{target}"/>'
    return {
        _CONTENT_TYPES: content_types.replace("</Types>", f"{named}</Types>").encode(),
        _PROPERTIES: _PROPERTIES_XML.encode(),
        "customXml/_rels/figures.xml.rels": _EMPTY_RELS.replace(
            "</Relationships>", f"{link}</Relationships>"
        ).encode(),
    }


def _dated(name: str, size: int) -> zipfile.ZipInfo:
    """An entry whose date does not depend on the clock."""
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.file_size = size
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _table_xml(table: PlacedTable) -> str:
    """A table's cells, the first column left out: it holds names and running numbers."""
    head = _attributes({"place": table.place, "key": table.key})
    rows = (
        f"<row{_attributes({'name': name})}>{_cells_xml(cells)}</row>"
        for name, cells in zip(table.names, table.rows, strict=True)
    )
    return f"<table{head}><columns>{_cells_xml(table.columns)}</columns>{''.join(rows)}</table>"


def _cells_xml(cells: tuple[str, ...]) -> str:
    joined = "\x1f".join(cells[1:])
    inner = joined if _PLAIN_CELLS.fullmatch(joined) else "\x1f".join(escape(printable(c)) for c in cells[1:])
    return f"<c>{inner}</c>".replace("\x1f", "</c><c>") if len(cells) > 1 else ""


def _attributes(told: Mapping[str, object]) -> str:
    """Attributes in their order; what is None is left out."""
    return "".join(f" {name}={_quoted(str(value))}" for name, value in told.items() if value is not None)


def _quoted(text: str) -> str:
    # most texts need no care; a report of ten thousand rows names a hundred thousand figures
    return f'"{text}"' if _PLAIN.fullmatch(text) else quoteattr(printable(text))
