"""Checks of the data a release rests on: domains, sources, age, what the public copy hides."""

from collections.abc import Iterator

from lib.domain.freshness import BoardRow, State
from lib.domain.report_editions import Edition
from lib.services.readiness import Check
from lib.services.readiness_state import ReleaseState
from lib.thai.dates import format_date

_IMPORT, _BOARD, _REPORT = "pages/data_import.py", "pages/freshness.py", "pages/report.py"
_MOST_NAMED = 3


def data_checks(state: ReleaseState) -> Iterator[Check]:
    """Domains, figures without a source, originals, old data, data newer than the last edition."""
    yield _domains(state)
    yield _sources(state)
    yield _age(state)
    if state.last_edition is not None:
        yield _since(state.last_edition, state)
    yield _suppressed(state.n_suppressed)


def named(names: list[str], most: int = _MOST_NAMED) -> str:
    """The first names, and how many more there are."""
    told = list(dict.fromkeys(names))
    more = f" และอีก {len(told) - most:,}" if len(told) > most else ""
    return ", ".join(told[:most]) + more


def _domains(state: ReleaseState) -> Check:
    domains = state.content.domains
    empty = [state.domain_names[domain.domain_id] for domain in domains if not domain.rows]
    if len(empty) == len(domains):
        return Check("block", "ยังไม่มีข้อมูลของด้านใดในปีที่เลือก", _IMPORT)
    if empty:
        return Check("ask", f"ยังไม่มีข้อมูลของ {', '.join(empty)} ในรายงานจะเขียนว่าไม่มีข้อมูล", _IMPORT)
    return Check("done", f"มีข้อมูลครบทั้ง {len(domains)} ด้าน")


def _sources(state: ReleaseState) -> Check:
    if state.originals is not None:
        gone = [each.file_name for each in state.loads if each.sha256 not in state.originals]
        if gone:
            text = f"ไม่พบไฟล์ต้นฉบับ {len(gone):,} ไฟล์ในที่เก็บไฟล์: {named(gone)} กู้จากชุดสำรองก่อน"
            return Check("block", text, "pages/settings.py")
    if state.unsourced:
        n = len(state.unsourced)
        text = f"ตัวชี้วัด {n:,} ตัวมีตัวเลขที่ไม่บอกไฟล์หรือช่องที่มา: {named(list(state.unsourced))}"
        return Check("block", text, _IMPORT)
    return Check("done", "ตัวเลขทุกค่ามีไฟล์และช่องที่มา ไฟล์ต้นฉบับอยู่ครบ")


def _age(state: ReleaseState) -> Check:
    if state.board is None:
        return Check("done", "ไม่มีข้อมูลที่ต้องขอเพิ่ม")
    late = [row for row in state.board.owed if row.state in (State.OLD, State.MISSING)]
    partly = [row for row in state.board.owed if row.state is State.PART]
    if late:
        due = max((row.due for row in late if row.due), default=None)
        until = f" ล่าสุดปกติออกแล้วภายใน {format_date(due, short=True)}" if due else ""
        text = f"ข้อมูล {len(late):,} กลุ่มพ้นเวลาที่ปกติออกแต่ยังไม่มีของปีนี้: {_groups(late)}{until}"
        return Check("ask", text, _BOARD)
    if partly:
        return Check("ask", f"ข้อมูล {len(partly):,} กลุ่มยังมาไม่ครบทุกโรงเรียน: {_groups(partly)}", _BOARD)
    return Check("done", "ข้อมูลที่ถึงเวลาแล้วมาครบทุกกลุ่ม")


def _groups(rows: list[BoardRow]) -> str:
    return named([row.name for row in rows])


def _since(last: Edition, state: ReleaseState) -> Check:
    newer = [each.file_name for each in state.loads if each.loaded_at > last.made_at]
    if newer:
        text = (
            f"หลังออกฉบับที่ {last.number} มีข้อมูลนำเข้าใหม่ {len(newer):,} ไฟล์: {named(newer)} ดูสิ่งที่เปลี่ยนก่อนออกฉบับใหม่"
        )
        return Check("ask", text, _REPORT, view="editions")
    return Check("done", f"ไม่มีข้อมูลนำเข้าใหม่หลังออกฉบับที่ {last.number}")


def _suppressed(n: int | None) -> Check:
    if n is None:
        text = "ยังไม่ได้คำนวณว่าสำเนาเผยแพร่จะปิดตัวเลขจำนวนน้อยกี่ช่อง คำนวณได้ในงานเผยแพร่"
        return Check("ask", text, _REPORT, view="publication")
    if n:
        text = f"สำเนาเผยแพร่จะปิดตัวเลขจำนวนน้อย {n:,} ช่อง ฉบับของคณะกรรมการแสดงครบ"
        return Check("ask", text, _REPORT, view="publication")
    return Check("done", "สำเนาเผยแพร่ไม่มีตัวเลขจำนวนน้อยที่ต้องปิด")
