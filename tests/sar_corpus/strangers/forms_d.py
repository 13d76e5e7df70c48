"""A fourth set of books: the ministry's sentences, questions, Word's own devices, and a few workbooks."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.sar_corpus.story import Part
from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk, Form

_TEXT_BOX = (
    "<w:r {ns}><mc:AlternateContent "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    "<mc:Choice xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
    "Requires='wps'>"
    "<w:drawing><wp:anchor "
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
    "simplePos='0' relativeHeight='2' behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'>"
    "<wp:simplePos x='0' y='0'/><wp:positionH relativeFrom='column'>"
    "<wp:posOffset>0</wp:posOffset></wp:positionH>"
    "<wp:positionV relativeFrom='paragraph'>"
    "<wp:posOffset>0</wp:posOffset></wp:positionV>"
    "<wp:extent cx='5400000' cy='1800000'/><wp:wrapTopAndBottom/><wp:docPr id='{id}' name='box'/>"
    "<a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
    "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
    "<wps:wsp>"
    "<wps:cNvSpPr txBox='1'/>"
    "<wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='5400000' cy='1800000'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inside}"
    "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
)


def _box(d: Desk, lines: str) -> None:
    """A text box of Word with a size of its own, as it is drawn today."""
    inside = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines.split("\n")
    )
    paragraph = d.sheet.doc.add_paragraph()
    paragraph._p.append(
        parse_xml(_TEXT_BOX.format(ns=nsdecls("w"), id=len(d.sheet.doc.paragraphs), inside=inside))
    )


def _changed(d: Desk, before: str, gone: str, come: str) -> None:
    """A line with a tracked deletion and insertion, and a comment's mark and a footnote's at its end."""
    paragraph = d.sheet.doc.add_paragraph(before)
    who = "w:id='9' w:author='ครู' w:date='2026-01-01T00:00:00Z'"
    for piece in (
        f"<w:del {nsdecls('w')} {who}><w:r><w:delText xml:space='preserve'>{gone}</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')} {who}><w:r><w:t xml:space='preserve'>{come}</w:t></w:r></w:ins>",
        f"<w:r {nsdecls('w')}><w:commentReference w:id='0'/></w:r>",
        f"<w:r {nsdecls('w')}><w:footnoteReference w:id='2'/></w:r>",
    ):
        paragraph._p.append(parse_xml(piece))


def _lists(d: Desk, part: Part, kinds: tuple[str, ...] = KINDS) -> None:
    for kind in kinds:
        d.bold(d.w(kind))
        d.p(d.lines(part, kind))


def because_of_standards(d: Desk) -> None:
    """The ministry's own closing sentence: level of the whole, because standard 1 is…, standard 2 is…"""
    d.cover()
    around.contents(d)
    d.h("บทสรุปของผู้บริหาร", 1)
    for part in d.parts:
        d.bold(d.edu(part))
        each = " ".join(
            f"มาตรฐานที่ {ref} {part.name(ref)} ผลการประเมินอยู่ในระดับ{part.words[d.level(part, ref)]}"
            for ref in part.standards
        )
        d.p(
            "จากผลการดำเนินงานโครงการและกิจกรรมต่าง ๆ ส่งผลให้สถานศึกษาจัดการพัฒนาคุณภาพการศึกษา"
            "ประสบผลสำเร็จตามที่ตั้งเป้าหมายไว้ "
            f"จากผลการประเมินในภาพรวมสรุปว่าได้ระดับ{d.word(part, '')} ทั้งนี้ เพราะ{each}"
        )
        _lists(d, part)
        d.turn()
    around.evidence(d)


def the_questions(d: Desk) -> None:
    """Answers beneath the guide's questions for each standard."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.h(d.standard(part, ref), 2)
            d.p("1. ผลการประเมินตนเองอยู่ในระดับใด")
            d.p(f"ตอบ ระดับ{part.words[d.level(part, ref)]}")
            d.p("2. ข้อมูล หลักฐาน และเอกสารเชิงประจักษ์ที่สนับสนุนผลการประเมินตนเอง มีอะไรบ้าง")
            d.p("แผนปฏิบัติการ สมุดนิเทศ แบบประเมินโครงการ ภาพกิจกรรม")
            d.p("3. จุดเด่นของโรงเรียนคืออะไร")
            d.p(d.lines(part, "strength", "- ", shared["strength"][ref]))
            d.p("4. จุดที่ควรพัฒนาคืออะไร")
            d.p(d.lines(part, "improvement_area", "- ", shared["improvement_area"][ref]))
            d.p("5. โรงเรียนมีแผนจะพัฒนาให้ได้ระดับคุณภาพที่สูงขึ้นอย่างไร")
            d.p(d.lines(part, "plan", "- ", shared["plan"][ref]))
        d.p(f"สรุป ผลการประเมินโดยรวมของ{d.plain_edu(part)}อยู่ในระดับ {d.word(part, '')}")


def boxes_and_changes(d: Desk) -> None:
    """Levels in text boxes; statements with tracked changes, comments and footnotes."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.p(d.standard(part, ref))
            _box(d, d.digits(f"ระดับคุณภาพ : {part.words[d.level(part, ref)]}"))
            d.p("วิธีการพัฒนา\nจัดทำโครงการและนิเทศติดตามอย่างน้อยภาคเรียนละครั้ง")
        _box(d, d.digits(f"สรุปผลการประเมินภาพรวม\nระดับ {part.words[d.level(part, '')]}"))
        for kind in KINDS:
            d.bold(d.w(kind))
            for n, one in enumerate(part.said[kind], 1):
                printed = d.say(part, kind, one)
                _changed(d, d.digits(f"{n}) ") + printed[:-6], "เดิมเขียนไว้อีกอย่าง", printed[-6:])
            if not part.said[kind]:
                d.p("-")


def merged_titles(d: Desk) -> None:
    """Each standard's table: its name and level in a row merged over the whole width."""
    d.cover()
    around.basics(d)
    d.h("ส่วนที่ 2 ผลการประเมินตนเองตามมาตรฐานการศึกษา", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        for ref in part.standards:
            rows = [[d.digits(f"{d.standard(part, ref)} ระดับคุณภาพ {part.words[d.level(part, ref)]}"), "", ""]]
            rows.append(["ประเด็นพิจารณา", "ผลการดำเนินงาน", "ระดับคุณภาพ"])
            for item in part.items_of(ref):
                done = "ดำเนินการตามโครงการครบถ้วน ผู้เกี่ยวข้องพึงพอใจ"
                rows.append([d.digits(f"{item} {part.name(item)}"), done, part.words[d.level(part, item)]])
            d.sheet.table(rows, [(0, 0, 0, 2)])
            d.p("")
        d.p(f"ผลการประเมินภาพรวมอยู่ในระดับ {d.word(part, '')}")
    d.turn()
    d.h("ส่วนที่ 3 สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ", 1)
    for part in d.parts:
        d.p(d.edu(part))
        shared = {kind: d.shared(part, kind) for kind in KINDS[:2]}
        rows, merges = [[d.w("strength"), d.w("improvement_area")]], []
        for ref in part.standards:
            merges.append((len(rows), 0, len(rows), 1))
            rows.append([d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"), ""])
            rows.append(
                [
                    d.lines(part, kind, "- ", shared[kind][ref]) if shared[kind][ref] else "-"
                    for kind in KINDS[:2]
                ]
            )
        d.sheet.table(rows, merges)
        _lists(d, part, KINDS[2:])


def sub_items(d: Desk) -> None:
    """Items with sub-items that have levels of their own; only items and standards are asked for."""
    d.cover()
    d.h("ผลการประเมินคุณภาพภายใน", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        rows = [["มาตรฐาน/ประเด็นพิจารณา", "ค่าเป้าหมาย (ระดับ)", "ผลประเมิน (ระดับ)", "ผลต่าง"]]
        for ref in part.standards:
            own, aim = d.level(part, ref), d.target(part, ref)
            rows.append([d.standard(part, ref), str(aim), str(own), str(own - aim)])
            for item in part.items_of(ref):
                own, aim = d.level(part, item), d.target(part, item)
                rows.append([f"{item} {part.name(item)}", str(aim), str(own), str(own - aim)])
                rows += (
                    [[f"{n}) รายการย่อยที่ {n} ของสถานศึกษา", "3", "5", "2"] for n in (1, 2)]
                    if item == "1.1"
                    else []
                )
        d.sheet.table([[d.digits(c) for c in row] for row in rows])
        d.p(f"สรุปผลการประเมินในภาพรวมของสถานศึกษา {d.edu(part).lstrip('12. ')} อยู่ในระดับ {d.word(part, '')}")
        _lists(d, part)


def fields_of_standards(d: Desk) -> None:
    """By the three fields instead of numbers in part three; levels as a line with quotes."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.bold(d.standard(part, ref))
            d.p(d.rated(part, ref))
        d.p(f"ผลการประเมินตนเองภาพรวมอยู่ในระดับ {d.level(part, '')} {d.word(part, '')}")
    d.turn()
    d.h("ส่วนที่ 3 สรุปจุดเด่น จุดควรพัฒนา และแผนพัฒนา", 1)
    for part in d.parts:
        d.p(d.edu(part))
        for kind in KINDS:
            d.bold(d.w(kind))
            for ref, said in d.shared(part, kind).items():
                if said:
                    d.p(f"ด้าน{part.name(ref)}")
                    d.p(d.lines(part, kind, "- ", said))


def numbers_to_tick(d: Desk) -> None:
    """Columns 5 4 3 2 1 beneath a merged heading, and the word beside them."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        rows = [
            ["ที่", "มาตรฐานการศึกษา", "ระดับคุณภาพ", "", "", "", "", "แปลผล"],
            ["", "", "5", "4", "3", "2", "1", ""],
        ]
        for ref in part.standards:
            own = d.level(part, ref)
            ticks = ["/" if n == own else "" for n in (5, 4, 3, 2, 1)]
            rows.append([ref, part.name(ref), *ticks, part.words[own]])
        own = d.level(part, "")
        rows.append(["", "สรุปผลภาพรวม", *("/" if n == own else "" for n in (5, 4, 3, 2, 1)), part.words[own]])
        d.sheet.table(
            [[d.digits(c) for c in row] for row in rows],
            [(0, 2, 0, 6), (0, 0, 1, 0), (0, 1, 1, 1), (0, 7, 1, 7)],
        )
        for kind in KINDS:
            if part.said[kind]:
                d.p(f"{d.w(kind)} : {d.run_on(part, kind)}")


def two_level_book(d: Desk) -> None:
    """Target and result of each level of education beneath merged heads; findings on a sheet of rows."""
    sheet = "ผลการประเมิน"
    d.row(sheet, d.w("title").split("\n")[0])
    d.row(sheet, f"โรงเรียน{d.story.name} ปีการศึกษา {d.story.year_be} รหัส {d.story.code}")
    d.row(sheet, "มาตรฐาน", *(cell for part in d.parts for cell in (d.plain_edu(part), None)))
    d.row(sheet, None, *(cell for _ in d.parts for cell in ("เป้าหมาย", "ผลประเมิน")))
    d.book.merge(sheet, "A3:A4")
    for at in range(len(d.parts)):
        d.book.merge(sheet, "B3:C3" if at == 0 else "D3:E3")
    for ref in ("1", "2", "3"):
        cells = []
        for part in d.parts:
            aim, own = d.target(part, ref), d.level(part, ref)
            cells += [part.words[aim], part.words[own]]
        d.row(sheet, f"มาตรฐานที่ {ref}", *cells)
    d.row(sheet, "ภาพรวม", *(cell for part in d.parts for cell in (None, d.word(part, ""))))
    sheet = "จุดเด่น-จุดควรพัฒนา"
    d.row(sheet, "ระดับการศึกษา", "ประเภท", "ที่", "รายการ")
    for part in d.parts:
        for kind in KINDS:
            for n, one in enumerate(part.said[kind], 1):
                row = len(d.book.sheet(sheet)) + 1
                d.row(sheet, d.plain_edu(part), d.w(kind), n, d.said_in(sheet, 4, part, kind, one, row))


def blocks_of_book(d: Desk) -> None:
    """A form down one sheet: label in A, answer in B to merged D."""
    sheet = "แบบสรุป SAR"
    d.row(sheet, "แบบสรุป" + d.w("title").split("\n")[0])
    d.row(sheet, "โรงเรียน", d.story.name, "รหัส", d.story.code)
    d.row(sheet, "ปีการศึกษา", d.story.year_be)
    for part in d.parts:
        d.row(sheet)
        d.row(sheet, f"ระดับ{d.plain_edu(part)}")
        for ref in part.standards:
            d.row(sheet, f"มาตรฐานที่ {ref} {part.name(ref)}")
            d.row(sheet, "ระดับคุณภาพ", part.words[d.level(part, ref)])
        d.row(sheet, "ระดับคุณภาพภาพรวม", part.words[d.level(part, "")])
        for kind in KINDS:
            at = len(d.book.sheet(sheet)) + 1
            said = "\n".join(
                f"{n}. {d.said_in(sheet, 2, part, kind, one, at)}" for n, one in enumerate(part.said[kind], 1)
            )
            d.row(sheet, d.w(kind), said or "-")


FORMS: dict[str, Form] = {
    "d_because": (because_of_standards, "docx", "new", "thai", None),
    "d_because_printed": (because_of_standards, "pdf", "new", "arabic", None),
    "d_questions": (the_questions, "docx", "new", "arabic", None),
    "d_boxes_changes": (boxes_and_changes, "docx", "new", "thai", None),
    "d_merged": (merged_titles, "docx", "new", "arabic", None),
    "d_merged_printed": (merged_titles, "pdf", "new", "thai", None),
    "d_sub_items": (sub_items, "docx", "new", "arabic", None),
    "d_fields": (fields_of_standards, "docx", "new", "arabic", None),
    "d_numbers": (numbers_to_tick, "docx", "new", "thai", None),
    "d_numbers_printed": (numbers_to_tick, "pdf", "new", "arabic", None),
    "d_x_two_level": (two_level_book, "xlsx", "new", "arabic", ("early_childhood", "basic")),
    "d_x_blocks": (blocks_of_book, "xlsx", "new", "thai", None),
}
