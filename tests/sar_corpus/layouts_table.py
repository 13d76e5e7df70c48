"""Books whose levels stand in tables."""

from tests.sar_corpus.layouts_text import _summing_up
from tests.sar_corpus.matter import appendix, cover, front
from tests.sar_corpus.story import Part
from tests.sar_corpus.writer import KINDS, Writer

Merges = list[tuple[int, int, int, int]]


def _rows(w: Writer, part: Part) -> list[tuple[str, str]]:
    """Each standard and, beneath it, its items: (reference, printed name)."""
    rows = []
    form = w.story.w("standard")
    for ref in part.standards:
        rows.append((ref, w.standard(part, ref, form)))
        rows += [(item, f"{item} {part.name(item)}") for item in part.items_of(ref)]
    return rows


def _statement_table(w: Writer) -> None:
    """จุดเด่น and จุดที่ควรพัฒนา side by side, plans and suggestions in lists."""
    for part in w.story.parts:
        if len(w.story.parts) > 1:
            w.heading(w.edu_head(part), 2)
        heads = [w.story.w(kind) for kind in KINDS[:2]]
        w.table([heads, [w.cell(part, kind) for kind in KINDS[:2]]])
        for kind in KINDS[2:]:
            w.listed(part, kind)


def table_only(w: Writer) -> None:
    """Nothing but tables: levels by word, statements in cells."""
    cover(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        rows = [[w.story.w("col_item"), w.story.w("col_level")]]
        for ref, name in _rows(w, part):
            rows.append([name, part.words[w.knows(part, ref)]])
        if w.story.rng.random() < 0.6:
            rows.append(["สรุปผลการประเมินภาพรวม", part.words[w.knows(part, "")]])
        w.table(rows)
        w.turn()
    w.heading("ส่วนที่ 3 สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ")
    for part in w.story.parts:
        w.heading(w.edu_head(part), 2)
        w.table([[w.story.w(kind), w.cell(part, kind)] for kind in KINDS if part.said[kind]])


def tick_columns(w: Writer) -> None:
    """Five columns of words, a mark in one of them."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        mark = w.story.w("tick")
        words = list(part.words[1:])
        numbers = list("12345")
        if w.story.rng.random() < 0.5:
            words, numbers = words[::-1], numbers[::-1]
        heads = [w.story.w("col_item"), *["ระดับคุณภาพ"] * 5]
        below = [
            "",
            *(
                f"{word}\n({n})" if w.story.rng.random() < 0.3 else word
                for word, n in zip(words, numbers, strict=True)
            ),
        ]
        rows, merges = [heads, below], [(0, 1, 0, 5), (0, 0, 1, 0)]
        if w.story.rng.random() < 0.4:
            rows, merges = [[heads[0], *below[1:]]], []
        for ref, name in _rows(w, part):
            level = str(w.knows(part, ref))
            rows.append([name, *(mark if n == level else "" for n in numbers)])
        w.table(rows, merges)
        w.turn()
    _summing_up(w)
    appendix(w, w.story.parts)


def percents(w: Writer) -> None:
    """A per cent and a level beside it."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        rows = [[w.story.w("col_item"), "ร้อยละ", w.story.w("col_level")]]
        for ref, name in _rows(w, part):
            level = w.knows(part, ref)
            percent = f"{45 + 10 * level + w.story.rng.randint(0, 90) / 10:.2f}"
            rows.append([name, percent, part.words[level]])
        w.table(rows)
        w.turn()
    _summing_up(w)


def targets(w: Writer) -> None:
    """What was expected beside what was reached, in words or numbers."""
    front(w)
    numbers = w.story.rng.random() < 0.4
    last = w.story.rng.random() < 0.6
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        heads = [w.story.w("col_item"), w.story.w("col_target"), w.story.w("col_achieved")]
        rows = [[*heads, "การบรรลุเป้าหมาย"] if last else heads]
        for ref, name in _rows(w, part):
            level, target = w.knows(part, ref), w.expects(part, ref)
            cells = [str(target), str(level)] if numbers else [part.words[target], part.words[level]]
            verdict = "บรรลุ" if level >= target else "ไม่บรรลุ"
            rows.append([name, *cells, verdict] if last else [name, *cells])
        w.table(rows)
        w.turn()
    _summing_up(w)
    appendix(w, w.story.parts)


def target_lines(w: Writer) -> None:
    """ค่าเป้าหมาย and ผลการประเมิน on lines beneath each standard."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            level, target = part.words[w.knows(part, ref)], part.words[w.expects(part, ref)]
            if w.story.rng.random() < 0.5:
                w.p(f"ค่าเป้าหมาย ระดับ{target}")
                w.p(f"ผลการประเมิน ระดับ{level}")
            else:
                w.p(f"ค่าเป้าหมาย : {target}  ผลการประเมิน : {level}")
        w.turn()
    _summing_up(w)
    appendix(w, w.story.parts)


def two_columns(w: Writer) -> None:
    """The usual ส่วนที่ 3: one table for each standard or for all."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref))
        w.overall(part)
    w.turn()
    w.heading("ส่วนที่ 3 สรุปผล แนวทางการพัฒนา และความต้องการการช่วยเหลือ")
    _statement_table(w)
    appendix(w, w.story.parts)


def merged_cells(w: Writer) -> None:
    """One table of both levels of education; standards merged down, statements in the same table."""
    front(w)
    rows: list[list[str]] = [["ระดับการศึกษา", "มาตรฐาน", "ประเด็นพิจารณา", "ระดับคุณภาพ", "สรุปมาตรฐาน"]]
    merges: Merges = []
    for part in w.story.parts:
        first = len(rows)
        for ref in part.standards:
            top = len(rows)
            for item in part.items_of(ref):
                level = part.words[w.knows(part, item)]
                own = part.words[w.knows(part, ref)]
                rows.append(
                    [
                        w.edu_name(part),
                        w.standard(part, ref, "มาตรฐานที่ {n} {name}"),
                        f"{item} {part.name(item)}",
                        level,
                        own,
                    ]
                )
            merges += [(top, 1, len(rows) - 1, 1), (top, 4, len(rows) - 1, 4)]
        merges.append((first, 0, len(rows) - 1, 0))
    w.table(rows, merges)
    w.turn()
    _statement_table(w)
    appendix(w, w.story.parts)
