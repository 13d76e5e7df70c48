"""The command that writes the area's report on self-assessments and the list of issues for สมศ."""

from pathlib import Path

import click

from lib.commands.frame import command_options, opened, say_json
from lib.errors import WorkbenchError
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.evidence_focus import thai_today
from lib.services.findings import compute_findings
from lib.services.office import load_office
from lib.services.sar_report import SarSource, collect_sar_report, make_sar_docx, make_sar_issues
from lib.services.sar_report_checks import check_sar_report
from lib.services.self_assessments import report_years

_YEAR = click.IntRange(2400, 2650)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command("sar-report")
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีรายงาน)")
@click.option("--docx", type=_OUT, help="ไฟล์ Word ของรายงานสังเคราะห์ที่จะเขียน")
@click.option("--xlsx", type=_OUT, help="ไฟล์ Excel ของบัญชีประเด็น สมศ. ที่จะเขียน")
@click.option("--count-only", is_flag=True, help="รายงานสังเคราะห์นับจำนวนโดยไม่ระบุชื่อสถานศึกษา")
@click.option("--confirmed-only", is_flag=True, help="นับระดับคุณภาพเฉพาะรายงานที่ยืนยันแล้ว")
@command_options
def sar_report(
    year_be: int | None,
    docx: Path | None,
    xlsx: Path | None,
    count_only: bool,
    confirmed_only: bool,
    database: str,
    as_json: bool,
) -> None:
    """เขียนรายงานการสังเคราะห์ SAR (Word) และบัญชีประเด็นสำหรับ สมศ. (Excel)"""
    if docx is None and xlsx is None:
        raise click.UsageError("ระบุ --docx หรือ --xlsx อย่างน้อยหนึ่งอย่าง")
    with opened(database) as store:
        year = year_be or next(iter(report_years(store)), None)
        if year is None:
            raise WorkbenchError("ยังไม่มีรายงานการประเมินตนเองของปีใดเลย จึงยังไม่ได้เขียนไฟล์", "อ่านและบันทึกรายงานก่อน")
        data = load_office_data(store)
        periods = make_periods(data, year)
        source = SarSource(data, examine_office(data, periods), compute_findings(data, periods)[0])
        content = collect_sar_report(
            store,
            load_office(store)[0],
            source,
            year,
            made_on=thai_today(),
            names_schools=not count_only,
            confirmed_only=confirmed_only,
        )
        if docx is not None:
            docx.write_bytes(make_sar_docx(content, store))
        if xlsx is not None:
            xlsx.write_bytes(make_sar_issues(content))
    files = [str(file) for file in (docx, xlsx) if file is not None]
    checks = check_sar_report(content)
    if as_json:
        told = [{"state": check.state, "text": check.text} for check in checks]
        say_json({"files": files, "year_be": year, "reports": len(content.reports), "checks": told})
        return
    click.echo(f"เขียน {' และ '.join(files)} แล้ว ปีการศึกษา {year} รายงาน {len(content.reports):,} ฉบับ")
    for check in checks:
        if check.state != "done":
            click.echo(f"  {'ต้องแก้' if check.state == 'block' else 'ควรดู'}: {check.text}")
