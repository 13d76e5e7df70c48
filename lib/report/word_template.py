"""The empty A4 document every Word file starts from, built in code: no binary to keep in step."""

from functools import cache
from io import BytesIO

from docx import Document as open_docx
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.report.word_fonts import FONT, LANGUAGE, run_properties
from lib.report.word_styles import MUTED, styles_xml, twips

_UNUSED = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
# The library's empty file says in its properties that another program made it.
_NOT_OURS = ("/thumbnail", "/extended-properties")
# Offices with only the older release of the face get that, not whatever the program falls back to.
_FONT_TABLE = (
    f'<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="TH SarabunPSK"/>'
    '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_COMPAT_URI = "http://schemas.microsoft.com/office/word"
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPAT_URI}" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{LANGUAGE}" w:bidi="{LANGUAGE}"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
NUMBERING_XML = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
    '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    f'<w:pPr><w:ind w:left="{twips(1.5)}" w:hanging="{twips(0.6)}"/></w:pPr>'
    f"<w:rPr>{run_properties(16, colour=MUTED)}</w:rPr></w:lvl></w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@cache
def make_template() -> bytes:
    """An empty A4 document with the report's styles, bullet, Thai settings and nothing else."""
    document = open_docx()
    part = document.part
    for key in [key for key, rel in part.rels.items() if rel.reltype in _UNUSED]:
        part.rels.pop(key)
    package = part.package
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FONT_TABLE.encode(), package)
    part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith(_NOT_OURS)]:
        package.rels.pop(key)
    _fill(part.styles.element, styles_xml())
    _fill(document.settings.element, _SETTINGS)
    _fill(part.numbering_part.element, NUMBERING_XML)
    body = document.element.body
    for child in list(body):
        body.remove(child)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_template() -> DocxDocument:
    """A fresh copy of the template, ready to be filled."""
    return open_docx(BytesIO(make_template()))


def _fill(element: object, content: str) -> None:
    """Replace the children of a part's root by parsed siblings."""
    for child in list(element):  # type: ignore[call-overload]
        element.remove(child)  # type: ignore[attr-defined]
    for child in list(parse_xml(f"<w:body {nsdecls('w')}>{content}</w:body>")):
        element.append(child)  # type: ignore[attr-defined]
