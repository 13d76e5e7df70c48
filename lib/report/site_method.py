"""How to read the public copy: rules, chance, what is hidden and why; indicators and columns explained."""

from collections.abc import Sequence

from lib.domain.indicators import Catalogue, Indicator
from lib.domain.publication import Publication
from lib.report.open_data import FIGURES, INDICATORS, RULES
from lib.report.open_data_columns import FIGURE_COLUMNS, INDICATOR_COLUMNS, RULE_COLUMNS
from lib.report.site_html import HtmlColumn, HtmlTable, table_html, text_html
from lib.thai.numerals import format_number

_READING = (
    "ค่าของเขตและของกลุ่มโรงเรียนคิดจากนักเรียนหรือผู้เข้าสอบทุกคนรวมกัน โรงเรียนใหญ่จึงมีน้ำหนักมากกว่าโรงเรียนเล็ก",
    "ทุกค่าปัดเป็นทศนิยมสองตำแหน่งแบบปัดครึ่งขึ้นก่อน แล้วจึงจัดระดับ",
    "โรงเรียนที่มีผู้เข้าสอบน้อย ผลเปลี่ยนจากปีสู่ปีได้มากโดยบังเอิญ จึงไม่ควรนำมาเรียงลำดับกัน",
    "คำว่า ยังแยกไม่ออกจากความผันผวน หมายความว่าความต่างที่เห็นอาจเกิดจากความบังเอิญ",
    "เอกสารนี้บอกว่าเกิดอะไรขึ้น ไม่ได้บอกสาเหตุ",
)


def method_body(publication: Publication, rules: Sequence[tuple[str, str]]) -> str:
    """Reading, hiding, rules."""
    table = table_html(
        HtmlTable(
            "กฎที่ใช้",
            [HtmlColumn("กฎ"), HtmlColumn("ความหมายและเกณฑ์")],
            [[text_html(rule), text_html(words)] for rule, words in rules],
        )
    )
    return (
        f"<h2>อ่านตัวเลขอย่างไร</h2>{_list(_READING)}"
        f"<h2>ตัวเลขที่ปกปิด</h2>{_list(_hiding(publication))}"
        f"<h2>กฎที่ใช้จัดระดับและหาข้อค้นพบ</h2>{table}"
        f"<p>เกณฑ์ของทุกระดับเป็นตัวเลขอยู่ในไฟล์ {RULES} ใครก็คำนวณระดับซ้ำจากไฟล์ {FIGURES} ได้ครบทุกค่า</p>"
    )


def _hiding(publication: Publication) -> tuple[str, ...]:
    own, counts = publication.settings, publication.counts
    zero = (
        "กลุ่มที่ใหญ่พอและไม่มีใครเลยหรือมีครบทุกคนยังแสดงตามจริง" if own.show_zero else "ไม่แสดงค่าที่ไม่มีใครเลยหรือมีครบทุกคน"
    )
    return (
        f"ตัวเลขของคนน้อยกว่า {own.smallest_group} คนไม่แสดง เพราะอาจรู้ได้ว่าเป็นใคร",
        f"จำนวนที่นับได้หรือจำนวนที่เหลือเพียง 1 ถึง {own.smallest_count - 1} คน ไม่แสดง {zero}",
        "บางค่าที่ไม่เล็กก็ปิดด้วย เพื่อไม่ให้นำยอดรวมมาหักลบจนรู้ค่าที่ปิดไว้ โปรแกรมตรวจทุกค่าที่ปิดแล้วว่า"
        f"ยังเป็นไปได้หลายค่า ห่างกันอย่างน้อย {own.smallest_count} คน",
        "ค่าเฉลี่ยที่ปิดไว้ยังเป็นไปได้ตลอดช่วงกว้างอย่างน้อยหนึ่งในสิบของมาตราส่วน "
        "ส่วนของกลุ่มใหญ่ อย่างน้อยเท่าที่ผลของคนหนึ่งคนเปลี่ยนค่าเฉลี่ยนั้นได้",
        "ไม่บอกว่าค่าใดปิดเพราะเหตุใด เพราะเหตุนั้นเองอาจเปิดเผยค่าที่ปิดไว้",
        f"ฉบับนี้แสดง {counts.n_published:,} ค่า ปกปิด {counts.n_primary + counts.n_secondary:,} ค่า",
    )


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{text_html(line)}</li>" for line in lines) + "</ul>"


def dictionary_body(indicators: Sequence[Indicator], catalogue: Catalogue) -> str:
    """Indicators by domain, then the columns of the files."""
    told = ""
    for domain in catalogue.domains:
        own = [each for each in indicators if each.domain == domain.id]
        rows = [
            [
                text_html(each.name),
                text_html(each.unit),
                text_html(each.denominator or "–"),
                format_number(each.target) if each.target is not None else "–",
                text_html(each.source_system or "–"),
            ]
            for each in own
        ]
        columns = [HtmlColumn("ตัวชี้วัด"), HtmlColumn("หน่วย"), HtmlColumn("ตัวหาร (n)")]
        columns += [HtmlColumn("เป้าหมาย", "right"), HtmlColumn("ระบบต้นทาง")]
        if rows:
            table = table_html(HtmlTable("", columns, rows, domain.name))
            told += f"<h3>{text_html(domain.name)}</h3>{table}"
    files = ((FIGURES, FIGURE_COLUMNS), (RULES, RULE_COLUMNS), (INDICATORS, INDICATOR_COLUMNS))
    columns = [HtmlColumn("คอลัมน์"), HtmlColumn("ความหมาย")]
    tables = "".join(
        f"<h3>{name}</h3>"
        + table_html(HtmlTable("", columns, [[each.name, text_html(each.meaning)] for each in own], name))
        for name, own in files
    )
    return f"<h2>ตัวชี้วัด</h2>{told}<h2>คอลัมน์ของไฟล์ข้อมูลเปิด</h2>{tables}"
