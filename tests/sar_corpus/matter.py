"""What stands around the ratings in a school's book: cover, foreword, basic data, appendices."""

from tests.sar_corpus.story import Part
from tests.sar_corpus.writer import Writer


def cover(w: Writer) -> None:
    s = w.story
    w.p(s.w("title"), "Title")
    if s.rng.random() < 0.5:
        w.p("Self Assessment Report : SAR")
    w.p(s.w("year").format(y=s.year_be))
    pool = "centre" if s.is_centre else "school"
    named = s.w(pool).format(name=s.name, code=s.code, smis=s.school_id, district=s.district)
    for line in named.split("\n"):
        w.p(line)
    w.p("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาศรีบูรพา เขต 1")
    w.p("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน กระทรวงศึกษาธิการ")
    w.turn()


def front(w: Writer, *, summary: bool = False) -> None:
    """Cover, foreword, contents and basic data with figures that are no ratings."""
    s = w.story
    cover(w)
    w.heading("คำนำ")
    w.p(
        f"รายงานการประเมินตนเองฉบับนี้จัดทำขึ้นตามกฎกระทรวงการประกันคุณภาพการศึกษา พ.ศ. 2561 เพื่อรายงานผลการจัดการศึกษา "
        f"จุดเด่น จุดที่ควรพัฒนา และแนวทางการพัฒนาในปีการศึกษา {s.year_be + 1} ต่อหน่วยงานต้นสังกัดและสาธารณชน"
    )
    if s.rng.random() < 0.6:
        w.turn()
        w.heading("สารบัญ")
        for text, page in (
            ("บทสรุปผู้บริหาร", 1),
            ("ส่วนที่ 1 ข้อมูลพื้นฐานของสถานศึกษา", 3),
            ("มาตรฐานที่ 1 คุณภาพของผู้เรียน", 9),
            ("จุดเด่น", 17),
            ("จุดที่ควรพัฒนา", 18),
        ):
            w.p(f"{text} {'.' * 30} {page}")
    if summary:
        w.turn()
        w.heading("บทสรุปสำหรับผู้บริหาร")
        for part in s.parts:
            for ref in part.standards:
                level = w.knows(part, ref)
                w.p(f"{w.edu_name(part)} {w.standard(part, ref)} อยู่ในระดับ{part.words[level]}")
    w.turn()
    w.heading("ส่วนที่ 1 ข้อมูลพื้นฐานของสถานศึกษา")
    w.p("ปรัชญา คำขวัญและอัตลักษณ์ของสถานศึกษา เรียนดี มีวินัย ใฝ่คุณธรรม")
    w.table(
        [
            ["ระดับชั้น", "ชาย", "หญิง", "รวม"],
            ["อนุบาล 2", "5", "4", "9"],
            ["ประถมศึกษาปีที่ 1", "4", "3", "7"],
            ["รวม", "9", "7", "16"],
        ]
    )
    w.p("ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET)")
    w.table(
        [
            ["รายวิชา", f"ปีการศึกษา {s.year_be - 1}", f"ปีการศึกษา {s.year_be}", "ผลต่าง"],
            ["ภาษาไทย", "45.20", "51.04", "+5.84"],
            ["คณิตศาสตร์", "31.75", "28.90", "-2.85"],
        ]
    )
    w.turn()


def evidence(w: Writer) -> None:
    """The text beneath a standard: per cents, other scales and other levels that rate something else."""
    rng = w.story.rng
    w.p("2. วิธีการพัฒนา ข้อมูล หลักฐาน เอกสารเชิงประจักษ์ที่สนับสนุนผลการประเมินตนเอง")
    w.p(
        rng.choice(
            (
                "โรงเรียนจัดกระบวนการเรียนรู้ที่หลากหลาย ผู้เรียนร้อยละ 84.35 มีผลการเรียนระดับ 3 ขึ้นไป "
                "และมีผลการประเมินการอ่าน คิดวิเคราะห์และเขียนระดับดีขึ้นไป",
                "ครูจัดทำแผนการจัดการเรียนรู้ครบทุกกลุ่มสาระ มีการนิเทศภายในภาคเรียนละ 2 ครั้ง "
                "ได้รับรางวัลเหรียญทองระดับดีเยี่ยมจากงานศิลปหัตถกรรมนักเรียน",
                "ผลการสำรวจความพึงพอใจของผู้ปกครองอยู่ในระดับมากที่สุด ค่าเฉลี่ย 4.65",
            )
        )
    )
    if rng.random() < 0.4:
        w.table(
            [
                ["กิจกรรม/โครงการ", "ผลการดำเนินงาน", "ร้อยละ"],
                ["โครงการส่งเสริมการอ่าน", "นักเรียนเข้าร่วมครบทุกคน", "100"],
                ["โครงการค่ายคณิตศาสตร์", "ผู้เข้าร่วมพึงพอใจระดับมาก", "92.50"],
            ]
        )


def appendix(w: Writer, parts: list[Part]) -> None:
    """Targets announced, the criteria used and the committee's approval."""
    rng = w.story.rng
    w.turn()
    w.heading("ภาคผนวก")
    if rng.random() < 0.5:
        w.p("ประกาศโรงเรียน เรื่อง การกำหนดค่าเป้าหมายตามมาตรฐานการศึกษาของสถานศึกษา")
        for part in parts:
            w.p(w.edu_name(part))
            w.table(
                [
                    ["มาตรฐาน/ประเด็นพิจารณา", "ค่าเป้าหมาย"],
                    *(
                        [w.standard(part, ref), f"ระดับ{part.words[part.targets[ref]]}"]
                        for ref in part.standards
                    ),
                ]
            )
    if rng.random() < 0.4:
        words = parts[-1].words
        w.p("เกณฑ์การพิจารณาระดับคุณภาพ")
        w.table(
            [
                ["ช่วงร้อยละ", "ระดับคุณภาพ"],
                *([f"{50 + 10 * level} ขึ้นไป", f"ระดับ {level} {words[level]}"] for level in (5, 4, 3, 2, 1)),
            ]
        )
    w.p("การให้ความเห็นชอบของคณะกรรมการสถานศึกษาขั้นพื้นฐาน")
    w.p(f"ที่ประชุมคณะกรรมการสถานศึกษาเห็นชอบรายงานการประเมินตนเอง ปีการศึกษา {w.story.year_be}")
    w.p("ลงชื่อ .................................... ประธานกรรมการสถานศึกษา")
