"""The workbench without a browser: what each command prints, stores and ends with."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from lib.__main__ import main
from lib.storage.engine import Store
from tests.builders import make_register, make_schools, make_scores

ROOT = Path(__file__).resolve().parents[2]
SCHOOLS = make_schools(3)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="python -m lib")


def not_json(word: str) -> None:
    raise AssertionError(f"{word} is no JSON")


def printed(*arguments: object, status: int = 0) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == status, result.output
    return json.loads(result.stdout, parse_constant=not_json)


@pytest.fixture
def office(database_url: str, tmp_path: Path) -> str:
    """A database with a register of three schools."""
    register = tmp_path / "ทะเบียน.xlsx"
    register.write_bytes(make_register(SCHOOLS))
    assert run("schools", register, "--database", database_url).exit_code == 0
    return database_url


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    file = tmp_path / "คะแนน.xlsx"
    file.write_bytes(make_scores(SCHOOLS, [40, 50, 160]))
    return file


def values(url: str, tmp_path: Path) -> list[dict[str, str]]:
    file = tmp_path / "values.csv"
    assert run("observations", "--csv", file, "--database", url).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_register_file_is_listed_and_taken_back(office: str, tmp_path: Path) -> None:
    file = tmp_path / "แก้ไข.xlsx"
    file.write_bytes(make_register((*SCHOOLS[:2], replace(SCHOOLS[2], pupils=7), make_schools(4)[3])))
    assert printed("schools", file, "--database", office)["updated"] == 1
    later, first = printed("schools", "--history", "--database", office)
    assert (later["file"], later["added"], later["updated"], later["undone_at"]) == ("แก้ไข.xlsx", 1, 1, None)
    undone = printed("schools", "--undo", later["load_id"], "--database", office)
    assert (undone["back"], undone["left"]) == ([SCHOOLS[2].school_id], [make_schools(4)[3].school_id])
    assert printed("schools", "--undo", later["load_id"], "--database", office, status=1)["error"]["message"]
    assert "ยกเลิกเมื่อ" in run("schools", "--history", "--database", office).output
    assert first["added"] == 3


def test_the_register_command_wants_one_thing_at_a_time(office: str) -> None:
    assert run("schools", "--history", "--undo", 1, "--database", office).exit_code == 2


def test_the_register_says_what_it_added_and_what_stayed(database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "ทะเบียน.xlsx"
    file.write_bytes(make_register(SCHOOLS))
    first = printed("schools", file, "--database", database_url)
    assert {key: first[key] for key in ("added", "updated", "unchanged", "issues")} == {
        "added": 3, "updated": 0, "unchanged": 0, "issues": [],
    }  # fmt: skip
    assert printed("schools", file, "--database", database_url)["unchanged"] == 3


def test_an_import_prints_one_document_per_file_with_the_agreed_keys(office: str, scores: Path) -> None:
    (document,) = printed("import", scores, "--database", office)
    assert {"file", "sha256", "dataset_id", "sheets", "reconciliation", "issues"} <= document.keys()
    assert document["dataset_id"] == 1
    (sheet,) = document["sheets"]
    assert {key: sheet[key] for key in ("sheet", "header_rows", "domain", "year_be")} == {
        "sheet": "ข้อมูล", "header_rows": [2], "domain": "academic", "year_be": 2567,
    }  # fmt: skip
    assert [sheet[f"rows_{what}"] for what in ("read", "loaded", "rejected", "ignored")] == [3, 2, 1, 0]
    assert set(document["issues"][0]) == {"severity", "code", "sheet", "cell", "value", "message", "hint"}


def test_an_import_tells_people_in_thai_what_it_did(office: str, scores: Path) -> None:
    result = run("import", scores, "--database", office)
    assert result.exit_code == 0
    assert "อ่าน 3 แถว = นำเข้า 2 + ไม่รับ 1 + ข้าม 0" in result.stdout
    assert "[V07] ข้อมูล!D5" in result.stdout


def test_a_dry_run_stores_nothing(office: str, scores: Path, tmp_path: Path) -> None:
    (document,) = printed("import", scores, "--dry-run", "--database", office)
    assert document["dataset_id"] is None
    assert printed("history", "--database", office) == []
    assert values(office, tmp_path) == []


def test_a_corrected_file_is_compared_and_takes_the_place_of_the_first(
    office: str, scores: Path, tmp_path: Path
) -> None:
    printed("import", scores, "--database", office)
    corrected = tmp_path / "คะแนน แก้ไข.xlsx"
    corrected.write_bytes(make_scores(SCHOOLS, [41, None, None]))
    (document,) = printed("import", corrected, "--dry-run", "--database", office)
    assert document["difference"] == {"new": 0, "changed": 1, "same": 0, "gone": 1, "earlier": 1}
    printed("import", corrected, "--replace", 1, "--database", office)
    assert [row["value"] for row in values(office, tmp_path)] == ["41"]
    loads = printed("history", "--database", office)
    assert [(load["dataset_id"], load["replaced_by"]) for load in loads] == [(2, None), (1, 2)]
    printed("undo", 2, "--database", office)
    assert len(values(office, tmp_path)) == 2


def test_only_one_file_can_take_the_place_of_a_load(office: str, scores: Path) -> None:
    assert run("import", scores, scores, "--replace", 1, "--database", office).exit_code == 2


def test_a_refused_file_does_not_stop_the_good_ones(office: str, scores: Path, tmp_path: Path) -> None:
    broken = tmp_path / "เสีย.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    documents = printed("import", broken, scores, "--database", office, status=1)
    assert [document["dataset_id"] for document in documents] == [None, 1]
    assert len(documents[0]["sha256"]) == 64
    assert documents[0]["issues"][0]["severity"] == "error"


def test_the_same_file_again_is_refused_with_its_code(office: str, scores: Path, tmp_path: Path) -> None:
    printed("import", scores, "--database", office)
    before = values(office, tmp_path)
    (document,) = printed("import", scores, "--database", office, status=1)
    assert document["dataset_id"] is None
    assert document["issues"][0]["code"] == "F20"
    assert values(office, tmp_path) == before
    assert "รายการ 1" in run("import", scores, "--database", office).stdout


def test_a_year_given_by_hand_counts_where_the_file_says_none(office: str, tmp_path: Path) -> None:
    file = tmp_path / "คะแนน.xlsx"
    file.write_bytes(make_scores(SCHOOLS, [40, 50, 60], year_be=None))
    printed("import", file, "--year-be", "2566", "--database", office)
    assert {row["year_be"] for row in values(office, tmp_path)} == {"2566"}


def test_undo_takes_a_load_back_and_the_history_keeps_it(office: str, scores: Path, tmp_path: Path) -> None:
    printed("import", scores, "--database", office)
    assert printed("undo", 1, "--database", office) == {"dataset_id": 1, "undone": True}
    assert values(office, tmp_path) == []
    (line,) = printed("history", "--database", office)
    assert line["undone_at"] is not None
    assert "ยกเลิกเมื่อ" in run("history", "--database", office).stdout


def test_undoing_what_is_not_there_ends_with_status_1(office: str) -> None:
    assert "error" in printed("undo", 7, "--database", office, status=1)
    result = run("undo", 7, "--database", office)
    assert "ไม่พบรายการนำเข้าหมายเลข 7" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "no such file.xlsx"),
        ("observations",),
        ("findings", "--year-be", "2024"),
        ("no-such-command",),
        ("undo", "one"),
    ],
)
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...], database_url: str) -> None:
    assert run(*arguments).exit_code == 2


def test_a_place_that_cannot_be_written_is_refused_in_words(office: str, tmp_path: Path) -> None:
    result = run("observations", "--csv", tmp_path / "none" / "values.csv", "--database", office)
    assert result.exit_code == 1
    assert "เขียนไฟล์" in result.stderr


def test_a_database_that_cannot_be_opened_is_refused_in_words() -> None:
    result = run("history", "--database", "mysql://host/db")
    assert result.exit_code == 1
    assert "ใช้ฐานข้อมูลนี้ไม่ได้" in result.stderr


def test_the_table_of_values_has_the_agreed_columns(office: str, scores: Path, tmp_path: Path) -> None:
    printed("import", scores, "--database", office)
    wanted = (
        "school_id smis_code school_name indicator_id period_kind year_be term value n source_file source_ref"
    )
    assert list(values(office, tmp_path)[0]) == wanted.split()


def test_findings_without_data_are_an_empty_list(database_url: str) -> None:
    assert printed("findings", "--database", database_url) == []


def test_a_report_without_data_is_refused(database_url: str, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    printed("report", "--docx", target, "--database", database_url, status=1)
    assert not target.exists()


def test_findings_of_the_sample_office_have_the_agreed_keys(sample_store: Store) -> None:
    found = printed("findings", "--year-be", 2568, "--database", sample_store.url)
    wanted = "id scope school_id indicator_id kind tier rule_id sentence numbers status"
    assert {"strength", "improvement_area"} <= {each["kind"] for each in found}
    assert all(set(wanted.split()) <= each.keys() for each in found)
    assert len({each["id"] for each in found}) == len(found)


def test_the_report_of_the_sample_office_is_a_word_file(sample_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "รายงาน.docx"
    document = printed("report", "--docx", target, "--database", sample_store.url)
    assert set(document) == {"files", "figures", "findings", "draft", "blocks", "asks"}
    assert document["files"] == [str(target)]
    assert document["figures"] > 0
    assert docx.Document(str(target)).paragraphs


def test_the_level_of_a_form_comes_with_its_reasons(database_url: str) -> None:
    document = printed("kpi", "level", "--form", "ars46", "--fiscal-year", 2569, "--database", database_url)
    assert {"form", "fiscal_year", "round", "level", "cap", "reasons", "missing"} <= document.keys()


def test_the_form_and_its_evidence_are_written(sample_store: Store, tmp_path: Path) -> None:
    form, archive = tmp_path / "form.docx", tmp_path / "evidence.zip"
    url = sample_store.url
    assert printed("kpi", "form", "--docx", form, "--database", url) == {"files": [str(form)]}
    assert printed("kpi", "evidence", "--zip", archive, "--database", url) == {"files": [str(archive)]}
    assert form.read_bytes()[:2] == archive.read_bytes()[:2] == b"PK"


def test_the_sample_office_goes_into_an_empty_database_only(office: str) -> None:
    before = printed("history", "--database", office)
    assert "error" in printed("demo", "--database", office, status=1)
    assert printed("history", "--database", office) == before


def test_a_real_process_ends_with_the_status_and_prints_one_document(office: str, scores: Path) -> None:
    def process(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "lib", *arguments, "--database", office],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    done = process("import", str(scores), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["dataset_id"] == 1
    assert process("undo", "9").returncode == 1
    assert process("undo").returncode == 2


def test_an_archive_of_an_office_without_evidence_is_not_written(database_url: str, tmp_path: Path) -> None:
    target = tmp_path / "evidence.zip"
    printed("kpi", "evidence", "--zip", target, "--database", database_url, status=1)
    assert not target.exists()


def test_the_kpi_commands_take_the_year_whose_form_was_begun(sample_store: Store) -> None:
    asked = printed("kpi", "level", "--database", sample_store.url)
    assert asked["fiscal_year"] == 2569
    assert asked["level"] > 0
