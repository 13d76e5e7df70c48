"""Whether an office's Word template can carry the reports, in words."""

from collections.abc import Iterator

from lib.domain.issues import Issue, Severity
from lib.domain.office_templates import (
    CONTENT,
    NOTICED_STYLES,
    PLACEHOLDERS,
    TITLE,
    TemplateFacts,
    folded_style_name,
)

_A4_CM = (21.0, 29.7)
#: Official papers: 3 cm for binding on the left, 2 cm on the right.
_LEFT_CM, _RIGHT_CM = 3.0, 2.0
_NEAR_CM = 0.15
_LEAST_TEXT_CM = 10.0
_BODY_PT = 16.0


def check_template_facts(facts: TemplateFacts) -> tuple[Issue, ...]:
    """What is there, what is missing and what will be done about it; an error says that it cannot be used."""
    return (*_whole(facts), *_placeholders(facts), *_styles(facts), *_page(facts), *_margins(facts))


def _whole(facts: TemplateFacts) -> Iterator[Issue]:
    if facts.outside_links:
        named = ", ".join(facts.outside_links[:3])
        yield Issue(
            Severity.ERROR,
            "T01",
            f"แม่แบบลิงก์ไปยังไฟล์ภายนอก ({named}) ซึ่งเครื่องอื่นเปิดไม่ได้",
            "เปิดใน Word แล้วแทรกภาพไว้ในไฟล์ แทนการลิงก์",
        )
    if facts.other_form == "strict":
        yield Issue(Severity.INFO, "T03", "แม่แบบบันทึกเป็น Strict Open XML ใช้ได้ รายงานจะเป็น .docx ปกติ")
    if facts.other_form == "template":
        yield Issue(Severity.INFO, "T04", "แม่แบบเป็น .dotx ใช้ได้ รายงานจะเป็น .docx ปกติ")
    if facts.is_protected:
        yield Issue(Severity.INFO, "T05", "แม่แบบล็อกการแก้ไขไว้ รายงานที่ได้จะไม่ล็อก")


def _placeholders(facts: TemplateFacts) -> Iterator[Issue]:
    known = dict(PLACEHOLDERS)
    there = dict.fromkeys(name for name, _ in facts.placeholders)
    found = [name for name in there if name in known]
    if found:
        told = " ".join(f"{{{{{name}}}}}" for name in found)
        yield Issue(Severity.INFO, "T10", f"ช่องเติมข้อความที่พบ: {told}")
    for name in there:
        if name not in known:
            yield Issue(
                Severity.WARNING,
                "T11",
                f"ไม่รู้จักช่อง {{{{{name}}}}} จะพิมพ์ตามที่เขียนไว้",
                "แก้ให้ตรงกับชื่อช่องที่มี หรือลบออก",
            )
    if (CONTENT, "table") in facts.placeholders:
        yield Issue(
            Severity.WARNING,
            "T12",
            f"ช่อง {{{{{CONTENT}}}}} อยู่ในตารางหรือกล่องข้อความ วางรายงานทั้งเล่มในนั้นไม่ได้ จะต่อท้ายแทน",
            "ย้ายช่องนี้ออกมาเป็นย่อหน้าของตัวเอง",
        )
    elif (CONTENT, "body") not in facts.placeholders and facts.body_text:
        yield Issue(
            Severity.WARNING,
            "T13",
            f"ไม่มีช่อง {{{{{CONTENT}}}}} เนื้อรายงานจะต่อท้ายข้อความเดิมในแม่แบบ",
            f"พิมพ์ {{{{{CONTENT}}}}} ในย่อหน้าที่ต้องการให้เนื้อรายงานเริ่ม",
        )
    if facts.body_text and TITLE not in {
        name for name, place in facts.placeholders if place in ("body", "table")
    }:
        yield Issue(
            Severity.INFO, "T14", f"เนื้อความของแม่แบบไม่มีช่อง {{{{{TITLE}}}}} จึงใช้หน้าปกของโปรแกรมต่อจากข้อความเดิม"
        )
    missing = [name for name, _ in PLACEHOLDERS if name not in there and name not in (CONTENT, TITLE)]
    if missing:
        told = " ".join(f"{{{{{name}}}}}" for name in missing)
        yield Issue(Severity.INFO, "T15", f"ช่องที่มีให้ใช้แต่แม่แบบไม่ได้ใช้: {told}", "ไม่ต้องทำอะไร หากไม่ต้องการ")


def _styles(facts: TemplateFacts) -> Iterator[Issue]:
    if not facts.has_styles:
        yield Issue(Severity.INFO, "T20", "แม่แบบไม่มีสไตล์เลย จะใช้สไตล์ของโปรแกรมทั้งหมด")
        return
    by_name = {folded_style_name(each.name): each for each in facts.styles}
    missing = [name for name in NOTICED_STYLES if name.casefold() not in by_name]
    if missing:
        yield Issue(
            Severity.INFO,
            "T21",
            f"สไตล์ที่แม่แบบไม่มี จะเติมของโปรแกรมให้: {', '.join(missing)}",
            "ไม่ต้องทำอะไร หรือตั้งสไตล์ชื่อนี้ในแม่แบบหากต้องการรูปแบบของสำนักงาน",
        )
    wrong = [
        name
        for name in NOTICED_STYLES
        if name.casefold() in by_name and by_name[name.casefold()].kind != "paragraph"
    ]
    if wrong:
        yield Issue(
            Severity.WARNING,
            "T22",
            f"สไตล์ผิดชนิด ไม่ใช่สไตล์ย่อหน้า: {', '.join(wrong)} จะใช้ของโปรแกรมแทน",
            "สร้างสไตล์ชื่อนี้ใหม่เป็นชนิดย่อหน้า หากต้องการรูปแบบของสำนักงาน",
        )
    used = [by_name[name.casefold()] for name in NOTICED_STYLES if name.casefold() in by_name]
    bare = [each.name for each in used if each.kind == "paragraph" and not each.names_thai_font]
    if bare:
        yield Issue(
            Severity.WARNING,
            "T23",
            f"สไตล์ที่ไม่ได้ตั้งฟอนต์ของอักษรไทย: {', '.join(bare)} จะใช้ฟอนต์เดียวกับอักษรอังกฤษของสไตล์นั้น",
            "ใน Word เปิด ฟอนต์ > ภาษาที่มีอักขระซับซ้อน แล้วเลือกฟอนต์ไทย เช่น TH SarabunPSK",
        )
    numbered = [each.name for each in used if each.is_numbered and "heading" in folded_style_name(each.name)]
    if numbered:
        yield Issue(
            Severity.INFO,
            "T24",
            f"หัวเรื่องที่ใส่เลขเอง ({', '.join(numbered)}) จะไม่ใส่เลข เพราะรายงานเขียนเลขบทอยู่แล้ว",
        )
    normal = by_name.get("normal")
    if normal and normal.size_pt and normal.size_pt != _BODY_PT:
        yield Issue(
            Severity.INFO,
            "T25",
            f"ตัวอักษรไทยของแม่แบบขนาด {normal.size_pt:g} พอยต์ หนังสือราชการใช้ {_BODY_PT:g} พอยต์",
        )


def _page(facts: TemplateFacts) -> Iterator[Issue]:
    if facts.page_cm:
        width, height = sorted(facts.page_cm)
        if abs(width - _A4_CM[0]) > _NEAR_CM or abs(height - _A4_CM[1]) > _NEAR_CM:
            yield Issue(
                Severity.WARNING,
                "T30",
                f"กระดาษ {width:.1f} × {height:.1f} ซม. ไม่ใช่ A4 (21.0 × 29.7)",
                "ตั้งกระดาษเป็น A4",
            )
    if facts.page_cm and facts.margins_cm:
        _, right, _, left = facts.margins_cm
        if abs(left - _LEFT_CM) > _NEAR_CM or abs(right - _RIGHT_CM) > _NEAR_CM:
            yield Issue(
                Severity.INFO,
                "T31",
                f"ขอบซ้าย {left:.1f} ขวา {right:.1f} ซม. จะใช้ตามแม่แบบ",
                f"หนังสือราชการใช้ซ้าย {_LEFT_CM:g} ขวา {_RIGHT_CM:g} ซม.",
            )
        room = min(facts.page_cm) - left - right
        if room < _LEAST_TEXT_CM:
            yield Issue(
                Severity.ERROR,
                "T32",
                f"เหลือที่ให้ข้อความกว้างเพียง {room:.1f} ซม. ตารางของรายงานวางไม่ได้",
                "ลดขอบซ้ายขวาของแม่แบบ",
            )


def _margins(facts: TemplateFacts) -> Iterator[Issue]:
    for word, texts in (("หัวกระดาษ", facts.headers), ("ท้ายกระดาษ", facts.footers)):
        if texts:
            told = " / ".join(text[:60] or "ภาพ" for text in texts[:3])
            yield Issue(Severity.INFO, "T40", f"{word}ของแม่แบบ ({told}) จะอยู่ทุกหน้าที่แม่แบบกำหนด")
        else:
            what = "ชื่อรายงาน" if word == "หัวกระดาษ" else "เลขหน้า"
            yield Issue(Severity.INFO, "T41", f"แม่แบบไม่มี{word} จะใช้ของโปรแกรม ({what})")
    if facts.footers and not facts.has_page_number:
        yield Issue(
            Severity.WARNING,
            "T42",
            "แม่แบบมีท้ายกระดาษแต่ไม่มีเลขหน้า รายงานจะไม่มีเลขหน้า",
            "ใน Word แทรก > หมายเลขหน้า ที่หัวหรือท้ายกระดาษ",
        )
