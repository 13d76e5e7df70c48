"""The command that writes the committee's documents."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from lib.commands.document_verdict import tell_verdict
from lib.commands.frame import REFUSED, by, command_options, opened, say_issues, say_json
from lib.domain.issues import Severity
from lib.services.annex import make_annex
from lib.services.evidence_focus import thai_today
from lib.services.import_json import issue_as_json
from lib.services.publication_site import write_public_site
from lib.services.readiness import Check
from lib.services.report_editions import write_report
from lib.services.report_run import ReportRun, start_run
from lib.services.report_template import check_template
from lib.services.slides import make_slides_pptx

_YEAR = click.IntRange(2400, 2650)
_IN = click.Path(exists=True, dir_okay=False, path_type=Path)
_PRODUCED = click.Path(exists=True, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_SIGNS = {"block": "ต้องแก้", "ask": "ควรดู"}


@click.command()
@click.option("--year-be", type=_YEAR, help="ปีการศึกษา พ.ศ. (ค่าเริ่มต้น: ปีล่าสุดที่มีข้อมูล)")
@click.option("--fiscal-year-be", type=_YEAR, help="ปีงบประมาณ พ.ศ. (ค่าเริ่มต้น: ปีถัดจากปีการศึกษา ถ้ามีข้อมูล)")
@click.option("--docx", type=_OUT, help="รายงาน Word ที่จะเขียน")
@click.option("--pptx", type=_OUT, help="สไลด์ PowerPoint ที่จะเขียน 10–15 หน้า")
@click.option("--xlsx", type=_OUT, help="ภาคผนวกข้อมูล Excel ที่จะเขียน ใช้ภายในคณะกรรมการ")
@click.option("--verify", type=_PRODUCED, help="ตรวจตัวเลขทุกตัวในไฟล์ที่เคยเขียนไว้กับฐานข้อมูล ไม่เขียนไฟล์ใด")
@click.option("--template", type=_IN, help="ตรวจแม่แบบ Word ของสำนักงาน ไม่เก็บไว้ และไม่เขียนไฟล์ใด")
@click.option("--html", type=_FOLDER, help="โฟลเดอร์ของฉบับเผยแพร่ที่จะเขียน ตามตัวเลือกที่บันทึกไว้")
@click.option("--draft", is_flag=True, help="เขียนฉบับเผยแพร่เป็นฉบับร่าง แม้ยังมีเรื่องต้องแก้")
@command_options
def report(
    year_be: int | None,
    fiscal_year_be: int | None,
    docx: Path | None,
    pptx: Path | None,
    xlsx: Path | None,
    verify: Path | None,
    template: Path | None,
    html: Path | None,
    draft: bool,
    database: str,
    as_json: bool,
) -> None:
    """เขียนเอกสารของ ก.ต.ป.น. เฉพาะข้อค้นพบที่รับแล้ว ขณะที่ยังมีเรื่องต้องแก้ ไฟล์เป็นฉบับร่าง"""
    if template:
        _check_template(template, as_json=as_json)
        return
    if verify:
        tell_verdict(verify, database, as_json=as_json)
        return
    wanted: list[tuple[Path, Callable[[ReportRun], bytes]]] = []
    if docx:
        wanted.append((docx, _make_docx))
    if pptx:
        wanted.append((pptx, make_slides_pptx))
    if xlsx:
        wanted.append((xlsx, make_annex))
    if not wanted and not html:
        raise click.UsageError("ระบุไฟล์ที่จะเขียนอย่างน้อยหนึ่งไฟล์ เช่น --docx รายงาน.docx")
    with opened(database) as store:
        run = start_run(store, year_be, fiscal_year_be, today=thai_today())
        for file, make in wanted:
            file.write_bytes(make(run))
        if html:
            write_public_site(run, html, by=by(), as_draft=draft)
    _tell(
        run,
        [str(file) for file in (*(file for file, _ in wanted), *((html,) if html else ()))],
        as_json=as_json,
    )


def _make_docx(run: ReportRun) -> bytes:
    """In the office's template; in ours, and said so, where that cannot be opened."""
    file, remark = write_report(run.store, run.content)
    if remark:
        click.echo(remark, err=True)
    return file


def _check_template(file: Path, *, as_json: bool) -> None:
    """What a template has and lacks; status 1 for one that cannot be used."""
    issues = check_template(file.read_bytes(), file.name)
    refused = any(each.severity is Severity.ERROR for each in issues)
    if as_json:
        say_json({"usable": not refused, "issues": [issue_as_json(each) for each in issues]})
    else:
        click.echo(f"แม่แบบ {file.name} {'ยังใช้ไม่ได้' if refused else 'ใช้ได้'}")
        say_issues(issues)
    if refused:
        raise SystemExit(REFUSED)


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
    return [check.full_text for check in checks if check.state == state]
