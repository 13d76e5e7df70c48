"""Which acts may move a figure: caches hold on to everything else."""

import ast
from collections.abc import Iterator

import pytest

from lib.domain.report_history import ReportAction
from lib.storage import audit
from lib.storage.engine import Store, open_store, reading, writing
from tests.house.sources import app_files, room, tree

MOVES_FIGURES = {
    "change_indicator",
    "choose_peers",
    "import",
    "load_register",
    "restore",
    "sar confirm",
    "sar reopen",
    "save_school",
    "save_setting",
    "start_own_office",
    "undo_import",
    "undo_register",
}
MOVES_NONE = {
    "attach_kpi_evidence",
    "backup",
    "external_due",
    "external_due_removed",
    "external_follow_up",
    "external_load",
    "external_remove",
    "external_save",
    "external_undo",
    "kpi_round_claim",
    "kpi_round_submitted",
    "pin_answer",
    "pin_remove",
    "remove_kpi_evidence",
    "replace_kpi_evidence",
    "report_edition",
    "report_template",
    "report_text",
    "return_kpi_evidence",
    "review",
    "review_order",
    "review_unsaved",
    "sar correct",
    "sar remove",
    "sar replace",
    "sar save",
    "save_kpi_answer",
    "save_kpi_contacts",
    "save_kpi_evidence",
    "slides_template",
    "theme_move",
    "theme_return",
    "visit_cancel",
    "visit_plan",
    "visit_record",
}


@pytest.fixture
def store(any_database_url: str) -> Iterator[Store]:
    opened = open_store(any_database_url)
    yield opened
    opened.dispose()


def _versions(store: Store, action: str, subject: str = "x") -> tuple[int, int]:
    """The data version before and after one act."""
    with writing(store) as session:
        audit.record(session, by="ก", action="import", subject="x")
        before = audit.data_version(session)
        audit.record(session, by="ก", action=action, subject=subject)
    with reading(store) as session:
        return before, audit.data_version(session)


def test_what_may_move_a_figure_is_a_new_version(store: Store) -> None:
    for action in sorted(MOVES_FIGURES):
        before, after = _versions(store, action)
        assert after > before, action


def test_decisions_evidence_themes_and_outside_results_are_no_new_version(store: Store) -> None:
    for action in sorted(MOVES_NONE):
        before, after = _versions(store, action)
        assert after == before, action


def test_the_day_reports_are_due_is_no_new_version(store: Store) -> None:
    before, after = _versions(store, "save_setting", "sar_due")
    assert after == before


@pytest.mark.parametrize("subject", ["publication", "publication_codes", "publication_history"])
def test_what_is_chosen_and_noted_of_the_public_copy_is_no_new_version(store: Store, subject: str) -> None:
    before, after = _versions(store, "save_setting", subject)
    assert after == before


def test_every_act_the_program_records_is_told_apart() -> None:
    recorded = {
        keyword.value.value
        for file in app_files()
        if room(file) in {"storage", "services"}
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("record")
        for keyword in node.keywords
        if keyword.arg == "action" and isinstance(keyword.value, ast.Constant)
    }
    assert len(recorded) > 20
    assert recorded | {f"sar {action}" for action in ReportAction} <= MOVES_FIGURES | MOVES_NONE
