"""One small paper of each kind, all invented."""

from datetime import date, time

from lib.domain.documents import Table, TableColumn
from lib.domain.papers import (
    Agenda,
    AgendaItem,
    AgendaPart,
    AgendaPoint,
    Letter,
    Meeting,
    Memo,
    Minutes,
    Order,
    Paper,
    Seat,
    Signature,
)

MEETING = Meeting("คณะกรรมการสมมติ", "2/2569", date(2026, 8, 20), time(13, 30), "ห้องประชุม 1", time(16, 0))
SIGNED = Signature("ผู้อำนวยการสำนักงานสมมติ")
SEATS = (Seat("ประธานกรรมการ", "ผู้อำนวยการสำนักงาน"), Seat("กรรมการและเลขานุการ"))
LETTER = Letter(
    "สำนักงานสมมติ",
    ("ถนนสมมติ",),
    "ศธ 04000/12",
    date(2026, 8, 10),
    "ขอเชิญประชุม",
    "กรรมการ",
    (),
    ("ระเบียบวาระ 1 ชุด", "แผน 1 เล่ม"),
    ("ด้วยสำนักงานกำหนดประชุม", "จึงเรียนมาเพื่อโปรดทราบ"),
    "ขอแสดงความนับถือ",
    SIGNED,
    ("กลุ่มนิเทศ",),
)
MEMO = Memo("กลุ่มนิเทศ", "", date(2026, 8, 10), "ขอเชิญประชุม", "ผู้อำนวยการกลุ่ม", ("ข้อความ",), SIGNED)
FIGURES = Table("", (TableColumn("ปี"), TableColumn("ค่า")), (("2567", "38.42"),))
TOLD = AgendaPoint("คะแนน", "เขตได้ 38.42", FIGURES, "แหล่งข้อมูล คะแนน 2567.xlsx", "รับทราบ")
ITEMS = (
    AgendaItem(1, AgendaPart.CHAIR, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
    AgendaItem(2, AgendaPart.INFORM, "เรื่องเสนอให้ที่ประชุมทราบ", (TOLD,)),
    AgendaItem(3, AgendaPart.CONSIDER, "เรื่องเสนอให้ที่ประชุมพิจารณา", (AgendaPoint("ข้อเสนอแนะ", "1) ก"),)),
)
AGENDA = Agenda(MEETING, ITEMS)
MINUTES = Minutes(MEETING, SEATS, ITEMS, Signature("ผู้จดรายงานการประชุม"), Signature("ผู้ตรวจรายงานการประชุม"))
ORDER = Order(
    "สำนักงานสมมติ",
    "15/2569",
    "แต่งตั้งคณะกรรมการ",
    ("เพื่อให้การติดตามดำเนินไป", "อาศัยอำนาจตามความในมาตรา 20"),
    SEATS,
    "ให้มีหน้าที่ ดังนี้",
    ("ศึกษา", "เสนอแนะ"),
    "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
    date(2026, 8, 10),
    SIGNED,
)
PAPERS: tuple[Paper, ...] = (LETTER, MEMO, AGENDA, MINUTES, ORDER)
