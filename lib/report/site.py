"""The public copy as one folder of files: pages, style, script, fonts, open data; no server, no network."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.domain.bound_figures import FileOrigin
from lib.domain.documents import Document
from lib.domain.indicators import Catalogue
from lib.domain.publication import Publication
from lib.report.figure_binding import figures_xml
from lib.report.open_data import open_data_files
from lib.report.site_binding import placed_figures
from lib.report.site_blocks import BlockPage, DrawChart
from lib.report.site_figures import figures_of_domain, groups_body, schools_body
from lib.report.site_html import HtmlColumn, HtmlTable, SiteFrame, page_html, table_html, text_html
from lib.report.site_method import dictionary_body, method_body

_ASSETS = Path(__file__).with_name("site_assets")
_WORDS = {
    "index.html": "หน้าแรก",
    "report.html": "รายงาน",
    "dictionary.html": "พจนานุกรมข้อมูล",
    "method.html": "วิธีคิดและการปกปิด",
    "changes.html": "บันทึกการเปลี่ยนแปลง",
    "downloads.html": "ดาวน์โหลด",
}


@dataclass(frozen=True, slots=True)
class SiteContent:
    """Everything the site shows.

    Attributes:
        document: the report, already without what is not published.
        rules: (rule id, what it does) of the rules in force.
        notices: sentences above every page: fictional, draft.
        changes: (edition of the report, day, what changed since the one before), the latest first.
        published: (day, data version, how often and how much) of the copies handed out, the latest first.
        origin: what the copy is made from, for those who verify it.
        downloads: further files (name, what it is, content) to take away.
    """

    document: Document
    publication: Publication
    catalogue: Catalogue
    office: str
    rules: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    published: tuple[tuple[str, str, str], ...]
    origin: FileOrigin
    downloads: tuple[tuple[str, str, bytes], ...] = ()


def make_site(content: SiteContent, draw: DrawChart) -> dict[str, bytes]:
    """File name inside the folder → bytes; the same content gives the same bytes.

    Args:
        draw: the SVG text of a chart.
    """
    document = BlockPage(content.document, draw)
    domains = _domain_pages(content, draw)
    data = open_data_files(content.publication, content.catalogue, content.office)
    data |= {name: file for name, _, file in content.downloads}
    menu = (
        ("index.html", _WORDS["index.html"]),
        ("report.html", _WORDS["report.html"]),
        *((file, words) for file, words, _ in domains if file.startswith("data-")),
        *(
            (file, _WORDS[file])
            for file in ("dictionary.html", "method.html", "changes.html", "downloads.html")
        ),
    )
    made = content.document.date_text.replace("\n", " ")
    frame = SiteFrame(
        content.office, menu, content.notices, f"{made} · รุ่นของข้อมูล {content.publication.data_version}"
    )
    used = tuple(
        dict.fromkeys(content.catalogue.by_id[each.indicator_id] for each in content.publication.figures)
    )
    pages = [
        ("index.html", content.document.title, _index(content, document, domains)),
        ("report.html", "รายงาน", _report(document)),
        *domains,
        ("dictionary.html", _WORDS["dictionary.html"], dictionary_body(used, content.catalogue)),
        ("method.html", _WORDS["method.html"], method_body(content.publication, content.rules)),
        ("changes.html", _WORDS["changes.html"], _changes(content)),
        ("downloads.html", _WORDS["downloads.html"], _downloads(content, data)),
    ]
    files = {file: page_html(frame, file, title, body) for file, title, body in pages}
    placed = placed_figures(content.publication, document.bound, files.items())
    return files | data | _assets() | {"figures.xml": figures_xml(content.origin, placed)}


def _assets() -> dict[str, bytes]:
    files = sorted(path for path in _ASSETS.rglob("*") if path.is_file())
    return {path.relative_to(_ASSETS).as_posix(): path.read_bytes() for path in files}


def _domain_pages(content: SiteContent, draw: DrawChart) -> list[tuple[str, str, str]]:
    """(file, title, body): groups of each domain with a link to its schools, then the schools."""
    pages = []
    for domain in content.catalogue.domains:
        figures = figures_of_domain(content.publication, content.catalogue, domain.id)
        if not figures.indicators:
            continue
        schools = f"schools-{domain.id}.html"
        link = (
            f'<p><a href="{schools}">ดูรายโรงเรียนของ{text_html(domain.name)}</a></p>'
            if figures.schools
            else ""
        )
        body = f"{_HIDDEN_NOTE}{link}{groups_body(figures, domain.colour, draw)}"
        pages.append((f"data-{domain.id}.html", domain.name, body))
        if figures.schools:
            back = f'<p><a href="data-{domain.id}.html">กลับไปดูระดับเขตและกลุ่มโรงเรียน</a></p>'
            pages.append((schools, f"{domain.name} รายโรงเรียน", _HIDDEN_NOTE + back + schools_body(figures)))
    return pages


_HIDDEN_NOTE = (
    '<p>คำว่า ปกปิด อยู่ในช่องที่มีคนน้อยหรือช่องที่ช่วยไม่ให้คำนวณย้อนได้ ดู<a href="method.html">วิธีคิดและการปกปิด</a>'
    " ขีด (–) คือไม่มีข้อมูล</p>"
)


def _index(content: SiteContent, document: BlockPage, domains: Sequence[tuple[str, str, str]]) -> str:
    told = {
        "report.html": "รายงานฉบับเต็มตามบท พร้อมตารางและแผนภูมิ",
        **{file: "ค่าของเขต กลุ่มโรงเรียน อำเภอ และขนาดโรงเรียน" for file, _, _ in domains},
        "downloads.html": "ข้อมูลเปิดเป็นไฟล์ CSV พร้อมคำอธิบาย",
    }
    words = _WORDS | {file: title for file, title, _ in domains}
    cards = "".join(
        f'<li><a href="{file}">{text_html(words[file])}</a><p>{text_html(text)}</p></li>'
        for file, text in told.items()
        if not file.startswith("schools-")
    )
    subtitle = content.document.subtitle.replace("\n", " ")
    return (
        f'<p class="lead">{text_html(subtitle)}<br>{text_html(content.document.office)}</p>'
        f'<ul class="cards">{cards}</ul>{document.front()}'
    )


def _report(document: BlockPage) -> str:
    links = "".join(
        f'<li><a href="#{anchor}">{text_html(words)}</a></li>' for anchor, words in document.contents()
    )
    return f'<h2>สารบัญ</h2><ul class="toc">{links}</ul>{document.body()}'


def _changes(content: SiteContent) -> str:
    """What changed from edition to edition of the report, then the copies handed out."""
    told = ""
    if content.changes:
        columns = [HtmlColumn("ฉบับของรายงาน"), HtmlColumn("วันที่"), HtmlColumn("สิ่งที่เปลี่ยนจากฉบับก่อน")]
        told = _lines("สิ่งที่เปลี่ยนในแต่ละฉบับ", columns, content.changes)
    if content.published:
        columns = [HtmlColumn("วันที่"), HtmlColumn("รุ่นของข้อมูล", "right"), HtmlColumn("การเผยแพร่")]
        told += _lines("ฉบับที่เผยแพร่", columns, content.published)
    return told or "<p>ฉบับนี้เป็นฉบับแรก</p>"


def _lines(caption: str, columns: list[HtmlColumn], rows: Sequence[tuple[str, str, str]]) -> str:
    return table_html(HtmlTable(caption, columns, [[text_html(cell) for cell in row] for row in rows]))


def _downloads(content: SiteContent, data: dict[str, bytes]) -> str:
    meaning = {
        "figures.csv": "ค่าทุกตัวชี้วัด ทุกหน่วย ทุกปี พร้อมตัวตั้ง ตัวหาร ระดับ และกฎ",
        "rules.csv": "เกณฑ์ของทุกระดับ ใช้คำนวณระดับซ้ำได้",
        "indicators.csv": "ความหมายของตัวชี้วัด",
        "columns.csv": "ความหมายของคอลัมน์",
        "datapackage.json": "คำอธิบายชุดข้อมูลสำหรับโปรแกรม",
    } | {name: words for name, words, _ in content.downloads}
    rows = [
        [
            f'<a href="{name}" download="{name}">{name}</a>',
            text_html(meaning[name]),
            f"{max(1, len(file) // 1024):,}",
        ]
        for name, file in data.items()
    ]
    columns = [HtmlColumn("ไฟล์"), HtmlColumn("เนื้อหา"), HtmlColumn("ขนาด (กิโลไบต์)", "right")]
    return (
        "<p>ไฟล์ CSV เข้ารหัส UTF-8 เปิดด้วยโปรแกรมตารางคำนวณได้ ช่องว่างในคอลัมน์ค่าคือไม่มีหรือปกปิด ดูคอลัมน์ suppressed</p>"
        + table_html(HtmlTable("ไฟล์ข้อมูลเปิด", columns, rows))
    )
