"""The third stranger's workbooks: forms that an office or a school keeps in Excel."""

from tests.sar_corpus.strangers.desk import KINDS, Desk, Form


def _head(d: Desk, sheet: str) -> None:
    d.row(sheet, d.w("title").split("\n")[0])
    d.row(sheet, f"ปีการศึกษา {d.story.year_be}")
    d.row(sheet, "ชื่อสถานศึกษา", d.story.name if d.story.is_centre else f"โรงเรียน{d.story.name}")
    d.row(sheet, "รหัสสถานศึกษา", d.story.code)
    d.row(sheet)


def sheet_of_each_part(d: Desk) -> None:
    """General facts, levels, findings: a sheet each."""
    _head(d, "ข้อมูลทั่วไป")
    d.row("ข้อมูลทั่วไป", "จำนวนนักเรียน", 143)
    for part in d.parts:
        name = f"ผลประเมิน {d.plain_edu(part)[:6]}"
        d.row(name, f"ผลการประเมินตามมาตรฐานการศึกษา ระดับ{d.plain_edu(part)}")
        d.row(name, "มาตรฐาน/ประเด็นพิจารณา", "ระดับ (1-5)", "ระดับคุณภาพ")
        for ref in part.standards:
            own = d.level(part, ref)
            d.row(name, d.standard(part, ref), own, part.words[own])
            for item in part.items_of(ref):
                level = d.level(part, item)
                d.row(name, f"   {item} {part.name(item)}", level, part.words[level])
        d.row(name, "ภาพรวม", d.level(part, ""), d.word(part, ""))
        name = f"สรุป {d.plain_edu(part)[:6]}"
        d.row(name, f"สรุปผลการประเมิน ระดับ{d.plain_edu(part)}")
        for kind in KINDS:
            d.row(name, d.w(kind))
            for n, one in enumerate(part.said[kind], 1):
                d.row(name, n, d.said_in(name, 2, part, kind, one))
            if not part.said[kind]:
                d.row(name, "", "ไม่มี")


def one_long_form(d: Desk) -> None:
    """Everything down one sheet."""
    sheet = "SAR"
    _head(d, sheet)
    for part in d.parts:
        d.row(sheet, d.edu(part))
        d.row(sheet, "มาตรฐาน", "ค่าเป้าหมาย", "ผลการประเมิน", "สรุปผล")
        for ref in part.standards:
            own, aim = d.level(part, ref), d.target(part, ref)
            reached = "บรรลุ" if own >= aim else "ไม่บรรลุ"
            d.row(sheet, d.standard(part, ref), part.words[aim], part.words[own], reached)
        d.row(sheet, "สรุปผลการประเมินภาพรวม", "", d.word(part, ""))
        d.row(sheet)
        for kind in KINDS:
            said = part.said[kind]
            at = len(d.book.sheet(sheet)) + 1
            first = d.said_in(sheet, 2, part, kind, said[0], at) if said else "-"
            d.row(sheet, d.w(kind), first)
            for one in said[1:]:
                d.row(sheet, "", d.said_in(sheet, 2, part, kind, one))
        d.row(sheet)


def ticks_by_column(d: Desk) -> None:
    """Five columns of levels with a 1 or a tick, findings in columns on another sheet."""
    mark = d.rng.choice(("/", "✓", "P", "x"))
    mark = "✓" if mark == "P" else mark
    _head(d, "ปก")
    for part in d.parts:
        name = d.plain_edu(part)[:12]
        d.row(name, f"สรุปผลการประเมินคุณภาพภายใน ระดับ{d.plain_edu(part)}")
        d.row(name, "ที่", "มาตรฐาน", "ระดับคุณภาพ")
        d.row(name, "", "", *part.words[1:])
        d.book.merge(name, "C2:G2")
        for ref in part.standards:
            own = d.level(part, ref)
            ticks = (mark if n == own else None for n in range(1, 6))
            d.row(name, int(ref), f"มาตรฐานที่ {ref} {part.name(ref)}", *ticks)
        own = d.level(part, "")
        d.row(name, "", "รวมทุกมาตรฐาน", *(mark if n == own else None for n in range(1, 6)))
        d.row(name)
        d.row(name, "", *(d.w(kind) for kind in KINDS))
        for at in range(max(len(part.said[kind]) for kind in KINDS)):
            row = len(d.book.sheet(name)) + 1
            told = [
                d.said_in(name, column, part, kind, part.said[kind][at], row)
                if at < len(part.said[kind])
                else None
                for column, kind in enumerate(KINDS, 2)
            ]
            d.row(name, at + 1, *told)


def register_of_rows(d: Desk) -> None:
    """One row for every standard: level of education, level, findings in the cells."""
    sheet = "แบบรายงาน"
    _head(d, sheet)
    heads = ("จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา")
    d.row(sheet, "ระดับการศึกษา", "มาตรฐานที่", "ชื่อมาตรฐาน", "ระดับคุณภาพ", *heads)
    for part in d.parts:
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            row = len(d.book.sheet(sheet)) + 1
            told = [
                "\n".join(f"- {d.said_in(sheet, column, part, kind, one, row)}" for one in shared[kind][ref])
                or "-"
                for column, kind in enumerate(KINDS[:3], 5)
            ]
            d.row(sheet, d.plain_edu(part), int(ref), part.name(ref), d.word(part, ref), *told)
        d.row(sheet, d.plain_edu(part), "ภาพรวม", "", d.word(part, ""))


BOOKS: dict[str, Form] = {
    "c_x_sheets": (sheet_of_each_part, "xlsx", "new", "arabic", None),
    "c_x_long": (one_long_form, "xlsx", "new", "thai", None),
    "c_x_ticks": (ticks_by_column, "xlsx", "new", "arabic", None),
    "c_x_register": (register_of_rows, "xlsx", "new", "arabic", None),
}
