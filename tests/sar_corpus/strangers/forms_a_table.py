"""First stranger: reports that are tables."""

from docx.table import _Cell

from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk
from tests.sar_corpus.strangers.sheet import TICKED, UNTICKED, Cell, fill


def wingdings(d: Desk) -> None:
    """A tick table with symbol-font marks, two header rows; the statements in a four-column table."""
    d.cover()
    around.basics(d)
    for part in d.parts:
        d.h(d.edu(part), 1)
        rows: list[list[Cell]] = [["มาตรฐาน/ประเด็น", "ระดับคุณภาพ", "", "", "", ""], ["", *part.words[1:]]]
        for ref in part.standards:
            for own in (ref, *part.items_of(ref)):
                level = d.level(part, own)
                name = f"มาตรฐานที่ {own} {part.name(own)}" if own == ref else f"{own} {part.name(own)}"
                rows.append([d.digits(name), *(TICKED if n == level else UNTICKED for n in range(1, 6))])
        d.sheet.table(rows, [(0, 1, 0, 5), (0, 0, 1, 0)])
        d.turn()
        d.sheet.table(
            [[d.w(kind) for kind in KINDS], [d.lines(part, kind, "{n}) ") for kind in KINDS]],
        )
    around.targets(d)


def goal_and_result(d: Desk) -> None:
    """ค่าเป้าหมาย | ผลการประเมิน beneath a merged head, with บรรลุ/ไม่บรรลุ; per-standard statement tables."""
    d.cover()
    for part in d.parts:
        d.bold(d.edu(part))
        rows: list[list[Cell]] = [
            ["มาตรฐานการศึกษา", "ระดับคุณภาพ", "", "สรุปผล"],
            ["", "ค่าเป้าหมาย", "ผลการประเมิน", ""],
        ]
        for ref in part.standards:
            goal, got = d.target(part, ref), d.level(part, ref)
            rows.append(
                [
                    d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"),
                    part.words[goal],
                    part.words[got],
                    "บรรลุ" if got >= goal else "ไม่บรรลุ",
                ]
            )
        d.sheet.table(rows, [(0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3)])
        d.turn()
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            d.bold(f"มาตรฐานที่ {ref} {part.name(ref)}")
            around.evidence(d)
            rows = []
            for kind in KINDS[:3]:
                rows.append([d.w(kind)])
                rows.append([d.lines(part, kind, None, shared[kind][ref])])
            d.sheet.table(rows)
        d.bold(d.w("suggestion"))
        d.p(d.lines(part, "suggestion"))


def nested_form(d: Desk) -> None:
    """Labels left, answers right; the levels in a table inside a cell."""
    d.cover()
    for part in d.parts:
        marks = [[d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"), d.word(part, ref)] for ref in part.standards]

        def inner(cell: _Cell, marks: list[list[str]] = marks) -> None:
            table = cell.add_table(len(marks) + 1, 2)
            fill(table, [["รายการ", "ผลการประเมิน"], *marks], [])

        rows: list[list[Cell]] = [
            ["ระดับการศึกษาที่ประเมิน", d.edu(part)],
            ["ผลการประเมินรายมาตรฐาน", inner],
            ["สรุปผลการประเมินภาพรวม", f"ระดับ{d.word(part, '')}"],
        ]
        rows += [[d.w(kind), d.lines(part, kind)] for kind in KINDS]
        d.sheet.table(rows)
        d.turn()


def matrix(d: Desk) -> None:
    """Rows are standards; level and three columns of statements."""
    d.cover()
    around.definitions(d)
    d.turn()
    rows: list[list[Cell]] = [
        ["มาตรฐาน", "ระดับคุณภาพ", "จุดเด่น", "จุดที่ควรพัฒนา", "แนวทางการพัฒนา"],
    ]
    merges = []
    for part in d.parts:
        merges.append((len(rows), 0, len(rows), 4))
        rows.append([d.edu(part), "", "", "", ""])
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            level = d.level(part, ref)
            rows.append(
                [
                    d.digits(f"{ref}. {part.name(ref)}"),
                    d.digits(f"{level} {part.words[level]}"),
                    *(d.lines(part, kind, "- ", shared[kind][ref]) for kind in KINDS[:3]),
                ]
            )
    d.sheet.table(rows, merges)
    for part in d.parts:
        d.p(f"{d.w('suggestion')} ระดับ{d.plain_edu(part)}")
        d.p(d.lines(part, "suggestion"))
    around.targets(d)


def weighted_old(d: Desk) -> None:
    """The older sets: น้ำหนัก | คะแนนที่ได้ | ระดับ | แปลคุณภาพ."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        rows: list[list[Cell]] = [["มาตรฐาน", "น้ำหนัก", "คะแนนที่ได้", "เทียบระดับคุณภาพ", "แปลคุณภาพ"]]
        for ref in part.standards:
            level = d.level(part, ref)
            rows.append(
                [
                    d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"),
                    "5.00",
                    f"{level - 0.2:.2f}",
                    d.digits(str(level)),
                    part.words[level],
                ]
            )
        d.sheet.table(rows)
        d.turn()
        for kind in KINDS:
            d.h(d.w(kind), 2)
            d.p(d.lines(part, kind))


def percent_rows(d: Desk) -> None:
    """ร้อยละ | ระดับ | ความหมาย with item rows and a row for each standard's conclusion."""
    d.cover()
    d.p("เกณฑ์การตัดสิน")
    d.sheet.table(
        [
            ["ร้อยละ", "ระดับ", "ความหมาย"],
            ["90-100", "5", "ยอดเยี่ยม"],
            ["80-89", "4", "ดีเลิศ"],
            ["70-79", "3", "ดี"],
        ]
    )
    for part in d.parts:
        d.bold(d.edu(part))
        rows: list[list[Cell]] = [["มาตรฐาน/ประเด็นพิจารณา", "ร้อยละ", "ระดับ", "ความหมาย"]]
        for ref in part.standards:
            rows.append([d.digits(f"มาตรฐานที่ {ref} {part.name(ref)}"), "", "", ""])
            for item in part.items_of(ref):
                level = d.level(part, item)
                rows.append(
                    [
                        d.digits(f"{item} {part.name(item)}"),
                        d.digits(f"{44 + 10 * level}.25"),
                        d.digits(str(level)),
                        part.words[level],
                    ]
                )
            level = d.level(part, ref)
            rows.append(
                [
                    d.digits(f"สรุปผลมาตรฐานที่ {ref}"),
                    d.digits(f"{45 + 10 * level}.00"),
                    d.digits(str(level)),
                    part.words[level],
                ]
            )
        d.sheet.table(rows)
        for first, second in (KINDS[:2], KINDS[2:]):
            d.turn()
            d.sheet.table([[d.w(first), d.w(second)], [d.lines(part, first), d.lines(part, second)]])


def one_table_rows(d: Desk) -> None:
    """จุดเด่น | จุดที่ควรพัฒนา with a row for each pair and the standard as the first column, merged down."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        for ref in part.standards:
            d.p(f"มาตรฐานที่ {ref} {part.name(ref)} {d.rated(part, ref)}")
        d.turn()
        rows: list[list[Cell]] = [["ที่", d.w("strength"), d.w("improvement_area")]]
        both = [part.said[kind] for kind in KINDS[:2]]
        for n in range(max(map(len, both))):
            rows.append(
                [
                    d.digits(str(n + 1)),
                    *(
                        d.say(part, kind, said[n]) if n < len(said) else ""
                        for kind, said in zip(KINDS, both, strict=False)
                    ),
                ]
            )
        d.sheet.table(rows)
        for kind in KINDS[2:]:
            d.h(d.w(kind), 2)
            d.p(d.lines(part, kind))


TABLES = {
    "wingdings": (wingdings, "docx", "new", "arabic", None),
    "goal_and_result": (goal_and_result, "docx", "new", "thai", None),
    "nested_form": (nested_form, "docx", "new", "arabic", None),
    "matrix": (matrix, "docx", "new", "arabic", None),
    "weighted_old": (weighted_old, "docx", "old", "arabic", None),
    "percent_rows": (percent_rows, "docx", "new", "arabic", None),
    "one_table_rows": (one_table_rows, "docx", "new", "mixed", None),
    "early_only": (goal_and_result, "docx", "new", "arabic", ("early_childhood",)),
}
