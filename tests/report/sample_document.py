"""A fictional committee report with every kind of block, long Thai labels and wide tables."""

from datetime import date

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import (
    BulletList,
    Digits,
    Document,
    FrontSection,
    Heading,
    Paragraph,
    Run,
    Table,
    TableColumn,
)

BLUE, GREEN, ORANGE, PURPLE = "0072B2", "00785A", "A55F00", "A6407F"
_SUBJECTS = ("ภาษาไทย", "คณิต", "วิทย์", "อังกฤษ")


def text(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def school_table(n_schools: int, *, key: str | None = None) -> Table:
    """A wide table of invented schools: 14 columns under merged heads, one total row."""
    years = ("ปีการศึกษา 2566", "ปีการศึกษา 2567", "ปีการศึกษา 2568")
    columns = [
        TableColumn("ที่", "center", 1.1),
        TableColumn("โรงเรียน", "left", 4.6),
    ]
    columns += [TableColumn(subject, "right", 1.55, year) for year in years for subject in _SUBJECTS]
    rows = [
        (
            str(n),
            f"บ้านสมมติน้ำใสที่ {n}",
            *(f"{30 + (n * 7 + c * 13) % 47 + 0.25 * (c % 4):.2f}" for c in range(12)),
        )
        for n in range(1, n_schools + 1)
    ]
    rows.append(("", "เฉลี่ยเขตพื้นที่ (ถ่วงน้ำหนัก)", *(f"{48.5 + c * 0.37:.2f}" for c in range(12))))
    return Table(
        "ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET) ชั้นประถมศึกษาปีที่ 6 จำแนกรายโรงเรียน",
        tuple(columns),
        tuple(rows),
        note="หมายเหตุ: ค่าเฉลี่ยเขตพื้นที่ถ่วงน้ำหนักด้วยจำนวนผู้เข้าสอบ เครื่องหมาย – หมายถึง ไม่มีผู้เข้าสอบ",
        bold_rows=frozenset({n_schools}),
        key=key,
    )


def rating_table() -> Table:
    counts = tuple(TableColumn(level, "right", 1.1, "จำนวนระดับความคิดเห็น") for level in "54321")
    columns = (
        TableColumn("ที่", "center", 1.0),
        TableColumn("รายการ", "left", 5.4),
        *counts,
        TableColumn("x̄", "right", 1.2),
        TableColumn("S.D.", "right", 1.2),
        TableColumn("แปลผล", "center", 1.7),
    )
    rows = (
        ("1", "การจัดทำแผนพัฒนาคุณภาพการศึกษาที่สอดคล้องกับบริบท", "12", "9", "3", "1", "0", "4.28", "0.83", "มาก"),
        ("2", "การนิเทศภายในโดยใช้ห้องเรียนเป็นฐาน", "15", "8", "2", "0", "0", "4.52", "0.65", "มากที่สุด"),
        ("3", "การใช้สื่อเทคโนโลยีเพื่อการเรียนรู้ของผู้เรียนกลุ่มเสี่ยง", "7", "10", "6", "2", "0", "3.88", "0.93", "มาก"),
        ("", "รวม", "34", "27", "11", "3", "0", "4.23", "0.83", "มาก"),
    )
    return Table(
        "ความคิดเห็นต่อการดำเนินงานด้านวิชาการ",
        columns,
        rows,
        bold_rows=frozenset({3}),
        key="rating",
        note="ที่มา: แบบติดตามของสำนักงาน n = 25 โรงเรียน",
    )


def bar_chart() -> Chart:
    names = (
        "กลุ่มโรงเรียนริมน้ำปิ่นเพชร",
        "กลุ่มโรงเรียนที่ราบสูงผู้กล้า",
        "กลุ่มโรงเรียนเมืองใหม่ใจกว้างและเครือข่ายผู้ปกครองเข้มแข็ง",
        "กลุ่มโรงเรียนป่าสนชื่นใจ",
        "กลุ่มโรงเรียนทุ่งทองน้ำคำ",
        "กลุ่มโรงเรียนเขาใหญ่ไม้งาม",
    )
    return Chart(
        "bar",
        "คะแนนเฉลี่ยร้อยละวิชาคณิตศาสตร์ ชั้นประถมศึกษาปีที่ 6 จำแนกตามกลุ่มโรงเรียน ปีการศึกษา 2568",
        names,
        (ChartSeries("คะแนนเฉลี่ยร้อยละ", (61.25, 57.4, 52.18, 48.9, None, 33.07), BLUE),),
        "คะแนนเฉลี่ยร้อยละ",
        "กราฟแท่งนอนเรียงกลุ่มโรงเรียนหกกลุ่มจากมากไปน้อย",
        note="n = 1,248 คน กลุ่มโรงเรียนทุ่งทองน้ำคำไม่มีผู้เข้าสอบ",
        percent_axis=True,
        target=50.0,
        key="bars",
    )


def stacked_chart() -> Chart:
    return Chart(
        "stacked_bar",
        "ร้อยละของสถานศึกษาจำแนกตามระดับคุณภาพในรายงานการประเมินตนเอง",
        (
            "มาตรฐานที่ 1 คุณภาพของผู้เรียน",
            "มาตรฐานที่ 2 กระบวนการบริหารและการจัดการ",
            "มาตรฐานที่ 3 กระบวนการจัดการเรียนการสอน",
        ),
        (
            ChartSeries("ยอดเยี่ยม", (22.5, 30.0, 18.33), "00695C"),
            ChartSeries("ดีเลิศ", (45.0, 41.67, 50.0), "4D9A90"),
            ChartSeries("ดี", (27.5, 25.0, 28.34), "C9DAD8"),
            ChartSeries("ปานกลาง", (5.0, 3.33, 3.33), "E8C28F"),
        ),
        "ร้อยละของสถานศึกษา",
        "กราฟแท่งซ้อนของสามมาตรฐาน",
        percent_axis=True,
    )


def grouped_chart() -> Chart:
    return Chart(
        "grouped_bar",
        "คะแนนเฉลี่ยร้อยละสามปีการศึกษา เปรียบเทียบกับเป้าหมาย",
        _SUBJECTS,
        (
            ChartSeries("ปีการศึกษา 2566", (52.1, 33.4, 38.75, 36.0), "9CC3D5"),
            ChartSeries("ปีการศึกษา 2567", (54.25, 35.18, 39.9, 38.41), "4F97BB"),
            ChartSeries("ปีการศึกษา 2568", (57.66, 34.02, 41.27, 40.13), BLUE),
        ),
        "คะแนนเฉลี่ยร้อยละ",
        "กราฟแท่งสามปีของสี่วิชาพร้อมเส้นเป้าหมาย",
        target=50.0,
    )


def line_chart() -> Chart:
    return Chart(
        "line",
        "ร้อยละการเบิกจ่ายงบประมาณสะสม จำแนกตามไตรมาส",
        ("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"),
        (
            ChartSeries("งบบุคลากร", (24.5, 49.1, 74.8, 99.6), BLUE),
            ChartSeries("งบดำเนินงาน", (12.0, 35.6, 61.2, 93.4), GREEN),
            ChartSeries("งบลงทุน", (2.4, 18.0, None, 71.5), ORANGE),
        ),
        "ร้อยละ",
        "กราฟเส้นการเบิกจ่ายสามประเภทงบ",
        percent_axis=True,
        target=80.0,
    )


def sample_document(digits: Digits = "arabic", n_schools: int = 45) -> Document:
    """A report of some fifteen pages."""
    preface = FrontSection(
        "คำนำ",
        (
            text(
                "รายงานฉบับนี้จัดทำขึ้นเพื่อเสนอผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา ประจำปีงบประมาณ 2569 "
                "ต่อคณะกรรมการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา โดยรวบรวมข้อมูลจากสถานศึกษาทุกแห่งในสังกัด "
                "ครอบคลุมการบริหารงานทั้งสี่ด้าน ได้แก่ ด้านวิชาการ ด้านงบประมาณ ด้านการบริหารงานบุคคล และด้านการบริหารทั่วไป"
            ),
            text(
                "สำนักงานขอขอบคุณผู้บริหารสถานศึกษา ครู และผู้มีส่วนเกี่ยวข้องทุกท่านที่ให้ข้อมูล "
                "และหวังว่ารายงานนี้จะเป็นประโยชน์ต่อการพัฒนาคุณภาพการศึกษาของเขตพื้นที่ต่อไป"
            ),
        ),
    )
    summary = FrontSection(
        "บทสรุปผู้บริหาร",
        (
            Paragraph(
                (
                    Run("ในภาพรวม "),
                    Run("คะแนนเฉลี่ยวิชาคณิตศาสตร์ชั้นประถมศึกษาปีที่ 6 ต่ำกว่าเป้าหมาย", bold=True),
                    Run(" โดยมีค่าเฉลี่ยร้อยละ "),
                    Run("48.12", figure_id="academic.onet_p6_math:academic_year:2568:mean"),
                    Run(" จากผู้เข้าสอบ "),
                    Run("1,248", figure_id="academic.onet_p6_math:academic_year:2568:n"),
                    Run(" คน ดัง"),
                    Run("", refers_to="schools"),
                    Run(" และ"),
                    Run("", refers_to="bars"),
                )
            ),
            BulletList(
                (
                    (
                        Run("จุดเด่น ", bold=True),
                        Run("การนิเทศภายในโดยใช้ห้องเรียนเป็นฐานอยู่ในระดับมากที่สุด (x̄ = 4.52, S.D. = 0.65)"),
                    ),
                    (Run("จุดที่ควรพัฒนา ", bold=True), Run("โรงเรียนขนาดเล็ก 6 แห่งมีคะแนนต่ำกว่าเป้าหมายสามปีต่อเนื่อง")),
                    (Run("ข้อเสนอแนะ ", bold=True), Run("จัดทำแผนนิเทศเฉพาะกลุ่มและติดตามทุกภาคเรียน", italic=True)),
                )
            ),
        ),
    )
    long_text = (
        "พระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. 2546 มาตรา 20 กำหนดให้มีการศึกษา วิเคราะห์ วิจัย "
        "นิเทศ ติดตาม ตรวจสอบ และประเมินผลการบริหารและการดำเนินการ "
        "โดยมุ่งเน้นผลสัมฤทธิ์ของหน่วยงานและสถานศึกษา เพื่อเตรียมการรับการประเมิน"
        "จากหน่วยงานภายนอก สำนักงานจึงได้รวบรวมข้อมูลผู้เรียน ครู งบประมาณ และการบริหารทั่วไปไว้ในที่เดียวกัน "
        "ทั้งนี้ ตัวเลขทุกตัวในรายงานสืบย้อนไปถึงแฟ้มต้นทางได้"
    )
    blocks = (
        Heading(1, "บทนำ", numbered=True),
        Heading(2, "ความเป็นมา", numbered=True),
        text(long_text),
        text(long_text),
        Heading(2, "วัตถุประสงค์", numbered=True),
        BulletList(
            ((Run("เพื่อรายงานผลการติดตามและประเมินผลตามตัวชี้วัด"),), (Run("เพื่อเสนอจุดเด่น จุดที่ควรพัฒนา และข้อเสนอแนะ"),))
        ),
        Heading(1, "ผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา", numbered=True),
        Heading(2, "ด้านวิชาการ", numbered=True),
        text("ผลการสอบถามความคิดเห็นปรากฏดังตาราง"),
        rating_table(),
        Paragraph(
            (
                Run("จาก"),
                Run("", refers_to="rating"),
                Run(" พบว่า ในภาพรวมอยู่ในระดับ"),
                Run("มาก", bold=True),
                Run(" (x̄ = "),
                Run("4.23", figure_id="academic.internal_supervision:2568:mean"),
                Run(", S.D. = 0.83) เมื่อพิจารณาเป็นรายด้าน ด้านที่มีค่าเฉลี่ยสูงสุด คือ การนิเทศภายในโดยใช้ห้องเรียนเป็นฐาน"),
            )
        ),
        bar_chart(),
        grouped_chart(),
        Heading(3, "ผลการทดสอบรายโรงเรียน", numbered=True),
        school_table(n_schools, key="schools"),
        text("จากตารางข้างต้น พบว่าโรงเรียนส่วนใหญ่มีคะแนนเฉลี่ยวิชาภาษาไทยสูงกว่าวิชาอื่น"),
        Heading(2, "ด้านงบประมาณ", numbered=True),
        line_chart(),
        Heading(1, "ผลการสังเคราะห์รายงานการประเมินตนเอง", numbered=True),
        stacked_chart(),
        Heading(1, "ภาคผนวก"),
        Paragraph((Run("คณะผู้จัดทำ"),), "center"),
    )
    return Document(
        "รายงานผลการติดตาม ตรวจสอบ\nประเมินผล และนิเทศการศึกษา",
        "ประจำปีงบประมาณ 2569",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมติ เขต 1",
        "ตุลาคม 2569",
        blocks,
        (preface, summary),
        lang_digits=digits,
        list_of_tables=True,
        list_of_charts=True,
        made_on=date(2026, 10, 1),
    )
