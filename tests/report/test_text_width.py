"""Widths without a font file, and where a long title is broken."""

from lib.report.text_width import in_halves


def test_a_long_title_is_broken_at_the_space_nearest_to_its_middle() -> None:
    title = "รายงานผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา"
    assert in_halves(title) == "รายงานผลการติดตาม ตรวจสอบ\nประเมินผล และนิเทศการศึกษา"
    assert in_halves(f"{title}\nฉบับร่าง").split("\n")[1:] == ["ประเมินผล และนิเทศการศึกษา", "ฉบับร่าง"]


def test_a_short_title_and_one_without_spaces_stay_whole() -> None:
    assert in_halves("รายงาน ก.ต.ป.น.") == "รายงาน ก.ต.ป.น."
    assert (
        in_halves("รายงานสังเคราะห์ผลการประเมินตนเองของสถานศึกษา") == "รายงานสังเคราะห์ผลการประเมินตนเองของสถานศึกษา"
    )
