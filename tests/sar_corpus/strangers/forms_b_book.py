"""Second stranger: workbooks."""

from tests.sar_corpus.strangers.desk import KINDS, Desk


def long_rows(d: Desk) -> None:
    """One row for each level: school and year repeated; one row for each statement on another sheet."""
    s = d.story
    d.row("ระดับคุณภาพ", "รายงานการประเมินตนเองของสถานศึกษา")
    d.row("ระดับคุณภาพ", "ปีการศึกษา", "รหัสสถานศึกษา", "สถานศึกษา", "ระดับการศึกษา", "มาตรฐาน", "ระดับคุณภาพ")
    for part in d.parts:
        for ref in part.standards:
            d.row(
                "ระดับคุณภาพ",
                s.year_be,
                s.code,
                s.name,
                d.plain_edu(part),
                f"มาตรฐานที่ {ref}",
                d.level(part, ref),
            )
    d.row("ข้อค้นพบ", "ระดับการศึกษา", "มาตรฐาน", "ประเภท", "รายการ")
    for part in d.parts:
        for kind in KINDS:
            for one in part.said[kind]:
                d.row("ข้อค้นพบ", d.plain_edu(part), "", d.w(kind), d.said_in("ข้อค้นพบ", 4, part, kind, one))


def across(d: Desk) -> None:
    """Standards across the columns, fields down the rows."""
    s = d.story
    d.row("SAR", f"รายงานการประเมินตนเอง โรงเรียน{s.name} ปีการศึกษา {s.year_be}")
    d.row("SAR", f"รหัสสถานศึกษา {s.code}")
    for part in d.parts:
        d.row("SAR", d.edu(part))
        d.row("SAR", "รายการ", *(f"มาตรฐานที่ {ref}" for ref in part.standards))
        d.row("SAR", "ระดับคุณภาพ", *(d.word(part, ref) for ref in part.standards))
        for kind in KINDS[:3]:
            shared = d.shared(part, kind)
            at = len(d.book.sheet("SAR")) + 1
            cells = [
                "\n".join(f"- {d.said_in('SAR', 2 + c, part, kind, one, at)}" for one in shared[ref]) or "-"
                for c, ref in enumerate(part.standards)
            ]
            d.row("SAR", d.w(kind), *cells)
        d.row("SAR")


def blocks(d: Desk) -> None:
    """A label in the first column once, statements down the second."""
    s = d.story
    sheet = f"SAR {s.year_be}"
    d.row(sheet, "แบบสรุปรายงานการประเมินตนเองของสถานศึกษา")
    d.row(sheet, "ชื่อโรงเรียน", s.name, "ปีการศึกษา", s.year_be)
    d.row(sheet, "รหัส", s.code)
    for part in d.parts:
        d.row(sheet, d.edu(part))
        d.row(sheet, "มาตรฐาน", "ผลการประเมิน (ระดับ)", "ความหมาย")
        for ref in part.standards:
            level = d.level(part, ref)
            d.row(sheet, d.standard(part, ref), level, part.words[level])
        for kind in KINDS:
            label = d.w(kind)
            for n, one in enumerate(part.said[kind]):
                d.row(sheet, None if n else label, d.said_in(sheet, 2, part, kind, one))


BOOKS = {
    "b_long_rows": (long_rows, "xlsx", "new", "arabic", None),
    "b_across": (across, "xlsx", "new", "arabic", None),
    "b_blocks": (blocks, "xlsx", "new", "arabic", None),
}
