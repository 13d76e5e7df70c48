"""Small workbooks and an office of fictional schools, made when a test asks for them."""

import io
from collections.abc import Mapping, Sequence

import openpyxl

from lib.domain.schools import School

Cell = str | float | int | None
CODE, NAME = "รหัสโรงเรียน", "ชื่อโรงเรียน"
MATH, MATH_N = "คะแนนเฉลี่ย O-NET ป.6 คณิตศาสตร์", "จำนวนผู้เข้าสอบ"
TITLE = "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6 ปีการศึกษา {year_be}"


def make_schools(n: int, **fields: object) -> tuple[School, ...]:
    """Schools 10990001, 10990002 … of one fictional office."""
    return tuple(
        School(
            f"{10990000 + k}",
            f"บ้านสมมติ {k}",
            smis_code=f"{10990000 + k}",
            cluster=f"กลุ่มสมมติ {k % 3 + 1}",
            pupils=40 * k,
            **fields,  # type: ignore[arg-type]
        )
        for k in range(1, n + 1)
    )


def make_workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """A workbook of plain sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def make_scores(
    schools: Sequence[School], scores: Sequence[Cell], *, year_be: int | None = 2567, n: Cell = 20
) -> bytes:
    """One table of mean scores: title with the year, header, a row per school."""
    title = TITLE.format(year_be=year_be) if year_be else "ผลการทดสอบระดับชาติ (O-NET) ชั้นประถมศึกษาปีที่ 6"
    rows: list[Sequence[Cell]] = [[title], [CODE, NAME, MATH_N, MATH]]
    rows += [[school.school_id, school.name, n, score] for school, score in zip(schools, scores, strict=True)]
    return make_workbook({"ข้อมูล": rows})


def make_register(schools: Sequence[School]) -> bytes:
    """A register file: codes, names, clusters, head counts."""
    rows: list[Sequence[Cell]] = [["รหัส SMIS", NAME, "กลุ่มโรงเรียน", "จำนวนนักเรียน"]]
    rows += [[school.smis_code, school.name, school.cluster, school.pupils] for school in schools]
    return make_workbook({"ทะเบียน": rows})
