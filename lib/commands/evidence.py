"""Commands that write the KPI form and its evidence."""

from pathlib import Path

import click

from lib.catalog.evidence_forms import load_form
from lib.commands.frame import command_options, opened, say_json
from lib.services import evidence, evidence_outputs
from lib.services.evidence_focus import thai_today, working_fiscal_year
from lib.services.office import load_office

_YEAR = click.IntRange(2400, 2650)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.group()
def kpi() -> None:
    """แบบหลักฐานตัวชี้วัด: ระดับ แบบฟอร์ม หลักฐาน"""


_FORM = click.option("--form", "form_id", default="ars46", show_default=True, help="รหัสแบบ")
_FISCAL = click.option(
    "--fiscal-year",
    type=_YEAR,
    help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีที่กำลังทำอยู่ เหมือนในหน้าตัวชี้วัด)",
)


@kpi.command()
@_FORM
@_FISCAL
@click.option("--round", "round_id", help="รหัสรอบตามแบบ เช่น 6 9 12 (ค่าเริ่มต้น: รอบปัจจุบัน)")
@command_options
def level(form_id: str, fiscal_year: int | None, round_id: str | None, database: str, as_json: bool) -> None:
    """ระดับที่คำนวณได้พร้อมเหตุผล"""
    with opened(database) as store:
        year = fiscal_year or working_fiscal_year(store, thai_today())
        result = evidence.computed_level(store, form_id, year, round_id)
    if as_json:
        say_json(evidence.level_as_json(load_form(form_id, year), result))
        return
    form = load_form(form_id, year)
    form_round = form.round(result.round_id)
    name = form_round.name if form_round else result.round_id
    click.echo(f"{form.label_of(result.level)} ({name} เพดาน{form.label_of(result.cap)})")
    for reason in result.reasons:
        click.echo(f"  {reason}")


@kpi.command("form")
@_FORM
@_FISCAL
@click.option("--docx", required=True, type=_OUT, help="ไฟล์ Word ที่จะเขียน")
@click.option("--thai-digits/--arabic-digits", default=None, help="เลขในแบบ (ค่าเริ่มต้น: ตามที่สำนักงานตั้งไว้)")
@command_options
def form_document(
    form_id: str,
    fiscal_year: int | None,
    docx: Path,
    thai_digits: bool | None,
    database: str,
    as_json: bool,
) -> None:
    """เขียนแบบฟอร์มทางการเป็นไฟล์ Word"""
    with opened(database) as store:
        office, _ = load_office(store)
        year = fiscal_year or working_fiscal_year(store, thai_today())
        docx.write_bytes(
            evidence_outputs.make_form_docx(store, form_id, year, office, thai_digits=thai_digits)
        )
    _said(docx, as_json=as_json)


@kpi.command("evidence")
@_FORM
@_FISCAL
@click.option("--zip", "zip_file", required=True, type=_OUT, help="ไฟล์ ZIP ที่จะเขียน")
@command_options
def evidence_archive(
    form_id: str, fiscal_year: int | None, zip_file: Path, database: str, as_json: bool
) -> None:
    """รวมไฟล์หลักฐานพร้อมดัชนีเป็นไฟล์ ZIP"""
    with opened(database) as store:
        year = fiscal_year or working_fiscal_year(store, thai_today())
        zip_file.write_bytes(evidence_outputs.make_evidence_archive(store, form_id, year))
    _said(zip_file, as_json=as_json)


def _said(file: Path, *, as_json: bool) -> None:
    if as_json:
        say_json({"files": [str(file)]})
    else:
        click.echo(f"เขียน {file} แล้ว")
