"""Second stranger: tables of Word."""

from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk
from tests.sar_corpus.strangers.sheet import Cell


def cards(d: Desk) -> None:
    """A small table for each standard; a table of four fields for the statements."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            level = d.level(part, ref)
            d.sheet.table(
                [
                    [
                        d.digits(f"มาตรฐานที่ {ref}\n{part.name(ref)}"),
                        d.digits(f"ระดับ {part.words[level]}\n({level})"),
                    ]
                ]
            )
            around.evidence(d)
        d.turn()
        rows: list[list[Cell]] = []
        for first, second in (KINDS[:2], KINDS[2:]):
            rows.append([d.w(first), d.w(second)])
            rows.append([d.lines(part, first), d.lines(part, second)])
        d.sheet.table(rows)


def two_levels_wide(d: Desk) -> None:
    """Both levels of education beside each other, each with target and result."""
    d.cover()
    early, basic = d.parts
    rows: list[list[Cell]] = [
        ["มาตรฐาน", "ระดับปฐมวัย", "", "ระดับการศึกษาขั้นพื้นฐาน", ""],
        ["", "ค่าเป้าหมาย", "ผลการประเมิน", "ค่าเป้าหมาย", "ผลการประเมิน"],
    ]
    for ref in early.standards:
        row: list[Cell] = [d.digits(f"มาตรฐานที่ {ref}")]
        for part in (early, basic):
            row += [part.words[d.target(part, ref)], d.word(part, ref)]
        rows.append(row)
    d.sheet.table(rows, [(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)])
    d.turn()
    for part in d.parts:
        d.sheet.table(
            [
                [f"ระดับ{d.plain_edu(part)}", ""],
                ["จุดเด่น", "จุดที่ควรพัฒนา"],
                [d.lines(part, "strength"), d.lines(part, "improvement_area")],
            ],
            [(0, 0, 0, 1)],
        )
        for kind in KINDS[2:]:
            d.p(f"{d.w(kind)} (ระดับ{d.plain_edu(part)})")
            d.p(d.lines(part, kind))


def ticked_cells(d: Desk) -> None:
    """A cell with the choice ticked; the row below holds the evidence; lists in a form with labels."""
    d.cover()
    for part in d.parts:
        d.bold(d.edu(part))
        rows: list[list[Cell]] = [["มาตรฐานการศึกษา", "ผลการประเมินตนเอง"]]
        for ref in part.standards:
            level = d.level(part, ref)
            marks = "\n".join(
                f"{'☑' if n == level else '☐'} {n} {word}"
                for n, word in reversed(list(enumerate(part.words)))
                if n
            )
            rows.append([d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"), d.digits(marks)])
        d.sheet.table(rows)
        d.turn()
        d.sheet.table([["หัวข้อ", "รายละเอียด"], *[[d.w(kind), d.lines(part, kind)] for kind in KINDS]])


def numbered_rows(d: Desk) -> None:
    """ที่ | มาตรฐาน | เป้าหมาย | ผล | บรรลุ; statements one to a row beneath a spanning head."""
    d.cover()
    around.definitions(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        rows: list[list[Cell]] = [["ที่", "มาตรฐาน", "ระดับเป้าหมาย", "ระดับที่ได้", "การบรรลุ"]]
        for ref in part.standards:
            goal, got = d.target(part, ref), d.level(part, ref)
            rows.append(
                [
                    d.digits(ref),
                    part.name(ref),
                    d.digits(str(goal)),
                    d.digits(str(got)),
                    "บรรลุ" if got >= goal else "ไม่บรรลุ",
                ]
            )
        rows.append(["สรุปภาพรวม", "", "", d.word(part, ""), ""])
        d.sheet.table(rows, [(len(rows) - 1, 0, len(rows) - 1, 1)])
        d.turn()
        rows, merges = [], []
        for kind in KINDS:
            merges.append((len(rows), 0, len(rows), 1))
            rows.append([d.w(kind), ""])
            for n, one in enumerate(part.said[kind], 1):
                rows.append([d.digits(str(n)), d.say(part, kind, one)])
        d.sheet.table(rows, merges)
    around.targets(d)


def kinds_down(d: Desk) -> None:
    """มาตรฐาน | ประเภท | รายละเอียด, the standard merged down over its kinds."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)}")
            d.p(d.rated(part, ref))
        d.turn()
        rows: list[list[Cell]] = [["มาตรฐาน", "ประเด็น", "รายละเอียด"]]
        merges = []
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            merges.append((len(rows), 0, len(rows) + 2, 0))
            for place, kind in enumerate(KINDS[:3]):
                first = d.digits(f"มาตรฐานที่ {ref}") if place == 0 else ""
                rows.append([first, d.w(kind), d.lines(part, kind, "- ", shared[kind][ref])])
        d.sheet.table(rows, merges)
        d.p(d.w("suggestion"))
        d.p(d.lines(part, "suggestion"))


TABLES = {
    "b_cards": (cards, "docx", "new", "arabic", None),
    "b_cards_pdf": (cards, "pdf", "new", "arabic", None),
    "b_two_levels": (two_levels_wide, "docx", "new", "arabic", ("early_childhood", "basic")),
    "b_ticked_cells": (ticked_cells, "docx", "new", "arabic", None),
    "b_numbered_rows": (numbered_rows, "docx", "new", "mixed", None),
    "b_numbered_pdf": (numbered_rows, "pdf", "new", "arabic", None),
    "b_kinds_down": (kinds_down, "docx", "new", "arabic", None),
    "b_early_only": (cards, "docx", "new", "thai", ("early_childhood",)),
}
