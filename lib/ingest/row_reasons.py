"""Why rows beneath a header that are no school are passed over, in words."""

from lib.ingest.rows import RowKind

IGNORED_BECAUSE = {
    RowKind.GROUP: "แถวหัวข้อกลุ่ม",
    RowKind.NOTE: "หมายเหตุท้ายตาราง",
    RowKind.HEADER: "หัวตารางที่พิมพ์ซ้ำ",
    RowKind.SUBTOTAL: "แถวรวมของกลุ่ม ไม่นับซ้ำกับรายโรงเรียน",
    RowKind.SAMPLE: "แถวตัวอย่าง",
    RowKind.STATISTIC: "แถวค่าสถิติ คำนวณใหม่จากรายโรงเรียน",
    RowKind.FOREIGN: "แถวของหลายเขต หลายจังหวัด หรือหลายสังกัด ไม่รู้ว่าแถวใดเป็นของสำนักงานนี้",
}
