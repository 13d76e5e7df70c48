"""The command that writes the committee's documents."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from lib.commands.frame import command_options, opened, say_json
from lib.services.annex import make_annex
from lib.services.readiness import Check
from lib.services.report import make_report_docx
from lib.services.report_run import ReportRun, start_run
from lib.services.slides import make_slides_pptx

_YEAR = click.IntRange(2400, 2650)
_OUT = click.Path(dir_okay=False, path_type=Path)
_SIGNS = {"block": "ต้องแก้", "ask": "ควรดู"}


@click.command()
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีข้อมูล)")
@click.option("--fiscal-year-be", type=_YEAR, help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีถัดจากปีการศึกษา ถ้ามีข้อมูล)")
@click.option("--docx", type=_OUT, help="รายงาน Word ที่จะเขียน")
@click.option("--pptx", type=_OUT, help="สไลด์ PowerPoint ที่จะเขียน 10–15 หน้า")
@click.option("--xlsx", type=_OUT, help="ภาคผนวกข้อมูล Excel ที่จะเขียน ใช้ภายในคณะกรรมการ")
@command_options
def report(
    year_be: int | None,
    fiscal_year_be: int | None,
    docx: Path | None,
    pptx: Path | None,
    xlsx: Path | None,
    database: str,
    as_json: bool,
) -> None:
    """เขียนเอกสารของ ก.ต.ป.น. เฉพาะข้อค้นพบที่รับแล้ว ขณะที่ยังมีเรื่องต้องแก้ ไฟล์เป็นฉบับร่าง"""
    wanted: list[tuple[Path, Callable[[ReportRun], bytes]]] = []
    if docx:
        wanted.append((docx, lambda run: make_report_docx(run.content)))
    if pptx:
        wanted.append((pptx, make_slides_pptx))
    if xlsx:
        wanted.append((xlsx, make_annex))
    if not wanted:
        raise click.UsageError("ระบุไฟล์ที่จะเขียนอย่างน้อยหนึ่งไฟล์ เช่น --docx รายงาน.docx")
    with opened(database) as store:
        run = start_run(store, year_be, fiscal_year_be, today=date.today())
        for file, make in wanted:
            file.write_bytes(make(run))
    _tell(run, [str(file) for file, _ in wanted], as_json=as_json)


def _tell(run: ReportRun, files: Sequence[str], *, as_json: bool) -> None:
    """What was written, whether it is final, and what stands against it."""
    content = run.content
    n_figures = sum(len(domain.rows) for domain in content.domains)
    if as_json:
        say_json(
            {
                "files": list(files),
                "figures": n_figures,
                "findings": len(content.all_findings),
                "draft": content.is_draft,
                "blocks": _texts(run.checks, "block"),
                "asks": _texts(run.checks, "ask"),
            }
        )
        return
    as_what = "เป็นฉบับร่าง" if content.is_draft else "แล้ว"
    told = f"ตัวชี้วัด {n_figures:,} ข้อค้นพบ {len(content.all_findings):,}"
    click.echo(f"เขียน {' '.join(files)} {as_what} {told}")
    for state, sign in _SIGNS.items():
        for text in _texts(run.checks, state):
            click.echo(f"{sign}: {text}")
    if content.is_draft:
        click.echo("แก้เรื่องที่ต้องแก้ให้ครบก่อน จึงจะได้ฉบับจริง")


def _texts(checks: Sequence[Check], state: str) -> list[str]:
    return [check.text for check in checks if check.state == state]
