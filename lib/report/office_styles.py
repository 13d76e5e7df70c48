"""The report's named styles in an office's template: its own where it has them, ours where it has none."""

from copy import deepcopy

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from lxml.etree import _Element

from lib.domain.office_templates import folded_style_name
from lib.report.word_fonts import FONT
from lib.report.word_styles import styles_xml
from lib.report.word_template import NUMBERING_XML

_ID, _TYPE, _VAL, _CS = qn("w:styleId"), qn("w:type"), qn("w:val"), qn("w:cs")
_REFERENCES = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)
_NUMBERED = ("Heading1", "Heading2", "Heading3", "Title", "Caption", "TOC1", "TOC2")
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def merge_styles(word: DocxDocument, roots: list[_Element], text_width_cm: float) -> None:
    """Give every style of the report the id its writer names.

    A style of the template is taken by its name, in English or Thai, when its type is right; then its id
    becomes ours in every part. What is missing is added from ours, in the template's face.

    Args:
        roots: all parts that may name a style, the styles part among them.
    """
    styles = word.part.styles.element
    all_of_ours = parse_xml(f"<w:s {nsdecls('w')}>{styles_xml(text_width_cm)}</w:s>")
    ours = all_of_ours.findall(qn("w:style"))
    theirs = {_key(one): one for one in reversed(styles.findall(qn("w:style"))) if _name(one)}
    _take_default_as_normal(styles, theirs)
    matched = {one.get(_ID): theirs[_key(one)] for one in ours if _key(one) in theirs}
    _rename(roots, styles, matched, ours)
    missing = [one for one in ours if one.get(_ID) not in matched]
    taken_names = {folded_style_name(_name(one)) for one in ours}
    for each in styles.findall(qn("w:style")):
        # a name used for another type of style: Word wants names unique
        if each not in matched.values() and folded_style_name(_name(each)) in taken_names:
            each.find(qn("w:name")).set(_VAL, f"{_name(each)} (แม่แบบ)")
    face = _thai_face(styles, matched.get("Normal"))
    for each in missing:
        styles.append(_in_face(deepcopy(each), face))
    for style_id in _NUMBERED:
        _drop_numbers(matched.get(style_id))
    _begin_chapters(matched.get("Heading1"))
    _complete_thai(styles)
    _write_bullets(word, styles, matched.get("ListBullet"))


def _key(style: _Element) -> tuple[str, str]:
    return str(style.get(_TYPE, "paragraph")), folded_style_name(_name(style))


def _name(style: _Element) -> str:
    element = style.find(qn("w:name"))
    return "" if element is None else str(element.get(_VAL, ""))


def _take_default_as_normal(styles: _Element, theirs: dict[tuple[str, str], _Element]) -> None:
    for each in styles.findall(qn("w:style")):
        if each.get(qn("w:default")) in ("1", "true", "on") and each.get(_TYPE) == "paragraph":
            theirs.setdefault(("paragraph", "normal"), each)
    for each in styles.findall(qn("w:style")):
        is_normal = each is theirs.get(("paragraph", "normal"))
        if each.get(_TYPE) == "paragraph" and not is_normal:
            each.attrib.pop(qn("w:default"), None)
    normal = theirs.get(("paragraph", "normal"))
    if normal is not None:
        normal.set(qn("w:default"), "1")


def _rename(
    roots: list[_Element], styles: _Element, matched: dict[str, _Element], ours: list[_Element]
) -> None:
    """Ids of the matched styles become ours; a stranger that bears one of ours gets another."""
    needed = {str(one.get(_ID)) for one in ours}
    new_ids: dict[str, str] = {}
    for each in styles.findall(qn("w:style")):
        old = str(each.get(_ID, ""))
        own = next((style_id for style_id, style in matched.items() if style is each), None)
        if own is None and old in needed:
            own = f"{old}Office"
        if own is not None and own != old:
            new_ids[old] = own
            each.set(_ID, own)
    if not new_ids:
        return
    for root in roots:
        for reference in root.iter(*_REFERENCES):
            if (old := str(reference.get(_VAL, ""))) in new_ids:
                reference.set(_VAL, new_ids[old])


def _fonts(style: _Element | None) -> _Element | None:
    return None if style is None else style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")


def _thai_face(styles: _Element, normal: _Element | None) -> str:
    """The face of Thai letters in the template; empty where it names none itself."""
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    for fonts in (_fonts(normal), defaults):
        if fonts is not None:
            for slot in ("w:cs", "w:ascii", "w:hAnsi"):
                if face := fonts.get(qn(slot)):
                    return str(face)
    return ""


def _in_face(style: _Element, face: str) -> _Element:
    """A style of ours with the template's face, ours where it names none."""
    if face and face != FONT:
        for fonts in style.iter(qn("w:rFonts")):
            for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{slot}"), face)
    return style


def _drop_numbers(style: _Element | None) -> None:
    """The report writes its numbers itself; a style that counts would print them twice."""
    properties = None if style is None else style.find(qn("w:pPr"))
    numbers = None if properties is None else properties.find(qn("w:numPr"))
    if properties is not None and numbers is not None:
        properties.remove(numbers)


def _begin_chapters(heading: _Element | None) -> None:
    """A chapter begins a page, as the forecast of the contents counts on, unless the style says otherwise."""
    if heading is not None and heading.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is None:
        heading.get_or_add_pPr().pageBreakBefore_val = True


def _complete_thai(styles: _Element) -> None:
    """Where a style names face, size or weight for Latin letters alone, Thai ones get the same."""
    for properties in styles.iter(qn("w:rPr")):
        fonts = properties.find(qn("w:rFonts"))
        if fonts is not None and not fonts.get(_CS) and not fonts.get(qn("w:cstheme")):
            face = fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))
            fonts.attrib.update({_CS: face} if face else {})
        for name, twin_name in (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs")):
            latin = properties.find(qn(name))
            if latin is not None and properties.find(qn(twin_name)) is None:
                twin = deepcopy(latin)
                twin.tag = qn(twin_name)
                latin.addnext(twin)


def _write_bullets(word: DocxDocument, styles: _Element, theirs: _Element | None) -> None:
    """A bullet for the list style, unless the template's has one."""
    if theirs is not None and theirs.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") is not None:
        return
    numbering = _numbering(word)
    ours = parse_xml(f"<w:numbering {nsdecls('w')}>{NUMBERING_XML}</w:numbering>")
    abstract, number = ours[0], ours[1]
    first = _next_id(numbering, "w:abstractNum", "w:abstractNumId")
    abstract.set(qn("w:abstractNumId"), str(first))
    number.find(qn("w:abstractNumId")).set(_VAL, str(first))
    number.set(qn("w:numId"), str(max(1, _next_id(numbering, "w:num", "w:numId"))))
    last = numbering.findall(qn("w:abstractNum"))
    numbering.insert(numbering.index(last[-1]) + 1 if last else 0, abstract)
    numbers = numbering.findall(qn("w:num"))
    (numbers[-1] if numbers else abstract).addnext(number)
    for style in styles.findall(qn("w:style")):
        if style.get(_ID) == "ListBullet":
            properties = style.get_or_add_pPr()
            properties.get_or_add_numPr().get_or_add_numId().val = int(number.get(qn("w:numId")))


def _next_id(numbering: _Element, name: str, attribute: str) -> int:
    used = [str(each.get(qn(attribute), "")) for each in numbering.findall(qn(name))]
    return max((int(one) for one in used if one.isdigit()), default=-1) + 1


def _numbering(word: DocxDocument) -> _Element:
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return relation.target_part.element
    blob = f"<w:numbering {nsdecls('w')}/>".encode()
    part = NumberingPart.load(PackURI("/word/numbering.xml"), _NUMBERING_TYPE, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
