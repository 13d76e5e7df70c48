"""What a file of external results leaves open: round, phase, level, and schools it writes otherwise."""

from collections.abc import Sequence

import streamlit as st

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_files import ExternalDefaults, ExternalFile
from lib.domain.schools import School
from lib.ui.plain import plain

_LATER = ""
_NOT_YET = "ยังไม่เลือก"


def is_asked(file: ExternalFile) -> bool:
    """Whether rows of the file wait for an answer."""
    return bool(file.questions or file.asks_round or file.asks_level or file.phase_round)


def ask_defaults(file: ExternalFile, key: str) -> ExternalDefaults:
    """Pickers for what the file does not say itself; the answer holds for the rows that are silent."""
    rounds = load_external_rounds().by_id
    columns = st.columns(3)
    round_id = phase = level = _LATER
    if file.asks_round:
        options = (_LATER, *reversed(rounds))
        round_id = columns[0].selectbox(
            "เป็นผลของรอบใด",
            options,
            format_func=lambda each: f"{rounds[each].name} {rounds[each].years}" if each else _NOT_YET,
            key=f"external-round-{key}",
        )
    of = rounds.get(file.phase_round or round_id)
    if of is not None and len(of.phases) > 1 and (file.phase_round or round_id):
        names = {_LATER: _NOT_YET} | {each.id: each.name for each in of.phases}
        phase = columns[1].selectbox(
            f"ระยะของ{of.name}", list(names), format_func=names.__getitem__, key=f"external-phase-{key}"
        )
    known = rounds.get(round_id) or of
    if file.asks_level or (round_id and known):
        levels = {_LATER: "ตามที่เขียนในไฟล์"}
        levels |= {each.id: each.name for each in (known or next(iter(rounds.values()))).levels}
        level = columns[2].selectbox(
            "ระดับการศึกษาของแถวที่ไม่ได้เขียน",
            list(levels),
            format_func=levels.__getitem__,
            key=f"external-level-{key}",
        )
    return ExternalDefaults(round_id, phase, level)


def ask_schools(file: ExternalFile, schools: Sequence[School], key: str) -> dict[str, str]:
    """A picker per school that the register does not know for certain: the likely ones first, then all.

    Returns:
        Alias of the question → school id, only where one was picked.
    """
    answers: dict[str, str] = {}
    if file.questions:
        st.markdown(f"**ไม่แน่ใจว่าเป็นโรงเรียนใด {len(file.questions):,} ชื่อ** เลือกได้ทีละชื่อ ที่ยังไม่เลือกจะไม่ถูกบันทึก")
    for question in file.questions:
        likely = dict(question.candidates)
        names = {_LATER: _NOT_YET} | likely
        names |= {
            each.school_id: f"{each.name} ({each.school_id})"
            for each in schools
            if each.school_id not in likely
        }
        picked = st.selectbox(
            f"“{plain(question.text) or 'ไม่ระบุชื่อ'}” ({question.n_rows:,} แถว)",
            list(names),
            format_func=names.__getitem__,
            key=f"external-school-{key}-{question.alias}",
        )
        if picked != _LATER:
            answers[question.alias] = picked
    return answers
