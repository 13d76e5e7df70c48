"""Evidence of the sample office, answered and attached the way a person does it."""

import tomllib
from pathlib import Path
from typing import NotRequired, TypedDict

from lib.domain.evidence import Answer, AnswerChoice
from lib.services.evidence_edits import save_answer, save_baseline
from lib.services.evidence_files import attach_file
from lib.storage.engine import Store


class _EvidenceFile(TypedDict):
    name: str
    kind: str
    title: str
    page: str


class _EvidenceItem(TypedDict):
    id: str
    answer: str
    fields: dict[str, str]
    sub_answers: NotRequired[dict[str, AnswerChoice]]
    files: list[_EvidenceFile]


def load_sample_evidence(store: Store, folder: Path, *, by: str) -> None:
    """Answer the items that the folder's answers name, each with its files."""
    answers = tomllib.loads((folder / "answers.toml").read_text(encoding="utf-8"))
    form, year_be = str(answers["form"]), int(answers["fiscal_year"])
    items: list[_EvidenceItem] = answers["item"]
    for item in items:
        answer = Answer(
            "yes" if item["answer"] == "yes" else "no",
            item["fields"],
            sub_answers=item.get("sub_answers", {}),
        )
        save_answer(store, form, year_be, item["id"], answer, by=by)
        for file in item["files"]:
            attach_file(
                store,
                form,
                year_be,
                item["id"],
                (folder / file["name"]).read_bytes(),
                file["name"],
                kind=file["kind"],
                title=file["title"],
                page=file["page"],
                by=by,
            )
    save_baseline(store, form, year_be, answers["baseline"], seen_version=0, by=by)
