"""The blank workbook of a round with the register's schools in it."""

from lib.analysis.external_counts import offers
from lib.catalog.external_rounds import load_external_rounds
from lib.report.external_template import make_external_template
from lib.storage.engine import Store, reading
from lib.storage.schools import load_schools
from lib.thai.text import sort_key


def make_round_template(store: Store, round_id: str) -> bytes:
    """One row per open school and level of education it offers; words of the round to pick from."""
    of = load_external_rounds().by_id[round_id]
    with reading(store) as session:
        register = load_schools(session, active_only=True)
    schools = sorted(register, key=lambda each: (sort_key(each.cluster), sort_key(each.name)))
    levels = [(level, school) for school in schools for level in of.levels if offers(school, level.id)]
    numbers = max((len(level.standards) for level in of.levels), default=0)
    short = "ตัวบ่งชี้ที่" if of.standard_word.startswith("ตัวบ่งชี้") else "มฐ."
    standards = [f"{short}{number}" for number in range(1, numbers + 1)] or ["มาตรฐาน", "ผลการประเมิน"]
    phases = [each.name for each in of.phases if each.name]
    header = [
        "รหัสโรงเรียน", "โรงเรียน", "ระดับการศึกษา", *(["ระยะ"] if phases else []), *standards,
        *(["ภาพรวม"] if numbers else []), "วันที่ประเมิน", "จุดเด่น", "ข้อเสนอแนะ",
    ]  # fmt: skip
    words = list(dict.fromkeys(word.word for phase in of.phases for word in phase.words))
    picked = dict.fromkeys((*standards, "ภาพรวม"), words) if words else {}
    return make_external_template(
        (
            f"ผลการประเมินคุณภาพภายนอก (สมศ.) {of.name} {of.years}",
            "เติมเฉพาะแถวที่มีผล แถวที่ไม่มีผลปล่อยว่าง ข้อเสนอแนะหลายข้อขึ้นบรรทัดใหม่ในเซลล์เดียวกัน เพิ่มคอลัมน์อื่นได้",
            *([of.note] if of.note else []),
        ),
        header,
        [(school.moe_code or school.school_id, school.name, level.name) for level, school in levels],
        picked | {"ระยะ": phases, "ระดับการศึกษา": [level.name for level in of.levels]},
    )


def round_template_name(round_id: str) -> str:
    """File name of the download."""
    return f"แบบกรอกผลประเมินภายนอก {load_external_rounds().by_id[round_id].name}.xlsx"
