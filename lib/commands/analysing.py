"""Commands that hand out figures and findings."""

from pathlib import Path

import click

from lib.commands.frame import command_options, opened, say_json
from lib.services.analysis import load_office_data, make_periods
from lib.services.findings import compute_findings, finding_as_json, join_reviews
from lib.services.observations import observations_csv

_YEAR = click.IntRange(2400, 2650)


@click.command()
@click.option("--csv", "csv_file", required=True, type=click.Path(dir_okay=False, path_type=Path))
@command_options
def observations(csv_file: Path, database: str, as_json: bool) -> None:
    """เขียนค่าปัจจุบันทั้งหมดเป็นไฟล์ CSV หนึ่งแถวต่อหนึ่งค่า"""
    with opened(database) as store:
        text = observations_csv(store)
    csv_file.write_text(text, encoding="utf-8-sig", newline="")
    rows = text.count("\n") - 1
    if as_json:
        say_json({"file": str(csv_file), "rows": rows})
    else:
        click.echo(f"เขียน {rows:,} ค่าลง {csv_file}")


@click.command()
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีข้อมูล)")
@click.option("--fiscal-year-be", type=_YEAR, help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีถัดจากปีการศึกษา ถ้ามีข้อมูล)")
@command_options
def findings(year_be: int | None, fiscal_year_be: int | None, database: str, as_json: bool) -> None:
    """จุดเด่นและจุดที่ควรพัฒนา พร้อมตัวเลขและกฎ"""
    with opened(database) as store:
        data = load_office_data(store)
        result = join_reviews(store, *compute_findings(data, make_periods(data, year_be, fiscal_year_be)))
    if as_json:
        say_json([finding_as_json(each) for each in result.findings])
        return
    for each in result.asked:
        click.echo(each.sentence)
    n_shared = sum(each.finding.scope == "schools" for each in result.asked)
    click.echo(
        f"ของเขตและกลุ่ม {len(result.asked) - n_shared:,} ข้อ เรื่องที่โรงเรียนต่างกัน {n_shared:,} ข้อ "
        f"พิจารณาแล้วไม่พบสิ่งผิดปกติ {len(result.quiet):,} ตัวชี้วัด "
        f"ข้อความรายโรงเรียนอีก {len(result.findings) - len(result.asked):,} ข้อ ดูได้ด้วย --json หรือในหน้าโรงเรียน"
    )
