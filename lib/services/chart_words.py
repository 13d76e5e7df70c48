"""Words that stand in every chart: where its figures come from and how it is read."""

from collections.abc import Mapping, Sequence
from datetime import date

from lib.thai.dates import format_date

_MOST_FILES = 2


def source_line(files: Sequence[str], dates: Mapping[str, date], version: int) -> str:
    """Files with the day they were loaded, and the version of the data.

    Args:
        dates: file name → day of its load; a file that was never loaded has none.
    """
    told = [
        f"{name} (นำเข้า {format_date(dates[name], short=True)})" if name in dates else name for name in files
    ]
    more = f" และอีก {len(told) - _MOST_FILES:,} ไฟล์" if len(told) > _MOST_FILES else ""
    listed = " · ".join(told[:_MOST_FILES]) or "ไม่มีไฟล์รายโรงเรียน"
    return f"ที่มา: {listed}{more} · ข้อมูลรุ่นที่ {version:,}"


#: How each picture is read, in one sentence.
READ_SPREAD = (
    "อ่านว่า: หนึ่งจุดคือหนึ่งโรงเรียน (ที่ซ้อนกันมากนับเป็นแท่ง) ยิ่งอยู่ขวาค่ายิ่งสูง ดีกว่าหรือด้อยกว่าเขตคือเกินความผันผวนของปีเดียว"
)
READ_FUNNEL = (
    "อ่านว่า: ในแถบแรเงา (ร้อยละ 95) ยังแยกไม่ออกจากความผันผวนของปีเดียว ยิ่งจำนวนน้อยแถบยิ่งกว้าง เส้นประสั้นคือร้อยละ 99.8"
)
READ_TREND = "อ่านว่า: จุดคือค่าของแต่ละปี เส้นขาดตรงปีที่ไม่มีค่า หนึ่งปีที่สูงหรือต่ำลงยังไม่ใช่แนวโน้ม"
READ_GROUPS = "อ่านว่า: แท่งคือค่าของแต่ละกลุ่ม เริ่มจากศูนย์ แท่งโปร่งคือกลุ่มที่มีจำนวนน้อยเกินกว่าจะสรุป"
READ_HEAT = (
    "อ่านว่า: ช่องซ้ายคือระดับ 1–5 เทียบเป้าหมาย (ไม่มีเป้าหมาย: กลุ่มเทียบเขต เขตเทียบค่าภายนอก) ช่องขวาคือทิศทางจากปีก่อน "
    "▲\u00a0ดีขึ้น ▼\u00a0แย่ลง =\u00a0ทรงตัว –\u00a0บอกไม่ได้ ช่องใดมีลายเส้นเฉียง ช่องนั้นยังสรุปไม่ได้ ชี้ที่ช่องเพื่อดูค่าและจำนวน"
)
READ_PROFILE = "อ่านว่า: เครื่องหมายคือค่าของโรงเรียน ขีดตั้งคือค่าของเขต เครื่องหมายโปร่งคือจำนวนน้อยเกินกว่าจะสรุป"
READ_LEVELS = "อ่านว่า: ความยาวของแต่ละช่วงคือจำนวนสถานศึกษาที่ประเมินตนเองในระดับนั้น สีเข้มคือระดับสูง"
READ_SHARES = (
    "อ่านว่า: ทุกแท่งยาวร้อยละ 100 ของสถานศึกษาที่มีระดับ เลขในแท่งคือจำนวนแห่ง สีเข้มคือระดับสูง "
    "แท่งที่มีไม่กี่แห่งเปลี่ยนมากเมื่อต่างไปแห่งเดียว"
)


def read_wider(factor: str, n_schools: int) -> str:
    """Why a second pair of limits is drawn, added to the sentence of the funnel."""
    return (
        f" เส้นประยาวคือร้อยละ 99.8 เมื่อคำนึงว่าโรงเรียน {n_schools:,} แห่งต่างกันเองอยู่แล้ว "
        f"{factor} เท่าของความผันผวน นอกเส้นนี้คือต่างออกไปแม้ในหมู่โรงเรียนที่ต่างกันอยู่แล้ว"
    )
