"""The command that writes the committee's documents."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from lib.commands.frame import command_options, opened, say_json
from lib.domain.report_content import ReportContent
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.findings import compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.report import collect_report, make_report_docx

_YEAR = click.IntRange(2400, 2650)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีข้อมูล)")
@click.option("--fiscal-year-be", type=_YEAR, help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีถัดจากปีการศึกษา ถ้ามีข้อมูล)")
@click.option("--docx", type=_OUT, help="รายงาน Word ที่จะเขียน")
@command_options
def report(
    year_be: int | None, fiscal_year_be: int | None, docx: Path | None, database: str, as_json: bool
) -> None:
    """เขียนเอกสารของ ก.ต.ป.น. เฉพาะข้อค้นพบที่รับแล้ว"""
    wanted: list[tuple[Path, Callable[[ReportContent], bytes]]] = []
    if docx:
        wanted.append((docx, make_report_docx))
    if not wanted:
        raise click.UsageError("ระบุไฟล์ที่จะเขียนอย่างน้อยหนึ่งไฟล์ เช่น --docx รายงาน.docx")
    with opened(database) as store:
        office, _ = load_office(store)
        data = load_office_data(store)
        periods = make_periods(data, year_be, fiscal_year_be)
        findings = join_reviews(store, *compute_findings(data, periods)).findings
        found = examine_office(data, periods)
        content = collect_report(store, office, data, periods, found, findings, made_on=date.today())
        for file, make in wanted:
            file.write_bytes(make(content))
    files = [str(file) for file, _ in wanted]
    n_figures = sum(len(domain.rows) for domain in content.domains)
    if as_json:
        say_json({"files": files, "figures": n_figures, "findings": len(content.all_findings)})
    else:
        told = " ".join(files)
        click.echo(f"เขียน {told} แล้ว ตัวชี้วัด {n_figures:,} ข้อค้นพบ {len(content.all_findings):,}")
