"""What a round of a KPI form said when it was handed in, as JSON and back."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from lib.domain.evidence import (
    Answer,
    AnswerChoice,
    EvidenceFile,
    LevelResult,
    MissingEvidence,
    RoundSnapshot,
)


class _Missing(TypedDict):
    item_id: str
    number: int
    level: int
    needs: list[str]


class _File(TypedDict):
    item_id: str
    sha256: str
    file_name: str
    title: str
    kind: str
    page: str
    accepted: bool
    link: NotRequired[str]
    held_at: NotRequired[str]


class _Level(TypedDict):
    level: int
    cap: int
    uncapped_level: int
    score: float
    weighted_score: float
    reasons: list[str]
    missing: list[_Missing]
    next_step: NotRequired[str]


class _Answer(TypedDict):
    answer: AnswerChoice
    fields: dict[str, str]
    sub_answers: NotRequired[dict[str, AnswerChoice]]


class _Snapshot(TypedDict):
    level: _Level
    counted_items: list[str]
    answers: dict[str, _Answer]
    files: list[_File]


def snapshot_to_json(
    result: LevelResult,
    counted_items: frozenset[str],
    answers: Mapping[str, Answer],
    files: tuple[EvidenceFile, ...],
) -> _Snapshot:
    """Level, counted items, answers and evidence as they stand."""
    return {
        "level": _level_to_json(result),
        "counted_items": sorted(counted_items),
        "answers": {
            item_id: {
                "answer": answer.answer,
                "fields": dict(answer.fields),
                "sub_answers": dict(answer.sub_answers),
            }
            for item_id, answer in answers.items()
        },
        "files": [_file_to_json(file) for file in files],
    }


def snapshot_from_json(kept: _Snapshot) -> RoundSnapshot:
    """Answers and evidence as they were."""
    answers = {
        item_id: Answer(each["answer"], each["fields"], sub_answers=each.get("sub_answers", {}))
        for item_id, each in kept["answers"].items()
    }
    return RoundSnapshot(answers, tuple(_file_from_json(each) for each in kept["files"]))


def _level_to_json(result: LevelResult) -> _Level:
    return {
        "level": result.level,
        "cap": result.cap,
        "uncapped_level": result.uncapped_level,
        "score": result.score,
        "weighted_score": result.weighted_score,
        "reasons": list(result.reasons),
        "missing": [
            {"item_id": each.item_id, "number": each.number, "level": each.level, "needs": list(each.needs)}
            for each in result.missing
        ],
        "next_step": result.next_step,
    }


def level_from_json(round_id: str, kept: _Level) -> LevelResult:
    return LevelResult(
        round_id,
        kept["level"],
        kept["cap"],
        kept["uncapped_level"],
        kept["score"],
        kept["weighted_score"],
        tuple(kept["reasons"]),
        tuple(
            MissingEvidence(each["item_id"], each["number"], each["level"], tuple(each["needs"]))
            for each in kept["missing"]
        ),
        kept.get("next_step", ""),
    )


def _file_to_json(file: EvidenceFile) -> _File:
    return {
        "item_id": file.item_id,
        "sha256": file.sha256,
        "file_name": file.file_name,
        "title": file.title,
        "kind": file.kind,
        "page": file.page,
        "accepted": file.accepted,
        "link": file.link,
        "held_at": file.held_at,
    }


def _file_from_json(kept: _File) -> EvidenceFile:
    return EvidenceFile(
        0,
        kept["item_id"],
        kept["sha256"],
        kept["file_name"],
        kept["title"],
        kept["kind"],
        kept["page"],
        accepted=kept["accepted"],
        link=kept.get("link", ""),
        held_at=kept.get("held_at", ""),
    )
