"""Layouts kept back for the third look: written before, and not looked at while the readers were mended."""

from tests.sar_corpus.layouts_text import _summing_up
from tests.sar_corpus.matter import appendix, cover, front
from tests.sar_corpus.story import Part
from tests.sar_corpus.writer import KINDS, Writer


def numbered_table(w: Writer) -> None:
    """ที่ | มาตรฐาน | ค่าเฉลี่ย | ระดับคุณภาพ, standards only, a closing row for the whole."""
    front(w)
    for part in w.story.parts:
        w.p(w.edu_head(part))
        rows = [["ที่", "มาตรฐานการศึกษา", "ค่าเฉลี่ย", "ระดับคุณภาพ", "หมายเหตุ"]]
        for ref in part.standards:
            level = w.knows(part, ref)
            rows.append([ref, part.name(ref), f"{level}.00", part.words[level], ""])
        rows.append(["รวมเฉลี่ยทุกมาตรฐาน", "", "", part.words[w.knows(part, "")], ""])
        w.table(rows, [(len(rows) - 1, 0, len(rows) - 1, 1)])
    _summing_up(w)
    appendix(w, w.story.parts)


def statements_by_standard(w: Writer) -> None:
    """มาตรฐาน | จุดเด่น | จุดที่ควรพัฒนา | แนวทาง in one table, a row for each standard."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref))
        w.turn()
        w.heading(f"สรุปจุดเด่น จุดที่ควรพัฒนา {w.edu_name(part)}", 2)
        rows = [["มาตรฐาน", *(w.story.w(kind) for kind in KINDS[:3])]]
        n = len(part.standards)
        for number, ref in enumerate(part.standards):
            own = Part(part.edu, part.set_id, {}, {}, 0, {})
            own.said = {kind: said[number::n] for kind, said in part.said.items()}
            rows.append([w.standard(part, ref), *(w.cell(own, kind) for kind in KINDS[:3])])
        w.table(rows)
        w.listed(part, "suggestion")
    appendix(w, w.story.parts)


def both_levels_side_by_side(w: Writer) -> None:
    """One table with a column of levels for each level of education."""
    front(w)
    early, basic = w.story.parts
    rows = [["มาตรฐาน", "ระดับปฐมวัย", "ระดับการศึกษาขั้นพื้นฐาน"]]
    for ref in early.standards:
        levels = [part.words[w.knows(part, ref)] for part in (early, basic)]
        rows.append([f"มาตรฐานที่ {ref}", *levels])
    w.table(rows)
    w.turn()
    _summing_up(w)


def summary_only(w: Writer) -> None:
    """A short report: cover, levels in a sentence each, statements beneath short labels with a colon."""
    cover(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        for ref in part.standards:
            level = part.words[w.knows(part, ref)]
            w.p(f"{w.standard(part, ref)} มีผลการประเมินระดับ {level}")
        w.overall(part)
        for kind in KINDS:
            for text, theme in part.said[kind]:
                w.paper.p(f"{w.story.w(kind)} : {w.said(part, kind, text, theme)}")
        w.turn()


def topic_lists(w: Writer) -> None:
    """Lists of statements parted by topics: ด้านผู้เรียน, ด้านครู."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        rows = [["ประเด็นพิจารณา", "ระดับคุณภาพ"]]
        for ref in part.standards:
            rows.append([w.standard(part, ref), ""])
            for item in part.items_of(ref):
                rows.append([f"{item} {part.name(item)}", part.words[w.knows(part, item)]])
            rows.append([f"สรุปมาตรฐานที่ {ref}", part.words[w.knows(part, ref)]])
        w.table(rows)
        w.turn()
        for kind in KINDS[:2]:
            w.heading(w.story.w(kind), 3)
            half = len(part.said[kind]) // 2
            for topic, said in (("ด้านผู้เรียน", part.said[kind][:half]), ("ด้านครู", part.said[kind][half:])):
                w.p(topic)
                for number, (text, theme) in enumerate(said, start=1):
                    w.paper.p(w.digits(f"{number}) ") + w.said(part, kind, text, theme))
        for kind in KINDS[2:]:
            w.listed(part, kind)
    appendix(w, w.story.parts)


def listed_levels(w: Writer) -> None:
    """The levels as a bulleted list beneath one heading, with a colon before each."""
    front(w)
    w.heading("สรุปผลการประเมินตนเองของสถานศึกษา")
    for part in w.story.parts:
        w.p(w.edu_head(part))
        for ref in part.standards:
            w.p(f"- {w.standard(part, ref)} : {part.words[w.knows(part, ref)]}")
        w.overall(part)
    w.turn()
    _summing_up(w)


def three_years(w: Writer) -> None:
    """Levels of three years in columns; only the report's own year counts."""
    front(w)
    year = w.story.year_be
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        rows = [["มาตรฐานการศึกษา", *(f"ปีการศึกษา {year - back}" for back in (2, 1, 0))]]
        for ref in part.standards:
            level = w.knows(part, ref)
            before = [part.words[max(1, level - 1)], part.words[max(2, level - 1)]]
            rows.append([w.standard(part, ref), *before, part.words[level]])
        w.table(rows)
        w.turn()
    _summing_up(w)


def grouped_rows(w: Writer) -> None:
    """One table of statements: the kind merged down at the left, a number and a statement in each row."""
    front(w)
    for part in w.story.parts:
        w.heading(w.edu_head(part))
        for ref in part.standards:
            w.heading(w.standard(part, ref), 2)
            w.p(w.rated(part, ref))
        w.turn()
        rows = [["ประเด็น", "ที่", "รายละเอียด"]]
        merges = []
        for kind in KINDS:
            head, top = w.story.w(kind), len(rows)
            for number, (text, theme) in enumerate(part.said[kind], start=1):
                rows.append([head, str(number), w.said(part, kind, text, theme)])
            if len(rows) > top + 1:
                merges.append((top, 0, len(rows) - 1, 0))
        w.table(rows, merges)
    appendix(w, w.story.parts)
