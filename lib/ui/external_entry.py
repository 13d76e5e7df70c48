"""The dialog that enters or corrects one school's outcome by hand, with pickers."""

from dataclasses import replace

import streamlit as st

from lib.analysis.external_counts import offers
from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_assessments import (
    ExternalAssessment,
    ExternalReading,
    ExternalResult,
    ExternalStatement,
    ExternalStatementKind,
    OutcomeKey,
)
from lib.domain.external_rounds import ExternalRound
from lib.ingest.external_terms import numbered_standard
from lib.ingest.statement_lists import split_statements
from lib.services.external_edits import delete_outcome, enter_outcome, stored_outcome
from lib.thai.date_text import parse_date_be
from lib.ui.dates import show_date
from lib.ui.dialogs import close_dialog
from lib.ui.external_desk import ExternalDesk
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

ENTRY = "external-entry"
_NONE = ""
_LONGEST = 6000
_KINDS = (ExternalStatementKind.STRENGTH, ExternalStatementKind.RECOMMENDATION)


@st.dialog("กรอกผลประเมินภายนอก", width="large", on_dismiss=close_dialog)
def show_entry(desk: ExternalDesk) -> None:
    """Pick school, round, phase and level; what is stored already is shown to be corrected."""
    key, of = _pick_key(desk)
    if key is None:
        st.caption("เลือกโรงเรียนก่อน แล้วช่องผลจะปรากฏ")
        return
    stored = stored_outcome(desk.store, key)
    form = (
        f"{Key.EXTERNAL_ENTRY}-{'-'.join((key.school_id, key.round_id, key.phase, key.level_of_education))}"
    )
    seen = seen_version(form, stored or ExternalAssessment(key, ExternalReading()))
    if stored is not None:
        st.info(f"มีผลนี้แล้ว ({plain(stored.file_name) or 'กรอกเอง'}) แก้แล้วบันทึกทับได้ ของเดิมอยู่ในประวัติ")
    results = _ask_results(seen, of, form)
    day = parse_date_be(show_date("ประเมินเมื่อ", seen.assessed_on, key=widget_key(form, "day")))
    statements = _ask_statements(seen, form)
    save, remove = st.columns(2)
    if save.button("บันทึกผล", type="primary", key=widget_key(form, "save")):
        with errors_shown():
            made = replace(
                seen, reading=replace(seen.reading, results=results, statements=statements), assessed_on=day
            )
            enter_outcome(desk.store, made, today=desk.today, by=who())
            _done(form, "บันทึกผลประเมินภายนอกแล้ว")
    if seen.version and remove.button("ลบผลนี้", key=widget_key(form, "remove")):
        with errors_shown():
            delete_outcome(desk.store, seen, by=who())
            _done(form, "ลบผลประเมินภายนอกแล้ว")


def _pick_key(desk: ExternalDesk) -> tuple[OutcomeKey | None, ExternalRound]:
    rounds = load_external_rounds()
    names = {each.school_id: f"{each.name} ({each.school_id})" for each in desk.schools}
    school_id = st.selectbox(
        "โรงเรียน",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="พิมพ์ชื่อหรือรหัสโรงเรียน",
        key=f"{ENTRY}-school",
    )
    first, second, third = st.columns(3)
    by_id = {each.id: each.name for each in reversed(rounds.rounds)}
    of = rounds.by_id[
        first.selectbox("รอบ", list(by_id), format_func=by_id.__getitem__, key=f"{ENTRY}-round")
    ]
    phase = of.phases[0].id if of.phases else _NONE
    if len(of.phases) > 1:
        phases = {each.id: each.name for each in of.phases}
        phase = second.selectbox(
            "ระยะ", list(phases), format_func=phases.__getitem__, key=f"{ENTRY}-phase-{of.id}"
        )
    school = next((each for each in desk.schools if each.school_id == school_id), None)
    levels = {each.id: each.name for each in of.levels if school is None or offers(school, each.id)}
    level = third.selectbox(
        "ระดับการศึกษา", list(levels), format_func=levels.__getitem__, key=f"{ENTRY}-level-{of.id}"
    )
    if school_id is None or level is None:
        return None, of
    return OutcomeKey(school_id, of.id, phase, level), of


def _ask_results(seen: ExternalAssessment, of: ExternalRound, form: str) -> tuple[ExternalResult, ...]:
    """One picker per standard and one for all together; in an open round a line per standard to type."""
    known = {each.standard: each for each in seen.reading.results}
    level, phase = of.level(seen.key.level_of_education), of.phase(seen.key.phase)
    if of.open or phase is None:
        lines = "\n".join(f"{each.standard or 'ภาพรวม'}: {each.result}" for each in known.values())
        typed = st.text_area(
            "ผล (บรรทัดละหนึ่งมาตรฐาน เขียน มาตรฐาน: ผล)",
            lines,
            max_chars=_LONGEST,
            placeholder="มาตรฐานที่ 1: ดีมาก",
            key=widget_key(form, "lines"),
        )
        return tuple(_typed(line, known) for line in typed.splitlines() if ":" in line)
    words = [_NONE, *(each.word for each in phase.words)]
    made = []
    for standard in [*(each.id for each in level.standards if level), _NONE] if level else [_NONE]:
        before = known.get(standard)
        options = words if before is None or before.result in words else [*words, before.result]
        picked = st.selectbox(
            of.standard_name(seen.key.level_of_education, standard),
            options,
            index=place_of(before.result if before else _NONE, options),
            format_func=lambda each: each or "ไม่มีผล",
            key=widget_key(form, f"standard-{standard}"),
        )
        if picked:
            same = before is not None and before.result == picked
            made.append(before if same and before else ExternalResult(standard, picked))
    return tuple(made)


def _typed(line: str, known: dict[str, ExternalResult]) -> ExternalResult:
    standard, _, result = (part.strip() for part in line.partition(":"))
    standard = _NONE if standard == "ภาพรวม" else numbered_standard(standard) or standard
    before = known.get(standard)
    return before if before and before.result == result else ExternalResult(standard, result)


def _ask_statements(seen: ExternalAssessment, form: str) -> tuple[ExternalStatement, ...]:
    """Strengths and recommendations, one a line; what is unchanged keeps its place in the file."""
    kept = tuple(each for each in seen.reading.statements if each.kind not in _KINDS)
    for kind in _KINDS:
        known = {each.text: each for each in seen.reading.statements if each.kind is kind}
        typed = st.text_area(
            f"{kind.label} (บรรทัดละหนึ่งข้อ ไม่ใส่ชื่อบุคคล)",
            "\n".join(known),
            max_chars=_LONGEST,
            height=100,
            key=first_key(form) if kind is _KINDS[0] else widget_key(form, kind),
        )
        kept += tuple(known.get(text, ExternalStatement(kind, text)) for text in split_statements(typed))
    return kept


def _done(form: str, told: str) -> None:
    forget_seen(form)
    close_dialog()
    say_after_rerun(told)
    st.rerun()
