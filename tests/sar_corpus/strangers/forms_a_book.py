"""First stranger: workbook forms."""

from tests.sar_corpus.strangers.desk import KINDS, Desk


def _head(d: Desk, sheet: str) -> None:
    s = d.story
    d.row(sheet, "แบบรายงานการประเมินตนเองของสถานศึกษา (SAR)")
    d.row(sheet, "โรงเรียน", s.name)
    d.row(sheet, "รหัสสถานศึกษา", s.code)
    d.row(sheet, "ปีการศึกษา", s.year_be)
    d.row(sheet)


def label_form(d: Desk) -> None:
    """Label | answer; one cell holds all statements of a kind."""
    _head(d, "แบบฟอร์ม")
    for part in d.parts:
        d.row("แบบฟอร์ม", d.edu(part))
        for ref in part.standards:
            d.row("แบบฟอร์ม", f"มาตรฐานที่ {ref} {part.name(ref)}", "ระดับคุณภาพ", d.word(part, ref))
        for kind in KINDS:
            at = len(d.book.sheet("แบบฟอร์ม")) + 1
            lines = "\n".join(
                f"{n}. {d.said_in('แบบฟอร์ม', 2, part, kind, one, at)}"
                for n, one in enumerate(part.said[kind], 1)
            )
            d.row("แบบฟอร์ม", d.w(kind), lines or "ไม่มี")
        d.row("แบบฟอร์ม")


def wide_rows(d: Desk) -> None:
    """One row for a standard: level of education, number, name, goal, result, statements."""
    _head(d, "SAR")
    d.row(
        "SAR",
        "ระดับการศึกษา",
        "มาตรฐานที่",
        "ชื่อมาตรฐาน",
        "ค่าเป้าหมาย",
        "ผลการประเมิน",
        "จุดเด่น",
        "จุดที่ควรพัฒนา",
        "แนวทางการพัฒนา",
    )
    for part in d.parts:
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            at = len(d.book.sheet("SAR")) + 1
            cells = [
                "\n".join(f"- {d.said_in('SAR', 6 + c, part, kind, one, at)}" for one in shared[kind][ref])
                or "-"
                for c, kind in enumerate(KINDS[:3])
            ]
            d.row(
                "SAR",
                d.plain_edu(part),
                int(ref),
                part.name(ref),
                d.target(part, ref),
                d.level(part, ref),
                *cells,
            )


def score_ticks(d: Desk) -> None:
    """Columns 5 4 3 2 1 with a stroke; statements in a sheet of their own, level in the first column."""
    _head(d, "ผลการประเมิน")
    for part in d.parts:
        d.row("ผลการประเมิน", d.edu(part))
        d.row("ผลการประเมิน", "มาตรฐาน / ประเด็นพิจารณา", "ระดับคุณภาพ")
        d.row("ผลการประเมิน", None, 5, 4, 3, 2, 1)
        for ref in part.standards:
            for own in (ref, *part.items_of(ref)):
                level = d.level(part, own)
                name = f"มาตรฐานที่ {own} {part.name(own)}" if own == ref else f"{own} {part.name(own)}"
                d.row("ผลการประเมิน", name, *("/" if n == level else None for n in (5, 4, 3, 2, 1)))
    sheet = "จุดเด่น จุดที่ควรพัฒนา"
    d.row(sheet, "ระดับ", "ประเภท", "ข้อความ")
    for part in d.parts:
        for kind in KINDS:
            head = d.w(kind)
            for one in part.said[kind]:
                d.row(sheet, d.plain_edu(part), head, d.said_in(sheet, 3, part, kind, one))


def sheet_per_level(d: Desk) -> None:
    """A sheet for each level of education; number and word; statements in rows beneath a label."""
    _head(d, "ปก")
    for part in d.parts:
        sheet = f"ระดับ{d.plain_edu(part)}"[:31]
        d.row(sheet, f"สรุปผลการประเมิน ระดับ{d.plain_edu(part)}")
        d.row(sheet, "ที่", "มาตรฐาน", "คะแนน", "ระดับคุณภาพ")
        for ref in part.standards:
            level = d.level(part, ref)
            d.row(sheet, int(ref), part.name(ref), level, part.words[level])
        d.row(sheet, None, "สรุปภาพรวม", None, d.word(part, ""))
        for kind in KINDS:
            d.row(sheet, d.w(kind))
            for n, one in enumerate(part.said[kind], 1):
                d.row(sheet, n, d.said_in(sheet, 2, part, kind, one))


BOOKS = {
    "label_form": (label_form, "xlsx", "new", "arabic", None),
    "wide_rows": (wide_rows, "xlsx", "new", "arabic", None),
    "score_ticks": (score_ticks, "xlsx", "new", "arabic", None),
    "sheet_per_level": (sheet_per_level, "xlsx", "new", "thai", None),
}
