"""Files of ด้านงบประมาณ: one workbook per fiscal year with a sheet of each group of the office."""

from sample_data import budget_truth as truth
from sample_data.academic_files import open_schools
from sample_data.file_bytes import workbook_bytes
from sample_data.grids import CODED, Column, Grid, Show, make_grid
from sample_data.office_names import OFFICE_NAME


def budget_files(year_be: int) -> dict[str, bytes]:
    """File name → content; the fiscal year is the one that begins in the academic year."""
    fiscal_be = year_be + 1
    grids = [_disbursement(fiscal_be), _projects(fiscal_be), _subsidies(fiscal_be), _controls(fiscal_be)]
    return {f"รายงานงบประมาณ ปีงบประมาณ {fiscal_be}.xlsx": workbook_bytes(grids)}


def _disbursement(fiscal_be: int) -> Grid:
    found = truth.disbursement(fiscal_be)
    money: Show = "baht" if fiscal_be == 2568 else "plain"
    rate: Show = "percent_text" if fiscal_be == 2567 else "plain"
    columns = []
    for key, name in (("total", "งบประมาณทั้งหมด"), ("percap", "เงินอุดหนุนรายหัว")):
        columns += [
            Column((name, "จัดสรร (บาท)"), found[key], "n", money),
            Column((name, "เบิกจ่าย (บาท)"), found[key], "x", money),
            Column((name, "คงเหลือ (บาท)"), found[f"{key}_left"], show=money),
            Column((name, "ร้อยละการเบิกจ่าย"), found[key], show=rate),
        ]
    columns.append(Column(("ค่าสาธารณูปโภคค้างชำระ (บาท)",), found["arrears"], show=money))
    return make_grid(
        "เบิกจ่าย",
        (f"รายงานผลการเบิกจ่ายงบประมาณ ปีงบประมาณ พ.ศ. {fiscal_be}", OFFICE_NAME, "ข้อมูล ณ วันที่ 30 กันยายน"),
        CODED,
        columns,
        open_schools(fiscal_be - 1),
        by_district=True,
        numbered=True,
    )


def _projects(fiscal_be: int) -> Grid:
    found = truth.projects(fiscal_be)
    columns = [
        Column(("จำนวนโครงการ",), found["done"], "n"),
        Column(("โครงการที่แล้วเสร็จ",), found["done"], "x"),
        Column(("ร้อยละโครงการแล้วเสร็จ",), found["done"]),
        Column(("โครงการที่บรรลุตัวชี้วัด",), found["reached"], "x"),
        Column(("ร้อยละโครงการบรรลุเป้าหมาย",), found["reached"]),
    ]
    title = f"ผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. {fiscal_be}"
    return make_grid("โครงการ", (title,), CODED, columns, open_schools(fiscal_be - 1))


def _subsidies(fiscal_be: int) -> Grid:
    found = truth.subsidies(fiscal_be)
    columns = [
        Column(("ผลต่างเงินอุดหนุนรายหัว (บาท)",), found["gap"]),
        Column(("นักเรียนยากจน", "นักเรียนยากจน (คน)"), found["poor"], "n"),
        Column(("นักเรียนยากจน", "ได้รับปัจจัยพื้นฐาน (คน)"), found["poor"], "x"),
        Column(("นักเรียนยากจน", "ร้อยละปัจจัยพื้นฐาน"), found["poor"]),
    ]
    title = f"เงินอุดหนุนรายหัวและปัจจัยพื้นฐานนักเรียนยากจน ปีงบประมาณ {fiscal_be}"
    return make_grid("เงินอุดหนุน", (title,), CODED, columns, open_schools(fiscal_be - 1))


def _controls(fiscal_be: int) -> Grid:
    found = truth.controls(fiscal_be)
    show: Show = "percent_cell" if fiscal_be == 2569 else "plain"
    columns = [
        Column(("รายการสินทรัพย์",), found["assets"], "n"),
        Column(("บันทึกสินทรัพย์แล้ว (รายการ)",), found["assets"], "x"),
        Column(("บันทึกสินทรัพย์ (ร้อยละ)",), found["assets"], show=show),
        Column(("ข้อทักท้วง (เรื่อง)",), found["audit"]),
    ]
    title = f"การบันทึกสินทรัพย์และผลการตรวจสอบภายใน ปีงบประมาณ {fiscal_be}"
    return make_grid("พัสดุและตรวจสอบ", (title,), CODED, columns, open_schools(fiscal_be - 1), numbered=True)
