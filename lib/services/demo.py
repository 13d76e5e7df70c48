"""Load the fictional sample office the way a person would, page by page."""

import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, cast

from lib.domain.findings import Finding, Recipient, Recommendation, Review
from lib.domain.office import Office
from lib.domain.schools import OfficeType
from lib.errors import WorkbenchError
from lib.services.analysis import load_office_data, make_periods
from lib.services.demo_evidence import load_sample_evidence
from lib.services.demo_external import load_sample_external
from lib.services.demo_reports import load_sample_reports
from lib.services.demo_visits import load_sample_visits
from lib.services.finding_decisions import decide
from lib.services.findings import compute_findings
from lib.services.imports import commit, load_history, preview_file
from lib.services.office import load_office, save_office
from lib.services.register import commit_register, load_register, preview_register, save_school
from lib.services.self_assessments import load_reports
from lib.storage.engine import Store, reading
from lib.storage.observations import load_observations

SAMPLE_FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
_WORKBOOK_FOLDERS = ("academic", "budget", "personnel", "general", "area")
_TABLE_ENDINGS = (".xlsx", ".xls", ".csv")


class _Advice(TypedDict):
    indicator: str
    recommend_to: Recipient
    text: str


class _Decisions(TypedDict):
    closed_schools: list[str]
    praised: list[str]
    matters: list[str]
    rejected: dict[str, str]
    advice: list[_Advice]


def load_demo(store: Store, by: str) -> dict[str, int]:
    """Load everything of the sample office, from its register to some decisions, into an empty database.

    Returns:
        Counts of datasets, schools and current observations.

    Raises:
        WorkbenchError: the database already has data, or the sample files are not there.
    """
    _refuse_unless_empty(store)
    _load_office(store, by)
    _load_register(store, by)
    n_datasets = _load_workbooks(store, by)
    load_sample_reports(store, SAMPLE_FOLDER / "self_assessments", by=by)
    load_sample_evidence(store, SAMPLE_FOLDER / "evidence", by=by)
    _decide_some(store, by)
    load_sample_visits(store, SAMPLE_FOLDER / "visits.toml", by=by)
    load_sample_external(store, SAMPLE_FOLDER / "external", SAMPLE_FOLDER / "external.toml", by=by)
    with reading(store) as session:
        n_observations = len(load_observations(session))
    return {"datasets": n_datasets, "schools": len(load_register(store)), "observations": n_observations}


def _refuse_unless_empty(store: Store) -> None:
    if not (SAMPLE_FOLDER / "register.xlsx").is_file():
        raise WorkbenchError("ไม่พบโฟลเดอร์ sample_data ยังไม่มีข้อมูลใดถูกบันทึก", "ตรวจว่าติดตั้งโปรแกรมครบทุกโฟลเดอร์")
    _, office_version = load_office(store)
    if office_version or load_register(store) or load_history(store) or load_reports(store):
        raise WorkbenchError(
            "ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว จึงไม่นำเข้าข้อมูลตัวอย่าง ข้อมูลเดิมไม่เปลี่ยนแปลง",
            "เปิดโปรแกรมกับฐานข้อมูลใหม่ที่ว่าง แล้วนำเข้าข้อมูลตัวอย่างอีกครั้ง",
        )


def _load_office(store: Store, by: str) -> None:
    values = tomllib.loads((SAMPLE_FOLDER / "office.toml").read_text(encoding="utf-8"))
    office = Office(**(values | {"office_type": OfficeType(values["office_type"])}))
    save_office(store, office, seen_version=0, by=by)


def _load_register(store: Store, by: str) -> None:
    file = SAMPLE_FOLDER / "register.xlsx"
    commit_register(store, preview_register(store, file.read_bytes(), file.name), by=by)
    closed = _decisions()["closed_schools"]
    for school in load_register(store):
        if school.name in closed:
            save_school(store, replace(school, active=False), by=by)


def _load_workbooks(store: Store, by: str) -> int:
    files = [
        file
        for folder in _WORKBOOK_FOLDERS
        for file in sorted((SAMPLE_FOLDER / folder).iterdir())
        if file.suffix in _TABLE_ENDINGS
    ]
    for file in files:
        content = file.read_bytes()
        commit(store, preview_file(store, content, file.name), content, by=by)
    return len(files)


def _decide_some(store: Store, by: str) -> None:
    """Decide about the findings that the sample's decisions name; the others stay new."""
    data = load_office_data(store)
    findings, _ = compute_findings(data, make_periods(data))
    decisions = _decisions()
    places: Counter[str] = Counter()
    spoken: set[tuple[str, str]] = set()
    for finding in (each for each in findings if each.scope == "area"):
        review = _review_of(finding, decisions)
        key = (finding.indicator_id, finding.kind)
        if review is None or key in spoken:
            continue
        spoken.add(key)
        places[finding.domain] += 1
        decide(store, finding, replace(review, order=places[finding.domain]), by=by)

    for finding in findings:
        if finding.scope == "schools" and finding.indicator_id in decisions["matters"]:
            decide(store, finding, Review(finding.id, "accepted"), by=by)


def _review_of(finding: Finding, decisions: _Decisions) -> Review | None:
    if finding.indicator_id == decisions["rejected"]["indicator"]:
        return Review(finding.id, "rejected", reason=decisions["rejected"]["reason"])
    if finding.kind == "strength" and finding.indicator_id in decisions["praised"]:
        return Review(finding.id, "accepted")
    if finding.kind == "improvement_area":
        for advice in decisions["advice"]:
            if advice["indicator"] == finding.indicator_id:
                return Review(
                    finding.id,
                    "accepted",
                    recommendations=(Recommendation(advice["recommend_to"], advice["text"]),),
                )
    return None


def _decisions() -> _Decisions:
    text = (SAMPLE_FOLDER / "recommendations.toml").read_text(encoding="utf-8")
    return cast(_Decisions, tomllib.loads(text))
