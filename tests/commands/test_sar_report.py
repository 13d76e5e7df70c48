"""``sar-report``: writes both files, tells what to look at, refuses an office without reports."""

import json
from pathlib import Path

import docx
import openpyxl
from click.testing import CliRunner, Result

from lib.__main__ import main
from lib.storage.engine import Store


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["sar-report", *map(str, arguments)], prog_name="python -m lib")


def test_both_files_are_written_for_the_latest_year(sample_store: Store, tmp_path: Path) -> None:
    word, excel = tmp_path / "sar.docx", tmp_path / "sar.xlsx"
    result = run("--docx", word, "--xlsx", excel, "--database", sample_store.url, "--json")
    told = json.loads(result.stdout)
    assert (told["files"], told["year_be"]) == ([str(word), str(excel)], 2568)
    assert {check["state"] for check in told["checks"]} <= {"done", "ask"}
    assert any("บทสรุปผู้บริหาร" in paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert openpyxl.load_workbook(excel, read_only=True).sheetnames[0] == "ประเด็นรายโรงเรียน"


def test_an_office_without_reports_is_told_so(database_url: str, tmp_path: Path) -> None:
    result = run("--docx", tmp_path / "sar.docx", "--database", database_url)
    assert result.exit_code == 1
    assert "ยังไม่มีรายงานการประเมินตนเองของปีใดเลย" in result.stderr
    assert not (tmp_path / "sar.docx").exists()


def test_without_a_file_to_write_the_usage_is_wrong(database_url: str) -> None:
    assert run("--database", database_url).exit_code == 2
