"""The command that writes the sheet of a school, or of every school of a cluster, for a visit."""

from pathlib import Path

import click

from lib.commands.frame import command_options, opened, say_json
from lib.errors import WorkbenchError
from lib.services.analysis import examine_office, load_office_data, make_periods
from lib.services.evidence_focus import thai_today
from lib.services.findings import compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.school import find_school
from lib.services.school_sheet import SheetDesk, make_cluster_sheets, make_sheet

_YEAR = click.IntRange(2400, 2650)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("asked", metavar="SCHOOL")
@click.option("--docx", type=_OUT, help="ไฟล์ Word ของโรงเรียนนี้ที่จะเขียน")
@click.option("--cluster-zip", type=_OUT, help="ไฟล์ ZIP ของทุกโรงเรียนในกลุ่มโรงเรียนเดียวกันที่จะเขียน")
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีข้อมูล)")
@click.option("--fiscal-year-be", type=_YEAR, help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีถัดจากปีการศึกษา ถ้ามีข้อมูล)")
@command_options
def school(
    asked: str,
    docx: Path | None,
    cluster_zip: Path | None,
    year_be: int | None,
    fiscal_year_be: int | None,
    database: str,
    as_json: bool,
) -> None:
    """เขียนเอกสารสำหรับการนิเทศของโรงเรียน (รหัสหรือชื่อเต็ม) เป็นไฟล์ Word"""
    if docx is None and cluster_zip is None:
        raise click.UsageError("ระบุ --docx หรือ --cluster-zip อย่างน้อยหนึ่งอย่าง")
    with opened(database) as store:
        data = load_office_data(store)
        chosen = find_school(data, asked)
        if cluster_zip is not None and not chosen.cluster:
            raise WorkbenchError(
                f"ทะเบียนไม่ได้บอกกลุ่มโรงเรียนของโรงเรียน{chosen.name} จึงยังไม่ได้เขียนไฟล์ใด",
                "เติมกลุ่มโรงเรียนในหน้าทะเบียน หรือใช้ --docx",
            )
        office, _ = load_office(store)
        periods = make_periods(data, year_be, fiscal_year_be)
        desk = SheetDesk(
            store,
            office,
            data,
            examine_office(data, periods),
            join_reviews(store, *compute_findings(data, periods)),
            thai_today(),
        )
        if docx is not None:
            docx.write_bytes(make_sheet(desk, chosen.school_id)[1])
        if cluster_zip is not None:
            cluster_zip.write_bytes(make_cluster_sheets(desk, chosen.cluster))
    files = [str(file) for file in (docx, cluster_zip) if file is not None]
    if as_json:
        say_json({"files": files, "school_id": chosen.school_id})
    else:
        click.echo(f"เขียน {' และ '.join(files)} แล้ว (โรงเรียน{chosen.name})")
