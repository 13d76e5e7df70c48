"""The third stranger's tables: ticked columns, target against result, scores with means, forms by row."""

from tests.sar_corpus.story import Part
from tests.sar_corpus.strangers import around
from tests.sar_corpus.strangers.desk import KINDS, Desk, Form
from tests.sar_corpus.strangers.forms_c_text import development, lists
from tests.sar_corpus.strangers.sheet import TICKED


def _label(d: Desk, part: Part, ref: str) -> str:
    return d.digits(d.standard(part, ref) if "." not in ref else f"{ref} {part.name(ref)}")


def _rows(part: Part) -> list[str]:
    return [one for ref in part.standards for one in (ref, *part.items_of(ref))]


def ticked_columns(d: Desk) -> None:
    """The summary with five columns under one merged heading; a tick in one."""
    d.cover()
    around.foreword(d)
    tick = d.rng.choice(("✓", "/", "√", TICKED, "✔"))
    d.h("สรุปผลการประเมินภาพรวม", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        rows = [["มาตรฐานการศึกษา/ประเด็นพิจารณา", "ระดับคุณภาพ", "", "", "", ""], ["", *part.words[1:]]]
        for ref in _rows(part):
            own = d.level(part, ref)
            rows.append([_label(d, part, ref), *(tick if n == own else "" for n in range(1, 6))])
        own = d.level(part, "")
        rows.append(["สรุปภาพรวม", *(tick if n == own else "" for n in range(1, 6))])
        d.sheet.table(rows, [(0, 1, 0, 5), (0, 0, 1, 0)])
        lists(d, part)
    around.approval(d)


def target_and_result(d: Desk) -> None:
    """Target, result, and whether it was reached, for every item and standard."""
    d.cover()
    around.definitions(d)
    d.h("ส่วนที่ 2 ผลการประเมินตามมาตรฐานเทียบกับค่าเป้าหมาย", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        rows = [["มาตรฐาน/ประเด็นพิจารณา", "ค่าเป้าหมาย", "ผลการประเมิน", "บรรลุ/ไม่บรรลุ"]]
        for ref in _rows(part):
            own, aim = d.level(part, ref), d.target(part, ref)
            rows.append(
                [_label(d, part, ref), part.words[aim], part.words[own], "บรรลุ" if own >= aim else "ไม่บรรลุ"]
            )
        d.sheet.table(rows)
        d.p(f"ผลการประเมินคุณภาพโดยรวม{d.plain_edu(part)} ระดับ{d.word(part, '')}")
    d.turn()
    d.h("ส่วนที่ 3 สรุปผล", 1)
    for part in d.parts:
        d.bold(d.edu(part))
        d.sheet.table(
            [
                [d.w("strength"), d.w("improvement_area")],
                [d.lines(part, "strength"), d.lines(part, "improvement_area")],
            ]
        )
        lists(d, part, KINDS[2:])


def scores_and_means(d: Desk) -> None:
    """A score for every item, its mean and the level of the standard, and the mean of the whole."""
    d.cover()
    around.basics(d)
    d.h("ผลการประเมินคุณภาพภายในของสถานศึกษา", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        means = []
        rows = [["ที่", "ประเด็นพิจารณา", "คะแนน", "แปลผล"]]
        merges = []
        for ref in part.standards:
            merges.append((len(rows), 0, len(rows), 3))
            rows.append([_label(d, part, ref), "", "", ""])
            own = part.items_of(ref)
            for item in own:
                level = d.level(part, item)
                rows.append([d.digits(item), part.name(item), d.digits(str(level)), part.words[level]])
            mean = sum(own.values()) / len(own)
            means.append(mean)
            merges.append((len(rows), 0, len(rows), 1))
            rows.append([f"เฉลี่ยมาตรฐานที่ {ref}", "", d.digits(f"{mean:.2f}"), d.word(part, ref)])
        merges.append((len(rows), 0, len(rows), 1))
        whole = sum(means) / len(means)
        rows.append(["เฉลี่ยรวมทุกมาตรฐาน", "", d.digits(f"{whole:.2f}"), d.word(part, "")])
        d.sheet.table([[d.digits(c) for c in row] for row in rows], merges)
        lists(d, part)
        d.turn()


def row_for_each_question(d: Desk) -> None:
    """One form of two columns for every standard."""
    d.cover()
    for part in d.parts:
        d.h(d.edu(part), 1)
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        for ref in part.standards:
            rows = [["มาตรฐาน", _label(d, part, ref)], ["ผลการประเมิน", f"ระดับคุณภาพ {d.word(part, ref)}"]]
            rows.append(["กระบวนการพัฒนา", "จัดกิจกรรมตามโครงการ 5 โครงการ ครูทุกคนมีส่วนร่วม"])
            rows.append(["ร่องรอยหลักฐาน", "รายงานโครงการ แบบประเมินความพึงพอใจ"])
            rows += [[d.w(kind), d.lines(part, kind, None, shared[kind][ref])] for kind in KINDS[:3]]
            d.sheet.table(rows)
            d.p("")
        d.p(f"ผลการประเมินตนเองในภาพรวม ระดับ {d.word(part, '')}")
        if part.said["suggestion"]:
            d.bold(d.w("suggestion"))
            d.p(d.lines(part, "suggestion"))


def side_by_side_levels(d: Desk) -> None:
    """Both levels of education in one table of the executive summary."""
    d.cover()
    d.h("บทสรุปสำหรับผู้บริหาร", 1)
    rows = [["มาตรฐานการศึกษา", *(f"ระดับ{d.plain_edu(part)}" for part in d.parts)]]
    for ref in ("1", "2", "3"):
        rows.append([d.digits(f"มาตรฐานที่ {ref}"), *(d.word(part, ref) for part in d.parts)])
    rows.append(["ภาพรวม", *(d.word(part, "") for part in d.parts)])
    d.sheet.table(rows)
    d.turn()
    d.h("ส่วนที่ 3 จุดเด่น จุดควรพัฒนา", 1)
    for kind in KINDS:
        d.h(d.w(kind), 2)
        for part in d.parts:
            d.p(f"ระดับ{d.plain_edu(part)}")
            d.p(d.lines(part, kind, "- "))


def standard_by_kind(d: Desk) -> None:
    """A table whose rows are standards and whose columns are the kinds, beside the level."""
    d.cover()
    around.awards(d)
    d.h("สรุปผลการประเมินตนเอง", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        shared = {kind: d.shared(part, kind) for kind in KINDS[:3]}
        rows = [["มาตรฐาน", "ระดับคุณภาพ", *(d.w(kind) for kind in KINDS[:3])]]
        for ref in part.standards:
            told = [
                d.lines(part, kind, "- ", shared[kind][ref]) if shared[kind][ref] else "-"
                for kind in KINDS[:3]
            ]
            rows.append([_label(d, part, ref), d.word(part, ref), *told])
        rows.append(["สรุป", d.word(part, ""), "", "", ""])
        d.sheet.table(rows)
        if part.said["suggestion"]:
            d.p(d.w("suggestion"))
            d.p(d.lines(part, "suggestion"))


def percent_and_level(d: Desk) -> None:
    """Per cent that reached the aim, number of the level and its word."""
    d.cover()
    d.h("ส่วนที่ 2", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        for ref in part.standards:
            d.bold(d.standard(part, ref))
            rows = [["ประเด็นพิจารณา", "ร้อยละ", "ระดับ", "ความหมาย"]]
            for item in part.items_of(ref):
                level = d.level(part, item)
                rows.append(
                    [
                        _label(d, part, item),
                        d.digits(f"{45 + 10 * level}.50"),
                        d.digits(str(level)),
                        part.words[level],
                    ]
                )
            own = d.level(part, ref)
            rows.append(["สรุปมาตรฐาน", d.digits(f"{45 + 10 * own}.50"), d.digits(str(own)), part.words[own]])
            d.sheet.table(rows)
            development(d)
        d.p(f"สรุปผลการประเมินภาพรวม ระดับ {d.digits(str(d.level(part, '')))} {d.word(part, '')}")
        lists(d, part, level=4)


def fifteen_standards(d: Desk) -> None:
    """The older set with its weights."""
    d.cover()
    d.h("สรุปผลการประเมินคุณภาพภายใน", 1)
    for part in d.parts:
        d.h(d.edu(part), 2)
        rows = [["มาตรฐาน", "น้ำหนักคะแนน", "คะแนนที่ได้", "ระดับคุณภาพ", "แปลความหมาย"]]
        for ref in part.standards:
            own = d.level(part, ref)
            rows.append(
                [
                    _label(d, part, ref),
                    "5",
                    d.digits(f"{own - 0.25:.2f}"),
                    d.digits(str(own)),
                    part.words[own],
                ]
            )
        own = d.level(part, "")
        rows.append(["รวม", "100", d.digits("84.50"), d.digits(str(own)), part.words[own]])
        d.sheet.table([[d.digits(c) for c in row] for row in rows])
        lists(d, part)


TABLES: dict[str, Form] = {
    "c_ticked": (ticked_columns, "docx", "new", "thai", None),
    "c_ticked_printed": (ticked_columns, "pdf", "new", "arabic", None),
    "c_target": (target_and_result, "docx", "new", "arabic", None),
    "c_target_printed": (target_and_result, "pdf", "new", "thai", None),
    "c_means": (scores_and_means, "docx", "new", "thai", None),
    "c_row_form": (row_for_each_question, "docx", "new", "arabic", None),
    "c_side_by_side": (side_by_side_levels, "docx", "new", "arabic", ("early_childhood", "basic")),
    "c_by_kind": (standard_by_kind, "docx", "new", "thai", None),
    "c_percent": (percent_and_level, "docx", "new", "arabic", None),
    "c_fifteen": (fifteen_standards, "docx", "old", "arabic", ("basic",)),
}
