"""Any order of answers, files, rounds and corrections: levels stay sound, frozen reports never change."""

import csv
import io
import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, AnswerChoice, RoundStatus
from lib.domain.evidence_forms import Scoring
from lib.errors import WorkbenchError
from lib.services.evidence import EvidencePage, load_evidence_page
from lib.services.evidence_edits import save_answer
from lib.services.evidence_files import attach_file, remove_file, replace_file, save_file
from lib.services.evidence_outputs import make_evidence_archive
from lib.services.evidence_removed import bring_back
from lib.services.evidence_rounds import freeze_round, open_correction, reopen_round, submit_round
from lib.storage.engine import open_store, reading
from lib.storage.files import content_hash
from lib.storage.integrity import check_store, orphan_files
from lib.storage.schema import kpi_rounds

YEAR = 2569
FORMS = {form_id: load_form(form_id, YEAR) for form_id in ("ars46", "ktpn_plan")}
places = st.integers(0, 5)
choices = st.sampled_from(["yes", "yes", "yes", "no", ""])


class Office(RuleBasedStateMachine):
    """One office at work on one form; what a closed round refuses is refused and changes nothing."""

    form_id = "ars46"

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        database = Path(self.folder.name) / "office.sqlite3"
        self.store = open_store(f"sqlite:///{database.as_posix()}")
        self.form = FORMS[self.form_id]
        self.frozen: dict[tuple[str, int], str] = {}
        self.n_files = 0
        self.attached: set[str] = set()

    def teardown(self) -> None:
        self.store.dispose()
        self.folder.cleanup()

    def page(self) -> EvidencePage:
        return load_evidence_page(self.store, self.form_id, YEAR)

    @rule(place=places, choice=choices, whole=st.booleans())
    def answer(self, place: int, choice: AnswerChoice, whole: bool) -> None:
        item = self.form.items[place % len(self.form.items)]
        texts = {
            "date_be": "16/12/2568",
            "number": "9",
            "page": "12",
            "order_no": "9/2568",
            "year_be": "2569",
        }
        fields = {field.id: (field.choices or (texts.get(field.type, "ก"),))[0] for field in item.fields}
        subs: dict[str, AnswerChoice] = {each.number: "yes" for each in item.sub_criteria}
        version = self.page().answers[item.id].version
        given = Answer(choice, fields if whole else {}, version, subs if whole else {})
        try:
            save_answer(self.store, self.form_id, YEAR, item.id, given, by="ก")
        except WorkbenchError as refused:
            assert refused.code == "K02"  # noqa: PT017 - any other refusal is a fault

    @rule(n_items=st.integers(1, 6))
    def complete(self, n_items: int) -> None:
        """Make the first items whole, or long histories would hardly ever reach a cap."""
        for place in range(min(n_items, len(self.form.items))):
            self.answer(place, "yes", True)
            self.attach(place)

    @rule(place=places)
    def attach(self, place: int) -> None:
        item = self.form.items[place % len(self.form.items)]
        self.n_files += 1
        content = b"%PDF-1.7 " + str(self.n_files).encode()
        try:
            attach_file(self.store, self.form_id, YEAR, item.id, content, "หลักฐาน.pdf", kind="other", by="ก")
            self.attached.add(content_hash(content))
        except WorkbenchError as refused:
            assert refused.code == "K02"  # noqa: PT017

    @rule(place=places, what=st.sampled_from(["toggle", "remove", "replace"]))
    def change(self, place: int, what: str) -> None:
        files = self.page().files
        if not files:
            return
        file = files[place % len(files)]
        before = self.page()
        try:
            if what == "toggle":
                changed = replace(file, accepted=not file.accepted)
                save_file(self.store, self.form_id, YEAR, changed, by="ก")
            elif what == "remove":
                remove_file(self.store, self.form_id, YEAR, file.evidence_id, by="ก")
            else:
                self.n_files += 1
                content = b"%PDF-1.7 new " + str(self.n_files).encode()
                replace_file(self.store, self.form_id, YEAR, file, content, "ใหม่.pdf", reason="", by="ก")
                self.attached.add(content_hash(content))
        except WorkbenchError as refused:
            assert refused.code == "K02"  # noqa: PT017
            return
        # Taking evidence away or letting it count moves every open level the way it should.
        for was, now in zip(before.rounds, self.page().rounds, strict=True):
            if now.record.status is not RoundStatus.OPEN or what == "replace":
                assert now.level.level == was.level.level
            elif what == "remove" or file.accepted:
                assert now.level.level <= was.level.level
            else:
                assert now.level.level >= was.level.level

    @rule(place=places)
    def bring_back(self, place: int) -> None:
        removed = self.page().removed
        if not removed:
            return
        wanted = removed[place % len(removed)]
        try:
            bring_back(self.store, self.form_id, YEAR, wanted.line, by="ก")
        except WorkbenchError as refused:
            assert refused.code == "K02" or "อยู่แล้ว" in refused.message  # noqa: PT017
            return
        found = [file for file in self.page().files if file.sha256 == wanted.file.sha256]
        assert wanted.file.earlier in [file.earlier for file in found]
        assert wanted.line not in {each.line for each in self.page().removed}

    @rule(place=places, what=st.sampled_from(["submit", "submit", "freeze", "reopen", "correct"]))
    def move_round(self, place: int, what: str) -> None:
        round_id = self.form.rounds[place % len(self.form.rounds)].id
        where = (self.store, self.form_id, YEAR, round_id)
        try:
            if what == "submit":
                submit_round(*where, by="ก")
            elif what == "freeze":
                freeze_round(*where, by="ก")
            elif what == "reopen":
                reopen_round(*where, by="ก")
            else:
                open_correction(*where, reason="ผิด", by="ก")
        except WorkbenchError as refused:
            assert refused.code == "K02"  # noqa: PT017

    @invariant()
    def a_frozen_report_never_changes(self) -> None:
        with reading(self.store) as session:
            rows = session.execute(select(kpi_rounds).where(kpi_rounds.c.status == "frozen")).all()
        now = {
            (row.round_id, row.edition): json.dumps(
                [row.snapshot, row.version, row.saved_at.isoformat(), row.reason], sort_keys=True
            )
            for row in rows
        }
        assert self.frozen.items() <= now.items()
        self.frozen = now

    @invariant()
    def nothing_is_orphaned_and_nothing_is_lost(self) -> None:
        assert [fault for result in check_store(self.store) for fault in result.faults] == []
        assert orphan_files(self.store) == ()
        page = self.page()
        still = {file.sha256 for file in (*page.files, *(each.file for each in page.removed))}
        still |= {
            each.sha256
            for file in (*page.files, *(gone.file for gone in page.removed))
            for each in file.earlier
        }
        assert self.attached <= still

    @invariant()
    def no_level_is_above_its_cap_or_past_a_gap(self) -> None:
        page = self.page()
        for view in page.rounds:
            assert 0 <= view.level.level <= view.form_round.cap
            if view.record.status is not RoundStatus.OPEN:
                continue
            if self.form.scoring is Scoring.MILESTONES:
                needed = {item.id for item in self.form.items if item.level <= view.level.level}
                assert not needed & set(page.missing)
            elif view.level.level:
                n_complete = len(self.form.items) - len(page.missing)
                assert n_complete >= self.form.levels[view.level.level - 1].min_items

    @invariant()
    def every_counted_file_is_in_the_zip_with_its_own_hash(self) -> None:
        counted = sorted(file.sha256 for file in self.page().files if file.counts)
        if not counted:
            return
        archive = zipfile.ZipFile(io.BytesIO(make_evidence_archive(self.store, self.form_id, YEAR)))
        rows = list(csv.DictReader(io.StringIO(archive.read("ดัชนีหลักฐาน.csv").decode("utf-8-sig"))))
        named = {row["ไฟล์ในชุดนี้"]: row["sha256"] for row in rows if row["sha256"]}
        assert sorted(named.values()) == counted
        assert all(content_hash(archive.read(path)) == sha256 for path, sha256 in named.items())


class ChecklistOffice(Office):
    form_id = "ktpn_plan"


_FEW = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestMilestones = Office.TestCase
TestMilestones.settings = _FEW
TestChecklist = ChecklistOffice.TestCase
TestChecklist.settings = _FEW
