"""Names of the sample office and its places; all of them are invented."""

AREA_CODE = "99010000"
OFFICE_NAME = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีบูรพา เขต 1"
OFFICE_SHORT = "สพป.ศรีบูรพา เขต 1"
PROVINCE = "ศรีบูรพา"

#: District → its school clusters.
CLUSTERS = {
    "เมืองศรีบูรพา": ("กลุ่มโรงเรียนบูรพาเมือง", "กลุ่มโรงเรียนแก้วเมฆา", "กลุ่มโรงเรียนสายรุ้ง"),
    "ทุ่งตะวัน": ("กลุ่มโรงเรียนตะวันฉาย", "กลุ่มโรงเรียนทุ่งแสงหล้า"),
    "ลำเมฆา": ("กลุ่มโรงเรียนลำเมฆาเหนือ", "กลุ่มโรงเรียนลำเมฆาใต้", "กลุ่มโรงเรียนผกาแก้ว"),
    "ดอนรุ้ง": ("กลุ่มโรงเรียนรุ้งงาม", "กลุ่มโรงเรียนดอนเดือนเด่น"),
}

_HEADS = ("หนอง", "โคก", "โนน", "ห้วย", "ดอน", "ท่า", "คลอง", "บึง", "นา", "ทุ่ง", "สระ", "วัง", "ซับ", "ป่า")
_TAILS = (
    "แก้วเมฆา", "ฟ้าเรืองรอง", "จันทร์กระจ่าง", "ทองพราว", "รุ้งงาม", "ลมเอื่อย", "ฝนริน", "ดาวพราย", "ตะวันฉาย",
    "เพชรพราย", "หมอกจาง", "น้ำค้างพรม", "แสงหล้า", "เดือนเด่น", "หยาดฟ้า", "เรไรทอง", "ผกาแก้ว", "มณีฝัน",
    "ละอองดาว", "เมฆินทร์", "ขวัญข้าวหอมฟ้า", "สายสุรีย์", "พลอยพิรุณ",
)  # fmt: skip
_ALIASES = ("ประชาเมฆาสรรค์", "รังสฤษฎ์รุ้งวิทยา", "แสงหล้าราษฎร์บำรุง", "คุรุบูรพาอุปถัมภ์", "สหราษฎร์ผกาแก้ว")

#: Names that give school lists their trouble; the rest is composed.
HARD_NAMES = (
    "บ้านหนองดาวเรียง (ประชาเมฆาร่วมใจ)",
    "บ้านหนองดาวเรียง (แสงหล้าวิทยาคาร)",
    "บ้านโคกเมฆขาว มิตรภาพที่ 999",
    "ร่วมใจพัฒนาศรีบูรพา ๙",
    "นิคมลำเมฆา 2",
    "บ้านดอนใบเงิน",
    "บ้านดอนใบเงิน สาขาบ้านห้วยพลอยใส",
    "วัดท่าแสงหล้า (เมฆาราษฎร์บำรุง)",
    "ชุมชนบ้านวังขวัญเมฆ(คุรุรุ้งรังสฤษฎ์)",
    "บ้านซับหมอกขาวฟ้า",
)
BRANCH = "บ้านดอนใบเงิน สาขาบ้านห้วยพลอยใส"
CLOSED = "บ้านซับหมอกขาวฟ้า"
LARGE_NAMES = ("อนุบาลศรีบูรพา", "อนุบาลทุ่งตะวัน", "อนุบาลลำเมฆา", "อนุบาลดอนรุ้ง", "เมืองศรีบูรพาวิทยา")


def composed_names(count: int) -> list[str]:
    """Distinct names of a place word and an invented tail, some with an alias in parentheses."""
    pairs = [(head, tail) for place, tail in enumerate(_TAILS) for head in _HEADS[place % 2 :: 2]]
    step = 37  # prime to the number of pairs, so that neighbours in the list do not rhyme
    names = []
    for number in range(count):
        head, tail = pairs[number * step % len(pairs)]
        prefix = "วัด" if number % 7 == 3 else "ชุมชนบ้าน" if number % 19 == 8 else "บ้าน"
        alias = f" ({_ALIASES[number // 11 % len(_ALIASES)]})" if number % 11 == 5 else ""
        names.append(f"{prefix}{head}{tail}{alias}")
    return names
