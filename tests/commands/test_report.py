"""``report``: writes what is asked, says what stands against it, calls a blocked report a draft."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from lib.__main__ import main
from lib.commands import documents
from lib.services import publication_site
from lib.services.publication import PublicFigures
from lib.services.publication_history import load_publication_history
from lib.services.readiness import Check
from lib.services.report_run import ReportRun, start_run
from lib.storage.engine import Store
from tests.report.small_site import publication


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)], prog_name="python -m lib")


def test_what_asks_is_printed_and_the_file_is_final(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    result = run("--docx", file, "--database", sample_store.url, "--json")
    told = json.loads(result.stdout)
    assert (told["files"], told["draft"], told["blocks"]) == ([str(file)], False, [])
    assert told["asks"]
    assert "ฉบับร่าง" not in docx.Document(str(file)).core_properties.title


def test_a_blocked_report_is_called_a_draft_on_cover_and_in_its_properties(
    sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blocked(store: Store, *years: int | None, **days: object) -> ReportRun:
        made = start_run(store, *years, **days)  # type: ignore[arg-type]
        checks = (Check("block", "ยังไม่ได้ตั้งชื่อสำนักงาน", "pages/settings.py"),)
        return replace(made, checks=checks, content=replace(made.content, is_draft=True))

    monkeypatch.setattr(documents, "start_run", blocked)
    file = tmp_path / "รายงาน.docx"
    result = run("--docx", file, "--database", sample_store.url)
    assert result.exit_code == 0
    assert "เป็นฉบับร่าง" in result.stdout
    assert "ต้องแก้: ยังไม่ได้ตั้งชื่อสำนักงาน" in result.stdout
    written = docx.Document(str(file))
    assert written.core_properties.title.endswith("ฉบับร่าง")
    assert "ฉบับร่าง" in written.paragraphs[0].text


def test_the_annex_is_written_beside_the_report(sample_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "ภาคผนวก.xlsx"
    result = run("--xlsx", file, "--database", sample_store.url, "--json")
    assert json.loads(result.stdout)["files"] == [str(file)]
    names = openpyxl.load_workbook(file, read_only=True).sheetnames
    assert names[0] == "สารบัญ"
    assert "ค่าของเขต" in names


def test_without_a_file_to_write_the_usage_is_wrong(database_url: str) -> None:
    assert run("--database", database_url).exit_code == 2


def test_the_public_copy_is_written_logged_once_and_verified_as_a_folder(
    sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = PublicFigures(publication(), {})
    monkeypatch.setattr(publication_site, "make_publication", lambda *_: made)
    folder = tmp_path / "เผยแพร่"
    before = len(load_publication_history(sample_store))
    for options in ((), ("--draft",)):
        assert run("--html", folder, *options, "--database", sample_store.url).exit_code == 0
    assert len(load_publication_history(sample_store)) == before + 1
    agreed = run("--verify", folder, "--database", sample_store.url, "--json")
    assert (agreed.exit_code, json.loads(agreed.stdout)["agrees"]) == (0, True)
    data = folder / "figures.csv"
    data.write_bytes(data.read_bytes().replace(b",30,100,30.00,", b",30,100,31.00,"))
    spoiled = run("--verify", folder, "--database", sample_store.url, "--json")
    assert spoiled.exit_code == 1
    assert [each["place"] for each in json.loads(spoiled.stdout)["differing"]] == ["figures.csv#1:14"]
